#include "model/text/label.hpp"

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

TEST_CASE("a label holds any text, in sixteen bytes", "[label]") {
  static_assert(sizeof(Label) == 16);
  CHECK(Label().empty());
  CHECK(Label("").empty());
  for (const std::size_t length : {1, 2, 14, 15, 16, 17, 1000}) {
    CAPTURE(length);
    const std::string text = of_length(length);
    CHECK(Label(text).view() == text);
    CHECK(Label(text).str() == text);
    CHECK_FALSE(Label(text).empty());
    CHECK(Label(text) == text);
    CHECK(Label(text) != of_length(length + 1));
  }
  CHECK(Label(std::string_view("a\0b", 3)).view().size() == 3);
}

TEST_CASE("copies of a label are independent of it", "[label]") {
  for (const std::size_t length : {3, 15, 16, 60}) {
    const std::string text = of_length(length);
    Label first = text;
    const Label copy = first;
    first = "other";
    CHECK(copy == text);
    first = copy;
    const Label& same = first;
    first = same;
    CHECK(first == text);
    const Label moved = std::move(first);
    CHECK(moved == text);
  }
}

TEST_CASE("labels are ordered as their texts", "[label]") {
  std::mt19937 random(3);
  std::vector<std::string> texts;
  for (int i = 0; i < 500; ++i) {
    std::string text = of_length(random() % 20);
    if (!text.empty()) text[random() % text.size()] = static_cast<char>(random() % 256);
    texts.push_back(text);
  }
  for (std::size_t i = 1; i < texts.size(); ++i) {
    REQUIRE((Label(texts[i - 1]) <=> Label(texts[i])) == (texts[i - 1] <=> texts[i]));
    REQUIRE((Label(texts[i - 1]) == Label(texts[i])) == (texts[i - 1] == texts[i]));
  }
}
