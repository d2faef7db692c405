#include "render/diagrams/whatif.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "render/diagrams/whatif_compare.hpp"
#include "render/diagrams/whatif_diagram.hpp"
#include "render/layout/whatif/whatif_layout.hpp"
#include "render/write/write.hpp"
#include "tests/support/chart_maps.hpp"
#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"
#include "tests/support/styles.hpp"
#include "tests/support/what_ifs.hpp"

using namespace outmap;

namespace {

Influence link(const char* from, const char* to, double weight, double confidence = 0.5) {
  Influence made;
  made.from = from;
  made.to = to;
  made.weight = weight;
  made.confidence = confidence;
  return made;
}

Outcome measured(const char* id, double now, double target, Direction direction = Direction::more) {
  Outcome made = test::outcome(id, {"c"});
  made.importance = 10;
  made.current = now;
  made.target = target;
  made.direction = direction;
  return made;
}

/// a raises f by half, f raises `good` by 0.8 and `wait`, of which less is better, by 0.4.
MapContent chain() {
  MapContent content;
  content.title = "Chain";
  content.customers = {test::customer("c", 100)};
  content.outcomes = {measured("good", 2, 6), measured("wait", 3, 1, Direction::less), measured("calm", 5, 9)};
  Initiative a;
  a.id = a.name = "a";
  content.initiatives = {a};
  Factor f;
  f.id = f.name = "f";
  content.factors = {f};
  content.influences = {link("a", "f", 0.5), link("f", "good", 0.8), link("f", "wait", 0.4)};
  return content;
}

const OutcomeNode& node(const WhatIfDiagram& diagram, const char* id) {
  return *std::ranges::find(diagram.map.nodes, id, &OutcomeNode::id);
}

}  // namespace

TEST_CASE("a what-if picture tells how far each node moves, and whether that helps") {
  const Map map = test::make_map(chain());
  const WhatIfReport report = test::what_if(map, "name: Try\nlikelihood: plausible\nchanges: [{act: {a: 1}}]\n");
  const WhatIfDiagram diagram = build_whatif(map, report, {});
  CHECK(diagram.words.title == "What if: Try");
  CHECK(node(diagram, "a").change->held);
  CHECK(node(diagram, "f").change->words == "+50\u00a0%");
  CHECK(node(diagram, "good").change->words == "+40\u00a0%");
  CHECK(node(diagram, "good").change->effect == OutcomeChange::Effect::better);
  CHECK(node(diagram, "wait").change->words == "+20\u00a0%");
  CHECK(node(diagram, "wait").change->effect == OutcomeChange::Effect::worse);
  CHECK(std::ranges::count(diagram.map.nodes, std::string("calm"), &OutcomeNode::id) == 0);
  const auto passed = [&](const char* to) {
    return *std::ranges::find_if(diagram.map.edges, [&](const OutcomeEdge& edge) {
              return diagram.map.nodes[edge.to].id == to;
            })->passed;
  };
  CHECK(passed("f") == Approx(0.5));
  CHECK(passed("good") == Approx(0.4));
}

TEST_CASE("rows of a what-if begin with what falls, and leave out what stays") {
  const Map map = test::make_map(chain());
  const WhatIfReport report = test::what_if(map, "changes: [{act: {a: 1}}]\n");
  const WhatIfDiagram diagram = build_whatif(map, report, {});
  REQUIRE(diagram.rows.size() == 2);
  CHECK(diagram.rows[0].id == "wait");
  CHECK(diagram.rows[0].fate == OutcomeFate::fell);
  CHECK(diagram.rows[0].levels == "3 → 5");
  CHECK(diagram.rows[1].fate == OutcomeFate::met);
  CHECK(diagram.rows[1].verdict == "target 6 met");
  CHECK(diagram.rows[1].after == Approx(0.6));
  CHECK(diagram.unchanged == 1);
  REQUIRE(diagram.because);
  CHECK(diagram.because->names == std::vector<std::string>{"a", "f", "wait"});
}

TEST_CASE("where less is better, bars of a what-if run towards less") {
  const Map map = test::make_map(chain());
  const WhatIfReport report =
      test::what_if(map, "changes: [{act: {a: 1}}]\nuncertainty: {runs: 40, seed: 1, spread: 0.5}\n");
  const auto rows = whatif_rows(map, LevelTable(map, as_of(map)), report);
  const auto wait = std::ranges::find(rows, std::string("wait"), &WhatIfRow::id);
  REQUIRE(wait != rows.end());
  CHECK(wait->before == Approx(0.7));
  CHECK(wait->target == Approx(0.9));
  CHECK(wait->after == Approx(0.5));
  REQUIRE((wait->low && wait->high));
  CHECK(*wait->low < *wait->high);
  CHECK_FALSE(build_whatif(map, report, {}).axis);  // of numbers, it would run the other way
}

TEST_CASE("an outcome that is taken out is told as gone, not as met") {
  const Map map = test::make_map(chain());
  const WhatIfReport report = test::what_if(map, "changes: [{remove: [good]}]\n");
  const auto rows = whatif_rows(map, LevelTable(map, as_of(map)), report);
  const auto gone = std::ranges::find(rows, std::string("good"), &WhatIfRow::id);
  REQUIRE(gone != rows.end());
  CHECK(gone->fate == OutcomeFate::gone);
  CHECK_FALSE(gone->reaches());
}

