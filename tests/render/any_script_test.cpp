// Names in any script and of any intent are shown as text in every picture and on the page: whole characters, read the
// right way, inside the picture, never markup.
#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "model/analysis/whatif/whatif.hpp"
#include "model/io/load.hpp"
#include "model/scenario/load.hpp"
#include "model/text/characters.hpp"
#include "render/diagram.hpp"
#include "render/layout/check.hpp"
#include "render/text/code_points.hpp"
#include "render/text/direction.hpp"
#include "render/text/stand_ins.hpp"
#include "render/write/write.hpp"
#include "tests/support/any_script.hpp"
#include "tests/support/make_map.hpp"
#include "tests/support/places.hpp"

using namespace outmap;

namespace {

const Fonts& fonts() {
  static const Fonts opened;
  return opened;
}

const Map& clinics_in_any_script() {
  static const Map map = [] {
    const LoadedMap loaded = load_map(test::source_folder().string() + "/samples/clinics/map.yaml");
    REQUIRE(loaded.map);
    return test::make_map(test::in_any_script(loaded.map->content()));
  }();
  return map;
}

std::set<std::size_t> character_ends(const std::string& text) {
  std::set<std::size_t> ends{0};
  for (std::size_t at = 0; at < text.size(); ends.insert(at)) at = character_end(text, at);
  return ends;
}

std::string random_text() {
  static const std::vector<std::string> pieces{"日",
                                               "本",
                                               "。",
                                               " ",
                                               " ",
                                               "שלום",
                                               "مرحبا",
                                               "abc",
                                               "42",
                                               "%",
                                               "क्ष",
                                               "त्रि",
                                               "नि",
                                               "e\xCC\x81\xCC\xA3",
                                               "👩‍👩‍👧",
                                               "🇩🇪",
                                               "👍🏽",
                                               "❤️",
                                               "한글",
                                               "ที่",
                                               "-",
                                               "(",
                                               ")",
                                               "Wort",
                                               "٣٤"};
  std::string text;
  for (const auto index :
       *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, pieces.size())))
    text += pieces[index];
  return text;
}

/// The line as a part of its paragraph: without its direction mark, and without an ellipsis where it was cut.
std::string plain_line(const std::string& line, bool cut) {
  std::string plain = line.substr(mark_length(line));
  if (cut) plain.resize(plain.size() - 3);
  return plain;
}

