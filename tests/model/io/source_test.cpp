#include "model/io/source.hpp"

#include <catch2/catch.hpp>

#include "model/text/utf8.hpp"
#include "tests/support/printed.hpp"

using namespace outmap;
using test::printed;

TEST_CASE("bytes become lines and columns in code points", "[source]") {
  const Source source("s", "ab\ncö 日x\n\nlast");
  CHECK(printed(source.place(0)) == "1:1+1");
  CHECK(printed(source.place(1, 9)) == "1:2+1");  // the underline ends with the line
  CHECK(printed(source.place(2)) == "1:3+1");     // the line break itself
  CHECK(printed(source.place(3)) == "2:1+1");
  CHECK(printed(source.place(7, 4)) == "2:4+2");  // 日x, four bytes
  CHECK(source.place(7).excerpt == "cö 日x");
  CHECK(printed(source.place(12)) == "3:1+1");
  CHECK(source.place(12).excerpt.empty());
  CHECK(printed(source.place(13, 4)) == "4:1+4");
  CHECK(printed(source.place(17)) == "4:5+1");  // the end of the text
  CHECK(printed(source.place(1000)) == "4:5+1");
  CHECK(source.place(13).file == "s");
  CHECK(source.place(13).excerpt_column == 1);
  CHECK(printed(source.whole()) == "0:0+1");
}

TEST_CASE("lines end with LF, CRLF or CR", "[source]") {
  const Source source("s", "a\r\nb\rc\n\r\nd\te");
  CHECK(printed(source.place(0)) == "1:1+1");
  CHECK(source.place(0).excerpt == "a");
  CHECK(printed(source.place(2)) == "1:2+1");
  CHECK(printed(source.place(3)) == "2:1+1");
  CHECK(source.place(3).excerpt == "b");
  CHECK(printed(source.place(5)) == "3:1+1");
  CHECK(printed(source.place(7)) == "4:1+1");
  CHECK(printed(source.place(11)) == "5:3+1");
  CHECK(source.place(11).excerpt == "d\te");
  CHECK(printed(Source("s", "").place(0)) == "1:1+1");
  CHECK(printed(Source("s", "\r").place(1)) == "2:1+1");
}

TEST_CASE("a place is found from line and column", "[source]") {
  const Source source("s", "ab\ncö 日x\nz");
  CHECK(source.place_at(2, 4, 2) == source.place(7, 4));
  CHECK(printed(source.place_at(2, 99)) == "2:6+1");
  CHECK(printed(source.place_at(99, 1)) == "3:1+1");
  CHECK(printed(source.place_at(0, 0)) == "1:1+1");
}

TEST_CASE("the excerpt of a very long line is the part round the column", "[source]") {
  std::string line;
  for (int i = 0; i < 3000; ++i) line += i % 2 == 0 ? "ä" : "b";
  const Source source("s", "first\n" + line + "\nlast");
  const std::size_t begin = 6;
  for (const std::size_t column : {1u, 30u, 61u, 1000u, 2900u, 2960u, 3000u}) {
    CAPTURE(column);
    const std::size_t byte = begin + (column - 1) / 2 * 3 + ((column - 1) % 2) * 2;
    const Place place = source.place(byte, 1000);
    CHECK(place.line == 2);
    CHECK(place.column == column);
    const std::u32string shown = to_code_points(place.excerpt);
    CHECK(shown.size() == Source::longest_excerpt);
    CHECK(shown[place.excerpt_column - 1] == (column % 2 == 1 ? U'ä' : U'b'));
    CHECK(place.excerpt_column + place.length - 1 <= shown.size());
  }
  CHECK(source.place(begin).excerpt_column == 1);
  CHECK(source.place(begin + 3000).excerpt_column == 61);
  CHECK(source.place(begin + 4500 - 1).excerpt_column == 120);
}

TEST_CASE("places agree with counting by hand", "[source]") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += i % 97 == 0 ? "\n" : i % 13 == 0 ? "日" : i % 7 == 0 ? "é" : "x";
  const Source source("s", text);
  std::uint32_t line = 1;
  std::uint32_t column = 0;
  std::size_t number = 0;
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_continuation(text[i])) continue;
    ++column;
    const Place place = source.place(i);
    if (place.line != line || place.column != column) ++wrong;
    if (source.byte_of_code_point(number++) != i) ++wrong;
    if (text[i] == '\n') {
      ++line;
      column = 0;
    }
  }
  CHECK(wrong == 0);
  CHECK(source.byte_of_code_point(number) == text.size());
  CHECK(source.byte_of_code_point(number + 1000) == text.size());
}
