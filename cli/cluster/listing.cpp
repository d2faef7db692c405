#include <algorithm>

#include "cli/cluster/report.hpp"
#include "cli/cluster/words.hpp"
#include "cli/listing.hpp"
#include "cli/names.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

std::string ids_text(const Ids& ids) {
  std::string text;
  for (const Id& id : ids) text += (text.empty() ? "" : ";") + id;
  return text;
}

Ids bridge_ids(const Cluster& cluster) {
  Ids ids;
  for (const ClusterBridge& bridge : cluster.bridges) ids.push_back(bridge.id);
  return ids;
}

/// For programs, ids; for people, names.
Cell people_cell(const Map& map, const Ids& ids, std::size_t most) {
  if (ids.empty()) return missing_cell();
  return {names_text(map, ids, most), ids_text(ids), Ink::plain};
}

Cell trait_cell(const Map& map, const Cluster& cluster) {
  if (cluster.traits.empty()) return missing_cell();
  std::string exact;
  for (const ClusterTrait& trait : cluster.traits) {
    exact += (exact.empty() ? "" : ";") + trait.attribute + "=" + trait.value;
  }
  return {traits_text(map, cluster, 3), exact, Ink::plain};
}

Cell types_cell(const Cluster& cluster) {
  if (cluster.types.empty()) return missing_cell();
  std::string exact;
  for (const TieTypeShare& type : cluster.types) {
    exact += (exact.empty() ? "" : ";") + type.type + "=" + number_text(type.share);
  }
  return {types_text(cluster), exact, Ink::plain};
}

std::vector<Column> columns() {
  return {{.key = "id", .heading = "rank", .align = Align::right},
          {.key = "name", .heading = "cluster"},
          {.key = "size", .heading = "members", .align = Align::right},
          {.key = "attention", .heading = "attention", .align = Align::right},
          {.key = "unmet_need", .heading = "unmet need", .align = Align::right},
          {.key = "collaboration", .heading = "collaboration", .align = Align::right},
          {.key = "value", .heading = "value", .align = Align::right},
          {.key = "stability", .heading = "stability", .align = Align::right},
          {.key = "members", .heading = "who"},
          {.key = "center", .heading = "centre"},
          {.key = "bridges", .heading = "bridges"},
          {.key = "traits", .heading = "in common"},
          {.key = "relation_types", .heading = "tied by"},
          {.key = "density", .heading = "density", .align = Align::right},
          {.key = "conductance", .heading = "conductance", .align = Align::right}};
}

Listing listing_of(const Map& map, const ClusterReport& report, Ids Cluster::*members) {
  constexpr std::size_t most_named = 8;
  Listing listing{columns(), {}};
  for (const Cluster& cluster : report.clusters) {
    const ClusterScores& scores = cluster.scores;
    listing.rows.push_back({text_cell(cluster.id), text_cell(cluster.name),
                            number_cell(static_cast<double>(cluster.members.size()), 0),
                            number_cell(cluster.attention, 0), number_cell(scores.unmet_need.score, 0),
                            number_cell(scores.collaboration.score, 0), number_cell(scores.value.score, 0),
                            number_cell(cluster.stability, 2), people_cell(map, cluster.*members, most_named),
                            people_cell(map, {cluster.center}, most_named),
                            people_cell(map, bridge_ids(cluster), most_named), trait_cell(map, cluster),
                            types_cell(cluster), number_cell(cluster.density, 2), number_cell(cluster.conductance, 2)});
  }
  return listing;
}

}  // namespace

Listing clusters_for_programs(const Map& map, const ClusterReport& report) {
  return listing_of(map, report, &Cluster::members);
}

std::string clusters_listing(const Map& map, const ClusterReport& report, const std::string& format,
                             const Screen& screen) {
  if (format == "csv") return listing_csv(clusters_for_programs(map, report));
  return listing_as(format, listing_of(map, report, &Cluster::by_strength), screen);
}

std::string assignment_csv(const ClusterReport& report) {
  std::vector<std::pair<std::string_view, std::string_view>> rows;
  for (const Cluster& cluster : report.clusters) {
    for (const Id& id : cluster.members) rows.emplace_back(id, cluster.id);
  }
  for (const Id& id : report.isolated) rows.emplace_back(id, "");
  std::ranges::sort(rows);
  std::string text = "id,cluster\n";
  for (const auto& [id, cluster] : rows) text += std::string(id) + "," + std::string(cluster) + "\n";
  return text;
}

}  // namespace outmap
