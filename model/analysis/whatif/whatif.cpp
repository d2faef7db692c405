#include "model/analysis/whatif/whatif.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "model/analysis/fcm/contraction.hpp"
#include "model/analysis/whatif/draws.hpp"
#include "model/analysis/whatif/people.hpp"
#include "model/graph/walks.hpp"

namespace outmap {
namespace {

constexpr double rounding = 1e-9;

FcmOptions fcm_options(const Scenario& scenario) {
  return {rule_of(scenario), transfer_of(scenario), scenario.lambda, epsilon_of(scenario), max_iterations_of(scenario)};
}

/// Follows one applied scenario and fills the report.
class WhatIf {
 public:
  WhatIf(const Map& map, const Scenario& scenario, AppliedScenario applied, const WhatIfOptions& options)
      : today_(map),
        scenario_(scenario),
        applied_(std::move(applied)),
        options_(options),
        as_of_(as_of(map, options.as_of)),
        fcm_(fcm_options(scenario)),
        graph_(effect_graph(simulated_map(), {as_of_, false})),
        concepts_(concepts_of(graph_)),
        gauges_(gauges_of(*applied_.map, concepts_, as_of_)) {}

  WhatIfReport run() {
    report_.scenario = scenario_;
    report_.gone = applied_.gone;
    report_.removed = applied_.removed;
    report_.superseded = applied_.superseded;
    hold();
    follow();
    find_runaway();
    project();
    weigh_initiatives();
    explain();
    draw();
    sweep();
    return std::move(report_);
  }

  Ids idle() const { return idle_; }

 private:
  bool changes_mode() const { return scenario_.mode == WhatIfMode::change; }
  const Map& simulated_map() const { return changes_mode() ? *applied_.before_removal : *applied_.map; }

  /// What begins where, and what stays there.
  void hold() {
    start_.initial.assign(concepts_.size(), changes_mode() ? 0 : scenario_.initial_default);
    start_.held.assign(concepts_.size(), 0);
    for (const IdNumber& initial : scenario_.initial) {
      if (const auto number = concepts_.find(initial.id)) start_.initial[*number] = initial.value;
    }
    if (changes_mode()) bound_by_scales();
    if (scenario_.start == ScenarioStart::baseline) start_.initial = baseline();
    if (scenario_.hold_inputs) hold_inputs();
    for (const IdNumber& act : applied_.held) hold_at(act.id, act.value);
    if (!changes_mode()) return;
    for (const Id& id : applied_.removed) {
      if (!waits(id)) hold_at(id, -1);
    }
  }

  void hold_inputs() {
    for (std::size_t i = 0; i < concepts_.size(); ++i) {
      if (!concepts_.network.has_causes(i)) start_.held[i] = 1;
    }
  }

  /// The state in which today's map settles from the same start.
  std::vector<double> baseline() const {
    const Concepts concepts = concepts_of(effect_graph(today_, {as_of_, false}));
    FcmStart start;
    start.initial.assign(concepts.size(), scenario_.initial_default);
    start.held.assign(concepts.size(), 0);
    for (std::size_t i = 0; i < concepts.size(); ++i) {
      if (scenario_.hold_inputs && !concepts.network.has_causes(i)) start.held[i] = 1;
    }
    for (const IdNumber& initial : scenario_.initial) {
      if (const auto number = concepts.find(initial.id)) start.initial[*number] = initial.value;
    }
    const std::vector<double> state = simulate(concepts.network, start, fcm_).state;
    std::vector<double> initial = start_.initial;
    for (std::size_t i = 0; i < concepts_.size(); ++i) {
      if (const auto number = concepts.find(concepts_.ids[i])) initial[i] = state[*number];
    }
    return initial;
  }

  void bound_by_scales() {
    start_.low.assign(concepts_.size(), -1);
    start_.high.assign(concepts_.size(), 1);
    for (const Gauge& gauge : gauges_) {
      if (!gauge.number || !gauge.current || gauge.scale.width() <= 0) continue;
      start_.low[*gauge.number] = (gauge.scale.min - *gauge.current) / gauge.scale.width();
      start_.high[*gauge.number] = (gauge.scale.max - *gauge.current) / gauge.scale.width();
    }
  }

