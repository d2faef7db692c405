#include "render/diagrams/trend.hpp"

#include <catch2/catch.hpp>

#include "render/diagrams/chart_dates.hpp"
#include "render/diagrams/trend_diagram.hpp"
#include "render/layout/check.hpp"
#include "render/write/write.hpp"
#include "tests/support/chart_maps.hpp"
#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"
#include "tests/support/styles.hpp"

using namespace outmap;

namespace {

void add_readings(MapContent& content, const char* of, std::vector<double> values) {
  int month = 0;
  for (const double value : values) {
    Reading reading;
    reading.of = of;
    reading.date = test::day("2026-0" + std::to_string(++month) + "-15");
    reading.value = value;
    content.readings.push_back(reading);
  }
}

/// Outcome x rose, y fell, z was read once.
MapContent three_outcomes() {
  MapContent content;
  content.title = "Three";
  content.customers = {test::customer("c")};
  for (const char* id : {"x", "y", "z"}) {
    content.outcomes.push_back(test::outcome(id, {"c"}));
    content.outcomes.back().target = 9;
  }
  add_readings(content, "x", {2, 3, 4, 5, 6});
  add_readings(content, "y", {8, 7, 6, 5, 4});
  add_readings(content, "z", {5});
  return content;
}

}  // namespace

TEST_CASE("trends stand with what worsened first, and tell which way and by how much") {
  const TrendDiagram diagram = build_trend(test::make_map(three_outcomes()), {});
  REQUIRE(diagram.panels.size() == 3);
  CHECK(diagram.panels[0].of == "y");
  CHECK(diagram.panels[0].verdict == "worsened by 4 since Jan 2026");
  CHECK_FALSE(diagram.panels[0].rising);
  CHECK(diagram.panels[1].of == "x");
  CHECK(diagram.panels[1].verdict == "improved by 4 since Jan 2026");
  CHECK(diagram.panels[1].tone == Tone::gain);
  CHECK(diagram.panels[2].verdict == "1 reading: too few to tell");
  CHECK(to_text(diagram.first) == "2026-01-15");
  CHECK(to_text(diagram.last) == "2026-05-15");
  CHECK(text_of(diagram.words.finding) ==
        "1 of 3 measured outcomes improved, 1 worsened (y); none of 3 at its target yet");
}

TEST_CASE("an event stands in the charts of the outcomes that its initiatives close") {
  MapContent content = three_outcomes();
  Initiative initiative;
  initiative.id = initiative.name = "i";
  initiative.status = InitiativeStatus::running;
  initiative.closes = {{"x", 0.5}};
  content.initiatives = {initiative};
  JournalEntry entry;
  entry.kind = JournalKind::strategy;
  entry.of = "i";
  entry.date = test::day("2026-03-01");
  entry.text = "Began";
  content.journals = {entry};
  TrendDiagram diagram = build_trend(test::make_map(content), {});
  REQUIRE(diagram.events.size() == 1);
  CHECK(diagram.events[0].text == "Mar 2026: Began");
  for (const TrendPanel& panel : diagram.panels) CHECK(panel.events.size() == (panel.of == "x" ? 1 : 0));
  number_events(diagram, diagram.panels.size());
  CHECK(diagram.events[0].number == "1");
  const DiagramGraph graph = graph_trend(test::make_map(content), {});
  REQUIRE(graph.edges.size() == 1);
  CHECK(graph.edges[0].to == "x");
}

TEST_CASE("events of neighbouring days all have their numbers, side by side") {
  MapContent content = three_outcomes();
  for (const char* day : {"2026-03-01", "2026-03-02", "2026-03-03"}) {
    JournalEntry entry;
    entry.kind = JournalKind::outcome;
    entry.of = "x";
    entry.date = test::day(day);
    entry.text = "Began";
    content.journals.push_back(entry);
  }
  const Scene scene = draw_trend(test::make_map(content), {}, test::light());
  CHECK(find_layout_faults(scene) == std::vector<std::string>{});
  const std::string svg = write_svg(scene, test::fonts(), {FontEmbedding::none, 1});
  for (const char* number : {">1</text>", ">2</text>", ">3</text>"}) {
    std::size_t times = 0;
    for (std::size_t at = svg.find(number); at != std::string::npos; at = svg.find(number, at + 1)) ++times;
    CHECK(times >= 2);  // at the chart, and in the list below
  }
}

TEST_CASE("with the focus on an outcome its trend stands alone; what has no readings cannot be drawn") {
  const Map map = test::make_map(three_outcomes());
  DiagramOptions options;
  options.focus = "x";
  CHECK(build_trend(map, options).panels.size() == 1);
  options.focus = "c";
  CHECK_THROWS_AS(build_trend(map, options), CannotDraw);
  MapContent empty;
  empty.title = "Empty";
  CHECK(build_trend(test::make_map(empty), {}).nothing.what == "No readings yet");
}

TEST_CASE("ticks of time are first days of months, evenly spaced") {
  CHECK(month_words(test::day("2026-05-09")) == "May 2026");
  const auto texts = [](const char* from, const char* to, std::size_t most) {
    std::vector<std::string> days;
    for (const Date date : month_ticks(test::day(from), test::day(to), most)) days.push_back(to_text(date));
    return days;
  };
  CHECK(texts("2026-01-15", "2026-04-02", 4) == std::vector<std::string>{"2026-02-01", "2026-03-01", "2026-04-01"});
  CHECK(texts("2025-02-10", "2026-06-01", 4) == std::vector<std::string>{"2025-07-01", "2026-01-01"});
  CHECK(texts("2026-01-15", "2026-01-20", 4).empty());
  CHECK(texts("1990-01-01", "2026-01-01", 4).size() <= 4);
}

TEST_CASE("pictures of trends of any size, in any words, have no slips of layout") {
  const auto [size, name] = GENERATE(
      table<std::size_t, const char*>({{0, "O"},
                                       {1, "O"},
                                       {3, "The appointment is within three days of the call, whoever answers "},
                                       {12, "地域の皆様のための予約"},
                                       {200, "Outcome "}}));
  CAPTURE(size, name);
  test::check_chart("trend", test::chart_content(size, name, 5), size < 100);
}
