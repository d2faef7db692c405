#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <numeric>
#include <string>
#include <vector>

#include "render/text/code_points.hpp"
#include "render/text/measure.hpp"
#include "tests/support/styles.hpp"

using namespace outmap;
using test::fonts;
using Lines = std::vector<std::string>;

namespace {

Wrapped at(const std::string& text, double width_px, int max_lines = 100) {
  return wrap(fonts(), text, width_px, max_lines, 12);
}

std::string without_spaces(const std::string& text) {
  std::string kept;
  for (const char c : text)
    if (c != ' ') kept += c;
  return kept;
}

std::string joined(const Lines& lines) { return std::accumulate(lines.begin(), lines.end(), std::string()); }

std::string random_text() {
  static const std::vector<std::string> pieces{"a",        "word", "Appointment", " ",   "  ", "-",   "/", "–",
                                               "日",       "本",   "語、",        "。",  "「", "」",  "é", "e\xCC\x81",
                                               "\t",       "\n",   "W",           "iii", "…",  "12",  "€", "😀",
                                               "\xC2\xA0", "(",    ")",           ",",   ".",  "\x01"};
  std::string text;
  for (const auto index :
       *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, pieces.size())))
    text += pieces[index];
  return text;
}

}  // namespace

TEST_CASE("a text that fits stays on one line") {
  const Wrapped wrapped = at("Find a clinic", 200);
  CHECK(wrapped.lines == Lines{"Find a clinic"});
  CHECK_FALSE(wrapped.cut);
  CHECK(wrapped.width_px == Approx(fonts().width_px("Find a clinic", 12)));
  CHECK(at("", 200).lines.empty());
  CHECK(at(" \n\t ", 200).lines.empty());
  CHECK(at("x", 200, 0).lines.empty());
}

TEST_CASE("lines break at spaces and are balanced") {
  CHECK(at("One person knows our story", 110).lines == Lines{"One person", "knows our story"});
  // Filled from the front it would be "aaaa aaaa aaaa" and "aaaa".
  CHECK(at("aaaa aaaa aaaa aaaa", fonts().width_px("aaaa aaaa aaaa", 12) + 1).lines == Lines{"aaaa aaaa", "aaaa aaaa"});
}

TEST_CASE("lines break after hyphens, slashes and en dashes inside words, not in numbers or before a minus") {
  const double narrow = fonts().width_px("mmmmm-", 12) + 1;
  CHECK(at("mmmmm-nnnn", narrow).lines == Lines{"mmmmm-", "nnnn"});
  CHECK(at("mmmmm/nnnn", narrow).lines == Lines{"mmmmm/", "nnnn"});
  CHECK(at("mmmmm–nnnn", fonts().width_px("mmmmm–", 12) + 1).lines == Lines{"mmmmm–", "nnnn"});
  CHECK(at("from 24–39", fonts().width_px("from 24–", 12) + 1).lines == Lines{"from", "24–39"});
  CHECK(at("mmm -5", fonts().width_px("mmm -", 12) + 1).lines == Lines{"mmm", "-5"});
  CHECK(at("no\xC2\xA0"
           "break here",
           fonts().width_px("no break", 12) + 1)
            .lines == Lines{"no\xC2\xA0"
                            "break",
                            "here"});
}

TEST_CASE("a word is parted at its hyphen only where whole words would take more lines") {
  const auto px = [](const char* text) { return fonts().width_px(text, 12) + 0.5; };
  const auto two = [&](const char* text, double width) { return wrap(fonts(), text, width, 2, 12).lines; };
  CHECK(two("Named-midwife teams", px("Named-midwife")) == Lines{"Named-midwife", "teams"});
  CHECK(two("Ask for follow-up", px("Ask for follow-")) == Lines{"Ask for", "follow-up"});
  CHECK(two("Ask follow-up-now", px("Ask follow-")) == Lines{"Ask follow-", "up-now"});
}

TEST_CASE("Japanese breaks between characters, but no line begins with a closing mark or ends with an opening one") {
  CHECK(at("予約は三日以内", 48).lines == Lines{"予約は三", "日以内"});
  for (double width_px = 36; width_px < 200; width_px += 6) {
    const Wrapped wrapped = at("「はい」と言った。赤ちゃんとの（最初の）一年、ラッキー！", width_px);
    INFO(width_px);
    for (std::size_t i = 0; i < wrapped.lines.size(); ++i) {
      const std::string& line = wrapped.lines[i];
      CHECK_FALSE(never_begins_line(read_code_point(line, 0).value));
      CHECK_FALSE(never_ends_line(read_code_point(line, line.size() - 3).value));
      CHECK(fonts().width_px(line, 12) <= width_px + 1e-3);
    }
  }
}