/// Whether tags are balanced, no '<' or '&' stands alone and no control character is left.
void check_well_formed(const std::string& xml) {
  std::vector<std::string> open;
  for (std::size_t at = 0; at < xml.size(); ++at) {
    const auto byte = static_cast<unsigned char>(xml[at]);
    if (byte < 0x20 && xml[at] != '\n' && xml[at] != '\t') FAIL("a control character at " << at);
    if (xml[at] == '&') {
      const std::string entity = xml.substr(at, xml.find(';', at) - at + 1);
      if (entity.size() > 8) FAIL("'&' alone: " << entity.substr(0, 20));
    }
    if (xml[at] != '<') continue;
    const std::size_t end = xml.find('>', at);
    const std::string tag = xml.substr(at + 1, end - at - 1);
    const std::string name = tag.substr(tag[0] == '/', tag.find_first_of(" \n/", 1) - (tag[0] == '/'));
    if (tag[0] == '/') {
      if (open.empty() || open.back() != name) FAIL("</" << name << "> closes nothing");
      open.pop_back();
    } else if (tag.back() != '/') {
      open.push_back(name);
    }
    at = end;
  }
  CHECK(open.empty());
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("wrapping and cutting never part a character, in any script") {
  REQUIRE(rc::check("characters stay whole", [] {
    const std::string text = random_text();
    const std::string tidy = tidy_line(text);
    const std::set<std::size_t> ends = character_ends(tidy);
    const int lines = *rc::gen::inRange(1, 5);
    const Wrapped wrapped = wrap(fonts(), text, *rc::gen::inRange(20, 160), lines, 12);
    std::size_t from = 0;
    for (std::size_t i = 0; i < wrapped.lines.size(); ++i) {
      const std::string line = plain_line(wrapped.lines[i], wrapped.cut && i + 1 == wrapped.lines.size());
      const std::size_t at = tidy.find(line, from);
      RC_ASSERT(at != std::string::npos);
      RC_ASSERT(ends.contains(at));
      RC_ASSERT(ends.contains(at + line.size()));
      from = at + line.size();
    }
    const std::string fitted = fit(fonts(), text, *rc::gen::inRange(20, 160), 12);
    if (fitted != tidy && !fitted.empty()) RC_ASSERT(ends.contains(fitted.size() - 3));
  }));
}

TEST_CASE("each line of a paragraph is read as the paragraph is") {
  const Wrapped wrapped = wrap(fonts(), "הורים חדשים ABC abc abc abc הורים 2024 abc", 70, 9, 12);
  REQUIRE(wrapped.lines.size() > 2);
  for (const std::string& line : wrapped.lines) CHECK(reading_of_line(line) == ReadingOrder::right_to_left);
  REQUIRE(rc::check("one direction", [] {
    const std::string text = random_text();
    const ReadingOrder whole = reading_of_most(text);
    for (const std::string& line : wrap(fonts(), text, 60, 20, 12).lines) RC_ASSERT(reading_of_line(line) == whole);
  }));
}

TEST_CASE("a number of ours behind a name that runs from right to left stays behind it") {
  const std::string mark(left_to_right_mark);
  CHECK(with_marked_names("Widest: הורים: 35 %") == "Widest: הורים" + mark + ": 35 %");
  CHECK(with_marked_names("Furthest: البحث (67 %), least: הורים (17 %)") ==
        "Furthest: البحث" + mark + " (67 %), least: הורים" + mark + " (17 %)");
  CHECK(with_marked_names("Closes ‘הורים’ −12 %") == "Closes ‘הורים" + mark + "’ −12 %");
  // A number that belongs to the name, and a letter of ours between: nothing to keep apart.
  CHECK(with_marked_names("Plan הורים 2030 carries 5") == "Plan הורים 2030 carries 5");
  CHECK(with_marked_names("Plan הורים 2030: 5 %") == "Plan הורים 2030" + mark + ": 5 %");
  CHECK(with_marked_names("הורים stands at 2.5 of 10") == "הורים stands at 2.5 of 10");
  CHECK(with_marked_names("הורים חדשים: 35") == "הורים חדשים: 35");  // read from right to left as a whole
  CHECK(with_marked_names("Names: 35 %") == "Names: 35 %");
}

TEST_CASE("the mark behind a name is written, wherever the runs of a line part") {
  Scene scene;
  scene.id = "p";
  TextShape line;
  line.runs = {{"Furthest: ", Face::regular, "#111111"},
               {"הורים", Face::semibold, "#222222"},
               {" (67 %)", Face::regular, "#111111"}};
  scene.shapes.push_back(line);
  const std::string svg = write_svg(scene, fonts(), {FontEmbedding::none});
  CHECK(svg.find(">הורים" + std::string(left_to_right_mark) + "</tspan>") != std::string::npos);
  CHECK(count(svg, std::string(left_to_right_mark)) == 1);
}

TEST_CASE("a sentence of ours that begins with a name in Arabic is read as ours") {
  CHECK(reading_of_most("البحث carries 53 % of the gap.") == ReadingOrder::left_to_right);
  CHECK(reading_of_most("الأمهات الجدد ABC") == ReadingOrder::right_to_left);
  CHECK(reading_of_most("אב ab") == ReadingOrder::right_to_left);
  CHECK(reading_of_most("12 %") == ReadingOrder::left_to_right);
  const Wrapped wrapped = wrap(fonts(), "البحث carries 53 % of the gap.", 500, 1, 12);
  CHECK(reading_of_line(wrapped.lines.front()) == ReadingOrder::left_to_right);
  CHECK(reading_of_line("البحث carries 53 % of the gap.") == ReadingOrder::left_to_right);
  CHECK(reading_of_line("\u200Fabc") == ReadingOrder::right_to_left);
}

TEST_CASE("text that is read from right to left keeps its box") {
  Scene scene;
  scene.width_px = 200;
  scene.height_px = 100;
  const auto add = [&](const char* text, Anchor anchor) {
    scene.shapes.emplace_back(TextShape{{50, 20}, anchor, 12, {{text, Face::regular, "#000000"}}, {}, 60});
  };
  add("שלום", Anchor::start);
  add("שלום", Anchor::end);
  add("12 שלום abc", Anchor::middle);
  add("abc שלום", Anchor::start);
  const std::string svg = write_svg(scene, fonts(), {.font = FontEmbedding::none});
  CHECK(svg.find("<text x=\"50\" y=\"20\" direction=\"rtl\" text-anchor=\"end\">שלום<") != std::string::npos);
  CHECK(svg.find("<text x=\"50\" y=\"20\" direction=\"rtl\">שלום<") != std::string::npos);
  CHECK(svg.find("<text x=\"50\" y=\"20\" direction=\"rtl\" text-anchor=\"middle\">12 שלום abc<") != std::string::npos);
  CHECK(svg.find("<text x=\"50\" y=\"20\">abc שלום<") != std::string::npos);
}

TEST_CASE("what the family lacks is measured with the font that stands in, and that font is in the picture") {
  const std::set<char32_t> wanted{U'a', U'ש', U'ל'};
  const std::vector<StandIn> others = find_stand_ins(fonts(), Face::regular, wanted);
  if (others.empty()) {
    WARN("skipped: no installed font has Hebrew");
    return;
  }
  REQUIRE(others.size() == 1);
  CHECK(others[0].characters == std::set<char32_t>{U'ש', U'ל'});
  CHECK(find_stand_ins(fonts(), Face::regular, {U'a', U'é', U'→'}).empty());
  Scene scene;
  scene.shapes.emplace_back(TextShape{{5, 20}, Anchor::start, 12, {{"שלa", Face::regular, "#000000"}}, {}, 60});
  const std::string svg = write_svg(scene, fonts());
  CHECK(count(svg, "@font-face") == 2);
  CHECK(svg.find("@font-face{font-family:'" + others[0].font.family + "'") != std::string::npos);
  CHECK(svg.find("font-family=\"Inter,'" + others[0].font.family + "'") != std::string::npos);
  // Letters that join are narrower than those that stand alone: the word is shaped as one.
  const double joined = fonts().width_px("ببب", 100);
  CHECK(joined < 3 * fonts().width_px("ب", 100));
}

TEST_CASE("every diagram of a map in any script is drawn without a fault") {
  const Map& map = clinics_in_any_script();
  const Style style{*all_themes()[0], fonts()};
  const LoadedScenarios scenarios =
      load_scenarios(test::source_folder().string() + "/samples/clinics/scenarios/three-steps.yaml");
  std::vector<WhatIfReport> reports;
  for (const Scenario& scenario : scenarios.scenarios) {
    Diagnostics problems;
    if (auto report = find_whatif(map, scenario, problems)) reports.push_back(std::move(*report));
  }
  REQUIRE(!reports.empty());
  for (const DiagramKind& kind : all_diagrams()) {
    CAPTURE(kind.name);
    DiagramOptions options;
    if (kind.scenarios == ScenarioUse::needed) options.what_ifs = {&reports.front()};
    const Scene scene = kind.draw(map, options, style);
    CHECK(find_layout_faults(scene) == std::vector<std::string>{});
    const std::string svg = write_svg(scene, fonts(), {.font = FontEmbedding::none});
    check_well_formed(svg);
    CHECK(count(svg, "<script") == 0);
    CHECK(count(svg, "\x1B") == 0);
  }
}
