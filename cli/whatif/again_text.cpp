#include "cli/whatif/again_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/messages.hpp"
#include "cli/whatif/words.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

constexpr std::size_t most_rows = 6;
constexpr double noticed = 0.01;  // of stages: changes of less than 1 % of a scale are left to the JSON

/// A sentence of its own, without the sign of a list.
struct Told {
  std::string text;
  Ink ink = Ink::plain;
};

void add_more(std::vector<Told>& told, std::size_t all) {
  if (all > most_rows) told.push_back({fmt::format("and {} more", all - most_rows), Ink::faint});
}

std::string lines_of(const std::vector<Told>& told, const Screen& screen) {
  std::string text;
  for (const Told& one : told) text += paragraph((one.ink == Ink::faint ? "" : "· ") + one.text, screen, one.ink);
  return text;
}

std::vector<std::string> bullets_of(const std::vector<Told>& told) {
  std::vector<std::string> bullets;
  for (const Told& one : told) bullets.push_back(one.text);
  return bullets;
}

std::string before_after(const std::optional<double>& before, const std::optional<double>& after, int decimals) {
  const auto number = [&](const std::optional<double>& value) { return value ? few_decimals(*value, decimals) : "–"; };
  return number(before) == number(after) ? number(after) : number(before) + " → " + number(after);
}

/// "Family carers and the organisation"
std::string holders_words(const Ids& holders, bool organisation, const Names& names) {
  if (holders.empty()) return "the organisation";
  return names.several(holders) + (organisation ? " and the organisation" : "");
}

std::vector<Told> access_told(const AccessChanges& access, const Names& names) {
  std::vector<Told> told;
  for (const OpenOutcome& lost : access.lost) {
    told.push_back({fmt::format("Nothing leads to {} any more for {}.", names.quoted(lost.outcome),
                                holders_words(lost.holders, lost.organisation, names)),
                    Ink::error});
  }
  for (std::size_t i = 0; i < std::min(most_rows, access.new_single_points.size()); ++i) {
    const SoleAccess& point = access.new_single_points[i];
    told.push_back({fmt::format("{} now hangs on {} alone, for {}.", names.quoted(point.outcome),
                                names.quoted(point.person), holders_words(point.holders, point.organisation, names)),
                    Ink::warning});
  }
  add_more(told, access.new_single_points.size());
  for (const OpenOutcome& gained : access.gained) {
    told.push_back({fmt::format("Something leads to {} now, for {}.", names.quoted(gained.outcome),
                                holders_words(gained.holders, gained.organisation, names)),
                    Ink::plain});
  }
  Ids freed;
  for (const SoleAccess& point : access.past_single_points) freed.push_back(point.outcome);
  std::ranges::sort(freed);
  freed.erase(std::unique(freed.begin(), freed.end()), freed.end());
  if (!freed.empty()) told.push_back({"Depends on nobody alone any more: " + names.several(freed) + ".", Ink::plain});
  return told;
}

std::string rank_text(std::size_t rank) { return rank == 0 ? "–" : std::to_string(rank); }

/// "2, was 4"
std::string rank_words(const GapChange& gap) {
  if (gap.presence == Presence::added) return rank_text(gap.rank_after) + ", new";
  if (gap.rank_before == gap.rank_after) return rank_text(gap.rank_after);
  return rank_text(gap.rank_after) + ", was " + rank_text(gap.rank_before);
}

Ink ink_of(double change) { return change < 0 ? Ink::error : change > 0 ? Ink::good : Ink::plain; }

/// "Appointment within three days, Book at night; emotion −2 → 1", or what becomes of the stage.
std::string stage_words(const StageChange& stage, const Names& names) {
  if (stage.presence == Presence::gone) return "gone";
  if (stage.presence == Presence::added) return "new";
  std::vector<std::string> parts;
  if (!stage.outcomes.empty()) parts.push_back(names.several(stage.outcomes, 2));
  if (stage.value_gap_before != stage.value_gap_after)
    parts.push_back("value still wanted " + before_after(stage.value_gap_before, stage.value_gap_after, 1));
  if (stage.emotion_before != stage.emotion_after)
    parts.push_back("emotion " + before_after(stage.emotion_before, stage.emotion_after, 1));
  return fmt::format("{}", fmt::join(parts, "; "));
}

/// A stage whose value or feeling is set has no outcome that moves.
Cell stage_change_cell(const StageChange& stage) {
  const bool tells = stage.presence != Presence::gone && (stage.change != 0 || !stage.outcomes.empty());
  return tells ? text_cell(signed_percent(stage.change), ink_of(stage.change)) : missing_cell();
}

}  // namespace

