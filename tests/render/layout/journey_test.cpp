#include "render/layout/journey.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "model/io/load.hpp"
#include "render/diagrams/journey.hpp"
#include "render/layout/check.hpp"
#include "render/write/write.hpp"
#include "tests/support/journeys.hpp"
#include "tests/support/make_map.hpp"
#include "tests/support/places.hpp"
#include "tests/support/styles.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

Scene draw(const Map& map, const DiagramOptions& options = {}, const char* theme = "light") {
  return draw_journey(map, options, Style{*find_theme(theme), fonts()});
}

Scene draw(const MapContent& content, const DiagramOptions& options = {}) { return draw(make_map(content), options); }

std::vector<std::string> texts(const std::vector<Shape>& shapes) {
  std::vector<std::string> found;
  for (const Shape& shape : shapes) {
    if (const auto* text = std::get_if<TextShape>(&shape)) {
      found.emplace_back();
      for (const TextRun& run : text->runs) found.back() += run.text;
    }
    if (const auto* group = std::get_if<Group>(&shape))
      for (std::string& each : texts(group->shapes)) found.push_back(std::move(each));
  }
  return found;
}

bool has_text_with(const Scene& scene, const std::string& part) {
  for (const std::string& text : texts(scene.shapes))
    if (text.find(part) != std::string::npos) return true;
  return false;
}

std::vector<std::string> kinds(const Scene& scene) {
  std::vector<std::string> list;
  for (const Shape& shape : scene.shapes)
    if (const auto* group = std::get_if<Group>(&shape)) list.push_back(group->kind);
  return list;
}

}  // namespace

TEST_CASE("Journeys of any length, with any words, have no fault in their layout", "[journey][layout]") {
  for (const Page page : {Page::slide, Page::a4_landscape, Page::a4_portrait})
    for (const int stages : {0, 1, 2, 3, 6, 8, 12, 20}) {
      DiagramOptions options;
      options.page = page;
      INFO(stages << " stages, page " << static_cast<int>(page));
      for (const Wording wording : {Wording::plain, Wording::endless, Wording::japanese})
        CHECK(find_layout_faults(draw(walk(stages, wording), options)) == std::vector<std::string>{});
      CHECK(find_layout_faults(draw(walk_with_holes(stages), options)) == std::vector<std::string>{});
    }
}

TEST_CASE("Journeys of one, six and twelve stages have no fault in any theme", "[journey][layout]") {
  for (const Theme* theme : all_themes())
    for (const int stages : {1, 6, 12})
      for (const Wording wording : {Wording::plain, Wording::endless, Wording::japanese}) {
        INFO(stages << " stages, " << theme->name);
        CHECK(find_layout_faults(draw(make_map(walk(stages, wording)), {}, theme->name.data())) ==
              std::vector<std::string>{});
      }
}

TEST_CASE("Everything is drawn where everything is asked for", "[journey][layout]") {
  DiagramOptions options;
  options.everything = true;
  const Scene scene = draw(walk(12), options);
  CHECK(find_layout_faults(scene) == std::vector<std::string>{});
  CHECK_FALSE(has_text_with(scene, " more"));
  CHECK(has_text_with(draw(walk(12)), "not shown: "));
}

TEST_CASE("The samples' journeys have no fault in their layout", "[journey][layout]") {
  for (const char* sample : {"minimal", "clinics", "saas"}) {
    const LoadedMap loaded = load_map(outmap::test::source_folder().string() + "/samples/" + sample + "/map.yaml");
    INFO(sample);
    REQUIRE(loaded.map);
    CHECK(find_layout_faults(draw(*loaded.map)) == std::vector<std::string>{});
    for (const Journey& journey : (*loaded.map)->journeys) {
      DiagramOptions options;
      options.journey = journey.id;
      for (const char* theme : {"light", "dark", "print"})
        CHECK(find_layout_faults(draw(*loaded.map, options, theme)) == std::vector<std::string>{});
    }
  }
}

