// The map: validated, immutable, ordered, comparable.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/map/content.hpp"

namespace outmap {

class Diagnostics;

/// Where an element stands in the map: its kind and its place in that kind's list. Stages and progress
/// markers stand in the list of their journey or partner, which `owner` numbers.
struct ElementRef {
  ElementKind kind = ElementKind::customer;
  std::uint32_t index = 0;
  std::uint32_t owner = 0;

  bool operator==(const ElementRef&) const = default;
};

/// A map whose rules hold: ids are unique and every reference names an element of a kind that may stand
/// there. Elements keep the order of the file. To change a map, copy its content, edit the copy and make
/// a new Map of it. Copies are independent; lookups take O(log n).
class Map {
 public:
  /// Checks the rules of a map and takes over `content`. Every breach is added to `problems`, with its path
  /// but without a place in a file (see Origins::locate); nothing is returned when there is an error.
  /// O(n log n) in the number of elements and references.
  static std::optional<Map> make(MapContent content, Diagnostics& problems);

  const MapContent& content() const { return content_; }
  const MapContent* operator->() const { return &content_; }

  /// The element with this id, or nothing.
  std::optional<ElementRef> find(std::string_view id) const;

  /// What every element has, for any reference that find() gave.
  const Element& at(ElementRef ref) const;

  /// The element of this kind with this id, or null: `map.get<Outcome>("booked-fast")`.
  template <class T>
  const T* get(std::string_view id) const;

  /// The name of the element with this id; the id itself when there is none.
  std::string_view name_of(std::string_view id) const;

  /// Every element, sorted by id.
  const std::vector<ElementRef>& by_id() const { return by_id_; }

  bool operator==(const Map& other) const { return content_ == other.content_; }

 private:
  explicit Map(MapContent content);

  MapContent content_;
  std::vector<ElementRef> by_id_;
};

/// The element that `ref` points to, within content that need not be valid.
const Element& element_at(const MapContent& content, ElementRef ref);

/// Every element of `content` in the order of the file.
std::vector<ElementRef> all_elements(const MapContent& content);

/// The path of an element as a JSON Pointer: /journeys/0/stages/2.
std::string path_of(const MapContent& content, ElementRef ref);

}  // namespace outmap
