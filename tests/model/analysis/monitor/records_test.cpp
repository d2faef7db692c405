// Harvested outcomes, journals, claims, and what was done beside what happened.
#include <catch2/catch.hpp>

#include "model/analysis/monitor/claims.hpp"
#include "model/analysis/monitor/harvest.hpp"
#include "model/analysis/monitor/results.hpp"
#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

Harvest harvested(const Id& id, HarvestStatus status) {
  Harvest one;
  one.id = one.name = id;
  one.outcome = "Somebody changed something";
  one.status = status;
  return one;
}

Harvest complete(const Id& id, HarvestStatus status) {
  Harvest one = harvested(id, status);
  one.who = "parents";
  one.date = day("2026-03-01");
  one.where = "North";
  one.significance = "First";
  one.contribution = "Ours";
  one.initiatives = {"booking"};
  return one;
}

MapContent practice() {
  MapContent content;
  content.customers = {customer("parents")};
  content.outcomes = {outcome("fast", {}), outcome("kind", {}), outcome("calm", {})};
  Initiative booking;
  booking.id = booking.name = "booking";
  booking.status = InitiativeStatus::running;
  booking.closes = {{"fast", 0.5}, {"kind", 0.2}};
  content.initiatives = {booking};
  return content;
}

LevelSeries judged(const Id& of, Verdict verdict) {
  LevelSeries series;
  series.of = of;
  series.verdict = verdict;
  return series;
}

ResultSign sign_with(std::optional<Verdict> fast, std::optional<Verdict> kind, MapContent content = practice()) {
  std::vector<LevelSeries> series;
  if (fast) series.push_back(judged("fast", *fast));
  if (kind) series.push_back(judged("kind", *kind));
  return initiative_results(make_map(std::move(content)), series, {}).front().sign;
}

Evidence evidence(const Id& id, EvidenceMethod method, std::string source) {
  Evidence one;
  one.id = one.name = id;
  one.method = method;
  one.source = std::move(source);
  one.supports = {"fast"};
  return one;
}

}  // namespace

TEST_CASE("a harvested outcome says what the next status wants of it", "[monitor]") {
  MapContent content = practice();
  content.harvest = {harvested("bare", HarvestStatus::hypothesis), complete("told", HarvestStatus::hypothesis),
                     complete("looked-at", HarvestStatus::reviewed)};
  const auto all = harvest_progress(make_map(content), std::nullopt, day("2026-02-01"));
  REQUIRE(all.size() == 3);
  CHECK(all[0].id == "told");  // dated before undated
  CHECK(all[0].missing_fields.empty());
  CHECK(all[0].next == HarvestStatus::drafted);
  CHECK(all[0].is_new);
  CHECK(all[1].missing_fields == std::vector<std::string_view>{"who", "date", "where", "significance", "contribution"});
  CHECK_FALSE(all[1].is_new);
  CHECK(all[2].missing_fields == std::vector<std::string_view>{"substantiated_by"});
}

TEST_CASE("a status that holds already must hold what it stands for", "[monitor]") {
  MapContent content = practice();
  content.harvest = {complete("claimed", HarvestStatus::substantiated)};
  const auto all = harvest_progress(make_map(content), std::nullopt, std::nullopt);
  CHECK_FALSE(all[0].next);
  CHECK(all[0].missing_fields == std::vector<std::string_view>{"substantiated_by"});
  CHECK(harvest_progress(make_map(content), day("2026-02-01"), std::nullopt).empty());
}

TEST_CASE("journals stand by kind, the newest first, of one day the later in the file first", "[monitor]") {
  MapContent content = practice();
  const auto write = [&](JournalKind kind, std::string_view date, std::string text) {
    JournalEntry entry;
    entry.kind = kind;
    entry.date = day(date);
    entry.text = std::move(text);
    content.journals.push_back(entry);
  };
  write(JournalKind::performance, "2026-01-01", "a");
  write(JournalKind::outcome, "2026-01-01", "b");
  write(JournalKind::outcome, "2026-01-01", "c");
  write(JournalKind::outcome, "2026-02-01", "d");
  std::string order;
  for (const JournalEntry& entry : sorted_journals(make_map(content), std::nullopt)) order += entry.text;
  CHECK(order == "dcba");
  CHECK(sorted_journals(make_map(content), day("2026-01-15")).size() == 3);
}

TEST_CASE("many voices by one method from one source are one leg to stand on", "[monitor]") {
  MapContent content = practice();
  content.evidence = {evidence("a", EvidenceMethod::interview, "Parent 1"),
                      evidence("b", EvidenceMethod::interview, "Parent 1"), evidence("c", EvidenceMethod::survey, ""),
                      evidence("d", EvidenceMethod::survey, "")};
  content.evidence[0].kind = EvidenceKind::says;
  content.evidence[3].kind = EvidenceKind::does;
  content.evidence[3].supports.clear();
  content.evidence[3].contradicts = {"fast"};
  Influence influence;
  influence.from = "kind";
  influence.to = "fast";
  influence.evidence = {"a"};
  content.influences = {influence};
  const auto claims = claim_proofs(make_map(content), std::nullopt);
  REQUIRE(claims.size() == 4);
  CHECK(claims[0].supporting == 3);
  CHECK(claims[0].contradicting == 1);
  CHECK(claims[0].sources == 2);
  CHECK(claims[0].methods == std::vector{EvidenceMethod::interview, EvidenceMethod::survey});
  CHECK(claims[0].says == 1);
  CHECK(claims[0].does == 1);
  CHECK(claims[1].supporting == 0);
  CHECK(claims[3].id == "kind");
  CHECK(claims[3].to == "fast");
  CHECK(claims[3].supporting == 1);
}

TEST_CASE("the result of an initiative is what the outcomes did that it says it closes", "[monitor]") {
  CHECK(sign_with(Verdict::improved, Verdict::no_change) == ResultSign::positive);
  CHECK(sign_with(Verdict::worsened, std::nullopt) == ResultSign::negative);
  CHECK(sign_with(Verdict::improved, Verdict::worsened) == ResultSign::mixed);
  CHECK(sign_with(Verdict::no_change, Verdict::too_few_readings) == ResultSign::none_yet);
  CHECK(sign_with(Verdict::too_few_readings, Verdict::not_measured_since) == ResultSign::not_measured);
  CHECK(sign_with(std::nullopt, std::nullopt) == ResultSign::not_measured);
}

TEST_CASE("an initiative that says no outcome is judged by those that a way leads to", "[monitor]") {
  MapContent content = practice();
  content.initiatives[0].closes.clear();
  Influence influence;
  influence.from = "booking";
  influence.to = "kind";
  influence.weight = 0.5;
  content.influences = {influence};
  CHECK(sign_with(Verdict::worsened, Verdict::improved, content) == ResultSign::positive);
  content.initiatives[0].status = InitiativeStatus::idea;
  CHECK(initiative_results(make_map(content), {}, {}).empty());
}
