#include "render/diagrams/portfolio.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "render/diagrams/portfolio_diagram.hpp"
#include "tests/support/chart_maps.hpp"
#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;

namespace {

Initiative initiative(const char* id, double cost, double closes) {
  Initiative made;
  made.id = made.name = id;
  made.cost = cost;
  made.closes = {{"o", closes}};
  return made;
}

/// One outcome with priority 100 x 1 x 0.5 x 1 = 50.
MapContent one_outcome() {
  MapContent content;
  content.title = "One";
  content.currency = "EUR";
  content.customers = {test::customer("c")};
  content.outcomes = {test::outcome("o", {"c"})};
  content.outcomes[0].importance = 10;
  content.outcomes[0].current = 2;
  content.outcomes[0].target = 7;
  return content;
}

PortfolioDiagram portfolio_of(const MapContent& content, std::optional<double> budget = {}) {
  DiagramOptions options;
  options.budget = budget;
  return build_portfolio(test::make_map(content), options);
}

}  // namespace

TEST_CASE("the picture of a portfolio tells the front, the plan and what each brings") {
  MapContent content = one_outcome();
  content.initiatives = {initiative("a", 10000, 0.5), initiative("b", 20000, 0.5), initiative("d", 90000, 0.2)};
  const PortfolioDiagram diagram = portfolio_of(content, 40000);
  CHECK(diagram.share == Approx(0.75));
  REQUIRE(diagram.rows.size() == 2);
  CHECK(diagram.rows[0].alone == Approx(50));
  CHECK(diagram.rows[0].adds == Approx(25));
  REQUIRE(diagram.left_out.size() == 1);
  CHECK(diagram.left_out[0].reason == "costs more than the whole budget");
  // Nothing, a, a and b, all three; half of 30,000 buys a.
  REQUIRE(diagram.steps.size() == 4);
  CHECK(diagram.steps[1].name == "+ a");
  CHECK(diagram.steps[2].chosen);
  CHECK(diagram.half == std::size_t{1});
  CHECK(
      text_of(diagram.words.finding) ==
      "€30k closes 75\u00a0% of the priority; half of that money would close 50\u00a0%; €90k more would add 5\u00a0%");
}

TEST_CASE("without a budget the picture takes half of what could still be chosen, and says so") {
  MapContent content = one_outcome();
  content.initiatives = {initiative("a", 10000, 0.5), initiative("b", 20000, 0.5), initiative("d", 90000, 0.1)};
  content.initiatives[2].status = InitiativeStatus::stopped;
  CHECK(usual_budget(test::make_map(content)) == 15000);
  content.initiatives.pop_back();
  content.initiatives[1].cost = std::nullopt;  // what is left costs 10,000, and half of it would buy nothing
  CHECK(usual_budget(test::make_map(content)) == 10000);
  content.initiatives[1].cost = 20000;
  const PortfolioDiagram diagram = portfolio_of(content);
  CHECK(diagram.budget == 15000);
  CHECK(diagram.words.question.find("No budget was given") != std::string::npos);
  CHECK(portfolio_of(content, 15000).words.question.find("No budget was given") == std::string::npos);
  REQUIRE(diagram.rows.size() == 1);
  CHECK(diagram.rows[0].id == "a");
}

TEST_CASE("a plan says what needs and what rules out what") {
  MapContent content = one_outcome();
  content.initiatives = {initiative("a", 10, 0.5), initiative("b", 20, 0.4), initiative("d", 30, 0.1)};
  content.initiatives[1].prerequisites = {"a"};
  content.initiatives[1].excludes = {"d"};
  const PortfolioDiagram diagram = portfolio_of(content, 60);
  REQUIRE(diagram.rows.size() == 2);
  const auto row = [&](const char* id) { return *std::ranges::find(diagram.rows, id, &PlanRow::id); };
  CHECK(row("b").note == "needs a · rules out d");
  REQUIRE(diagram.left_out.size() == 1);
  CHECK(diagram.left_out[0].reason == "ruled out by b");
  const DiagramGraph graph = graph_portfolio(test::make_map(content), {});
  CHECK(std::ranges::count(graph.edges, std::string("requires"), &GraphEdge::role) == 1);
}

TEST_CASE("where nothing can be chosen the picture says what is missing") {
  MapContent content = one_outcome();
  CHECK(portfolio_of(content).nothing.what == "No initiative can be chosen yet");
  content.outcomes[0].target = 2;
  content.initiatives = {initiative("a", 10, 0.5)};
  CHECK(portfolio_of(content).nothing.what == "No gap has a priority yet");
  content.outcomes[0].target = 7;
  const PortfolioDiagram poor = portfolio_of(content, 5);
  CHECK(poor.rows.empty());
  CHECK(text_of(poor.words.finding) == "Nothing that helps fits into €5; €10 would close 50\u00a0%");
}

TEST_CASE("pictures of portfolios of any size, in any words, have no slips of layout") {
  const auto [size, name] = GENERATE(table<std::size_t, const char*>(
      {{0, "I"},
       {1, "I"},
       {2, "A first step towards an answer that reaches everybody on the very same day "},
       {12, "地域の皆様のための取り組み"},
       {24, "Initiative "}}));
  for (unsigned seed = 1; seed <= 2; ++seed) {
    CAPTURE(size, name, seed);
    test::check_chart("portfolio", test::chart_content(size, name, seed), true);
  }
}
