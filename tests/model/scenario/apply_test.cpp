#include "model/scenario/apply.hpp"

#include <catch2/catch.hpp>

#include "model/analysis/levels.hpp"
#include "model/scenario/load.hpp"
#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"

namespace outmap {
namespace {

Scenario scenario_of(const std::string& changes) {
  auto loaded = load_scenarios_text("s.yaml", "outmap-scenario: 1\nchanges:\n" + changes);
  REQUIRE(loaded.problems.all().empty());
  return loaded.scenarios.front();
}

AppliedScenario applied(const Map& map, const std::string& changes) {
  Diagnostics problems;
  AppliedScenario result = apply(map, scenario_of(changes), problems);
  for (const Diagnostic& problem : problems.all()) FAIL_CHECK(problem.path + ": " + problem.message);
  return result;
}

std::vector<std::string> refused(const Map& map, const std::string& changes) {
  Diagnostics problems;
  const AppliedScenario result = apply(map, scenario_of(changes), problems);
  CHECK_FALSE(result.map);
  std::vector<std::string> lines;
  for (const Diagnostic& problem : problems.all()) {
    lines.push_back(problem.path + " " + problem.message + " [" + problem.code + "] " + problem.hint);
  }
  return lines;
}

Map clinic_with_influence() {
  MapContent content = test::clinic();
  Influence influence;
  influence.from = "midwives";
  influence.to = "booked-fast";
  influence.weight = 0.3;
  content.influences = {influence};
  return test::make_map(std::move(content));
}

}  // namespace

TEST_CASE("a scenario without changes gives the same map", "[scenario]") {
  const Map map = clinic_with_influence();
  CHECK(*applied(map, "  []\n").map == map);
}

TEST_CASE("fields of every kind can be set", "[scenario]") {
  const Map map = clinic_with_influence();
  const AppliedScenario result = applied(map, R"(  - set:
      new-parents.size: 100
      new-parents.attributes.region: south
      wait.scale.max: 120
      wait.holders.shift-workers.current: 50
      wait.name: Waiting
      rival.levels.wait: 12
      booked-fast.needs: []
)");
  const Map& changed = *result.map;
  const Customer& parents = *changed.get<Customer>("new-parents");
  CHECK(parents.size == 100);
  CHECK(to_text(*find_attribute(parents.attributes, Symbol("region"))) == "south");
  CHECK(changed.get<Outcome>("wait")->scale->max == 120);
  CHECK(changed.get<Outcome>("wait")->holders.list[1].current == 50);
  CHECK(changed.get<Outcome>("wait")->name == "Waiting");
  CHECK(changed.get<Competitor>("rival")->levels[1].value == 12);
  CHECK(changed.get<Outcome>("booked-fast")->holders == map.get<Outcome>("booked-fast")->holders);
}

TEST_CASE("a level that is set stands above its readings", "[scenario]") {
  const Map map = clinic_with_influence();
  CHECK(level_of(map, *map.get<Outcome>("booked-fast"), nullptr, as_of(map)).current == 4.5);  // the reading
  const AppliedScenario result = applied(map, "  - set: {booked-fast.current: 6}\n");
  CHECK(level_of(*result.map, *result.map->get<Outcome>("booked-fast"), nullptr, as_of(map)).current == 6);
  CHECK(result.superseded == Ids{"booked-fast"});
  CHECK(applied(map, "  - set: {booked-fast.target: 9}\n").superseded.empty());
}

TEST_CASE("what is added can be used by what comes after", "[scenario]") {
  const AppliedScenario result = applied(
      clinic_with_influence(), R"(  - add: {partners: [{id: doulas}], relations: [{from: doulas, to: new-parents}]}
  - set: {doulas.kind: internal}
  - act: {doulas: 0.5}
  - act: {doulas: 0.7}
)");
  CHECK(result.map->get<Partner>("doulas")->kind == PartnerKind::internal);
  CHECK(result.map->content().relations.size() == 2);
  CHECK(result.held == IdNumbers{{"doulas", 0.7}});
}

TEST_CASE("an element goes with all that hangs on it", "[scenario]") {
  const Map map = clinic_with_influence();
  const AppliedScenario result = applied(map, "  - remove: [midwives]\n");
  CHECK_FALSE(result.map->find("midwives"));
  CHECK(result.map->content().relations.empty());
  CHECK(result.map->content().influences.empty());
  CHECK(result.map->get<Outcome>("referred")->holders.list.empty());
  CHECK(result.gone == std::vector<Removed>{{"", "relations", 1}, {"", "influences", 1}});
  CHECK(*result.before_removal == map);
}

TEST_CASE("a reweighting replaces the weight, of several between the same two the sum", "[scenario]") {
  MapContent content = clinic_with_influence().content();
  content.influences.push_back(content.influences.front());
  const Map map = test::make_map(std::move(content));
  const AppliedScenario result = applied(map, "  - reweight: [{from: midwives, to: booked-fast, weight: -0.2}]\n");
  REQUIRE(result.map->content().influences.size() == 1);
  CHECK(result.map->content().influences.front().weight == -0.2);
}

TEST_CASE("every mistake of a scenario is told with its path and what was meant", "[scenario]") {
  CHECK(
      refused(
          clinic_with_influence(),
          R"(  - set: {booked-fats.current: 6, booked-fast.curent: 6, booked-fast: 1, booked-fast.id: x, new-parents.size: many}
  - remove: [midwifes]
  - reweight: [{from: rival, to: wait, weight: 0.1}]
)") ==
      std::vector<std::string>{
          "/changes/0/set/booked-fats.current no element has the id 'booked-fats' [scenario.unknown-id] did you mean "
          "'booked-fast'?",
          "/changes/0/set/booked-fast.curent an outcome has no field 'curent' [scenario.unknown-field] did you mean "
          "'current'?",
          "/changes/0/set/booked-fast 'booked-fast' names an element, and not what of it is set "
          "[scenario.unknown-field] "
          "write booked-fast.FIELD, as in booked-fast.name",
          "/changes/0/set/booked-fast.id 'id' cannot be set as a whole [scenario.unknown-field] an id stays what it is",
          "/changes/0/set/new-parents.size 'size' takes a number of at least 0, found 'many' [value.type] write "
          "digits, or leave the field out where "
          "the value is missing",
          "/changes/1/remove/0 no element has the id 'midwifes' [scenario.unknown-id] did you mean 'midwives'?",
          "/changes/2/reweight/0 the map has no influence from 'rival' to 'wait' [scenario.unknown-influence] add one: "
          "add: "
          "{influences: [{from: …, to: …, weight: …}]}"});
}

TEST_CASE("a rule that the changed map breaks is told where the scenario breaks it", "[scenario]") {
  const auto lines =
      refused(clinic_with_influence(), "  - set: {booked-fast.current: 60}\n  - add: {customers: [{id: midwives}]}\n");
  CAPTURE(lines);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].starts_with("/changes/1/add/customers/0"));
  CHECK(lines[1].starts_with("/changes/0/set/booked-fast.current"));
}

