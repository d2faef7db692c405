#include "model/analysis/whatif/variants.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace outmap {
namespace {

constexpr double noticed = 0.001;

bool between_0_and_1(Transfer transfer) { return transfer == Transfer::sigmoid || transfer == Transfer::bivalent; }

/// Rescaled reads activations as 0-1, with 'as now' in the middle, where bivalent has nothing.
bool fits(FcmRule rule, Transfer transfer, bool changes_mode) {
  if (rule != FcmRule::rescaled) return true;
  return transfer == Transfer::sigmoid || (transfer == Transfer::bivalent && !changes_mode);
}

double held_value(double value, Transfer transfer) {
  if (transfer == Transfer::sigmoid) return (1 + value) / 2;
  if (transfer == Transfer::bivalent) return value > 0 ? 1 : 0;
  return value;
}

/// The start of the scenario where nothing is held, and with what it holds.
FcmStart start_of(const WhatIfSetting& setting, Transfer transfer, bool acts) {
  FcmStart start = setting.start;
  if (between_0_and_1(transfer)) {
    start.low.clear();
    start.high.clear();
  }
  if (setting.changes_mode()) start.initial.assign(setting.concepts.size(), held_value(0, transfer));
  for (const HeldConcept& cause : setting.causes) {
    start.held[cause.number] = acts ? 1 : 0;
    if (acts)
      start.initial[cause.number] = setting.changes_mode() ? held_value(cause.value, transfer) : cause.value;
    else if (!setting.changes_mode())
      start.initial[cause.number] = setting.scenario.initial_default;
  }
  return start;
}

Turn turn_of(double change) { return change > noticed ? Turn::rises : change < -noticed ? Turn::falls : Turn::stays; }

WhatIfVariant variant_of(const WhatIfSetting& setting, FcmRule rule, Transfer transfer) {
  WhatIfVariant variant;
  variant.rule = rule;
  variant.transfer = transfer;
  variant.own = rule == setting.fcm.rule && transfer == setting.fcm.transfer;
  FcmOptions options = setting.fcm;
  options.rule = rule;
  options.transfer = transfer;
  const FcmRun with = simulate(setting.concepts.network, start_of(setting, transfer, true), options);
  const FcmRun without = simulate(setting.concepts.network, start_of(setting, transfer, false), options);
  variant.verdict = with.verdict == FcmVerdict::fixed_point ? without.verdict : with.verdict;
  if (variant.verdict != FcmVerdict::fixed_point) return variant;
  double before = 0, after = 0;
  for (const Gauge& gauge : setting.gauges) {
    const double change = gauge.number ? with.state[*gauge.number] - without.state[*gauge.number] : 0;
    variant.turns.push_back(turn_of(change));
    before += gauge.priority_at(0);
    after += gauge.priority_at(change);
  }
  if (setting.changes_mode() && before > 0) variant.gap_closed_pct = 100 * (1 - after / before);
  return variant;
}

void conclude(VariantReport& report) {
  const auto own = std::ranges::find_if(report.variants, &WhatIfVariant::own);
  if (own == report.variants.end() || own->turns.empty()) return;
  for (std::size_t i = 0; i < report.outcomes.size(); ++i) {
    if (own->turns[i] == Turn::stays) continue;
    VariantConclusion conclusion{report.outcomes[i], own->turns[i], 0, 0};
    for (const WhatIfVariant& variant : report.variants) {
      if (variant.turns.empty()) continue;
      if (variant.turns[i] == own->turns[i])
        ++conclusion.holds;
      else if (variant.turns[i] != Turn::stays)
        ++conclusion.contradict;
    }
    report.conclusions.push_back(std::move(conclusion));
  }
}

std::optional<double> own_closed(const VariantReport& report) {
  const auto own = std::ranges::find_if(report.variants, &WhatIfVariant::own);
  return own == report.variants.end() ? std::nullopt : own->gap_closed_pct;
}

/// Two scenarios that stand the other way round.
bool reversed(double before, double after) {
  constexpr double tie = 0.1;
  return std::abs(before) >= tie && std::abs(after) >= tie && (before > 0) != (after > 0);
}

bool reorders(const std::vector<VariantReport>& reports, std::size_t variant) {
  for (std::size_t i = 0; i < reports.size(); ++i) {
    for (std::size_t k = i + 1; k < reports.size(); ++k) {
      const auto first = own_closed(reports[i]), second = own_closed(reports[k]);
      const auto& there = reports[i].variants[variant].gap_closed_pct;
      const auto& other = reports[k].variants[variant].gap_closed_pct;
      if (first && second && there && other && reversed(*first - *second, *there - *other)) return true;
    }
  }
  return false;
}

}  // namespace

std::string_view to_text(Turn turn) {
  constexpr std::array<std::string_view, 3> words{"falls", "stays", "rises"};
  return words[static_cast<std::size_t>(turn)];
}

VariantReport compare_rules(const WhatIfSetting& setting) {
  VariantReport report;
  report.scenario = setting.scenario.name;
  for (const Gauge& gauge : setting.gauges) report.outcomes.push_back(gauge.outcome);
  for (const FcmRule rule : {FcmRule::kosko, FcmRule::modified_kosko, FcmRule::rescaled}) {
    for (const Transfer transfer :
         {Transfer::linear, Transfer::sigmoid, Transfer::tanh, Transfer::bivalent, Transfer::trivalent}) {
      if (fits(rule, transfer, setting.changes_mode())) report.variants.push_back(variant_of(setting, rule, transfer));
    }
  }
  for (const WhatIfVariant& variant : report.variants) report.settled += variant.turns.empty() ? 0 : 1;
  conclude(report);
  return report;
}

std::vector<std::size_t> variants_that_reorder(const std::vector<VariantReport>& reports) {
  std::vector<std::size_t> found;
  for (std::size_t variant = 0; !reports.empty() && variant < reports.front().variants.size(); ++variant) {
    if (reorders(reports, variant)) found.push_back(variant);
  }
  return found;
}

}  // namespace outmap
