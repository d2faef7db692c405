#include "model/map/attributes.hpp"

#include <catch2/catch.hpp>

using namespace outmap;

TEST_CASE("attribute values are written as people write them", "[attributes]") {
  CHECK(to_text(AttributeValue(32.0)) == "32");
  CHECK(to_text(AttributeValue(0.1)) == "0.1");
  CHECK(to_text(AttributeValue(true)) == "true");
  CHECK(to_text(AttributeValue(false)) == "false");
  CHECK(to_text(AttributeValue(Symbol("north"))) == "north");
  CHECK(to_text(AttributeValue(Words{Symbol("fr"), Symbol("de")})) == "fr; de");
  CHECK(to_text(AttributeValue(Words{})).empty());
}

TEST_CASE("an attribute is found by its name", "[attributes]") {
  const Attributes attributes{{Symbol("region"), Symbol("north")}, {Symbol("age"), 32.0}};
  const AttributeValue* age = find_attribute(attributes, Symbol("age"));
  REQUIRE(age != nullptr);
  CHECK(*age == AttributeValue(32.0));
  CHECK(find_attribute(attributes, Symbol("income")) == nullptr);
}
