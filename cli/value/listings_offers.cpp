// The parts of a value report that speak of offerings.
#include <algorithm>
#include <array>

#include "cli/value/cells.hpp"
#include "cli/value/listings.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

const LadderFinding* fault_of(const ValueReport& report, const Id& rung) {
  const auto found = std::ranges::find(report.ladder.findings, rung, &LadderFinding::rung);
  return found == report.ladder.findings.end() ? nullptr : &*found;
}

template <class Rows, class Key>
auto find_row(const Rows& rows, const Id& id, Key key) {
  const auto found = std::ranges::find(rows, id, key);
  return found == rows.end() ? nullptr : &*found;
}

/// "51 % (41–61 %)"
Cell estimate_cell(const ShareEstimate& estimate) {
  const std::string low = grouped(100 * estimate.interval.low);
  const std::string high = percent_text(estimate.interval.high);
  return {percent_text(estimate.share) + " (" + low + "–" + high + ")", number_text(estimate.share), Ink::plain};
}

/// "fair within a hundredth" is neither good nor bad value.
Ink value_ink(double advantage) {
  if (advantage > 0.005) return Ink::good;
  return advantage < -0.005 ? Ink::warning : Ink::plain;
}

}  // namespace

Listing ladder_listing(const Map& map, const ValueReport& report) {
  Listing listing{{{.key = "name", .heading = "offering", .flexible = true},
                   {.key = "price", .heading = "price", .align = Align::right},
                   {.key = "worth", .heading = "worth", .align = Align::right, .spare = 2},
                   {.key = "benefits", .heading = "benefits", .align = Align::right, .spare = 2},
                   {.key = "costs", .heading = "costs", .align = Align::right, .spare = 2},
                   {.key = "drawbacks", .heading = "drawbacks", .align = Align::right, .spare = 2},
                   {.key = "net", .heading = "net", .align = Align::right},
                   {.key = "price_step", .heading = "dearer by", .align = Align::right, .spare = 1},
                   {.key = "value_step", .heading = "better by", .align = Align::right},
                   {.key = "fault", .heading = "finding"},
                   {.key = "id", .heading = "id", .spare = 3}},
                  {}};
  for (const OfferingRung& rung : report.ladder.rungs) {
    const LadderFinding* fault = fault_of(report, rung.id);
    const Ink ink = fault != nullptr ? Ink::warning : Ink::plain;
    const PerceivedValue& parts = rung.value.parts;
    listing.rows.push_back({name_cell(map, rung.id), money_cell(map, rung.price), number_cell(parts.worth, 1),
                            number_cell(parts.benefits, 1), number_cell(parts.costs, 1),
                            number_cell(parts.drawbacks, 1), signed_cell(rung.value.net, 1),
                            money_cell(map, rung.price_step), signed_cell(rung.value_step, 1, ink),
                            fault != nullptr ? text_cell(to_text(fault->fault), ink) : Cell{}, text_cell(rung.id)});
  }
  return listing;
}

Listing value_map_listing(const Map& map, const ValueReport& report) {
  Listing listing{{{.key = "name", .heading = "who", .flexible = true},
                   {.key = "ours", .heading = "whose"},
                   {.key = "price", .heading = "price", .align = Align::right},
                   {.key = "fair_price", .heading = "fair price", .align = Align::right},
                   {.key = "advantage", .heading = "better value by", .align = Align::right},
                   {.key = "relative_quality", .heading = "relative quality", .align = Align::right, .spare = 1},
                   {.key = "relative_price", .heading = "relative price", .align = Align::right, .spare = 1},
                   {.key = "outcomes", .heading = "judged on", .align = Align::right, .spare = 2},
                   {.key = "id", .heading = "id", .spare = 3}},
                  {}};
  const std::string all = std::to_string(report.value_map.aspects.size());
  for (const ValuePoint& point : report.value_map.points) {
    const Ink ink = value_ink(point.advantage);
    listing.rows.push_back(
        {name_cell(map, point.id), Cell{point.ours ? "ours" : "theirs", point.ours ? "yes" : "no", Ink::plain},
         money_cell(map, point.price), money_cell(map, point.fair_price), signed_cell(point.advantage, 2, ink),
         number_cell(point.relative_quality, 2), number_cell(point.relative_price, 2),
         Cell{std::to_string(point.aspects) + " of " + all, std::to_string(point.aspects), Ink::plain},
         text_cell(point.id)});
  }
  return listing;
}

