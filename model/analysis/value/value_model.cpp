#include "model/analysis/value/value_model.hpp"

#include "model/analysis/levels.hpp"

namespace outmap {
namespace {

std::optional<Proposition> proposition(const Map& map, const LevelTable& levels, const IdNumber& level) {
  const Outcome* outcome = map.get<Outcome>(level.id);
  if (outcome == nullptr) return std::nullopt;
  const Scale scale = outcome->scale.value_or(map->scale);
  const double points = outcome->direction == Direction::more ? level.value - scale.min : scale.max - level.value;
  Proposition made;
  made.outcome = level.id;
  made.level = level.value;
  made.share_of_scale = scale.width() > 0 ? points / scale.width() : 0;
  made.importance = levels.whole(*outcome).importance;
  if (outcome->money_per_point) made.could_earn = points * *outcome->money_per_point;
  return made;
}

double weight(const Proposition& of) { return of.importance.value_or(0) * of.share_of_scale; }

void split_cost(ValueModel& model) {
  double weights = 0;
  for (const Proposition& each : model.propositions) weights += weight(each);
  if (!model.cost || weights <= 0) return;
  for (Proposition& each : model.propositions) {
    if (each.importance) each.costs = *model.cost * weight(each) / weights;
  }
}

void add_totals(ValueModel& model) {
  for (const Proposition& each : model.propositions) {
    if (each.could_earn) model.could_earn = model.could_earn.value_or(0) + *each.could_earn;
  }
  if (model.price && model.cost) model.margin = *model.price - *model.cost;
  if (model.price && model.could_earn) model.left_to_customer = *model.could_earn - *model.price;
}

}  // namespace

std::vector<ValueModel> value_models(const Map& map, const ValueModelOptions& options) {
  const LevelTable levels(map, as_of(map, options.as_of));
  std::vector<ValueModel> models;
  for (const Offering& offering : map->offerings) {
    ValueModel model;
    model.offering = offering.id;
    model.price = offering.price;
    model.cost = offering.cost;
    for (const IdNumber& level : offering.levels) {
      if (auto made = proposition(map, levels, level)) model.propositions.push_back(*std::move(made));
    }
    if (model.propositions.empty()) continue;
    split_cost(model);
    add_totals(model);
    models.push_back(std::move(model));
  }
  return models;
}

}  // namespace outmap