TEST_CASE("adding and then removing gives the map back", "[scenario]") {
  const Map map = clinic_with_influence();
  const AppliedScenario added =
      applied(map, R"(  - add: {partners: [{id: doulas}], relations: [{from: doulas, to: new-parents}],
           influences: [{from: doulas, to: wait, weight: -0.2}]}
)");
  CHECK_FALSE(*added.map == map);
  CHECK(*applied(*added.map, "  - remove: [doulas]\n").map == map);
}

TEST_CASE("what is removed can be added again, as something new", "[scenario]") {
  const Map map = clinic_with_influence();
  const AppliedScenario result = applied(map, R"(  - remove: [midwives]
  - add: {partners: [{id: midwives, name: Other midwives}], influences: [{from: midwives, to: wait, weight: 0.1}]}
  - set: {midwives.kind: internal}
)");
  CHECK(result.map->get<Partner>("midwives")->name == "Other midwives");
  CHECK(result.map->get<Partner>("midwives")->kind == PartnerKind::internal);
  REQUIRE(result.map->content().influences.size() == 1);
  CHECK(result.map->content().influences.front().to == "wait");
  CHECK(result.map->content().relations.empty());
  CHECK(result.removed.empty());
  CHECK(*result.before_removal == *result.map);
}

TEST_CASE("what was removed is not there for the steps that follow", "[scenario]") {
  CHECK(refused(clinic_with_influence(), R"(  - remove: [midwives, rival, nobody]
  - act: {midwives: 1}
  - add: {relations: [{from: new-parents, to: midwives}]}
)") == std::vector<std::string>{
           "/changes/0/remove/2 no element has the id 'nobody' [scenario.unknown-id] 'outmap show MAP' "
           "lists the elements of a map",
           "/changes/1/act/midwives 'midwives' was removed before [scenario.unknown-id] "});
  const auto broken = refused(clinic_with_influence(), R"(  - set: {new-parents.size: 3}
  - add: {relations: [{from: rival, to: new-parents}]}
  - remove: [midwives]
  - add: {relations: [{from: new-parents, to: midwives}]}
)");
  CAPTURE(broken);
  REQUIRE(broken.size() == 2);
  CHECK(broken[0].starts_with("/changes/1/add/relations/0/from"));
  CHECK(broken[1].starts_with("/changes/3/add/relations/0/to"));
}

TEST_CASE("what is held and then removed is no longer held", "[scenario]") {
  const AppliedScenario result = applied(clinic_with_influence(), "  - act: {midwives: 0.5}\n  - remove: [midwives]\n");
  CHECK(result.held.empty());
  CHECK(result.removed == Ids{"midwives"});
}

TEST_CASE("what several steps remove is counted together", "[scenario]") {
  const Map map = clinic_with_influence();
  const AppliedScenario one = applied(map, "  - remove: [midwives, booked-fast]\n");
  const AppliedScenario two = applied(map, "  - remove: [midwives]\n  - remove: [booked-fast]\n");
  CHECK(one.gone == two.gone);
  CHECK(*one.map == *two.map);
}

}  // namespace outmap
