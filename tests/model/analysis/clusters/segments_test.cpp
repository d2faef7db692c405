#include "model/analysis/clusters/segments.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <sstream>

#include "model/analysis/random.hpp"
#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"
#include "tests/support/shared_data.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

using Members = std::vector<std::uint32_t>;
using Texts = std::vector<std::string>;

/// Customers c000, c001 … with one attribute; without it where the value is missing.
Map people(const std::string& name, const std::vector<std::optional<AttributeValue>>& values) {
  MapContent content;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::string digits = std::to_string(i);
    content.customers.push_back(customer("c" + std::string(3 - digits.size(), '0') + digits));
    if (values[i]) content.customers.back().attributes = {{Symbol(name), *values[i]}};
  }
  return make_map(std::move(content));
}

SegmentReport compare(const Map& map, const std::vector<Members>& clusters, const Texts& names, double chance = 0.05) {
  return compare_segments(map, Similarity(map), clusters, names, {chance});
}

AttributeValue word(const char* text) { return Symbol(text); }

Texts groups_of(const std::vector<std::optional<AttributeValue>>& values) {
  return compare(people("x", values), {}, {"x"}).attributes[0].groups;
}

}  // namespace

TEST_CASE("the lady tasting tea", "[segments]") {
  // Fisher's example: of 8 cups 4 had milk first, and of the 4 chosen 3 did. P(3 or 4) = 17/70.
  const Map cups = people("milk", {true, true, true, true, false, false, false, false});
  const SegmentReport found = compare(cups, {{0, 1, 2, 4}, {3, 5, 6, 7}}, {"milk"});
  CHECK(found.attributes[0].groups == Texts{"false", "true"});
  REQUIRE(found.segments.size() == 2);
  CHECK(found.segments[1].groups == Texts{"true"});
  const SegmentCell& chosen = found.cell(1, 0);
  CHECK(chosen.count == 3);
  CHECK(chosen.expected == 2);
  CHECK(chosen.residual == Approx(1 / std::sqrt(0.5)));
  CHECK(chosen.chance == Approx(2 * 17.0 / 70));
  CHECK(found.cell(0, 0).residual == Approx(-chosen.residual));
  CHECK(found.cell(0, 0).chance == Approx(chosen.chance));
  CHECK(found.standing_out.empty());
  CHECK(compare(cups, {{0, 1, 2, 3}, {4, 5, 6, 7}}, {"milk"}).cell(1, 0).chance == Approx(2 * 1.0 / 70));
  CHECK(compare(cups, {{0, 1, 2, 3}, {4, 5, 6, 7}}, {"milk"}).standing_out.empty());  // 4 cells x 2/70 > 0.05
  CHECK(compare(cups, {{0, 1, 2, 3}, {4, 5, 6, 7}}, {"milk"}, 0.2).standing_out.size() == 4);
}

TEST_CASE("the clinic's homes against its clusters, as in the documentation", "[segments]") {
  const std::size_t counts[3][3] = {{21, 6, 3}, {7, 14, 9}, {2, 3, 5}};
  const char* homes[] = {"city", "suburb", "village"};
  std::vector<std::optional<AttributeValue>> values;
  std::vector<Members> clusters(3);
  for (std::size_t home = 0; home < 3; ++home) {
    for (std::size_t cluster = 0; cluster < 3; ++cluster) {
      for (std::size_t i = 0; i < counts[home][cluster]; ++i) {
        clusters[cluster].push_back(static_cast<std::uint32_t>(values.size()));
        values.push_back(word(homes[home]));
      }
    }
  }
  const SegmentReport found = compare(people("home", values), clusters, {"home"});
  CHECK(found.cell(0, 0).expected == Approx(12.86).margin(0.005));
  CHECK(found.cell(0, 0).residual == Approx(3.97).margin(0.005));
  CHECK(found.cell(0, 2).residual == Approx(-2.41).margin(0.005));
  CHECK(found.cell(0, 2).chance == Approx(0.02886).margin(0.000005));
  CHECK(found.standing_out == std::vector<SegmentPlace>{{0, 0}});
  CHECK(*found.adjusted_rand_index == Approx(0.1396).margin(0.00005));
  CHECK(*found.normalised_mutual_information == Approx(0.1243).margin(0.00005));
}

