// The parts of what `outmap cluster` tells people, each as text that ends with a line break or empty.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/console.hpp"
#include "cli/report_part.hpp"
#include "model/analysis/clusters/report.hpp"

namespace outmap {

inline constexpr std::size_t names_told = 8;  // of people in one line

/// The first clusters whole, the next ones with what they have in common.
std::string cluster_details(const Map& map, const ClusterReport& report, const Screen& screen);

/// One cluster in words: a label ("who", "in common", "centre") and what stands beside it, in order; some are empty.
using LabelledWords = std::vector<std::pair<std::string_view, std::string>>;
LabelledWords cluster_words(const Map& map, const ClusterReport& report, const Cluster& cluster);

/// Who connects the clusters, and whose leaving would hurt most, as data.
ReportParts connection_parts(const Map& map, const ClusterReport& report);

/// Who connects the clusters, and whose leaving would hurt most.
std::string connections_text(const Map& map, const ClusterReport& report, const Screen& screen);

/// Segments against clusters, where they were asked for.
std::string segments_text(const ClusterReport& report, const Screen& screen);

}  // namespace outmap
