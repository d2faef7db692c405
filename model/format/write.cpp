#include "model/format/write.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "model/format/types/types.hpp"

namespace outmap {

using Json = nlohmann::ordered_json;

Json json_of(double number) {
  constexpr double exact = 9007199254740992.0;  // 2^53: beyond it a double is not every whole number
  if (std::nearbyint(number) == number && std::abs(number) < exact) return static_cast<std::int64_t>(number);
  return number;
}

Json json_of(const std::optional<double>& number) { return number ? json_of(*number) : Json(nullptr); }

Json json_of(const AttributeValue& value) {
  if (const auto* number = std::get_if<double>(&value)) return json_of(*number);
  if (const auto* truth = std::get_if<bool>(&value)) return *truth;
  if (const auto* word = std::get_if<Symbol>(&value)) return word->text();
  auto list = Json::array();
  for (const Symbol& word : std::get<Words>(value)) list.push_back(word.text());
  return list;
}

Json to_json(const RecordType& type, const void* object) {
  auto json = Json::object();
  void* mutable_object = const_cast<void*>(object);  // accessors serve reading and writing; nothing is changed here
  for (const Field& field : type.fields()) {
    if (field.table_only || field.access.write == nullptr) continue;
    field.access.write(field.access.get(mutable_object), json[std::string(field.name)]);
  }
  if (type.extensions() != nullptr) {
    for (const Extension& extension : *type.extensions()(mutable_object)) {
      json[extension.name] = Json::parse(extension.json);
    }
  }
  return json;
}

Json to_json(const Map& map) { return to_json(map_record(), &map.content()); }

Json to_json(const Map& map, ElementRef ref) {
  return to_json(record_type_of(ref.kind), record_of(map.content(), ref));
}

}  // namespace outmap
