// Relations that nobody declared: customers and partners who are alike, each with its reason.
#pragma once

#include <string_view>
#include <vector>

#include "model/analysis/neighbours.hpp"

namespace outmap {

struct DerivedRelationOptions {
  NeighbourOptions neighbours;
  NeighbourRule rule = NeighbourRule::either;
  std::size_t reasons =
      5;  // shared traits kept for a relation, those of the largest parts; Similarity::explain has all
};

/// A relation that follows from what two elements share; it has no direction.
struct DerivedRelation {
  std::uint32_t a = 0;  // number of the element in the Similarity; its id comes before that of b
  std::uint32_t b = 0;
  std::string_view type;  // "similar-need" or "common-interest"
  Likeness likeness;      // how alike they are, and in what

  bool operator==(const DerivedRelation&) const = default;
};

struct DerivedRelations {
  std::vector<DerivedRelation> relations;  // by the ids of a and b
  bool is_exact = true;                    // false: found by the approximate search, which misses a few

  bool operator==(const DerivedRelations&) const = default;
};

/// "similar-need" where both name a need, "common-interest" where they share anything else. The other types of relation
/// (complementary, common-goal) say more than that two are alike, and are left to be declared.
std::string_view type_of(const Likeness& likeness);

/// The relations between the nearest neighbours of `similarity` (see find_neighbours). They stand beside the declared
/// relations of a map and are never mixed with them: a pair may have both. Deterministic for any number of threads.
/// Time: that of the neighbour search.
DerivedRelations derive_relations(const Similarity& similarity, const DerivedRelationOptions& options = {});

}  // namespace outmap
