#include "model/analysis/whatif/runaway.hpp"

#include <algorithm>
#include <cmath>

#include "model/analysis/fcm/contraction.hpp"
#include "model/analysis/rounding.hpp"
#include "model/graph/walks.hpp"

namespace outmap {

RunawayWatch::RunawayWatch(const WhatIfSetting& setting) : setting_(&setting) {
  const Transfer transfer = setting.fcm.transfer;
  if (transfer != Transfer::linear && transfer != Transfer::tanh) return;
  const double slope = transfer == Transfer::tanh ? setting.fcm.lambda : 1;
  if (spectral_radius(setting.concepts.network, setting.start) * slope < 1 - 1e-6) return;
  for (const EffectCycle& cycle : find_cycles(*setting.graph).cycles) {
    const bool alone = cycle.gain * std::pow(slope, static_cast<double>(cycle.vertices.size())) >= 1 - 1e-12;
    if (!alone && (cycle.gain <= 0 || transfer == Transfer::tanh)) continue;
    Loop loop{{}, alone};
    for (const EffectVertex vertex : cycle.vertices)
      loop.numbers.push_back(*setting.concepts.find(setting.graph->vertices.id(vertex)));
    loops_.push_back(std::move(loop));
  }
}

bool RunawayWatch::operator()(const FcmStart& start, const std::vector<double>& state) const {
  return std::ranges::any_of(loops_, [&](const Loop& loop) {
    const bool moves = std::ranges::all_of(loop.numbers, [&](std::size_t number) {
      return start.held[number] == 0 && std::abs(state[number]) > rounding_error;
    });
    return moves && (loop.alone || carried_to_the_end(loop, start, state));
  });
}

bool RunawayWatch::carried_to_the_end(const Loop& loop, const FcmStart& start, const std::vector<double>& state) const {
  const bool at_end = std::ranges::any_of(
      loop.numbers, [&](std::size_t number) { return std::abs(state[number]) >= 1 - rounding_error; });
  return at_end && spectral_radius(setting_->concepts.network, start) >= 1;
}

}  // namespace outmap
