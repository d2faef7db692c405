#include "model/analysis/reach.hpp"

#include <catch2/catch.hpp>

#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

TEST_CASE("reach is the share of customers by size, value share by money", "[reach]") {
  const Map map = make_map(clinic());
  const Reach reach(map);
  CHECK(reach.has_money());
  CHECK(reach.size_behind("new-parents") == 4200);
  CHECK(*reach.reach("new-parents") == Approx(0.7));
  CHECK(*reach.value_share("new-parents") == Approx(2100.0 / 2460));
  CHECK(*reach.reach(*map.get<Outcome>("wait")) == Approx(1));
}

TEST_CASE("a partner stands for the customers tied to it", "[reach]") {
  MapContent content = clinic();
  const Map map = make_map(content);
  CHECK(*Reach(map).reach(*map.get<Outcome>("referred")) == Approx(0.7));
  content.relations.push_back(content.relations[0]);  // a second tie to the same customer adds nobody
  const Map doubled = make_map(content);
  CHECK(*Reach(doubled).reach(*doubled.get<Outcome>("referred")) == Approx(0.7));
  content.relations.clear();
  const Map untied = make_map(content);
  CHECK(*Reach(untied).reach(*untied.get<Outcome>("referred")) == 0.0);
}

TEST_CASE("a customer who is reached twice counts once", "[reach]") {
  MapContent content = clinic();
  content.outcomes = {outcome("both", {"midwives", "new-parents"})};
  content.competitors.clear();
  content.readings.clear();
  const Map map = make_map(content);
  CHECK(*Reach(map).reach(map->outcomes[0]) == Approx(0.7));
}

TEST_CASE("the organisation's outcome reaches all", "[reach]") {
  MapContent content;
  content.outcomes = {outcome("calm"), outcome("margin"), outcome("nobody")};
  content.outcomes[0].holders.organisation = true;
  content.outcomes[1].scope = Scope::organisation;
  const Map map = make_map(content);
  const Reach reach(map);
  CHECK(reach.reach(map->outcomes[0]) == 1.0);
  CHECK(reach.reach(map->outcomes[1]) == 1.0);
  CHECK_FALSE(reach.reach(map->outcomes[2]));
  CHECK_FALSE(reach.value_share(map->outcomes[0]));  // no money in this map
}

TEST_CASE("customers without size or money give no shares", "[reach]") {
  MapContent content;
  content.customers = {customer("a", 0)};
  content.outcomes = {outcome("o", {"a"})};
  const Map map = make_map(content);
  const Reach reach(map);
  CHECK_FALSE(reach.reach(map->outcomes[0]));
  CHECK_FALSE(reach.value_share(map->outcomes[0]));
  CHECK_FALSE(reach.has_money());
}

TEST_CASE("negative value counts 0 in shares", "[reach]") {
  MapContent content;
  content.customers = {customer("cost", 10), customer("gain", 10), customer("silent", 10)};
  content.customers[0].firm_value = -50;
  content.customers[1].firm_value = 20;
  content.outcomes = {outcome("of-cost", {"cost"}), outcome("of-gain", {"gain"}), outcome("of-silent", {"silent"})};
  const Map map = make_map(content);
  const Reach reach(map);
  CHECK(reach.value_share(map->outcomes[0]) == 0.0);
  CHECK(reach.value_share(map->outcomes[1]) == 1.0);
  CHECK(reach.value_share(map->outcomes[2]) == 0.0);
}
