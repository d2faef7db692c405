// Random scenarios on the samples: what apply does, the differences do too, and their inverse undoes.
#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "model/io/load.hpp"
#include "model/scenario/apply.hpp"
#include "model/scenario/diff.hpp"
#include "tests/support/places.hpp"

namespace outmap {
namespace {

const Map& sample(const std::string& story) {
  static const Map clinics = *load_map((test::source_folder() / "samples/clinics/map.yaml").string()).map;
  static const Map saas = *load_map((test::source_folder() / "samples/saas/map.yaml").string()).map;
  return story == "saas" ? saas : clinics;
}

Id any_id(const Map& map) { return map.at(*rc::gen::elementOf(map.by_id())).id; }

template <class T>
const T& any_of(const std::vector<T>& list) {
  return list[*rc::gen::inRange<std::size_t>(0, list.size())];
}

double any_share() { return *rc::gen::inRange(-100, 101) / 100.0; }

SetValue any_setting(const Map& map) {
  switch (*rc::gen::inRange(0, 5)) {
    case 0:
      return {any_of(map->customers).id + ".size", std::to_string(*rc::gen::inRange(0, 9000))};
    case 1: {
      const Outcome& outcome = any_of(map->outcomes);
      const Scale scale = outcome.scale.value_or(map->scale);
      const double level = scale.min + scale.width() * *rc::gen::inRange(0, 101) / 100.0;
      return {outcome.id + ".current", std::to_string(level)};
    }
    case 2:
      return {any_of(map->initiatives).id + ".name", "\"Ä \\\"new\\\" name\""};
    case 3:
      return {any_of(map->customers).id + ".attributes.region", "\"elsewhere\""};
    default:
      return {any_of(any_of(map->journeys).stages).id + ".emotion", std::to_string(*rc::gen::inRange(-2, 3))};
  }
}

MapAddition any_addition(const Map& map, int number) {
  MapAddition addition;
  Partner partner;
  partner.id = partner.name = "newcomer-" + std::to_string(number);
  Relation relation;
  relation.from = partner.id;
  relation.to = any_of(map->customers).id;
  Influence influence;
  influence.from = partner.id;
  influence.to = any_of(map->outcomes).id;
  influence.weight = any_share();
  addition.partners = {partner};
  addition.relations = {relation};
  addition.influences = {influence};
  return addition;
}

/// Steps that each fit today's map; those that no longer fit when their turn comes make the scenario one to discard.
Scenario any_scenario(const Map& map) {
  Scenario scenario;
  for (int i = *rc::gen::inRange(1, 6); i > 0; --i) {
    ScenarioChange change;
    switch (*rc::gen::inRange(0, 5)) {
      case 0:
        change.remove = {any_id(map)};
        break;
      case 1: {
        const Influence& influence = any_of(map->influences);
        change.reweight = {{influence.from, influence.to, any_share()}};
        break;
      }
      case 2:
        change.add = any_addition(map, i);
        break;
      case 3: {  // away, and back as something else
        const Partner& old = any_of(map->partners);
        ScenarioChange away;
        away.remove = {old.id};
        scenario.changes.push_back(away);
        Partner partner;
        partner.id = partner.name = old.id;
        change.add.partners = {partner};
        break;
      }
      default:
        change.set = {any_setting(map)};
    }
    scenario.changes.push_back(std::move(change));
  }
  return scenario;
}

}  // namespace

TEST_CASE("the differences that a scenario makes can be made again, and undone", "[diff]") {
  const std::string story = GENERATE("clinics", "saas");
  const Map& map = sample(story);
  std::size_t drawn = 0, tried = 0;
  CHECK(rc::check(story, [&] {
    ++drawn;
    const Scenario scenario = any_scenario(map);
    Diagnostics problems;
    const AppliedScenario applied = apply(map, scenario, problems);
    if (!applied.map) return;
    ++tried;
    const MapDiff made = diff(map, *applied.map);
    RC_ASSERT(patched(map, made) == *applied.map);
    RC_ASSERT(patched(*applied.map, inverse(made)) == map);
    RC_ASSERT(diff(*applied.map, patched(map, made)).empty());
  }));
  CHECK(2 * tried > drawn);  // most of them fit
}

TEST_CASE("steps are made in their order: a scenario cut in two gives the same map", "[scenario]") {
  const Map& map = sample("clinics");
  CHECK(rc::check("two halves", [&] {
    Scenario whole = any_scenario(map), first = whole, second = whole;
    const auto cut = *rc::gen::inRange<std::size_t>(0, whole.changes.size() + 1);
    first.changes.resize(cut);
    second.changes.erase(second.changes.begin(), second.changes.begin() + static_cast<std::ptrdiff_t>(cut));
    Diagnostics problems;
    const AppliedScenario at_once = apply(map, whole, problems);
    const AppliedScenario half = apply(map, first, problems);
    if (!at_once.map || !half.map) return;
    const AppliedScenario rest = apply(*half.map, second, problems);
    RC_ASSERT(rest.map.has_value());
    RC_ASSERT(*rest.map == *at_once.map);
  }));
}

}  // namespace outmap