  /// An initiative that is not running yet has no effect that could end.
  bool waits(const Id& id) const {
    const Initiative* initiative = simulated_map().get<Initiative>(id);
    return initiative != nullptr && initiative->status != InitiativeStatus::running &&
           initiative->status != InitiativeStatus::done;
  }

  void hold_at(const Id& id, double value) {
    const auto number = concepts_.find(id);
    if (!number) {
      if (std::ranges::find(applied_.removed, id) == applied_.removed.end()) idle_.push_back(id);
      return;
    }
    if (!start_.low.empty()) value = std::clamp(value, start_.low[*number], start_.high[*number]);
    start_.held[*number] = 1;
    start_.initial[*number] = value;
    causes_.push_back({*number, value});
    report_.held.push_back(id);
  }

  void follow() {
    std::ranges::sort(report_.held);
    std::ranges::sort(causes_, {}, &HeldConcept::number);
    const FcmRun run = simulate(concepts_.network, start_, fcm_);
    report_.verdict = run.verdict;
    report_.iterations = run.iterations;
    report_.period = run.period;
    report_.unique = has_unique_fixed_point(concepts_.network, start_, fcm_);
    report_.without_effect = idle_;
    state_ = run.state;
    for (std::size_t i = 0; i < concepts_.size(); ++i) {
      report_.state.push_back({concepts_.ids[i], state_[i]});
      if (is_saturated(i)) report_.saturated.push_back(concepts_.ids[i]);
    }
  }

  /// Where a further push would move nothing.
  bool is_saturated(std::size_t i) const {
    if (start_.held[i] != 0 || !concepts_.network.has_causes(i)) return false;
    switch (fcm_.transfer) {
      case Transfer::linear:
        return state_[i] != 0 &&
               (state_[i] >= bound(start_.high, i, 1) - rounding || state_[i] <= bound(start_.low, i, -1) + rounding);
      case Transfer::sigmoid:
        return state_[i] > 0.99 || state_[i] < 0.01;
      case Transfer::tanh:
        return std::abs(state_[i]) > 0.99;
      default:
        return false;
    }
  }
  static double bound(const std::vector<double>& bounds, std::size_t i, double otherwise) {
    return bounds.empty() ? otherwise : bounds[i];
  }

  bool moves(EffectVertex vertex) const {
    const auto number = concepts_.find(graph_.vertices.id(vertex));
    return number && start_.held[*number] == 0 && std::abs(state_[*number]) > rounding;
  }

  Ids ids_of(const EffectCycle& cycle) const {
    Ids ids;
    for (const EffectVertex vertex : cycle.vertices) ids.push_back(graph_.vertices.id(vertex));
    return ids;
  }

  /// The search for loops takes concepts x links. Where it would take long it is left out, if no loop can run away: the
  /// gain of a loop of which the radius is below 1 is below 1 too.
  bool too_large_for_loops() {
    constexpr double most_work = 2e8;
    const auto work = static_cast<double>(concepts_.size()) * static_cast<double>(concepts_.network.links());
    const double slope = fcm_.transfer == Transfer::tanh ? fcm_.lambda : 1;
    return work > most_work && radius() * slope < 1;
  }
  double radius() {
    if (!radius_) radius_ = spectral_radius(concepts_.network, start_);
    return *radius_;
  }

  /// Loops of which every concept moves; the one that runs away, if any.
  void find_runaway() {
    if (report_.held.empty() || too_large_for_loops()) return;
    CycleReport cycles = find_cycles(graph_);
    std::erase_if(cycles.cycles, [this](const EffectCycle& cycle) {
      return !std::ranges::all_of(cycle.vertices, [this](EffectVertex vertex) { return moves(vertex); });
    });
    std::ranges::stable_sort(cycles.cycles, std::greater<>(),
                             [](const EffectCycle& cycle) { return std::abs(cycle.gain); });
    for (const EffectCycle& cycle : cycles.cycles) report_.loops.push_back({ids_of(cycle), cycle.gain});
    if (!changes_mode() || (fcm_.transfer != Transfer::linear && fcm_.transfer != Transfer::tanh)) return;
    const double slope = fcm_.transfer == Transfer::tanh ? fcm_.lambda : 1;
    for (const WhatIfLoop& loop : report_.loops) {
      const double gain = loop.gain * std::pow(slope, static_cast<double>(loop.ids.size()));
      if (gain >= 1 - 1e-12 || (loop.gain > 0 && carried_to_the_end(loop))) {
        report_.runaway = loop;
        report_.verdict = FcmVerdict::runaway_loop;
        return;
      }
    }
  }