TEST_CASE("segments that are the clusters agree fully and stand out", "[segments]") {
  std::vector<std::optional<AttributeValue>> values;
  std::vector<Members> clusters(3);
  const char* regions[] = {"north", "south", "west"};
  for (std::uint32_t i = 0; i < 60; ++i) {
    values.push_back(word(regions[i % 3]));
    clusters[i % 3].push_back(i);
  }
  const SegmentReport found = compare(people("region", values), clusters, {"region"});
  CHECK(*found.adjusted_rand_index == Approx(1));
  CHECK(*found.normalised_mutual_information == Approx(1));
  CHECK(found.compared == 60);
  REQUIRE(found.standing_out.size() == 9);
  CHECK(found.cell(found.standing_out[0].segment, found.standing_out[0].cluster).residual == Approx(std::sqrt(60)));
  CHECK(found.cell(0, 1).stands_out);
  CHECK(found.cell(0, 1).count == 0);
}

TEST_CASE("numbers of more than four values are cut at their quartiles, equal ones kept together", "[segments]") {
  const auto numbers = [](std::vector<double> list) {
    return std::vector<std::optional<AttributeValue>>(list.begin(), list.end());
  };
  CHECK(groups_of(numbers({8, 1, 2, 3, 4, 5, 6, 7})) == Texts{"1 to 2", "3 to 4", "5 to 6", "7 to 8"});
  CHECK(groups_of(numbers({1, 0, -1, 1, 1, 0.5})) == Texts{"-1", "0", "0.5", "1"});
  CHECK(groups_of(numbers({0, 0, 0, 0, 0, 0, 1, 2, 3, 9})) == Texts{"0", "1 to 2", "3 to 9"});
  CHECK(groups_of(numbers({1, 2, 3, 4, 5})) == Texts{"1 to 2", "3", "4", "5"});
  const SegmentReport found =
      compare(people("x", numbers({8, 1, 2, 3, 4, 5, 6, 7})), {{0, 1, 2, 3, 4, 5, 6, 7}}, {"x"});
  CHECK(found.attributes[0].in_quartiles);
  for (const PeopleSegment& segment : found.segments) CHECK(segment.members == 2);
  CHECK(found.cell(0, 0).chance == 1);  // one cluster: nothing can stand out
}

TEST_CASE("words, truth values, sets and numbers under one name keep apart", "[segments]") {
  const AttributeValue set = Words{Symbol("fr"), Symbol("de"), Symbol("fr")};
  const AttributeValue same = Words{Symbol("de"), Symbol("fr")};
  CHECK(groups_of({word("true"), true, 2.0, set, same, word("de"), false, std::nullopt}) ==
        Texts{"2", "false", "true", "de", "de; fr", "true"});
}

TEST_CASE("who lacks the attribute has a row of its own, which does not count in the agreement", "[segments]") {
  const Map map = people("region", {word("n"), word("n"), word("s"), word("s"), std::nullopt, std::nullopt, word("s")});
  const SegmentReport found = compare(map, {{0, 1, 4}, {2, 3, 5}}, {"region"});
  REQUIRE(found.segments.size() == 3);
  CHECK(found.segments[2].is_missing());
  CHECK(found.segments[2].members == 2);
  CHECK(found.attributes[0].missing == 2);
  CHECK(found.cell(2, 0).count == 1);
  CHECK(found.segments[1] == PeopleSegment{{"s"}, 2, 1});
  CHECK(found.compared == 4);
  CHECK(*found.adjusted_rand_index == Approx(1));
}

