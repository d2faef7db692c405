// How good a partition is, how each of its clusters looks, and how far two partitions agree.
#pragma once

#include <optional>
#include <vector>

#include "model/graph/compact_graph.hpp"
#include "model/graph/partition.hpp"

namespace outmap {

/// Q = Σ_c [ w_c/m − γ (K_c/2m)² ], w_c weight of the ties inside c, K_c the strengths of its members, m all weight;
/// γ ≥ 0 is the resolution. From −½ to 1 at γ = 1; 0 for a graph without ties. O(edges).
/// Newman & Girvan 2004, doi:10.1103/PhysRevE.69.026113; γ: Reichardt & Bornholdt 2006, doi:10.1103/PhysRevE.74.016110.
double modularity(const CompactGraph& graph, const Partition& partition, double resolution = 1);

/// Σ_c [ w_c − γ n_c(n_c−1)/2 ] in units of weight, n_c the members of c (constant Potts model). O(edges).
/// Traag, Van Dooren & Nesterov 2011, doi:10.1103/PhysRevE.84.016114.
double cpm_value(const CompactGraph& graph, const Partition& partition, double resolution);

/// One cluster by itself. Ties of a node to itself count as inside, and in no pair.
struct ClusterShape {
  std::uint32_t members = 0;
  double weight_inside = 0;       // each tie once
  double weight_outward = 0;      // ties with one end inside
  std::optional<double> density;  // share of the pairs of members that are tied, 0 … 1; none below two members
  std::optional<double>
      conductance;  // outward / smaller of the strengths inside and outside, 0 … 1; none where that is 0
};

/// By cluster. O(edges).
std::vector<ClusterShape> cluster_shapes(const CompactGraph& graph, const Partition& partition);

/// Agreement of two partitions of the same nodes over pairs, corrected for chance: 1 for the same clusters, about 0 for
/// independent ones, negative below; 1 too where both put all nodes together or both keep all apart.
/// Hubert & Arabie 1985, doi:10.1007/BF01908075. Throws std::invalid_argument for different numbers of nodes. O(n log
/// n).
double adjusted_rand_index(const Partition& a, const Partition& b);

/// Mutual information over the mean of both entropies, 0 … 1; 1 where both have one cluster at most. Not corrected for
/// chance: many small clusters raise it. Danon et al. 2005, doi:10.1088/1742-5468/2005/09/P09008. Throws and costs as
/// above.
double normalised_mutual_information(const Partition& a, const Partition& b);

}  // namespace outmap
