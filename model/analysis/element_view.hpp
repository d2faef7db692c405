// One element and all that is tied to it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/map/map.hpp"

namespace outmap {

/// A field and what it says, as text for people; nested fields are dotted: "clv.margin".
struct FieldText {
  std::string name;
  std::string text;

  bool operator==(const FieldText&) const = default;
};

/// A tie between the element and another one, by a field of either.
struct ElementTie {
  std::string field;  // dotted where it is nested: "progress_markers.expect"
  Id id;              // the other element
  ElementKind kind = ElementKind::customer;
  std::string name;

  bool operator==(const ElementTie&) const = default;
};

/// A row without an id of its own that names the element: a relation, an influence, a reading, a rating …
struct TiedRow {
  std::size_t number = 0;         // its place in the list, from 0
  std::vector<FieldText> fields;  // what it says, the ids it names included

  bool operator==(const TiedRow&) const = default;
};

struct TiedList {
  std::string_view list;      // "relations"
  std::size_t count = 0;      // all rows that name the element
  std::vector<TiedRow> rows;  // the first of them, in the order of the map

  bool operator==(const TiedList&) const = default;
};

struct ElementView {
  ElementRef ref;
  Id id;
  std::string name;
  std::string path;                     // JSON Pointer: "/journeys/0/stages/2"
  std::vector<FieldText> fields;        // what it says of itself; fields that are empty are left out
  std::vector<ElementTie> refers_to;    // the elements that it names or holds, in the order of its fields
  std::vector<ElementTie> referred_by;  // the elements that name or hold it, in the order of the map
  std::vector<TiedList> rows;           // in the order of the map's lists

  bool operator==(const ElementView&) const = default;
};

struct ViewOptions {
  std::size_t rows_per_list = 20;  // rows of one list that are kept; all are counted
  bool rows = true;                // false: rows are neither kept nor counted, which is most of the work
};

/// The element with this id, who refers to it and whom it refers to, by field; nothing where no element has the id.
/// Guided by the description of fields alone, so that it knows every kind of element and of row. Deterministic.
/// Linear in the map.
std::optional<ElementView> view_element(const Map& map, std::string_view id, const ViewOptions& options = {});

}  // namespace outmap
