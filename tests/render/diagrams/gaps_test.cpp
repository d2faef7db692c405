#include "render/diagrams/gaps.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "render/diagrams/gaps_diagram.hpp"
#include "render/layout/check.hpp"
#include "render/write/write.hpp"
#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"
#include "tests/support/styles.hpp"

using namespace outmap;
using test::fonts;

namespace {

Style themed(const char* name) { return {*find_theme(name), fonts()}; }

/// Three customers; outcomes with whole and missing numbers, so that many share a place.
MapContent random_outcomes(std::size_t size, const std::string& name, unsigned seed) {
  std::mt19937 random(seed);
  MapContent content;
  content.title = "Random";
  content.customers = {test::customer("a", 100), test::customer("b", 40), test::customer("c", 3)};
  for (Customer& customer : content.customers)
    if (seed % 2 == 0) customer.firm_value = 10.0 + static_cast<double>(random() % 90);
  for (std::size_t at = 0; at < size; ++at) {
    Outcome made = test::outcome("o" + std::to_string(at), {Id(1, static_cast<char>('a' + random() % 3))});
    made.name = name + std::to_string(at);
    const auto number = [&]() -> std::optional<double> {
      if (random() % 12 == 0) return std::nullopt;
      return static_cast<double>(random() % 11);
    };
    made.importance = number();
    made.current = number();
    made.target = number();
    content.outcomes.push_back(made);
  }
  return content;
}

std::vector<std::string> names_of(const GapsDiagram& diagram) {
  std::vector<std::string> names;
  for (const GapPoint& point : diagram.points) names.push_back(point.id);
  return names;
}

void collect(const std::vector<Shape>& shapes, std::vector<const Group*>& groups) {
  for (const Shape& shape : shapes) {
    const auto* group = std::get_if<Group>(&shape);
    if (group == nullptr) continue;
    groups.push_back(group);
    collect(group->shapes, groups);
  }
}

}  // namespace

TEST_CASE("the picture of gaps tells the clinic's outcomes in the order of the report") {
  const Map map = test::make_map(test::clinic());
  const GapReport report = find_gaps(map);
  const GapsDiagram diagram = build_gaps(map, {});
  REQUIRE(diagram.points.size() == report.rows.size());
  double total = 0;
  for (const GapRow& row : report.rows) total += row.priority.value_or(0);
  REQUIRE(diagram.head > 0);
  double carried = 0;
  for (std::size_t at = 0; at < diagram.head; ++at) carried += *report.rows[at].priority;
  CHECK(diagram.head_share == Approx(carried / total));
  for (std::size_t at = 0; at < diagram.points.size(); ++at) {
    CHECK(diagram.points[at].id == report.rows[at].id);
    CHECK(diagram.points[at].rank == at + 1);
    CHECK((diagram.points[at].standing == GapStanding::head) == (at < diagram.head));
  }
}

TEST_CASE("the head is the fewest that carry half of the priority, unless that takes too many") {
  MapContent content;
  content.title = "Even";
  content.customers = {test::customer("a")};
  for (int at = 0; at < 12; ++at) {
    content.outcomes.push_back(test::outcome("o" + std::to_string(10 + at), {"a"}));
    content.outcomes.back().importance = 5;
    content.outcomes.back().current = 2;
    content.outcomes.back().target = at == 0 ? 10 : 3;
  }
  // 40 of 40 + 11 x 5 = 95: the first carries 42 %, with the next two 53 %.
  const GapsDiagram steep = build_gaps(test::make_map(content), {});
  CHECK(steep.head == 3);
  CHECK(text_of(steep.words.finding).starts_with("3 of 12 outcomes carry 53\u00a0% of the priority: o10;"));
  content.outcomes[0].target = 3;
  const GapsDiagram even = build_gaps(test::make_map(content), {});
  CHECK(even.head == 3);
  CHECK(text_of(even.words.finding) ==
        "It takes 6 of 12 outcomes to carry half of the priority; the first 3 carry 25\u00a0%: o10; o11; o12");
}

