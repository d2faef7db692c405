#include "model/format/field.hpp"

#include <algorithm>

#include "model/format/reader.hpp"

namespace outmap {

std::string Where::pointer() const {
  if (key_ != nullptr) return pointer_step(*key_);
  return position_ ? "/" + std::to_string(*position_) : std::string();
}

RecordType::RecordType(std::string_view name, std::string_view help, std::vector<Field> fields,
                       Extensions extensions_of)
    : name_(name), help_(help), fields_(std::move(fields)), extensions_(extensions_of) {
  has_references_ = std::any_of(fields_.begin(), fields_.end(), [](const Field& field) {
    return !field.refers_to.empty() || (field.record != nullptr && field.record->has_references());
  });
}

const Field* RecordType::find(std::string_view name) const {
  for (const Field& field : fields_) {
    if (field.name == name) return &field;
  }
  return nullptr;
}

namespace {

void collect(const RecordType& type, std::vector<const RecordType*>& met) {
  if (std::find(met.begin(), met.end(), &type) != met.end()) return;
  met.push_back(&type);
  for (const Field& field : type.fields()) {
    if (field.record != nullptr) collect(*field.record, met);
  }
}

}  // namespace

std::vector<const RecordType*> all_record_types() { return all_record_types(map_record()); }

std::vector<const RecordType*> all_record_types(const RecordType& root) {
  std::vector<const RecordType*> met;
  collect(root, met);
  return met;
}

}  // namespace outmap
