// How far found clusters can be trusted.
#pragma once

#include <optional>

#include "model/analysis/clusters/network.hpp"
#include "model/analysis/clusters/partitions.hpp"
#include "model/analysis/clusters/report.hpp"
#include "model/analysis/clusters/silhouette.hpp"
#include "model/analysis/clusters/stability.hpp"

namespace outmap {

struct Judgement {
  StabilityReport stability;
  std::optional<ClusterChance> chance;         // not for linkage, which does not look at ties
  std::optional<SilhouetteReport> silhouette;  // where likeness plays a part
};

/// Does the clustering again with ties drawn anew (stability.hpp; for linkage, with attributes drawn anew), looks for
/// clusters in networks that chance made (null_model.hpp), and asks how much more alike members are to each other than
/// to the next cluster (silhouette.hpp). Nodes are taken in the order of structural_rank, so that names do not matter.
/// Deterministic for any number of threads. The time of some 110 clusterings up to 20,000 ties, of fewer above; of
/// Girvan–Newman and linkage as many as take a few seconds, 3 at least.
Judgement judge(const Map& map, const ClusterNetwork& network, const Division& division, const ClusterOptions& options);

}  // namespace outmap
