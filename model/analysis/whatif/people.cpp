#include "model/analysis/whatif/people.hpp"

#include <algorithm>
#include <map>

#include "model/analysis/firm_value.hpp"

namespace outmap {
namespace {

/// A mean of which it matters whether anything went in.
struct Mean {
  double sum = 0;
  double weight = 0;

  void add(double value, double by) {
    sum += value * by;
    weight += by;
  }
  double value() const { return weight > 0 ? sum / weight : 0; }
};

/// How far a holder's level moves for the better, as a share of the scale; 0 where a level is missing.
double better(const OutcomeLevel& before, const OutcomeLevel& after) {
  if (!before.current || !after.current || after.scale.width() <= 0) return 0;
  const double change = (*after.current - *before.current) / after.scale.width();
  return after.direction == Direction::more ? change : -change;
}

/// What the outcomes of one person do to it.
struct Moved {
  Mean mean;
  std::vector<std::pair<double, Id>> parts;  // weighted changes

  void add(const Id& outcome, double change, double weight) {
    mean.add(change, weight);
    if (change != 0) parts.emplace_back(change * weight, outcome);
  }

  /// The outcomes that move as the mean does, what weighs most first.
  Ids through(double change) {
    std::ranges::sort(parts, [](const auto& a, const auto& b) {
      return std::pair(-std::abs(a.first), std::string_view(a.second)) <
             std::pair(-std::abs(b.first), std::string_view(b.second));
    });
    Ids ids;
    for (const auto& [part, outcome] : parts) {
      if (part * change > 0) ids.push_back(outcome);
    }
    return ids;
  }
};

std::map<Id, Moved> outcome_changes(const MapLevels& before, const MapLevels& after) {
  std::map<Id, Moved> changes;
  for (const Outcome& outcome : after.map->outcomes) {
    const Outcome* then = before.map.get<Outcome>(outcome.id);
    if (then == nullptr) continue;
    for (const Holder& holder : outcome.holders.list) {
      const auto held = std::ranges::find(then->holders.list, holder.id, &Holder::id);
      if (held == then->holders.list.end()) continue;
      const OutcomeLevel level = after.levels.of(outcome, holder);
      changes[holder.id].add(outcome.id, better(before.levels.of(*then, *held), level),
                             level.importance.value_or(usual_importance));
    }
  }
  return changes;
}

std::optional<double> net_of(const std::optional<PerceivedValue>& value) {
  if (!value || !value->worth || !value->benefits || !value->costs || !value->drawbacks) return std::nullopt;
  return *value->worth + *value->benefits - *value->costs - *value->drawbacks;
}

/// Value of one head with a retention that moved.
std::optional<double> value_after(const Customer& customer, double change) {
  if (customer.firm_value || !customer.clv || !customer.clv->elasticity || !customer.clv->retention) {
    return firm_value(customer).per_head;
  }
  Clv clv = *customer.clv;
  clv.retention = std::clamp(*clv.retention + *clv.elasticity * change, 0.0, 1.0);
  const auto value = lifetime_value(clv).per_head;
  return value ? value : firm_value(customer).per_head;
}

}  // namespace

std::vector<WhatIfShare> changes_of_people(const MapLevels& before, const MapLevels& after, const Concepts& concepts,
                                           const std::vector<double>& state, const std::vector<HeldConcept>& held) {
  std::map<Id, Moved> outcomes = outcome_changes(before, after);
  std::vector<WhatIfShare> people;
  for (const ElementRef ref : after.map.by_id()) {
    if (ref.kind != ElementKind::customer && ref.kind != ElementKind::partner) continue;
    const Id& id = after.map.at(ref).id;
    const auto moved = outcomes.find(id);
    const double of_outcomes = moved == outcomes.end() ? 0 : moved->second.mean.value();
    double change = of_outcomes;
    const auto number = concepts.find(id);
    const bool is_held = number && std::ranges::find(held, *number, &HeldConcept::number) != held.end();
    const bool counts = number && !is_held && (state[*number] < 0 || moved == outcomes.end());
    if (counts) change = std::min(change, state[*number]);
    if (change == 0) continue;
    const bool itself = counts && change != of_outcomes;
    people.push_back({id, ref.kind, change, itself ? Ids() : moved->second.through(change), itself});
  }
  return people;
}

std::optional<double> firm_value_change(const Map& before, const Map& after, const std::vector<WhatIfShare>& people) {
  double sum = 0;
  bool any = false;
  for (const Customer& customer : before->customers) {
    if (const auto value = total_firm_value(customer)) {
      sum -= *value;
      any = true;
    }
  }
  for (const Customer& customer : after->customers) {
    const auto known = std::ranges::find(people, customer.id, &WhatIfShare::id);
    double change = known == people.end() ? 0 : known->change;
    const Customer* then = before.get<Customer>(customer.id);
    const auto net = net_of(customer.perceived_value);
    const auto net_then = then != nullptr ? net_of(then->perceived_value) : net;
    if (net && net_then) change += (*net - *net_then) / (2 * after->scale.width());
    if (const auto value = value_after(customer, change)) {
      sum += *value * customer.size;
      any = true;
    }
  }
  if (!any) return std::nullopt;
  return sum;
}

}  // namespace outmap
