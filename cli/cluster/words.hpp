// What a cluster report says, in words for people.
#pragma once

#include <string>
#include <vector>

#include "model/analysis/clusters/report.hpp"

namespace outmap {

/// The members that are partners, or those that are customers, the most central first.
Ids members_of_kind(const Map& map, const Cluster& cluster, bool partners);

/// "4 customers and 3 partners, 4,960 heads"
std::string size_text(const Cluster& cluster);

/// "life rota work 57 % (elsewhere 4 %)"
std::string trait_text(const Map& map, const ClusterTrait& trait);
std::string traits_text(const Map& map, const Cluster& cluster, std::size_t most);

/// "common goal 61 %, similar need 24 % (from likeness)"
std::string types_text(const Cluster& cluster);

/// "'Families' and 'Long-term care'": clusters by their places.
std::string cluster_names(const ClusterReport& report, const std::vector<std::size_t>& places);

/// What each score is made of; empty where there is no score.
std::string unmet_need_text(const Map& map, const UnmetNeed& need, std::size_t most);
std::string collaboration_text(const Collaboration& together);
std::string value_text(const Map& map, const ClusterValue& value);

/// The initiatives that close most priority for it: "Shared record (responsive, 12.5 of 40 priority, €40k)".
std::string initiatives_text(const Map& map, const ClusterStrategy& strategy, std::size_t most);

/// The needs that no initiative serves.
std::string needs_text(const Map& map, const ClusterStrategy& strategy);

/// Why the cluster at the top is there: "its mean of unmet need, collaboration and value is the largest (38 of 100), by
/// the largest value (48 of 100)".
/// The first cluster's attention must be known.
std::string why_first(const ClusterReport& report);

}  // namespace outmap