Listing alternatives_listing(const Map& map, const ValueReport& report) {
  Listing listing{{{.key = "name", .heading = "offering", .flexible = true},
                   {.key = "alternative", .heading = "beside", .flexible = true},
                   {.key = "reference_price", .heading = "at", .align = Align::right},
                   {.key = "positive", .heading = "better", .align = Align::right},
                   {.key = "negative", .heading = "worse", .align = Align::right},
                   {.key = "value", .heading = "worth", .align = Align::right},
                   {.key = "price", .heading = "price", .align = Align::right},
                   {.key = "left_to_customer", .heading = "left to customer", .align = Align::right},
                   {.key = "id", .heading = "id", .spare = 3}},
                  {}};
  for (const EconomicValue& value : report.beside) {
    const Ink ink = value.left_to_customer.value_or(0) < 0 ? Ink::warning : Ink::plain;
    listing.rows.push_back(
        {name_cell(map, value.offering), Cell{name_cell(map, value.alternative).shown, value.alternative, Ink::plain},
         money_cell(map, value.reference_price), signed_money_cell(map, value.positive),
         money_cell(map, -value.negative), money_cell(map, value.value), money_cell(map, value.price),
         signed_money_cell(map, value.left_to_customer, ink), text_cell(value.offering)});
  }
  return listing;
}

Listing prices_listing(const Map& map, const ValueReport& report) {
  Listing listing{{{.key = "name", .heading = "offering", .flexible = true},
                   {.key = "answers", .heading = "asked", .align = Align::right},
                   {.key = "price", .heading = "price", .align = Align::right},
                   {.key = "would_pay", .heading = "would pay it", .align = Align::right},
                   {.key = "best_revenue_price", .heading = "most revenue at", .align = Align::right},
                   {.key = "near_best", .heading = "nearly as much at", .align = Align::right, .spare = 1},
                   {.key = "best_profit_price", .heading = "most profit at", .align = Align::right},
                   {.key = "id", .heading = "id", .spare = 3}},
                  {}};
  for (const DemandCurve& curve : report.demand) {
    const bool one = curve.near_best_low == curve.near_best_high;
    const std::string range =
        money_text(curve.near_best_low, map->currency) + "–" + few_decimals(curve.near_best_high, 2);
    listing.rows.push_back({name_cell(map, curve.offering), number_cell(static_cast<double>(curve.answers), 0),
                            curve.today ? money_cell(map, curve.today->price) : missing_cell(),
                            curve.today ? estimate_cell(curve.today->would_pay) : missing_cell(),
                            money_cell(map, curve.best_revenue.price), one ? missing_cell() : text_cell(range),
                            curve.best_profit ? money_cell(map, curve.best_profit->price) : missing_cell(),
                            text_cell(curve.offering)});
  }
  return listing;
}

