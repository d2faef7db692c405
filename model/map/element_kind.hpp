// The kinds of element that a map holds: everything that carries an id.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace outmap {

enum class ElementKind : std::uint8_t {
  customer,
  partner,
  need,
  journey,
  stage,
  touchpoint,
  outcome,
  offering,
  process,
  initiative,
  competitor,
  factor,
  evidence,
  marker,
  practice,
  harvest,
  offer,
  feedback,
};

struct ElementKindName {
  ElementKind kind;
  std::string_view singular;  // "customer"; also the value of data-kind in pictures
  std::string_view plural;    // "customers"; the name of the list in a map, where it has one
};

/// One row per kind, in the order of the enumeration.
inline constexpr std::array<ElementKindName, 18> element_kinds{{
    {ElementKind::customer, "customer", "customers"},
    {ElementKind::partner, "partner", "partners"},
    {ElementKind::need, "need", "needs"},
    {ElementKind::journey, "journey", "journeys"},
    {ElementKind::stage, "stage", "stages"},
    {ElementKind::touchpoint, "touchpoint", "touchpoints"},
    {ElementKind::outcome, "outcome", "outcomes"},
    {ElementKind::offering, "offering", "offerings"},
    {ElementKind::process, "process", "processes"},
    {ElementKind::initiative, "initiative", "initiatives"},
    {ElementKind::competitor, "competitor", "competitors"},
    {ElementKind::factor, "factor", "factors"},
    {ElementKind::evidence, "evidence", "evidence"},
    {ElementKind::marker, "progress marker", "progress markers"},
    {ElementKind::practice, "practice", "practices"},
    {ElementKind::harvest, "harvested outcome", "harvest"},
    {ElementKind::offer, "offer", "offers"},
    {ElementKind::feedback, "feedback", "feedback"},
}};

constexpr std::string_view singular(ElementKind kind) { return element_kinds[static_cast<std::size_t>(kind)].singular; }
constexpr std::string_view plural(ElementKind kind) { return element_kinds[static_cast<std::size_t>(kind)].plural; }

/// A set of kinds, for fields that may refer to several of them.
class ElementKinds {
 public:
  constexpr ElementKinds() = default;
  constexpr ElementKinds(ElementKind kind) : bits_(bit(kind)) {}  // NOLINT: a kind is a set of one
  constexpr ElementKinds operator|(ElementKinds other) const {
    ElementKinds both;
    both.bits_ = bits_ | other.bits_;
    return both;
  }
  constexpr bool contains(ElementKind kind) const { return (bits_ & bit(kind)) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  static constexpr ElementKinds any() {
    ElementKinds all;
    all.bits_ = (1U << element_kinds.size()) - 1;
    return all;
  }
  constexpr bool operator==(const ElementKinds&) const = default;

 private:
  static constexpr std::uint32_t bit(ElementKind kind) { return 1U << static_cast<unsigned>(kind); }
  std::uint32_t bits_ = 0;
};

constexpr ElementKinds operator|(ElementKind a, ElementKind b) { return ElementKinds(a) | ElementKinds(b); }

}  // namespace outmap
