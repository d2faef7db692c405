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

constexpr std::size_t clusters_told = 8;    // in words; of others only what they have in common
constexpr std::size_t clusters_named = 30;  // the table holds them all
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

/// What the members of a cluster miss most.
std::string missed_most(const Map& map, const Cluster& cluster) {
  constexpr std::size_t told = 3;
  Ids missed;
  for (const UnmetPart& part : cluster.scores.unmet_need.parts) {
    if (part.points > 0 && missed.size() < told) missed.push_back(part.id);
  }
  return missed.empty() ? "" : " What its members miss most: " + quoted_names(map, missed, told) + ".";
}

/// What to look at first, in a sentence.
std::string finding(const Map& map, const ClusterReport& report, const Screen& screen) {
  if (report.clusters.empty()) {
    return report.isolated.empty() ? "The map has no customers or partners yet.\n" : "";
  }
  const Cluster& first = report.clusters.front();
  std::string text;
  if (first.attention && report.clusters.size() > 1) {
    text = paragraph("Look first at '" + printable(first.name) + "': " + why_first(report) + ".", screen, Ink::strong);
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

Cell share_cell(const std::optional<double>& share) {
  return share ? Cell{percent_text(*share), number_text(*share), Ink::plain} : missing_cell();
}

/// Leaves out columns in which nobody has anything.
Listing without_empty_columns(const Listing& listing) {
  Listing kept;
  kept.rows.resize(listing.rows.size());
  for (std::size_t i = 0; i < listing.columns.size(); ++i) {
    const auto is_empty = [&](const std::vector<Cell>& row) { return row[i].exact.empty(); };
    if (std::ranges::all_of(listing.rows, is_empty)) continue;
    kept.columns.push_back(listing.columns[i]);
    for (std::size_t row = 0; row < listing.rows.size(); ++row) kept.rows[row].push_back(listing.rows[row][i]);
  }
  return kept;
}

Listing overview(const Map& map, const ClusterReport& report) {
  Listing listing{{{.key = "rank", .heading = "rank", .align = Align::right},
                   {.key = "name", .heading = "cluster", .flexible = true},
                   {.key = "members", .heading = "members", .align = Align::right},
                   {.key = "center", .heading = "centre", .flexible = true, .spare = 3},
                   {.key = "attention", .heading = "attention", .align = Align::right},
                   {.key = "unmet_need", .heading = "unmet need", .align = Align::right},
                   {.key = "collaboration", .heading = "collaboration", .align = Align::right},
                   {.key = "value", .heading = "value", .align = Align::right},
                   {.key = "stability", .heading = "stability", .align = Align::right, .spare = 1},
                   {.key = "conductance", .heading = "ties outward", .align = Align::right, .spare = 2}},
                  {}};
  for (const Cluster& cluster : report.clusters) {
    const ClusterScores& scores = cluster.scores;
    listing.rows.push_back(
        {text_cell(cluster.id), text_cell(cluster.name), number_cell(static_cast<double>(cluster.members.size()), 0),
         text_cell(map.name_of(cluster.center)), score_cell(cluster.attention, Ink::strong),
         score_cell(scores.unmet_need.score), score_cell(scores.collaboration.score), score_cell(scores.value.score),
         share_cell(cluster.stability), share_cell(cluster.conductance)});
  }
  return without_empty_columns(listing);
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

/// All of a few; of many those that are most typical.
std::string members_text(const Map& map, const Ids& ids) {
  constexpr std::size_t few = 20;
  constexpr std::size_t typical = 3;
  if (ids.size() <= few) return names_text(map, ids, few);
  return "most typical " + names_text(map, {ids.begin(), ids.begin() + typical}, typical);
}

/// One cluster in words.
std::string cluster_text(const Map& map, const ClusterReport& report, const Cluster& cluster, const Screen& screen) {
  constexpr std::size_t traits_told = 4;
  constexpr std::size_t parts_told = 3;
  std::string text = heading(cluster.id + "  " + printable(cluster.name), screen);
  text += told("who", size_text(cluster), screen);
  text += told("customers", members_text(map, members_of_kind(map, cluster, false)), screen);
  text += told("partners", members_text(map, members_of_kind(map, cluster, true)), screen);
  text += told("in common", traits_text(map, cluster, traits_told), screen);
  text += told("tied by", types_text(cluster), screen);
  text += told("centre", printable(map.name_of(cluster.center)), screen);
  text += told("unmet need", unmet_need_text(map, cluster.scores.unmet_need, parts_told), screen);
  text += told("collaborates", collaboration_text(cluster.scores.collaboration), screen);
  text += told("value", value_text(map, cluster.scores.value), screen);
  text += told("not here", outside_text(map, report, cluster), screen);
  return text;
}

/// The first clusters whole, the next ones with what they have in common.
std::string told_clusters(const Map& map, const ClusterReport& report, const Screen& screen) {
  constexpr std::size_t traits_told = 2;
  const std::size_t all = report.clusters.size();
  const std::size_t whole = all <= clusters_told + 1 ? all : clusters_told;
  std::string text;
  for (std::size_t i = 0; i < whole; ++i) text += cluster_text(map, report, report.clusters[i], screen);
  for (std::size_t i = whole; i < std::min(all, clusters_named); ++i) {
    const Cluster& cluster = report.clusters[i];
    text += heading(cluster.id + "  " + printable(cluster.name), screen);
    text += told("who", size_text(cluster), screen);
    text += told("in common", traits_text(map, cluster, traits_told), screen);
  }
  if (all > whole) text += "\n" + paragraph("More about each with --format json.", screen, Ink::faint);
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
  std::ranges::stable_sort(bridges, std::greater{}, [](const PlacedBridge& placed) {
    return std::pair(placed.bridge->betweenness, placed.bridge->weight);
  });
  if (bridges.size() > most) bridges.resize(most);
  return bridges;
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

std::string bridges_text(const Map& map, const ClusterReport& report, const Screen& screen) {
  constexpr std::size_t most_told = 5;
  constexpr std::size_t most_by_likeness = 3;
  const auto bridges = strongest_bridges(report, most_told);
  if (bridges.empty()) return {};
  const bool by_likeness = bridges.front().bridge->by_likeness;
  std::string text =
      heading(by_likeness ? "Who stands between the clusters, by likeness" : "Who connects the clusters", screen);
  for (std::size_t i = 0; i < std::min(bridges.size(), by_likeness ? most_by_likeness : most_told); ++i) {
    const auto& [bridge, home] = bridges[i];
    text += bullet(printable(map.name_of(bridge->id)) + " ('" + printable(home->name) + "') → " +
                       contacts_text(map, report, *bridge),
                   screen);
  }
  return text;
}

/// What falls off, what nothing leads to any more, and who could stand in.
std::string leaving_line(const Map& map, const Leaving& leaving) {
  constexpr std::size_t outcomes_told = 3;
  std::vector<std::string> parts;
  Ids cut_off;
  for (const FallenPart& part : leaving.parts) cut_off.insert(cut_off.end(), part.named.begin(), part.named.end());
  if (!cut_off.empty()) parts.push_back("cuts off " + names_text(map, cut_off, names_told));
  if (!leaving.outcomes.empty()) {
    Ids lost;
    for (const LostOutcome& outcome : leaving.outcomes) lost.push_back(outcome.id);
    parts.push_back("nothing else leads to " + quoted_names(map, lost, outcomes_told));
  }
  if (!leaving.substitutes.empty()) {
    parts.push_back("could stand in: " + printable(map.name_of(leaving.substitutes.front().id)) + ", alike by " +
                    percent_text(leaving.substitutes.front().similarity));
  }
  std::string line = printable(map.name_of(leaving.id)) + ", " + one_decimal(leaving.hurt) + " of 100: ";
  for (std::size_t i = 0; i < parts.size(); ++i) line += (i == 0 ? "" : "; ") + parts[i];
  return line;
}

std::string leaving_text(const Map& map, const ClusterReport& report, const Screen& screen) {
  constexpr std::size_t people_told = 5;
  const auto& people = report.resilience.people;
  if (people.empty()) return {};
  std::string text = heading("Whose leaving would hurt most", screen);
  for (std::size_t i = 0; i < std::min(people_told, people.size()); ++i) {
    text += bullet(leaving_line(map, people[i]), screen);
  }
  return text;
}

/// What the numbers mean.
std::string reckoning(const ClusterReport& report, const Screen& screen) {
  std::string text;
  if (report.clusters.front().attention) {
    text +=
        "Attention is the mean of three scores from 0 to 100: unmet need (gaps of the members' outcomes and needs, by "
        "importance), collaboration (how closely customers and partners are tied) and value (share of the value to "
        "the firm). ";
  }
  if (report.quality.stability) {
    text += "Stability: of the pairs in a cluster, how many stay together when it is done again with other " +
            std::string(report.quality.method == ClusterMethod::linkage ? "attributes" : "ties") +
            " drawn from the same. ";
  }
  text += grouped(static_cast<double>(report.declared_ties)) + " declared and " +
          grouped(static_cast<double>(report.derived_ties)) + " derived ties; modularity " +
          few_decimals(report.quality.modularity, 2);
  if (report.quality.chance) text += ", by chance " + few_decimals(report.quality.chance->mean, 2);
  return "\n" + paragraph(text + ".", screen, Ink::faint);
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
  text += told_clusters(map, report, screen);
  text += bridges_text(map, report, screen) + leaving_text(map, report, screen);
  return text + warnings_text(report, screen) + reckoning(report, screen);
}

}  // namespace outmap