Listing demand_listing(const Map& map, const ValueReport& report) {
  Listing listing{{{.key = "name", .heading = "offering", .flexible = true},
                   {.key = "price", .heading = "price", .align = Align::right},
                   {.key = "would_pay", .heading = "would pay it", .align = Align::right},
                   {.key = "low", .heading = "from", .align = Align::right},
                   {.key = "high", .heading = "to", .align = Align::right},
                   {.key = "revenue", .heading = "revenue a person asked", .align = Align::right},
                   {.key = "profit", .heading = "profit a person asked", .align = Align::right},
                   {.key = "id", .heading = "id", .spare = 3}},
                  {}};
  for (const DemandCurve& curve : report.demand) {
    for (const DemandPoint& point : curve.points) {
      listing.rows.push_back({name_cell(map, curve.offering), money_cell(map, point.price),
                              share_cell(point.would_pay.share), share_cell(point.would_pay.interval.low),
                              share_cell(point.would_pay.interval.high), money_cell(map, point.revenue),
                              money_cell(map, point.profit), text_cell(curve.offering)});
    }
  }
  return listing;
}

Listing propositions_listing(const Map& map, const ValueReport& report) {
  Listing listing{{{.key = "name", .heading = "offering", .flexible = true},
                   {.key = "outcome", .heading = "proposition", .flexible = true},
                   {.key = "importance", .heading = "importance", .align = Align::right, .spare = 2},
                   {.key = "level", .heading = "level", .align = Align::right},
                   {.key = "costs", .heading = "costs", .align = Align::right},
                   {.key = "could_earn", .heading = "could earn", .align = Align::right},
                   {.key = "offering_id", .heading = "id", .spare = 3},
                   {.key = "outcome_id", .heading = "outcome", .spare = 3}},
                  {}};
  for (const ValueModel& model : report.models) {
    for (const Proposition& each : model.propositions) {
      listing.rows.push_back({name_cell(map, model.offering), name_cell(map, each.outcome),
                              number_cell(each.importance, 1), number_cell(each.level, 1), money_cell(map, each.costs),
                              money_cell(map, each.could_earn), text_cell(model.offering), text_cell(each.outcome)});
    }
  }
  return listing;
}

Listing models_listing(const Map& map, const ValueReport& report) {
  Listing listing{{{.key = "name", .heading = "offering", .flexible = true},
                   {.key = "propositions", .heading = "propositions", .align = Align::right, .spare = 1},
                   {.key = "cost", .heading = "costs us", .align = Align::right},
                   {.key = "price", .heading = "price", .align = Align::right},
                   {.key = "could_earn", .heading = "could earn", .align = Align::right},
                   {.key = "margin", .heading = "left to us", .align = Align::right},
                   {.key = "left_to_customer", .heading = "of it to customer", .align = Align::right},
                   {.key = "id", .heading = "id", .spare = 3}},
                  {}};
  for (const ValueModel& model : report.models) {
    listing.rows.push_back({name_cell(map, model.offering),
                            number_cell(static_cast<double>(model.propositions.size()), 0), money_cell(map, model.cost),
                            money_cell(map, model.price), money_cell(map, model.could_earn),
                            signed_money_cell(map, model.margin), signed_money_cell(map, model.left_to_customer),
                            text_cell(model.offering)});
  }
  return listing;
}

