#include "model/analysis/derived_relations.hpp"

#include <algorithm>

namespace outmap {

std::string_view type_of(const Likeness& likeness) {
  const bool share_need =
      std::ranges::any_of(likeness.shared, [](const SharedTrait& trait) { return trait.kind == TraitKind::needs; });
  return share_need ? "similar-need" : "common-interest";
}

DerivedRelations derive_relations(const Similarity& similarity, const DerivedRelationOptions& options) {
  const NeighbourLists neighbours = find_neighbours(similarity, options.neighbours);
  DerivedRelations derived;
  derived.is_exact = neighbours.is_exact();
  for (const SimilarPair& pair : pair_neighbours(neighbours, options.rule)) {
    Likeness likeness = similarity.explain(pair.a, pair.b);
    const std::string_view type = type_of(likeness);
    if (likeness.shared.size() > options.reasons) likeness.shared.resize(options.reasons);
    derived.relations.push_back({pair.a, pair.b, type, std::move(likeness)});
  }
  return derived;
}

}  // namespace outmap
