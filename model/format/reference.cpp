#include "model/format/reference.hpp"

#include <fmt/format.h>

#include "model/format/scalar.hpp"

namespace outmap {

namespace {

std::string kinds_of(ElementKinds kinds) {
  if (kinds == ElementKinds::any()) return "any element";
  std::vector<std::string_view> names;
  for (const auto& kind : element_kinds) {
    if (kinds.contains(kind.kind)) names.push_back(kind.singular);
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string anchor(const RecordType& type) {
  std::string anchor(type.name());
  for (char& c : anchor) {
    if (c == ' ') c = '-';
  }
  return anchor;
}

std::string takes(const Field& field) {
  std::string text = expected(field);
  if (!field.refers_to.empty()) text += fmt::format(" of: {}", kinds_of(field.refers_to));
  if (field.record != nullptr) text += fmt::format(": [{}](#{})", field.record->name(), anchor(*field.record));
  if (!field.unit.empty()) text += fmt::format(" ({})", field.unit);
  return text;
}

std::string otherwise(const Field& field) {
  if (field.required) return "**required**";
  return field.default_text.empty() ? "missing" : std::string(field.default_text);
}

void append_record(std::string& text, const RecordType& type) {
  text += fmt::format("### {}\n\n{}.\n\n", type.name(), type.help());
  text += "| field | takes | where absent | meaning |\n| --- | --- | --- | --- |\n";
  for (const Field& field : type.fields()) {
    if (field.table_only) continue;
    text += fmt::format("| `{}` | {} | {} | {} |\n", field.name, takes(field), otherwise(field), field.help);
  }
  if (type.extensions() != nullptr)
    text += "| `x-…` | anything | missing | your own; kept and written back, never read |\n";
  text += "\n";
}

}  // namespace

std::string field_reference() {
  std::string text;
  for (const RecordType* type : all_record_types()) append_record(text, *type);
  return text;
}

}  // namespace outmap
