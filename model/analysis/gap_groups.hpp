// Groups that outcomes can be looked at for: a cluster, a stage, a journey.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/map/map.hpp"

namespace outmap {

struct ClusterReport;

/// Some outcomes, for some people.
struct GapGroup {
  Id id;                        // of the cluster, stage or journey
  std::string name;             // for people
  std::optional<Ids> outcomes;  // missing: all of them; sorted
  Ids members;                  // customers and partners; sorted
  bool members_only = false;    // outcomes that no member holds are left out; else they are taken as wholes

  bool operator==(const GapGroup&) const = default;
};

/// Each cluster of the report, with the outcomes that its members hold. By place in the report.
std::vector<GapGroup> groups_of_clusters(const ClusterReport& report);

/// Each stage, with the outcomes wanted there, for the customers of its journey; in the order of the map. Stages
/// without outcomes are left out.
std::vector<GapGroup> groups_of_stages(const Map& map);

/// Each journey, with the outcomes wanted at any of its stages, for its customers; in the order of the map. Journeys
/// without outcomes are left out.
std::vector<GapGroup> groups_of_journeys(const Map& map);

}  // namespace outmap
