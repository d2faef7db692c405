#include "cli/whatif/json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/json_text.hpp"
#include "cli/whatif/again_json.hpp"
#include "model/analysis/whatif/comparison.hpp"
#include "model/format/write.hpp"

namespace outmap {
namespace {

using Json = nlohmann::ordered_json;

/// Ids are unique: the members are appended, where looking each up first would take quadratic time.
Json numbers(const IdNumbers& list) {
  Json all = Json::object();
  auto& members = static_cast<Json::object_t::Container&>(all.get_ref<Json::object_t&>());
  for (const IdNumber& number : list) members.emplace_back(number.id, json_of(number.value));
  return all;
}

Json outcome_json(const WhatIfOutcome& outcome) {
  return {{"id", outcome.id},
          {"before", json_of(outcome.before)},
          {"after", json_of(outcome.after)},
          {"change", json_of(outcome.change)},
          {"gap_before", json_of(outcome.gap_before)},
          {"gap_after", json_of(outcome.gap_after)},
          {"target_met", json_or_null(outcome.target_met)},
          {"p_target", json_of(outcome.p_target)},
          {"low", json_of(outcome.low)},
          {"median", json_of(outcome.median)},
          {"high", json_of(outcome.high)},
          {"presence", to_text(outcome.presence)}};
}

Json share_json(const WhatIfShare& share) { return {{"id", share.id}, {"change", json_of(share.change)}}; }

Json path_json(const CausePath& path) {
  return {
      {"ids", path.ids}, {"strength", json_of(path.strength)}, {"told", to_text(path.told)}, {"told_by", path.told_by}};
}

Json cause_json(const WhatIfCause& cause) {
  return {{"outcome", cause.outcome},
          {"cause", cause.cause},
          {"contribution", json_of(cause.contribution)},
          {"paths", json_list(cause.paths, path_json)},
          {"error", json_of(cause.error)},
          {"independent_ways", json_or_null(cause.ways)},
          {"sources", cause.sources},
          {"threads", cause.threads}};
}

Json loop_json(const WhatIfLoop& loop) { return {{"ids", loop.ids}, {"gain", json_of(loop.gain)}}; }

/// The strongest: a dense map has thousands, of which hardly any passes anything back.
Json loops_json(const WhatIfReport& report) {
  constexpr std::size_t most = 50;
  Json loops = Json::array();
  for (std::size_t i = 0; i < std::min(most, report.loops.size()); ++i) loops.push_back(loop_json(report.loops[i]));
  return loops;
}

Json assumption_json(const WhatIfAssumption& one) {
  return {{"from", one.from},
          {"to", one.to},
          {"swing", json_of(one.swing)},
          {"confidence", json_of(one.confidence)},
          {"rank", one.rank}};
}

Json uncertainty_json(const std::optional<WhatIfUncertainty>& uncertainty) {
  if (!uncertainty) return nullptr;
  return {{"runs", uncertainty->runs},
          {"settled", uncertainty->settled},
          {"seed", uncertainty->seed},
          {"spread", json_of(uncertainty->spread)},
          {"distribution", word_of(uncertainty->distribution)},
          {"gap_closed_pct",
           {{"low", json_of(uncertainty->closed_low)},
            {"median", json_of(uncertainty->closed_median)},
            {"high", json_of(uncertainty->closed_high)}}}};
}

Json sweep_json(const SweepPoint& point) {
  return {{"act", numbers(point.act)},
          {"verdict", to_text(point.verdict)},
          {"gap_closed_pct", json_of(point.gap_closed_pct)},
          {"levels", numbers(point.levels)}};
}

Json removed_json(const Removed& removed) {
  return {
      {"id", removed.id.empty() ? Json(nullptr) : Json(removed.id)}, {"what", removed.what}, {"count", removed.count}};
}

Json scenario_json(const WhatIfReport& report) {
  const Scenario& scenario = report.scenario;
  Json json{{"name", scenario.name},
            {"likelihood", word_or_null(scenario.likelihood)},
            {"verdict", to_text(report.verdict)},
            {"unique", report.unique},
            {"iterations", report.iterations},
            {"period", report.period > 0 ? Json(report.period) : Json(nullptr)},
            {"saturated", report.saturated},
            {"state", numbers(report.state)},
            {"outcomes", json_list(all_outcomes(report), outcome_json)},
            {"losers", json_list(report.losers, share_json)},
            {"winners", json_list(report.winners, share_json)},
            {"causes", json_list(report.causes, cause_json)},
            {"assumptions", json_list(report.assumptions, assumption_json)},
            {"cost", json_of(report.cost)},
            {"firm_value_change", json_of(report.firm_value_change)},
            {"uncertainty", uncertainty_json(report.uncertainty)},
            {"gap_closed_pct", json_of(report.gap_closed_pct)},
            {"mode", word_of(scenario.mode)},
            {"rule", word_of(rule_of(scenario))},
            {"transfer", word_of(transfer_of(scenario))},
            {"held", report.held},
            {"removed", report.removed},
            {"gone", json_list(report.gone, removed_json)},
            {"superseded", report.superseded},
            {"loops", loops_json(report)},
            {"loops_in_all", report.loops.size()},
            {"runaway", report.runaway ? loop_json(*report.runaway) : Json(nullptr)},
            {"push", report.push},
            {"pull", report.pull},
            {"cost_unknown", report.cost_unknown},
            {"sweep", json_list(report.sweep, sweep_json)}};
  json.update(found_again_json(report));
  return json;
}

/// What each scenario closes, and how likely it is to close more than each other one.
Json comparison_json(const std::vector<WhatIfReport>& reports) {
  Json rows = Json::array();
  Json chances = Json::array();
  for (const WhatIfReport& report : reports) {
    rows.push_back({{"name", report.scenario.name},
                    {"likelihood", word_or_null(report.scenario.likelihood)},
                    {"verdict", to_text(report.verdict)},
                    {"gap_closed_pct", json_of(report.gap_closed_pct)},
                    {"targets_met", targets_of(report).met},
                    {"losers", report.losers.size()},
                    {"cost", json_of(report.cost)},
                    {"firm_value_change", json_of(report.firm_value_change)}});
    for (const WhatIfReport& other : reports) {
      if (&other == &report) continue;
      chances.push_back({{"scenario", report.scenario.name},
                         {"beats", other.scenario.name},
                         {"p", json_of(chance_to_beat(report, other))}});
    }
  }
  return {{"scenarios", std::move(rows)}, {"beats", std::move(chances)}};
}

}  // namespace

Json whatif_document(const std::vector<WhatIfReport>& reports) {
  return {{"scenarios", json_list(reports, scenario_json)}, {"comparison", comparison_json(reports)}};
}

std::string whatif_json(const std::vector<WhatIfReport>& reports) { return json_text(whatif_document(reports)); }

}  // namespace outmap
