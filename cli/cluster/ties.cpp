#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "cli/cluster/parts.hpp"
#include "cli/cluster/words.hpp"
#include "cli/display_text.hpp"
#include "cli/names.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

struct PlacedBridge {
  const ClusterBridge* bridge = nullptr;
  const Cluster* home = nullptr;
};

/// Who leads from one cluster to others, those through whom most leads first.
std::vector<PlacedBridge> strongest_bridges(const ClusterReport& report) {
  std::vector<PlacedBridge> bridges;
  for (const Cluster& cluster : report.clusters) {
    for (const ClusterBridge& bridge : cluster.bridges) bridges.push_back({&bridge, &cluster});
  }
  std::ranges::stable_sort(bridges, std::greater{}, [](const PlacedBridge& placed) {
    return std::pair(placed.bridge->betweenness, placed.bridge->weight);
  });
  return bridges;
}

/// How many of a list are not told, and where they are.
std::string more_note(std::size_t all, std::size_t told) {
  return all > told ? fmt::format("And {} more; --format json has all.", all - told) : "";
}

/// "Nurses, Doctors ('Long-term care'); Insurer ('Workers')": the contacts of a bridge, by where they are.
std::string contacts_text(const Map& map, const ClusterReport& report, const ClusterBridge& bridge) {
  std::string text;
  for (const std::size_t place : bridge.leads) {
    Ids here;
    for (const Id& id : bridge.contacts) {
      if (report.cluster_of(id) == place) here.push_back(id);
    }
    if (here.empty()) continue;
    text +=
        (text.empty() ? "" : "; ") + names_text(map, here, names_told) + " (" + cluster_names(report, {place}) + ")";
  }
  return text;
}

ReportParts bridge_parts(const Map& map, const ClusterReport& report) {
  constexpr std::size_t most_told = 5;
  constexpr std::size_t most_by_likeness = 3;
  const auto bridges = strongest_bridges(report);
  if (bridges.empty()) return {};
  const bool by_likeness = bridges.front().bridge->by_likeness;
  ReportPart part{by_likeness ? "Who stands between the clusters, by likeness"
                              : "Who connects the clusters, who lies on most ways first",
                  {},
                  {},
                  {},
                  {}};
  const std::size_t told = std::min(bridges.size(), by_likeness ? most_by_likeness : most_told);
  part.note = more_note(bridges.size(), told);
  for (std::size_t i = 0; i < told; ++i) {
    const auto& [bridge, home] = bridges[i];
    part.bullets.push_back(printable(map.name_of(bridge->id)) + " ('" + printable(home->name) + "') → " +
                           contacts_text(map, report, *bridge));
  }
  return {part};
}

/// " (16.3 % of all heads)"
std::string share_of(std::string_view all, double share) {
  return share > 0 ? fmt::format(" ({} % of {})", few_decimals(100 * share, 1), all) : "";
}

/// What falls off, what nothing leads to any more, and who could stand in.
std::string leaving_line(const Map& map, const Leaving& leaving) {
  constexpr std::size_t outcomes_told = 3;
  std::vector<std::string> parts;
  Ids cut_off;
  for (const FallenPart& part : leaving.parts) cut_off.insert(cut_off.end(), part.named.begin(), part.named.end());
  if (!cut_off.empty())
    parts.push_back("cuts off " + names_text(map, cut_off, names_told) + share_of("all heads", leaving.cut_off));
  if (!leaving.outcomes.empty()) {
    Ids lost;
    for (const LostOutcome& outcome : leaving.outcomes) lost.push_back(outcome.id);
    parts.push_back("nothing else leads to " + quoted_names(map, lost, outcomes_told) +
                    share_of("all access", leaving.lost_access));
  }
  if (!leaving.substitutes.empty()) {
    parts.push_back("could stand in: " + printable(map.name_of(leaving.substitutes.front().id)) + ", alike by " +
                    percent_text(leaving.substitutes.front().similarity));
  }
  std::string line = printable(map.name_of(leaving.id)) + ", " + one_decimal(leaving.hurt) + " of 100: ";
  for (std::size_t i = 0; i < parts.size(); ++i) line += (i == 0 ? "" : "; ") + parts[i];
  return line;
}

ReportParts leaving_parts(const Map& map, const ClusterReport& report) {
  constexpr std::size_t people_told = 5;
  const auto& people = report.resilience.people;
  if (people.empty()) return {};
  ReportPart part{"Whose leaving would hurt most", {}, {}, {}, {}};
  const std::size_t told = std::min(people_told, people.size());
  part.note = more_note(people.size(), told);
  for (std::size_t i = 0; i < told; ++i) {
    part.bullets.push_back(leaving_line(map, people[i]));
  }
  return {part};
}

}  // namespace

ReportParts connection_parts(const Map& map, const ClusterReport& report) {
  ReportParts parts = bridge_parts(map, report);
  for (ReportPart& part : leaving_parts(map, report)) parts.push_back(std::move(part));
  return parts;
}

std::string connections_text(const Map& map, const ClusterReport& report, const Screen& screen) {
  std::string text;
  for (const ReportPart& part : connection_parts(map, report)) {
    text += heading(part.heading, screen);
    for (const std::string& line : part.bullets) text += bullet(line, screen);
    if (!part.note.empty()) text += paragraph(part.note, screen, Ink::faint);
  }
  return text;
}

}  // namespace outmap
