// Taking elements out of a map, with all that hangs on them.
#pragma once

#include <string_view>
#include <vector>

#include "model/map/content.hpp"

namespace outmap {

/// What went along with an element that was removed.
struct Removed {
  Id id;                  // of an element that went too; empty for rows without an id
  std::string_view what;  // "stage", "relations"
  std::size_t count = 1;  // of rows

  bool operator==(const Removed&) const = default;
};

/// Takes the elements with these ids out of `content`: with them go their stages or progress markers, every row that
/// cannot be without them (relations, influences, readings, ratings, answers, offers), and their name wherever it is
/// one of several or may be missing (holders, needs, evidence, owner …). What went besides is returned: elements by id,
/// then rows by list. Linear in the map, once for each round of elements that go along.
std::vector<Removed> remove_elements(MapContent& content, const Ids& ids);

}  // namespace outmap
