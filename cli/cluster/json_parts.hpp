// The larger parts of the JSON of a cluster report.
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "model/analysis/clusters/report.hpp"

namespace outmap {

/// What the three scores are made of.
nlohmann::ordered_json json_of_factors(const ClusterScores& scores);

/// Needs, initiatives, postures and what nobody serves.
nlohmann::ordered_json json_of_strategy(const ClusterStrategy& strategy);

nlohmann::ordered_json json_of_resilience(const ResilienceReport& report);

/// Rows are segments, the cells of a row stand in the order of the clusters.
nlohmann::ordered_json json_of_segments(const SegmentReport& segments);

}  // namespace outmap
