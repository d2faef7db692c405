#include "tests/support/effect_maps.hpp"

#include <random>
#include <string>
#include <utility>

#include "tests/support/elements.hpp"

namespace outmap::test {
namespace {

std::string random_name(std::size_t number, std::mt19937& random) {
  switch (random() % 6) {
    case 0:
      return "A name so long that it has to be wrapped, and cut where three lines are not enough for all of it " +
             std::to_string(number);
    case 1:
      return "予約の電話がすぐにつながること" + std::to_string(number);
    case 2:
      return "Donaudampfschifffahrtsgesellschaftskapitän" + std::to_string(number);
    default:
      return "Element " + std::to_string(number);
  }
}

}  // namespace

Influence influence(Id from, Id to, double weight, double confidence) {
  Influence claim;
  claim.from = std::move(from);
  claim.to = std::move(to);
  claim.weight = weight;
  claim.confidence = confidence;
  return claim;
}

Outcome measured_outcome(Id id, double importance, double current, double target) {
  Outcome outcome = named<Outcome>(std::move(id));
  outcome.importance = importance;
  outcome.current = current;
  outcome.target = target;
  return outcome;
}

MapContent causes_of_a_story() {
  MapContent content;
  content.title = "Invented clinic";
  content.currency = "EUR";
  content.initiatives = {named<Initiative>("teams", "Named teams"), named<Initiative>("desk", "Second desk")};
  content.initiatives[0].cost = 85000;
  content.partners = {named<Partner>("midwives", "Midwives"), named<Partner>("idle", "Idle partner")};
  content.processes = {named<Process>("notes", "Handover notes")};
  content.factors = {named<Factor>("workload", "Staff workload")};
  content.touchpoints = {named<Touchpoint>("visit", "Home visit"), named<Touchpoint>("phone", "Phone line")};
  content.outcomes = {measured_outcome("story", 9, 4, 9), measured_outcome("soon", 8, 5, 8),
                      measured_outcome("recommend", 7, 3, 5)};
  content.outcomes[2].scope = Scope::organisation;
  content.outcomes[2].holders.organisation = true;
  content.customers = {named<Customer>("parents", "New parents")};
  for (std::size_t i : {0U, 1U}) content.outcomes[i].holders.list = {Holder{"parents", {}, {}, {}, {}}};
  content.influences = {influence("teams", "midwives", 0.7),     influence("midwives", "visit", 0.8),
                        influence("visit", "story", 0.8),        influence("teams", "notes", 0.5),
                        influence("notes", "visit", 0.4),        influence("desk", "phone", 0.6),
                        influence("phone", "soon", 0.5, 0.3),    influence("workload", "phone", -0.6),
                        influence("story", "recommend", 0.5),    influence("soon", "recommend", 0.4),
                        influence("recommend", "midwives", 0.4), influence("recommend", "workload", 0.5)};
  content.influences[10].description = "Word of mouth: families tell their midwife";
  return content;
}

MapContent random_causes(std::size_t elements, unsigned seed) {
  std::mt19937 random(seed);
  MapContent content;
  content.title = "Random";
  Ids ids;
  for (std::size_t i = 0; i < elements; ++i) {
    const Id id = "e" + std::to_string(i);
    const std::string name = random_name(i, random);
    switch (random() % 6) {
      case 0:
        content.initiatives.push_back(named<Initiative>(id, name));
        break;
      case 1:
        content.processes.push_back(named<Process>(id, name));
        break;
      case 2:
        content.partners.push_back(named<Partner>(id, name));
        break;
      case 3:
        content.factors.push_back(named<Factor>(id, name));
        break;
      case 4:
        content.touchpoints.push_back(named<Touchpoint>(id, name));
        break;
      default: {
        Outcome outcome =
            measured_outcome(id, static_cast<double>(random() % 11), static_cast<double>(random() % 11), 8);
        outcome.name = name;
        if (random() % 4 == 0) outcome.target.reset();
        if (random() % 3 == 0) outcome.kind = ValueKind::emotional;
        content.outcomes.push_back(outcome);
      }
    }
    ids.push_back(id);
  }
  for (std::size_t i = 0; i < 2 * elements; ++i) {
    const double weight = (static_cast<double>(random() % 21) - 10) / 10;
    content.influences.push_back(
        influence(ids[random() % elements], ids[random() % elements], weight, static_cast<double>(random() % 11) / 10));
  }
  return content;
}

}  // namespace outmap::test
