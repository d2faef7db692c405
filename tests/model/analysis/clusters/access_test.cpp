#include "model/analysis/clusters/access.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>

#include "model/analysis/random.hpp"
#include "model/analysis/reach.hpp"
#include "tests/support/clinic.hpp"
#include "tests/support/effect_maps.hpp"
#include "tests/support/elements.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

Touchpoint touchpoint(Id id, Id owner = "") {
  Touchpoint made = named<Touchpoint>(std::move(id));
  made.owner = std::move(owner);
  return made;
}

Stage stage(Id id, Ids touchpoints, Ids outcomes) {
  Stage made = named<Stage>(std::move(id));
  made.touchpoints = std::move(touchpoints);
  made.outcomes = std::move(outcomes);
  return made;
}

Journey journey(Id id, Ids customers, std::vector<Stage> stages) {
  Journey made = named<Journey>(std::move(id));
  made.customers = std::move(customers);
  made.stages = std::move(stages);
  return made;
}

Initiative initiative(Id id, InitiativeStatus status, Ids closes) {
  Initiative made = named<Initiative>(std::move(id));
  made.status = status;
  for (Id& outcome : closes) made.closes.push_back({std::move(outcome), 0.5});
  return made;
}

/// One customer, whose one stage is served at the website of a partner, and its outcome.
MapContent one_way() {
  MapContent content;
  content.customers = {customer("parents")};
  content.partners = {named<Partner>("midwives")};
  content.touchpoints = {touchpoint("web", "midwives")};
  content.outcomes = {outcome("booked", {"parents"})};
  content.journeys = {journey("year", {"parents"}, {stage("book", {"web"}, {"booked"})})};
  return content;
}

std::vector<SoleAccess> access(MapContent content) { return find_sole_access(make_map(std::move(content))); }

const std::vector<SoleAccess> midwives_alone = {{"midwives", "booked", {"parents"}, false}};

}  // namespace

TEST_CASE("an outcome at one partner's touchpoint hangs on that partner", "[access]") {
  CHECK(access(one_way()) == midwives_alone);
}

TEST_CASE("a second touchpoint of someone else frees it, one of the same partner does not", "[access]") {
  MapContent content = one_way();
  content.touchpoints.push_back(touchpoint("phone", "midwives"));
  content.journeys[0].stages[0].touchpoints.push_back("phone");
  CHECK(access(content) == midwives_alone);
  content.touchpoints[1].owner = "";
  CHECK(access(content).empty());
}

TEST_CASE("what is only planned is no way yet; what runs is one", "[access]") {
  MapContent content = one_way();
  content.initiatives = {initiative("app", InitiativeStatus::planned, {"booked"})};
  CHECK(access(content) == midwives_alone);
  content.initiatives[0].status = InitiativeStatus::running;
  CHECK(access(content).empty());
  content.initiatives[0].closes.clear();
  content.initiatives[0].improves = {"web"};  // but the website works only with its owner
  CHECK(access(content) == midwives_alone);
}

TEST_CASE("a process counts for its owner, or else for the organisation", "[access]") {
  MapContent content = one_way();
  content.processes = {named<Process>("triage")};
  content.processes[0].serves = {"booked"};
  CHECK(access(content).empty());
  content.processes[0].owner = "midwives";
  CHECK(access(content) == midwives_alone);
}

TEST_CASE("a touchpoint of a process stands and falls with the owner of the process", "[access]") {
  MapContent content = one_way();
  content.processes = {named<Process>("triage")};
  content.touchpoints[0].owner = "triage";
  CHECK(access(content).empty());
  content.processes[0].owner = "midwives";
  CHECK(access(content) == midwives_alone);
}

TEST_CASE("each customer is served by its own journeys", "[access]") {
  MapContent content = one_way();
  content.customers.push_back(customer("fathers"));
  content.customers.push_back(customer("others"));
  content.partners.push_back(named<Partner>("doulas"));
  content.touchpoints.push_back(touchpoint("visit", "doulas"));
  content.journeys.push_back(journey("second", {"fathers"}, {stage("ask", {"visit"}, {"booked"})}));
  content.outcomes[0] = outcome("booked", {"fathers", "others", "parents"});
  const std::vector<SoleAccess> expected = {{"doulas", "booked", {"fathers"}, false},
                                            {"midwives", "booked", {"parents"}, false}};
  CHECK(access(content) == expected);
}

