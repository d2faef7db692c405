#include "model/io/yaml_plain.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "model/text/utf8.hpp"

namespace outmap {

namespace {

/// Names longer than this are no names for a YAML parser.
constexpr std::size_t longest_key = 1000;

/// Bytes that need a closer look: controls, and those that begin what YAML treats specially beyond ASCII.
constexpr std::array<bool, 256> is_special = [] {
  std::array<bool, 256> special{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) special[byte] = byte != '\n';
  for (const std::size_t byte : {0x7F, 0xC2, 0xE2, 0xEF}) special[byte] = true;
  return special;
}();

/// No control characters, no tabs, no line ends but LF, no byte order mark: such texts are the general parser's. The
/// text is valid UTF-8 already.
bool has_ordinary_characters(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_special[static_cast<unsigned char>(text[at])]) continue;
    const std::string_view rest = text.substr(at, 3);
    const bool control = rest[0] == '\xC2' ? static_cast<unsigned char>(rest[1]) < 0xA0 : rest[0] >= 0;
    const bool line_end = rest == "\xE2\x80\xA8" || rest == "\xE2\x80\xA9";
    const bool no_character = rest == "\xEF\xBB\xBF" || rest.starts_with("\xEF\xBF");
    if (control || line_end || no_character) return false;
  }
  return true;
}

class PlainYamlReader {
 public:
  PlainYamlReader(Document& document, Diagnostics& problems)
      : text_(document.source().text()), builder_(document, problems, KeyMarks::stored) {}

  bool read() {
    if (!has_ordinary_characters(text_)) return false;
    next_content();
    Scalar key;
    return !done() && column_ == 0 && read_key(key) && block_mapping(0, key) && done();
  }

 private:
  struct Scalar {
    std::string_view text;
    std::uint32_t mark = 0;
    bool plain = false;
  };

  bool done() const { return at_ >= text_.size(); }
  char here() const { return done() ? '\0' : text_[at_]; }
  bool blank_at(std::size_t at) const { return at >= text_.size() || text_[at] == ' ' || text_[at] == '\n'; }
  bool at_dash() const { return here() == '-' && blank_at(at_ + 1); }
  std::size_t column() const { return at_ - line_begin_; }

  /// The number of the code point at byte `at`. Asked in the order of the text.
  std::uint32_t mark_of(std::size_t at) {
    code_points_ += count_code_points(text_.substr(marked_, at - marked_));
    marked_ = at;
    return static_cast<std::uint32_t>(code_points_);
  }

  void skip_spaces() {
    while (here() == ' ') ++at_;
  }

  /// At the end of a line, the text, or before a comment that stands apart.
  bool at_line_end() const {
    return done() || here() == '\n' || (here() == '#' && (column() == 0 || text_[at_ - 1] == ' '));
  }

  void next_line() {
    at_ = std::min(text_.find('\n', at_), text_.size() - 1) + 1;
    line_begin_ = at_;
  }

  /// On to the first character of a line that is not empty or a comment.
  void next_content() {
    for (skip_spaces(); !done() && at_line_end(); skip_spaces()) next_line();
    column_ = column();
  }

  /// Over the rest of a line on which nothing more stands, and to the next content.
  bool finish_line() {
    skip_spaces();
    if (!at_line_end()) return false;
    next_content();
    return true;
  }

  /// A mapping whose names stand in column `indent`; its first name is read already.
  bool block_mapping(std::size_t indent, const Scalar& first) {
    if (!builder_.begin(NodeKind::mapping, first.mark)) return false;
    for (Scalar key = first;;) {
      builder_.key(key.text, key.mark);
      if (!block_value(indent)) return false;
      if (done() || column_ < indent) break;
      if (column_ > indent || at_dash() || !read_key(key)) return false;
    }
    builder_.end();
    return true;
  }

  /// What follows the ':' of a name in column `indent`.
  bool block_value(std::size_t indent) {
    const std::uint32_t nothing = mark_of(at_);
    skip_spaces();
    if (!at_line_end()) return inline_value(indent);
    next_content();
    if (!done() && column_ == indent && at_dash()) return block_list(indent);
    if (!done() && column_ > indent) return block_node();
    builder_.null(nothing);
    return true;
  }

  bool block_list(std::size_t indent) {
    if (!builder_.begin(NodeKind::list, mark_of(at_))) return false;
    do {
      ++at_;
      if (!list_item(indent)) return false;
    } while (!done() && column_ == indent && at_dash());
    builder_.end();
    return done() || column_ <= indent;
  }

