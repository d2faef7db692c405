#include "model/text/utf8.hpp"

#include <catch2/catch.hpp>

using namespace outmap;

TEST_CASE("well-formed UTF-8 is told from other bytes", "[utf8]") {
  CHECK(find_invalid_utf8("") == std::string_view::npos);
  CHECK(find_invalid_utf8("plain letters, more than eight of them") == std::string_view::npos);
  CHECK(find_invalid_utf8("Zürich – Привет 日本 🌀") == std::string_view::npos);
  CHECK(find_invalid_utf8("\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xEF\xBF\xBF\xF0\x90\x80\x80\xF4\x8F\xBF\xBF") ==
        std::string_view::npos);
  struct Case {
    std::string_view text;
    std::size_t first;
  };
  const Case cases[] = {
      {"abcdefghij\xFF", 10},        // no leading byte
      {"\x80", 0},                   // a continuation alone
      {"a\xC3", 1},                  // cut off
      {"a\xE2\x82", 1},              // cut off in the middle
      {"a\xC3(", 1},                 // not continued
      {"\xC0\xAF", 0},               // overlong
      {"\xE0\x80\x80", 0},           // overlong
      {"\xF0\x80\x80\x80", 0},       // overlong
      {"ok\xED\xA0\x80", 2},         // a surrogate
      {"\xF4\x90\x80\x80", 0},       // above U+10FFFF
      {"\xF8\x88\x80\x80\x80", 0},   // five bytes
      {"\xC3\xA9\xC3\xA9\xE9t", 4},  // Latin-1 behind UTF-8
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(find_invalid_utf8(c.text) == c.first);
  }
}

TEST_CASE("code points are counted, read and written", "[utf8]") {
  CHECK(count_code_points("") == 0);
  CHECK(count_code_points("a é 日 🌀") == 7);
  CHECK(to_code_points("aé日🌀") == U"aé日🌀");
  CHECK(to_code_points("a\xFFz") == std::u32string{U'a', 0xFFFD, U'z'});

  std::string written;
  for (const char32_t point : {char32_t{'a'}, U'é', U'日', U'🌀', char32_t{0xD800}, char32_t{0x110000}})
    append_utf8(written, point);
  CHECK(written == "aé日🌀\xEF\xBF\xBD\xEF\xBF\xBD");

  const auto point = code_point_at("x日", 1);
  REQUIRE(point);
  CHECK(point->value == U'日');
  CHECK(point->bytes == 3);
  CHECK_FALSE(code_point_at("x日", 2));
}

TEST_CASE("every code point survives being written and read", "[utf8]") {
  std::size_t wrong = 0;
  for (char32_t point = 0; point <= 0x10FFFF; ++point) {
    if (point == 0xD800) point = 0xE000;
    std::string text;
    append_utf8(text, point);
    const auto read = code_point_at(text, 0);
    if (!read || read->value != point || read->bytes != text.size() || count_code_points(text) != 1) ++wrong;
  }
  CHECK(wrong == 0);
}