  /// Loops that amplify together though none does alone: a concept of this one stands at the end of its range.
  bool carried_to_the_end(const WhatIfLoop& loop) {
    if (fcm_.transfer != Transfer::linear) return false;
    return radius() >= 1 && std::ranges::any_of(loop.ids, [this](const Id& id) {
             return std::abs(state_[*concepts_.find(id)]) >= 1 - rounding;
           });
  }

  bool projects() const { return report_.verdict == FcmVerdict::fixed_point; }

  /// From states to levels, gaps, and people.
  void project() {
    const std::vector<double> still(concepts_.size(), 0.0);
    const Concepts today_concepts;
    const std::vector<Gauge> before = gauges_of(today_, today_concepts, as_of_);
    const bool moved = changes_mode() && projects();
    report_.map = moved_map(*applied_.map, gauges_, moved ? state_ : still);
    const GapReport gaps_before = find_gaps(today_, {.as_of = as_of_});
    const GapReport gaps_after = find_gaps(*report_.map, {.as_of = as_of_});
    for (const GapRow& row : gaps_before.rows) report_.priority_before += row.priority.value_or(0);
    for (const Gauge& gauge : gauges_) add_outcome(gauge, before);
    if (!projects()) return;
    for (const GapRow& row : gaps_after.rows) report_.priority_after += row.priority.value_or(0);
    if (report_.priority_before > 0) {
      report_.gap_closed_pct = 100 * (1 - report_.priority_after / report_.priority_before);
    }
    add_people();
  }

  void add_outcome(const Gauge& gauge, const std::vector<Gauge>& before) {
    WhatIfOutcome outcome;
    outcome.id = gauge.outcome;
    const auto then = std::ranges::find(before, gauge.outcome, &Gauge::outcome);
    const bool known = then != before.end();
    if (known) outcome.before = then->current;
    const auto gap_at = [](const Gauge& of, double level) {
      return std::max(0.0, of.direction == Direction::more ? *of.target - level : level - *of.target);
    };
    if (known && then->current && then->target) outcome.gap_before = gap_at(*then, *then->current);
    if (projects()) {
      const LevelTable& levels = levels_after();
      outcome.after = levels.whole(*report_.map->get<Outcome>(gauge.outcome)).current;
    }
    if (outcome.after && gauge.target) {
      outcome.gap_after = gap_at(gauge, *outcome.after);
      outcome.target_met = *outcome.gap_after <= rounding;
    }
    if (outcome.before && outcome.after) {
      outcome.change = *outcome.after - *outcome.before;
      if (std::abs(*outcome.change) < 1e-12) outcome.change = 0;
      const double share = gauge.scale.width() > 0 ? *outcome.change / gauge.scale.width() : 0;
      outcome.better = gauge.direction == Direction::more ? share : 0 - share;
    }
    report_.outcomes.push_back(std::move(outcome));
  }

  const LevelTable& levels_after() {
    if (!levels_after_) levels_after_.emplace(*report_.map, as_of_);
    return *levels_after_;
  }

