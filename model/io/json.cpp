// JSON through nlohmann's SAX interface.
#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "model/io/json_text.hpp"
#include "model/io/parse.hpp"

namespace outmap {

namespace {

constexpr int number_out_of_range = 406;  // nlohmann's id

/// Hands out bytes and lets others see how far it is: the parser does not say where its events stood.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  explicit CountingIterator(const char** cursor) : cursor_(cursor) {}

  reference operator*() const { return **cursor_; }
  CountingIterator& operator++() {
    ++*cursor_;
    return *this;
  }
  CountingIterator operator++(int) {
    ++*cursor_;
    return *this;
  }
  bool operator==(const CountingIterator& other) const { return *cursor_ == *other.cursor_; }
  bool operator!=(const CountingIterator& other) const { return *cursor_ != *other.cursor_; }

 private:
  const char** cursor_;
};

/// The mark of a value is the byte behind its token, of a list or mapping the byte behind the bracket.
ByteRange token_of(const Document& document, const Node& node) {
  const std::string_view text = document.source().text();
  const std::size_t end = node.mark;
  switch (node.kind) {
    case NodeKind::text:
    case NodeKind::plain:
      return json_string_before(text, end);
    case NodeKind::number:
      return json_number_before(text, end);
    case NodeKind::null:
      return {end - 4, end};
    case NodeKind::boolean:
      return {end - (node.boolean ? 4 : 5), end};
    case NodeKind::list:
    case NodeKind::mapping:
      break;
  }
  return {end - 1, end};
}

/// A name stands between the token before its value, which is the parent's bracket or ends what came before, and the
/// value; members that were dropped may lie there too.
ByteRange key_of(const Document& document, const Node& node) {
  if (node.key == Node::no_key) return token_of(document, node);
  const Node& before = *(&node - 1);
  return last_json_string_between(document.source().text(), before.mark, token_of(document, node).begin);
}

Place place_of_json(const Document& document, const Node& node, bool of_key) {
  const ByteRange range = of_key ? key_of(document, node) : token_of(document, node);
  return document.source().place(range.begin, range.end - range.begin);
}

/// The parser's events, into the document.
class JsonHandler {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  JsonHandler(Document& document, Diagnostics& problems, const char* const& cursor)
      : source_(document.source()), problems_(problems), builder_(document, problems), cursor_(cursor) {
    builder_.reserve(estimate_nodes(source_.text()));
  }

  bool null() { return builder_.null(mark()), true; }
  bool boolean(bool value) { return builder_.boolean(value, mark()), true; }
  bool number_integer(number_integer_t value) { return number(static_cast<double>(value)); }
  bool number_unsigned(number_unsigned_t value) { return number(static_cast<double>(value)); }
  bool number_float(number_float_t value, const string_t&) { return number(value); }
  bool string(const string_t& value) {
    // Without escapes the text ends at the byte before the closing quote; a wrong guess costs a comparison.
    const std::uint32_t behind = mark();
    builder_.text_at(behind - 1 - std::min<std::size_t>(value.size(), behind - 1), value, behind);
    return true;
  }
  bool binary(const binary_t&) { return false; }
  bool start_object(std::size_t) { return begin(NodeKind::mapping); }
  bool start_array(std::size_t) { return begin(NodeKind::list); }
  bool key(const string_t& name) { return builder_.key(name, mark()), true; }
  bool end_object() { return end(); }
  bool end_array() { return end(); }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& failure) {
    if (failure.id == number_out_of_range) {
      const ByteRange token = json_number_before(source_.text(), std::min(position, source_.text().size()));
      report("syntax.number-too-large", token, "this number is too large", "numbers reach to about 1.8e308");
      return false;
    }
    JsonFailure why = explain_json_failure(source_.text(), {position, last_event_, failure.what()});
    report("syntax.json", why.at, std::move(why.message), std::move(why.hint));
    return false;
  }

 private:
  /// Counted in the first part of the text: every value but the first stands behind a comma or an opening bracket.
  static std::size_t estimate_nodes(std::string_view text) {
    constexpr std::size_t sample_bytes = std::size_t{1} << 18;
    const std::string_view sample = text.substr(0, sample_bytes);
    const auto counted =
        std::count_if(sample.begin(), sample.end(), [](char c) { return c == ',' || c == '{' || c == '['; });
    if (sample.empty()) return 0;
    const double share = static_cast<double>(counted) / static_cast<double>(sample.size());
    return static_cast<std::size_t>(1.03 * share * static_cast<double>(text.size())) + 16;
  }

  std::uint32_t mark() {
    last_event_ = static_cast<std::size_t>(cursor_ - source_.text().data());
    return static_cast<std::uint32_t>(last_event_);
  }

  bool number(double value) {
    const auto is_part = [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == 'e' || c == 'E'; };
    // Only the byte behind a number tells that it is over; nothing is behind it at the end of the text.
    std::uint32_t end = mark();
    if (!is_part(cursor_[-1])) last_event_ = --end;
    builder_.number(value, end);
    return true;
  }

  bool begin(NodeKind kind) {
    const std::uint32_t behind = mark();
    if (builder_.begin(kind, behind)) return true;
    report("syntax.too-deep", {behind - 1u, behind},
           "lists and mappings are nested more than " + std::to_string(DocumentBuilder::max_depth) + " deep",
           "a map needs no more than a few levels");
    return false;
  }

  bool end() {
    mark();
    builder_.end();
    return true;
  }

  void report(std::string code, ByteRange at, std::string message, std::string hint) {
    problems_.add({std::move(code),
                   Severity::error,
                   source_.place(at.begin, at.end - at.begin),
                   {},
                   std::move(message),
                   std::move(hint)});
  }

  const Source& source_;
  Diagnostics& problems_;
  DocumentBuilder builder_;
  const char* const& cursor_;
  std::size_t last_event_ = 0;
};

}  // namespace

std::optional<Document> parse_json(Source source, Diagnostics& problems, const JsonOptions& options) {
  std::optional<Document> document(std::in_place, std::move(source), place_of_json);
  const std::string_view text = document->source().text();
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    problems.add({"file.empty", Severity::error, document->source().whole(), {}, "the file is empty", {}});
    return std::nullopt;
  }
  const char* cursor = text.data();
  const char* last = text.data() + text.size();
  JsonHandler handler(*document, problems, cursor);
  const bool read = nlohmann::json::sax_parse(CountingIterator(&cursor), CountingIterator(&last), &handler,
                                              nlohmann::json::input_format_t::json, true, options.comments);
  if (!read) document.reset();
  return document;
}

}  // namespace outmap
