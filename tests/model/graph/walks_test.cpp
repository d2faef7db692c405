#include "model/graph/walks.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "tests/support/make_map.hpp"

namespace outmap {
namespace {

/// Factors f0, f1 … with influences between them.
struct Claim {
  int from;
  int to;
  double weight;
};

EffectGraph factor_graph(int factors, const std::vector<Claim>& claims) {
  MapContent content;
  content.title = "Test";
  for (int i = 0; i < factors; ++i) {
    Factor factor;
    factor.id = "f" + std::to_string(i);
    factor.name = factor.id;
    content.factors.push_back(factor);
  }
  for (const Claim& claim : claims) {
    Influence influence;
    influence.from = "f" + std::to_string(claim.from);
    influence.to = "f" + std::to_string(claim.to);
    influence.weight = claim.weight;
    content.influences.push_back(influence);
  }
  return effect_graph(test::make_map(std::move(content)));
}

std::set<std::vector<EffectVertex>> sequences(const CycleReport& report) {
  std::set<std::vector<EffectVertex>> all;
  for (const EffectCycle& cycle : report.cycles) all.insert(cycle.vertices);
  return all;
}

/// Every elementary cycle by trying all ways, without any pruning.
void try_all(const std::set<std::pair<int, int>>& links, std::vector<EffectVertex>& path, std::size_t limit,
             std::set<std::vector<EffectVertex>>& found) {
  for (auto [from, to] : links) {
    if (static_cast<EffectVertex>(from) != path.back()) continue;
    const auto next = static_cast<EffectVertex>(to);
    if (next == path.front()) found.insert(path);
    if (next <= path.front() || path.size() == limit || std::count(path.begin(), path.end(), next)) continue;
    path.push_back(next);
    try_all(links, path, limit, found);
    path.pop_back();
  }
}

TEST_CASE("a loop is reinforcing or balancing by the product of its weights") {
  const CycleReport report =
      find_cycles(factor_graph(5, {{0, 1, 0.8}, {1, 2, 0.5}, {2, 0, 0.5}, {2, 3, 1}, {3, 2, -0.5}, {4, 4, -0.1}}));
  REQUIRE(report.cycles.size() == 3);
  CHECK(report.complete);
  CHECK(report.cycles[0].vertices == std::vector<EffectVertex>{4});
  CHECK_FALSE(report.cycles[0].reinforcing());
  CHECK(report.cycles[1].vertices == std::vector<EffectVertex>{2, 3});
  CHECK(report.cycles[1].gain == -0.5);
  CHECK(report.cycles[1].negative_links == 1);
  CHECK(report.cycles[2].gain == Approx(0.2));
  CHECK(report.cycles[2].reinforcing());
}

TEST_CASE("parallel effects count as one loop of their summed weight") {
  const CycleReport report = find_cycles(factor_graph(2, {{0, 1, 0.3}, {0, 1, 0.2}, {1, 0, 1}}));
  REQUIRE(report.cycles.size() == 1);
  CHECK(report.cycles[0].gain == Approx(0.5));
}

TEST_CASE("a ring of eight links is found, one of nine is not") {
  std::vector<Claim> ring;
  for (int i = 0; i < 9; ++i) ring.push_back({i, (i + 1) % 9, 1});
  CHECK(find_cycles(factor_graph(9, ring)).cycles.empty());
  ring.pop_back();
  ring.push_back({7, 0, 1});
  CHECK(find_cycles(factor_graph(9, ring)).cycles.size() == 1);
}

TEST_CASE("a complete graph of five has 84 elementary cycles of two links and more") {
  // Σ over k of C(5,k)·(k−1)!: 10 + 20 + 30 + 24
  std::vector<Claim> claims;
  for (int i = 0; i < 5; ++i)
    for (int j = 0; j < 5; ++j)
      if (i != j) claims.push_back({i, j, 0.5});
  CHECK(find_cycles(factor_graph(5, claims)).cycles.size() == 84);
  CycleOptions few;
  few.max_cycles = 10;
  const CycleReport stopped = find_cycles(factor_graph(5, claims), few);
  CHECK(stopped.cycles.size() == 10);
  CHECK_FALSE(stopped.complete);
}

TEST_CASE("cycles agree with trying every way") {
  REQUIRE(rc::check([] {
    const int size = *rc::gen::inRange(1, 8);
    const auto limit = *rc::gen::inRange<std::size_t>(1, 6);
    const auto pairs = *rc::gen::container<std::set<std::pair<int, int>>>(
        rc::gen::pair(rc::gen::inRange(0, size), rc::gen::inRange(0, size)));
    std::vector<Claim> claims;
    for (auto [from, to] : pairs) claims.push_back({from, to, 0.5});
    std::set<std::vector<EffectVertex>> expected;
    for (int start = 0; start < size; ++start) {
      std::vector<EffectVertex> path{static_cast<EffectVertex>(start)};
      try_all(pairs, path, limit, expected);
    }
    CycleOptions options;
    options.max_links = limit;
    RC_ASSERT(sequences(find_cycles(factor_graph(size, claims), options)) == expected);
  }));
}

TEST_CASE("what an element reaches, and what leads to it, follows the effects") {
  const EffectGraph graph = factor_graph(4, {{0, 1, 1}, {1, 2, 1}, {3, 1, 1}});
  CHECK(reachable_from(graph, {0}) == std::vector<bool>{true, true, true, false});
  CHECK(leading_to(graph, {2}) == std::vector<bool>{true, true, true, true});
  CHECK(leading_to(graph, {0}) == std::vector<bool>{true, false, false, false});
}

TEST_CASE("effects that do not count lead nowhere") {
  const EffectGraph graph = factor_graph(4, {{0, 1, 1}, {1, 2, 0.5}, {3, 1, 1}});
  const auto is_full = [&](EffectEdge edge) { return graph.edges[edge].weight == 1.0; };
  CHECK(reachable_from(graph, {0}, is_full) == std::vector<bool>{true, true, false, false});
  CHECK(leading_to(graph, {2}, is_full) == std::vector<bool>{false, false, true, false});
  CHECK(leading_to(graph, {1}, is_full) == std::vector<bool>{true, true, false, true});
}

}  // namespace
}  // namespace outmap
