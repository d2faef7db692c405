// Scenarios under every rule, as JSON.
#include <nlohmann/json.hpp>

#include "cli/json_text.hpp"
#include "cli/whatif/variants.hpp"
#include "model/format/write.hpp"

namespace outmap {
namespace {

using Json = nlohmann::ordered_json;

Json variant_json(const VariantReport& report, const WhatIfVariant& variant) {
  Json turns = Json::object();
  for (std::size_t i = 0; i < variant.turns.size(); ++i) turns[report.outcomes[i]] = to_text(variant.turns[i]);
  return {{"rule", word_of(variant.rule)},
          {"transfer", word_of(variant.transfer)},
          {"own", variant.own},
          {"verdict", to_text(variant.verdict)},
          {"gap_closed_pct", json_of(variant.gap_closed_pct)},
          {"outcomes", std::move(turns)}};
}

Json report_json(const VariantReport& report) {
  Json variants = Json::array();
  for (const WhatIfVariant& variant : report.variants) variants.push_back(variant_json(report, variant));
  Json conclusions = Json::array();
  for (const VariantConclusion& one : report.conclusions)
    conclusions.push_back(
        {{"outcome", one.outcome}, {"turn", to_text(one.turn)}, {"holds", one.holds}, {"contradict", one.contradict}});
  return {{"name", report.scenario},
          {"settled", report.settled},
          {"conclusions", std::move(conclusions)},
          {"variants", std::move(variants)}};
}

Json ranking_json(const std::vector<VariantReport>& reports) {
  if (reports.size() < 2) return nullptr;
  Json changed = Json::array();
  for (const std::size_t variant : variants_that_reorder(reports)) {
    const WhatIfVariant& one = reports.front().variants[variant];
    changed.push_back({{"rule", word_of(one.rule)}, {"transfer", word_of(one.transfer)}});
  }
  const bool survives = changed.empty();
  return {{"survives", survives}, {"another_under", std::move(changed)}};
}

}  // namespace

std::string variants_json(const std::vector<VariantReport>& reports) {
  Json scenarios = Json::array();
  for (const VariantReport& report : reports) scenarios.push_back(report_json(report));
  return json_text({{"scenarios", std::move(scenarios)}, {"ranking", ranking_json(reports)}});
}

}  // namespace outmap
