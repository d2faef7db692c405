// The JSON Schema of a map, for editors: made from the same description of fields that the program reads with.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "model/format/field.hpp"

namespace outmap {

/// JSON Schema, draft 2020-12, of map files (YAML or JSON) in format version 1: types, ranges, choices, required
/// fields, one line of help per field. What only the program can check (references, levels on their scale, order) is
/// left to `outmap check`.
nlohmann::ordered_json json_schema();

/// The same for another kind of file, described by `root`.
nlohmann::ordered_json json_schema(const RecordType& root, std::string_view title);

}  // namespace outmap
