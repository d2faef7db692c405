// Walking over everything that a map refers to, guided by the description of fields.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "model/format/field.hpp"
#include "model/map/content.hpp"

namespace outmap {

/// The JSON Pointer of what is visited, made only when asked for.
using PathMaker = std::function<std::string()>;
using ReferenceVisitor = std::function<void(const Field& field, std::string_view id, const PathMaker& path)>;

/// Calls `visit` for every id that some field of the map refers to; the list called `except` is passed over. Linear in
/// the map.
void for_each_reference(const MapContent& content, const ReferenceVisitor& visit, std::string_view except = {});

/// The same for one record and the records below it.
void for_each_reference(const RecordType& type, const void* record, const ReferenceVisitor& visit);

}  // namespace outmap
