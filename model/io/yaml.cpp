// YAML through libyaml's events.
#include <yaml.h>

#include <algorithm>
#include <utility>

#include "model/io/parse.hpp"
#include "model/io/yaml_problem.hpp"
#include "model/text/utf8.hpp"

namespace outmap {

namespace {

/// Owns libyaml's parser, which keeps a pointer to itself and so stays where it is.
class YamlParser {
 public:
  explicit YamlParser(std::string_view text) {
    if (yaml_parser_initialize(&parser_) == 0) throw std::bad_alloc();
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  }
  YamlParser(const YamlParser&) = delete;
  YamlParser& operator=(const YamlParser&) = delete;
  ~YamlParser() {
    yaml_event_delete(&event_);
    yaml_parser_delete(&parser_);
  }

  /// The next event, which lives until the one after; null after an error.
  const yaml_event_t* next() {
    yaml_event_delete(&event_);
    return yaml_parser_parse(&parser_, &event_) != 0 ? &event_ : nullptr;
  }
  const yaml_parser_t& state() const { return parser_; }

 private:
  yaml_parser_t parser_{};
  yaml_event_t event_{};
};

/// Behind the quoted text that begins here; its quote is doubled or, in double quotes, escaped.
std::size_t quoted_end(std::string_view text, std::size_t begin) {
  const char quote = text[begin];
  for (std::size_t i = begin + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      if (quote == '"' || i + 1 == text.size() || text[i + 1] != quote) return i + 1;
      ++i;
    }
  }
  return text.size();
}

/// Bytes to underline for the text that begins here: up to its closing quote, or as long as it stands as it was read.
std::size_t scalar_length(std::string_view text, std::size_t begin, std::string_view value) {
  if (begin >= text.size()) return 1;
  if (text[begin] == '"' || text[begin] == '\'') return quoted_end(text, begin) - begin;
  const std::string_view rest = text.substr(begin, value.size());
  const auto differs = std::mismatch(rest.begin(), rest.end(), value.begin()).first;
  return std::max<std::size_t>(1, static_cast<std::size_t>(differs - rest.begin()));
}

std::size_t value_length(const Document& document, const Node& node, std::size_t begin) {
  const std::string_view text = document.source().text();
  switch (node.kind) {
    case NodeKind::text:
    case NodeKind::plain:
      return scalar_length(text, begin, document.text(node));
    case NodeKind::null: {
      const std::size_t end = text.find_first_not_of("nulNUL~", begin);
      return std::min(end, text.size()) - begin;
    }
    default:
      return 1;
  }
}

/// The mark of everything is the number of the code point at which it begins.
Place place_of_yaml(const Document& document, const Node& node, bool of_key) {
  const Source& source = document.source();
  of_key = of_key && node.key != Node::no_key;
  const std::size_t begin = source.byte_of_code_point(of_key ? document.key_mark(node) : node.mark);
  const std::size_t length =
      of_key ? scalar_length(source.text(), begin, document.key_text(node.key)) : value_length(document, node, begin);
  return source.place(begin, length);
}

std::string_view text_of(const yaml_event_t& event) {
  return {reinterpret_cast<const char*>(event.data.scalar.value), event.data.scalar.length};
}

std::uint32_t mark_of(const yaml_event_t& event) { return static_cast<std::uint32_t>(event.start_mark.index); }

bool means_null(std::string_view plain) {
  return plain.empty() || plain == "~" || plain == "null" || plain == "Null" || plain == "NULL";
}

/// What an event has beside its content and maps do without.
struct Ornaments {
  bool anchor = false;
  bool tag = false;
};

Ornaments ornaments_of(const yaml_event_t& event) {
  switch (event.type) {
    case YAML_SCALAR_EVENT:
      return {event.data.scalar.anchor != nullptr, event.data.scalar.tag != nullptr};
    case YAML_SEQUENCE_START_EVENT:
      return {event.data.sequence_start.anchor != nullptr, event.data.sequence_start.tag != nullptr};
    case YAML_MAPPING_START_EVENT:
      return {event.data.mapping_start.anchor != nullptr, event.data.mapping_start.tag != nullptr};
    default:
      return {};
  }
}

/// Takes events until the end or the first error.
class YamlReader {
 public:
  YamlReader(Document& document, Diagnostics& problems)
      : document_(document),
        source_(document.source()),
        problems_(problems),
        builder_(document, problems, KeyMarks::stored),
        parser_(source_.text()) {}

  bool read() {
    while (const yaml_event_t* event = parser_.next()) {
      if (event->type == YAML_STREAM_END_EVENT) return finish();
      if (!take(*event)) return false;
    }
    return report_parser();
  }

 private:
  /// A list or mapping that is open; in a mapping names and values take turns.
  struct Level {
    bool mapping = false;
    bool name_is_next = false;
  };

