// What differs between two maps, whole enough to make one of the other.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/map/map.hpp"

namespace outmap {

enum class DifferenceKind { added, removed, changed };
std::string_view to_text(DifferenceKind kind);  // "added"

/// A field that differs, as JSON; "null" where it is missing.
struct FieldDifference {
  std::string field;  // the way from the element to it: "current", "value.emotional", "attributes.region"
  std::string before;
  std::string after;

  bool operator==(const FieldDifference&) const = default;
};

/// An element or another row of a list that only one of the maps has, or that is not the same in both.
struct RowDifference {
  DifferenceKind kind = DifferenceKind::changed;
  std::string list;                     // "outcomes"; of a stage "stages", of a progress marker "expect"
  Id owner;                             // the journey of a stage, the partner of a marker; else empty
  Id id;                                // empty for rows without an id
  std::string name;                     // the id, or what tells the row apart: "midwives → booked-fast"
  std::vector<FieldDifference> fields;  // of what has changed; none where only its place, or a part of it, has
  std::size_t place_before = 0;         // in its list; of what is added and what is removed only one counts
  std::size_t place_after = 0;
  bool moved = false;  // stands elsewhere among those that both maps have
  std::string before;  // the whole row as JSON; empty where the map has none
  std::string after;

  bool operator==(const RowDifference&) const = default;
};

struct MapDiff {
  std::vector<FieldDifference> fields;  // of the map itself: title, scale, date …
  std::vector<RowDifference> rows;      // by list in the order of the format, then by place

  bool empty() const { return fields.empty() && rows.empty(); }
  bool operator==(const MapDiff&) const = default;
};

/// What was added, removed and changed from `before` to `after`. Elements are the same by id, other rows by what tells
/// them apart (both ends of an influence, respondent and outcome of a rating); several of the same in their order. A
/// journey whose stages differ, or a partner whose markers do, is told as changed and, after it, each of these.
/// Deterministic. O(rows log rows) comparisons; only what differs is written as JSON.
MapDiff diff(const Map& before, const Map& after);

/// The way back: what is added in one is removed in the other.
MapDiff inverse(const MapDiff& diff);

/// `map` with the differences made: patched(a, diff(a, b)) == b, and patched(b, inverse(diff(a, b))) == a. Throws
/// std::invalid_argument where they are not differences from this map. Linear in the lists that differ.
Map patched(const Map& map, const MapDiff& diff);

}  // namespace outmap
