#include <catch2/catch.hpp>

#include "tests/support/findings_of.hpp"
#include "tests/support/sound_map.hpp"

using namespace outmap;
using namespace outmap::test;

TEST_CASE("a customer walks no journey", "[findings]") {
  MapContent content = sound_content();
  content.journeys.front().customers.clear();
  CHECK(elements_of(content, "gap.customer-without-journey") == std::vector<Ids>{{"families"}});
  content.journeys.front().customers = {"families"};
  CHECK(elements_of(content, "gap.customer-without-journey").empty());
}

TEST_CASE("a customer names no need", "[findings]") {
  MapContent content = sound_content();
  content.customers.front().needs.clear();
  CHECK(elements_of(content, "gap.customer-without-need") == std::vector<Ids>{{"families"}});
  CHECK(elements_of(sound_content(), "gap.customer-without-need").empty());
}

TEST_CASE("a relation in either direction ties a customer to a partner, one with a customer does not", "[findings]") {
  MapContent content = sound_content();
  Customer students;
  students.id = students.name = "students";
  students.needs = {"belief"};
  content.customers.push_back(students);
  content.relations.front().from = "midwives";
  content.relations.front().to = "families";
  Relation among = content.relations.front();
  among.from = "families";
  among.to = "students";
  content.relations.push_back(among);
  CHECK(elements_of(content, "gap.customer-without-partner") == std::vector<Ids>{{"students"}});
  content.relations.back().from = "midwives";
  CHECK(elements_of(content, "gap.customer-without-partner").empty());
}

TEST_CASE("a partner is related to nobody, or only to itself", "[findings]") {
  MapContent content = sound_content();
  content.relations.front().from = "midwives";
  CHECK(elements_of(content, "gap.partner-unrelated") == std::vector<Ids>{{"midwives"}});
  content.relations.clear();
  CHECK(elements_of(content, "gap.partner-unrelated") == std::vector<Ids>{{"midwives"}});
  CHECK(elements_of(sound_content(), "gap.partner-unrelated").empty());
}

TEST_CASE("no outcome answers a need", "[findings]") {
  MapContent content = sound_content();
  content.outcomes.front().needs.clear();
  const auto found = findings_of(content, "gap.need-without-outcome");
  REQUIRE(found.size() == 1);
  CHECK(found.front().elements == Ids{"belief"});
  CHECK(found.front().message == "no outcome answers the need 'To be believed'");
  CHECK(findings_of(sound_content(), "gap.need-without-outcome").empty());
}

TEST_CASE("a partner has no outcome challenge", "[findings]") {
  MapContent content = sound_content();
  content.partners.front().outcome_challenge.clear();
  CHECK(elements_of(content, "gap.partner-without-challenge") == std::vector<Ids>{{"midwives"}});
  CHECK(elements_of(sound_content(), "gap.partner-without-challenge").empty());
}

TEST_CASE("a rung of progress markers is missing", "[findings]") {
  MapContent content = sound_content();
  content.partners.front().progress_markers.like.clear();
  auto found = findings_of(content, "gap.markers-incomplete");
  REQUIRE(found.size() == 1);
  CHECK(found.front().message == "no progress marker of 'Midwives' is one that we like to see");
  content.partners.front().progress_markers = {};
  found = findings_of(content, "gap.markers-incomplete");
  REQUIRE(found.size() == 1);
  CHECK(found.front().message == "no progress marker of 'Midwives' is one that we expect, like or love to see");
  CHECK(findings_of(sound_content(), "gap.markers-incomplete").empty());
}

TEST_CASE("a strategy map is empty; one field is enough", "[findings]") {
  MapContent content = sound_content();
  content.partners.front().strategy_map = {};
  CHECK(elements_of(content, "gap.strategy-map-empty") == std::vector<Ids>{{"midwives"}});
  content.partners.front().strategy_map.environment_supportive = "Yearly meeting";
  CHECK(elements_of(content, "gap.strategy-map-empty").empty());
}
