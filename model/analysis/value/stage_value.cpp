#include "model/analysis/value/stage_value.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "model/analysis/levels.hpp"

namespace outmap {
namespace {

using Number = std::optional<double>;

constexpr std::array<Number ValueByKind::*, 4> stated_kinds = {&ValueByKind::functional, &ValueByKind::financial,
                                                               &ValueByKind::emotional, &ValueByKind::social};
constexpr std::array<ReadingPart, 4> read_kinds = {ReadingPart::functional, ReadingPart::financial,
                                                   ReadingPart::emotional, ReadingPart::social};

Number stated(const std::optional<ValueByKind>& value, std::size_t kind) {
  return value ? (*value).*stated_kinds[kind] : Number();
}

class StageReadings {
 public:
  StageReadings(const Map& map, std::optional<Date> day) {
    for (const Reading& reading : map->readings) {
      if (!reading.part || !std::holds_alternative<double>(reading.value)) continue;
      if (day && *day < reading.date) continue;
      const Reading*& newest = newest_[{reading.of, *reading.part}];
      if (newest == nullptr || newest->date <= reading.date) newest = &reading;
    }
  }

  Number of(const Id& stage, std::size_t kind) const {
    const auto found = newest_.find({stage, read_kinds[kind]});
    return found == newest_.end() ? Number() : Number(std::get<double>(found->second->value));
  }

 private:
  std::map<std::pair<std::string_view, ReadingPart>, const Reading*> newest_;
};

void complete(StageValue& value, const Scale& scale) {
  double all = 0;
  for (KindOfValue& kind : value.kinds) {
    if (kind.now) all += *kind.now - scale.min;
    if (!kind.now || !kind.wanted) continue;
    kind.gap = std::max(0.0, *kind.wanted - *kind.now);
    value.gap = value.gap.value_or(0) + *kind.gap;
    if (*kind.gap <= value.widest_gap) continue;
    value.widest = kind.kind;
    value.widest_gap = *kind.gap;
  }
  if (all <= 0) return;
  for (KindOfValue& kind : value.kinds) {
    if (kind.now) kind.mix = (*kind.now - scale.min) / all;
  }
}

bool is_empty(const StageValue& value) {
  return std::ranges::none_of(value.kinds, [](const KindOfValue& kind) { return kind.now || kind.wanted; });
}

/// A reading is of the stage as everyone lives it: with several customers, what is stated for one of them tells more.
StageValue value_of(const Journey& journey, const Stage& stage, const StageView* view, const StageReadings& readings) {
  const bool own_first = view != nullptr && journey.customers.size() > 1;
  StageValue value;
  value.journey = journey.id;
  value.stage = stage.id;
  if (view != nullptr) value.customer = view->customer;
  for (std::size_t i = 0; i < value.kinds.size(); ++i) {
    KindOfValue& kind = value.kinds[i];
    kind.kind = value_kinds[i];
    const Number own = view != nullptr ? stated(view->value, i) : Number();
    const Number read = readings.of(stage.id, i);
    kind.now = own_first && own ? own : read ? read : own ? own : stated(stage.value, i);
    kind.wanted = view != nullptr ? stated(view->wanted, i) : Number();
    if (!kind.wanted) kind.wanted = stated(stage.wanted, i);
  }
  return value;
}

}  // namespace

std::vector<StageValue> stage_values(const Map& map, const StageValueOptions& options) {
  const StageReadings readings(map, as_of(map, options.as_of));
  std::vector<StageValue> values;
  const auto add = [&](StageValue value) {
    if (is_empty(value)) return;
    complete(value, map->scale);
    values.push_back(std::move(value));
  };
  for (const Journey& journey : map->journeys) {
    for (const Stage& stage : journey.stages) {
      add(value_of(journey, stage, nullptr, readings));
      for (const StageView& view : stage.by_customer) {
        if (view.value || view.wanted) add(value_of(journey, stage, &view, readings));
      }
    }
  }
  return values;
}

}  // namespace outmap
