#include "cli/value/listings.hpp"

#include <algorithm>
#include <array>

#include "cli/value/cells.hpp"
#include "model/map/choices.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

Cell room_cell(const PerceivedNet& value) {
  if (!value.most_room) return missing_cell();
  return {std::string(to_text(*value.most_room)) + " (" + few_decimals(value.room) + ")",
          std::string(to_text(*value.most_room)), Ink::plain};
}

void add_parts(std::vector<Cell>& row, const PerceivedNet& value) {
  for (const auto& part : {value.parts.worth, value.parts.benefits, value.parts.costs, value.parts.drawbacks}) {
    row.push_back(number_cell(part, 1));
  }
  row.push_back(signed_cell(value.net, 1));
  row.push_back(room_cell(value));
}

/// "4 → 8"
Cell now_wanted_cell(const KindOfValue& kind) {
  if (!kind.now && !kind.wanted) return missing_cell();
  const auto number = [](const std::optional<double>& value) { return value ? few_decimals(*value) : "–"; };
  return {number(kind.now) + " → " + number(kind.wanted), "", Ink::plain};
}

std::vector<Column> stage_columns() {
  return {{.key = "journey", .heading = "journey", .flexible = true, .spare = 1},
          {.key = "stage", .heading = "stage", .flexible = true},
          {.key = "customer", .heading = "customer", .flexible = true, .spare = 2},
          {.key = "functional", .heading = "functional", .align = Align::right},
          {.key = "financial", .heading = "financial", .align = Align::right},
          {.key = "emotional", .heading = "emotional", .align = Align::right},
          {.key = "social", .heading = "social", .align = Align::right},
          {.key = "gap", .heading = "missing", .align = Align::right},
          {.key = "widest", .heading = "most of it"}};
}

std::vector<Cell> stage_row(const Map& map, const StageValue& value) {
  std::vector<Cell> row = {name_cell(map, value.journey), name_cell(map, value.stage),
                           value.customer ? name_cell(map, *value.customer) : Cell{"all", "", Ink::plain}};
  for (const KindOfValue& kind : value.kinds) row.push_back(now_wanted_cell(kind));
  row.push_back(number_cell(value.gap, 1));
  row.push_back(value.widest ? text_cell(word_of(*value.widest)) : missing_cell());
  return row;
}

}  // namespace

Listing perceived_listing(const Map& map, const ValueReport& report) {
  Listing listing{{{.key = "name", .heading = "customer", .flexible = true},
                   {.key = "size", .heading = "heads", .align = Align::right, .spare = 2},
                   {.key = "worth", .heading = "worth", .align = Align::right},
                   {.key = "benefits", .heading = "benefits", .align = Align::right},
                   {.key = "costs", .heading = "costs", .align = Align::right},
                   {.key = "drawbacks", .heading = "drawbacks", .align = Align::right},
                   {.key = "net", .heading = "net", .align = Align::right},
                   {.key = "most_room", .heading = "most room"},
                   {.key = "id", .heading = "id", .spare = 3}},
                  {}};
  for (const CustomerValue& customer : report.customers) {
    std::vector<Cell> row = {name_cell(map, customer.id), number_cell(customer.size, 0)};
    add_parts(row, customer.perceived);
    row.push_back(text_cell(customer.id));
    listing.rows.push_back(std::move(row));
  }
  return listing;
}

Listing worth_listing(const Map& map, const ValueReport& report) {
  Listing listing{{{.key = "name", .heading = "customer", .flexible = true},
                   {.key = "size", .heading = "heads", .align = Align::right, .spare = 2},
                   {.key = "per_head", .heading = "a head", .align = Align::right},
                   {.key = "total", .heading = "together", .align = Align::right},
                   {.key = "share", .heading = "share", .align = Align::right},
                   {.key = "churn", .heading = "leave a year", .align = Align::right},
                   {.key = "source", .heading = "from", .spare = 1},
                   {.key = "id", .heading = "id", .spare = 3}},
                  {}};
  for (const CustomerWorth& worth : report.worths) {
    listing.rows.push_back({name_cell(map, worth.id), number_cell(worth.size, 0), money_cell(map, worth.firm.per_head),
                            money_cell(map, worth.total), share_cell(worth.share), share_cell(worth.churn),
                            text_cell(source_text(worth.firm.source)), text_cell(worth.id)});
  }
  return listing;
}

Listing stages_listing(const Map& map, const ValueReport& report) {
  Listing listing;
  listing.columns = {{.key = "journey", .heading = "journey", .flexible = true, .spare = 2},
                     {.key = "stage", .heading = "stage", .flexible = true},
                     {.key = "customer", .heading = "customer", .flexible = true},
                     {.key = "kind", .heading = "kind of value"},
                     {.key = "now", .heading = "now", .align = Align::right},
                     {.key = "wanted", .heading = "wanted", .align = Align::right},
                     {.key = "gap", .heading = "missing", .align = Align::right},
                     {.key = "mix", .heading = "part of the mix", .align = Align::right},
                     {.key = "stage_id", .heading = "id", .spare = 3}};
  for (const StageValue& value : report.stages) {
    for (const KindOfValue& kind : value.kinds) {
      if (!kind.now && !kind.wanted) continue;
      listing.rows.push_back({name_cell(map, value.journey), name_cell(map, value.stage),
                              value.customer ? Cell{name_cell(map, *value.customer).shown, *value.customer, Ink::plain}
                                             : Cell{"all", "", Ink::plain},
                              text_cell(word_of(kind.kind)), number_cell(kind.now, 1), number_cell(kind.wanted, 1),
                              number_cell(kind.gap, 1), share_cell(kind.mix), text_cell(value.stage)});
    }
  }
  return listing;
}

Listing widest_stages_listing(const Map& map, const ValueReport& report, std::size_t most) {
  std::vector<const StageValue*> stages;
  for (const StageValue& value : report.stages) {
    const bool today = map.get<Journey>(value.journey)->when == JourneyState::current;
    if (!value.customer && today && value.gap.value_or(0) > 0) stages.push_back(&value);
  }
  std::ranges::stable_sort(stages, std::greater<>(), [](const StageValue* value) { return *value->gap; });
  if (stages.size() > most) stages.resize(most);
  Listing listing{stage_columns(), {}};
  listing.columns.erase(listing.columns.begin() + 2);  // all are of everybody
  for (const StageValue* value : stages) {
    listing.rows.push_back(stage_row(map, *value));
    listing.rows.back().erase(listing.rows.back().begin() + 2);
  }
  return listing;
}

}  // namespace outmap
