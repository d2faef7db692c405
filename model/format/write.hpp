// From structs back to JSON, guided by the description of fields.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>

#include "model/format/field.hpp"
#include "model/map/map.hpp"

namespace outmap {

/// The normalised map: every field of every element in the order of its description, defaults written out, what is
/// missing as null. Reads back as an equal Map. Linear.
nlohmann::ordered_json to_json(const Map& map);

/// One record, the same way.
nlohmann::ordered_json to_json(const RecordType& type, const void* object);

/// One element of the map with all its fields.
nlohmann::ordered_json to_json(const Map& map, ElementRef ref);

/// A number as JSON: without a fraction where it has none, so that 5 is written as 5.
nlohmann::ordered_json json_of(double number);
nlohmann::ordered_json json_of(const std::optional<double>& number);
nlohmann::ordered_json json_of(const AttributeValue& value);

}  // namespace outmap
