#include "model/analysis/whatif/variants.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "model/scenario/load.hpp"
#include "tests/support/acting_maps.hpp"
#include "tests/support/effect_maps.hpp"
#include "tests/support/make_map.hpp"

namespace outmap {
namespace {

VariantReport compared(const Map& map, const std::string& fields) {
  auto loaded = load_scenarios_text("s.yaml", "outmap-scenario: 1\n" + fields);
  REQUIRE(loaded.problems.all().empty());
  Diagnostics problems;
  AppliedScenario applied = apply(map, loaded.scenarios.front(), problems);
  REQUIRE(applied.map);
  return compare_rules(setting_of(map, loaded.scenarios.front(), std::move(applied), std::nullopt));
}

/// a raises o directly; it also raises b, which holds o back by nearly as much.
MapContent two_ways() {
  MapContent content;
  content.title = "Two ways";
  for (const char* id : {"a", "b"}) {
    content.factors.emplace_back();
    content.factors.back().id = content.factors.back().name = id;
  }
  content.outcomes = {test::measured_outcome("o", 8, 4, 8), test::measured_outcome("p", 8, 4, 8)};
  content.influences = {test::influence("a", "p", 0.4), test::influence("a", "o", 0.4), test::influence("a", "b", 0.5),
                        test::influence("b", "o", -0.6)};
  return content;
}

const VariantConclusion& conclusion_on(const VariantReport& report, const Id& outcome) {
  const auto found = std::ranges::find(report.conclusions, outcome, &VariantConclusion::outcome);
  REQUIRE(found != report.conclusions.end());
  return *found;
}

const WhatIfVariant& variant_of(const VariantReport& report, FcmRule rule, Transfer transfer) {
  const auto found = std::ranges::find_if(
      report.variants, [&](const WhatIfVariant& one) { return one.rule == rule && one.transfer == transfer; });
  REQUIRE(found != report.variants.end());
  return *found;
}

}  // namespace

TEST_CASE("a direct effect holds under every rule; one that is nearly outweighed hangs on it", "[whatif][variants]") {
  const VariantReport report = compared(test::make_map(two_ways()), "changes: [{act: {a: 1}}]\n");
  REQUIRE(report.variants.size() == 11);
  CHECK(conclusion_on(report, "p").turn == Turn::rises);
  CHECK(conclusion_on(report, "p").contradict == 0);
  CHECK(conclusion_on(report, "o").turn == Turn::rises);  // 0.4 - 0.5 x 0.6
  CHECK(conclusion_on(report, "o").contradict > 0);       // trivalent: sign of 0.4 - 0.6
  const auto& trivalent = variant_of(report, FcmRule::kosko, Transfer::trivalent);
  CHECK(trivalent.turns == std::vector<Turn>{Turn::falls, Turn::rises});
  CHECK(std::ranges::count_if(report.variants, &WhatIfVariant::own) == 1);
}

TEST_CASE("the scenario's own rule closes what the what-if closes", "[whatif][variants]") {
  const VariantReport report = compared(test::make_map(two_ways()), "changes: [{act: {a: 1}}]\nepsilon: 1.0e-12\n");
  const auto& own = variant_of(report, FcmRule::kosko, Transfer::linear);
  REQUIRE(own.own);
  // o from 4 to 5, p from 4 to 8, both of a gap of 4 and equal weight; nobody holds them, so that there is no priority
  CHECK_FALSE(own.gap_closed_pct);
  CHECK(own.turns == std::vector<Turn>{Turn::rises, Turn::rises});
}

TEST_CASE("scenarios are put in another order only where they differ by more than a tie", "[whatif][variants]") {
  VariantReport one, other;
  one.variants = {{FcmRule::kosko, Transfer::linear, true, FcmVerdict::fixed_point, {Turn::rises}, 10},
                  {FcmRule::kosko, Transfer::tanh, false, FcmVerdict::fixed_point, {Turn::rises}, 8},
                  {FcmRule::kosko, Transfer::bivalent, false, FcmVerdict::fixed_point, {Turn::rises}, 5},
                  {FcmRule::kosko, Transfer::trivalent, false, FcmVerdict::cycle, {}, {}}};
  other = one;
  other.variants[0].gap_closed_pct = 7;
  other.variants[1].gap_closed_pct = 8.05;
  other.variants[2].gap_closed_pct = 6;
  CHECK(variants_that_reorder({one, other}) == std::vector<std::size_t>{2});
  CHECK(variants_that_reorder({one}).empty());
  CHECK(variants_that_reorder({}).empty());
}

TEST_CASE("in mode state all variants start where the scenario starts", "[whatif][variants]") {
  const VariantReport report = compared(test::make_map(two_ways()), "mode: state\nchanges: [{act: {a: 1}}]\n");
  const auto& own = variant_of(report, FcmRule::modified_kosko, Transfer::sigmoid);
  CHECK(own.own);
  CHECK_FALSE(own.gap_closed_pct);
  REQUIRE(own.turns.size() == 2);
  CHECK(own.turns[1] == Turn::rises);
}

}  // namespace outmap
