#include "render/diagrams/ladder.hpp"

#include <catch2/catch.hpp>

#include "render/diagrams/ladder_diagram.hpp"
#include "tests/support/chart_maps.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;

namespace {

Offering offering(const char* id, double price, double worth) {
  Offering made;
  made.id = made.name = id;
  made.price = price;
  made.perceived_value = PerceivedValue{worth, 4.0, 2.0, 3.0};
  return made;
}

LadderDiagram ladder_of(std::vector<Offering> offerings) {
  MapContent content;
  content.title = "Ladder";
  content.currency = "EUR";
  content.offerings = std::move(offerings);
  return build_ladder(test::make_map(content), {});
}

}  // namespace

TEST_CASE("the picture of a ladder tells what each step gives and which give too little") {
  const LadderDiagram diagram =
      ladder_of({offering("c", 40, 8), offering("a", 10, 5), offering("b", 20, 5.5), offering("d", 60, 7)});
  REQUIRE(diagram.rungs.size() == 4);
  CHECK(diagram.rungs[0].id == "a");
  CHECK(diagram.rungs[0].net == Approx(4));
  CHECK(diagram.rungs[0].step == "the first step");
  CHECK(diagram.rungs[1].fault == "too close to a: +0.5");
  CHECK(diagram.rungs[2].fault.empty());
  CHECK(diagram.rungs[2].step == "+2.5 for €20 more");
  CHECK(diagram.rungs[3].fault == "worth less than c");
  CHECK(text_of(diagram.words.finding) == "2 of 3 steps up add too little: b is too close to a: +0.5, and 1 more");
}

TEST_CASE("a dearer offering that is worth the same is no better, not worth less") {
  const LadderDiagram diagram = ladder_of({offering("a", 10, 5), offering("b", 20, 5)});
  CHECK(diagram.rungs[1].fault == "no better than a");
}

TEST_CASE("a sound ladder, one rung and none are told as such; too many rungs are, too") {
  CHECK(text_of(ladder_of({offering("a", 1, 2), offering("b", 2, 5)}).words.finding) ==
        "Every rung is clearly better than the one below it");
  CHECK(text_of(ladder_of({offering("a", 1, 2)}).words.finding) ==
        "One rung is no ladder yet: there is nothing to step up to");
  CHECK(ladder_of({}).nothing.what == "No offerings to compare yet");
  std::vector<Offering> many;
  for (const char* id : {"a", "b", "c", "d", "e", "f"})
    many.push_back(offering(id, 10.0 * static_cast<double>(many.size()), 1.5 * static_cast<double>(many.size())));
  CHECK(text_of(ladder_of(many).words.finding).ends_with("; 6 rungs are more than the 5 that people choose between"));
}

TEST_CASE("pictures of ladders of any size, in any words, have no slips of layout") {
  const auto [size, name] = GENERATE(
      table<std::size_t, const char*>({{0, "F"},
                                       {1, "F"},
                                       {3, "The plan with everything in it that anybody could ever want to have "},
                                       {12, "地域の皆様のための料金"},
                                       {200, "Offering "}}));
  CAPTURE(size, name);
  test::check_chart("ladder", test::chart_content(size, name, 2), size < 100);
}
