// Does the answer hang on how the simulation is done? The same scenarios under every rule and transfer function.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/analysis/fcm/simulate.hpp"
#include "model/analysis/whatif/setting.hpp"

namespace outmap {

enum class Turn { falls, stays, rises };
std::string_view to_text(Turn turn);  // "rises"

/// One scenario under one rule and transfer function.
struct WhatIfVariant {
  FcmRule rule = FcmRule::kosko;
  Transfer transfer = Transfer::linear;
  bool own = false;  // it is what the scenario itself says
  FcmVerdict verdict = FcmVerdict::fixed_point;
  std::vector<Turn> turns;               // by VariantReport::outcomes; empty where it does not settle
  std::optional<double> gap_closed_pct;  // mode change, where it settles

  bool operator==(const WhatIfVariant&) const = default;
};

/// Whether an outcome turns the same way under all.
struct VariantConclusion {
  Id outcome;
  Turn turn = Turn::stays;     // by the scenario's own rule
  std::size_t holds = 0;       // variants that settle and agree
  std::size_t contradict = 0;  // those that turn it the other way

  bool operator==(const VariantConclusion&) const = default;
};

struct VariantReport {
  std::string scenario;
  Ids outcomes;
  std::vector<WhatIfVariant> variants;  // the rules in their order, in each the transfer functions
  std::size_t settled = 0;
  std::vector<VariantConclusion> conclusions;  // of outcomes that move under the scenario's own rule, by id

  bool operator==(const VariantReport&) const = default;
};

/// Follows the scenario of `setting` under each combination that fits: kosko and modified-kosko with all five transfer
/// functions, rescaled with sigmoid and, in mode state, with bivalent. What counts is the difference
/// between the state with what the scenario holds and the state without, from the same start, so that rules which move
/// by themselves can be compared with those that do not; beyond a thousandth it rises or falls. In mode change, a value
/// of -1 to 1 is held as it is, for sigmoid at (1 + value) / 2, for bivalent at 1 where it is above 0; the difference
/// is then read as a change of the scale, for the closed gaps. Deterministic; 24 simulations.
VariantReport compare_rules(const WhatIfSetting& setting);

/// The variants under which scenarios do not stand in the order of gaps closed in which they stand by their own rules:
/// the places of those variants; pairs that differ by less than a tenth of a point have no order. `reports` of the same
/// map. Variants under which one of them does not settle are left out.
std::vector<std::size_t> variants_that_reorder(const std::vector<VariantReport>& reports);

}  // namespace outmap
