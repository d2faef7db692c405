#include "model/text/compact_text.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

using namespace outmap;

namespace {

std::string of_length(std::size_t length) {
  std::string text;
  while (text.size() < length) text += static_cast<char>('a' + text.size() % 26);
  return text;
}

}  // namespace

TEST_CASE("a compact text holds any text, in sixteen bytes", "[compact_text]") {
  static_assert(sizeof(CompactText) == 16);
  CHECK(CompactText().empty());
  CHECK(CompactText("").empty());
  for (const std::size_t length : {1, 2, 14, 15, 16, 17, 1000}) {
    CAPTURE(length);
    const std::string text = of_length(length);
    CHECK(CompactText(text).view() == text);
    CHECK(CompactText(text).str() == text);
    CHECK_FALSE(CompactText(text).empty());
    CHECK(CompactText(text) == text);
    CHECK(CompactText(text) != of_length(length + 1));
  }
  CHECK(CompactText(std::string_view("a\0b", 3)).view().size() == 3);
}

TEST_CASE("copies of a compact text are independent of it", "[compact_text]") {
  for (const std::size_t length : {3, 15, 16, 60}) {
    const std::string text = of_length(length);
    CompactText first = text;
    const CompactText copy = first;
    first = "other";
    CHECK(copy == text);
    first = copy;
    const CompactText& same = first;
    first = same;
    CHECK(first == text);
    const CompactText moved = std::move(first);
    CHECK(moved == text);
  }
}

TEST_CASE("a compact text takes another text in its place", "[compact_text]") {
  for (const std::size_t before : {0, 3, 15, 16, 60}) {
    for (const std::size_t after : {0, 3, 15, 16, 60}) {
      CAPTURE(before, after);
      CompactText text = of_length(before);
      text.assign(of_length(after));
      CHECK(text == of_length(after));
    }
  }
}

TEST_CASE("compact texts are ordered as their texts", "[compact_text]") {
  std::mt19937 random(3);
  std::vector<std::string> texts;
  for (int i = 0; i < 500; ++i) {
    std::string text = of_length(random() % 20);
    if (!text.empty()) text[random() % text.size()] = static_cast<char>(random() % 256);
    texts.push_back(text);
  }
  for (std::size_t i = 1; i < texts.size(); ++i) {
    REQUIRE((CompactText(texts[i - 1]) <=> CompactText(texts[i])) == (texts[i - 1] <=> texts[i]));
    REQUIRE((CompactText(texts[i - 1]) == CompactText(texts[i])) == (texts[i - 1] == texts[i]));
  }
}
