#include "model/analysis/value/alternative.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

namespace outmap {
namespace {

/// Levels on outcomes that are worth money, by outcome.
using PaidLevels = std::map<std::string_view, double>;

PaidLevels paid_levels(const Map& map, const IdNumbers& levels) {
  PaidLevels paid;
  for (const IdNumber& level : levels) {
    const Outcome* outcome = map.get<Outcome>(level.id);
    if (outcome != nullptr && outcome->money_per_point) paid.emplace(level.id, level.value);
  }
  return paid;
}

Differentiation difference(const Map& map, std::string_view id, double ours, double theirs) {
  const Outcome& outcome = *map.get<Outcome>(id);
  const double points = outcome.direction == Direction::more ? ours - theirs : theirs - ours;
  return {Id(id), points, points * *outcome.money_per_point};
}

/// Who of the two has a level that the other lacks.
void note_missing(const PaidLevels& of, const PaidLevels& other, Ids& missing) {
  for (const auto& [id, level] : of) {
    if (!other.contains(id)) missing.emplace_back(id);
  }
}

std::optional<EconomicValue> beside(const Map& map, const PaidLevels& own, const Competitor& competitor) {
  if (!competitor.price) return std::nullopt;
  const PaidLevels theirs = paid_levels(map, competitor.levels);
  EconomicValue value;
  value.alternative = competitor.id;
  value.reference_price = *competitor.price;
  for (const auto& [id, level] : own) {
    const auto other = theirs.find(id);
    if (other == theirs.end()) continue;
    value.parts.push_back(difference(map, id, level, other->second));
    (value.parts.back().money > 0 ? value.positive : value.negative) += std::abs(value.parts.back().money);
  }
  if (value.parts.empty()) return std::nullopt;
  value.value = value.reference_price + value.positive - value.negative;
  note_missing(own, theirs, value.not_compared);
  note_missing(theirs, own, value.not_compared);
  std::ranges::sort(value.not_compared);
  std::ranges::stable_sort(value.parts, std::greater<>(),
                           [](const Differentiation& part) { return std::abs(part.money); });
  return value;
}

bool leaves_more(const EconomicValue& a, const EconomicValue& b) {
  return a.value != b.value ? a.value < b.value : a.alternative < b.alternative;
}

}  // namespace

std::vector<EconomicValue> economic_values(const Map& map) {
  std::vector<EconomicValue> values;
  for (const Offering& offering : map->offerings) {
    const PaidLevels own = paid_levels(map, offering.levels);
    std::optional<EconomicValue> best;
    for (const Competitor& competitor : map->competitors) {
      auto value = beside(map, own, competitor);
      if (value && (!best || leaves_more(*value, *best))) best = std::move(value);
    }
    if (!best) continue;
    best->offering = offering.id;
    best->price = offering.price;
    if (offering.price) best->left_to_customer = best->value - *offering.price;
    values.push_back(*std::move(best));
  }
  return values;
}

}  // namespace outmap
