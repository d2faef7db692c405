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

/// Missing where there is nothing to count.
Cell count_cell(std::size_t count) { return count > 0 ? number_cell(static_cast<double>(count), 0) : missing_cell(); }

Cell end_cell(const std::optional<Interval>& interval, double Interval::*end) {
  return interval ? number_cell((*interval).*end, 1) : missing_cell();
}

struct RowForPrograms {
  std::size_t rank;  // 1, 2, …
  const Outcome& outcome;
  const DetailedGap& gap;
};

struct GapColumn {
  std::string_view key;
  Align align;
  Cell (*cell)(const RowForPrograms& of);
};

/// What a row holds for programs. A new column is a row here.
constexpr std::array gap_columns = std::to_array<GapColumn>({
    {"rank", Align::right, [](const RowForPrograms& of) { return number_cell(static_cast<double>(of.rank), 0); }},
    {"id", Align::left, [](const RowForPrograms& of) { return text_cell(of.gap.id); }},
    {"name", Align::left, [](const RowForPrograms& of) { return text_cell(of.outcome.name); }},
    {"holder", Align::left, [](const RowForPrograms& of) { return text_cell(of.gap.holder.value_or("")); }},
    {"importance", Align::right, [](const RowForPrograms& of) { return number_cell(of.gap.level.importance, 1); }},
    {"satisfaction", Align::right, [](const RowForPrograms& of) { return number_cell(of.gap.level.satisfaction, 1); }},
    {"current", Align::right, [](const RowForPrograms& of) { return number_cell(of.gap.level.current, 1); }},
    {"target", Align::right, [](const RowForPrograms& of) { return number_cell(of.gap.level.target, 1); }},
    {"unit", Align::left, [](const RowForPrograms& of) { return text_cell(of.outcome.unit); }},
    {"gap", Align::right, [](const RowForPrograms& of) { return number_cell(of.gap.level.gap, 1); }},
    {"normalised_gap", Align::right,
     [](const RowForPrograms& of) { return number_cell(of.gap.level.normalised_gap, 2); }},
    {"opportunity", Align::right, [](const RowForPrograms& of) { return number_cell(of.gap.opportunity, 1); }},
    {"band", Align::left, [](const RowForPrograms& of) { return choice_cell(of.gap.band); }},
    {"quadrant", Align::left, [](const RowForPrograms& of) { return choice_cell(of.gap.quadrant); }},
    {"versus_best", Align::right, [](const RowForPrograms& of) { return number_cell(of.gap.versus_best, 1); }},
    {"reach", Align::right, [](const RowForPrograms& of) { return number_cell(of.gap.factors.reach, 2); }},
    {"value_share", Align::right, [](const RowForPrograms& of) { return number_cell(of.gap.factors.value_share, 2); }},
    {"impact", Align::right, [](const RowForPrograms& of) { return number_cell(of.gap.factors.impact, 2); }},
    {"priority", Align::right, [](const RowForPrograms& of) { return number_cell(of.gap.priority, 1); }},
    {"for", Align::left, [](const RowForPrograms& of) { return text_cell(of.gap.holder ? to_text(of.gap.part) : ""); }},
    {"best_competitor", Align::left,
     [](const RowForPrograms& of) { return text_cell(of.gap.best_competitor.value_or("")); }},
    {"importance_answers", Align::right,
     [](const RowForPrograms& of) { return count_cell(of.gap.importance_answers); }},
    {"satisfaction_answers", Align::right,
     [](const RowForPrograms& of) { return count_cell(of.gap.satisfaction_answers); }},
    {"opportunity_low", Align::right,
     [](const RowForPrograms& of) { return end_cell(of.gap.intervals.opportunity, &Interval::low); }},
    {"opportunity_high", Align::right,
     [](const RowForPrograms& of) { return end_cell(of.gap.intervals.opportunity, &Interval::high); }},
    {"priority_low", Align::right,
     [](const RowForPrograms& of) { return end_cell(of.gap.priority_interval, &Interval::low); }},
    {"priority_high", Align::right,
     [](const RowForPrograms& of) { return end_cell(of.gap.priority_interval, &Interval::high); }},
    {"importance_rank", Align::right,
     [](const RowForPrograms& of) { return count_cell(of.gap.importance_rank.value_or(0)); }},
});

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
      {"holder", json_or_null(row.holder)},
      {"importance", json_of(level.importance)},
      {"satisfaction", json_of(level.satisfaction)},
      {"current", json_of(level.current)},
      {"target", json_of(level.target)},
      {"gap", json_of(level.gap)},
      {"normalised_gap", json_of(level.normalised_gap)},
      {"opportunity", json_of(row.opportunity)},
      {"band", text_or_null(row.band)},
      {"quadrant", text_or_null(row.quadrant)},
      {"versus_best", json_of(row.versus_best)},
      {"priority", json_of(row.priority)},
      {"factors",
       {{"importance", json_of(row.factors.importance)},
        {"gap", json_of(row.factors.gap)},
        {"reach", json_of(row.factors.reach)},
        {"value_share", json_of(row.factors.value_share)}}},
      {"for", json_of_part(row)},
      {"best_competitor", json_or_null(row.best_competitor)},
      {"answers",
       {{"importance", row.importance_answers}, {"satisfaction", row.satisfaction_answers}, {"few", row.is_soft()}}},
      {"intervals",
       {{"importance", json_of_ends(row.intervals.importance)},
        {"satisfaction", json_of_ends(row.intervals.satisfaction)},
        {"opportunity", json_of_ends(row.intervals.opportunity)},
        {"priority", json_of_ends(row.priority_interval)}}},
      {"ranks",
       {{"importance", json_or_null(row.importance_rank)},
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
  return {{"as_of", text_or_null(gaps.report.as_of)},
          {"crosshair", to_text(gaps.report.crosshair)},
          {"importance_cross", json_of(gaps.report.importance_cross)},
          {"satisfaction_cross", json_of(gaps.report.satisfaction_cross)},
          {"alpha", json_of(gaps.report.alpha)},
          {"scores", to_text(gaps.ratings.score)},
          {"respondents", to_text(gaps.ratings.respondents)},
          {"resamples", gaps.resamples}};
}

}  // namespace

Listing gaps_listing(const Map& map, const DetailedGaps& gaps) {
  Listing listing;
  for (const GapColumn& column : gap_columns)
    listing.columns.push_back({.key = column.key, .heading = column.key, .align = column.align});
  for (const DetailedGap& gap : gaps.rows) {
    const RowForPrograms of{listing.rows.size() + 1, *map.get<Outcome>(gap.id), gap};
    std::vector<Cell>& row = listing.rows.emplace_back();
    for (const GapColumn& column : gap_columns) row.push_back(column.cell(of));
  }
  return listing;
}

std::string gaps_csv(const Map& map, const DetailedGaps& gaps) { return listing_csv(gaps_listing(map, gaps)); }

Json gaps_document(const DetailedGaps& gaps, const std::vector<Finding>& findings, const std::vector<KanoRow>& kano) {
  Json outcomes = Json::array();
  for (const DetailedGap& row : gaps.rows) outcomes.push_back(json_of_row(row));
  return JsonObject()
      .add("outcomes", std::move(outcomes))
      .add("findings", findings_json(findings))
      .add("kano", kano_json(kano))
      .add("warnings", json_of_warnings(gaps))
      .add("options", json_of_options(gaps))
      .take();
}

std::string gaps_json(const DetailedGaps& gaps, const std::vector<Finding>& findings,
                      const std::vector<KanoRow>& kano) {
  return json_text(gaps_document(gaps, findings, kano));
}

}  // namespace outmap