  bool take(const yaml_event_t& event) {
    switch (event.type) {
      case YAML_DOCUMENT_START_EVENT:
        return ++documents_ == 1 || refuse(event, "syntax.yaml-documents", "a second document begins here",
                                           "keep one map in a file, and remove the line '---'");
      case YAML_ALIAS_EVENT:
        return refuse(event, "syntax.yaml-alias", "aliases are not read",
                      "write the value again; put text that begins with '*' in quotes");
      case YAML_SCALAR_EVENT:
        return plain_enough(event) && take_scalar(event);
      case YAML_SEQUENCE_START_EVENT:
      case YAML_MAPPING_START_EVENT:
        return plain_enough(event) && begin(event);
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        builder_.end();
        levels_.pop_back();
        value_taken();
        return true;
      default:
        return true;
    }
  }

  bool plain_enough(const yaml_event_t& event) {
    const Ornaments ornaments = ornaments_of(event);
    if (ornaments.anchor)
      return refuse(event, "syntax.yaml-anchor", "anchors are not read",
                    "remove it; put text that begins with '&' in quotes");
    if (ornaments.tag)
      return refuse(event, "syntax.yaml-tag", "tags are not read",
                    "remove it; put text that begins with '!' in quotes");
    return true;
  }

  bool name_is_next() const { return !levels_.empty() && levels_.back().name_is_next; }

  bool take_scalar(const yaml_event_t& event) {
    const std::string_view text = text_of(event);
    const bool plain = event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    if (name_is_next()) {
      if (plain && text == "<<")
        return refuse(event, "syntax.yaml-merge", "merge keys are not read", "write the members out");
      builder_.key(text, mark_of(event));
      levels_.back().name_is_next = false;
      return true;
    }
    if (plain && means_null(text)) {
      builder_.null(mark_of(event));
    } else {
      builder_.text(text, mark_of(event), plain ? NodeKind::plain : NodeKind::text);
    }
    value_taken();
    return true;
  }

  bool begin(const yaml_event_t& event) {
    const bool mapping = event.type == YAML_MAPPING_START_EVENT;
    if (name_is_next())
      return refuse(event, "syntax.yaml-key", mapping ? "a mapping cannot be a name" : "a list cannot be a name",
                    "put text that contains brackets or braces in quotes");
    if (!builder_.begin(mapping ? NodeKind::mapping : NodeKind::list, mark_of(event)))
      return refuse(event, "syntax.too-deep",
                    "lists and mappings are nested more than " + std::to_string(DocumentBuilder::max_depth) + " deep",
                    "a map needs no more than a few levels");
    levels_.push_back({mapping, mapping});
    return true;
  }

  void value_taken() {
    if (!levels_.empty()) levels_.back().name_is_next = levels_.back().mapping;
  }

  bool finish() {
    if (documents_ > 0 && document_.root().kind() != NodeKind::null) return true;
    problems_.add({"file.empty", Severity::error, source_.whole(), {}, "the file has no content", {}});
    return false;
  }

  bool refuse(const yaml_event_t& event, std::string code, std::string message, std::string hint) {
    const std::size_t begin = source_.byte_of_code_point(event.start_mark.index);
    const std::size_t end = source_.byte_of_code_point(event.end_mark.index);
    return report(std::move(code), source_.place(begin, std::max(end, begin + 1) - begin),
                  {std::move(message), std::move(hint)});
  }

  bool report_parser() {
    const yaml_parser_t& state = parser_.state();
    if (state.error == YAML_MEMORY_ERROR) throw std::bad_alloc();
    const std::size_t begin = place_of_problem(state);
    const std::string_view text = source_.text();
    const YamlStop stop{state.problem != nullptr ? state.problem : "", begin < text.size() ? text[begin] : '\0',
                        line_of_context(state)};
    return report("syntax.yaml", source_.place(begin), explain_yaml_problem(stop));
  }

  std::size_t place_of_problem(const yaml_parser_t& state) const {
    if (state.error == YAML_READER_ERROR) return state.problem_offset;
    // That a name has no ':' is noticed on some later line.
    const bool begun_earlier = state.problem == std::string_view("could not find expected ':'");
    return source_.byte_of_code_point(begun_earlier ? state.context_mark.index : state.problem_mark.index);
  }

  std::uint32_t line_of_context(const yaml_parser_t& state) const {
    const yaml_mark_t& mark = state.context != nullptr ? state.context_mark : state.problem_mark;
    return source_.place(source_.byte_of_code_point(mark.index)).line;
  }

  bool report(std::string code, Place place, YamlReason reason) {
    problems_.add(
        {std::move(code), Severity::error, std::move(place), {}, std::move(reason.message), std::move(reason.hint)});
    return false;
  }

  const Document& document_;
  const Source& source_;
  Diagnostics& problems_;
  DocumentBuilder builder_;
  YamlParser parser_;
  std::vector<Level> levels_;
  int documents_ = 0;
};

}  // namespace

std::optional<Document> parse_yaml(Source source, Diagnostics& problems) {
  std::optional<Document> document(std::in_place, std::move(source), place_of_yaml);
  if (!YamlReader(*document, problems).read()) document.reset();
  return document;
}

}  // namespace outmap