  bool list_item(std::size_t indent) {
    const std::uint32_t nothing = mark_of(at_);
    skip_spaces();
    if (!at_line_end()) {
      column_ = column();
      return at_dash() ? block_list(column_) : mapping_or_value(indent);
    }
    next_content();
    if (!done() && column_ > indent) return block_node();
    builder_.null(nothing);
    return true;
  }

  /// A list or a mapping that begins here, on a line of its own.
  bool block_node() {
    if (at_dash()) return block_list(column_);
    Scalar key;
    const std::size_t indent = column_;
    return read_key(key) && block_mapping(indent, key);
  }

  /// Behind the '-' of a list in column `indent`.
  bool mapping_or_value(std::size_t indent) {
    if (here() == '[' || here() == '{') return inline_value(indent);
    Scalar scalar;
    const std::size_t begin = column_;
    if (!read_scalar(scalar, Context::block)) return false;
    if (here() != ':' || !blank_at(at_ + 1)) return finish_value(scalar, indent);
    return take_colon(scalar) && block_mapping(begin, scalar);
  }

  bool inline_value(std::size_t indent) {
    if (here() == '[' || here() == '{') return flow_collection() && finish_line() && (done() || column_ <= indent);
    Scalar scalar;
    return read_scalar(scalar, Context::block) && finish_value(scalar, indent);
  }

  /// A line further in would go on with the value.
  bool finish_value(const Scalar& scalar, std::size_t indent) {
    add(scalar);
    return finish_line() && (done() || column_ <= indent);
  }

  void add(const Scalar& scalar) {
    if (scalar.plain && means_null(scalar.text)) {
      builder_.null(scalar.mark);
    } else {
      builder_.text(scalar.text, scalar.mark, scalar.plain ? NodeKind::plain : NodeKind::text);
    }
  }

  bool read_key(Scalar& key) {
    return read_scalar(key, Context::block) && here() == ':' && blank_at(at_ + 1) && take_colon(key);
  }

  /// `key` ends here, at a ':'.
  bool take_colon(const Scalar& key) {
    ++at_;
    return key.text.size() <= longest_key && !(key.plain && key.text == "<<");
  }

  enum class Context { block, flow };

  bool read_scalar(Scalar& scalar, Context context) {
    scalar.mark = mark_of(at_);
    scalar.plain = here() != '"' && here() != '\'';
    if (here() == '"') return double_quoted(scalar);
    if (here() == '\'') return single_quoted(scalar);
    return context == Context::block ? block_plain(scalar) : flow_plain(scalar);
  }

  /// Whether a plain scalar may begin here; what begins with a sign that means something elsewhere is not plain.
  bool may_begin_plain() const {
    constexpr std::string_view signs = "-?:,[]{}#&*!|>'\"%@`.=";
    const char c = here();
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\n';
    if (c == '-') return (next >= '0' && next <= '9') || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
    return c > ' ' ? signs.find(c) == std::string_view::npos : is_beyond_ascii(c);
  }
  static bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

  /// Up to ': ', ' #' or the end of the line.
  bool block_plain(Scalar& scalar) {
    if (!may_begin_plain()) return false;
    const std::size_t begin = at_;
    for (; !done(); ++at_) {
      const char c = text_[at_];
      if (c == '\n' || (c == ':' && blank_at(at_ + 1)) || (c == '#' && text_[at_ - 1] == ' ')) break;
    }
    return end_plain(scalar, begin);
  }

  /// The same, and up to what ends an item.
  bool flow_plain(Scalar& scalar) {
    if (!may_begin_plain()) return false;
    const std::size_t begin = at_;
    for (; !done(); ++at_) {
      const char c = text_[at_];
      if (c == '\n' || c == ',' || c == ']' || c == '}') break;
      if (c == '[' || c == '{') return false;
      if (c == '#' && text_[at_ - 1] == ' ') break;
      if (c != ':') continue;
      if (blank_at(at_ + 1)) break;
      if (std::string_view(",?[]{}").find(text_[at_ + 1]) != std::string_view::npos) return false;
    }
    return end_plain(scalar, begin);
  }

  bool end_plain(Scalar& scalar, std::size_t begin) {
    std::size_t end = at_;
    while (text_[end - 1] == ' ') --end;
    scalar.text = text_.substr(begin, end - begin);
    return here() != ':' || end == at_;
  }

