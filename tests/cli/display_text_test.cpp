#include "cli/display_text.hpp"

#include <catch2/catch.hpp>

using namespace outmap;

TEST_CASE("Columns are counted as terminals do", "[cli]") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("café") == 4);
  CHECK(display_width("cafe\u0301") == 4);
  CHECK(display_width("顧客") == 4);
  CHECK(display_width("한글") == 4);
  CHECK(display_width("🙂") == 2);
  CHECK(display_width("") == 0);
}

TEST_CASE("What could drive a terminal is replaced", "[cli]") {
  CHECK(printable("a\x1b[2Jb") == "a\uFFFD[2Jb");
  CHECK(printable("a\tb\nc") == "a b c");
  CHECK(printable("a\xC2\x9B"
                  "1m") == "a\uFFFD1m");
  CHECK(printable("\xFF") == "\uFFFD");
}

TEST_CASE("Text is wrapped at spaces and cut with an ellipsis", "[cli]") {
  CHECK(wrap_words("one two three", 7) == std::vector<std::string>{"one two", "three"});
  CHECK(wrap_words("a\n\nb", 7) == std::vector<std::string>{"a", "", "b"});
  CHECK(wrap_words("incomprehensible", 5) == std::vector<std::string>{"incomprehensible"});
  CHECK(cut_to_width("one two", 7) == "one two");
  CHECK(cut_to_width("one two", 5) == "one…");
  CHECK(cut_to_width("顧客の声", 5) == "顧客…");
  CHECK(cut_to_width("顧客の声", 4) == "顧…");
}