TEST_CASE("journeys of the future serve nobody today", "[access]") {
  MapContent content = one_way();
  content.touchpoints.push_back(touchpoint("app"));
  content.journeys.push_back(journey("next", {"parents"}, {stage("tap", {"app"}, {"booked"})}));
  CHECK(access(content).empty());
  content.journeys[1].when = JourneyState::future;
  CHECK(access(content) == midwives_alone);
}

TEST_CASE("a partner does not lose its own outcome by leaving, the organisation does", "[access]") {
  MapContent content = one_way();
  content.outcomes[0] = outcome("booked", {"midwives"});
  CHECK(access(content).empty());
  content.outcomes[0] = outcome("booked");
  content.outcomes[0].holders.organisation = true;
  CHECK(access(content) == std::vector<SoleAccess>{{"midwives", "booked", {}, true}});
}

TEST_CASE("partners in a row are each the only way", "[access]") {
  MapContent content;
  content.customers = {customer("parents")};
  content.partners = {named<Partner>("city"), named<Partner>("midwives")};
  content.outcomes = {outcome("booked", {"parents"})};
  content.factors = {named<Factor>("trust")};
  content.influences = {influence("city", "trust", 0.5), influence("midwives", "booked", 0.5)};
  CHECK(access(content) == midwives_alone);
  content.influences.push_back(influence("trust", "booked", 0));
  CHECK(access(content) == midwives_alone);  // no effect is no way
  content.influences.back().weight = -0.1;
  CHECK(access(content).empty());
}