std::string gone_gaps_words(const std::vector<GapChange>& gaps, const Names& names) {
  std::string text;
  for (const GapChange& gap : gaps) {
    if (gap.presence == Presence::unheld) {
      text += fmt::format("Nobody is left who wants {}: its gap is not closed. ", names.quoted(gap.id));
    }
    if (gap.presence != Presence::gone) continue;
    const bool weighs = gap.priority_before.value_or(0) >= 0.05;
    text += fmt::format("{} is gone{}: its gap is not closed, nobody looks at it any more. ", names.quoted(gap.id),
                        weighs ? ", with a priority of " + few_decimals(*gap.priority_before, 1) : "");
  }
  return text;
}

std::string gone_gaps_words(const WhatIfReport& report, const Names& names) {
  if (!report.gaps.empty()) return gone_gaps_words(report.gaps, names);
  std::string text;
  for (const WhatIfOutcome& outcome : report.gone_outcomes) text += names.quoted(outcome.id) + " is gone. ";
  return text;
}

Listing gap_changes_listing(const std::vector<GapChange>& gaps, const Names& names, std::size_t most) {
  Listing listing{{{.key = "rank", .heading = "rank"},
                   {.key = "name", .heading = "outcome", .flexible = true},
                   {.key = "priority", .heading = "priority", .align = Align::right},
                   {.key = "band", .heading = "band", .spare = 1}},
                  {}};
  for (const GapChange& gap : gaps) {
    if (gap.rank_after == 0 || gap.rank_after > most || *gap.priority_after <= 0) continue;
    const double more = gap.priority_after.value_or(0) - gap.priority_before.value_or(0);
    listing.rows.push_back(
        {text_cell(rank_words(gap)), text_cell(names(gap.id)),
         text_cell(before_after(gap.priority_before, gap.priority_after, 1), more > 0.05    ? Ink::error
                                                                             : more < -0.05 ? Ink::good
                                                                                            : Ink::plain),
         gap.band_after ? text_cell(to_text(*gap.band_after)) : missing_cell()});
  }
  return listing;
}

bool any_priority_moves(const std::vector<GapChange>& gaps) {
  return std::ranges::any_of(gaps, [](const GapChange& gap) {
    return std::abs(gap.priority_after.value_or(0) - gap.priority_before.value_or(0)) >= 0.05;
  });
}

namespace {

std::vector<Told> cluster_changes_told(const ClusterChanges& changes, const Names& names) {
  std::vector<Told> told;
  const auto named = [](const std::string& cluster) {
    return cluster.empty() ? "nobody" : "'" + printable(cluster) + "'";
  };
  for (std::size_t i = 0; i < std::min(most_rows, changes.moves.size()); ++i) {
    const ClusterMove& move = changes.moves[i];
    told.push_back(
        {fmt::format("{}: with {}, no longer with {}", names(move.id), named(move.to), named(move.from)), Ink::plain});
  }
  add_more(told, changes.moves.size());
  for (const ClusterChange& cluster : changes.clusters) {
    if (cluster.after.empty()) told.push_back({named(cluster.name_before) + " falls apart.", Ink::warning});
    if (cluster.before.empty()) told.push_back({named(cluster.name_after) + " comes up.", Ink::plain});
    const double more = cluster.unmet_after.value_or(0) - cluster.unmet_before.value_or(0);
    const bool looks_the_same =
        std::round(cluster.unmet_after.value_or(0)) == std::round(cluster.unmet_before.value_or(0));
    if (cluster.before.empty() || cluster.after.empty() || std::abs(more) < 0.5 || looks_the_same) continue;
    told.push_back({fmt::format("{}: unmet need {}", named(cluster.name_after),
                                before_after(cluster.unmet_before, cluster.unmet_after, 0)),
                    more > 0 ? Ink::error : Ink::plain});
  }
  return told;
}

}  // namespace

std::string cluster_change_lines(const ClusterChanges& changes, const Names& names, const Screen& screen) {
  return lines_of(cluster_changes_told(changes, names), screen);
}

std::string finding_change_lines(const FindingChanges& changes, const Screen& screen) {
  std::vector<Told> told;
  const auto tell = [&](const std::vector<Finding>& findings, std::string_view what, Ink ink) {
    for (std::size_t i = 0; i < std::min(most_rows, findings.size()); ++i) {
      const Finding& one = findings[i];
      told.push_back({fmt::format("{}: {} [{}]", what, printable(one.message), one.code), ink});
    }
    add_more(told, findings.size());
  };
  tell(changes.opened, "new", Ink::warning);
  tell(changes.closed, "no longer", Ink::plain);
  return lines_of(told, screen);
}