TEST_CASE("a word wider than the line is broken by character, leaving at least three") {
  const Wrapped wrapped = at("Donaudampfschifffahrtsgesellschaft", 100);
  CHECK(joined(wrapped.lines) == "Donaudampfschifffahrtsgesellschaft");
  CHECK(wrapped.lines.size() > 1);
  CHECK(wrapped.lines.back().size() >= 3);
  for (const std::string& line : wrapped.lines) CHECK(fonts().width_px(line, 12) <= 100);
}

TEST_CASE("combining sequences stay together") {
  std::string text;
  for (int i = 0; i < 20; ++i) text += "e\xCC\x81";
  for (const std::string& line : at(text, 20).lines) {
    CHECK(line.size() % 3 == 0);
    CHECK(line.front() == 'e');
  }
}

TEST_CASE("too much text ends in an ellipsis") {
  const Wrapped wrapped = at("The midwife told us, not your website, and nobody called back for two days", 100, 2);
  CHECK(wrapped.cut);
  REQUIRE(wrapped.lines.size() == 2);
  CHECK(wrapped.lines[1].ends_with("…"));
  CHECK(wrapped.width_px <= 100);
  CHECK(fit(fonts(), "Appointment within three days", 1000, 12) == "Appointment within three days");
  CHECK(fit(fonts(), "Appointment within three days", 110, 12) == "Appointment…");
  CHECK(fit(fonts(), "Donaudampfschifffahrt", fonts().width_px("Donauda…", 12), 12) == "Donauda…");
  CHECK(fit(fonts(), "a, b, c", fonts().width_px("a, …", 12), 12) == "a…");
  CHECK(fit(fonts(), "anything", 3, 12).empty());
  CHECK(fit(fonts(), "", 3, 12).empty());
}

TEST_CASE("wrapping loses nothing and keeps to the width") {
  REQUIRE(rc::check("wrap", [] {
    const std::string text = random_text();
    const int width_px = *rc::gen::inRange(30, 200);
    const Wrapped wrapped = at(text, width_px, 10000);
    RC_ASSERT(!wrapped.cut);
    RC_ASSERT(without_spaces(joined(wrapped.lines)) == without_spaces(tidy_line(text)));
    double widest = 0;
    for (const std::string& line : wrapped.lines) {
      RC_ASSERT(!line.empty());
      RC_ASSERT(line.front() != ' ' && line.back() != ' ');
      const double line_px = fonts().width_px(line, 12);
      RC_ASSERT(line_px <= width_px + 1e-3);
      widest = std::max(widest, line_px);
    }
    RC_ASSERT(std::abs(widest - wrapped.width_px) < 1e-6);
  }));
}

TEST_CASE("cut text keeps to the width and the number of lines, and is a beginning of the text") {
  REQUIRE(rc::check("cut", [] {
    const std::string text = random_text();
    const int width_px = *rc::gen::inRange(30, 120);
    const int most = *rc::gen::inRange(1, 4);
    const Wrapped wrapped = at(text, width_px, most);
    RC_ASSERT(wrapped.lines.size() <= static_cast<std::size_t>(most));
    RC_ASSERT(wrapped.width_px <= width_px + 1e-3);
    std::string shown = without_spaces(joined(wrapped.lines));
    if (wrapped.cut) shown.resize(shown.size() - 3);
    RC_ASSERT(without_spaces(tidy_line(text)).starts_with(shown));
    const std::string fitted = fit(fonts(), text, width_px, 12);
    RC_ASSERT(fonts().width_px(fitted, 12) <= width_px + 1e-3);
  }));
}

TEST_CASE("hostile text is wrapped in reasonable time") {
  const auto begin = std::chrono::steady_clock::now();
  CHECK(at(std::string(10000, 'x'), 150, 3).cut);
  CHECK(fit(fonts(), std::string(10000, 'x'), 150, 12).size() < 40);
  CHECK(joined(at(std::string(10000, 'x'), 150, 100000).lines).size() == 10000);
  std::string japanese;
  for (int i = 0; i < 10000; ++i) japanese += "日";
  CHECK(joined(at(japanese, 150, 100000).lines) == japanese);
  std::string marks = "e";
  for (int i = 0; i < 10000; ++i) marks += "\xCC\x81";
  CHECK(at(marks, 150, 3).lines.size() == 1);
  CHECK(at(std::string("a\0b\x1B[31m", 8), 150).lines == Lines{"a b [31m"});
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
}

TEST_CASE("broken UTF-8 does not stop the reading") {
  CHECK(read_code_point("\xFF", 0).bytes == 1);
  CHECK(read_code_point("\xE3\x81", 0).value == 0xFFFD);
  CHECK(tidy_line("a\xC3") == "a\xEF\xBF\xBD");
}
