// Names of clusters: what the strategist pinned, else what the cluster's traits and centre suggest.
#pragma once

#include "model/analysis/clusters/report.hpp"

namespace outmap {

/// The name of an attribute as people say it: "books_by" → "books by", "OnlineSecurity" → "online security",
/// "StreamingTV" → "streaming TV".
std::string attribute_words(std::string_view name);

/// One trait in a few words: "region north", "on call", "no online security", "higher tenure", "wants Quick answers".
/// Needs are called by their names.
std::string trait_words(const Map& map, const ClusterTrait& trait);

/// Gives every cluster of `report` its name, from its members, traits and centre.
///
/// Pinned names (`clusters` of the map) come first. A name belongs to the cluster that holds most of the elements that
/// it names; where one cluster is meant by several names, it bears the one of which it holds most elements, then the
/// largest share, then the first in the map; the others are lost, and `lost_names` says why. So a name stays with its
/// cluster while data change. The elements named that stand elsewhere are the cluster's `outside`.
///
/// Proposed: the first traits that at least half of the members have, two at most, in few words; without any, "Around"
/// and the centre's name; a cluster of one bears the name of its member; where two would be called alike, the centre's
/// name is added. Deterministic. O(pinned elements log n + clusters × traits).
void name_clusters(const Map& map, ClusterReport& report);

}  // namespace outmap
