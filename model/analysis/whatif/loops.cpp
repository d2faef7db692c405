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
    found.in_all = loops.size();
    std::vector<LoopPlace> places = places_of(loops);
    const auto told_end = places.begin() + static_cast<std::ptrdiff_t>(std::min(most_loops, places.size()));
    std::ranges::partial_sort(places, told_end);
    for (auto place = places.begin(); place != told_end; ++place) found.loops.push_back(told(loops[place->second]));
    if (!setting_.changes_mode() || !is_steady(setting_.fcm.transfer)) return found;
    std::erase_if(places, [&](const LoopPlace& place) { return !runs_away(loops[place.second]); });
    if (!places.empty()) found.runaway = told(loops[std::ranges::min_element(places)->second]);
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

  /// Of two loops the stronger one comes first; of equally strong ones the first in the list.
  using LoopPlace = std::pair<double, std::size_t>;

  static std::vector<LoopPlace> places_of(const std::vector<EffectCycle>& loops) {
    std::vector<LoopPlace> places;
    places.reserve(loops.size());
    for (const EffectCycle& loop : loops) places.emplace_back(-std::abs(loop.gain), places.size());
    return places;
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
