#include "render/diagrams/value_map.hpp"

#include <catch2/catch.hpp>

#include "render/diagrams/value_map_diagram.hpp"
#include "tests/support/chart_maps.hpp"
#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;

namespace {

template <class Made>
Made priced(const char* id, double price, double level) {
  Made made;
  made.id = made.name = id;
  made.price = price;
  made.levels = {{"o", level}};
  return made;
}

MapContent one_important_outcome() {
  MapContent content;
  content.title = "Value";
  content.currency = "EUR";
  content.customers = {test::customer("c")};
  content.outcomes = {test::outcome("o", {"c"})};
  content.outcomes[0].importance = 8;
  return content;
}

}  // namespace

TEST_CASE("the picture of a value map tells who lies under the fair price, the best value first") {
  MapContent content = one_important_outcome();
  content.offerings = {priced<Offering>("ours", 30, 6)};
  content.competitors = {priced<Competitor>("rival", 10, 4)};
  // Mean quality 0.5, mean price 20: ours 1.2 for 1.5, the rival 0.8 for 0.5.
  const ValueMapDiagram diagram = build_value_map(test::make_map(content), {});
  REQUIRE(diagram.marks.size() == 2);
  CHECK(diagram.marks[0].id == "rival");
  CHECK(diagram.marks[0].quality == Approx(0.8));
  CHECK(diagram.marks[0].price == Approx(0.5));
  CHECK(diagram.marks[0].advantage_words == "€6 under");
  CHECK(diagram.marks[0].fair_words == "fair €16");
  CHECK(diagram.marks[1].advantage == Approx(-0.3));
  CHECK(diagram.marks[1].advantage_words == "€6 over");
  CHECK(text_of(diagram.words.finding) ==
        "None of our offerings gives more than the price asks; best value: rival, €6 under its fair price");
}

TEST_CASE("with nothing to compare the value map says what is missing") {
  CHECK(build_value_map(test::make_map(one_important_outcome()), {}).nothing.what == "Nothing to compare yet");
  MapContent alone = one_important_outcome();
  alone.offerings = {priced<Offering>("ours", 30, 6)};
  CHECK(build_value_map(test::make_map(alone), {}).marks.empty());
}

TEST_CASE("pictures of value maps of any size, in any words, have no slips of layout") {
  const auto [size, name] = GENERATE(
      table<std::size_t, const char*>({{0, "F"},
                                       {1, "F"},
                                       {3, "The plan with everything in it that anybody could ever want to have "},
                                       {12, "地域の皆様のための料金"},
                                       {200, "Offering "}}));
  CAPTURE(size, name);
  test::check_chart("value-map", test::chart_content(size, name, 4), size < 100);
}