namespace {

/// An offering and where it stands in each part of the report; null where it is not in it.
struct OfferingRow {
  const Map& map;
  const Offering& offering;
  PerceivedValue parts;
  const OfferingRung* rung;
  const LadderFinding* fault;
  const ValuePoint* point;
  const EconomicValue* beside;
  const DemandCurve* demand;
  const ValueModel* model;
};

struct OfferingColumn {
  std::string_view key;
  Align align;
  Cell (*cell)(const OfferingRow& of);
};

template <class Part, class Member>
Cell part_cell(const Part* part, Member Part::*member) {
  return part == nullptr ? missing_cell() : number_cell(std::optional<double>(part->*member), 2);
}

/// What a row holds for programs. A new column is a row here.
constexpr std::array offering_columns = std::to_array<OfferingColumn>({
    {"id", Align::left, [](const OfferingRow& of) { return text_cell(of.offering.id); }},
    {"name", Align::left, [](const OfferingRow& of) { return name_cell(of.map, of.offering.id); }},
    {"price", Align::right, [](const OfferingRow& of) { return number_cell(of.offering.price, 2); }},
    {"cost", Align::right, [](const OfferingRow& of) { return number_cell(of.offering.cost, 2); }},
    {"worth", Align::right, [](const OfferingRow& of) { return number_cell(of.parts.worth, 2); }},
    {"benefits", Align::right, [](const OfferingRow& of) { return number_cell(of.parts.benefits, 2); }},
    {"costs", Align::right, [](const OfferingRow& of) { return number_cell(of.parts.costs, 2); }},
    {"drawbacks", Align::right, [](const OfferingRow& of) { return number_cell(of.parts.drawbacks, 2); }},
    {"net", Align::right, [](const OfferingRow& of) { return number_cell(perceived_net(of.parts, of.map->scale).net, 2); }},
    {"value_step", Align::right, [](const OfferingRow& of) { return part_cell(of.rung, &OfferingRung::value_step); }},
    {"fault", Align::left, [](const OfferingRow& of) { return of.fault != nullptr ? text_cell(to_text(of.fault->fault)) : missing_cell(); }},
    {"relative_quality", Align::right, [](const OfferingRow& of) { return part_cell(of.point, &ValuePoint::relative_quality); }},
    {"relative_price", Align::right, [](const OfferingRow& of) { return part_cell(of.point, &ValuePoint::relative_price); }},
    {"fair_price", Align::right, [](const OfferingRow& of) { return part_cell(of.point, &ValuePoint::fair_price); }},
    {"advantage", Align::right, [](const OfferingRow& of) { return part_cell(of.point, &ValuePoint::advantage); }},
    {"alternative", Align::left, [](const OfferingRow& of) { return of.beside != nullptr ? text_cell(of.beside->alternative) : missing_cell(); }},
    {"economic_value", Align::right, [](const OfferingRow& of) { return part_cell(of.beside, &EconomicValue::value); }},
    {"answers", Align::right, [](const OfferingRow& of) { return of.demand != nullptr ? number_cell(static_cast<double>(of.demand->answers), 2) : missing_cell(); }},
    {"would_pay", Align::right, [](const OfferingRow& of) { return of.demand != nullptr && of.demand->today ? number_cell(of.demand->today->would_pay.share, 2) : missing_cell(); }},
    {"best_revenue_price", Align::right, [](const OfferingRow& of) { return of.demand != nullptr ? number_cell(of.demand->best_revenue.price, 2) : missing_cell(); }},
    {"best_profit_price", Align::right, [](const OfferingRow& of) { return of.demand != nullptr && of.demand->best_profit ? number_cell(of.demand->best_profit->price, 2) : missing_cell(); }},
    {"could_earn", Align::right, [](const OfferingRow& of) { return part_cell(of.model, &ValueModel::could_earn); }},
});

OfferingRow row_of(const Map& map, const Offering& offering, const ValueReport& report) {
  return {map,
          offering,
          offering.perceived_value.value_or(PerceivedValue{}),
          find_row(report.ladder.rungs, offering.id, &OfferingRung::id),
          fault_of(report, offering.id),
          find_row(report.value_map.points, offering.id, &ValuePoint::id),
          find_row(report.beside, offering.id, &EconomicValue::offering),
          find_row(report.demand, offering.id, &DemandCurve::offering),
          find_row(report.models, offering.id, &ValueModel::offering)};
}

}  // namespace

Listing offerings_listing(const Map& map, const ValueReport& report) {
  Listing listing;
  for (const OfferingColumn& column : offering_columns)
    listing.columns.push_back({.key = column.key, .heading = column.key, .align = column.align});
  for (const Offering& offering : map->offerings) {
    const OfferingRow of = row_of(map, offering, report);
    std::vector<Cell>& row = listing.rows.emplace_back();
    for (const OfferingColumn& column : offering_columns) row.push_back(column.cell(of));
  }
  return listing;
}

}  // namespace outmap
