#include "render/diagrams/sensitivity.hpp"

#include <catch2/catch.hpp>

#include "render/diagrams/sensitivity_diagram.hpp"
#include "tests/support/chart_maps.hpp"
#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"
#include "tests/support/what_ifs.hpp"

using namespace outmap;

namespace {

/// One outcome at 2 with target 6, raised by a with weight 0.2: half of the gap is closed.
Map one_link(double confidence) {
  MapContent content;
  content.title = "One";
  content.customers = {test::customer("c", 100)};
  content.outcomes = {test::outcome("o", {"c"})};
  content.outcomes[0].importance = 10;
  content.outcomes[0].current = 2;
  content.outcomes[0].target = 6;
  Initiative a;
  a.id = a.name = "a";
  content.initiatives = {a};
  Influence link;
  link.from = "a";
  link.to = "o";
  link.weight = 0.2;
  link.confidence = confidence;
  content.influences = {link};
  return test::make_map(content);
}

}  // namespace

TEST_CASE("a tornado's bar goes from the result at the lowest weight to that at the highest") {
  const Map map = one_link(0.75);
  // Spread 0.2 x 2 x 0.25 = 0.1: weights 0.1 to 0.3, of a gap of 0.4; so 25 % to 75 % are closed.
  const WhatIfReport report = test::what_if(map, "changes: [{act: {a: 1}}]\nuncertainty: {runs: 20, spread: 0.2}\n");
  DiagramOptions options;
  options.what_ifs = {&report};
  const SensitivityDiagram diagram = build_sensitivity(map, options);
  REQUIRE(diagram.parts.size() == 1);
  REQUIRE(diagram.parts[0].rows.size() == 1);
  const SensitivityRow& row = diagram.parts[0].rows[0];
  CHECK(diagram.parts[0].base == "closes 50\u00a0%");
  CHECK(row.less.moved == Approx(-25));
  CHECK(row.more.moved == Approx(25));
  CHECK(row.less.weight == "0.1");
  CHECK(row.more.weight == "0.3");
  CHECK(row.score == Approx(50 * 0.25));
  CHECK(text_of(diagram.words.finding) == "Test first: a → o; it moves the result by 50 points (confidence 0.75)");
}

TEST_CASE("where every influence is certain there is nothing to test") {
  const Map map = one_link(1);
  const WhatIfReport report = test::what_if(map, "changes: [{act: {a: 1}}]\n");
  DiagramOptions options;
  options.what_ifs = {&report};
  CHECK(build_sensitivity(map, options).parts[0].rows.empty());
  test::check_chart("sensitivity", map, options);
}

TEST_CASE("what a scenario takes out keeps its name") {
  MapContent content = one_link(0.5).content();
  content.initiatives[0].name = "Night desk";
  content.initiatives[0].status = InitiativeStatus::running;
  const Map map = test::make_map(content);
  const WhatIfReport report = test::what_if(map, "changes: [{remove: [a]}]\n");
  DiagramOptions options;
  options.what_ifs = {&report};
  const SensitivityDiagram diagram = build_sensitivity(map, options);
  REQUIRE(!diagram.parts[0].rows.empty());
  CHECK(diagram.parts[0].rows[0].cause == "Night desk");
  CHECK(diagram.parts[0].rows[0].effect == "o");
}

TEST_CASE("several scenarios have a tornado each, on one scale") {
  const Map map = test::make_map(test::moving_content(12, "A long name for something small ", 5));
  const WhatIfReport one = test::what_if(map, "name: One\nchanges: [{act: {i0: 1, x0: 1}}]\n");
  const WhatIfReport two = test::what_if(map, "name: Two\nchanges: [{act: {i1: 1, x1: -1}}]\n");
  DiagramOptions options;
  options.what_ifs = {&one, &two, &one, &two, &one};
  const SensitivityDiagram diagram = build_sensitivity(map, options);
  CHECK(diagram.parts.size() == 4);
  CHECK(diagram.more_parts == 1);
  test::check_chart("sensitivity", map, options, true);
}

TEST_CASE("of several scenarios that is tested first which moves most and is least sure, and it is the example") {
  const Map map = one_link(0.5);
  const WhatIfReport small = test::what_if(map, "name: Small\nchanges: [{act: {a: 0.1}}]\n");
  const WhatIfReport large = test::what_if(map, "name: Large\nchanges: [{act: {a: 1}}]\n");
  DiagramOptions options;
  options.what_ifs = {&small, &large};
  const SensitivityDiagram diagram = build_sensitivity(map, options);
  REQUIRE(diagram.parts.size() == 2);
  REQUIRE(diagram.parts[0].rows.front().score < diagram.parts[1].rows.front().score);
  CHECK(text_of(diagram.words.finding).find("of ‘Large’") != std::string::npos);
  CHECK(diagram.example.starts_with("In ‘Large’"));
}

TEST_CASE("scenarios with nothing to test stand in notes, with one, two and three others") {
  const Map map = test::make_map(test::moving_content(12, "Something small ", 5));
  const WhatIfReport one = test::what_if(map, "name: One\nchanges: [{act: {i0: 1, x0: 1}}]\n");
  const WhatIfReport none = test::what_if(map, "name: None\nchanges: [{act: {i0: 0}}]\n");
  REQUIRE(none.assumptions.empty());
  for (const std::size_t others : {1, 2, 3}) {
    DiagramOptions options;
    options.what_ifs.assign(others, &one);
    options.what_ifs.push_back(&none);
    CHECK(build_sensitivity(map, options).parts.back().rows.empty());
    test::check_chart("sensitivity", map, options, true);
  }
}
