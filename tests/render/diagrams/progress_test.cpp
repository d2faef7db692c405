#include "render/diagrams/progress.hpp"

#include <catch2/catch.hpp>

#include "render/diagrams/progress_diagram.hpp"
#include "tests/support/chart_maps.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;

namespace {

Reading reading(const char* of, const char* date, MarkerLevel level) {
  Reading made;
  made.of = of;
  made.date = test::day(date);
  made.value = level;
  return made;
}

MapContent two_partners() {
  MapContent content;
  content.title = "Two";
  for (const char* id : {"a", "b", "bare"}) {
    Partner partner;
    partner.id = partner.name = id;
    if (content.partners.size() < 2) {
      ProgressMarker marker;
      marker.id = std::string(id) + "-1";
      marker.statement = "Does it";
      partner.progress_markers.expect = {marker};
    }
    content.partners.push_back(partner);
  }
  return content;
}

}  // namespace

TEST_CASE("ladders on which a marker fell come first, with what each marker gained and lost") {
  MapContent content = two_partners();
  content.readings = {reading("a-1", "2026-01-01", MarkerLevel::medium), reading("a-1", "2026-03-01", MarkerLevel::low),
                      reading("b-1", "2026-01-01", MarkerLevel::low), reading("b-1", "2026-03-01", MarkerLevel::high)};
  const ProgressDiagram diagram = build_progress(test::make_map(content), {});
  REQUIRE(diagram.ladders.size() == 2);
  CHECK(diagram.ladders[0].partner == "a");
  const MarkerSteps& up = diagram.ladders[1].parts[2].markers.at(0);
  CHECK(up.now == 3);
  CHECK(up.before == 1);
  CHECK(up.move == MarkerMove::up);
  CHECK(up.when == "Mar 2026");
  CHECK(diagram.ladders[1].reached == Approx(1));
  const MarkerSteps& down = diagram.ladders[0].parts[2].markers.at(0);
  CHECK(down.now == 1);
  CHECK(down.before == 2);
  CHECK(text_of(diagram.words.finding) ==
        "1 of 2 markers moved up since their first reading, 1 down; most at b: 1 of 1");
  CHECK(diagram.words.note == "Without markers: bare");
}

TEST_CASE("since a day: what moved before it does not count") {
  MapContent content = two_partners();
  content.readings = {reading("a-1", "2026-01-01", MarkerLevel::low), reading("a-1", "2026-02-01", MarkerLevel::high),
                      reading("a-1", "2026-04-01", MarkerLevel::high)};
  DiagramOptions options;
  options.since = test::day("2026-03-01");
  const ProgressDiagram diagram = build_progress(test::make_map(content), options);
  CHECK(diagram.ladders[0].parts[2].markers.at(0).move == MarkerMove::unchanged);
  CHECK(text_of(diagram.words.finding)
            .starts_with("0 of the 1 markers read so far (2 in all) moved up since 1 March 2026"));
}

TEST_CASE("without readings or markers the picture says what to add") {
  MapContent content = two_partners();
  CHECK(text_of(build_progress(test::make_map(content), {}).words.finding) ==
        "No marker has been read yet: 2 markers to begin with");
  content.partners.resize(0);
  CHECK(build_progress(test::make_map(content), {}).nothing.what == "No progress markers yet");
  DiagramOptions options;
  options.focus = "a";
  CHECK_THROWS_AS(build_progress(test::make_map(content), options), CannotDraw);
}

TEST_CASE("pictures of progress of any size, in any words, have no slips of layout") {
  const auto [size, name] = GENERATE(
      table<std::size_t, const char*>({{0, "P"},
                                       {1, "P"},
                                       {3, "Partners who have been with us for as long as anybody can think back "},
                                       {12, "地域の皆様のための仲間"},
                                       {200, "Partner "}}));
  CAPTURE(size, name);
  test::check_chart("progress", test::chart_content(size, name, 3), size < 100);
}
