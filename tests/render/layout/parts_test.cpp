#include "render/layout/parts.hpp"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <numeric>

#include "render/layout/check.hpp"
#include "render/layout/icons.hpp"
#include "tests/support/styles.hpp"

using namespace outmap;
using test::fonts;
using test::light;

namespace {

std::string words(const std::vector<TextRun>& runs) {
  return std::accumulate(runs.begin(), runs.end(), std::string(),
                         [](const std::string& sum, const TextRun& run) { return sum + run.text; });
}

void collect_texts(const std::vector<Shape>& shapes, std::vector<TextShape>& found) {
  for (const Shape& shape : shapes) {
    if (const auto* text = std::get_if<TextShape>(&shape)) found.push_back(*text);
    if (const auto* group = std::get_if<Group>(&shape)) collect_texts(group->shapes, found);
  }
}

std::vector<TextShape> texts(const Group& group) {
  std::vector<TextShape> found;
  collect_texts(group.shapes, found);
  return found;
}

std::vector<std::string> faults(const Group& group) {
  Scene scene;
  scene.shapes = {group};
  return find_layout_faults(scene);
}

const RectShape& rect(const Group& group, std::size_t index) { return std::get<RectShape>(group.shapes.at(index)); }

const std::string kLong =
    "A very long sentence that goes on and on about customers, partners, needs, outcomes, initiatives and the claims "
    "that tie "
    "them together, and that certainly does not fit on one line of a slide even though slides are wide, because it is "
    "long.";

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("headings stand where the two manners want them") {
  const HeadingText text{"First year with a baby",
                         "Where do new parents get less?",
                         {{"Book carries "}, {"64 %", Face::regular, "#C2410C"}},
                         "Current journey"};
  HeadingLook sheet;
  sheet.manner = HeadingManner::sheet;
  const auto on_sheet = texts(heading(light(), text, sheet));
  REQUIRE(on_sheet.size() == 4);
  CHECK(on_sheet[0].at == Point{24, 42});
  CHECK(on_sheet[2].at == Point{24, 62});
  CHECK(on_sheet[3].at == Point{24, 88});
  CHECK(on_sheet[3].runs[0].colour == light().theme.ink);
  CHECK(on_sheet[3].runs[1].colour == "#C2410C");
  CHECK(on_sheet[3].runs[1].face == Face::semibold);
  const auto on_chart = texts(heading(light(), text));
  CHECK(on_chart[3].at == Point{54, 100});
  CHECK(faults(heading(light(), text)).empty());
  CHECK(heading(light(), text).title.empty());
}

TEST_CASE("long headings are cut before the edge and the badge, and told whole in the title") {
  const HeadingText text{kLong, kLong + kLong, {{kLong}, {" And more."}}, "Current journey"};
  const Group group = heading(light(), text);
  CHECK(faults(group).empty());
  CHECK(group.title.find(kLong) == 0);
  for (const TextShape& line : texts(group)) CHECK(text_box(line).right() <= 1560.001);
}

TEST_CASE("a finding that is too long loses whole clauses") {
  HeadingText text;
  text.title = "Scenarios";
  text.finding = {{"One closes most"}, {", but five lose"}, {"; another closes 12 %, and nobody loses"}};
  HeadingLook look;
  const auto finding_at = [&](double width_px) {
    look.width_px = width_px;
    std::string words;
    const auto lines = texts(heading(light(), text, look));
    for (const TextRun& run : lines.back().runs) words += run.text;
    return words;
  };
  CHECK(finding_at(1600) == "One closes most, but five lose; another closes 12 %, and nobody loses");
  CHECK(finding_at(450) == "One closes most, but five lose…");
  look.width_px = 450;
  CHECK(heading(light(), text, look).title == "One closes most, but five lose; another closes 12 %, and nobody loses");
  // One clause alone that does not fit is cut within.
  const std::string cut = finding_at(250);
  CHECK(cut.starts_with("One closes"));
  CHECK(cut.ends_with("…"));
}

TEST_CASE("the footer's texts never meet") {
  REQUIRE(rc::check("footer", [] {
    const auto left = kLong.substr(0, *rc::gen::inRange<std::size_t>(0, kLong.size()));
    const auto right = kLong.substr(0, *rc::gen::inRange<std::size_t>(0, kLong.size()));
    FooterLook look;
    look.width_px = *rc::gen::inRange(300, 1600);
    const auto lines = texts(footer(light(), left, right, look));
    for (const TextShape& line : lines) {
      RC_ASSERT(text_box(line).x >= look.margin_px - 0.001);
      RC_ASSERT(text_box(line).right() <= look.width_px - look.margin_px + 0.001);
    }
    if (lines.size() == 2) RC_ASSERT(text_box(lines[1]).x - text_box(lines[0]).right() >= 23.999);
  }));
}

TEST_CASE("chips are as wide as they say, whatever they carry") {
  for (int kind = 0; kind < 5; ++kind) {
    ChipLook look;
    if (kind > 0) look.icon = "phone";
    look.moment_of_truth = kind == 2;
    look.added = kind == 3;
    look.struck = kind == 4;
    const Group group = chip(light(), "Phone line", {100, 50}, look);
    const Box box = bounds(Shape(group));
    CHECK(box.x == Approx(100));
    CHECK(box.width == Approx(chip_width_px(light(), "Phone line", look)));
    CHECK(box.height == Approx(24));
  }
  const Group cut = chip(light(), kLong, {0, 0}, {}, 120);
  CHECK(bounds(Shape(cut)).width <= 120.001);
  CHECK(cut.title == kLong);
}

TEST_CASE("pills hold their label and are never narrower than high") {
  PillLook look;
  look.padding_px = 2;
  CHECK(bounds(Shape(pill(light(), "1", {50, 50}, look))) == Box{41, 41, 18, 18});
  look.padding_px = 7;
  CHECK(bounds(Shape(pill(light(), "−3.8", {50, 50}, look))).width ==
        Approx(fonts().width_px("−3.8", 12, Face::semibold) + 14));
}

TEST_CASE("importance is five dots, half ones for odd steps") {
  const auto filled = [](const Group& group) {
    double sum = 0;
    for (const Shape& shape : group.shapes) {
      if (const auto* dot = std::get_if<CircleShape>(&shape)) sum += dot->fill.colour == light().theme.ink_2 ? 2 : 0;
      if (std::holds_alternative<PathShape>(shape)) sum += 1;
    }
    return sum;
  };
  for (int importance = 0; importance <= 10; ++importance)
    CHECK(filled(importance_dots(light(), {0, 0}, importance)) == importance);
  CHECK(filled(importance_dots(light(), {0, 0}, 99)) == 10);
  CHECK(filled(importance_dots(light(), {0, 0}, 6.4)) == 6);
  CHECK(importance_dots(light(), {0, 0}, std::nullopt).shapes.empty());
  CHECK(bounds(Shape(importance_dots(light(), {0, 0}, 10))).right() <= kImportanceDots_px);
}

TEST_CASE("a level bar shows now, gap and target to scale") {
  Level level;
  level.now = 3;
  level.target = 8;
  const Group group = level_bar(light(), {100, 10, 200, 8}, level);
  REQUIRE(group.shapes.size() == 4);
  CHECK(rect(group, 0).box == Box{100, 10, 200, 8});
  CHECK(rect(group, 1).box == Box{100, 10, 60, 8});
  CHECK(rect(group, 2).box == Box{160.5, 10.5, 99, 7});
  CHECK(rect(group, 2).fill.pattern == Pattern::stripes);
  CHECK(rect(group, 3).box == Box{259, 7, 2, 14});
}

TEST_CASE("a level bar shows what a plan gains or loses") {
  Level level;
  level.now = 3;
  level.planned = 6;
  level.target = 8;
  Group group = level_bar(light(), {0, 0, 100, 8}, level);
  REQUIRE(group.shapes.size() == 5);
  CHECK(rect(group, 1).box.width == Approx(30));
  CHECK(rect(group, 2).box == Box{60.5, .5, 19, 7});
  CHECK(rect(group, 3).box == Box{30.5, .5, 29, 7});
  CHECK(rect(group, 3).fill.pattern == Pattern::dots);
  level.now = 6;
  level.planned = 4;
  group = level_bar(light(), {0, 0, 100, 8}, level);
  CHECK(rect(group, 1).box.width == Approx(40));
  CHECK(rect(group, 3).fill.pattern == Pattern::cross);
  CHECK(rect(group, 3).box == Box{40.5, .5, 19, 7});
}

TEST_CASE("where less is better the gap lies above the target") {
  Level level;
  level.now = 8;
  level.target = 3;
  level.less_is_better = true;
  const Group group = level_bar(light(), {0, 0, 100, 8}, level);
  REQUIRE(group.shapes.size() == 4);
  CHECK(rect(group, 1).box.width == Approx(30));
  CHECK(rect(group, 2).box == Box{30.5, .5, 49, 7});
  level.now = 2;
  CHECK(level_bar(light(), {0, 0, 100, 8}, level).shapes.size() == 3);  // met: track, now, tick
}

TEST_CASE("a level bar keeps to its box, whatever the levels") {
  REQUIRE(rc::check("bar", [] {
    const auto maybe = [] {
      return *rc::gen::inRange(0, 4) == 0 ? std::nullopt : std::optional<double>(*rc::gen::inRange(-30, 150) / 10.0);
    };
    Level level;
    level.now = maybe();
    level.target = maybe();
    level.planned = maybe();
    level.less_is_better = *rc::gen::inRange(0, 2) == 1;
    const Box box = bounds(Shape(level_bar(light(), {100, 10, 80, 8}, level)));
    RC_ASSERT(contains({99, 7, 82, 14}, box, 0.001));
  }));
}

TEST_CASE("runs are cut and wrapped with their colours") {
  const std::vector<TextRun> runs{{"Only link of ", Face::regular, "#000000"},
                                  {"7,100 people", Face::semibold, "#C2410C"},
                                  {" to the other clusters", Face::regular, "#000000"}};
  const auto lines = wrap_runs(fonts(), runs, 110, 5, 12);
  REQUIRE(lines.size() > 2);
  std::string all;
  for (const auto& one : lines) {
    CHECK(runs_width_px(fonts(), one, 12) <= 110);
    all += words(one) + " ";
    for (const TextRun& run : one)
      if (run.colour == "#C2410C") CHECK(run.face == Face::semibold);
  }
  CHECK(all == "Only link of 7,100 people to the other clusters ");
  const auto cut = fit_runs(fonts(), runs, 110, 12);
  CHECK(runs_width_px(fonts(), cut, 12) <= 110);
  CHECK(words(cut).ends_with("…"));
  CHECK(words(fit_runs(fonts(), runs, 1000, 12)) == words(runs));
  const auto two = wrap_runs(fonts(), runs, 80, 2, 12);
  REQUIRE(two.size() == 2);
  CHECK(words(two[1]).ends_with("…"));
}

TEST_CASE("runs of any text wrap to the same words") {
  REQUIRE(rc::check("runs", [] {
    static const Texts pieces{"a", " ", "  ", "word", "日本", "\n", "é", ",", "-", "long-word "};
    std::vector<TextRun> runs;
    std::string all;
    for (const auto index :
         *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, pieces.size()))) {
      runs.push_back({pieces[index] + pieces[(index * 7 + 3) % pieces.size()],
                      index % 2 == 0 ? Face::regular : Face::semibold, "#00000" + std::to_string(index)});
      all += runs.back().text;
    }
    std::string shown;
    for (const auto& one : wrap_runs(fonts(), runs, 60, 10000, 12)) shown += words(one);
    const auto squeeze = [](std::string text) {
      std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
      return text;
    };
    RC_ASSERT(squeeze(shown) == squeeze(all));
  }));
}

