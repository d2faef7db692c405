#include "tests/support/clinic.hpp"

#include "tests/support/make_map.hpp"

namespace outmap::test {

Customer customer(Id id, double size) {
  Customer customer;
  customer.name = id;
  customer.id = std::move(id);
  customer.size = size;
  return customer;
}

Outcome outcome(Id id, Ids holders) {
  Outcome outcome;
  outcome.name = id;
  outcome.id = std::move(id);
  for (Id& holder : holders) outcome.holders.list.push_back({std::move(holder), {}, {}, {}, {}});
  return outcome;
}

namespace {

Outcome booked_fast() {
  Outcome booked = outcome("booked-fast", {"new-parents"});
  booked.importance = 9;
  booked.current = 4;
  booked.target = 8;
  return booked;
}

Outcome wait() {
  Outcome wait = outcome("wait", {"new-parents", "shift-workers"});
  wait.holders.list[0].importance = 7;
  wait.holders.list[0].current = 35;
  wait.importance = 6;
  wait.current = 30;
  wait.target = 15;
  wait.direction = Direction::less;
  wait.scale = Scale{0, 90};
  wait.unit = "min";
  return wait;
}

Outcome referred() {
  Outcome referred = outcome("referred", {"midwives"});
  referred.importance = 5;
  referred.current = 7;
  referred.target = 6;
  return referred;
}

}  // namespace

MapContent clinic() {
  MapContent content;
  content.title = "Riverside Clinics";
  content.date = day("2026-06-30");
  content.currency = "EUR";
  content.customers = {customer("new-parents", 4200), customer("shift-workers", 1800)};
  content.customers[0].firm_value = 500;
  content.customers[1].firm_value = 200;
  Partner midwives;
  midwives.id = "midwives";
  midwives.name = "Midwives";
  content.partners = {midwives};
  content.outcomes = {booked_fast(), wait(), referred()};
  Relation tie;
  tie.from = "new-parents";
  tie.to = "midwives";
  tie.type = "common-goal";
  content.relations = {tie};
  Reading reading;
  reading.of = "booked-fast";
  reading.date = day("2026-05-01");
  reading.value = 4.5;
  content.readings = {reading};
  Competitor rival;
  rival.id = rival.name = "rival";
  rival.levels = {{"booked-fast", 7}, {"wait", 20}};
  content.competitors = {rival};
  return content;
}

}  // namespace outmap::test
