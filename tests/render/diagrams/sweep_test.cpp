#include <catch2/catch.hpp>

#include "render/diagrams/sweep_diagram.hpp"
#include "tests/support/chart_maps.hpp"
#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"
#include "tests/support/what_ifs.hpp"

using namespace outmap;

namespace {

/// a and b raise o by 0.4 and 0.2 of its scale; o stands at 2 and should reach 6.
Map two_causes() {
  MapContent content;
  content.title = "Two";
  content.customers = {test::customer("c", 100)};
  content.outcomes = {test::outcome("o", {"c"})};
  content.outcomes[0].importance = 10;
  content.outcomes[0].current = 2;
  content.outcomes[0].target = 6;
  for (const char* id : {"a", "b"}) {
    Initiative one;
    one.id = one.name = id;
    content.initiatives.push_back(one);
    Influence link;
    link.from = id;
    link.to = "o";
    link.weight = id[0] == 'a' ? 0.4 : 0.2;
    content.influences.push_back(link);
  }
  return test::make_map(content);
}

}  // namespace

TEST_CASE("a sweep of one parameter follows each outcome, and tells from where on its target is met") {
  const Map map = two_causes();
  const WhatIfReport report =
      test::what_if(map, "changes: [{act: {b: 0.5}}]\nsweep: [{act: a, from: 0, to: 1, steps: 5}]\n");
  const SweepDiagram diagram = build_sweep(map, report, {});
  CHECK(diagram.x.values == std::vector<double>{0, 0.25, 0.5, 0.75, 1});
  CHECK_FALSE(diagram.y);
  // The gap is 4; b closes 1 of it, a 1 more at each step.
  CHECK(diagram.closed[0] == Approx(25));
  CHECK(diagram.closed[3] == Approx(100));
  REQUIRE(diagram.lines.size() == 1);
  CHECK(diagram.lines[0].places[1] == Approx(0.4));
  CHECK(diagram.lines[0].met_from == std::size_t{3});
  CHECK(text_of(diagram.words.finding) == "Closes most, 100\u00a0%, at 0.75; ‘o’ meets its target from 0.75 on");
}

TEST_CASE("a sweep of two parameters is a grid, with a line round the cells that meet the target") {
  const Map map = two_causes();
  const WhatIfReport report = test::what_if(
      map,
      "changes: [{act: {a: 0}}]\nsweep: [{act: a, from: 0, to: 1, steps: 3}, {act: b, from: 0, to: 1, steps: 2}]\n");
  const SweepDiagram diagram = build_sweep(map, report, {});
  REQUIRE(diagram.y);
  CHECK(diagram.closed_at(0, 0) == Approx(0).margin(1e-9));
  CHECK(diagram.closed_at(0, 1) == Approx(50));
  CHECK(diagram.closed_at(1, 1) == Approx(100));
  CHECK(diagram.target == "o");
  CHECK_FALSE(diagram.met_at(0, 1));
  CHECK(diagram.met_at(0, 2));
  CHECK(diagram.met_at(1, 1));
  CHECK_FALSE(diagram.met_at(1, 0));
}

TEST_CASE("pictures of sweeps have no slips of layout") {
  const auto [size, name, sweep] = GENERATE(table<std::size_t, const char*, const char*>(
      {{1, "I", "[{act: i0, from: 0, to: 1, steps: 2}]"},
       {14, "A name that goes on and on until there is no room for it ", "[{act: i0, from: -1, to: 1, steps: 11}]"},
       {9, "地域の皆様のための取り組み", "[{act: i0, steps: 21}, {act: x1, from: -1, to: 0.3, steps: 30}]"},
       {9, "A name that is long <b>", "[{act: i0, steps: 3}, {act: x1, steps: 2}, {act: i1, steps: 2}]"}}));
  CAPTURE(size, name, sweep);
  const Map map = test::make_map(test::moving_content(size, name, 3));
  const WhatIfReport report = test::what_if(map, std::string("changes: [{act: {i0: 1}}]\nsweep: ") + sweep + "\n");
  DiagramOptions options;
  options.what_ifs = {&report};
  test::check_chart("whatif", map, options, true);
}