TEST_CASE("several attributes make segments together", "[segments]") {
  MapContent content;
  content.customers = {customer("a"), customer("b"), customer("c"), customer("d")};
  const auto set = [&](std::size_t i, const char* region, bool young) {
    content.customers[i].attributes = {{Symbol("region"), Symbol(region)}, {Symbol("young"), young}};
  };
  set(0, "north", true);
  set(1, "north", false);
  set(2, "south", true);
  content.customers[3].attributes = {{Symbol("region"), Symbol("south")}};
  const SegmentReport found = compare(make_map(content), {{0, 1}, {2, 3}}, {"region", "young"});
  REQUIRE(found.segments.size() == 4);
  CHECK(found.segments[0].groups == Texts{"north", "false"});
  CHECK(found.segments[2].groups == Texts{"south", "true"});
  CHECK(found.segments[3].is_missing());
}

TEST_CASE("segments that cannot be made say why", "[segments]") {
  const Map map = people("region", {word("n"), word("s")});
  CHECK_THROWS_WITH(compare(map, {{0, 1}}, {"regoin"}),
                    "no customer or partner has an attribute 'regoin'; did you mean 'region'?");
  CHECK_THROWS_WITH(compare(map, {{0, 1}}, {}), Catch::StartsWith("segments are made of one attribute or more"));
  CHECK_THROWS_AS(compare(map, {{0, 1}, {1}}, {"region"}), std::invalid_argument);
  CHECK_FALSE(compare(map, {}, {"region"}).adjusted_rand_index);
}

namespace {

double choose(std::size_t n, std::size_t k) {
  double ways = 1;
  for (std::size_t i = 0; i < k; ++i) ways = ways * static_cast<double>(n - i) / static_cast<double>(i + 1);
  return k > n ? 0 : ways;
}

/// The probability of each count, added up on the side on which `count` lies.
double tail_by_adding(std::size_t all, std::size_t row, std::size_t column, std::size_t count, bool above) {
  double sum = 0;
  for (std::size_t k = 0; k <= std::min(row, column); ++k) {
    if (column - k > all - row || (above ? k < count : k > count)) continue;
    sum += choose(row, k) * choose(all - row, column - k) / choose(all, column);
  }
  return sum;
}

}  // namespace

TEST_CASE("cross-tables of random people agree with counting and adding", "[segments]") {
  Random random(6);
  const char* regions[] = {"north", "south", "west"};
  for (int round = 0; round < 40; ++round) {
    std::vector<std::optional<AttributeValue>> values;
    std::vector<Members> clusters(4);
    for (std::uint32_t i = 0; i < 40; ++i) {
      const std::uint32_t region = random.below(4);
      values.push_back(region == 3 ? std::nullopt : std::optional(word(regions[region])));
      if (const auto cluster = random.below(5); cluster < 4) clusters[cluster].push_back(i);
    }
    const SegmentReport found = compare(people("region", values), clusters, {"region"});
    std::size_t all = 0;
    for (const Members& cluster : clusters) all += cluster.size();
    for (std::size_t c = 0; c < 4; ++c) {
      std::size_t column = 0;
      double residuals = 0, expected = 0;
      for (std::size_t s = 0; s < found.segments.size(); ++s) {
        const SegmentCell& cell = found.cell(s, c);
        const std::size_t row = found.segments[s].members;
        column += cell.count;
        expected += cell.expected;
        residuals += static_cast<double>(cell.count) - cell.expected;
        const bool above = static_cast<double>(cell.count) >= cell.expected;
        CHECK(cell.chance ==
              Approx(std::min(1.0, 2 * tail_by_adding(all, row, clusters[c].size(), cell.count, above))));
      }
      CHECK(column == clusters[c].size());
      CHECK(expected == Approx(static_cast<double>(column)));
      CHECK(residuals == Approx(0).margin(1e-9));
    }
  }
}

