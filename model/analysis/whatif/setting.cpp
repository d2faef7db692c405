#include "model/analysis/whatif/setting.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace outmap {
namespace {

FcmOptions fcm_options(const Scenario& scenario) {
  return {rule_of(scenario), transfer_of(scenario), scenario.lambda, epsilon_of(scenario), max_iterations_of(scenario)};
}

/// Every concept at the scenario's default, but for those that it names; inputs held where it says so.
FcmStart named_start(const Scenario& scenario, const Concepts& concepts, double otherwise) {
  FcmStart start;
  start.initial.assign(concepts.size(), otherwise);
  start.held.assign(concepts.size(), 0);
  for (const IdNumber& initial : scenario.initial) {
    if (const auto number = concepts.find(initial.id)) start.initial[*number] = initial.value;
  }
  if (!scenario.hold_inputs) return start;
  for (std::size_t i = 0; i < concepts.size(); ++i) {
    if (!concepts.network.has_causes(i)) start.held[i] = 1;
  }
  return start;
}

/// The state in which today's map settles from the same start.
void start_from_baseline(const Map& today, WhatIfSetting& setting) {
  const Concepts concepts = concepts_of(effect_graph(today, {setting.as_of, false}));
  const FcmStart start = named_start(setting.scenario, concepts, setting.scenario.initial_default);
  const std::vector<double> state = simulate(concepts.network, start, setting.fcm).state;
  for (std::size_t i = 0; i < setting.concepts.size(); ++i) {
    if (const auto number = concepts.find(setting.concepts.ids[i])) setting.start.initial[i] = state[*number];
  }
}

void bound_by_scales(WhatIfSetting& setting) {
  FcmStart& start = setting.start;
  start.low.assign(setting.concepts.size(), -1);
  start.high.assign(setting.concepts.size(), 1);
  for (const Gauge& gauge : setting.gauges) {
    if (!gauge.number || !gauge.current || gauge.scale.width() <= 0) continue;
    start.low[*gauge.number] = (gauge.scale.min - *gauge.current) / gauge.scale.width();
    start.high[*gauge.number] = (gauge.scale.max - *gauge.current) / gauge.scale.width();
  }
}

/// An initiative that is not running yet has no effect that could end.
bool waits(const WhatIfSetting& setting, const Id& id) {
  const Initiative* initiative = setting.simulated_map().get<Initiative>(id);
  return initiative != nullptr && initiative->status != InitiativeStatus::running &&
         initiative->status != InitiativeStatus::done;
}

void hold_at(WhatIfSetting& setting, const Id& id, double value) {
  const auto number = setting.concepts.find(id);
  if (!number) {
    const Ids& removed = setting.applied.removed;
    if (std::ranges::find(removed, id) == removed.end()) setting.idle.push_back(id);
    return;
  }
  FcmStart& start = setting.start;
  if (!start.low.empty()) value = std::clamp(value, start.low[*number], start.high[*number]);
  start.held[*number] = 1;
  start.initial[*number] = value;
  setting.causes.push_back({*number, value});
  setting.held.push_back(id);
}

void hold(WhatIfSetting& setting) {
  for (const IdNumber& act : setting.applied.held) hold_at(setting, act.id, act.value);
  if (setting.changes_mode()) {
    for (const Id& id : setting.applied.removed) {
      if (!waits(setting, id)) hold_at(setting, id, -1);
    }
  }
  std::ranges::sort(setting.held);
  std::ranges::sort(setting.causes, {}, &HeldConcept::number);
}

}  // namespace

WhatIfSetting setting_of(const Map& today, const Scenario& scenario, AppliedScenario applied, std::optional<Date> as_of,
                         const LevelTable* levels_of_today) {
  WhatIfSetting setting;
  setting.scenario = scenario;
  setting.applied = std::move(applied);
  setting.as_of = outmap::as_of(today, as_of);
  setting.fcm = fcm_options(scenario);
  const Map& changed = *setting.applied.map;
  const LevelTable simulated = levels_of_today == nullptr
                                   ? LevelTable(setting.simulated_map(), setting.as_of)
                                   : LevelTable(setting.simulated_map(), setting.as_of, *levels_of_today);
  const LevelTable& levels = setting.levels.emplace(changed, outmap::as_of(changed, setting.as_of), simulated);
  setting.graph = kept_effect_graph(setting.simulated_map(), {setting.as_of, true, &simulated});
  setting.concepts = concepts_of(*setting.graph);
  setting.gaps = find_gaps(changed, levels);
  setting.gauges = gauges_of(changed, setting.concepts, levels, setting.gaps);
  setting.start = named_start(scenario, setting.concepts, setting.changes_mode() ? 0 : scenario.initial_default);
  if (setting.changes_mode()) bound_by_scales(setting);
  if (scenario.start == ScenarioStart::baseline) start_from_baseline(today, setting);
  hold(setting);
  return setting;
}

void warn_of_idle(const Scenario& scenario, const Ids& idle, Diagnostics& problems) {
  for (std::size_t i = 0; i < scenario.changes.size(); ++i) {
    for (const IdNumber& act : scenario.changes[i].act) {
      if (std::ranges::find(idle, act.id) == idle.end()) continue;
      problems.add({"scenario.no-effect",
                    Severity::warning,
                    {},
                    fmt::format("{}/changes/{}/act/{}", scenario.path, i, act.id),
                    fmt::format("nothing in the map says what '{}' changes", act.id),
                    "give it influences, or an initiative 'closes'"});
    }
  }
}

}  // namespace outmap
