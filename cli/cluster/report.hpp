// What `outmap cluster` found, in the forms that people and machines read.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "cli/console.hpp"
#include "cli/listing.hpp"
#include "cli/report_part.hpp"
#include "model/analysis/clusters/report.hpp"

namespace outmap {

/// Which cluster to look at first and why, the clusters in a table, and each of the first of them in words.
std::string clusters_text(const Map& map, const ClusterReport& report, const Screen& screen);

/// One row a cluster, as csv or markdown.
std::string clusters_listing(const Map& map, const ClusterReport& report, const std::string& format,
                             const Screen& screen);

/// The rows of the CSV.
Listing clusters_for_programs(const Map& map, const ClusterReport& report);

/// {"clusters": [...], "isolated": [...], "quality": {...}, "options": {...}, ...}
nlohmann::ordered_json clusters_document(const ClusterReport& report);
std::string clusters_json(const ClusterReport& report);

/// "id,cluster" for every customer and partner, by id; the cluster of an isolated one is empty.
std::string assignment_csv(const ClusterReport& report);

/// The same as data: the table, who connects the clusters, whose leaving would hurt most. See also cluster_words.
ReportParts cluster_parts(const Map& map, const ClusterReport& report);

}  // namespace outmap
