#include "cli/gap_report_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "cli/display_text.hpp"
#include "cli/findings_report.hpp"
#include "cli/json_text.hpp"
#include "cli/listing.hpp"
#include "model/analysis/firm_value.hpp"
#include "model/format/write.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

using Json = nlohmann::ordered_json;

Ink ink_of(const std::optional<Band>& band) {
  if (band == Band::extreme) return Ink::error;
  if (band == Band::high) return Ink::warning;
  return Ink::plain;
}

const Outcome& outcome_of(const Map& map, const GapRow& row) { return *map.get<Outcome>(row.id); }

template <class Choice>
Cell choice_cell(const std::optional<Choice>& choice, Ink ink = Ink::plain) {
  return choice ? text_cell(to_text(*choice), ink) : missing_cell();
}

std::string holder_name(const Map& map, const GapRow& row) {
  if (row.holder) return std::string(map.name_of(*row.holder));
  const Holders& holders = outcome_of(map, row).holders;
  if (holders.organisation) return "the organisation";
  constexpr std::size_t most_named = 4;  // a row with forty names tells less than one with four and a count
  const std::size_t named = holders.list.size() <= most_named ? holders.list.size() : most_named - 1;
  std::string names;
  for (std::size_t i = 0; i < named; ++i) {
    names += (i == 0 ? "" : ", ") + std::string(map.name_of(holders.list[i].id));
  }
  if (named < holders.list.size()) names += " and " + std::to_string(holders.list.size() - named) + " more";
  return names;
}

Cell percent_cell(const std::optional<double>& share) {
  return share ? Cell{percent_text(*share), number_text(*share), Ink::plain} : missing_cell();
}

/// "14 → 3 min"
Cell level_cell(const Map& map, const GapRow& row) {
  const auto number = [](const std::optional<double>& value) { return value ? few_decimals(*value) : "–"; };
  if (!row.level.current && !row.level.target) return missing_cell();
  const std::string& unit = outcome_of(map, row).unit;
  return {number(row.level.current) + " → " + number(row.level.target) + (unit.empty() ? "" : " " + printable(unit)),
          "", Ink::plain};
}

Cell decimal_cell(const std::optional<double>& value, Ink ink = Ink::plain) {
  return value ? Cell{one_decimal(*value), number_text(*value), ink} : missing_cell();
}

std::vector<Column> columns_for_people() {
  return {{.key = "rank", .heading = "rank", .align = Align::right},
          {.key = "name", .heading = "outcome", .flexible = true},
          {.key = "holder", .heading = "who wants it", .flexible = true, .spare = 5},
          {.key = "importance", .heading = "importance", .align = Align::right, .spare = 2},
          {.key = "satisfaction", .heading = "satisfaction", .align = Align::right, .spare = 3},
          {.key = "level", .heading = "now → target", .align = Align::right},
          {.key = "gap", .heading = "gap", .align = Align::right, .spare = 4},
          {.key = "opportunity", .heading = "opportunity", .align = Align::right},
          {.key = "band", .heading = "band", .spare = 1},
          {.key = "quadrant", .heading = "quadrant", .spare = 6},
          {.key = "impact", .heading = "impact", .align = Align::right, .spare = 3},
          {.key = "priority", .heading = "priority", .align = Align::right},
          {.key = "id", .heading = "id", .spare = 7}};
}

/// The rows as people read them: every outcome in the order of the report, and under it those who want it.
std::vector<const GapRow*> grouped_rows(const GapReport& report) {
  std::map<std::string_view, std::vector<const GapRow*>> parts;
  for (const GapRow& row : report.rows) {
    if (row.holder) parts[row.id].push_back(&row);
  }
  std::vector<const GapRow*> rows;
  for (const GapRow& row : report.rows) {
    if (row.holder) continue;
    rows.push_back(&row);
    const auto& own = parts[row.id];
    rows.insert(rows.end(), own.begin(), own.end());
  }
  return rows;
}

Listing listing_for_people(const Map& map, const GapReport& report) {
  Listing listing{columns_for_people(), {}};
  double rank = 0;
  for (const GapRow* row : grouped_rows(report)) {
    const Ink ink = ink_of(row->band);
    const bool whole = !row->holder;
    listing.rows.push_back(
        {whole ? number_cell(++rank, 0) : Cell{},
         whole ? text_cell(outcome_of(map, *row).name) : text_cell("  for " + holder_name(map, *row)),
         whole ? text_cell(holder_name(map, *row)) : Cell{}, decimal_cell(row->level.importance),
         decimal_cell(row->level.satisfaction), level_cell(map, *row), number_cell(row->level.gap, 1),
         decimal_cell(row->opportunity, ink), choice_cell(row->band, ink), choice_cell(row->quadrant),
         percent_cell(row->factors.impact), decimal_cell(row->priority), text_cell(row->id)});
  }
  return listing;
}

