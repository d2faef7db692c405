// What `outmap gaps` found, for programs: JSON and CSV.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "cli/gaps/findings.hpp"
#include "cli/gaps/kano.hpp"
#include "cli/gaps/report.hpp"
#include "cli/json_text.hpp"
#include "cli/listing.hpp"
#include "model/format/write.hpp"

namespace outmap {
namespace {

using Json = nlohmann::ordered_json;

template <class Choice>
Cell choice_cell(const std::optional<Choice>& choice) {
  return choice ? text_cell(to_text(*choice)) : missing_cell();
}

/// Missing where there is nothing to count.
Cell count_cell(std::size_t count) { return count > 0 ? number_cell(static_cast<double>(count), 0) : missing_cell(); }

Cell end_cell(const std::optional<Interval>& interval, double Interval::*end) {
  return interval ? number_cell((*interval).*end, 1) : missing_cell();
}

Listing listing_for_programs(const Map& map, const DetailedGaps& gaps) {
  Listing listing;
  for (const std::string_view key : {"rank",
                                     "id",
                                     "name",
                                     "holder",
                                     "importance",
                                     "satisfaction",
                                     "current",
                                     "target",
                                     "unit",
                                     "gap",
                                     "normalised_gap",
                                     "opportunity",
                                     "band",
                                     "quadrant",
                                     "versus_best",
                                     "reach",
                                     "value_share",
                                     "impact",
                                     "priority",
                                     "for",
                                     "best_competitor",
                                     "importance_answers",
                                     "satisfaction_answers",
                                     "opportunity_low",
                                     "opportunity_high",
                                     "priority_low",
                                     "priority_high",
                                     "importance_rank"}) {
    constexpr std::array<std::string_view, 8> words_of = {"id",   "name",     "holder", "unit",
                                                          "band", "quadrant", "for",    "best_competitor"};
    const bool words = std::ranges::find(words_of, key) != words_of.end();
    listing.columns.push_back({.key = key, .heading = key, .align = words ? Align::left : Align::right});
  }
  for (const DetailedGap& row : gaps.rows) {
    const OutcomeLevel& level = row.level;
    const Outcome& outcome = *map.get<Outcome>(row.id);
    listing.rows.push_back({number_cell(static_cast<double>(listing.rows.size() + 1), 0),
                            text_cell(row.id),
                            text_cell(outcome.name),
                            text_cell(row.holder.value_or("")),
                            number_cell(level.importance, 1),
                            number_cell(level.satisfaction, 1),
                            number_cell(level.current, 1),
                            number_cell(level.target, 1),
                            text_cell(outcome.unit),
                            number_cell(level.gap, 1),
                            number_cell(level.normalised_gap, 2),
                            number_cell(row.opportunity, 1),
                            choice_cell(row.band),
                            choice_cell(row.quadrant),
                            number_cell(row.versus_best, 1),
                            number_cell(row.factors.reach, 2),
                            number_cell(row.factors.value_share, 2),
                            number_cell(row.factors.impact, 2),
                            number_cell(row.priority, 1),
                            text_cell(row.holder ? to_text(row.part) : ""),
                            text_cell(row.best_competitor.value_or("")),
                            count_cell(row.importance_answers),
                            count_cell(row.satisfaction_answers),
                            end_cell(row.intervals.opportunity, &Interval::low),
                            end_cell(row.intervals.opportunity, &Interval::high),
                            end_cell(row.priority_interval, &Interval::low),
                            end_cell(row.priority_interval, &Interval::high),
                            count_cell(row.importance_rank.value_or(0))});
  }
  return listing;
}

template <class Choice>
Json json_of_choice(const std::optional<Choice>& choice) {
  return choice ? Json(to_text(*choice)) : Json(nullptr);
}

Json json_of_ends(const std::optional<Interval>& interval) {
  return interval ? Json::array({interval->low, interval->high}) : Json(nullptr);
}

Json json_of_ends(const std::optional<RankRange>& ranks) {
  return ranks ? Json::array({ranks->first, ranks->last}) : Json(nullptr);
}

/// What a row is for; null for the outcome as a whole.
Json json_of_part(const DetailedGap& row) {
  if (!row.holder) return nullptr;
  return {{"kind", to_text(row.part)}, {"id", *row.holder}, {"name", row.part_name}};
}

Json json_of_row(const DetailedGap& row) {
  const OutcomeLevel& level = row.level;
  return {
      {"id", row.id},
      {"holder", row.holder ? Json(*row.holder) : Json(nullptr)},
      {"importance", json_of(level.importance)},
      {"satisfaction", json_of(level.satisfaction)},
      {"current", json_of(level.current)},
      {"target", json_of(level.target)},
      {"gap", json_of(level.gap)},
      {"normalised_gap", json_of(level.normalised_gap)},
      {"opportunity", json_of(row.opportunity)},
      {"band", json_of_choice(row.band)},
      {"quadrant", json_of_choice(row.quadrant)},
      {"versus_best", json_of(row.versus_best)},
      {"priority", json_of(row.priority)},
      {"factors",
       {{"importance", json_of(row.factors.importance)},
        {"gap", json_of(row.factors.gap)},
        {"reach", json_of(row.factors.reach)},
        {"value_share", json_of(row.factors.value_share)}}},
      {"for", json_of_part(row)},
      {"best_competitor", row.best_competitor ? Json(*row.best_competitor) : Json(nullptr)},
      {"answers",
       {{"importance", row.importance_answers}, {"satisfaction", row.satisfaction_answers}, {"few", row.is_soft()}}},
      {"intervals",
       {{"importance", json_of_ends(row.intervals.importance)},
        {"satisfaction", json_of_ends(row.intervals.satisfaction)},
        {"opportunity", json_of_ends(row.intervals.opportunity)},
        {"priority", json_of_ends(row.priority_interval)}}},
      {"ranks",
       {{"importance", row.importance_rank ? Json(*row.importance_rank) : Json(nullptr)},
        {"opportunity", json_of_ends(row.opportunity_ranks)},
        {"priority", json_of_ends(row.priority_ranks)}}}};
}

Json json_of_warnings(const DetailedGaps& gaps) {
  Json warnings = Json::array();
  for (const GapWarning& warning : gaps.warnings) {
    warnings.push_back(
        {{"kind", warning.kind}, {"elements", warning.outcomes}, {"message", warning.message}, {"hint", warning.hint}});
  }
  return warnings;
}

Json json_of_options(const DetailedGaps& gaps) {
  return {{"as_of", gaps.report.as_of ? Json(to_text(*gaps.report.as_of)) : Json(nullptr)},
          {"crosshair", to_text(gaps.report.crosshair)},
          {"importance_cross", json_of(gaps.report.importance_cross)},
          {"satisfaction_cross", json_of(gaps.report.satisfaction_cross)},
          {"alpha", json_of(gaps.report.alpha)},
          {"scores", to_text(gaps.ratings.score)},
          {"respondents", to_text(gaps.ratings.respondents)},
          {"resamples", gaps.resamples}};
}

}  // namespace

Listing gaps_listing(const Map& map, const DetailedGaps& gaps) { return listing_for_programs(map, gaps); }

std::string gaps_csv(const Map& map, const DetailedGaps& gaps) { return listing_csv(gaps_listing(map, gaps)); }

Json gaps_document(const DetailedGaps& gaps, const std::vector<Finding>& findings, const std::vector<KanoRow>& kano) {
  Json outcomes = Json::array();
  for (const DetailedGap& row : gaps.rows) outcomes.push_back(json_of_row(row));
  return {{"outcomes", std::move(outcomes)},
          {"findings", findings_json(findings)},
          {"kano", kano_json(kano)},
          {"warnings", json_of_warnings(gaps)},
          {"options", json_of_options(gaps)}};
}

std::string gaps_json(const DetailedGaps& gaps, const std::vector<Finding>& findings,
                      const std::vector<KanoRow>& kano) {
  return json_text(gaps_document(gaps, findings, kano));
}

}  // namespace outmap
