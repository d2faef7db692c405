#include "model/io/json_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace outmap {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_number_part(char c) { return is_digit(c) || c == '+' || c == '-' || c == '.' || c == 'e' || c == 'E'; }

bool is_word_part(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

/// Behind the comment that begins here; `begin` itself when none does.
std::size_t skip_comment(std::string_view text, std::size_t begin, std::size_t limit) {
  const std::string_view rest = text.substr(begin, limit - begin);
  if (rest.starts_with("//")) return begin + std::min(rest.size(), rest.find_first_of("\n\r"));
  if (rest.starts_with("/*")) {
    const std::size_t close = rest.find("*/", 2);
    return begin + (close == std::string_view::npos ? rest.size() : close + 2);
  }
  return begin;
}

/// Behind the string literal whose opening quote stands here.
std::size_t skip_string(std::string_view text, std::size_t begin, std::size_t limit) {
  for (std::size_t i = begin + 1; i < limit; ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      return i + 1;
    }
  }
  return limit;
}

/// Passes spaces, comments, commas and colons, but stops before `limit`.
std::size_t skip_between_tokens(std::string_view text, std::size_t from, std::size_t limit) {
  while (from < limit) {
    const char c = text[from];
    if (is_space(c) || c == ',' || c == ':') {
      ++from;
      continue;
    }
    const std::size_t after = skip_comment(text, from, limit);
    if (after == from || after >= limit) break;
    from = after;
  }
  return from;
}

}  // namespace

ByteRange json_string_before(std::string_view text, std::size_t end) {
  std::size_t begin = end - 1;
  while (begin > 0) {
    --begin;
    if (text[begin] != '"') continue;
    std::size_t backslashes = 0;
    while (backslashes < begin && text[begin - 1 - backslashes] == '\\') ++backslashes;
    if (backslashes % 2 == 0) break;
  }
  return {begin, end};
}

ByteRange json_number_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && is_number_part(text[begin - 1])) --begin;
  return {begin, end};
}

ByteRange last_json_string_between(std::string_view text, std::size_t from, std::size_t to) {
  ByteRange last{from, from};
  while (from < to) {
    if (text[from] == '"') {
      const std::size_t end = skip_string(text, from, to);
      last = {from, end};
      from = end;
    } else {
      const std::size_t after = skip_comment(text, from, to);
      from = after == from ? from + 1 : after;
    }
  }
  return last;
}

namespace {

struct WordHint {
  std::string_view word;
  std::string_view hint;
};

constexpr std::array<WordHint, 9> word_hints = {{
    {"True", "write true"},
    {"TRUE", "write true"},
    {"False", "write false"},
    {"FALSE", "write false"},
    {"None", "write null, or leave the value out"},
    {"undefined", "write null, or leave the value out"},
    {"NaN", "JSON has no such number: write null, or leave the value out"},
    {"Infinity", "JSON has no such number: write null, or leave the value out"},
    {"Inf", "JSON has no such number: write null, or leave the value out"},
}};

/// Finds the words for one failure. `token_` is the token that the parser could not use.
class Explainer {
 public:
  Explainer(std::string_view text, const JsonStop& stop) : text_(text), stop_(stop) {
    const std::size_t position = std::min(stop.position, text.size() + 1);
    const std::size_t limit = position == 0 ? 0 : position - 1;
    token_.begin = skip_between_tokens(text, std::min(stop.last_event, limit), limit);
    token_.end = std::min(position, text.size());
    token_.begin = std::min(token_.begin, token_.end);
  }

  JsonFailure explain() {
    JsonFailure failure = first() == '"' && says("invalid string") ? in_string() : at_token();
    failure.at.end = std::max(failure.at.end, failure.at.begin);
    return failure;
  }

 private:
  char first() const { return token_.begin < text_.size() ? text_[token_.begin] : '\0'; }
  bool says(std::string_view words) const { return stop_.reason.find(words) != std::string_view::npos; }
  bool at_end() const { return token_.begin >= text_.size(); }

  JsonFailure in_string() const {
    const ByteRange failing{token_.end == 0 ? 0 : token_.end - 1, token_.end};
    const char byte = failing.begin < text_.size() ? text_[failing.begin] : '\0';
    if (says("missing closing quote")) return {token_, "this text is not closed", "end it with a \""};
    if (says("forbidden character after backslash"))
      return {failing, std::string("a backslash cannot stand before ") + shown(byte), "write \\\\ for a backslash"};
    if (says("hex digits")) return {failing, "four hexadecimal digits must follow \\u", {}};
    if (says("surrogate"))
      return {failing, "half of a pair of \\u escapes stands alone",
              "write the character itself instead of \\u escapes"};
    if (says("ill-formed")) return {failing, "this byte is not UTF-8", "save the file as UTF-8"};
    if (byte == '\n' || byte == '\r')
      return {{token_.begin, failing.begin}, "this text is not closed on its line", "end it with a \", or write \\n"};
    if (byte == '\t') return {failing, "a tab stands inside a text", "write \\t"};
    return {failing, "a control character stands inside a text", "remove it"};
  }

