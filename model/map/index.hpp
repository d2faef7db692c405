// Which element bears an id: the elements of a map sorted by id, and a table of them by hash.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
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

/// Holds places and a copy of the ids, no pointers: copies of a map can share a copy of its index. Elements with the
/// same id keep their order.
class ElementIndex {
 public:
  /// O(n log n), O(n) where the ids are sorted already.
  explicit ElementIndex(const MapContent& content);

  /// The (first) element with this id. O(1), and without a look at the elements, which would cost more than all else:
  /// tables of a million ratings ask two million times, in no order.
  std::optional<ElementRef> find(std::string_view id) const;

  /// The same for several ids at once: what one needs of the memory is fetched while another is looked at, which makes
  /// ids in no order several times as fast.
  std::vector<std::optional<ElementRef>> find_all(std::span<const std::string_view> ids) const;

  const std::vector<ElementRef>& by_id() const { return refs_; }

 private:
  /// The hash of an id and 1 + the place of its first bearer in `refs_`; 0 where the slot is free.
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t place = 0;
  };

  /// The place in `refs_` of the first id with this hash, which is the right one but for chance; else refs_.size().
  std::size_t place_by_hash(std::uint32_t hash) const;
  void copy_ids(const MapContent& content);
  void fill_slots();
  std::string_view id_of(std::size_t place) const {
    return std::string_view(ids_).substr(id_begins_[place], id_begins_[place + 1] - id_begins_[place]);
  }

  std::vector<ElementRef> refs_;
  std::string ids_;  // one behind the other, in the order of `refs_`
  std::vector<std::uint32_t> id_begins_;
  std::vector<Slot> slots_;  // a power of two, at most three quarters full; what finds its slot taken goes to the next
};

}  // namespace outmap