TEST_CASE("where segments and clusters have nothing to do with each other, a cell stands out in 5 % of tables at most",
          "[segments]") {
  Random random(21);
  int with_findings = 0;
  for (int round = 0; round < 300; ++round) {
    std::vector<std::optional<AttributeValue>> values;
    std::vector<Members> clusters(3);
    for (std::uint32_t i = 0; i < 60; ++i) {
      values.push_back(word(random.below(3) == 0 ? "a" : random.below(2) == 0 ? "b" : "c"));
      clusters[random.below(3)].push_back(i);
    }
    if (!compare(people("x", values), clusters, {"x"}).standing_out.empty()) ++with_findings;
  }
  CHECK(with_findings <= 24);  // 15 expected at most; 24 is 2.4 standard deviations above
}

TEST_CASE("the order of the file does not change the table", "[segments]") {
  MapContent content;
  Random random(2);
  for (int i = 0; i < 20; ++i) {
    content.customers.push_back(customer("c" + std::to_string(i)));
    content.customers.back().attributes = {{Symbol("age"), double(random.below(60))}};
  }
  const std::vector<Members> clusters = {{0, 3, 4, 9}, {1, 2, 5, 6, 19}};
  const SegmentReport found = compare(make_map(content), clusters, {"age"});
  std::ranges::reverse(content.customers);
  CHECK(compare(make_map(content), clusters, {"age"}) == found);
}

TEST_CASE("German chemicals policy: kinds of organisation against their stance", "[segments]") {
  const auto file = shared_data("networks/chemnet/nodes.csv");
  if (!file) {
    WARN("skipped: networks/chemnet is absent");
    return;
  }
  std::ifstream rows(*file);
  std::string line;
  std::getline(rows, line);
  MapContent content;
  std::vector<double> stances;
  while (std::getline(rows, line)) {
    std::ranges::replace(line, '"', ' ');
    std::istringstream cells(line);
    std::string id, type, stance;
    std::getline(cells, id, ',');
    std::getline(cells, type, ',');
    for (int column = 0; column < 4; ++column) std::getline(cells, stance, ',');  // Premanufacturing
    const auto bare = [](std::string text) { return std::erase(text, ' '), text; };
    content.customers.push_back(customer(bare(id)));
    content.customers.back().attributes = {{Symbol("type"), Symbol(bare(type))}, {Symbol("stance"), std::stod(stance)}};
  }
  REQUIRE(content.customers.size() == 30);
  const Map map = make_map(content);
  const Similarity similarity(map);
  std::vector<Members> by_stance(3);
  for (const Customer& each : map->customers) {
    const double stance = std::get<double>(*find_attribute(each.attributes, Symbol("stance")));
    by_stance[static_cast<std::size_t>(stance + 1)].push_back(similarity.find(each.id).value());
  }
  const Texts names = {"type"};
  const SegmentReport found = compare_segments(map, similarity, by_stance, names);
  // Against, undecided, for; counted in the table by hand.
  const std::vector<std::pair<std::string, std::vector<std::size_t>>> counts = {
      {"gov", {2, 1, 8}}, {"ig", {3, 2, 2}}, {"io", {0, 0, 3}}, {"par", {0, 0, 3}}, {"sci", {2, 2, 2}}};
  REQUIRE(found.segments.size() == counts.size());
  for (std::size_t s = 0; s < counts.size(); ++s) {
    CHECK(found.segments[s].groups == Texts{counts[s].first});
    for (std::size_t c = 0; c < 3; ++c) CHECK(found.cell(s, c).count == counts[s].second[c]);
  }
  CHECK(found.cell(0, 2).expected == Approx(11 * 18 / 30.0));
  CHECK(found.cell(0, 2).residual == Approx((8 - 6.6) / std::sqrt(6.6 * 19 / 30 * 12 / 30)));
  CHECK(found.standing_out.empty());  // thirty organisations are too few to tell
  CHECK(*found.adjusted_rand_index < 0.1);
}
