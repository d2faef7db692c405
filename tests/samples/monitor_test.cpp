// Each sample must tell the story of monitoring whole: rises and falls, every status of the harvest, every journal.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "model/analysis/monitor/monitor.hpp"
#include "model/io/load.hpp"
#include "tests/support/make_map.hpp"
#include "tests/support/places.hpp"

using namespace outmap;
using namespace outmap::test;

TEST_CASE("The samples tell of what rose, what fell and what nobody watches", "[samples][monitor]") {
  for (const auto* name : {"clinics", "saas"}) {
    INFO(name);
    const LoadedMap loaded = load_map((source_folder() / "samples" / name / "map.yaml").string());
    REQUIRE(loaded.map);
    const MonitorReport report = monitor_map(*loaded.map, {.since = day("2026-01-01")});
    CHECK(report.counts.improved > 5);
    CHECK(report.counts.worsened > 0);
    CHECK(report.counts.no_change > 0);
    CHECK(report.counts.never_measured > 0);
    const auto moved = [&](auto direction) {
      return std::ranges::count_if(report.partners, [&](const PartnerProgress& one) { return one.*direction > 0; });
    };
    CHECK(moved(&PartnerProgress::up) > 3);
    CHECK(moved(&PartnerProgress::down) > 0);
    std::set<HarvestStatus> statuses;
    for (const HarvestProgress& one : report.harvest) statuses.insert(one.status);
    CHECK(statuses.size() == 4);
    std::set<JournalKind> journals;
    for (const JournalEntry& one : report.journals) journals.insert(one.kind);
    CHECK(journals.size() == 3);
    CHECK(std::ranges::count(report.evaluations, DueState::overdue, &EvaluationDuty::state) > 0);
    CHECK(std::ranges::any_of(report.practices, [](const PracticeState& one) { return one.entries > 0; }));
    CHECK(std::ranges::any_of(report.results, [](const InitiativeResult& one) { return !one.harvested.empty(); }));
  }
}
