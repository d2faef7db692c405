// Which element bears an id: the elements of a map sorted by id.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/map/content.hpp"

namespace outmap {

/// Where an element stands in the map: its kind and its place in that kind's list. Stages and progress
/// markers stand in the list of their journey or partner, which `owner` numbers.
struct ElementRef {
  ElementKind kind = ElementKind::customer;
  std::uint32_t index = 0;
  std::uint32_t owner = 0;

  bool operator==(const ElementRef&) const = default;
};

/// Holds places, no pointers: copies of a map can share a copy of its index. Elements with the same id keep their
/// order.
class ElementIndex {
 public:
  /// O(n log n), O(n) where the ids are sorted already.
  explicit ElementIndex(const MapContent& content);

  /// The (first) element of `content` with this id. O(log n).
  std::optional<ElementRef> find(const MapContent& content, std::string_view id) const;

  const std::vector<ElementRef>& by_id() const { return refs_; }

 private:
  std::vector<ElementRef> refs_;
};

}  // namespace outmap
