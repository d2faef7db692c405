#include "model/format/schema.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "model/format/field.hpp"
#include "model/format/write.hpp"

namespace outmap {

namespace {

using Json = nlohmann::ordered_json;

/// Written without \p{L}, which not every validator understands: what ids may not hold, as far as ASCII goes.
constexpr const char* id_pattern = R"re(^[^\s.,;:/\\'"!?#%&()\[\]{}<>|*+=@^`~$]+$)re";
constexpr const char* date_pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

std::string definition_name(const RecordType& type) {
  std::string name(type.name());
  std::replace(name.begin(), name.end(), ' ', '-');
  return name;
}

Json reference_to(const RecordType& type) { return {{"$ref", "#/$defs/" + definition_name(type)}}; }

Json number_schema(const Range& range) {
  Json schema{{"type", "number"}};
  if (range.min) schema["minimum"] = json_of(*range.min);
  if (range.max) schema["maximum"] = json_of(*range.max);
  return schema;
}

Json map_of(Json values) { return {{"type", "object"}, {"additionalProperties", std::move(values)}}; }
Json list_of(Json items) { return {{"type", "array"}, {"items", std::move(items)}}; }

/// YAML reads a plain 2024 as a number, where a text is meant; so do editors.
Json text_schema() { return {{"type", Json::array({"string", "number", "boolean"})}}; }

Json id_schema() { return {{"type", Json::array({"string", "integer"})}, {"pattern", id_pattern}}; }

Json attributes_schema() {
  const Json word = {{"type", Json::array({"string", "number", "boolean", "null"})}};
  return map_of({{"anyOf", Json::array({word, list_of(word)})}});
}

Json holders_schema(const RecordType& holder) {
  return {{"anyOf", Json::array({list_of(id_schema()),
                                 map_of({{"anyOf", Json::array({reference_to(holder), {{"type", "null"}}})}}),
                                 {{"const", "organisation"}}})}};
}

Json tables_schema(const RecordType& table) {
  Json properties = Json::object();
  const Json either = {{"anyOf", Json::array({{{"type", "string"}}, reference_to(table)})}};
  properties["stages"] = either;
  for (const Field& field : map_record().fields()) {
    if (field.access.append != nullptr) properties[std::string(field.name)] = either;
  }
  return {{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
}

Json value_schema(const Field& field) {
  switch (field.type) {
    case FieldType::number:
      return number_schema(field.range);
    case FieldType::boolean:
      return {{"type", "boolean"}};
    case FieldType::date:
      return {{"type", "string"}, {"format", "date"}, {"pattern", date_pattern}};
    case FieldType::choice:
      return {{"enum", std::vector<std::string>(field.choices.begin(), field.choices.end())}};
    case FieldType::id:
    case FieldType::reference:
      return id_schema();
    case FieldType::references:
      return list_of(id_schema());
    case FieldType::texts:
      return list_of(text_schema());
    case FieldType::id_numbers:
      return map_of(number_schema(field.range));
    case FieldType::record:
      return reference_to(*field.record);
    case FieldType::records:
      return list_of(reference_to(*field.record));
    case FieldType::keyed_records:
      return map_of(reference_to(*field.record));
    case FieldType::attributes:
      return attributes_schema();
    case FieldType::holders:
      return holders_schema(*field.record);
    case FieldType::measure:
      return {{"anyOf", Json::array({number_schema(field.range), {{"enum", Json::array({"low", "medium", "high"})}}})}};
    case FieldType::tables:
      return tables_schema(*field.record);
    case FieldType::names:
      return map_of({{"type", "string"}});
    case FieldType::settings:
      return {{"type", "object"}};
    case FieldType::text:
      break;
  }
  return text_schema();
}

/// A field that may be missing may be written as null too.
Json or_null(Json schema) {
  if (schema.contains("type") && schema["type"].is_string()) {
    schema["type"] = Json::array({schema["type"], "null"});
  } else if (schema.contains("type")) {
    schema["type"].push_back("null");
  } else if (schema.contains("enum")) {
    schema["enum"].push_back(nullptr);
  } else if (schema.contains("anyOf")) {
    schema["anyOf"].push_back({{"type", "null"}});
  } else {
    return {{"anyOf", Json::array({std::move(schema), {{"type", "null"}}})}};
  }
  return schema;
}

Json field_schema(const Field& field) {
  Json schema = {{"description", std::string(field.help)}};
  if (!field.unit.empty()) schema["description"] = fmt::format("{} ({})", field.help, field.unit);
  if (!field.default_text.empty()) {
    schema["description"] =
        fmt::format("{}; otherwise: {}", schema["description"].get<std::string>(), field.default_text);
  }
  schema.update(field.required ? value_schema(field) : or_null(value_schema(field)));
  return schema;
}

Json record_schema(const RecordType& type) {
  Json schema = {{"description", std::string(type.help())}, {"type", "object"}};
  Json required = Json::array();
  for (const Field& field : type.fields()) {
    if (field.table_only) continue;
    schema["properties"][std::string(field.name)] = field_schema(field);
    if (field.required) required.push_back(std::string(field.name));
  }
  if (!required.empty()) schema["required"] = required;
  if (type.extensions() != nullptr) schema["patternProperties"] = {{"^x-", Json::object()}};
  schema["additionalProperties"] = false;
  return schema;
}

}  // namespace

Json json_schema() { return json_schema(map_record(), "outmap map, format version 1"); }

Json json_schema(const RecordType& root, std::string_view title) {
  Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", std::string(title)}};
  schema.update(record_schema(root));
  for (const RecordType* type : all_record_types(root)) {
    if (type != &root) schema["$defs"][definition_name(*type)] = record_schema(*type);
  }
  return schema;
}

}  // namespace outmap
