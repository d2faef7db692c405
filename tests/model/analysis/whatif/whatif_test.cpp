#include "model/analysis/whatif/whatif.hpp"
#include "model/analysis/whatif/comparison.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <map>

#include "model/analysis/gaps.hpp"
#include "model/analysis/portfolio/portfolio.hpp"
#include "model/io/load.hpp"
#include "model/scenario/load.hpp"
#include "tests/support/effect_maps.hpp"
#include "tests/support/make_map.hpp"
#include "tests/support/places.hpp"
#include "tests/support/what_ifs.hpp"

namespace outmap {
namespace {

/// The clinic of docs/analyses/whatif.md.
using test::small_clinic;
using test::what_if;

double state_of(const WhatIfReport& report, const Id& id) {
  for (const IdNumber& number : report.state) {
    if (number.id == id) return number.value;
  }
  FAIL("no concept " << id);
  return 0;
}

const WhatIfOutcome& outcome_of(const WhatIfReport& report, const Id& id) {
  const auto found = std::ranges::find(report.outcomes, id, &WhatIfOutcome::id);
  REQUIRE(found != report.outcomes.end());
  return *found;
}

double contribution_of(const WhatIfReport& report, const Id& outcome, const Id& cause) {
  for (const WhatIfCause& one : report.causes) {
    if (one.outcome == outcome && one.cause == cause) return one.contribution;
  }
  return 0;
}

const std::string both = "changes: [{act: {teams: 1, booking: 1}}]\n";

}  // namespace

TEST_CASE("the example of the documentation comes out as worked by hand", "[whatif]") {
  const WhatIfReport report = what_if(small_clinic(), both + "epsilon: 1.0e-12\n");
  CHECK(report.verdict == FcmVerdict::fixed_point);
  CHECK(report.unique);
  CHECK(state_of(report, "seen-soon") == Approx(0.3 / 1.1));
  CHECK(outcome_of(report, "seen-soon").before == 4);
  CHECK(*outcome_of(report, "seen-soon").after == Approx(4 + 3 / 1.1));
  CHECK(*outcome_of(report, "evening").before == 6);  // the reading
  CHECK(*outcome_of(report, "evening").after == Approx(4));
  CHECK(*outcome_of(report, "overtime").after == Approx(4 + 20 * 0.2 * 0.3 / 1.1));
  CHECK(*outcome_of(report, "evening").gap_after == Approx(3));
  CHECK(report.cost == 100000);
  CHECK(report.push == 1);
  CHECK(report.pull == 1);
}

TEST_CASE("losers come first, people and outcomes alike, beyond one percent of the scale", "[whatif]") {
  const WhatIfReport report = what_if(small_clinic(), both + "epsilon: 1.0e-12\n");
  REQUIRE(report.losers.size() == 4);
  CHECK(report.losers[0].id == "evening");
  CHECK(report.losers[0].change == Approx(-0.2));
  CHECK(report.losers[1].id == "workers");
  CHECK(report.losers[2].id == "nurses");
  CHECK(report.losers[2].change == Approx(-0.2 * 0.3 / 1.1));
  CHECK(report.losers[0].through.empty());
  CHECK(report.losers[1].through == Ids{"evening"});
  CHECK(report.losers[2].through == Ids{"overtime"});
  CHECK(report.people_causes.empty());
  REQUIRE_FALSE(report.winners.empty());
  CHECK(report.winners.front().change == Approx(0.3 / 1.1));
}

TEST_CASE("of a partner that falls as a concept it is told what lowers it", "[whatif]") {
  const WhatIfReport report = what_if(small_clinic(),
                                      "changes: [{add: {influences: [{from: booking, to: midwives, weight: -0.5}]}}, "
                                      "{act: {teams: 1, booking: 1}}]\nepsilon: 1.0e-12\n");
  // Teams lift the midwives by 0.5, booking lowers them by as much: nothing is left, and nobody falls.
  CHECK(std::ranges::count(report.losers, "midwives", &WhatIfShare::id) == 0);

  const WhatIfReport alone = what_if(small_clinic(),
                                     "changes: [{add: {influences: [{from: booking, to: midwives, weight: -0.5}]}}, "
                                     "{act: {booking: 1}}]\nepsilon: 1.0e-12\n");
  const auto loser = std::ranges::find(alone.losers, "midwives", &WhatIfShare::id);
  REQUIRE(loser != alone.losers.end());
  CHECK(loser->itself);
  CHECK(loser->through.empty());
  CHECK(loser->change == Approx(-0.5));
  REQUIRE(alone.people_causes.size() == 1);
  CHECK(alone.people_causes[0].outcome == "midwives");
  CHECK(alone.people_causes[0].cause == "booking");
  CHECK(alone.people_causes[0].contribution == Approx(-0.5));
  REQUIRE_FALSE(alone.people_causes[0].paths.empty());
  CHECK(alone.people_causes[0].paths[0].ids == Ids{"booking", "midwives"});
}

TEST_CASE("gaps and priorities are found again on the changed map", "[whatif]") {
  const Map map = small_clinic();
  const WhatIfReport report = what_if(map, both + "epsilon: 1.0e-12\n");
  MapContent content = map.content();
  content.readings.clear();
  content.outcomes[0].current = 4 + 3 / 1.1;
  content.outcomes[1].current = 4;
  content.outcomes[2].current = 4 + 1.2 / 1.1;
  double after = 0, before = 0;
  for (const GapRow& row : find_gaps(test::make_map(std::move(content))).rows) after += row.priority.value_or(0);
  for (const GapRow& row : find_gaps(map).rows) before += row.priority.value_or(0);
  CHECK(report.priority_before == Approx(before));
  CHECK(report.priority_after == Approx(after));
  CHECK(*report.gap_closed_pct == Approx(100 * (1 - after / before)));
}

TEST_CASE("what-if and plan agree on what an initiative closes", "[whatif]") {
  MapContent content = small_clinic().content();
  content.influences.clear();
  const Map map = test::make_map(std::move(content));
  const WhatIfReport report = what_if(map, "changes: [{act: {booking: 1}}]\n");
  CHECK(*outcome_of(report, "seen-soon").after == Approx(6));  // half of the gap of 4
  CHECK(report.priority_before - report.priority_after == Approx(find_portfolio(map, {.budget = 40000}).benefit));
}

TEST_CASE("contributions add up to the change and match all orders of coming", "[whatif]") {
  const Map map = small_clinic();
  const std::string fine = "epsilon: 1.0e-12\n";
  const WhatIfReport all = what_if(map, "changes: [{act: {teams: 1, booking: 1, load: 0.5}}]\n" + fine);
  for (const WhatIfOutcome& outcome : all.outcomes) {
    double sum = 0;
    for (const WhatIfCause& cause : all.causes) {
      if (cause.outcome == outcome.id) sum += cause.contribution;
    }
    CHECK(sum == Approx(outcome.change.value_or(0)).margin(1e-9));
  }
  std::array<std::string, 3> order{"booking", "load", "teams"};
  const auto level = [&](const std::vector<std::string>& acting) {
    std::string act;
    for (const auto& id : acting) act += (act.empty() ? "" : ", ") + id + (id == "load" ? ": 0.5" : ": 1");
    return acting.empty() ? 4.0
                          : *outcome_of(what_if(map, "changes: [{act: {" + act + "}}]\n" + fine), "seen-soon").after;
  };
  std::map<std::string, double> mean;
  do {
    std::vector<std::string> acting;
    for (const std::string& next : order) {
      const double before = level(acting);
      acting.push_back(next);
      mean[next] += (level(acting) - before) / 6;
    }
  } while (std::ranges::next_permutation(order).found);
  for (const auto& [cause, value] : mean) CHECK(contribution_of(all, "seen-soon", cause) == Approx(value).margin(1e-9));
}

TEST_CASE("every change has its strongest path", "[whatif]") {
  const WhatIfReport report = what_if(small_clinic(), both);
  for (const WhatIfCause& cause : report.causes) {
    if (cause.outcome != "overtime" || cause.cause != "teams") continue;
    REQUIRE(cause.paths.size() == 1);
    CHECK(cause.paths[0].ids == Ids{"teams", "midwives", "seen-soon", "load", "overtime"});
    CHECK(cause.paths[0].strength == Approx(0.5 * 0.2 * 0.5 * 0.4));
  }
  REQUIRE(report.loops.size() == 1);
  CHECK(report.loops[0].gain == Approx(-0.1));
}

TEST_CASE("a partner that leaves takes its effects along", "[whatif]") {
  const Map map = small_clinic();
  const WhatIfReport report = what_if(map, "changes: [{remove: [midwives]}]\nepsilon: 1.0e-12\n");
  CHECK(state_of(report, "seen-soon") == Approx(-0.2 / 1.1));
  CHECK_FALSE(report.map->find("midwives"));
  CHECK(report.firm_value_change.value_or(0) < 0);
  const WhatIfReport idea = what_if(map, "changes: [{remove: [booking]}]\n");
  CHECK(state_of(idea, "seen-soon") == 0);  // it does not run yet: nothing ends
}

TEST_CASE("a set level moves no other, and no reading hides it", "[whatif]") {
  const WhatIfReport report = what_if(small_clinic(), "changes: [{set: {evening.current: 6.5}}]\n");
  CHECK(*outcome_of(report, "evening").after == 6.5);
  CHECK(*outcome_of(report, "evening").before == 6);
  CHECK(outcome_of(report, "seen-soon").change == 0.0);
  CHECK(report.superseded == Ids{"evening"});
}

TEST_CASE("a loop that gives back all that it gets runs away, and projects no level", "[whatif]") {
  const WhatIfReport report = what_if(
      small_clinic(), "changes: [{add: {influences: [{from: load, to: load, weight: 1}]}}, {act: {booking: 1}}]\n");
  CHECK(report.verdict == FcmVerdict::runaway_loop);
  REQUIRE(report.runaway);
  CHECK(report.runaway->ids == Ids{"load"});
  CHECK_FALSE(outcome_of(report, "seen-soon").after);
  CHECK_FALSE(report.gap_closed_pct);
  CHECK_FALSE(report.state.empty());
}

TEST_CASE("loops that amplify only together run away too", "[whatif]") {
  const WhatIfReport report = what_if(small_clinic(), R"(changes:
  - add:
      factors: [{id: a}, {id: b}, {id: c}]
      influences: [{from: a, to: b, weight: 0.8}, {from: b, to: a, weight: 0.8}, {from: a, to: c, weight: 0.8}, {from: c, to: a, weight: 0.8}, {from: teams, to: a, weight: 0.5}]
  - act: {teams: 1}
)");
  CHECK(report.verdict == FcmVerdict::runaway_loop);
}

TEST_CASE("levels stay on their scales", "[whatif]") {
  const WhatIfReport report =
      what_if(small_clinic(),
              "changes: [{add: {influences: [{from: teams, to: evening, weight: 1}]}}, {act: {teams: 1, rota: 1}}]\n");
  CHECK(*outcome_of(report, "evening").after == 10);
  CHECK(report.saturated == Ids{"evening"});
}

TEST_CASE("runs are the same for any number of threads, and another seed draws others", "[whatif]") {
  const Map map = small_clinic();
  const auto draws = [&](unsigned threads, std::uint64_t seed) {
    return what_if(map, both, {.seed = seed, .threads = threads, .runs = 333});
  };
  const WhatIfReport one = draws(1, 5), three = draws(3, 5), other = draws(1, 6);
  CHECK(one.uncertainty->closed_runs == three.uncertainty->closed_runs);
  CHECK(one.outcomes == three.outcomes);
  CHECK(one.uncertainty->closed_runs != other.uncertainty->closed_runs);
  CHECK(one.uncertainty->settled == 333);
  const WhatIfOutcome& seen = outcome_of(one, "seen-soon");
  CHECK(*seen.low < *seen.after);
  CHECK(*seen.after < *seen.high);
  CHECK(*seen.p_target > 0);
  CHECK(*seen.p_target < 0.2);
}

TEST_CASE("with full confidence nothing is drawn", "[whatif]") {
  MapContent content = small_clinic().content();
  for (Influence& influence : content.influences) influence.confidence = 1;
  content.initiatives[0].closes.clear();  // a share that is closed has no confidence of its own
  const WhatIfReport report = what_if(test::make_map(std::move(content)), both, {.runs = 40});
  const WhatIfOutcome& seen = outcome_of(report, "seen-soon");
  CHECK(*seen.low == Approx(*seen.after).margin(1e-6));
  CHECK(*seen.high == Approx(*seen.after).margin(1e-6));
  CHECK(report.assumptions.empty());
}

TEST_CASE("the assumption to test first has the greatest swing times doubt", "[whatif]") {
  const WhatIfReport report = what_if(small_clinic(), both);
  REQUIRE(report.assumptions.size() > 2);
  for (std::size_t i = 1; i < report.assumptions.size(); ++i) {
    const auto& before = report.assumptions[i - 1];
    const auto& after = report.assumptions[i];
    CHECK(before.swing * (1 - before.confidence) >= after.swing * (1 - after.confidence) - 1e-9);
    CHECK(after.rank == i + 1);
  }
}

TEST_CASE("two scenarios are weighed run by run", "[whatif]") {
  const Map map = small_clinic();
  const WhatIfReport booking = what_if(map, "changes: [{act: {booking: 1}}]\n", {.runs = 100});
  const WhatIfReport leave = what_if(map, "changes: [{remove: [midwives]}]\n", {.runs = 100});
  CHECK(*chance_to_beat(booking, leave) == 1);
  CHECK(*chance_to_beat(leave, booking) == 0);
  CHECK(*chance_to_beat(booking, booking) == 0.5);
  CHECK_FALSE(chance_to_beat(booking, what_if(map, both)));
}

TEST_CASE("a sweep holds an element at one value after the other", "[whatif]") {
  const WhatIfReport report = what_if(
      small_clinic(),
      "changes: [{act: {booking: 1}}]\nsweep: [{act: teams, from: 0, to: 1, steps: 3}, {act: load, steps: 2}]\n");
  REQUIRE(report.sweep.size() == 6);
  CHECK(report.sweep[3].act == IdNumbers{{"teams", 0.5}, {"load", 1}});
  const WhatIfReport same = what_if(small_clinic(), "changes: [{act: {booking: 1, teams: 0.5, load: 1}}]\n");
  CHECK(*report.sweep[3].gap_closed_pct == Approx(*same.gap_closed_pct));
}

TEST_CASE("mode state gives activations and moves no level", "[whatif]") {
  const WhatIfReport report = what_if(small_clinic(), "mode: state\ninitial: {teams: 1}\nhold_inputs: true\n");
  CHECK(report.verdict == FcmVerdict::fixed_point);
  CHECK(state_of(report, "teams") == 1);
  CHECK(state_of(report, "midwives") > 0.5);
  CHECK(outcome_of(report, "seen-soon").change == 0.0);
}

TEST_CASE("random maps end with levels on their scales and causes that add up", "[whatif]") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    const Map map = test::make_map(test::random_causes(25, seed));
    const Id cause = map->influences.front().from;
    const WhatIfReport report = what_if(map, "changes: [{act: {" + cause + ": 0.3}}]\n");
    for (const WhatIfOutcome& outcome : report.outcomes) {
      if (!outcome.after) continue;
      CHECK(*outcome.after >= -1e-12);
      CHECK(*outcome.after <= 10 + 1e-12);
    }
  }
}

}  // namespace outmap
