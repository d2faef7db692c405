// A value report as JSON.
#include <nlohmann/json.hpp>

#include "cli/json_text.hpp"
#include "cli/value/cells.hpp"
#include "cli/value/report.hpp"
#include "model/format/write.hpp"
#include "model/map/choices.hpp"

namespace outmap {
namespace {

using Json = nlohmann::ordered_json;

void add_perceived(Json& json, const PerceivedNet& value) {
  json["worth"] = json_of(value.parts.worth);
  json["benefits"] = json_of(value.parts.benefits);
  json["costs"] = json_of(value.parts.costs);
  json["drawbacks"] = json_of(value.parts.drawbacks);
  json["net"] = json_of(value.net);
  json["most_room"] = text_or_null(value.most_room);
  json["room"] = value.most_room ? json_of(value.room) : Json(nullptr);
}

Json json_of_customer(const CustomerValue& customer) {
  Json json = {{"id", customer.id}, {"size", json_of(customer.size)}};
  add_perceived(json, customer.perceived);
  return json;
}

Json json_of_offering(const OfferingValue& offering) {
  Json json = {{"id", offering.id}, {"price", json_of(offering.price)}};
  add_perceived(json, offering.perceived);
  return json;
}

Json json_of_worth(const CustomerWorth& worth) {
  return {{"id", worth.id},
          {"size", json_of(worth.size)},
          {"per_head", json_of(worth.firm.per_head)},
          {"source", json_or_null(source_text(worth.firm.source))},
          {"total", json_of(worth.total)},
          {"share", json_of(worth.share)},
          {"churn", json_of(worth.churn)}};
}

Json json_of_stage(const StageValue& value) {
  Json json = {{"journey", value.journey}, {"stage", value.stage}, {"customer", json_or_null(value.customer)}};
  for (const KindOfValue& kind : value.kinds) {
    json[std::string(word_of(kind.kind))] = {{"now", json_of(kind.now)},
                                             {"wanted", json_of(kind.wanted)},
                                             {"gap", json_of(kind.gap)},
                                             {"mix", json_of(kind.mix)}};
  }
  json["gap"] = json_of(value.gap);
  json["widest"] = word_or_null(value.widest);
  return json;
}

Json json_of_ladder(const ValueLadder& ladder) {
  const auto rung = [](const OfferingRung& of) -> Json {
    return {{"id", of.id},
            {"price", json_of(of.price)},
            {"net", json_of(of.value.net)},
            {"price_step", json_of(of.price_step)},
            {"value_step", json_of(of.value_step)}};
  };
  const auto finding = [](const LadderFinding& of) -> Json {
    return {{"fault", to_text(of.fault)},
            {"rung", json_or_null(of.rung)},
            {"below", json_or_null(of.below)},
            {"step", json_of(of.step)}};
  };
  return {{"margin", json_of(ladder.margin)},
          {"most_rungs", ladder.most_rungs},
          {"rungs", json_list(ladder.rungs, rung)},
          {"findings", json_list(ladder.findings, finding)},
          {"off", ladder.off}};
}

Json json_of_point(const ValuePoint& point) {
  Json levels = Json::object();
  for (const IdNumber& level : point.levels) levels[level.id] = json_of(level.value);
  return {{"id", point.id},
          {"ours", point.ours},
          {"price", json_of(point.price)},
          {"quality", json_of(point.quality)},
          {"relative_quality", json_of(point.relative_quality)},
          {"relative_price", json_of(point.relative_price)},
          {"fair_price", json_of(point.fair_price)},
          {"advantage", json_of(point.advantage)},
          {"levels", std::move(levels)}};
}

Json json_of_value_map(const ValueMap& map) {
  const auto aspect = [](const QualityAspect& of) -> Json {
    return {{"id", of.outcome},
            {"importance", json_of(of.importance)},
            {"known_of", of.known_of},
            {"mean", json_of(of.mean)}};
  };
  const auto off = [](const NotComparable& of) -> Json { return {{"id", of.id}, {"reason", to_text(of.reason)}}; };
  return {{"slope", json_of(map.slope)},
          {"mean_price", map.points.empty() ? Json(nullptr) : json_of(map.mean_price)},
          {"points", json_list(map.points, json_of_point)},
          {"outcomes", json_list(map.aspects, aspect)},
          {"off", json_list(map.off, off)}};
}

Json json_of_alternative(const EconomicValue& value) {
  const auto part = [](const Differentiation& of) -> Json {
    return {{"outcome", of.outcome}, {"points", json_of(of.points)}, {"money", json_of(of.money)}};
  };
  return {{"offering", value.offering},
          {"alternative", value.alternative},
          {"reference_price", json_of(value.reference_price)},
          {"positive", json_of(value.positive)},
          {"negative", json_of(value.negative)},
          {"value", json_of(value.value)},
          {"price", json_of(value.price)},
          {"left_to_customer", json_of(value.left_to_customer)},
          {"parts", json_list(value.parts, part)},
          {"not_compared", value.not_compared}};
}

Json json_of_demand_point(const DemandPoint& point) {
  return {{"price", json_of(point.price)},
          {"buyers", json_of(point.would_pay.count)},
          {"share", json_of(point.would_pay.share)},
          {"low", json_of(point.would_pay.interval.low)},
          {"high", json_of(point.would_pay.interval.high)},
          {"revenue", json_of(point.revenue)},
          {"profit", json_of(point.profit)}};
}

Json json_of_curve(const DemandCurve& curve) {
  const auto maybe = [](const std::optional<DemandPoint>& point) {
    return point ? json_of_demand_point(*point) : Json(nullptr);
  };
  return {{"offering", curve.offering},
          {"answers", curve.answers},
          {"today", maybe(curve.today)},
          {"best_revenue", json_of_demand_point(curve.best_revenue)},
          {"near_best", {json_of(curve.near_best_low), json_of(curve.near_best_high)}},
          {"best_profit", maybe(curve.best_profit)},
          {"curve", json_list(curve.points, json_of_demand_point)}};
}

Json json_of_model(const ValueModel& model) {
  const auto proposition = [](const Proposition& of) -> Json {
    return {{"outcome", of.outcome},
            {"level", json_of(of.level)},
            {"share_of_scale", json_of(of.share_of_scale)},
            {"importance", json_of(of.importance)},
            {"costs", json_of(of.costs)},
            {"could_earn", json_of(of.could_earn)}};
  };
  return {{"offering", model.offering},
          {"price", json_of(model.price)},
          {"cost", json_of(model.cost)},
          {"could_earn", json_of(model.could_earn)},
          {"margin", json_of(model.margin)},
          {"left_to_customer", json_of(model.left_to_customer)},
          {"propositions", json_list(model.propositions, proposition)}};
}

}  // namespace

std::string value_json(const ValueReport& report) {
  return json_text({{"customers", json_list(report.customers, json_of_customer)},
                    {"stages", json_list(report.stages, json_of_stage)},
                    {"offerings", json_list(report.offerings, json_of_offering)},
                    {"ladder", json_of_ladder(report.ladder)},
                    {"value_map", json_of_value_map(report.value_map)},
                    {"alternatives", json_list(report.beside, json_of_alternative)},
                    {"willingness_to_pay", json_list(report.demand, json_of_curve)},
                    {"value_models", json_list(report.models, json_of_model)},
                    {"firm_value", json_list(report.worths, json_of_worth)},
                    {"as_of", text_or_null(report.as_of)}});
}

}  // namespace outmap
