#include "model/analysis/whatif/whatif.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "model/analysis/clusters/clusters.hpp"
#include "model/analysis/fcm/contraction.hpp"
#include "model/analysis/rounding.hpp"
#include "model/analysis/whatif/bands.hpp"
#include "model/analysis/whatif/draws.hpp"
#include "model/analysis/whatif/loops.hpp"
#include "model/analysis/whatif/people.hpp"
#include "model/analysis/whatif/setting.hpp"
#include "model/analysis/whatif/support.hpp"
#include "model/analysis/whatif/sweeps.hpp"

namespace outmap {
namespace {

/// Today's gauges, found by their outcome.
class GaugesById {
 public:
  explicit GaugesById(std::vector<Gauge> gauges) : gauges_(std::move(gauges)) {
    for (const Gauge& gauge : gauges_) by_outcome_.emplace(gauge.outcome, &gauge);
  }
  const std::vector<Gauge>& all() const { return gauges_; }
  const Gauge* find(std::string_view outcome) const {
    const auto found = by_outcome_.find(outcome);
    return found == by_outcome_.end() ? nullptr : found->second;
  }

 private:
  std::vector<Gauge> gauges_;
  std::unordered_map<std::string_view, const Gauge*> by_outcome_;
};

/// Follows one applied scenario and fills the report.
class WhatIf {
 public:
  WhatIf(const Map& today, WhatIfSetting setting, const WhatIfOptions& options)
      : today_(today), setting_(std::move(setting)), options_(options) {
    report_.levels_before = std::make_shared<LevelTable>(today, setting_.as_of, *setting_.levels);
  }

  WhatIfReport run() {
    report_.scenario = setting_.scenario;
    report_.gone = setting_.applied.gone;
    report_.removed = setting_.applied.removed;
    report_.superseded = setting_.applied.superseded;
    report_.held = setting_.held;
    report_.without_effect = setting_.idle;
    follow();
    find_runaway();
    project();
    if (!options_.only_levels) find_again();
    weigh_initiatives();
    explain();
    if (setting_.changes_mode() && projects()) add_bands(setting_, options_, report_);
    report_.sweep = sweep_points(setting_, report_.verdict, report_.priority_before);
    report_.simulated_map = std::move(setting_.changes_mode() ? setting_.applied.before_removal : setting_.applied.map);
    return std::move(report_);
  }

 private:
  void follow() {
    const FcmRun run = simulate(setting_.concepts.network, setting_.start, setting_.fcm);
    report_.verdict = run.verdict;
    report_.iterations = run.iterations;
    report_.period = run.period;
    radius_ = spectral_radius(setting_.concepts.network, setting_.start);
    report_.unique = has_unique_fixed_point(setting_.concepts.network, setting_.start, setting_.fcm, radius_);
    state_ = run.state;
    for (std::size_t i = 0; i < setting_.concepts.size(); ++i) {
      report_.state.push_back({setting_.concepts.ids[i], state_[i]});
      if (is_saturated(i)) report_.saturated.push_back(setting_.concepts.ids[i]);
    }
  }