  void add_people() {
    std::vector<WhatIfShare> all =
        changes_of_people(today_, *report_.map, concepts_,
                          changes_mode() ? state_ : std::vector<double>(concepts_.size(), 0.0), causes_, as_of_);
    report_.firm_value_change = firm_value_change(today_, *report_.map, all);
    for (const WhatIfOutcome& outcome : report_.outcomes)
      all.push_back({outcome.id, ElementKind::outcome, outcome.better});
    for (const WhatIfShare& share : all) {
      if (share.change < -noticeable - rounding) report_.losers.push_back(share);
      if (share.change > noticeable + rounding) report_.winners.push_back(share);
    }
    std::ranges::sort(report_.losers, {}, [](const WhatIfShare& share) {
      return std::pair(std::round(share.change / rounding), share.id);
    });
    std::ranges::sort(report_.winners, {}, [](const WhatIfShare& share) {
      return std::pair(-std::round(share.change / rounding), share.id);
    });
  }

  void weigh_initiatives() {
    for (const IdNumber& act : applied_.held) {
      const Initiative* initiative = simulated_map().get<Initiative>(act.id);
      if (initiative == nullptr || act.value <= 0) continue;
      if (initiative->mode == InitiativeMode::push) ++report_.push;
      if (initiative->mode == InitiativeMode::pull) ++report_.pull;
      if (initiative->status == InitiativeStatus::done) continue;
      if (initiative->cost) {
        report_.cost += *initiative->cost;
      } else {
        report_.cost_unknown.push_back(act.id);
      }
    }
  }

  /// Which held concept changes which outcome, by how much and on which way.
  void explain() {
    if (!changes_mode() || !projects() || causes_.empty()) return;
    const auto shares = contributions(concepts_.network, causes_, start_, fcm_, options_.seed);
    for (std::size_t c = 0; c < causes_.size(); ++c) {
      const auto paths = strongest_paths(concepts_, causes_[c].number, start_, 3);
      for (const Gauge& gauge : gauges_) {
        if (!gauge.number || *gauge.number == causes_[c].number) continue;
        const double share = shares[c][*gauge.number];
        if (std::abs(share) < rounding) continue;
        const double unit = gauge.current && gauge.scale.width() > 0 ? gauge.scale.width() : 1;
        report_.causes.push_back({gauge.outcome, concepts_.ids[causes_[c].number], share * unit, paths[*gauge.number]});
      }
    }
    std::ranges::sort(report_.causes, {}, [](const WhatIfCause& cause) {
      return std::tuple(cause.outcome, -std::round(std::abs(cause.contribution) / rounding), cause.cause);
    });
    const double spread = scenario_.uncertainty.value_or(UncertaintyOptions()).spread;
    report_.assumptions = assumptions_of(concepts_, start_, fcm_, state_, gauges_, spread, report_.priority_before);
  }

  void draw() {
    if (!changes_mode() || !projects() || (!scenario_.uncertainty && !options_.runs)) return;
    const UncertaintyOptions asked = scenario_.uncertainty.value_or(UncertaintyOptions());
    DrawOptions draw{options_.runs.value_or(static_cast<std::size_t>(asked.runs)),
                     asked.seed ? static_cast<std::uint64_t>(*asked.seed) : options_.seed, asked.spread,
                     asked.distribution, options_.threads};
    const Draws draws = draw_runs(concepts_, start_, fcm_, gauges_, draw);
    WhatIfUncertainty& result = report_.uncertainty.emplace();
    result.runs = draw.runs;
    result.settled = draws.settled;
    result.seed = draw.seed;
    result.spread = draw.spread;
    result.distribution = draw.distribution;
    for (std::size_t i = 0; i < gauges_.size(); ++i) add_band(report_.outcomes[i], gauges_[i], draws.changes[i]);
    if (report_.priority_before <= 0) return;
    for (const double priority : draws.priority)
      result.closed_runs.push_back(100 * (1 - priority / report_.priority_before));
    std::vector<double> sorted = result.closed_runs;
    std::ranges::sort(sorted);
    result.closed_low = quantile(sorted, 0.05);
    result.closed_median = quantile(sorted, 0.5);
    result.closed_high = quantile(sorted, 0.95);
  }

  /// Between the two nearest (Hyndman & Fan 1996, type 7, doi:10.2307/2684934).
  static double quantile(const std::vector<double>& sorted, double share) {
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
  }

