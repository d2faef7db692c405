#include <algorithm>
#include <catch2/catch.hpp>
#include <stdexcept>

#include "model/analysis/portfolio/portfolio.hpp"
#include "model/analysis/whatif/whatif.hpp"
#include "model/scenario/load.hpp"
#include "tests/support/acting_maps.hpp"
#include "tests/support/make_map.hpp"

namespace outmap {
namespace {

PortfolioReport simulated(const Map& map, double budget, PortfolioOptions options = {}) {
  options.budget = budget;
  options.by = PlanBy::simulation;
  return find_portfolio(map, options);
}

Ids ids_of(const PortfolioReport& report) {
  Ids ids;
  for (const PlannedInitiative& one : report.chosen) ids.push_back(one.id);
  return ids;
}

/// The least priority that any allowed and settling set within the budget leaves.
double least_left(const std::vector<test::ActedSet>& sets, double budget) {
  double least = 1e9;
  for (const test::ActedSet& set : sets) {
    if (set.settles && set.cost <= budget + 1e-9) least = std::min(least, set.priority_after);
  }
  return least;
}

}  // namespace

TEST_CASE("the simulated plan is the best of all sets, at every budget", "[portfolio][simulation]") {
  for (unsigned seed = 1; seed <= 10; ++seed) {
    const Map map = test::make_map(test::random_initiatives(seed, seed % 2 == 0 ? 0.5 : 1.0));
    const auto sets = test::all_acted_sets(map);
    const double nothing = sets.front().priority_after;
    const PortfolioReport all = simulated(map, 1000);
    CHECK(all.front_whole);
    for (const double budget : {0.0, 7.0, 15.0, 25.0, 40.0, 1000.0}) {
      INFO("seed " << seed << ", budget " << budget);
      const PortfolioReport report = simulated(map, budget);
      CHECK(report.optimal);
      CHECK(report.cost <= budget);
      CHECK(report.benefit == Approx(nothing - least_left(sets, budget)).margin(1e-6));
      CHECK(report.bound == Approx(report.benefit).margin(1e-6));
      double best = 0;
      for (const PlanPoint& point : all.front) {
        if (point.cost <= budget) best = point.benefit;
      }
      CHECK(best == Approx(report.benefit).margin(1e-6));
    }
  }
}

TEST_CASE("the plan and the what-if agree on what a plan closes", "[portfolio][simulation]") {
  for (unsigned seed = 11; seed <= 20; ++seed) {
    const Map map = test::make_map(test::random_initiatives(seed, 0.5));
    const PortfolioReport report = simulated(map, 30);
    Scenario scenario = load_scenarios_text("s.yaml", "outmap-scenario: 1\n").scenarios.front();
    ScenarioChange change;
    for (const Id& id : ids_of(report)) change.act.push_back({id, 1});
    scenario.changes.push_back(change);
    Diagnostics problems;
    const auto whatif = find_whatif(map, scenario, problems);
    REQUIRE(whatif);
    CHECK(report.benefit == Approx(whatif->priority_before - whatif->priority_after).margin(1e-4));
    CHECK(report.total_priority == Approx(whatif->priority_before));
  }
}

TEST_CASE("where shares are all there is, both ways agree on each initiative alone", "[portfolio][simulation]") {
  for (unsigned seed = 21; seed <= 40; ++seed) {
    MapContent content = test::random_initiatives(seed, 0.5);
    content.influences.clear();
    for (Initiative& one : content.initiatives) {
      one.prerequisites.clear();
      one.excludes.clear();
    }
    const Map map = test::make_map(std::move(content));
    const PortfolioReport by_shares = find_portfolio(map, {.budget = 1000});
    const PortfolioReport by_simulation = simulated(map, 1000);
    for (const PlannedInitiative& one : by_shares.chosen) {
      const auto other = std::ranges::find(by_simulation.chosen, one.id, &PlannedInitiative::id);
      if (other != by_simulation.chosen.end()) CHECK(other->alone == Approx(one.alone).margin(1e-6));
    }
    CHECK(by_simulation.benefit >= by_shares.benefit - 1e-6);  // shares add up, where the others multiply
  }
}

TEST_CASE("harm that shares do not see keeps an initiative out of the simulated plan", "[portfolio][simulation]") {
  MapContent content = test::random_initiatives(1, 0.5);
  content.influences.clear();
  for (Initiative& one : content.initiatives) {
    one.closes.clear();
    one.prerequisites.clear();
    one.excludes.clear();
  }
  content.initiatives[0].closes = {{"o0", 0.3}};
  content.influences = {{}, {}};
  content.influences[0].from = "i0";
  content.influences[0].to = "f0";
  content.influences[0].weight = 1;
  content.influences[1].from = "f0";
  content.influences[1].to = "o1";
  content.influences[1].weight = -0.9;
  const Map map = test::make_map(std::move(content));
  const PortfolioReport by_shares = find_portfolio(map, {.budget = 1000});
  REQUIRE(by_shares.chosen.size() == 1);
  const PortfolioReport by_simulation = simulated(map, 1000);
  CHECK(by_simulation.chosen.empty());
  const auto left = std::ranges::find(by_simulation.left_out, "i0", &LeftOutInitiative::id);
  REQUIRE(left != by_simulation.left_out.end());
  CHECK(left->reason == NotPlanned::works_against);
  CHECK(*left->adds < 0);
  PortfolioOptions held;
  held.with = {"i0"};
  const PortfolioReport with = simulated(map, 1000, held);
  REQUIRE(with.chosen.size() == 1);
  CHECK(with.benefit == Approx(*left->adds));
  REQUIRE(with.harms.size() == 1);
  CHECK(with.harms[0].outcome == "o1");
  CHECK_THROWS_AS(simulated(map, 0, held), std::invalid_argument);
}

}  // namespace outmap
