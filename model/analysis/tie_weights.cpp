#include "model/analysis/tie_weights.hpp"

#include <algorithm>
#include <tuple>

namespace outmap {
namespace {

bool stands_before(const WeightedTie& x, const WeightedTie& y) {
  return std::tie(x.a, x.b, x.strength) < std::tie(y.a, y.b, y.strength);  // strengths too: sums of equal order
}

WeightedTie tie_between(std::uint32_t a, std::uint32_t b) {
  const auto [low, high] = std::minmax(a, b);
  return {low, high};
}

/// One tie for each pair, with the sums of its parts.
std::vector<WeightedTie> merge_parallel(std::vector<WeightedTie> ties) {
  std::ranges::sort(ties, stands_before);
  std::vector<WeightedTie> merged;
  for (const WeightedTie& tie : ties) {
    if (merged.empty() || merged.back().a != tie.a || merged.back().b != tie.b) {
      merged.push_back(tie);
    } else {
      merged.back().strength += tie.strength;
      merged.back().similarity = std::max(merged.back().similarity, tie.similarity);
    }
  }
  return merged;
}

}  // namespace

std::vector<WeightedTie> weigh_ties(std::span<const DeclaredTie> declared, std::span<const SimilarPair> similar,
                                    const TieWeightOptions& options) {
  std::vector<WeightedTie> ties;
  ties.reserve(declared.size() + similar.size());
  for (const DeclaredTie& tie : declared) {
    if (tie.a == tie.b) continue;
    ties.push_back(tie_between(tie.a, tie.b));
    ties.back().strength = tie.strength;
  }
  for (const SimilarPair& pair : similar) {
    ties.push_back(tie_between(pair.a, pair.b));
    ties.back().similarity = pair.similarity;
  }
  ties = merge_parallel(std::move(ties));
  double largest = 0;
  for (const WeightedTie& tie : ties) largest = std::max(largest, tie.strength);
  for (WeightedTie& tie : ties) {
    tie.weight = (largest > 0 ? tie.strength / largest : 0) + options.similarity_weight * tie.similarity;
  }
  return ties;
}

std::vector<DeclaredTie> declared_ties(const Map& map, const Similarity& similarity) {
  std::vector<DeclaredTie> ties;
  for (const Relation& relation : map->relations) {
    const auto from = similarity.find(relation.from);
    const auto to = similarity.find(relation.to);
    if (from && to) ties.push_back({*from, *to, relation.strength});
  }
  return ties;
}

}  // namespace outmap
