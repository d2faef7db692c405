#include "cli/cluster_report_text.hpp"

#include <algorithm>
#include <functional>
#include <map>

#include "cli/cluster_words.hpp"
#include "cli/display_text.hpp"
#include "cli/listing.hpp"
#include "cli/messages.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

constexpr std::size_t clusters_told = 6;  // in words; the table holds them all
constexpr std::size_t names_told = 8;
constexpr std::size_t label_width = 15;

std::string one_word(std::size_t count, std::string_view singular, std::string_view plural) {
  return grouped(static_cast<double>(count)) + " " + std::string(count == 1 ? singular : plural);
}

/// How many there are, and how many stand apart.
std::string counts(const Map& map, const ClusterReport& report) {
  const std::size_t people = map->customers.size() + map->partners.size();
  std::string text = one_word(report.clusters.size(), "cluster holds", "clusters hold") + " " +
                     grouped(static_cast<double>(people - report.isolated.size())) + " of " +
                     grouped(static_cast<double>(people)) + " customers and partners";
  if (!report.isolated.empty()) {
    text += "; " + one_word(report.isolated.size(), "is", "are") +
            " tied to nobody: " + names_text(map, report.isolated, names_told);
  }
  return text + ".";
}

/// What to look at first, in a sentence.
std::string finding(const Map& map, const ClusterReport& report, const Screen& screen) {
  if (report.clusters.empty()) {
    return report.isolated.empty() ? "The map has no customers or partners yet.\n" : "";
  }
  const Cluster& first = report.clusters.front();
  std::string text;
  if (first.attention && report.clusters.size() > 1) {
    text = paragraph("Look first at '" + printable(first.name) + "': " + why_first(map, report) + ".", screen,
                     Ink::strong);
  } else if (!first.attention) {
    text =
        paragraph("Which cluster needs attention first cannot be said: no outcome has a gap and no customer a value.",
                  screen, Ink::strong);
  }
  return text + paragraph(counts(map, report), screen);
}

Cell score_cell(const std::optional<double>& score, Ink ink = Ink::plain) {
  if (!score) return missing_cell();
  return {*score > 0 && *score < 0.5 ? "<1" : grouped(*score), number_text(*score), ink};
}

Listing overview(const Map& map, const ClusterReport& report) {
  Listing listing{{{.key = "rank", .heading = "rank", .align = Align::right},
                   {.key = "name", .heading = "cluster", .flexible = true},
                   {.key = "members", .heading = "members", .align = Align::right},
                   {.key = "center", .heading = "centre", .flexible = true, .spare = 2},
                   {.key = "attention", .heading = "attention", .align = Align::right},
                   {.key = "unmet_need", .heading = "unmet need", .align = Align::right},
                   {.key = "collaboration", .heading = "collaboration", .align = Align::right},
                   {.key = "value", .heading = "value", .align = Align::right},
                   {.key = "density", .heading = "density", .align = Align::right, .spare = 3},
                   {.key = "conductance", .heading = "conductance", .align = Align::right, .spare = 4}},
                  {}};
  for (const Cluster& cluster : report.clusters) {
    const ClusterScores& scores = cluster.scores;
    listing.rows.push_back(
        {text_cell(cluster.id), text_cell(cluster.name), number_cell(static_cast<double>(cluster.members.size()), 0),
         text_cell(map.name_of(cluster.center)), score_cell(cluster.attention, Ink::strong),
         score_cell(scores.unmet_need.score), score_cell(scores.collaboration.score), score_cell(scores.value.score),
         number_cell(cluster.density, 2), number_cell(cluster.conductance, 2)});
  }
  return listing;
}

/// A label, and its text wrapped beside it; nothing where there is no text.
std::string told(std::string_view label, std::string_view text, const Screen& screen) {
  std::string block;
  if (text.empty()) return block;
  for (const std::string& line : wrap_words(text, text_width(screen) - label_width)) {
    block += block.empty() ? screen.paint(Ink::faint, padded_right("  " + std::string(label), label_width))
                           : std::string(label_width, ' ');
    block += line + "\n";
  }
  return block;
}

std::string bullet(std::string_view text, const Screen& screen) {
  std::string block;
  for (const std::string& line : wrap_words(text, text_width(screen) - 4)) {
    block += (block.empty() ? "  – " : "    ") + line + "\n";
  }
  return block;
}

std::string heading(std::string_view text, const Screen& screen) { return "\n" + paragraph(text, screen, Ink::strong); }

/// The elements that its pinned name means and that are elsewhere, by where they are.
std::string outside_text(const Map& map, const ClusterReport& report, const Cluster& cluster) {
  std::map<std::size_t, Ids> by_place;  // isolated ones last
  for (const Id& id : cluster.outside) by_place[report.cluster_of(id).value_or(report.clusters.size())].push_back(id);
  std::string text;
  for (const auto& [place, ids] : by_place) {
    text += (text.empty() ? "" : "; ") + names_text(map, ids, names_told) +
            (place < report.clusters.size() ? " (now in " + cluster_names(report, {place}) + ")" : " (tied to nobody)");
  }
  return text;
}