  bool single_quoted(Scalar& scalar) {
    const std::size_t begin = ++at_;
    for (bool doubled = false; !done() && text_[at_] != '\n'; ++at_) {
      if (text_[at_] != '\'') {
        if (doubled) unescaped_ += text_[at_];
        continue;
      }
      if (at_ + 1 == text_.size() || text_[at_ + 1] != '\'') {
        scalar.text = doubled ? std::string_view(unescaped_) : text_.substr(begin, at_ - begin);
        ++at_;
        return true;
      }
      if (!doubled) unescaped_.assign(text_.substr(begin, at_ - begin));
      doubled = true;
      unescaped_ += text_[++at_];
    }
    return false;
  }

  bool double_quoted(Scalar& scalar) {
    const std::size_t begin = ++at_;
    at_ = text_.find_first_of("\"\\\n", at_);
    if (at_ == std::string_view::npos || text_[at_] == '\n') return false;
    if (text_[at_] == '\\') return escaped(scalar, begin);
    scalar.text = text_.substr(begin, at_++ - begin);
    return true;
  }

  /// A double-quoted scalar with escapes; there is never more than one scalar that is not yet in the document.
  bool escaped(Scalar& scalar, std::size_t begin) {
    unescaped_.assign(text_.substr(begin, at_ - begin));
    for (; !done() && text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\n') return false;
      if (text_[at_] == '\\') {
        constexpr std::string_view escapes = "\"\\/nt";
        constexpr std::string_view meanings = "\"\\/\n\t";
        ++at_;
        const std::size_t number = done() ? std::string_view::npos : escapes.find(text_[at_]);
        if (number == std::string_view::npos) return false;
        unescaped_ += meanings[number];
      } else {
        unescaped_ += text_[at_];
      }
    }
    if (done()) return false;
    ++at_;
    scalar.text = unescaped_;
    return true;
  }

  /// Inside brackets, lines do not matter; what begins one in column 0 might mean something, though.
  bool skip_in_flow() {
    for (skip_spaces(); !done() && at_line_end(); skip_spaces()) next_line();
    return !done() && column() > 0;
  }

  bool flow_collection() { return here() == '[' ? flow_list() : flow_mapping(); }

  bool flow_list() {
    if (!builder_.begin(NodeKind::list, mark_of(at_))) return false;
    ++at_;
    if (!skip_in_flow()) return false;
    if (here() != ']') {
      while (true) {
        if (!flow_value() || !skip_in_flow()) return false;
        if (here() == ']') break;
        if (!next_item()) return false;
      }
    }
    ++at_;
    builder_.end();
    return true;
  }

  bool flow_mapping() {
    if (!builder_.begin(NodeKind::mapping, mark_of(at_))) return false;
    ++at_;
    if (!skip_in_flow()) return false;
    if (here() != '}') {
      while (true) {
        if (!flow_member() || !skip_in_flow()) return false;
        if (here() == '}') break;
        if (!next_item()) return false;
      }
    }
    ++at_;
    builder_.end();
    return true;
  }

  bool next_item() {
    if (here() != ',') return false;
    ++at_;
    return skip_in_flow() && here() != ']' && here() != '}';
  }

  bool flow_member() {
    Scalar key;
    if (!read_scalar(key, Context::flow) || here() != ':' || !blank_at(at_ + 1) || !take_colon(key)) return false;
    builder_.key(key.text, key.mark);
    return skip_in_flow() && flow_value();
  }

  bool flow_value() {
    if (here() == '[' || here() == '{') return flow_collection();
    Scalar scalar;
    if (!read_scalar(scalar, Context::flow)) return false;
    add(scalar);
    return true;
  }

  std::string_view text_;
  DocumentBuilder builder_;
  std::size_t at_ = 0;
  std::size_t line_begin_ = 0;
  std::size_t column_ = 0;  // of the content that was found last
  std::size_t marked_ = 0;
  std::size_t code_points_ = 0;  // before `marked_`
  std::string unescaped_;
};

}  // namespace

bool means_null(std::string_view plain) {
  return plain.empty() || plain == "~" || plain == "null" || plain == "Null" || plain == "NULL";
}

bool read_plain_yaml(Document& document, Diagnostics& problems) { return PlainYamlReader(document, problems).read(); }

}  // namespace outmap