Listing listing_for_programs(const Map& map, const GapReport& report) {
  Listing listing;
  for (const std::string_view key : {"rank", "id", "name", "holder", "importance", "satisfaction", "current", "target",
                                     "unit", "gap", "normalised_gap", "opportunity", "band", "quadrant", "versus_best",
                                     "reach", "value_share", "impact", "priority"}) {
    const bool words =
        key == "id" || key == "name" || key == "holder" || key == "unit" || key == "band" || key == "quadrant";
    listing.columns.push_back({.key = key, .heading = key, .align = words ? Align::left : Align::right});
  }
  for (const GapRow& row : report.rows) {
    const OutcomeLevel& level = row.level;
    const Outcome& outcome = outcome_of(map, row);
    listing.rows.push_back(
        {number_cell(static_cast<double>(listing.rows.size() + 1), 0), text_cell(row.id), text_cell(outcome.name),
         text_cell(row.holder.value_or("")), number_cell(level.importance, 1), number_cell(level.satisfaction, 1),
         number_cell(level.current, 1), number_cell(level.target, 1), text_cell(outcome.unit),
         number_cell(level.gap, 1), number_cell(level.normalised_gap, 2), number_cell(row.opportunity, 1),
         choice_cell(row.band), choice_cell(row.quadrant), number_cell(row.versus_best, 1),
         number_cell(row.factors.reach, 2), number_cell(row.factors.value_share, 2), number_cell(row.factors.impact, 2),
         number_cell(row.priority, 1)});
  }
  return listing;
}

/// Why nothing has a priority, and what to add.
std::string no_priority(const Map& map, const GapReport& report) {
  const auto unwanted = std::ranges::count_if(report.rows, [&](const GapRow& row) {
    const Holders& holders = outcome_of(map, row).holders;
    return row.level.gap.value_or(0) > 0 && holders.list.empty() && !holders.organisation;
  });
  if (unwanted == 0) return "No outcome has a priority: none falls short of its target, or numbers are missing.";
  return fmt::format("No outcome has a priority: {} short and {} who wants {}; add holders: [ID of a customer].",
                     unwanted == 1 ? "1 falls" : fmt::format("{} fall", unwanted),
                     unwanted == 1 ? "does not say" : "do not say", unwanted == 1 ? "it" : "them");
}

/// What matters most, in words.
std::string finding(const Map& map, const GapReport& report, const Screen& screen) {
  const auto first = std::ranges::find_if(report.rows, [](const GapRow& row) { return row.priority.value_or(0) > 0; });
  if (report.rows.empty()) return "The map has no outcomes yet.\n";
  if (first == report.rows.end()) return paragraph(no_priority(map, report), screen, Ink::plain);
  std::string text = "Act first on '" + printable(outcome_of(map, *first).name) + "'";
  if (first->holder) text += " for " + printable(map.name_of(*first->holder));
  const auto urgent = std::ranges::count_if(report.rows, [](const GapRow& row) {
    return !row.holder && (row.band == Band::extreme || row.band == Band::high);
  });
  if (urgent > 0)
    text += "; " + std::to_string(urgent) +
            (urgent == 1 ? " outcome is a high or extreme opportunity" : " outcomes are high or extreme opportunities");
  return paragraph(text + ".", screen, Ink::strong);
}

/// How many customers have no value to the firm although others have: they count nothing in value shares.
std::size_t customers_without_money(const Map& map) {
  const auto& customers = map->customers;
  const auto without = static_cast<std::size_t>(
      std::ranges::count_if(customers, [](const Customer& customer) { return !firm_value(customer).per_head; }));
  return without == customers.size() ? 0 : without;
}

std::string reckoning(const Map& map, const GapReport& report, const Screen& screen) {
  std::string text =
      "Priority 0–100 = 100 × importance/10 × gap/scale × impact; impact is the share of customers, and of the value "
      "to "
      "the firm, that the gap touches. Opportunity 0–20 = importance + what satisfaction lacks of it.";
  if (const std::size_t without = customers_without_money(map); without > 0) {
    text += " No value to the firm is given for " + std::to_string(without) + " of " +
            std::to_string(map->customers.size()) + " customers: in impact they count by their number only.";
  }
  if (report.importance_cross && report.satisfaction_cross) {
    text += " Quadrants meet at importance " + one_decimal(*report.importance_cross) + ", satisfaction " +
            one_decimal(*report.satisfaction_cross) + " (" + std::string(to_text(report.crosshair)) + ").";
  }
  if (report.as_of) text += " As of " + to_words(*report.as_of) + ".";
  return paragraph(text, screen, Ink::faint);
}

template <class Choice>
Json json_of_choice(const std::optional<Choice>& choice) {
  return choice ? Json(to_text(*choice)) : Json(nullptr);
}

Json json_of_row(const GapRow& row) {
  const OutcomeLevel& level = row.level;
  return {{"id", row.id},
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
            {"value_share", json_of(row.factors.value_share)}}}};
}

}  // namespace

std::string gaps_text(const Map& map, const GapReport& report, const Screen& screen) {
  std::string text = finding(map, report, screen);
  if (report.rows.empty()) return text;
  return text + "\n" + listing_text(listing_for_people(map, report), screen) + "\n" + reckoning(map, report, screen);
}

std::string gaps_listing(const Map& map, const GapReport& report, const std::string& format, const Screen& screen) {
  return listing_as(format, format == "csv" ? listing_for_programs(map, report) : listing_for_people(map, report),
                    screen);
}

std::string gaps_json(const GapReport& report, const std::vector<Finding>& findings) {
  Json outcomes = Json::array();
  for (const GapRow& row : report.rows) outcomes.push_back(json_of_row(row));
  return json_text({{"outcomes", std::move(outcomes)}, {"findings", findings_json(findings)}});
}

}  // namespace outmap
