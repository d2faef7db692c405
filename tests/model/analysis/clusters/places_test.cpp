#include "model/analysis/clusters/places.hpp"

#include <catch2/catch.hpp>

#include "model/analysis/random.hpp"
#include "model/analysis/similarity.hpp"
#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

TEST_CASE("people have the numbers that a similarity gives them", "[places]") {
  Random random(3);
  MapContent content;
  for (int i = 0; i < 40; ++i) {
    Partner partner;
    partner.id = partner.name = "x" + std::to_string(random.below(4000)) + "-" + std::to_string(i);
    content.partners.push_back(partner);
    content.customers.push_back(customer("x" + std::to_string(random.below(4000)) + "-c" + std::to_string(i)));
  }
  const Map map = make_map(content);
  const Similarity similarity(map);
  const PeopleNumbers numbers = number_people(map);
  REQUIRE(numbers.size() == similarity.size());
  for (std::size_t i = 0; i < 40; ++i) {
    CHECK(similarity.id(numbers.customers[i]) == map->customers[i].id);
    CHECK(similarity.id(numbers.partners[i]) == map->partners[i].id);
  }
}

TEST_CASE("places by hand", "[places]") {
  const std::vector<std::vector<std::uint32_t>> clusters = {{2, 0}, {3}};
  CHECK(places_in(clusters, 5) == std::vector<std::uint32_t>{0, no_cluster, 0, 1, no_cluster});
  CHECK_THROWS_AS(places_in(clusters, 3), std::invalid_argument);
}
