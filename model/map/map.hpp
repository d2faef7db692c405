// The map: validated, immutable, ordered, comparable.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "model/map/content.hpp"
#include "model/map/index.hpp"

namespace outmap {

class Diagnostics;

/// The kind of a struct that is an element.
template <class T>
constexpr ElementKind kind_of() {
  if constexpr (std::is_same_v<T, Customer>) return ElementKind::customer;
  if constexpr (std::is_same_v<T, Partner>) return ElementKind::partner;
  if constexpr (std::is_same_v<T, Need>) return ElementKind::need;
  if constexpr (std::is_same_v<T, Journey>) return ElementKind::journey;
  if constexpr (std::is_same_v<T, Stage>) return ElementKind::stage;
  if constexpr (std::is_same_v<T, Touchpoint>) return ElementKind::touchpoint;
  if constexpr (std::is_same_v<T, Outcome>) return ElementKind::outcome;
  if constexpr (std::is_same_v<T, Offering>) return ElementKind::offering;
  if constexpr (std::is_same_v<T, Process>) return ElementKind::process;
  if constexpr (std::is_same_v<T, Initiative>) return ElementKind::initiative;
  if constexpr (std::is_same_v<T, Competitor>) return ElementKind::competitor;
  if constexpr (std::is_same_v<T, Factor>) return ElementKind::factor;
  if constexpr (std::is_same_v<T, Evidence>) return ElementKind::evidence;
  if constexpr (std::is_same_v<T, ProgressMarker>) return ElementKind::marker;
  if constexpr (std::is_same_v<T, Practice>) return ElementKind::practice;
  if constexpr (std::is_same_v<T, Harvest>) return ElementKind::harvest;
  if constexpr (std::is_same_v<T, Offer>) return ElementKind::offer;
  if constexpr (std::is_same_v<T, Feedback>) return ElementKind::feedback;
}

/// A map whose rules hold: ids are unique and every reference names an element of a kind that may stand
/// there. Elements keep the order of the file. To change a map, copy its content, edit the copy and make
/// a new Map of it. A copy takes O(1): nothing can change what copies share. Lookups take O(1) on average.
class Map {
 public:
  /// Checks the rules of a map and takes over `content`. Every breach is added to `problems`, with its path
  /// but without a place in a file (see Origins::locate); nothing is returned when there is an error.
  /// O(n log n) in the number of elements and references.
  static std::optional<Map> make(MapContent content, Diagnostics& problems);

  /// The same map with other levels: `move` may change numbers of the two lists, and nothing that a rule of a map asks
  /// about, so that none has to be checked again. A level that was on its scale stays there.
  template <class Move>
  Map with_levels(Move move) const {
    auto moved = std::make_shared<Checked>(*checked_);
    move(moved->content.outcomes, moved->content.readings);
    return Map(std::move(moved));
  }

  const MapContent& content() const { return checked_->content; }
  const MapContent* operator->() const { return &checked_->content; }

  /// The element with this id, or nothing.
  std::optional<ElementRef> find(std::string_view id) const;

  /// What every element has, for any reference that find() gave.
  const Element& at(ElementRef ref) const;

  /// The element of this type with this id, or null: `map.get<Outcome>("booked-fast")`.
  template <class T>
  const T* get(std::string_view id) const {
    const auto ref = find(id);
    return ref ? dynamic_element<T>(*ref) : nullptr;
  }

  /// The name of the element with this id, of a progress marker without one what it states; the id itself when there
  /// is no such element.
  std::string_view name_of(std::string_view id) const;

  /// Every element, sorted by id.
  const std::vector<ElementRef>& by_id() const { return checked_->index.by_id(); }

  bool operator==(const Map& other) const { return checked_ == other.checked_ || content() == other.content(); }

 private:
  struct Checked {
    MapContent content;
    ElementIndex index;
  };

  explicit Map(std::shared_ptr<const Checked> checked) : checked_(std::move(checked)) {}

  template <class T>
  const T* dynamic_element(ElementRef ref) const {
    return ref.kind == kind_of<T>() ? static_cast<const T*>(&at(ref)) : nullptr;
  }

  std::shared_ptr<const Checked> checked_;
};

/// The element that `ref` points to, within content that need not be valid.
const Element& element_at(const MapContent& content, ElementRef ref);

/// Every element of `content` in the order of the file.
std::vector<ElementRef> all_elements(const MapContent& content);

/// The path of an element as a JSON Pointer: /journeys/0/stages/2.
std::string path_of(const MapContent& content, ElementRef ref);

}  // namespace outmap