  JsonFailure at_token() const {
    JsonFailure failure{token_, {}, {}};
    if (says("missing closing '*/'")) return {token_, "this comment is not closed", "end it with */"};
    const bool comment = text_.substr(token_.begin).starts_with("//") || text_.substr(token_.begin).starts_with("/*");
    if (comment)
      return {{token_.begin, token_.begin + 2},
              "comments are no part of JSON",
              "remove it, or give the file the ending .jsonc"};
    if (trailing_comma()) {
      failure.message = std::string("nothing stands between ',' and '") + first() + "'";
      failure.hint = "remove the comma";
      return failure;
    }
    failure.at = whole_word();
    if (is_bad_number(failure.at)) {
      failure.message = found(failure.at) + " is not a number";
      failure.hint = hint(failure.at);
      return failure;
    }
    failure.message = "expected " + expected() + ", found " + found(failure.at);
    failure.hint = hint(failure.at);
    return failure;
  }

  bool trailing_comma() const {
    if (first() != ']' && first() != '}') return false;
    std::size_t before = token_.begin;
    while (before > stop_.last_event && is_space(text_[before - 1])) --before;
    return before > stop_.last_event && text_[before - 1] == ',';
  }

  std::string expected() const {
    if (says("while parsing object key"))
      return after_comma() ? "a name in double quotes" : "a name in double quotes or '}'";
    if (says("while parsing object separator")) return "':' after this name";
    if (says("while parsing object")) return "',' or '}' after this value";
    if (says("while parsing array")) return "',' or ']' after this value";
    if (says("; expected end of input")) return "nothing more after the end of the value";
    return "a value";
  }

  bool after_comma() const {
    const std::string_view gap =
        text_.substr(stop_.last_event, token_.begin - std::min(stop_.last_event, token_.begin));
    return gap.find(',') != std::string_view::npos;
  }

  /// The parser stops within a word or number that is wrong; people see all of it.
  ByteRange whole_word() const {
    ByteRange word = token_;
    const auto part = [](char c) { return is_word_part(c) || is_number_part(c); };
    if (at_end() || !part(first())) return word;
    while (word.begin > 0 && part(text_[word.begin - 1])) --word.begin;
    word.end = word.begin;
    while (word.end < text_.size() && part(text_[word.end])) ++word.end;
    return word;
  }

  std::string found(ByteRange at) const {
    if (at_end()) return "the end of the file";
    if (first() == '"') return "a text";
    constexpr std::size_t longest = 40;
    if (at.end - at.begin > longest) return "a long word";
    return at.end - at.begin <= 1 ? shown(first()) : "'" + std::string(text_.substr(at.begin, at.end - at.begin)) + "'";
  }

  std::string hint(ByteRange at) const {
    const std::string_view word = text_.substr(at.begin, at.end - at.begin);
    for (const WordHint& known : word_hints)
      if (word == known.word || (word.starts_with('-') && word.substr(1) == known.word)) return std::string(known.hint);
    if (first() == '\'') return "JSON has texts in double quotes only";
    if (word.starts_with('+')) return "a number has no '+' in front";
    if (word.starts_with('.') || word.starts_with("-.")) return "write a digit before the point";
    if (first() == '=') return "write ':'";
    if (at_end() && says("while parsing")) return "a bracket or a value is missing at the end";
    if (word.starts_with("0x") || word.starts_with("0X")) return "JSON has decimal numbers only";
    if (is_bad_number(at)) return starts_with_zero(word) ? "a number does not begin with 0" : "write it like -1.5e3";
    if (is_word_part(first()) && says("invalid literal")) return "write texts and names in double quotes";
    return {};
  }

  /// One that the parser stopped in, or that goes on where it thought that the number was over.
  bool is_bad_number(ByteRange at) const {
    const char begin = at.begin < text_.size() ? text_[at.begin] : '\0';
    return is_number_part(begin) && begin != 'e' && begin != 'E' &&
           (says("invalid number") || at.begin < token_.begin || begin == '+' || begin == '.');
  }

  static bool starts_with_zero(std::string_view word) {
    if (word.starts_with('-')) word.remove_prefix(1);
    return word.size() > 1 && word[0] == '0' && is_digit(word[1]);
  }

  static std::string shown(char c) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) return "a control character";
    if (byte >= 0x80) return "a character that JSON does not have here";
    return std::string("'") + c + "'";
  }

  std::string_view text_;
  const JsonStop& stop_;
  ByteRange token_;
};

}  // namespace

JsonFailure explain_json_failure(std::string_view text, const JsonStop& stop) {
  return Explainer(text, stop).explain();
}

}  // namespace outmap
