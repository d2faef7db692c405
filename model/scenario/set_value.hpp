// Giving one field of one element another value.
#pragma once

#include <string>

#include "model/map/content.hpp"
#include "model/scenario/scenario.hpp"
#include "model/text/diagnostic.hpp"

namespace outmap {

/// Sets `booked-fast.current`, `new-parents.attributes.region`, `book.value.emotional`,
/// `wait.holders.new-parents.current`: an element's id and the way through its fields. A list is replaced whole. Wrong
/// ids, fields and values are reported with `path` and the nearest known name; `content` is then left as it was.
/// `where` becomes the JSON Pointer of the field in the map.
void set_field(MapContent& content, const SetValue& value, const std::string& path, Diagnostics& problems,
               std::string& where);

/// The id that is most like `id`, as a hint: "did you mean 'midwives'?", or empty.
std::string nearest_id_hint(const MapContent& content, std::string_view id);

}  // namespace outmap
