// Who belongs to whom before and after.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/analysis/clusters/report.hpp"

namespace outmap {

/// A cluster of the map before, and the one of the map after that holds most of its members.
struct ClusterChange {
  std::string before, after;  // its number in either report; empty where there is none
  std::string name_before, name_after;
  std::size_t members_before = 0, members_after = 0;
  std::size_t shared = 0;                           // members of both
  std::optional<double> unmet_before, unmet_after;  // 0-100, as the next
  std::optional<double> collaboration_before, collaboration_after;
  std::optional<double> value_before, value_after;
  std::optional<double> attention_before, attention_after;

  bool operator==(const ClusterChange&) const = default;
};

/// Somebody who is in both maps and not with the same people any more.
struct ClusterMove {
  Id id;
  std::string from, to;  // names of the clusters; empty: tied to nobody

  bool operator==(const ClusterMove&) const = default;
};

struct ClusterChanges {
  std::vector<ClusterChange> clusters;  // in the order of the report after, then those that dissolve
  std::vector<ClusterMove> moves;       // by id
  double modularity_before = 0, modularity_after = 0;

  bool operator==(const ClusterChanges&) const = default;
};

/// Clusters are the same that share most members, the pair that shares most first, each once. Whoever is in both maps
/// and in another cluster than the one that is the same moves. Deterministic. O(clusters² + people log people).
ClusterChanges cluster_changes(const ClusterReport& before, const ClusterReport& after);

}  // namespace outmap
