#include "model/analysis/closing.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "model/analysis/random.hpp"
#include "tests/support/clinic.hpp"
#include "tests/support/effect_maps.hpp"
#include "tests/support/elements.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

/// The initiative i, the factor f, and o: 3 of 10, wanted 8, so that the gap is half of the scale.
MapContent one_gap() {
  MapContent content;
  content.initiatives = {named<Initiative>("i")};
  content.factors = {named<Factor>("f")};
  content.outcomes = {measured_outcome("o", 5, 3, 8)};
  return content;
}

std::vector<Closing> closings(MapContent content) {
  const Map map = make_map(std::move(content));
  const LevelTable levels(map, {});
  return GapClosing(map, levels).of(*map.get<Initiative>("i"));
}

}  // namespace

TEST_CASE("what an initiative states is what it closes", "[closing]") {
  MapContent content = one_gap();
  content.initiatives[0].closes = {{"o", 0.3}};
  CHECK(closings(content) == std::vector<Closing>{{"o", 0.3, 0, ClosingSource::stated}});
  content.influences = {influence("i", "o", 0.9)};
  CHECK(closings(content)[0].share == 0.3);
  content.initiatives[0].closes.clear();
  content.influences.clear();
  CHECK(closings(content).empty());
}

TEST_CASE("else its strongest path does, against the gap", "[closing]") {
  MapContent content = one_gap();
  content.influences = {influence("i", "f", 0.8), influence("f", "o", 0.5), influence("i", "o", 0.1)};
  const auto found = closings(content);
  REQUIRE(found.size() == 1);
  CHECK(found[0].share == Approx(0.8 * 0.5 / 0.5));
  CHECK(found[0].from == ClosingSource::influences);
  content.influences[1].weight = 0.9;
  CHECK(closings(content)[0].share == 1);  // never more than the gap
}

TEST_CASE("a path away from the target closes nothing and is harm", "[closing]") {
  MapContent content = one_gap();
  content.influences = {influence("i", "f", -0.8), influence("f", "o", 0.5), influence("i", "o", 0.1)};
  CHECK(closings(content)[0].share == 0);
  CHECK(closings(content)[0].harm == Approx(0.4));
  content.outcomes[0].direction = Direction::less;
  content.outcomes[0].current = 8;
  content.outcomes[0].target = 3;
  CHECK(closings(content)[0].share == Approx(0.8));
  CHECK(closings(content)[0].harm == 0);
}

TEST_CASE("a stated share counts as an influence on what comes after it", "[closing]") {
  MapContent content = one_gap();
  content.outcomes.push_back(measured_outcome("next", 5, 2, 6));
  content.initiatives[0].closes = {{"o", 0.5}};
  content.influences = {influence("o", "next", 0.8)};
  const auto found = closings(content);
  REQUIRE(found.size() == 2);
  CHECK(found[0].outcome == "next");
  CHECK(found[0].share == Approx(0.5 * 0.5 * 0.8 / 0.4));
}

TEST_CASE("parallel influences add up, loops add nothing", "[closing]") {
  MapContent content = one_gap();
  content.influences = {influence("i", "f", 0.1), influence("i", "f", 0.2), influence("f", "o", 1),
                        influence("o", "f", 1), influence("f", "f", 1)};
  CHECK(closings(content)[0].share == Approx(0.3 / 0.5));
}

TEST_CASE("without a gap there is nothing to close, without a level nothing to say", "[closing]") {
  MapContent content = one_gap();
  content.influences = {influence("i", "o", 0.5)};
  content.outcomes[0].current = 9;
  CHECK(closings(content)[0].share == 0);
  content.outcomes[0].current.reset();
  CHECK(closings(content).empty());
}

namespace {

/// The strongest of all paths that visit nothing twice, rising and falling.
void try_paths(const std::vector<std::vector<double>>& weights, std::vector<int>& path, double strength, int target,
               double& rising, double& falling) {
  if (path.back() == target) {
    (strength > 0 ? rising : falling) = std::max(strength > 0 ? rising : falling, std::abs(strength));
    return;
  }
  for (int next = 0; next < static_cast<int>(weights.size()); ++next) {
    const double weight = weights[path.back()][next];
    if (weight == 0 || std::ranges::count(path, next) > 0) continue;
    path.push_back(next);
    try_paths(weights, path, strength * weight, target, rising, falling);
    path.pop_back();
  }
}

}  // namespace

TEST_CASE("the strongest path agrees with trying all of them", "[closing]") {
  Random random(4);
  for (int round = 0; round < 200; ++round) {
    MapContent content = one_gap();
    content.outcomes[0].current = 0;
    content.outcomes[0].target = 10;  // the whole scale, so that the share is the strength
    content.factors = {named<Factor>("f2"), named<Factor>("f3"), named<Factor>("f4"), named<Factor>("f5")};
    const Ids ids = {"i", "o", "f2", "f3", "f4", "f5"};
    std::vector<std::vector<double>> weights(6, std::vector<double>(6, 0));
    for (int from = 0; from < 6; ++from) {
      for (int to = 1; to < 6; ++to) {
        if (from == to || from == 1 || random.below(2) == 0) continue;
        weights[from][to] = random.unit() * (random.below(4) == 0 ? -1 : 1);
        content.influences.push_back(influence(ids[from], ids[to], weights[from][to]));
      }
    }
    double rising = 0, falling = 0;
    std::vector<int> path = {0};
    try_paths(weights, path, 1, 1, rising, falling);
    const auto found = closings(content);
    if (rising == 0 && falling == 0) {
      CHECK(found.empty());
      continue;
    }
    REQUIRE(found.size() == 1);
    if (rising >= falling) CHECK(found[0].share == Approx(rising));
    if (rising < falling) CHECK(found[0].harm == Approx(falling));
  }
}
