// The parts of what `outmap cluster` tells people, each as text that ends with a line break or empty.
#pragma once

#include <string>
#include <string_view>

#include "cli/console.hpp"
#include "model/analysis/clusters/report.hpp"

namespace outmap {

inline constexpr std::size_t names_told = 8;  // of people in one line

/// A heading with an empty line before it.
std::string heading(std::string_view text, const Screen& screen);

/// One item of a list, wrapped.
std::string bullet(std::string_view text, const Screen& screen);

/// The first clusters whole, the next ones with what they have in common.
std::string cluster_details(const Map& map, const ClusterReport& report, const Screen& screen);

/// Who connects the clusters, and whose leaving would hurt most.
std::string connections_text(const Map& map, const ClusterReport& report, const Screen& screen);

/// Segments against clusters, where they were asked for.
std::string segments_text(const ClusterReport& report, const Screen& screen);

}  // namespace outmap
