#include "cli/cluster/report.hpp"

#include <algorithm>

#include "cli/cluster/parts.hpp"
#include "cli/cluster/words.hpp"
#include "cli/display_text.hpp"
#include "cli/listing.hpp"
#include "cli/messages.hpp"
#include "cli/names.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

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
std::string first_words(const Map& map, const ClusterReport& report) {
  const Cluster& first = report.clusters.front();
  if (!first.attention)
    return "Which cluster needs attention first cannot be said: no outcome has a gap and no customer a value.";
  if (report.clusters.size() < 2) return {};
  return "Look first at '" + printable(first.name) + "': " + why_first(report) + "." + missed_most(map, first);
}

/// A word of caution where chance does as well.
std::string chance_words(const ClusterReport& report) {
  if (!report.quality.chance || report.quality.chance->better) return {};
  return "Read them as a suggestion: chance makes clusters as clear as these of as many ties.";
}

constexpr std::string_view nobody = "The map has no customers or partners yet.";

std::string warnings_text(const ClusterReport& report, const Screen& screen) {
  std::string text;
  for (const std::string& warning : report.warnings) text += paragraph(printable(warning), screen, Ink::warning);
  return text;
}

std::string finding(const Map& map, const ClusterReport& report, const Screen& screen) {
  if (report.clusters.empty())
    return (report.isolated.empty() ? std::string(nobody) + "\n" : "") + warnings_text(report, screen);
  std::string text;
  if (const std::string first = first_words(map, report); !first.empty()) text = paragraph(first, screen, Ink::strong);
  text += paragraph(counts(map, report), screen);
  if (const std::string chance = chance_words(report); !chance.empty()) text += paragraph(chance, screen, Ink::warning);
  return text + warnings_text(report, screen);
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
    listing.rows.push_back({text_cell(cluster.id), element_cell(cluster.name, "cluster-" + cluster.id),
                            number_cell(static_cast<double>(cluster.members.size()), 0),
                            element_cell(map.name_of(cluster.center), cluster.center),
                            score_cell(cluster.attention, Ink::strong), score_cell(scores.unmet_need.score),
                            score_cell(scores.collaboration.score), score_cell(scores.value.score),
                            share_cell(cluster.stability), share_cell(cluster.conductance)});
  }
  return without_empty_columns(listing);
}

std::string hurt_words(const ResilienceReport& resilience) {
  const std::string cut_off = "the share of all heads that is cut off";
  const std::string access = "the share of all access to outcomes that is lost";
  const std::string both = "the mean of " + cut_off + " and of " + access;
  return "How much a leaving hurts: of 100, " +
         (!resilience.counts_access    ? cut_off
          : !resilience.counts_cut_off ? access
                                       : both) +
         ". ";
}

/// What the numbers mean.
std::string reckoning(const ClusterReport& report) {
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
  text += "What members have in common is counted among those who say it. ";
  if (!report.resilience.people.empty()) text += hurt_words(report.resilience);
  text += grouped(static_cast<double>(report.declared_ties)) + " declared and " +
          grouped(static_cast<double>(report.derived_ties)) + " derived ties; modularity " +
          few_decimals(report.quality.modularity, 2);
  if (report.quality.chance) text += ", by chance " + few_decimals(report.quality.chance->mean, 2);
  return text + ".";
}

}  // namespace

std::string clusters_text(const Map& map, const ClusterReport& report, const Screen& screen) {
  std::string text = finding(map, report, screen);
  if (report.clusters.empty()) return text;
  text += "\n" + listing_text(overview(map, report), screen);
  text += cluster_details(map, report, screen);
  text += connections_text(map, report, screen) + segments_text(report, screen);
  return text + "\n" + paragraph(reckoning(report), screen, Ink::faint);
}

ReportParts cluster_parts(const Map& map, const ClusterReport& report) {
  ReportPart part{"Clusters, those that need attention first on top", {}, {}, {}, {}};
  if (report.clusters.empty()) {
    if (report.isolated.empty()) part.words.emplace_back(nobody);
    part.bullets = report.warnings;
    return {part};
  }
  part.words = {first_words(map, report), counts(map, report), chance_words(report)};
  std::erase(part.words, "");
  part.listing = overview(map, report);
  part.bullets = report.warnings;
  part.note = reckoning(report);
  ReportParts parts{std::move(part)};
  for (ReportPart& more : connection_parts(map, report)) parts.push_back(std::move(more));
  return parts;
}

}  // namespace outmap