  static void add_band(WhatIfOutcome& outcome, const Gauge& gauge, const std::vector<double>& changes) {
    if (!gauge.level_at(0)) return;
    std::vector<double> levels;
    std::size_t met = 0;
    for (const double change : changes) {
      levels.push_back(*gauge.level_at(change));
      if (gauge.meets_target(change).value_or(false)) ++met;
    }
    if (gauge.target) outcome.p_target = static_cast<double>(met) / static_cast<double>(changes.size());
    std::ranges::sort(levels);
    outcome.low = quantile(levels, 0.05);
    outcome.median = quantile(levels, 0.5);
    outcome.high = quantile(levels, 0.95);
  }

  /// Every combination of the values that are to be tried, the last one fastest.
  void sweep() {
    if (scenario_.sweep.empty()) return;
    std::vector<std::size_t> place(scenario_.sweep.size(), 0);
    while (true) {
      add_sweep_point(place);
      std::size_t at = place.size();
      while (at > 0 && ++place[at - 1] >= static_cast<std::size_t>(scenario_.sweep[at - 1].steps)) place[--at] = 0;
      if (at == 0) return;
    }
  }

  void add_sweep_point(const std::vector<std::size_t>& place) {
    FcmStart start = start_;
    SweepPoint point;
    for (std::size_t i = 0; i < place.size(); ++i) {
      const Sweep& range = scenario_.sweep[i];
      const double value =
          range.from + (range.to - range.from) * static_cast<double>(place[i]) / (std::floor(range.steps) - 1);
      point.act.push_back({range.act, value});
      const auto number = concepts_.find(range.act);
      if (!number) continue;
      start.held[*number] = 1;
      start.initial[*number] = start.low.empty() ? value : std::clamp(value, start.low[*number], start.high[*number]);
    }
    const FcmRun run = simulate(concepts_.network, start, fcm_);
    point.verdict = report_.verdict == FcmVerdict::runaway_loop ? report_.verdict : run.verdict;
    if (changes_mode() && point.verdict == FcmVerdict::fixed_point) {
      if (report_.priority_before > 0) {
        point.gap_closed_pct = 100 * (1 - priority_at(gauges_, run.state) / report_.priority_before);
      }
      for (const Gauge& gauge : gauges_) {
        if (const auto level = gauge.level_at(gauge.number ? run.state[*gauge.number] : 0))
          point.levels.push_back({gauge.outcome, *level});
      }
    }
    report_.sweep.push_back(std::move(point));
  }

  const Map& today_;
  const Scenario& scenario_;
  AppliedScenario applied_;
  WhatIfOptions options_;
  std::optional<Date> as_of_;
  FcmOptions fcm_;
  EffectGraph graph_;
  Concepts concepts_;
  std::vector<Gauge> gauges_;
  FcmStart start_;
  std::vector<HeldConcept> causes_;
  Ids idle_;
  std::vector<double> state_;
  std::optional<double> radius_;
  std::optional<LevelTable> levels_after_;
  WhatIfReport report_;
};

/// Held elements of which the map does not say what they change: said where the scenario names them.
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

}  // namespace

std::optional<WhatIfReport> find_whatif(const Map& map, const Scenario& scenario, Diagnostics& problems,
                                        const WhatIfOptions& options) {
  AppliedScenario applied = apply(map, scenario, problems);
  if (!applied.map) return std::nullopt;
  WhatIf whatif(map, scenario, std::move(applied), options);
  WhatIfReport report = whatif.run();
  warn_of_idle(scenario, whatif.idle(), problems);
  return report;
}

std::optional<double> chance_to_beat(const WhatIfReport& one, const WhatIfReport& other) {
  if (!one.uncertainty || !other.uncertainty) return std::nullopt;
  const auto& mine = one.uncertainty->closed_runs;
  const auto& theirs = other.uncertainty->closed_runs;
  const std::size_t runs = std::min(mine.size(), theirs.size());
  if (runs == 0) return std::nullopt;
  double wins = 0;
  for (std::size_t run = 0; run < runs; ++run) {
    wins += mine[run] > theirs[run] + rounding ? 1 : mine[run] >= theirs[run] - rounding ? 0.5 : 0;
  }
  return wins / static_cast<double>(runs);
}

}  // namespace outmap
