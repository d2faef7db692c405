#include "tests/support/printed.hpp"

#include <fmt/format.h>

#include "model/text/utf8.hpp"

namespace outmap::test {

std::string printed(const Place& place) { return fmt::format("{}:{}+{}", place.line, place.column, place.length); }

std::string printed(const Diagnostics& problems) {
  std::string lines;
  for (const Diagnostic& problem : problems.all()) {
    lines +=
        fmt::format("{} {} {}: {}", printed(problem.place), to_text(problem.severity), problem.code, problem.message);
    lines += problem.hint.empty() ? "\n" : " (" + problem.hint + ")\n";
  }
  return lines;
}

namespace {

std::string printed_children(Value value) {
  std::string members;
  for (const Value child : value) {
    if (!members.empty()) members += ',';
    if (child.key_number() != Node::no_key) members += '"' + child.key() + "\":";
    members += printed(child);
  }
  return members;
}

}  // namespace

std::string printed(Value value) {
  switch (value.kind()) {
    case NodeKind::null:
      return "null";
    case NodeKind::boolean:
      return value.node().boolean ? "true" : "false";
    case NodeKind::number:
      return fmt::format("{}", value.node().number);
    case NodeKind::text:
      return '"' + std::string(value.text()) + '"';
    case NodeKind::plain:
      return std::string(value.text());
    case NodeKind::list:
      return '[' + printed_children(value) + ']';
    case NodeKind::mapping:
      return '{' + printed_children(value) + '}';
  }
  return {};
}

std::string underlined(const Place& place) {
  std::string text;
  const std::u32string points = to_code_points(place.excerpt);
  for (std::size_t i = place.excerpt_column - 1; i < points.size() && i + 1 < place.excerpt_column + place.length; ++i)
    append_utf8(text, points[i]);
  return text;
}

}  // namespace outmap::test
