#include "model/text/edit_distance.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace outmap;

namespace {

/// The definition, written down without a cut-off.
std::size_t plain_distance(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j) {
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  return d[a.size()][b.size()];
}

}  // namespace

TEST_CASE("the distance of two words", "[edit-distance]") {
  CHECK(edit_distance("kitten", "sitting", 5) == 3);
  CHECK(edit_distance("size", "szie", 5) == 1);
  CHECK(edit_distance("ca", "abc", 5) == 3);  // no stretch is edited twice
  CHECK(edit_distance("", "abc", 5) == 3);
  CHECK(edit_distance("same", "same", 0) == 0);
  CHECK(edit_distance("größe", "grösse", 5) == 2);  // by code points, not bytes
  CHECK_FALSE(edit_distance("kitten", "sitting", 2));
  CHECK_FALSE(edit_distance("a", "abcdef", 4));
}

TEST_CASE("the distance agrees with its definition for any cut-off", "[edit-distance]") {
  const auto word = rc::gen::container<std::string>(rc::gen::elementOf(std::string("abc")));
  REQUIRE(rc::check([&] {
    const std::string a = *word;
    const std::string b = *word;
    const auto limit = *rc::gen::inRange<std::size_t>(0, 12);
    const std::size_t expected = plain_distance(a, b);
    const auto found = edit_distance(a, b, limit);
    RC_ASSERT(found.has_value() == (expected <= limit));
    if (found) RC_ASSERT(*found == expected);
  }));
}

TEST_CASE("the nearest word", "[edit-distance]") {
  const std::vector<std::string_view> fields = {"id", "name", "size", "attributes", "needs", "perceived_value", "no"};
  CHECK(nearest("nmae", fields) == "name");
  CHECK(nearest("Size", fields) == "size");
  CHECK(nearest("perceived-value", fields) == "perceived_value");
  CHECK(nearest("percieved_valu", fields) == "perceived_value");
  CHECK(nearest("atributs", fields) == "attributes");
  CHECK(nearest("ID", fields) == "id");
  CHECK(nearest("need", fields) == "needs");
  CHECK(nearest("colour", fields) == "");
  CHECK(nearest("ix", fields) == "");  // two letters are one edit away from anything
  CHECK(nearest("", fields) == "");
  CHECK(nearest("name", {}) == "");
  const std::vector<std::string_view> tie = {"cart", "card"};
  CHECK(nearest("carx", tie) == "cart");
}