TEST_CASE("a scenario that runs away has no levels and names the loop") {
  MapContent content = chain();
  content.influences.push_back(link("good", "f", 1));
  content.influences[1].weight = 1;
  const Map map = test::make_map(content);
  const WhatIfDiagram diagram = build_whatif(map, test::what_if(map, "changes: [{act: {a: 1}}]\n"), {});
  CHECK_FALSE(diagram.projected);
  CHECK(diagram.rows.empty());
  CHECK(diagram.trouble.find("f") != std::string::npos);
  CHECK(diagram.words.bar == Tone::loss);
  CHECK(diagram.directions == "how far cannot be told");
  const std::string svg =
      write_svg(lay_out_whatif(diagram, {}, test::light()), test::fonts(), {FontEmbedding::none, 1});
  CHECK(svg.find("Which way it pushes") != std::string::npos);
  CHECK(svg.find("direction-good") != std::string::npos);
  CHECK(svg.find(">worse</text>") != std::string::npos);  // of 'wait' there should be less
}

TEST_CASE("a scenario without levels stands below the others, not beside them, unless all are without") {
  MapContent content = chain();
  content.influences.push_back(link("good", "f", 1));
  content.influences[1].weight = 1;
  const Map map = test::make_map(content);
  const WhatIfReport away = test::what_if(map, "name: Away\nlikelihood: probable\nchanges: [{act: {a: 1}}]\n");
  const WhatIfReport still = test::what_if(map, "name: Still\nchanges: [{set: {calm.current: 9}}]\n");
  REQUIRE(away.verdict == FcmVerdict::runaway_loop);
  DiagramOptions options;
  options.what_ifs = {&away, &still};
  const WhatIfComparison both = build_comparison(map, options);
  REQUIRE(both.scenarios.size() == 1);
  CHECK(both.scenarios[0].name == "Still");
  REQUIRE(both.unsettled.size() == 1);
  CHECK(both.unsettled[0].name == "Away");
  for (const ComparedOutcome& outcome : both.outcomes) CHECK(outcome.cells.size() == 1);
  test::check_chart("whatif", map, options, true);
  options.what_ifs = {&away, &away};
  const WhatIfComparison none = build_comparison(map, options);
  CHECK(none.scenarios.size() == 2);
  CHECK(none.unsettled.empty());
}

TEST_CASE("several scenarios stand side by side, the probable ones first") {
  const Map map = test::make_map(chain());
  const WhatIfReport far = test::what_if(map, "name: Far\nlikelihood: possible\nchanges: [{act: {a: 1}}]\n");
  const WhatIfReport near = test::what_if(map, "name: Near\nlikelihood: probable\nchanges: [{act: {a: 0.5}}]\n");
  const WhatIfReport other = test::what_if(map, "name: Other\nchanges: [{set: {calm.current: 9}}]\n");
  DiagramOptions options;
  options.what_ifs = {&other, &far, &near};
  const WhatIfComparison comparison = build_comparison(map, options);
  REQUIRE(comparison.scenarios.size() == 3);
  CHECK(comparison.scenarios[0].name == "Near");
  CHECK(comparison.scenarios[1].name == "Far");
  CHECK(comparison.scenarios[2].likelihood.empty());
  CHECK(comparison.scenarios[1].met == 1);
  CHECK(comparison.scenarios[1].targets == 3);
  REQUIRE(comparison.outcomes.size() == 3);
  const auto good = std::ranges::find(comparison.outcomes, std::string("good"), &ComparedOutcome::id);
  CHECK(good->today == "now 2, target 6");
  CHECK(good->cells[0].after == Approx(0.4));
  CHECK(good->cells[1].after == Approx(0.6));
  CHECK(good->cells[2].fate == OutcomeFate::still);
  test::check_chart("whatif", map, options, true);
}

TEST_CASE("twelve scenarios with long names have no slips of layout") {
  const Map map = test::make_map(test::moving_content(14, "An outcome with a name that is long ", 4));
  std::vector<WhatIfReport> reports;
  for (int at = 0; at < 12; ++at) {
    const std::string number = std::to_string(at);
    reports.push_back(test::what_if(map, "name: A scenario that somebody called <something> & \"more\" " + number +
                                             "\nlikelihood: " + (at % 2 == 0 ? "possible" : "probable") +
                                             "\nchanges: [{act: {i" + number +
                                             ": 1, x1: 0.7}}]\nuncertainty: {runs: 40}\n"));
  }
  DiagramOptions options;
  for (const WhatIfReport& report : reports) options.what_ifs.push_back(&report);
  test::check_chart("whatif", map, options, true);
}

TEST_CASE("without scenarios there is nothing to draw") {
  const Map map = test::make_map(chain());
  CHECK_THROWS_AS(graph_whatif(map, {}), CannotDraw);
}

TEST_CASE("pictures of a scenario of any size, in any words, have no slips of layout") {
  const auto [size, name] = GENERATE(table<std::size_t, const char*>(
      {{1, "I"},
       {2, "A first step towards an answer that reaches everybody on the very same day "},
       {12, "地域の皆様のための取り組み"},
       {24, "<b>&\"Initiative' "}}));
  for (unsigned seed = 1; seed <= 2; ++seed) {
    CAPTURE(size, name, seed);
    const Map map = test::make_map(test::moving_content(size, name, seed));
    const WhatIfReport report =
        test::what_if(map, std::string("name: '") + (size == 2 ? name : "Try") + "'\nchanges: [{act: {i0: 1" +
                               (size > 2 ? ", i1: -0.5, x0: 0.8" : "") + "}}]\nuncertainty: {runs: 40, seed: 3}\n");
    DiagramOptions options;
    options.what_ifs = {&report};
    test::check_chart("whatif", map, options, true);
    test::check_chart("sensitivity", map, options, true);
  }
}