/// One cluster in words.
std::string cluster_text(const Map& map, const ClusterReport& report, const Cluster& cluster, const Screen& screen) {
  constexpr std::size_t traits_told = 4;
  constexpr std::size_t parts_told = 3;
  std::string text = heading(cluster.id + "  " + printable(cluster.name), screen);
  text += told("who", size_text(cluster), screen);
  text += told("customers", names_text(map, members_of_kind(map, cluster, false), names_told), screen);
  text += told("partners", names_text(map, members_of_kind(map, cluster, true), names_told), screen);
  text += told("in common", traits_text(map, cluster, traits_told), screen);
  text += told("tied by", types_text(cluster), screen);
  text += told("centre", printable(map.name_of(cluster.center)), screen);
  text += told("unmet need", unmet_need_text(map, cluster.scores.unmet_need, parts_told), screen);
  text += told("collaborates", collaboration_text(cluster.scores.collaboration), screen);
  text += told("value", value_text(map, cluster.scores.value), screen);
  text += told("not here", outside_text(map, report, cluster), screen);
  return text;
}

struct PlacedBridge {
  const ClusterBridge* bridge = nullptr;
  const Cluster* home = nullptr;
};

/// Those through whom most leads from one cluster to others.
std::vector<PlacedBridge> strongest_bridges(const ClusterReport& report, std::size_t most) {
  std::vector<PlacedBridge> bridges;
  for (const Cluster& cluster : report.clusters) {
    for (const ClusterBridge& bridge : cluster.bridges) bridges.push_back({&bridge, &cluster});
  }
  std::ranges::stable_sort(bridges, std::greater{}, [](const PlacedBridge& placed) { return placed.bridge->weight; });
  if (bridges.size() > most) bridges.resize(most);
  return bridges;
}

/// The contacts of a bridge, by the cluster in which they are.
std::string contacts_text(const Map& map, const ClusterReport& report, const ClusterBridge& bridge) {
  std::string text;
  for (const std::size_t place : bridge.leads) {
    Ids here;
    for (const Id& id : bridge.contacts) {
      if (report.cluster_of(id) == place) here.push_back(id);
    }
    if (here.empty()) continue;
    text += (text.empty() ? "" : "; ") + names_text(map, here, names_told) + " in " + cluster_names(report, {place});
  }
  return text;
}

std::string bridges_text(const Map& map, const ClusterReport& report, const Screen& screen) {
  constexpr std::size_t bridges_told = 6;
  const auto bridges = strongest_bridges(report, bridges_told);
  if (bridges.empty()) return {};
  const bool by_likeness = bridges.front().bridge->by_likeness;
  std::string text = heading(by_likeness ? "Who stands between the clusters" : "Who connects the clusters", screen);
  for (const auto& [bridge, home] : bridges) {
    const std::string line = printable(map.name_of(bridge->id)) + " of '" + printable(home->name) + "' " +
                             (by_likeness ? "is also like " : "is tied to ") + contacts_text(map, report, *bridge);
    text += bullet(line, screen);
  }
  return text;
}

/// How sure all this is, and what the numbers mean.
std::string reckoning(const ClusterReport& report, const Screen& screen) {
  std::string text =
      "Attention is the mean of three scores from 0 to 100: unmet need (gaps of the members' outcomes and "
      "needs by importance), collaboration (how closely customers and partners are tied) and value (share "
      "of the value to the firm). " +
      grouped(static_cast<double>(report.declared_ties)) + " declared and " +
      grouped(static_cast<double>(report.derived_ties)) + " derived ties; modularity " +
      few_decimals(report.quality.modularity, 2) + ".";
  return "\n" + paragraph(text, screen, Ink::faint);
}

std::string warnings_text(const ClusterReport& report, const Screen& screen) {
  std::string text;
  for (const std::string& warning : report.warnings) text += paragraph(printable(warning), screen, Ink::warning);
  return text.empty() || report.clusters.empty() ? text : "\n" + text;
}

}  // namespace

std::string clusters_text(const Map& map, const ClusterReport& report, const Screen& screen) {
  std::string text = finding(map, report, screen);
  if (report.clusters.empty()) return text + warnings_text(report, screen);
  text += "\n" + listing_text(overview(map, report), screen);
  const std::size_t all = report.clusters.size();
  const std::size_t told = all <= clusters_told + 1 ? all : clusters_told;
  for (std::size_t i = 0; i < told; ++i) text += cluster_text(map, report, report.clusters[i], screen);
  if (told < all) {
    const std::string others = "The other " + std::to_string(all - told) + " clusters are told with --format json.";
    text += "\n" + paragraph(others, screen, Ink::faint);
  }
  return text + bridges_text(map, report, screen) + warnings_text(report, screen) + reckoning(report, screen);
}

}  // namespace outmap
