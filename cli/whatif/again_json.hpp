// What is found again on the changed map of a scenario: gaps, journeys, clusters, access and findings, as JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "model/analysis/whatif/report.hpp"

namespace outmap {

/// {"gaps": […], "priority_gone", "findings": {"opened", "closed"}, "journeys": […], "clusters": {…} or null,
/// "access": {…}, "push_pull": {…}}
nlohmann::ordered_json found_again_json(const WhatIfReport& report);

/// [{"id", "presence", "priority_before", "priority_after", …}]
nlohmann::ordered_json gap_changes_json(const std::vector<GapChange>& changes);

/// {"changed": [{"id", "from", "to"}], "clusters": […], "modularity_before", "modularity_after"}
nlohmann::ordered_json cluster_changes_json(const ClusterChanges& changes);

/// {"opened": […], "closed": […]}
nlohmann::ordered_json finding_changes_json(const FindingChanges& changes);

}  // namespace outmap
