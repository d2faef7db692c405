// Walking over all elements of a map's content, each with its kind and its place.
#pragma once

#include <array>
#include <cstdint>
#include <utility>

#include "model/map/map.hpp"

namespace outmap {

/// Where progress markers of a partner stand, in the order in which they are numbered.
inline constexpr std::array marker_rungs = {&ProgressMarkers::expect, &ProgressMarkers::like, &ProgressMarkers::love};

namespace detail {

template <class List, class Visit>
void visit_list(List& list, ElementKind kind, Visit& visit) {
  for (std::uint32_t i = 0; i < list.size(); ++i) visit(ElementRef{kind, i, 0}, list[i]);
}

}  // namespace detail

/// Calls visit(ElementRef, element) for every element in the order of the lists of a map; the element is passed as its
/// own type. `Content` is MapContent, const or not.
template <class Content, class Visit>
void for_each_element(Content& content, Visit visit) {
  using detail::visit_list;
  visit_list(content.practices, ElementKind::practice, visit);
  visit_list(content.customers, ElementKind::customer, visit);
  visit_list(content.partners, ElementKind::partner, visit);
  for (std::uint32_t owner = 0; owner < content.partners.size(); ++owner) {
    std::uint32_t index = 0;
    for (const auto rung : marker_rungs) {
      for (auto& marker : content.partners[owner].progress_markers.*rung) {
        visit(ElementRef{ElementKind::marker, index++, owner}, marker);
      }
    }
  }
  visit_list(content.needs, ElementKind::need, visit);
  visit_list(content.journeys, ElementKind::journey, visit);
  for (std::uint32_t owner = 0; owner < content.journeys.size(); ++owner) {
    auto& stages = content.journeys[owner].stages;
    for (std::uint32_t i = 0; i < stages.size(); ++i) visit(ElementRef{ElementKind::stage, i, owner}, stages[i]);
  }
  visit_list(content.touchpoints, ElementKind::touchpoint, visit);
  visit_list(content.outcomes, ElementKind::outcome, visit);
  visit_list(content.offerings, ElementKind::offering, visit);
  visit_list(content.processes, ElementKind::process, visit);
  visit_list(content.initiatives, ElementKind::initiative, visit);
  visit_list(content.competitors, ElementKind::competitor, visit);
  visit_list(content.factors, ElementKind::factor, visit);
  visit_list(content.evidence, ElementKind::evidence, visit);
  visit_list(content.harvest, ElementKind::harvest, visit);
  visit_list(content.offers, ElementKind::offer, visit);
  visit_list(content.feedback, ElementKind::feedback, visit);
}

/// The marker that stands at `index` over all rungs of a partner, and the rung it stands on.
struct MarkerPlace {
  std::size_t rung = 0;
  std::uint32_t index = 0;  // within the rung
};
inline MarkerPlace marker_place(const Partner& partner, std::uint32_t index) {
  for (std::size_t rung = 0; rung < marker_rungs.size(); ++rung) {
    const auto size = static_cast<std::uint32_t>((partner.progress_markers.*marker_rungs[rung]).size());
    if (index < size) return {rung, index};
    index -= size;
  }
  return {};
}

/// Calls visit(element) with the element that `ref` points to, as its own type.
template <class Visit>
decltype(auto) with_element(const MapContent& content, ElementRef ref, Visit visit) {
  switch (ref.kind) {
    case ElementKind::customer:
      return visit(content.customers[ref.index]);
    case ElementKind::partner:
      return visit(content.partners[ref.index]);
    case ElementKind::need:
      return visit(content.needs[ref.index]);
    case ElementKind::journey:
      return visit(content.journeys[ref.index]);
    case ElementKind::stage:
      return visit(content.journeys[ref.owner].stages[ref.index]);
    case ElementKind::touchpoint:
      return visit(content.touchpoints[ref.index]);
    case ElementKind::outcome:
      return visit(content.outcomes[ref.index]);
    case ElementKind::offering:
      return visit(content.offerings[ref.index]);
    case ElementKind::process:
      return visit(content.processes[ref.index]);
    case ElementKind::initiative:
      return visit(content.initiatives[ref.index]);
    case ElementKind::competitor:
      return visit(content.competitors[ref.index]);
    case ElementKind::factor:
      return visit(content.factors[ref.index]);
    case ElementKind::evidence:
      return visit(content.evidence[ref.index]);
    case ElementKind::marker: {
      const Partner& partner = content.partners[ref.owner];
      const auto [rung, index] = marker_place(partner, ref.index);
      return visit((partner.progress_markers.*marker_rungs[rung])[index]);
    }
    case ElementKind::practice:
      return visit(content.practices[ref.index]);
    case ElementKind::harvest:
      return visit(content.harvest[ref.index]);
    case ElementKind::offer:
      return visit(content.offers[ref.index]);
    case ElementKind::feedback:
      break;
  }
  return visit(content.feedback[ref.index]);
}

}  // namespace outmap
