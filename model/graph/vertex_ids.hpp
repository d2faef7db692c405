// Which vertex of a graph view stands for which element of the map.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/map/map.hpp"

namespace outmap {

/// Vertices are numbered 0, 1, 2 … in the order of their ids, so that whatever walks a graph view in the order of its
/// vertices walks it in the order of the ids, and results never depend on where the map keeps an element.
class VertexIds {
 public:
  VertexIds() = default;

  /// Takes every element of `map` that `wanted` accepts. O(n log n).
  template <class Wanted>
  VertexIds(const Map& map, Wanted wanted) {
    for (ElementRef ref : map.by_id()) {
      if (!wanted(ref)) continue;
      ids_.push_back(map.at(ref).id);
      refs_.push_back(ref);
    }
  }

  std::size_t size() const { return ids_.size(); }
  const Id& id(std::size_t vertex) const { return ids_[vertex]; }
  ElementRef ref(std::size_t vertex) const { return refs_[vertex]; }
  ElementKind kind(std::size_t vertex) const { return refs_[vertex].kind; }

  /// The vertex of the element with this id, or nothing where the view leaves it out. O(log n).
  std::optional<std::size_t> find(std::string_view id) const;

 private:
  std::vector<Id> ids_;  // sorted
  std::vector<ElementRef> refs_;
};

}  // namespace outmap
