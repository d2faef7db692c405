// Who could stand in for somebody: those of the same kind who are most alike.
//
// To plug in: ResilienceReport holds the substitutes of those whose leaving would hurt most; for anybody else ask a
// SubstituteFinder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/analysis/similarity.hpp"
#include "model/graph/relations.hpp"

namespace outmap {

struct Substitute {
  Id id;
  double similarity = 0;            // 0-1, see Similarity
  std::vector<SharedTrait> shared;  // what makes them alike, largest part first
  std::size_t contacts = 0;         // of those tied to the person, how many it is tied to already

  bool operator==(const Substitute&) const = default;
};

struct SubstituteOptions {
  std::size_t count = 3;  // at most so many
  double above = 0;       // only those more similar than this, 0-1
};

/// For a partner the most similar partners, for a customer the most similar customers. Built in O(people log people);
/// the map, the similarity and the graph, all of one map, must outlive it.
class SubstituteFinder {
 public:
  SubstituteFinder(const Map& map, const Similarity& similarity, const RelationGraph& graph);

  /// Most similar first, then by id; empty where nobody is similar at all, or for an id that
  /// is neither customer nor partner. O(people x traits + ties of those found).
  std::vector<Substitute> find(std::string_view id, const SubstituteOptions& options = {}) const;

 private:
  std::size_t common_contacts(RelationVertex a, RelationVertex b) const;

  const Similarity& similarity_;
  const RelationGraph& graph_;
  std::vector<std::uint32_t> customers_;  // by number, ascending
  std::vector<std::uint32_t> partners_;
};

}  // namespace outmap
