#include "model/analysis/whatif/meet.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <stdexcept>

#include "model/analysis/whatif/set_search.hpp"
#include "model/io/load.hpp"
#include "model/scenario/load.hpp"
#include "tests/support/acting_maps.hpp"
#include "tests/support/make_map.hpp"
#include "tests/support/places.hpp"
#include "tests/support/what_ifs.hpp"

namespace outmap {
namespace {

Scenario scenario_of(const std::string& fields = "") {
  auto loaded = load_scenarios_text("s.yaml", "outmap-scenario: 1\n" + fields);
  REQUIRE(loaded.problems.all().empty());
  return loaded.scenarios.front();
}

MeetReport meet(const Map& map, const MeetOptions& options, const std::string& fields = "") {
  Diagnostics problems;
  auto report = find_meeting_set(map, scenario_of(fields), problems, options);
  REQUIRE(report);
  return *std::move(report);
}

using test::small_clinic;

Ids chosen_ids(const MeetReport& report) {
  Ids ids;
  for (const MeetInitiative& one : report.chosen) ids.push_back(one.id);
  return ids;
}

/// What the three outcomes of random_initiatives are short of, in shares of the scale.
double short_by(const test::ActedSet& set, const std::vector<MeetTarget>& targets) {
  double sum = 0;
  for (const MeetTarget& target : targets) {
    const bool less = target.outcome == "o2";
    const double level = set.levels[static_cast<std::size_t>(target.outcome[1] - '0')];
    const double missing = (less ? level - *target.level : *target.level - level) / 10;
    sum += missing > 1e-9 ? missing : 0;
  }
  return sum;
}

struct Best {
  double short_by = 1e9;
  double cost = 1e9;
};

Best best_of(const std::vector<test::ActedSet>& sets, const std::vector<MeetTarget>& targets, std::size_t at_most) {
  Best best;
  for (const test::ActedSet& set : sets) {
    if (!set.settles || set.ids.size() > at_most) continue;
    const double missing = short_by(set, targets);
    if (missing < best.short_by - 1e-9) best = {missing, set.cost};
    if (missing <= best.short_by + 1e-9) best.cost = std::min(best.cost, set.cost);
  }
  return best;
}

}  // namespace

TEST_CASE("the cheapest set is that of trying every set with find_whatif", "[meet]") {
  std::size_t met = 0, missed = 0, unsettled = 0;
  for (unsigned seed = 1; seed <= 32; ++seed) {
    const Map map = test::make_map(test::random_initiatives(seed, seed % 3 == 0 ? 1.2 : 0.5));
    const auto sets = test::all_acted_sets(map);
    unsettled +=
        static_cast<std::size_t>(std::ranges::count_if(sets, [](const test::ActedSet& set) { return !set.settles; }));
    const std::vector<MeetTarget> targets = seed % 2 == 0 ? std::vector<MeetTarget>{{"o0", 5.5}, {"o2", 7.0}}
                                                          : std::vector<MeetTarget>{{"o1", 5.0 + seed % 4}};
    for (const std::size_t at_most : {std::size_t{1}, std::size_t{2}, std::size_t{3}, std::size_t{7}}) {
      const Best best = best_of(sets, targets, at_most);
      const MeetReport report = meet(map, {.targets = targets, .at_most = at_most});
      INFO("seed " << seed << ", at most " << at_most);
      CHECK(report.proven);
      REQUIRE(report.settles == (best.short_by < 1e8));
      if (!report.settles) continue;
      CHECK(report.short_by == Approx(best.short_by).margin(1e-8));
      CHECK(report.cost == Approx(best.cost));
      CHECK(report.chosen.size() <= at_most);
      CHECK(report.met == (best.short_by == 0));
      CHECK(report.cost_bound == report.cost);
      ++(report.met ? met : missed);
    }
  }
  CHECK(met > 20);  // else the maps would prove little
  CHECK(missed > 20);
  CHECK(unsettled > 20);
}

TEST_CASE("what is found is a scenario, and the what-if says the same of it", "[meet]") {
  for (unsigned seed = 30; seed < 40; ++seed) {
    const Map map = test::make_map(test::random_initiatives(seed, 0.5));
    const MeetReport report = meet(map, {.targets = {{"o0", 6.0}, {"o1", 6.0}}});
    Diagnostics problems;
    const auto whatif = find_whatif(map, report.scenario, problems);
    REQUIRE(whatif);
    for (const MeetRow& row : report.rows) {
      const auto outcome = std::ranges::find(whatif->outcomes, row.outcome, &WhatIfOutcome::id);
      REQUIRE(outcome->after.has_value() == row.after.has_value());
      if (row.after) CHECK(*row.after == Approx(*outcome->after));
    }
    if (report.settles) CHECK(whatif->cost == Approx(report.cost));
  }
}

TEST_CASE("the bound is never above what a set that it bounds leaves open", "[meet]") {
  for (unsigned seed = 1; seed <= 8; ++seed) {
    const Map map = test::make_map(test::random_initiatives(seed, 0.6));
    const std::vector<MeetTarget> targets = {{"o0", 9.0}, {"o1", 9.0}, {"o2", 1.0}};
    const auto sets = test::all_acted_sets(map);
    for (const double work : {0.0, 2000.0, 20000.0, 60000.0}) {
      const MeetReport report = meet(map, {.targets = targets, .work = work});
      const Best best = best_of(sets, targets, 7);
      CHECK(report.short_bound <= best.short_by + 1e-9);
      CHECK(report.short_by >= best.short_by - 1e-9);
      if (report.proven) CHECK(report.short_by == Approx(best.short_by).margin(1e-8));
    }
  }
}

TEST_CASE("without effort enough the cheapest cost is bounded, and said not to be proven", "[meet]") {
  const Map map = test::make_map(test::random_initiatives(4, 0.5));
  const MeetReport whole = meet(map, {.targets = {{"o0", 5.5}}});
  REQUIRE(whole.met);
  const MeetReport cut = meet(map, {.targets = {{"o0", 5.5}}, .work = 0});
  CHECK_FALSE(cut.proven);
  CHECK(cut.cost_bound <= whole.cost);
}

TEST_CASE("a scenario stands below the search: what it holds is there, what it removes is gone", "[meet]") {
  const Map map = small_clinic();
  const MeetReport alone = meet(map, {.targets = {{"seen-soon", 5.5}}});
  CHECK(alone.met);
  CHECK(chosen_ids(alone) == Ids{"booking"});
  CHECK(alone.chosen.front().missed_without == Ids{"seen-soon"});
  const MeetReport with = meet(map, {.targets = {{"seen-soon", 5.5}}}, "changes: [{act: {booking: 1}}]\n");
  CHECK(with.met);
  CHECK(with.chosen.empty());
  CHECK(with.cost == 0);
  const MeetReport leave = meet(map, {.targets = {{"seen-soon", 5.5}}}, "changes: [{remove: [midwives]}]\n");
  CHECK_FALSE(leave.met);
  CHECK(leave.rows.front().before == 4);
  CHECK(leave.rows.front().short_by > 0);
}

TEST_CASE("the outcome's own target is what is asked where no level is", "[meet]") {
  const MeetReport report = meet(small_clinic(), {.targets = {{"overtime", {}}, {"seen-soon", {}}}});
  REQUIRE(report.rows.size() == 2);
  CHECK(report.rows[0].asked == 2);
  CHECK(report.rows[1].asked == 8);
  CHECK_FALSE(report.met);  // what gets people seen soon loads the staff
}

TEST_CASE("what cannot be asked for is refused with what to do", "[meet]") {
  const Map map = small_clinic();
  CHECK_THROWS_WITH(meet(map, {}), "a search needs a target to meet");
  CHECK_THROWS_WITH(meet(map, {.targets = {{"nothing", 5.0}}}), "no outcome has the id 'nothing'");
  CHECK_THROWS_WITH(meet(map, {.targets = {{"seen-soon", 11.0}}}),
                    "'seen-soon' lies on a scale from 0 to 10, and 11 is outside");
  CHECK_THROWS_WITH(meet(map, {.targets = {{"seen-soon", 5.0}, {"seen-soon", 6.0}}}), "'seen-soon' is asked for twice");
  CHECK_THROWS_AS(meet(map, {.targets = {{"seen-soon", 5.0}}}, "mode: state\n"), std::invalid_argument);
}

TEST_CASE("sets are counted by their binomials", "[meet]") {
  CHECK(count_sets(5, 5) == 32);
  CHECK(count_sets(14, 3) == 1 + 14 + 91 + 364);
  CHECK(count_sets(3, 100) == 8);
  CHECK(count_sets(0, 2) == 1);
}

}  // namespace outmap
