// Which customers and partners belong together, and what each such cluster is.
#pragma once

#include "model/analysis/clusters/network.hpp"
#include "model/analysis/clusters/report.hpp"

namespace outmap {

class LevelTable;

/// The clusters of the customers and partners of `map` (method: network.hpp, leiden.hpp), each explained.
///
/// Clusters are ordered by attention, the mean of the scores that are known (scores.hpp), among equals by size, then by
/// their first member. Elements without any tie stand apart, as `isolated`; a map with nobody, or without ties, has no
/// clusters. Traits: see find_traits; types of ties: see find_tie_types; centre and bridges: see roles.hpp; names: see
/// names.hpp.
///
/// Deterministic for map, options and seed, for any number of threads; the order of the file does not matter, and
/// names do only where elements cannot be told apart otherwise. Throws std::invalid_argument for options out of range
/// and for segments by an attribute that nobody has, std::length_error for a map too large for the method.
/// Time: that of find_neighbours, and `starts` times that of find_communities.
ClusterReport find_clusters(const Map& map, const ClusterOptions& options = {});

/// The same on a network made before, whose options stand for those in `options`.
ClusterReport find_clusters(const Map& map, const ClusterNetwork& network, const ClusterOptions& options = {});

/// The same with the levels of the map on the day asked for.
ClusterReport find_clusters(const Map& map, const LevelTable& levels, const ClusterNetwork& network,
                            const ClusterOptions& options);

}  // namespace outmap
