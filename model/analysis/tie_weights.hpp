// Declared relations and likeness together, as the weights of one graph.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/analysis/neighbours.hpp"

namespace outmap {

/// A declared relation between two numbered elements.
struct DeclaredTie {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  double strength = 1;  // above 0, unbounded
};

struct TieWeightOptions {
  double similarity_weight = 0.5;  // what a similarity of 1 counts beside the strongest declared tie; 0 or more
};

struct WeightedTie {
  std::uint32_t a = 0;  // below b
  std::uint32_t b = 0;
  double strength = 0;    // of all declared ties between the two; 0 where there is none
  double similarity = 0;  // 0 where they are not neighbours
  double weight = 0;

  bool operator==(const WeightedTie&) const = default;
};

/// w = strength / largest strength + 1/2 similarity, for every pair that is tied in either way. Parallel ties add up,
/// whatever their direction; the largest strength is that of a pair. Ties of an element to itself are left out.
/// Sorted by a and b. O(n log n).
std::vector<WeightedTie> weigh_ties(std::span<const DeclaredTie> declared, std::span<const SimilarPair> similar,
                                    const TieWeightOptions& options = {});

/// The declared relations of `map` between the customers and partners that `similarity` numbers, in the map's order.
std::vector<DeclaredTie> declared_ties(const Map& map, const Similarity& similarity);

}  // namespace outmap
