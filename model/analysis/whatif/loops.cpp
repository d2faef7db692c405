#include "model/analysis/whatif/loops.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "model/analysis/fcm/contraction.hpp"
#include "model/analysis/rounding.hpp"
#include "model/graph/walks.hpp"

namespace outmap {
namespace {

class LoopSearch {
 public:
  LoopSearch(const WhatIfSetting& setting, const std::vector<double>& state)
      : setting_(setting), state_(state), slope_(setting.fcm.transfer == Transfer::tanh ? setting.fcm.lambda : 1) {}

  WhatIfLoops run() {
    WhatIfLoops found;
    if (setting_.held.empty() || too_large()) return found;
    found.loops = moving_loops();
    if (!setting_.changes_mode() || !is_steady(setting_.fcm.transfer)) return found;
    const auto runaway = std::ranges::find_if(found.loops, [this](const WhatIfLoop& loop) { return runs_away(loop); });
    if (runaway != found.loops.end()) found.runaway = *runaway;
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

  /// For each vertex of the graph, whether its concept is free to move and does.
  std::vector<bool> moving() const {
    std::vector<bool> moves(setting_.graph.vertices.size());
    for (EffectVertex vertex = 0; vertex < moves.size(); ++vertex) {
      const auto number = setting_.concepts.find(setting_.graph.vertices.id(vertex));
      moves[vertex] = number && setting_.start.held[*number] == 0 && std::abs(state_[*number]) > rounding_error;
    }
    return moves;
  }

  Ids ids_of(const EffectCycle& cycle) const {
    Ids ids;
    for (const EffectVertex vertex : cycle.vertices) ids.push_back(setting_.graph.vertices.id(vertex));
    return ids;
  }

  std::vector<WhatIfLoop> moving_loops() const {
    CycleReport cycles = find_cycles(setting_.graph);
    const std::vector<bool> moves = moving();
    std::erase_if(cycles.cycles, [&](const EffectCycle& cycle) {
      return !std::ranges::all_of(cycle.vertices, [&](EffectVertex vertex) { return moves[vertex]; });
    });
    std::ranges::stable_sort(cycles.cycles, std::greater<>(),
                             [](const EffectCycle& cycle) { return std::abs(cycle.gain); });
    std::vector<WhatIfLoop> loops;
    for (const EffectCycle& cycle : cycles.cycles) loops.push_back({ids_of(cycle), cycle.gain});
    return loops;
  }

  bool runs_away(const WhatIfLoop& loop) {
    const double gain = loop.gain * std::pow(slope_, static_cast<double>(loop.ids.size()));
    return gain >= 1 - 1e-12 || (loop.gain > 0 && carried_to_the_end(loop));
  }

  /// Loops that amplify together though none does alone: a concept of this one stands at the end of its range.
  bool carried_to_the_end(const WhatIfLoop& loop) {
    if (setting_.fcm.transfer != Transfer::linear) return false;
    return radius() >= 1 && std::ranges::any_of(loop.ids, [this](const Id& id) {
             return std::abs(state_[*setting_.concepts.find(id)]) >= 1 - rounding_error;
           });
  }

  const WhatIfSetting& setting_;
  const std::vector<double>& state_;
  double slope_;
  std::optional<double> radius_;
};

}  // namespace

WhatIfLoops find_loops(const WhatIfSetting& setting, const std::vector<double>& state) {
  return LoopSearch(setting, state).run();
}

}  // namespace outmap
