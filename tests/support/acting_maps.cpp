#include "tests/support/acting_maps.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "model/analysis/whatif/whatif.hpp"
#include "model/scenario/load.hpp"
#include "tests/support/effect_maps.hpp"

namespace outmap::test {
namespace {

constexpr std::size_t initiatives = 7, factors = 5, outcomes = 3;

Id numbered(char letter, std::size_t number) { return letter + std::to_string(number); }

bool has(const Ids& ids, const Id& id) { return std::ranges::find(ids, id) != ids.end(); }

bool allowed(const Map& map, const Ids& ids) {
  return std::ranges::all_of(ids, [&](const Id& id) {
    const Initiative& one = *map.get<Initiative>(id);
    return std::ranges::all_of(one.prerequisites, [&](const Id& other) { return has(ids, other); }) &&
           std::ranges::none_of(one.excludes, [&](const Id& other) { return has(ids, other); });
  });
}

ActedSet followed(const Map& map, Ids ids) {
  ActedSet set;
  Scenario scenario =
      load_scenarios_text("s.yaml", "outmap-scenario: 1\nepsilon: 1.0e-10\nmax_iterations: 4000\n").scenarios.front();
  ScenarioChange change;
  for (const Id& id : ids) {
    set.cost += map.get<Initiative>(id)->cost.value_or(0);
    change.act.push_back({id, 1});
  }
  scenario.changes.push_back(std::move(change));
  Diagnostics problems;
  const auto report = find_whatif(map, scenario, problems);
  REQUIRE(report);
  set.ids = std::move(ids);
  set.settles = report->verdict == FcmVerdict::fixed_point;
  for (const WhatIfOutcome& outcome : report->outcomes) set.levels.push_back(outcome.after.value_or(0));
  set.priority_after = report->priority_after;
  return set;
}

}  // namespace

MapContent random_initiatives(unsigned seed, double strength) {
  std::mt19937 random(seed);
  const auto below = [&](unsigned limit) { return static_cast<std::size_t>(random() % limit); };
  const auto weight = [&] { return strength * (static_cast<double>(below(21)) - 7) / 10; };
  MapContent content;
  content.title = "Random";
  content.customers.emplace_back();
  content.customers.back().id = content.customers.back().name = "people";
  for (std::size_t i = 0; i < initiatives; ++i) {
    Initiative one;
    one.id = one.name = numbered('i', i);
    one.cost = static_cast<double>(1 + below(20));
    if (i > 0 && below(4) == 0) one.prerequisites.push_back(numbered('i', below(static_cast<unsigned>(i))));
    if (i > 1 && below(4) == 0) {
      const Id other = numbered('i', below(static_cast<unsigned>(i)));
      if (!has(one.prerequisites, other)) one.excludes.push_back(other);
    }
    if (below(3) == 0) one.closes.push_back({numbered('o', below(outcomes)), 0.1 * static_cast<double>(1 + below(6))});
    content.influences.push_back(influence(one.id, numbered('f', below(factors)), weight()));
    content.initiatives.push_back(std::move(one));
  }
  for (std::size_t i = 0; i < factors; ++i) {
    content.factors.emplace_back();
    content.factors.back().id = content.factors.back().name = numbered('f', i);
    for (int k = 0; k < 2; ++k)
      content.influences.push_back(influence(numbered('f', i), numbered('o', below(outcomes)), weight()));
    content.influences.push_back(influence(numbered('f', i), numbered('f', below(factors)), weight()));
  }
  for (std::size_t i = 0; i < outcomes; ++i) {
    const bool less = i == 2;
    content.outcomes.push_back(measured_outcome(numbered('o', i), static_cast<double>(3 + below(7)),
                                                less ? 8 : static_cast<double>(2 + below(4)),
                                                less ? 3 : static_cast<double>(6 + below(4))));
    if (less) content.outcomes.back().direction = Direction::less;
    content.outcomes.back().holders.list = {Holder{"people", {}, {}, {}, {}}};
    if (below(2) == 0)
      content.influences.push_back(influence(numbered('o', i), numbered('f', below(factors)), weight()));
  }
  std::erase_if(content.influences, [](const Influence& one) { return one.weight == 0; });
  return content;
}

std::vector<ActedSet> all_acted_sets(const Map& map) {
  std::vector<ActedSet> sets;
  for (std::size_t bits = 0; bits < std::size_t{1} << map->initiatives.size(); ++bits) {
    Ids ids;
    for (std::size_t i = 0; i < map->initiatives.size(); ++i) {
      if ((bits >> i & 1) != 0) ids.push_back(map->initiatives[i].id);
    }
    if (allowed(map, ids)) sets.push_back(followed(map, std::move(ids)));
  }
  return sets;
}

}  // namespace outmap::test
