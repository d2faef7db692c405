#include "model/text/characters.hpp"

#include <catch2/catch.hpp>

#include "model/text/utf8.hpp"

using namespace outmap;

namespace {

/// The characters of a text, each in brackets.
std::string characters_of(std::string_view text) {
  std::string told;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = character_end(text, at);
    REQUIRE(end > at);
    told.append("[").append(text.substr(at, end - at)).append("]");
    at = end;
  }
  return told;
}

}  // namespace

TEST_CASE("a character is a letter with all that belongs to it", "[characters]") {
  CHECK(characters_of("ab") == "[a][b]");
  CHECK(characters_of("e\u0301a\u0308\u0323") == "[e\u0301][a\u0308\u0323]");
  CHECK(characters_of("顧客") == "[顧][客]");
  CHECK(characters_of("각한") == "[각][한]");
  CHECK(characters_of("กำ") == "[กำ]");
  CHECK(characters_of("a\r\nb") == "[a][\r\n][b]");
}

TEST_CASE("consonants that a virama joins are one character", "[characters]") {
  CHECK(characters_of("क्षत्रिय") == "[क्ष][त्रि][य]");
  CHECK(characters_of("कमल") == "[क][म][ल]");
  CHECK(characters_of("ক্ষ") == "[ক্ষ]");
}

TEST_CASE("flags are pairs, and joined emoji are one", "[characters]") {
  CHECK(characters_of("🇩🇪🇫🇷🇯") == "[🇩🇪][🇫🇷][🇯]");
  CHECK(characters_of("👩‍👩‍👧‍👦👍🏽❤️") == "[👩‍👩‍👧‍👦][👍🏽][❤️]");
  CHECK(characters_of("🙂🙂") == "[🙂][🙂]");
}

TEST_CASE("bytes that are no UTF-8 are characters of their own", "[characters]") {
  CHECK(characters_of("a\xFF\xFE") == "[a][\xFF][\xFE]");
  CHECK(characters_of("\xE3\x81") == "[\xE3][\x81]");
  CHECK(character_end("a", 1) == 1);
}

TEST_CASE("letters have a direction, digits, marks and emoji have none", "[characters]") {
  for (const char32_t letter : {U'א', U'ع', U'ܐ', U'ހ', U'߀'}) {
    CHECK(is_right_to_left(letter));
    CHECK_FALSE(is_left_to_right(letter));
  }
  for (const char32_t letter : {U'a', U'é', U'Ж', U'顧', U'한', U'क', U'Ａ'}) {
    CHECK(is_left_to_right(letter));
    CHECK_FALSE(is_right_to_left(letter));
  }
  for (const char32_t other : {U'3', U' ', U'-', U'٣', U'\u0301', U'×', U'🙂', U'€'}) {
    CHECK_FALSE(is_left_to_right(other));
    CHECK_FALSE(is_right_to_left(other));
  }
}

TEST_CASE("every code point has a width, a direction at most, and extends or begins a character", "[characters]") {
  for (char32_t value = 0; value <= 0x10FFFF; ++value) {
    if (value >= 0xD800 && value <= 0xDFFF) continue;
    const int width = column_width(value);
    REQUIRE((width >= 0 && width <= 2));
    REQUIRE_FALSE((is_left_to_right(value) && is_right_to_left(value)));
    if (!extends_character(value)) continue;
    std::string text = "a";
    append_utf8(text, value);
    REQUIRE(character_end(text, 0) == text.size());
  }
}
