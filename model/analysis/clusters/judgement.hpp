// How far found clusters can be trusted.
#pragma once

#include <optional>

#include "model/analysis/clusters/network.hpp"
#include "model/analysis/clusters/partitions.hpp"
#include "model/analysis/clusters/report.hpp"
#include "model/analysis/clusters/stability.hpp"

namespace outmap {

struct Judgement {
  StabilityReport stability;
  std::optional<ClusterChance> chance;  // not for linkage, which does not look at ties
};

/// Does the clustering again, with ties drawn anew (stability.hpp), and looks for clusters in networks that chance made
/// (null_model.hpp). Nodes are taken in the order of structural_rank, so that names do not matter. Deterministic for
/// any number of threads. The time of some 200 clusterings up to 20,000 ties, of fewer above (runs_for); of
/// Girvan–Newman as many as take a few seconds, 3 at least.
Judgement judge(const ClusterNetwork& network, const Division& division, const ClusterOptions& options);

}  // namespace outmap
