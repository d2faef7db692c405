#include "model/analysis/findings/proof.hpp"

#include <catch2/catch.hpp>

#include "tests/support/findings_of.hpp"
#include "tests/support/sound_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

MapContent without_proof() {
  MapContent content = sound_content();
  content.readings.clear();
  content.evidence.clear();
  content.influences.clear();
  return content;
}

void add_rating(MapContent& content, std::optional<Date> date) {
  Rating rating;
  rating.respondent = "r1";
  rating.outcome = "trusted";
  rating.importance = 5;
  rating.date = date;
  content.ratings.push_back(rating);
}

}  // namespace

TEST_CASE("an important outcome was never measured", "[findings]") {
  MapContent content = without_proof();
  CHECK(elements_of(content, "gap.outcome-unmeasured") == std::vector<Ids>{{"trusted"}});
  content.outcomes.front().importance = 6.9;
  CHECK(elements_of(content, "gap.outcome-unmeasured").empty());
  CHECK(elements_of(content, "gap.outcome-unmeasured", {.important_from = 6}).size() == 1);
  CHECK(elements_of(sound_content(), "gap.outcome-unmeasured").empty());
}

TEST_CASE("a rating measures an outcome, and is evidence for it", "[findings]") {
  MapContent content = without_proof();
  add_rating(content, day("2026-06-01"));
  CHECK(elements_of(content, "gap.outcome-unmeasured").empty());
  CHECK(elements_of(content, "gap.outcome-without-evidence").empty());
}

TEST_CASE("what is dated after the as-of day does not count", "[findings]") {
  const MapContent content = sound_content();
  FindingOptions earlier;
  earlier.as_of = day("2026-04-30");
  CHECK(elements_of(content, "gap.outcome-unmeasured", earlier).size() == 1);
  CHECK(elements_of(content, "gap.outcome-without-evidence", earlier).size() == 1);
}

TEST_CASE("an important outcome has no evidence", "[findings]") {
  MapContent content = sound_content();
  content.evidence.front().supports.clear();
  CHECK(elements_of(content, "gap.outcome-without-evidence") == std::vector<Ids>{{"trusted"}});
  content.evidence.front().contradicts = {"trusted"};
  CHECK(elements_of(content, "gap.outcome-without-evidence").empty());
}

TEST_CASE("evidence is stale from the day after its age", "[findings]") {
  MapContent content = sound_content();
  content.evidence.front().date = day("2025-06-30");
  CHECK(elements_of(content, "gap.evidence-stale").empty());  // 365 days
  content.evidence.front().date = day("2025-06-29");
  const auto found = findings_of(content, "gap.evidence-stale");
  REQUIRE(found.size() == 1);
  CHECK(found.front().message ==
        "the newest evidence for 'Families are believed' is of 2025-06-29, 366 days before 2026-06-30");
  CHECK(findings_of(content, "gap.evidence-stale", {.stale_after_days = 366}).empty());
  content.evidence.front().date.reset();
  CHECK(findings_of(content, "gap.evidence-stale").empty());  // nobody knows how old it is
}

TEST_CASE("newer answers freshen old evidence", "[findings]") {
  MapContent content = sound_content();
  content.evidence.front().date = day("2024-01-01");
  CHECK(elements_of(content, "gap.evidence-stale").size() == 1);
  add_rating(content, day("2026-06-01"));
  CHECK(elements_of(content, "gap.evidence-stale").empty());
}

TEST_CASE("evidence contradicts an important outcome", "[findings]") {
  MapContent content = sound_content();
  Evidence other = content.evidence.front();
  other.id = other.name = "survey";
  other.supports.clear();
  other.contradicts = {"trusted"};
  content.evidence.push_back(other);
  auto found = findings_of(content, "gap.evidence-contradictory");
  REQUIRE(found.size() == 1);
  CHECK(found.front().elements == Ids{"trusted", "talk", "survey"});
  CHECK(found.front().message == "evidence speaks for 'Families are believed' (talk) and against it (survey)");
  content.evidence.front().supports.clear();
  found = findings_of(content, "gap.evidence-contradictory");
  REQUIRE(found.size() == 1);
  CHECK(found.front().message == "evidence speaks only against 'Families are believed'");
  CHECK(findings_of(sound_content(), "gap.evidence-contradictory").empty());
}

TEST_CASE("a target is passed already, in the direction of the outcome", "[findings]") {
  MapContent content = sound_content();
  content.outcomes.front().target = 3;
  const auto found = findings_of(content, "gap.target-below-level");
  REQUIRE(found.size() == 1);
  CHECK(found.front().message == "the level of 4 is better than the target of 3 for 'Families are believed'");
  content.outcomes.front().direction = Direction::less;
  CHECK(findings_of(content, "gap.target-below-level").empty());
  content.outcomes.front().target = 4;
  CHECK(findings_of(content, "gap.target-below-level").empty());  // reached, not passed
}

TEST_CASE("an outcome sounds like an activity", "[findings]") {
  const auto fires = [](const std::string& name) {
    MapContent content = sound_content();
    content.outcomes.front().name = name;
    return !findings_of(content, "gap.worded-as-activity").empty();
  };
  for (const char* name : {"Train the front desk", "Launch of the app", "Delivering leaflets", "organising a fair",
                           "launch-app", "Introducing: the portal"}) {
    CAPTURE(name);
    CHECK(fires(name));
  }
  for (const char* name : {"Trains run on time", "Delivered within a day", "A trained team", "Families are trained",
                           "Ring", "Reduce the wait", "Übungen finden statt"}) {
    CAPTURE(name);
    CHECK_FALSE(fires(name));
  }
}
