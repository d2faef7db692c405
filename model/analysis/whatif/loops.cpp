#include "model/analysis/whatif/loops.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "model/analysis/fcm/contraction.hpp"
#include "model/analysis/rounding.hpp"
#include "model/graph/walks.hpp"

namespace outmap {
namespace {

class LoopSearch {
 public:
  LoopSearch(const WhatIfSetting& setting, const std::vector<double>& state, std::optional<double> radius)
      : setting_(setting),
        state_(state),
        slope_(setting.fcm.transfer == Transfer::tanh ? setting.fcm.lambda : 1),
        radius_(radius),
        states_(setting.graph->vertices.size(), 0.0) {}

  WhatIfLoops run() {
    WhatIfLoops found;
    if (setting_.held.empty() || too_large()) return found;
    find_states();
    const std::vector<EffectCycle> loops = moving_loops();
    const std::vector<std::size_t> order = by_strength(loops);
    found.in_all = loops.size();
    for (std::size_t i = 0; i < std::min(most_loops, order.size()); ++i) found.loops.push_back(told(loops[order[i]]));
    if (!setting_.changes_mode() || !is_steady(setting_.fcm.transfer)) return found;
    const auto runaway = std::ranges::find_if(order, [&](std::size_t i) { return runs_away(loops[i]); });
    if (runaway != order.end()) found.runaway = told(loops[*runaway]);
    return found;
  }

 private:
  static bool is_steady(Transfer transfer) { return transfer == Transfer::linear || transfer == Transfer::tanh; }

  /// The search takes concepts x links. Where it would take long it is left out, if no loop can run away: the gain of a
  /// loop of which the radius is below 1 is below 1 too.
  bool too_large() {
    constexpr double most_work = 2e8;
    const Concepts& concepts = setting_.concepts;
    const auto work = static_cast<double>(concepts.size()) * static_cast<double>(concepts.network.links());
    return work > most_work && radius() * slope_ < 1;
  }

  double radius() {
    if (!radius_) radius_ = spectral_radius(setting_.concepts.network, setting_.start);
    return *radius_;
  }

  void find_states() {
    for (EffectVertex vertex = 0; vertex < states_.size(); ++vertex) {
      const auto number = setting_.concepts.find(setting_.graph->vertices.id(vertex));
      if (number && setting_.start.held[*number] == 0) states_[vertex] = state_[*number];
    }
  }

  std::vector<EffectCycle> moving_loops() const {
    CycleReport cycles = find_cycles(*setting_.graph);
    std::erase_if(cycles.cycles, [this](const EffectCycle& cycle) {
      return std::ranges::any_of(cycle.vertices,
                                 [this](EffectVertex vertex) { return std::abs(states_[vertex]) <= rounding_error; });
    });
    return std::move(cycles.cycles);
  }

  /// Places of the loops, the strongest first; of equally strong ones the first in the list.
  static std::vector<std::size_t> by_strength(const std::vector<EffectCycle>& loops) {
    std::vector<std::pair<double, std::size_t>> keys;
    for (const EffectCycle& loop : loops) keys.emplace_back(-std::abs(loop.gain), keys.size());
    std::ranges::sort(keys);
    std::vector<std::size_t> order;
    for (const auto& [key, place] : keys) order.push_back(place);
    return order;
  }

  WhatIfLoop told(const EffectCycle& cycle) const {
    WhatIfLoop loop{{}, cycle.gain};
    for (const EffectVertex vertex : cycle.vertices) loop.ids.push_back(setting_.graph->vertices.id(vertex));
    return loop;
  }

  bool runs_away(const EffectCycle& loop) {
    const double steepest = slope_ == 1 ? 1 : std::pow(slope_, static_cast<double>(loop.vertices.size()));
    const double gain = loop.gain * steepest;
    return gain >= 1 - 1e-12 || (loop.gain > 0 && carried_to_the_end(loop));
  }

  /// Loops that amplify together though none does alone: a concept of this one stands at the end of its range.
  bool carried_to_the_end(const EffectCycle& loop) {
    if (setting_.fcm.transfer != Transfer::linear) return false;
    const bool at_end = std::ranges::any_of(
        loop.vertices, [this](EffectVertex vertex) { return std::abs(states_[vertex]) >= 1 - rounding_error; });
    return at_end && radius() >= 1;
  }

  const WhatIfSetting& setting_;
  const std::vector<double>& state_;
  double slope_;
  std::optional<double> radius_;  // where it was asked for or given
  std::vector<double> states_;    // by vertex of the graph; 0 where it is held or no concept
};

}  // namespace

WhatIfLoops find_loops(const WhatIfSetting& setting, const std::vector<double>& state, std::optional<double> radius) {
  return LoopSearch(setting, state, radius).run();
}

}  // namespace outmap
