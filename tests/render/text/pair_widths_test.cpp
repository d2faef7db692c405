#include "render/text/pair_widths.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace outmap;

namespace {

/// One glyph a character, each as wide as the number given for it.
std::vector<outmap_glyph> glyphs(const std::vector<std::uint32_t>& begins, const std::vector<int>& advances) {
  std::vector<outmap_glyph> made;
  for (std::size_t i = 0; i < begins.size(); ++i) made.push_back({7, begins[i], advances[i]});
  return made;
}

}  // namespace

TEST_CASE("a word is known when all its pairs were seen") {
  PairWidths pairs;
  CHECK(pairs.width("") == 0);
  CHECK_FALSE(pairs.width("ab"));
  pairs.learn("abc", glyphs({0, 1, 2}, {10, 20, 30}));
  CHECK(pairs.width("abc") == 60);
  CHECK(pairs.width("bc") == 50);
  CHECK(pairs.width("c") == 30);
  CHECK_FALSE(pairs.width("ab"));  // b has not stood at the end
  CHECK_FALSE(pairs.width("acb"));
  pairs.learn("b", glyphs({0}, {19}));
  CHECK(pairs.width("ab") == 29);
}

TEST_CASE("of a new word only the part with new pairs need be shaped") {
  PairWidths pairs;
  CHECK(pairs.unknown_part("abcdef") == "abcdef");
  pairs.learn("abcdef", glyphs({0, 1, 2, 3, 4, 5}, {1, 2, 3, 4, 5, 6}));
  CHECK(pairs.unknown_part("cdef") == "");
  CHECK(pairs.unknown_part("abcefcdef") == "cefc");
  CHECK(pairs.unknown_part("abc") == "c");
  CHECK(pairs.unknown_part("abcdef12") == "f12");
  CHECK(pairs.unknown_part("ab12") == "b12");
  pairs.learn("b1", glyphs({0, 1}, {2, 9}));
  CHECK(pairs.unknown_part("ab12") == "ab12");  // "12" alone has no letters
  CHECK(pairs.unknown_part("") == "");
  CHECK_FALSE(pairs.unknown_part("\xD7\xA9"));
}

TEST_CASE("words with and without letters are measured by pairs of their own") {
  PairWidths pairs;
  pairs.learn("1%", glyphs({0, 1}, {10, 20}));
  CHECK(pairs.width("1%") == 30);
  pairs.learn("a1%", glyphs({0, 1, 2}, {5, 11, 20}));
  CHECK(pairs.width("1%") == 30);
  CHECK(pairs.width("a1%") == 36);
}

TEST_CASE("nothing is learnt from words that are not plain or not one glyph a character") {
  PairWidths pairs;
  pairs.learn("ab", glyphs({0}, {10}));  // a ligature
  CHECK_FALSE(pairs.width("ab"));
  pairs.learn("ab", glyphs({0, 0}, {10, 10}));
  CHECK_FALSE(pairs.width("ab"));
  std::vector<outmap_glyph> missing = glyphs({0, 1}, {10, 10});
  missing[1].glyph = 0;
  pairs.learn("ab", missing);
  CHECK_FALSE(pairs.width("ab"));
  const std::string marked = "e\xCC\x81";
  pairs.learn(marked, glyphs({0, 1}, {10, 0}));
  CHECK_FALSE(pairs.width(marked));
  pairs.learn("\xC3\xA9t", glyphs({0, 2}, {10, 6}));
  CHECK(pairs.width("\xC3\xA9t") == 16);
}
