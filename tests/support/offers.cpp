#include "tests/support/offers.hpp"

#include "tests/support/effect_maps.hpp"

namespace outmap::test {

MapContent family_plan() {
  MapContent content;
  content.outcomes = {measured_outcome("soon", 8, 3, 8), measured_outcome("story", 9, 4, 9),
                      measured_outcome("record", 6, 6, 7)};
  content.outcomes[0].money_per_point = 3;
  content.outcomes[1].money_per_point = 8;
  Offering family;
  family.id = family.name = "family";
  family.price = 29;
  family.cost = 13.3;
  family.levels = {{"soon", 5}, {"story", 5}, {"record", 8}};
  content.offerings = {family};
  return content;
}

}  // namespace outmap::test