TEST_CASE("legends fit their width and do not overlap") {
  std::vector<LegendItem> items;
  for (const char* label : {"Value now", "Gap", "Moment of truth", "Value wanted", "Unserved", "Level, target",
                            "A label that is far too long for any legend that one could think of"})
    items.push_back({icon("web", {0, 1}, 14, "#000000"), 14, label});
  for (const double width_px : {120.0, 208.0, 400.0, 900.0}) {
    INFO(width_px);
    const Legend columns = legend_columns(light(), items, {100, 100}, width_px, 3);
    CHECK(columns.width_px <= width_px + 0.001);
    CHECK(faults(columns.group).empty());
    CHECK(bounds(Shape(columns.group)).bottom() <= 100 + columns.height_px);
    const Legend flow = legend_flow(light(), items, {100, 100}, width_px);
    CHECK(flow.width_px <= width_px + 0.001);
    CHECK(faults(flow.group).empty());
  }
  CHECK(legend_columns(light(), {}, {0, 0}, 100).height_px == 0);
  CHECK(legend_flow(light(), {}, {0, 0}, 100).group.shapes.empty());
  items.pop_back();
  CHECK(legend_columns(light(), items, {0, 0}, 600, 3).height_px == 32);
  CHECK(legend_columns(light(), items, {0, 0}, 600, 2).height_px == 48);
}

TEST_CASE("faces, heads and chevrons keep to their places") {
  for (const double emotion : {-5.0, -2.0, 0.0, 0.5, 2.0, 9.0})
    CHECK(bounds(Shape(emotion_face(light(), {50, 50}, 10, emotion))) == Box{39.25, 39.25, 21.5, 21.5});
  const Box head = bounds(Shape(arrow_head({50, 50}, 0, 10, 8, "#000000")));
  CHECK(head.x == Approx(40));
  CHECK(head.right() == Approx(50));
  CHECK(head.height == Approx(8));
  CHECK(bounds(Shape(chevron(light(), {10, 10, 200, 34}))) == Box{10, 10, 200, 34});
  const Box pain = bounds(Shape(pain_mark(light(), {50, 50})));
  CHECK(pain.width == Approx(9));
  CHECK(pain.height == Approx(7.5));
}