  /// Where a further push would move nothing.
  bool is_saturated(std::size_t i) const {
    if (setting_.start.held[i] != 0 || !setting_.concepts.network.has_causes(i)) return false;
    switch (setting_.fcm.transfer) {
      case Transfer::linear:
        return state_[i] != 0 && (state_[i] >= bound(setting_.start.high, i, 1) - rounding_error ||
                                  state_[i] <= bound(setting_.start.low, i, -1) + rounding_error);
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

  void find_runaway() {
    WhatIfLoops found = find_loops(setting_, state_, radius_);
    report_.loops = std::move(found.loops);
    report_.loops_in_all = found.in_all;
    report_.runaway = std::move(found.runaway);
    if (report_.runaway) report_.verdict = FcmVerdict::runaway_loop;
  }

  const LevelTable& levels_before() const { return *report_.levels_before; }

  bool projects() const { return report_.verdict == FcmVerdict::fixed_point; }

  /// From states to levels, gaps, and people.
  void project() {
    const std::vector<double> still(setting_.concepts.size(), 0.0);
    const GapReport gaps_before = edits() ? find_gaps(today_, levels_before()) : setting_.gaps;
    const GaugesById before(edits() ? gauges_of(today_, Concepts(), levels_before(), gaps_before) : setting_.gauges);
    const bool moved = setting_.changes_mode() && projects();
    report_.map = moved_map(*setting_.applied.map, setting_.gauges, moved ? state_ : still, setting_.as_of);
    levels_after_.emplace(*report_.map, as_of(*report_.map, setting_.as_of), levels_before());
    const GapReport gaps_after = find_gaps(*report_.map, *levels_after_);
    std::vector<GapChange> gaps = gap_changes(today_, gaps_before, *report_.map, gaps_after);
    report_.priority_gone = priority_gone(gaps);
    for (const GapChange& gap : gaps) report_.priority_before += gap.priority_before.value_or(0);
    report_.priority_before -= report_.priority_gone;
    std::unordered_map<std::string_view, Presence> presence;
    for (const GapChange& gap : gaps) presence.emplace(gap.id, gap.presence);
    for (const Gauge& gauge : setting_.gauges)
      add_outcome(gauge, before.find(gauge.outcome), presence.at(gauge.outcome));
    for (const Gauge& gauge : before.all()) {
      if (presence.at(gauge.outcome) == Presence::gone) add_gone(gauge);
    }
    if (!projects()) return;
    report_.gaps = std::move(gaps);
    for (const GapChange& gap : report_.gaps) {
      if (gap.presence != Presence::unheld) report_.priority_after += gap.priority_after.value_or(0);
    }
    if (report_.priority_before > rounding_error) {
      report_.gap_closed_pct = 100 * (1 - report_.priority_after / report_.priority_before);
    }
    add_people();
  }

  /// Whether anything but levels can differ between the two maps.
  bool edits() const { return setting_.applied.edited; }

  /// Findings, journeys, clusters and access, as any other map would have them. Where only levels differ, what does not
  /// look at levels says the same of both maps and is not asked.
  void find_again() {
    const Map& after = *report_.map;
    if (edits()) {
      find_structure_again();
    } else {
      report_.access = access_changes({today_, *setting_.graph}, {after, *setting_.graph}, setting_.applied.held);
      if (projects()) {
        report_.findings =
            finding_changes(find_level_gaps(today_, levels_before()), after, find_level_gaps(after, *levels_after_));
      }
    }
    if (!projects()) return;
    static const IdNumbers none;
    report_.stages =
        stage_changes(today_, after, report_.outcomes, setting_.changes_mode() ? report_.state : none, setting_.as_of);
    const std::size_t people = after->customers.size() + after->partners.size();
    if (std::max(people, today_->customers.size() + today_->partners.size()) > options_.clusters_up_to) return;
    ClusterOptions clusters;
    clusters.judged = false;
    clusters.advised = false;
    clusters.as_of = setting_.as_of;
    clusters.seed = options_.seed;
    clusters.threads = options_.threads;
    report_.clusters = cluster_changes(find_clusters(today_, clusters), find_clusters(after, clusters));
  }

  void find_structure_again() {
    const Map& after = *report_.map;
    const EffectGraph effects_after = effect_graph(after, {setting_.as_of, true, &*levels_after_});
    const bool only_removes = &setting_.simulated_map().content() == &today_.content();
    const auto own = only_removes ? nullptr : kept_effect_graph(today_, {setting_.as_of, true, &levels_before()});
    const EffectGraph& effects_before = only_removes ? *setting_.graph : *own;
    const Access access = find_access(today_, effects_before);
    report_.access = access_changes({today_, effects_before}, access, {after, effects_after}, setting_.applied.held);
    if (!projects()) return;
    const auto findings_before =
        find_structural_gaps(today_, levels_before(), effects_before, {.sole_access = &access.sole});
    report_.findings =
        finding_changes(findings_before, after, find_structural_gaps(after, *levels_after_, effects_after));
  }

  static double gap_at(const Gauge& of, double level) {
    return std::max(0.0, of.direction == Direction::more ? *of.target - level : level - *of.target);
  }

  void add_gone(const Gauge& before) {
    WhatIfOutcome outcome;
    outcome.id = before.outcome;
    outcome.presence = Presence::gone;
    outcome.before = before.current;
    if (before.current && before.target) outcome.gap_before = gap_at(before, *before.current);
    report_.gone_outcomes.push_back(std::move(outcome));
  }

  void add_outcome(const Gauge& gauge, const Gauge* before, Presence presence) {
    WhatIfOutcome outcome;
    outcome.id = gauge.outcome;
    outcome.presence = presence;
    if (before != nullptr) outcome.before = before->current;
    if (before != nullptr && before->current && before->target) outcome.gap_before = gap_at(*before, *before->current);
    if (projects()) {
      outcome.after = levels_after_->whole(*report_.map->get<Outcome>(gauge.outcome)).current;
    }
    if (outcome.after && gauge.target) {
      outcome.gap_after = gap_at(gauge, *outcome.after);
      outcome.target_met = *outcome.gap_after <= rounding_error;
    }
    if (outcome.before && outcome.after) {
      outcome.change = *outcome.after - *outcome.before;
      if (std::abs(*outcome.change) < 1e-12) outcome.change = 0;
      const double share = gauge.scale.width() > 0 ? *outcome.change / gauge.scale.width() : 0;
      outcome.better = gauge.direction == Direction::more ? share : 0 - share;
    }
    report_.outcomes.push_back(std::move(outcome));
  }

  void add_people() {
    std::vector<WhatIfShare> all = changes_of_people(
        {today_, levels_before()}, {*report_.map, *levels_after_}, setting_.concepts,
        setting_.changes_mode() ? state_ : std::vector<double>(setting_.concepts.size(), 0.0), setting_.causes);
    report_.firm_value_change = firm_value_change(today_, *report_.map, all);
    for (const WhatIfOutcome& outcome : report_.outcomes)
      all.push_back({outcome.id, ElementKind::outcome, outcome.better});
    for (const WhatIfShare& share : all) {
      if (share.change < -noticeable - rounding_error) report_.losers.push_back(share);
      if (share.change > noticeable + rounding_error) report_.winners.push_back(share);
    }
    std::ranges::sort(report_.losers, {}, [](const WhatIfShare& share) {
      return std::pair(std::round(share.change / rounding_error), share.id);
    });
    std::ranges::sort(report_.winners, {}, [](const WhatIfShare& share) {
      return std::pair(-std::round(share.change / rounding_error), share.id);
    });
  }

  void weigh_initiatives() {
    for (const IdNumber& act : setting_.applied.held) {
      const Initiative* initiative = setting_.simulated_map().get<Initiative>(act.id);
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

  static void sort_causes(std::vector<WhatIfCause>& causes) {
    std::ranges::sort(causes, {}, [](const WhatIfCause& cause) {
      return std::tuple(cause.outcome, -std::round(std::abs(cause.contribution) / rounding_error), cause.cause);
    });
  }

  /// Which held concept changes which outcome, by how much and on which way; and whom of those that fall themselves.
  void explain() {
    if (!setting_.changes_mode() || !projects() || setting_.causes.empty()) return;
    const auto shares =
        contributions(setting_.concepts.network, setting_.causes, setting_.start, setting_.fcm, options_.seed);
    for (std::size_t c = 0; c < setting_.causes.size(); ++c) {
      const auto paths = strongest_paths(setting_.concepts, setting_.causes[c].number, setting_.start, 3);
      for (const Gauge& gauge : setting_.gauges) {
        if (!gauge.number || *gauge.number == setting_.causes[c].number) continue;
        const double share = shares.values[c][*gauge.number];
        if (std::abs(share) < rounding_error) continue;
        const double unit = gauge.current && gauge.scale.width() > 0 ? gauge.scale.width() : 1;
        const double error = shares.errors[c][*gauge.number];
        report_.causes.push_back({gauge.outcome, setting_.concepts.ids[setting_.causes[c].number], share * unit,
                                  paths[*gauge.number], error * unit});
      }
      for (const WhatIfShare& loser : report_.losers) {
        if (!loser.itself) continue;
        const std::size_t number = *setting_.concepts.find(loser.id);
        const double share = shares.values[c][number];
        if (std::abs(share) < rounding_error) continue;
        report_.people_causes.push_back({loser.id, setting_.concepts.ids[setting_.causes[c].number], share,
                                         paths[number], shares.errors[c][number]});
      }
    }
    sort_causes(report_.causes);
    sort_causes(report_.people_causes);
    if (!options_.only_levels) {
      add_support(setting_, report_.causes);
      add_support(setting_, report_.people_causes);
    }
    const double spread = setting_.scenario.uncertainty.value_or(UncertaintyOptions()).spread;
    report_.assumptions = assumptions_of(setting_.concepts, setting_.start, setting_.fcm, state_, setting_.gauges,
                                         spread, report_.priority_before);
  }

  const Map& today_;
  WhatIfSetting setting_;
  WhatIfOptions options_;
  std::optional<LevelTable> levels_after_;  // of report_.map
  std::vector<double> state_;
  double radius_ = 0;  // of the network's absolute weights
  WhatIfReport report_;
};

}  // namespace

std::optional<WhatIfReport> find_whatif(const Map& map, const Scenario& scenario, Diagnostics& problems,
                                        const WhatIfOptions& options) {
  return find_whatif(map, scenario, apply(map, scenario, problems), problems, options);
}

std::optional<WhatIfReport> find_whatif(const Map& map, const Scenario& scenario, AppliedScenario applied,
                                        Diagnostics& problems, const WhatIfOptions& options) {
  if (!applied.map) return std::nullopt;
  WhatIfSetting setting = setting_of(map, scenario, std::move(applied), options.as_of, options.levels);
  WhatIfReport report = WhatIf(map, std::move(setting), options).run();
  warn_of_idle(scenario, report.without_effect, problems);
  return report;
}

}  // namespace outmap
