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
  return JsonObject()
      .add("id", outcome.id)
      .add("before", json_of(outcome.before))
      .add("after", json_of(outcome.after))
      .add("change", json_of(outcome.change))
      .add("gap_before", json_of(outcome.gap_before))
      .add("gap_after", json_of(outcome.gap_after))
      .add("target_met", json_or_null(outcome.target_met))
      .add("p_target", json_of(outcome.p_target))
      .add("low", json_of(outcome.low))
      .add("median", json_of(outcome.median))
      .add("high", json_of(outcome.high))
      .add("presence", to_text(outcome.presence))
      .take();
}

Json share_json(const WhatIfShare& share) {
  return JsonObject()
      .add("id", share.id)
      .add("change", json_of(share.change))
      .add("through", share.through)
      .add("itself", share.itself)
      .take();
}

Json path_json(const CausePath& path) {
  return JsonObject()
      .add("ids", path.ids)
      .add("strength", json_of(path.strength))
      .add("told", to_text(path.told))
      .add("told_by", path.told_by)
      .take();
}

Json cause_json(const WhatIfCause& cause) {
  return JsonObject()
      .add("outcome", cause.outcome)
      .add("cause", cause.cause)
      .add("contribution", json_of(cause.contribution))
      .add("paths", json_list(cause.paths, path_json))
      .add("error", json_of(cause.error))
      .add("independent_ways", json_or_null(cause.ways))
      .add("sources", cause.sources)
      .add("threads", cause.threads)
      .take();
}

Json loop_json(const WhatIfLoop& loop) {
  return JsonObject().add("ids", loop.ids).add("gain", json_of(loop.gain)).take();
}

Json assumption_json(const WhatIfAssumption& one) {
  return JsonObject()
      .add("from", one.from)
      .add("to", one.to)
      .add("swing", json_of(one.swing))
      .add("confidence", json_of(one.confidence))
      .add("rank", one.rank)
      .take();
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
  return JsonObject()
      .add("act", numbers(point.act))
      .add("verdict", to_text(point.verdict))
      .add("gap_closed_pct", json_of(point.gap_closed_pct))
      .add("levels", numbers(point.levels))
      .take();
}

Json removed_json(const Removed& removed) {
  return JsonObject()
      .add("id", removed.id.empty() ? Json(nullptr) : Json(removed.id))
      .add("what", removed.what)
      .add("count", removed.count)
      .take();
}

Json scenario_json(const WhatIfReport& report) {
  const Scenario& scenario = report.scenario;
  return JsonObject()
      .add("name", scenario.name)
      .add("likelihood", word_or_null(scenario.likelihood))
      .add("verdict", to_text(report.verdict))
      .add("unique", report.unique)
      .add("iterations", report.iterations)
      .add("period", report.period > 0 ? Json(report.period) : Json(nullptr))
      .add("saturated", report.saturated)
      .add("state", numbers(report.state))
      .add("outcomes", json_list(all_outcomes(report), outcome_json))
      .add("losers", json_list(report.losers, share_json))
      .add("winners", json_list(report.winners, share_json))
      .add("causes", json_list(report.causes, cause_json))
      .add("people_causes", json_list(report.people_causes, cause_json))
      .add("assumptions", json_list(report.assumptions, assumption_json))
      .add("cost", json_of(report.cost))
      .add("firm_value_change", json_of(report.firm_value_change))
      .add("uncertainty", uncertainty_json(report.uncertainty))
      .add("gap_closed_pct", json_of(report.gap_closed_pct))
      .add("mode", word_of(scenario.mode))
      .add("rule", word_of(rule_of(scenario)))
      .add("transfer", word_of(transfer_of(scenario)))
      .add("held", report.held)
      .add("removed", report.removed)
      .add("gone", json_list(report.gone, removed_json))
      .add("superseded", report.superseded)
      .add("loops", json_list(report.loops, loop_json))
      .add("loops_in_all", report.loops_in_all)
      .add("runaway", report.runaway ? loop_json(*report.runaway) : Json(nullptr))
      .add("push", report.push)
      .add("pull", report.pull)
      .add("cost_unknown", report.cost_unknown)
      .add("sweep", json_list(report.sweep, sweep_json))
      .add_all(found_again_json(report))
      .take();
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
  return JsonObject()
      .add("scenarios", json_list(reports, scenario_json))
      .add("comparison", comparison_json(reports))
      .take();
}

std::string whatif_json(const std::vector<WhatIfReport>& reports) { return json_text(whatif_document(reports)); }

}  // namespace outmap