namespace {

MapContent random_deliveries(Random& random) {
  MapContent content;
  const auto any = [&](const char* letter, std::uint32_t count) {
    return letter + std::to_string(random.below(count));
  };
  const auto chance = [&](std::uint32_t one_in) { return random.below(one_in) == 0; };
  for (int i = 0; i < 4; ++i) {
    const std::string number = std::to_string(i);
    content.customers.push_back(customer("c" + number));
    content.partners.push_back(named<Partner>("p" + number));
    content.outcomes.push_back(outcome("o" + number));
    for (const char* kind : {"c", "p"}) {
      for (std::uint32_t k = 0; k < 4; ++k) {
        if (chance(3)) content.outcomes.back().holders.list.push_back({kind + std::to_string(k), {}, {}, {}, {}});
      }
    }
    if (content.outcomes.back().holders.list.empty()) content.outcomes.back().holders.organisation = true;
    content.touchpoints.push_back(touchpoint("t" + number, chance(4) ? "" : chance(4) ? any("w", 2) : any("p", 4)));
  }
  for (int i = 0; i < 2; ++i) {
    const std::string number = std::to_string(i);
    content.factors.push_back(named<Factor>("f" + number));
    content.processes.push_back(named<Process>("w" + number));
    if (chance(2)) content.processes.back().owner = any("p", 4);
    if (chance(2)) content.processes.back().serves = {any("o", 4)};
    if (chance(2)) content.processes.back().touchpoints = {any("t", 4)};
    content.initiatives.push_back(
        initiative("i" + number, chance(2) ? InitiativeStatus::running : InitiativeStatus::idea, {any("o", 4)}));
    if (chance(2)) content.initiatives.back().improves = {any("t", 4)};
    content.offerings.push_back(named<Offering>("l" + number));
    content.offerings.back().levels = {{any("o", 4), 5}};
    std::vector<Stage> stages;
    for (const char* part : {"a", "b"}) stages.push_back(stage("s" + number + part, {any("t", 4)}, {any("o", 4)}));
    content.journeys.push_back(journey("j" + number, {any("c", 4)}, stages));
    if (chance(4)) content.journeys.back().when = JourneyState::future;
  }
  const char* kinds[] = {"p", "f", "o", "t", "c", "w"};
  for (int i = 0; i < 5; ++i) {
    const auto end = [&] {
      const std::uint32_t kind = random.below(6);
      return any(kinds[kind], kind == 1 || kind == 5 ? 2 : 4);
    };
    const Id from = end(), to = end();
    if (from != to) content.influences.push_back(influence(from, to, chance(5) ? 0 : 0.5));
  }
  return content;
}

/// What is alive today without `gone`, by going over all statements until nothing is added.
std::set<Id> alive_without(const MapContent& map, const Id& gone) {
  std::set<Id> alive, future;
  std::map<Id, Id> owner;
  for (const auto& each : map.touchpoints) owner[each.id] = each.owner;
  for (const auto& each : map.processes) owner[each.id] = each.owner;
  for (const auto& each : map.partners) {
    if (each.id != gone) alive.insert(each.id);
  }
  for (const auto& each : map.initiatives) {
    if (each.status == InitiativeStatus::running) alive.insert(each.id);
  }
  for (const auto& [id, of] : owner) {
    if (of.empty()) alive.insert(id);
  }
  for (const auto& each : map.journeys) {
    if (each.when != JourneyState::future) continue;
    for (const auto& stage : each.stages) future.insert(stage.id);
  }
  const auto pass = [&](const Id& from, const Id& to) {
    if (to == gone || future.contains(to) || (owner.contains(to) && !owner[to].empty())) return;
    if (alive.contains(from)) alive.insert(to);
  };
  for (std::size_t before = 0; before != alive.size();) {
    before = alive.size();
    for (const auto& [id, of] : owner) {
      if (alive.contains(of)) alive.insert(id);
    }
    for (const auto& each : map.influences) {
      if (each.weight != 0) pass(each.from, each.to);
    }
    for (const auto& each : map.initiatives) {
      for (const auto& closed : each.closes) {
        const bool is_claimed = std::ranges::any_of(
            map.influences, [&](const auto& claim) { return claim.from == each.id && claim.to == closed.id; });
        if (!is_claimed) pass(each.id, closed.id);
      }
      for (const auto& improved : each.improves) pass(each.id, improved);
    }
    for (const auto& each : map.processes) {
      for (const auto& served : each.serves) pass(each.id, served);
      for (const auto& touchpoint : each.touchpoints) pass(each.id, touchpoint);
    }
    for (const auto& each : map.offerings) pass(each.id, each.levels[0].id);
    for (const auto& each : map.journeys) {
      for (const auto& stage : each.stages) {
        for (const auto& touchpoint : stage.touchpoints) pass(touchpoint, stage.id);
        for (const auto& outcome : stage.outcomes) pass(stage.id, outcome);
      }
    }
  }
  return alive;
}

/// Whether `holder` still gets `outcome`: with own stages for it, by those or by what is no stage.
bool gets(const MapContent& map, const Id& holder, const Id& outcome, const Id& gone) {
  Ids own, foreign;
  for (const auto& journey : map.journeys) {
    if (journey.when == JourneyState::future) continue;
    for (const auto& stage : journey.stages) {
      if (std::ranges::count(stage.outcomes, outcome) == 0) continue;
      (std::ranges::count(journey.customers, holder) > 0 ? own : foreign).push_back(stage.id);
    }
  }
  if (own.empty()) return alive_without(map, gone).contains(outcome);
  MapContent without = map;
  for (auto& journey : without.journeys) {
    for (auto& stage : journey.stages) {
      if (std::ranges::count(foreign, stage.id) > 0) std::erase(stage.outcomes, outcome);
    }
  }
  return alive_without(without, gone).contains(outcome);
}

}  // namespace

TEST_CASE("access agrees with taking away one person after another", "[access]") {
  Random random(8);
  std::size_t found = 0;
  for (int round = 0; round < 200; ++round) {
    const MapContent content = random_deliveries(random);
    const Map map = make_map(content);
    std::vector<SoleAccess> expected;
    for (const char* kind : {"c", "p"}) {
      for (int k = 0; k < 4; ++k) {
        const Id person = kind + std::to_string(k);
        for (const Outcome& each : content.outcomes) {
          SoleAccess lost{person, each.id, {}, false};
          const auto loses = [&](const Id& holder) {
            return gets(content, holder, each.id, "") && !gets(content, holder, each.id, person);
          };
          for (const Holder& holder : each.holders.list) {
            if (holder.id != person && loses(holder.id)) lost.holders.push_back(holder.id);
          }
          if (is_held_by_organisation(each)) lost.organisation = loses("");
          if (!lost.holders.empty() || lost.organisation) expected.push_back(lost);
        }
      }
    }
    REQUIRE(find_sole_access(map) == expected);
    found += expected.size();
  }
  CHECK(found > 100);
}
