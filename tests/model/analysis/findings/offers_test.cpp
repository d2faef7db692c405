#include <catch2/catch.hpp>

#include "tests/support/findings_of.hpp"
#include "tests/support/sound_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

/// With as many offerings as there are prices; each perceived value is `first` and a step more for each rung.
MapContent with_ladder(std::size_t rungs, double step) {
  MapContent content = sound_content();
  for (std::size_t i = 0; i < rungs; ++i) {
    Offering offering;
    offering.id = "rung-" + std::to_string(i + 1);
    offering.name = "Rung " + std::to_string(i + 1);
    offering.price = 10.0 * static_cast<double>(i + 1);
    offering.perceived_value = PerceivedValue{5 + step * static_cast<double>(i), 4, 3, 3};
    content.offerings.push_back(offering);
  }
  return content;
}

/// The initiative of the sound map closes half of a gap of 4 on a scale of 10: a weight of 0.2 says the same.
MapContent with_influence(double weight) {
  MapContent content = sound_content();
  Influence influence;
  influence.from = "chat";
  influence.to = "trusted";
  influence.weight = weight;
  influence.evidence = {"talk"};
  content.influences.push_back(influence);
  return content;
}

}  // namespace

TEST_CASE("a dearer rung that gives no more is told with the one that it does not beat", "[findings]") {
  MapContent content = with_ladder(3, 1);
  content.currency = "EUR";
  CHECK(findings_of(content, "gap.rung-not-better").empty());
  content.offerings[2].perceived_value->worth = 5.5;
  const auto found = findings_of(content, "gap.rung-not-better");
  REQUIRE(found.size() == 1);
  CHECK(found[0].elements == Ids{"rung-3", "rung-2"});
  CHECK(found[0].message == "'Rung 3' costs €10 more and gives customers 0.5 less than 'Rung 2'");
  CHECK(found[0].path == "/offerings/2");
  content.offerings[2].perceived_value->worth = 6;
  CHECK(findings_of(content, "gap.rung-not-better")[0].message ==
        "'Rung 3' costs €10 more and gives customers no more than 'Rung 2'");
  content.offerings[2].price = 20;
  CHECK(findings_of(content, "gap.rung-not-better")[0].message ==
        "'Rung 3' gives customers no more than 'Rung 2', at the same price");
}

TEST_CASE("rungs closer than a tenth of the scale are told, and no wider ones", "[findings]") {
  CHECK(findings_of(with_ladder(2, 1), "gap.rungs-too-close").empty());
  const auto found = findings_of(with_ladder(2, 0.4), "gap.rungs-too-close");
  REQUIRE(found.size() == 1);
  CHECK(found[0].message == "'Rung 2' gives customers only 0.4 more than 'Rung 1'; a step of 1 can be told apart");
}

TEST_CASE("six rungs are too many, five are not", "[findings]") {
  CHECK(findings_of(with_ladder(5, 1), "gap.rungs-too-many").empty());
  const auto found = findings_of(with_ladder(6, 1), "gap.rungs-too-many");
  REQUIRE(found.size() == 1);
  CHECK(found[0].elements.size() == 6);
  CHECK(found[0].subject == "6 rungs");
}

TEST_CASE("'closes' and an influence that comes to the same agree", "[findings]") {
  CHECK(findings_of(sound_content(), "gap.closes-disagree").empty());
  CHECK(findings_of(with_influence(0.2), "gap.closes-disagree").empty());
  CHECK(findings_of(with_influence(0.24), "gap.closes-disagree").empty());  // 60 % of the gap: a tenth apart
  CHECK(findings_of(with_influence(0.16), "gap.closes-disagree").empty());
}

TEST_CASE("'closes' and an influence that comes to something else are told", "[findings]") {
  const auto found = findings_of(with_influence(0.36), "gap.closes-disagree");
  REQUIRE(found.size() == 1);
  CHECK(found[0].elements == Ids{"chat", "trusted"});
  CHECK(found[0].message ==
        "'closes' says that 'Chat' closes 50 % of the gap of 'Families are believed', its influence of weight 0.36 "
        "says 90 %");
  CHECK(found[0].path == "/initiatives/0/closes");
  CHECK(findings_of(with_influence(0.1), "gap.closes-disagree").size() == 1);
}

TEST_CASE("an influence away from the target contradicts 'closes'; direction decides which way that is", "[findings]") {
  MapContent content = with_influence(-0.2);
  const auto found = findings_of(content, "gap.closes-disagree");
  REQUIRE(found.size() == 1);
  CHECK(found[0].message.ends_with("its influence of weight −0.2 leads away from its target"));
  Outcome& outcome = content.outcomes.front();
  outcome.direction = Direction::less;
  outcome.current = 8;
  outcome.target = 4;
  content.readings.clear();
  CHECK(findings_of(content, "gap.closes-disagree").empty());
}

TEST_CASE("parallel influences add up, and a gap that is not there or a stopped initiative is not asked",
          "[findings]") {
  MapContent content = with_influence(0.1);
  content.influences.push_back(content.influences.back());
  CHECK(findings_of(content, "gap.closes-disagree").empty());
  content.influences.back().weight = 0.6;
  CHECK(findings_of(content, "gap.closes-disagree").size() == 1);
  MapContent stopped = content;
  stopped.initiatives.front().status = InitiativeStatus::stopped;
  CHECK(findings_of(stopped, "gap.closes-disagree").empty());
  content.outcomes.front().target = 4;
  CHECK(findings_of(content, "gap.closes-disagree").empty());
}
