#include <catch2/catch.hpp>

#include "tests/support/findings_of.hpp"
#include "tests/support/sound_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

/// The stage of a journey names the outcome, and nothing leads to it.
MapContent wanted_at_a_stage_only() {
  MapContent content = sound_content();
  content.processes.clear();
  content.initiatives.clear();
  content.influences.clear();
  return content;
}

void add_influence(MapContent& content, Id from, Id to, double weight) {
  Influence influence;
  influence.from = std::move(from);
  influence.to = std::move(to);
  influence.weight = weight;
  content.influences.push_back(influence);
}

}  // namespace

TEST_CASE("a stage names no outcome", "[findings]") {
  MapContent content = sound_content();
  content.journeys.front().stages.front().outcomes.clear();
  CHECK(elements_of(content, "gap.stage-without-outcome") == std::vector<Ids>{{"home"}});
  CHECK(elements_of(sound_content(), "gap.stage-without-outcome").empty());
}

TEST_CASE("a stage has no touchpoint", "[findings]") {
  MapContent content = sound_content();
  content.journeys.front().stages.front().touchpoints.clear();
  CHECK(elements_of(content, "gap.stage-without-touchpoint") == std::vector<Ids>{{"home"}});
  CHECK(elements_of(sound_content(), "gap.stage-without-touchpoint").empty());
}

TEST_CASE("that an outcome is wanted at a stage does not serve it, an influence of its touchpoint does", "[findings]") {
  MapContent content = wanted_at_a_stage_only();
  CHECK(elements_of(content, "gap.outcome-unserved") == std::vector<Ids>{{"trusted"}});
  add_influence(content, "visit", "trusted", 0.3);
  CHECK(elements_of(content, "gap.outcome-unserved").empty());
}

TEST_CASE("an offering with a level on an outcome serves it, and so does what leads there over others", "[findings]") {
  MapContent content = wanted_at_a_stage_only();
  Offering care;
  care.id = care.name = "care";
  care.levels = {{"trusted", 6}};
  content.offerings = {care};
  CHECK(elements_of(content, "gap.outcome-unserved").empty());
  content.offerings.front().levels.clear();
  add_influence(content, "care", "staffing", 0.3);
  CHECK(elements_of(content, "gap.outcome-unserved") == std::vector<Ids>{{"trusted"}});
  add_influence(content, "staffing", "trusted", -0.3);
  CHECK(elements_of(content, "gap.outcome-unserved").empty());
}

TEST_CASE("what a factor, a stopped initiative or an influence of weight 0 leads to is not served", "[findings]") {
  MapContent content = sound_content();
  content.processes.front().serves.clear();
  CHECK(elements_of(content, "gap.outcome-unserved").empty());
  content.initiatives.front().status = InitiativeStatus::stopped;
  CHECK(elements_of(content, "gap.outcome-unserved") == std::vector<Ids>{{"trusted"}});
  add_influence(content, "answering", "trusted", 0);
  CHECK(elements_of(content, "gap.outcome-unserved") == std::vector<Ids>{{"trusted"}});
  content.influences.back().weight = -0.2;
  CHECK(elements_of(content, "gap.outcome-unserved").empty());
}

TEST_CASE("an initiative reaches an outcome over any ways, or none; a stopped one is not asked", "[findings]") {
  MapContent content = sound_content();
  Initiative& chat = content.initiatives.front();
  chat.closes.clear();
  CHECK(elements_of(content, "gap.initiative-reaches-nothing") == std::vector<Ids>{{"chat"}});
  chat.improves = {"visit"};
  CHECK(elements_of(content, "gap.initiative-reaches-nothing").empty());
  chat.improves.clear();
  add_influence(content, "chat", "staffing", 0.4);
  CHECK(elements_of(content, "gap.initiative-reaches-nothing").empty());
  content.influences.pop_back();
  chat.status = InitiativeStatus::stopped;
  CHECK(elements_of(content, "gap.initiative-reaches-nothing").empty());
}

TEST_CASE("an initiative that reaches an outcome does not say how much it changes it", "[findings]") {
  MapContent content = sound_content();
  Initiative& chat = content.initiatives.front();
  chat.closes.clear();
  CHECK(elements_of(content, "gap.initiative-without-effect").empty());  // it reaches nothing, which is told instead
  chat.improves = {"visit"};
  CHECK(elements_of(content, "gap.initiative-without-effect") == std::vector<Ids>{{"chat"}});
  add_influence(content, "chat", "staffing", 0.4);
  CHECK(elements_of(content, "gap.initiative-without-effect").empty());
}

TEST_CASE("a process serves nothing; one at the touchpoint of a stage serves its outcomes", "[findings]") {
  MapContent content = sound_content();
  content.processes.front().serves.clear();
  CHECK(elements_of(content, "gap.process-serves-nothing") == std::vector<Ids>{{"answering"}});
  content.processes.front().touchpoints = {"visit"};
  CHECK(elements_of(content, "gap.process-serves-nothing").empty());
}

TEST_CASE("an outcome hangs on one external partner", "[findings]") {
  MapContent content = wanted_at_a_stage_only();
  const auto found = findings_of(content, "gap.single-partner");
  REQUIRE(found.size() == 1);
  CHECK(found.front().elements == Ids{"trusted", "midwives"});
  CHECK(found.front().message == "without 'Midwives' nothing leads to 'Families are believed' any more for 'Families'");
  content.partners.front().kind = PartnerKind::internal;
  CHECK(findings_of(content, "gap.single-partner").empty());
  CHECK(findings_of(sound_content(), "gap.single-partner").empty());  // a process leads there, too
}

TEST_CASE("a feedback loop is explained once one of its influences is", "[findings]") {
  MapContent content = sound_content();
  add_influence(content, "trusted", "midwives", 0.5);
  add_influence(content, "midwives", "trusted", 0.4);
  const auto found = findings_of(content, "gap.loop-unexplained");
  REQUIRE(found.size() == 1);
  CHECK(found.front().elements == Ids{"midwives", "trusted"});
  CHECK(found.front().message == "nobody explained the feedback loop Midwives → Families are believed → Midwives");
  content.influences.back().description = "Whom families trust sends more of them";
  CHECK(findings_of(content, "gap.loop-unexplained").empty());
  content.influences.back().description.clear();
  content.influences.back().weight = 0;
  CHECK(findings_of(content, "gap.loop-unexplained").empty());
}

TEST_CASE("of loops that share elements one is named, and an influence on itself is a loop", "[findings]") {
  MapContent content = sound_content();
  add_influence(content, "trusted", "staffing", 0.5);
  add_influence(content, "trusted", "midwives", 0.5);
  add_influence(content, "midwives", "trusted", 0.5);
  CHECK(elements_of(content, "gap.loop-unexplained").size() == 1);
  MapContent self = sound_content();
  add_influence(self, "trusted", "trusted", 0.5);
  CHECK(elements_of(self, "gap.loop-unexplained") == std::vector<Ids>{{"trusted"}});
}

TEST_CASE("an influence names no evidence", "[findings]") {
  MapContent content = sound_content();
  content.influences.front().evidence.clear();
  const auto found = findings_of(content, "gap.influence-without-source");
  REQUIRE(found.size() == 1);
  CHECK(found.front().elements == Ids{"staffing", "trusted"});
  CHECK(found.front().path == "/influences/0");
  CHECK(findings_of(sound_content(), "gap.influence-without-source").empty());
}
