// Names of clusters: what the strategist pinned, else what the cluster's traits and centre suggest.
#pragma once

#include "model/analysis/clusters/report.hpp"

namespace outmap {

/// The name of an attribute as people say it: "books_by" → "books by", "OnlineSecurity" → "online security",
/// "StreamingTV" → "streaming TV".
std::string attribute_words(std::string_view name);

/// What a category says, in small letters and without its attribute where it speaks for itself: "fiber optic", but "no
/// phone service" for the value No. For comparing traits.
std::string plain_words(const ClusterTrait& trait);

/// One trait in a few words: "region: north", "tier 3", "on call", "no online security", "higher tenure", "wants Quick
/// answers". Needs are called by their names.
std::string trait_words(const Map& map, const ClusterTrait& trait);

/// Gives every cluster that is not pinned a name: the two most telling traits that at least half of the members have,
/// at most one number among them, in few words; that an attribute does not apply ("none") makes no name. Without any,
/// both names of two members, or "Around" and the centre's name; a cluster of one bears the name of its member. Where
/// two would be called alike, the second trait is the one that the fewest clusters share, then there are more, four in
/// all at most, and where that does not help, the centre's name is added. O(clusters × traits).
void propose_names(const Map& map, std::vector<Cluster>& clusters);

/// Gives every cluster of `report` its name, from its members, traits and centre.
///
/// Pinned names (`clusters` of the map) come first. A name belongs to the cluster that holds most of the elements that
/// it names; where one cluster is meant by several names, it bears the one of which it holds most elements, then the
/// largest share, then the first in the map; the others are lost, and `lost_names` says why. So a name stays with its
/// cluster while data change. The elements named that stand elsewhere are the cluster's `outside`. The others get
/// proposed names. Deterministic. O(pinned elements log n + clusters × traits).
void name_clusters(const Map& map, ClusterReport& report);

}  // namespace outmap