std::string push_pull_words(const WhatIfReport& report) {
  const std::size_t all = report.push + report.pull;
  if (all == 0) return "";
  std::string text = fmt::format("Push and pull: {} to {}", report.push, report.pull);
  if (all >= 2 && report.pull * 4 <= all) text += ", so that hardly any of it was asked for";
  if (all >= 2 && report.push * 4 <= all) text += ", so that hardly any of it comes unasked";
  return text + ". ";
}

Listing stages_listing(const WhatIfReport& report, const Names& names) {
  Listing listing{{{.key = "stage", .heading = "stage", .flexible = true},
                   {.key = "journey", .heading = "journey", .flexible = true, .spare = 2},
                   {.key = "change", .heading = "for the better", .align = Align::right},
                   {.key = "why", .heading = "by", .flexible = true, .spare = 1}},
                  {}};
  for (const StageChange& stage : report.stages) {
    const bool is_set = stage.value_gap_before != stage.value_gap_after || stage.emotion_before != stage.emotion_after;
    const bool shows = stage.presence != Presence::stays || std::abs(stage.change) >= noticed || is_set;
    if (!shows || stage.when == JourneyState::future) continue;
    listing.rows.push_back({text_cell(names(stage.stage)), text_cell(names(stage.journey)), stage_change_cell(stage),
                            text_cell(stage_words(stage, names))});
  }
  return listing;
}

Listing clusters_listing(const ClusterChanges& changes) {
  Listing listing{{{.key = "before", .heading = "cluster today"},
                   {.key = "after", .heading = "cluster then"},
                   {.key = "members", .heading = "members", .align = Align::right},
                   {.key = "unmet_need", .heading = "unmet need", .align = Align::right},
                   {.key = "collaboration", .heading = "collaboration", .align = Align::right},
                   {.key = "value", .heading = "value", .align = Align::right}},
                  {}};
  for (const ClusterChange& one : changes.clusters) {
    const auto members = [](const std::string& id, std::size_t count) {
      return id.empty() ? std::optional<double>() : std::optional<double>(static_cast<double>(count));
    };
    listing.rows.push_back(
        {text_cell(printable(one.name_before)), text_cell(printable(one.name_after)),
         text_cell(before_after(members(one.before, one.members_before), members(one.after, one.members_after), 0)),
         text_cell(before_after(one.unmet_before, one.unmet_after, 1)),
         text_cell(before_after(one.collaboration_before, one.collaboration_after, 1)),
         text_cell(before_after(one.value_before, one.value_after, 1))});
  }
  return listing;
}

namespace {

constexpr std::string_view access_heading = "Who can get what";
constexpr std::string_view stages_heading = "Along the journeys";
constexpr std::string_view gaps_heading = "The most pressing gaps then";
constexpr std::string_view clusters_heading = "Clusters";

/// Empty where no priority moves.
Listing pressing_gaps(const WhatIfReport& report, const Names& names) {
  return any_priority_moves(report.gaps) ? gap_changes_listing(report.gaps, names, most_rows) : Listing();
}

}  // namespace

std::string found_again_text(const WhatIfReport& report, const Names& names, const Screen& screen) {
  std::string text = section(access_heading, lines_of(access_told(report.access, names), screen), screen);
  const auto add = [&](std::string_view heading, const Listing& listing) {
    if (!listing.rows.empty()) text += section(heading, listing_text(listing, screen), screen);
  };
  add(stages_heading, stages_listing(report, names));
  add(gaps_heading, pressing_gaps(report, names));
  if (report.clusters) text += section(clusters_heading, cluster_change_lines(*report.clusters, names, screen), screen);
  return text + section("Findings", finding_change_lines(report.findings, screen), screen);
}

ReportParts found_again_parts(const WhatIfReport& report, const Names& names) {
  ReportParts parts;
  const auto add = [&](std::string_view heading, Listing listing) {
    if (!listing.rows.empty()) parts.push_back({std::string(heading), {}, std::move(listing), {}, {}});
  };
  parts.push_back({std::string(access_heading), {}, {}, bullets_of(access_told(report.access, names)), {}});
  add(stages_heading, stages_listing(report, names));
  add(gaps_heading, pressing_gaps(report, names));
  if (report.clusters)
    parts.push_back(
        {std::string(clusters_heading), {}, {}, bullets_of(cluster_changes_told(*report.clusters, names)), {}});
  std::erase_if(parts, [](const ReportPart& part) { return !part.listing && part.bullets.empty(); });
  return parts;
}

}  // namespace outmap