TEST_CASE("The same journey is the same picture", "[journey][layout]") {
  const MapContent map = walk(6);
  CHECK(write_svg(draw(map), fonts()) == write_svg(draw(map), fonts()));
}

TEST_CASE("A journey is read from its heading by its lanes to its footer", "[journey][layout]") {
  CHECK(kinds(draw(walk(3))) == std::vector<std::string>{"heading", "customer", "sheet", "stages", "lane", "lane",
                                                         "lane", "lane", "lane", "lane", "lane", "lane", "legend",
                                                         "footer"});
}

TEST_CASE("A slide keeps its size; a page grows only for more stages than it holds", "[journey][layout]") {
  CHECK(draw(walk(12)).width_px == 1600);
  CHECK(draw(walk(12)).height_px == 900);
  const Scene wide = draw(walk(20));
  CHECK(wide.width_px > 1600);
  CHECK(wide.height_px == Approx(wide.width_px * 9 / 16).margin(1));
}

TEST_CASE("An upright page breaks a long journey into rows of stages and keeps its size", "[journey][layout]") {
  DiagramOptions options;
  options.page = Page::a4_portrait;
  const auto rows = [&](int stages) {
    const std::vector<std::string> drawn = kinds(draw(walk(stages), options));
    return std::count(drawn.begin(), drawn.end(), "stages");
  };
  CHECK(rows(7) == 1);
  CHECK(rows(8) == 2);
  CHECK(rows(12) == 2);
  CHECK(rows(20) == 3);
  for (const int stages : {1, 6, 8, 12}) {
    const Scene page = draw(walk(stages), options);
    CHECK(page.width_px == 990);
    CHECK(page.height_px == 1400);
  }
  const std::vector<std::string> words = texts(draw(walk(12), options).shapes);
  for (int number = 1; number <= 12; ++number)
    CHECK(std::count(words.begin(), words.end(), std::to_string(number)) >= 1);
}

TEST_CASE("Bare percentages on stages are explained in the legend", "[journey][layout]") {
  CHECK_FALSE(has_text_with(draw(walk(3)), "Share of gap"));
  CHECK(has_text_with(draw(walk(12)), "Share of gap"));
}

TEST_CASE("A finding that names too much for its page counts the stages", "[journey][layout]") {
  DiagramOptions options;
  options.page = Page::a4_portrait;
  CHECK(has_text_with(draw(walk(6, Wording::endless), options), " of 6 stages carry "));
  CHECK_FALSE(has_text_with(draw(walk(6)), " of 6 stages carry "));
}

TEST_CASE("A journey without stages says what to add", "[journey][layout]") {
  CHECK(has_text_with(draw(walk(0)), "This journey has no stages yet"));
}

TEST_CASE("The legend shows exactly what occurs", "[journey][layout]") {
  MapContent map = walk(3);
  CHECK(has_text_with(draw(map), "Moment of truth"));
  for (Touchpoint& touchpoint : map.touchpoints) touchpoint.moment_of_truth = false;
  CHECK_FALSE(has_text_with(draw(map), "Moment of truth"));
}

TEST_CASE("The legend says what a few answers and a level beyond its target look like", "[journey][layout]") {
  MapContent map = walk(3);
  CHECK_FALSE(has_text_with(draw(map), "Few answers"));
  CHECK_FALSE(has_text_with(draw(map), "Over target"));
  Rating rating;
  rating.respondent = "a";
  rating.outcome = "fast0";
  map.ratings = {rating};
  map.outcomes[0].current = 9;
  CHECK(has_text_with(draw(map), "Few answers"));
  CHECK(has_text_with(draw(map), "Over target"));
}

TEST_CASE("The persona's card shows a need, and no heading of needs without one", "[journey][layout]") {
  CHECK(has_text_with(draw(walk(3)), "One story"));
  MapContent map = walk(3);
  map.customers.front().needs.clear();
  CHECK_FALSE(has_text_with(draw(map), "Needs"));
}
