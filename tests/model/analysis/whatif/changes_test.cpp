// What is found again on the changed map: gaps, stages, clusters, access.
#include <algorithm>
#include <catch2/catch.hpp>

#include "model/analysis/clusters/clusters.hpp"
#include "model/analysis/whatif/whatif.hpp"
#include "model/io/load.hpp"
#include "model/scenario/apply.hpp"
#include "model/scenario/load.hpp"
#include "tests/support/make_map.hpp"
#include "tests/support/places.hpp"
#include "tests/support/what_ifs.hpp"

namespace outmap {
namespace {

/// Parents book on a page of the booking team and are visited by midwives; a charity knows the midwives only.
Map small_town() {
  const auto loaded = load_map_text("town.yaml", R"(outmap: 1
title: Small town
date: 2026-06-30
customers:
  - {id: parents, size: 300}
  - {id: workers, size: 100}
partners: [{id: midwives}, {id: bookers}, {id: charity}]
journeys:
  - id: first-year
    customers: [parents]
    stages:
      - {id: book, touchpoints: [page], outcomes: [soon], emotion: -1}
      - {id: visit, touchpoints: [home], outcomes: [known], value: {functional: 4}, wanted: {functional: 8}}
touchpoints: [{id: page, owner: bookers}, {id: home, owner: midwives}]
outcomes:
  - {id: soon, holders: [parents], importance: 8, current: 4, target: 8}
  - {id: known, holders: [parents], importance: 6, current: 5, target: 9}
  - {id: evening, holders: [workers], importance: 5, current: 6, target: 7}
initiatives: [{id: rota, status: planned, closes: {evening: 1}}]
relations: [{from: parents, to: midwives}, {from: parents, to: bookers}, {from: workers, to: bookers}, {from: charity, to: midwives}]
influences: [{from: bookers, to: soon, weight: 0.5}, {from: soon, to: book, weight: 0.5}]
readings: [{of: soon, date: 2026-05-01, value: 3}, {of: soon, date: 2026-07-05, value: 9}]
)");
  for (const Diagnostic& problem : loaded.problems.all()) {
    if (problem.severity == Severity::error) FAIL_CHECK(problem.message);
  }
  REQUIRE(loaded.map);
  return *loaded.map;
}

WhatIfReport what_if_changed(const Map& map, const std::string& changes, const WhatIfOptions& options = {}) {
  return test::what_if(map, "changes: " + changes + "\n", options);
}

const GapChange& gap_of(const WhatIfReport& report, const Id& id) {
  const auto found = std::ranges::find(report.gaps, id, &GapChange::id);
  REQUIRE(found != report.gaps.end());
  return *found;
}

}  // namespace

TEST_CASE("a removed outcome is gone, and its gap is not closed", "[whatif]") {
  const WhatIfReport report = what_if_changed(small_town(), "[{remove: [soon]}]");
  CHECK(gap_of(report, "soon").presence == Presence::gone);
  CHECK(gap_of(report, "soon").rank_after == 0);
  REQUIRE(report.gone_outcomes.size() == 1);
  CHECK(report.gone_outcomes.front().id == "soon");
  CHECK(report.gone_outcomes.front().before == 3);
  CHECK(report.gone_outcomes.front().gap_before == 5);
  CHECK(report.priority_gone == Approx(*gap_of(report, "soon").priority_before));
  CHECK(report.gap_closed_pct.value_or(-1) == Approx(0).margin(1e-9));
}

TEST_CASE("an outcome that nobody is left to hold is not closed either", "[whatif]") {
  const WhatIfReport report = what_if_changed(small_town(), "[{remove: [workers]}]");
  CHECK(gap_of(report, "evening").presence == Presence::unheld);
  CHECK(report.priority_gone == Approx(*gap_of(report, "evening").priority_before));
  CHECK(report.gone_outcomes.empty());
}

TEST_CASE("an outcome that is added opens a gap", "[whatif]") {
  const WhatIfReport report = what_if_changed(
      small_town(), "[{add: {outcomes: [{id: cost, holders: [parents], importance: 9, current: 1, target: 9}]}}]");
  CHECK(gap_of(report, "cost").presence == Presence::added);
  CHECK(gap_of(report, "cost").rank_after == 1);
  CHECK(*report.gap_closed_pct < 0);
}

TEST_CASE("ranks before and after are those of the two maps", "[whatif]") {
  const WhatIfReport report = what_if_changed(small_town(), "[{act: {bookers: 1}}]");
  const GapChange& soon = gap_of(report, "soon");
  CHECK(soon.rank_before == 1);
  CHECK(soon.rank_after == 3);  // 3 + 0.5 x 10 meets the target
  CHECK(*soon.priority_after == Approx(0).margin(1e-9));
  const GapReport again = find_gaps(*report.map);
  for (const GapRow& row : again.rows) CHECK(row.priority == gap_of(report, row.id).priority_after);
}

TEST_CASE("what was measured stays measured at the new level, as of the day", "[whatif]") {
  const Map map = small_town();
  const WhatIfReport report = what_if_changed(map, "[{act: {bookers: 0.4}}]");
  const auto& readings = report.map->content().readings;
  REQUIRE(readings.size() == 2);
  CHECK(std::get<double>(readings[0].value) == Approx(5));
  CHECK(std::get<double>(readings[1].value) == 9);  // later than the map
  CHECK(level_of(*report.map, *report.map->get<Outcome>("soon"), nullptr, as_of(map)).current == Approx(5));
  CHECK(std::ranges::none_of(report.findings.opened,
                             [](const Finding& finding) { return finding.code == "gap.outcome-unmeasured"; }));
}

TEST_CASE("stages move with their outcomes, or with themselves", "[whatif]") {
  const WhatIfReport report = what_if_changed(small_town(), "[{act: {bookers: 0.4}}]");
  REQUIRE(report.stages.size() == 1);
  CHECK(report.stages.front().stage == "book");
  CHECK(report.stages.front().change == Approx(0.2));  // of its one outcome; its own state of 0.1 is for the better
  CHECK(report.stages.front().outcomes == Ids{"soon"});
  const WhatIfReport worse = what_if_changed(small_town(), "[{act: {bookers: -0.4}}]");
  CHECK(worse.stages.front().change == Approx(-0.2));
}

TEST_CASE("stages that are set, and journeys that go, are told", "[whatif]") {
  const WhatIfReport set = what_if_changed(small_town(), "[{set: {visit.value.functional: 7, book.emotion: 1}}]");
  REQUIRE(set.stages.size() == 2);
  CHECK(set.stages[0].emotion_before == -1);
  CHECK(set.stages[0].emotion_after == 1);
  CHECK(set.stages[1].value_gap_before == 4);
  CHECK(set.stages[1].value_gap_after == 1);
  const WhatIfReport gone = what_if_changed(small_town(), "[{remove: [first-year]}]");
  REQUIRE(gone.stages.size() == 2);
  for (const StageChange& stage : gone.stages) CHECK(stage.presence == Presence::gone);
}

TEST_CASE("who leaves takes what only they gave", "[whatif]") {
  const WhatIfReport report = what_if_changed(small_town(), "[{remove: [midwives]}]");
  CHECK(report.access.lost == std::vector<OpenOutcome>{{"known", {"parents"}, false}});
  CHECK(report.access.gained.empty());
  CHECK(report.access.new_single_points.empty());
  CHECK(report.access.past_single_points.empty());
}

TEST_CASE("whatever hung on somebody alone is lost when they leave", "[whatif]") {
  std::size_t lost = 0;
  for (const char* sample : {"clinics", "saas"}) {
    const auto loaded = load_map((test::source_folder() / "samples" / sample / "map.yaml").string());
    REQUIRE(loaded.map);
    for (const SoleAccess& hung : find_sole_access(*loaded.map)) {
      CAPTURE(sample, hung.person, hung.outcome);
      const AccessChanges found = what_if_changed(*loaded.map, "[{remove: [" + hung.person + "]}]").access;
      const auto there = std::ranges::find(found.lost, hung.outcome, &OpenOutcome::outcome);
      REQUIRE(there != found.lost.end());
      CHECK(std::ranges::includes(there->holders, hung.holders));
      CHECK((there->organisation || !hung.organisation));
      ++lost;
    }
  }
  CHECK(lost >= 10);
}

TEST_CASE("another owner takes over, and then it hangs on that one", "[whatif]") {
  const WhatIfReport report = what_if_changed(small_town(), "[{set: {home.owner: bookers}}]");
  CHECK(report.access.lost.empty());
  CHECK(report.access.new_single_points == std::vector<SoleAccess>{{"bookers", "known", {"parents"}, false}});
  CHECK(report.access.past_single_points == std::vector<SoleAccess>{{"midwives", "known", {"parents"}, false}});
}

TEST_CASE("an initiative that acts leads where nothing led", "[whatif]") {
  const WhatIfReport report = what_if_changed(small_town(), "[{act: {rota: 1}}]");
  CHECK(report.access.gained == std::vector<OpenOutcome>{{"evening", {"workers"}, false}});
}

TEST_CASE("clusters that nothing touches stay, and whoever is tied elsewhere moves", "[whatif]") {
  const WhatIfReport same = what_if_changed(small_town(), "[{set: {soon.name: Sooner}}]");
  REQUIRE(same.clusters);
  CHECK(same.clusters->moves.empty());
  for (const ClusterChange& cluster : same.clusters->clusters) {
    CHECK(cluster.before == cluster.after);
    CHECK(cluster.shared == cluster.members_after);
    CHECK(cluster.unmet_before == cluster.unmet_after);
  }
  const WhatIfReport apart = what_if_changed(small_town(), "[{remove: [midwives]}]");
  REQUIRE(apart.clusters);
  CHECK(std::ranges::any_of(apart.clusters->moves,
                            [](const ClusterMove& move) { return move.id == "charity" && move.to.empty(); }));
  CHECK_FALSE(what_if_changed(small_town(), "[{remove: [midwives]}]", {.clusters_up_to = 4}).clusters);
}

TEST_CASE("clusters are paired by whom they share, whatever their numbers", "[whatif]") {
  const auto cluster = [](const std::string& number, const std::string& name, Ids members) {
    Cluster one;
    one.id = number;
    one.name = name;
    one.members = std::move(members);
    return one;
  };
  ClusterReport before, after;
  before.clusters = {cluster("1", "A", {"a", "b", "c"}), cluster("2", "B", {"d", "e"}), cluster("3", "C", {"f"})};
  before.isolated = {"z"};
  after.clusters = {cluster("1", "B", {"c", "d", "e", "z"}), cluster("2", "A", {"a", "b"}), cluster("3", "D", {"new"})};
  after.isolated = {"f"};
  const ClusterChanges changes = cluster_changes(before, after);
  CHECK(changes.moves == std::vector<ClusterMove>{{"c", "A", "B"}, {"f", "C", ""}, {"z", "", "B"}});
  REQUIRE(changes.clusters.size() == 4);
  CHECK(changes.clusters[0].before == "2");
  CHECK(changes.clusters[0].shared == 2);
  CHECK(changes.clusters[1].before == "1");
  CHECK(changes.clusters[2].before.empty());
  CHECK(changes.clusters[3].after.empty());
  CHECK(changes.clusters[3].name_before == "C");
}

// A scenario that sets a name to what it is goes the long way: everything is found again on both maps.
TEST_CASE("a scenario that edits nothing finds what one finds that looks at everything again", "[whatif]") {
  for (unsigned seed = 1; seed <= 8; ++seed) {
    CAPTURE(seed);
    MapContent content = test::moving_content(6, "part ", seed);
    for (Initiative& initiative : content.initiatives) initiative.status = InitiativeStatus::planned;
    const Map map = test::make_map(std::move(content));
    const std::string act = "act: {" + map->initiatives.front().id + ": 1}";
    const Factor& factor = map->factors.front();
    const auto held = what_if_changed(map, "[{" + act + "}]");
    const auto edited = what_if_changed(map, "[{" + act + ", set: {" + factor.id + ".name: \"" + factor.name + "\"}}]");
    CHECK(held.gaps == edited.gaps);
    CHECK(held.outcomes == edited.outcomes);
    CHECK(held.findings == edited.findings);
    CHECK(held.access == edited.access);
    CHECK(held.clusters == edited.clusters);
    CHECK(held.priority_before == edited.priority_before);
    CHECK(held.priority_after == edited.priority_after);
    CHECK(held.winners == edited.winners);
    CHECK(held.causes == edited.causes);
    CHECK(*held.map == *edited.map);
  }
}

TEST_CASE("for a picture levels and causes are the same, and nothing else is looked for", "[whatif]") {
  const std::string changes = "[{act: {rota: 1}, remove: [midwives]}]";
  const WhatIfReport whole = what_if_changed(small_town(), changes, {.runs = 20});
  const WhatIfReport levels = what_if_changed(small_town(), changes, {.runs = 20, .only_levels = true});
  CHECK(levels.outcomes == whole.outcomes);
  CHECK(levels.gaps == whole.gaps);
  CHECK(levels.losers == whole.losers);
  CHECK(levels.causes.size() == whole.causes.size());
  CHECK(levels.uncertainty->closed_runs == whole.uncertainty->closed_runs);
  CHECK_FALSE(whole.findings == levels.findings);
  CHECK_FALSE(whole.access == levels.access);
  CHECK(levels.access == AccessChanges());
  CHECK_FALSE(what_if_changed(small_town(), changes, {.runs = 0}).uncertainty);
}

TEST_CASE("what several scenarios share is the same for each", "[whatif]") {
  const Map map = small_town();
  const std::string changes = "[{remove: [midwives], set: {soon.current: 6}}]";
  const WhatIfReport alone = what_if_changed(map, changes);
  const WhatIfReport first = what_if_changed(map, "[{act: {rota: 1}}]");
  const WhatIfReport second = what_if_changed(map, changes, {.levels = first.levels_before.get()});
  CHECK(second.outcomes == alone.outcomes);
  CHECK(second.gaps == alone.gaps);
  CHECK(second.findings == alone.findings);
  CHECK(second.priority_after == alone.priority_after);
}

TEST_CASE("only what a scenario edits makes another map of it", "[whatif]") {
  const Map map = small_town();
  const auto applied = [&](const std::string& changes) {
    const LoadedScenarios loaded = load_scenarios_text("s.yaml", "outmap-scenario: 1\nchanges: " + changes + "\n");
    Diagnostics problems;
    return apply(map, loaded.scenarios.front(), problems);
  };
  CHECK_FALSE(applied("[{act: {rota: 1}}]").edited);
  CHECK(*applied("[{act: {rota: 1}}]").map == map);
  CHECK(applied("[{remove: [rota]}]").edited);
  CHECK(applied("[{reweight: [{from: bookers, to: soon, weight: 0.1}]}]").edited);
  CHECK(applied("[{add: {factors: [{id: weather}]}}]").edited);
}

}  // namespace outmap
