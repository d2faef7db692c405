// A map as a fuzzy cognitive map: which element is which concept.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/analysis/fcm/network.hpp"
#include "model/graph/effects.hpp"

namespace outmap {

/// The elements at either end of an effect that carries a weight, numbered in the order of their ids.
struct Concepts {
  std::vector<Id> ids;
  std::vector<ElementRef> refs;
  FcmNetwork network;
  std::vector<double> confidence;  // by link of the network: the lowest of its parallel effects; 0.5 where not said

  std::size_t size() const { return ids.size(); }
  std::optional<std::size_t> find(std::string_view id) const;
};

/// O((elements + effects) log n).
Concepts concepts_of(const EffectGraph& graph);

}  // namespace outmap
