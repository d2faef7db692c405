#include "model/analysis/clusters/traits.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

/// Eight customers a … h, of whom the first four are cluster 0 and the others cluster 1.
MapContent eight() {
  MapContent content;
  content.title = "Eight";
  for (const char* id : {"a", "b", "c", "d", "e", "f", "g", "h"}) content.customers.push_back(customer(id));
  return content;
}

const Partition halves{{0, 0, 0, 0, 1, 1, 1, 1}, 2};

void set(MapContent& content, std::size_t number, std::string_view name, AttributeValue value) {
  content.customers[number].attributes.push_back({Symbol(name), std::move(value)});
}

std::vector<ClusterTrait> traits_of(const MapContent& content, const Partition& partition, std::size_t cluster,
                                    const TraitOptions& options = {}) {
  const Map map = make_map(content);
  return find_traits(ProfileTable(map, {}), partition, partition.cluster_count, options)[cluster];
}

}  // namespace

TEST_CASE("a category is told by its shares, lift and shrunken log-odds", "[clusters][traits]") {
  MapContent content = eight();
  for (std::size_t i = 0; i < 8; ++i) set(content, i, "region", Symbol(i < 5 ? "north" : "south"));
  const auto traits = traits_of(content, halves, 0);
  REQUIRE(traits.size() == 1);
  CHECK(traits[0].attribute == "region");
  CHECK(traits[0].value == "north");
  CHECK(traits[0].inside == 1.0);
  CHECK(traits[0].outside == 0.25);
  CHECK(traits[0].lift == 4.0);
  CHECK_FALSE(traits[0].difference);
  // a = 2 · 5/8; δ = ln(5.25/0.75) − ln(2.25/3.75); error = √(1/5.25 + 1/2.25)
  CHECK(traits[0].evidence == Approx(2.456735773 / 0.796819073));
  CHECK(traits[0].contrast == 0.75);
  CHECK(traits_of(content, halves, 1).empty());  // δ / error is 1.94: three of four might be an accident
  const auto south = traits_of(content, halves, 1, {.least_evidence = 1.9});
  REQUIRE(south.size() == 1);
  CHECK(south[0].value == "south");
  CHECK_FALSE(south[0].lift);  // nobody outside has it
}

TEST_CASE("a number is told by its standardised mean difference", "[clusters][traits]") {
  MapContent content = eight();
  for (std::size_t i = 0; i < 8; ++i) set(content, i, "age", (i < 4 ? 20.0 : 32.0) + 2 * static_cast<double>(i));
  const auto traits = traits_of(content, halves, 0);
  REQUIRE(traits.size() == 1);
  CHECK(traits[0].kind == TraitKind::number);
  CHECK(traits[0].value == "lower");
  CHECK(traits[0].inside == Approx(23));
  CHECK(traits[0].outside == Approx(43));
  REQUIRE(traits[0].difference);
  CHECK(*traits[0].difference == Approx(-7.745966692));            // −20 / √(40/6)
  CHECK(traits[0].evidence == Approx(7.745966692 / 2.061552813));  // √(1/4 + 1/4 + 60/16)
  CHECK(traits[0].contrast == Approx(std::erf(7.745966692 / 2)));
  CHECK_FALSE(traits[0].lift);
  CHECK(traits_of(content, halves, 1)[0].value == "higher");
}

TEST_CASE("a cluster of one does not shout", "[clusters][traits]") {
  MapContent content = eight();
  for (std::size_t i = 0; i < 8; ++i) {
    set(content, i, "region", Symbol(i == 0 ? "moon" : "earth"));
    set(content, i, "age", i == 0 ? 900.0 : 30.0 + static_cast<double>(i));
  }
  CHECK(traits_of(content, {{0, 1, 1, 1, 1, 1, 1, 1}, 2}, 0).empty());
}

TEST_CASE("who says nothing of an attribute counts on neither side; needs and tags count for all",
          "[clusters][traits]") {
  MapContent content = eight();
  Need need;
  need.id = "early";
  need.name = "Bread before six";
  content.needs.push_back(need);
  for (const std::size_t i : {0U, 1U, 4U, 5U, 6U}) set(content, i, "plan", Symbol(i < 4 ? "large" : "small"));
  for (std::size_t i = 0; i < 3; ++i) content.customers[i].needs = {"early"};
  for (std::size_t i = 0; i < 4; ++i) content.customers[i].tags = {"vip"};
  const auto traits = traits_of(content, halves, 0, {.least_evidence = 1});
  REQUIRE(traits.size() == 3);
  CHECK(traits[0].attribute == "tags");
  CHECK(traits[0].value == "vip");
  const auto plan = std::ranges::find(traits, "plan", &ClusterTrait::attribute);
  REQUIRE(plan != traits.end());
  CHECK(plan->inside == 1.0);  // of the two who say
  CHECK(plan->outside == 0.0);
  const auto early = std::ranges::find(traits, "needs", &ClusterTrait::attribute);
  REQUIRE(early != traits.end());
  CHECK(early->value == "early");
  CHECK(early->inside == 0.75);
}

TEST_CASE("what all share, and what is rarer inside, is no trait", "[clusters][traits]") {
  MapContent content = eight();
  for (std::size_t i = 0; i < 8; ++i) {
    set(content, i, "country", Symbol("here"));
    set(content, i, "online", i < 4);
  }
  const auto first = traits_of(content, halves, 0);
  REQUIRE(first.size() == 1);
  CHECK(first[0].value == "true");
  CHECK(first[0].kind == TraitKind::truth);
  CHECK(traits_of(content, halves, 1)[0].value == "false");
}

TEST_CASE("attributes that say the same word of the same members are told once", "[clusters][traits]") {
  MapContent content = eight();
  for (std::size_t i = 0; i < 8; ++i) {
    for (const char* name : {"backup", "security"}) set(content, i, name, Symbol(i < 4 ? "no internet" : "some"));
    set(content, i, "region", Symbol(i < 4 ? "north" : "south"));
  }
  const auto traits = traits_of(content, halves, 0);
  REQUIRE(traits.size() == 2);
  CHECK(traits[0].attribute == "backup");
  CHECK(traits[1].attribute == "region");
}

TEST_CASE("no more traits than asked for, the most telling first", "[clusters][traits]") {
  MapContent content = eight();
  for (std::size_t i = 0; i < 8; ++i) {
    set(content, i, "clear", Symbol(i < 4 ? "x" : "y"));
    set(content, i, "blurred", Symbol(i < 4 || i == 7 ? "p" : "q"));
    set(content, i, "age", static_cast<double>(2 * i));
  }
  const auto traits = traits_of(content, halves, 0);
  REQUIRE(traits.size() == 3);
  CHECK(traits[0].attribute == "clear");    // contrast 1
  CHECK(traits[1].attribute == "age");      // erf of 4 / 2.58 / 2
  CHECK(traits[2].attribute == "blurred");  // 0.75
  CHECK(traits_of(content, halves, 0, {.most = 1}).size() == 1);
}

TEST_CASE("with a single cluster nothing sets it apart", "[clusters][traits]") {
  MapContent content = eight();
  for (std::size_t i = 0; i < 8; ++i) set(content, i, "region", Symbol(i < 5 ? "north" : "south"));
  CHECK(traits_of(content, {{0, 0, 0, 0, 0, 0, 0, 0}, 1}, 0).empty());
}