TEST_CASE("where no gap is open, or none is known, the picture says so") {
  MapContent content;
  content.title = "Done";
  CHECK(build_gaps(test::make_map(content), {}).points.empty());
  content.customers = {test::customer("a")};
  content.outcomes = {test::outcome("x", {"a"})};
  CHECK(text_of(build_gaps(test::make_map(content), {}).words.finding) ==
        "Nothing can be ranked yet: give outcomes an importance, a level today and a target");
  content.outcomes[0].importance = 8;
  content.outcomes[0].current = 7;
  content.outcomes[0].target = 6;
  const GapsDiagram met = build_gaps(test::make_map(content), {});
  CHECK(text_of(met.words.finding) == "The target is met");
  CHECK(met.points[0].standing == GapStanding::met);
  CHECK(met.points[0].instead == "none: 1 beyond target");
  content.outcomes[0].target = 9;
  CHECK(text_of(build_gaps(test::make_map(content), {}).words.finding) == "Below its target: x");
}

TEST_CASE("with the focus on a holder the picture is of their outcomes, at their own levels") {
  MapContent content;
  content.title = "Two";
  content.customers = {test::customer("a"), test::customer("b")};
  content.outcomes = {test::outcome("x", {"a", "b"}), test::outcome("y", {"b"})};
  for (Outcome& outcome : content.outcomes) {
    outcome.importance = 8;
    outcome.current = 2;
    outcome.target = 6;
  }
  content.outcomes[0].holders.list[0].current = 5;
  DiagramOptions options;
  options.focus = "a";
  const GapsDiagram diagram = build_gaps(test::make_map(content), options);
  REQUIRE(names_of(diagram) == std::vector<std::string>{"x"});
  CHECK(diagram.points[0].now == 0.5);
  options.focus = "x";
  CHECK_THROWS_AS(build_gaps(test::make_map(content), options), CannotDraw);
}

TEST_CASE("of many outcomes the first twenty are named, and what is left out is said") {
  const Map map = test::make_map(random_outcomes(200, "Outcome ", 3));
  const GapsDiagram diagram = build_gaps(map, {});
  CHECK(diagram.points.size() == 200);
  CHECK(diagram.named >= 20);
  CHECK(diagram.rest.starts_with(std::to_string(200 - diagram.named) + " more carry"));
  DiagramOptions options;
  options.top = 9;
  CHECK(build_gaps(map, options).named == 9);
  options.everything = true;
  CHECK(build_gaps(map, options).named == 200);
  CHECK(find_layout_faults(draw_gaps(map, options, themed("light"))) == std::vector<std::string>{});
}

TEST_CASE("pictures of gaps of any size, in any words, have no slips of layout") {
  const auto [size, name] = GENERATE(table<std::size_t, const char*>(
      {{0, "O"},
       {1, "O"},
       {2, "The appointment is within three days of the call whoever answers the telephone "},
       {12, "地域の皆様のための予約がすぐに取れること"},
       {20, "Ok"},
       {21, "Answered the same day "},
       {200, "Outcome number "}}));
  for (unsigned seed = 1; seed <= 3; ++seed) {
    const Map map = test::make_map(random_outcomes(size, name, seed));
    for (const char* theme : {"light", "dark", "print"})
      for (const Page page : {Page::slide, Page::a4_landscape, Page::a4_portrait}) {
        CAPTURE(size, name, seed, theme, static_cast<int>(page));
        DiagramOptions options;
        options.page = page;
        CHECK(find_layout_faults(draw_gaps(map, options, themed(theme))) == std::vector<std::string>{});
      }
  }
}

TEST_CASE("every outcome's mark and row carry its id, kind and numbers in words") {
  const Map map = test::make_map(random_outcomes(30, "Outcome ", 2));
  const Scene scene = draw_gaps(map, {}, themed("light"));
  std::vector<const Group*> groups;
  collect(scene.shapes, groups);
  for (const GapPoint& point : build_gaps(map, {}).points) {
    const auto of_it = [&](const Group* group) { return group->data_id == point.id; };
    const auto shown = std::count_if(groups.begin(), groups.end(), of_it);
    const bool on_plane = point.importance && point.satisfaction;
    CAPTURE(point.id);
    CHECK(shown == (on_plane ? 1 : 0) + (point.rank <= 20 ? 1 : 0));
  }
  for (const Group* group : groups)
    if (!group->data_id.empty()) {
      CHECK(group->kind == "outcome");
      CHECK(group->title.find(":") != std::string::npos);
    }
}

TEST_CASE("the picture of gaps does not depend on the order of the file") {
  MapContent content = random_outcomes(40, "Outcome ", 8);
  const auto svg = [&] {
    return write_svg(draw_gaps(test::make_map(content), {}, themed("light")), fonts(), {FontEmbedding::none, 1});
  };
  const std::string first = svg();
  std::reverse(content.outcomes.begin(), content.outcomes.end());
  CHECK(svg() == first);
}
