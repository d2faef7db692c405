#include "model/analysis/clusters/cuts.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "model/analysis/random.hpp"
#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

using Pair = std::pair<std::size_t, std::size_t>;

/// Customers c00, c01 … with these relations; vertex v is customer v.
RelationGraph graph_of(std::size_t size, const std::vector<Pair>& ties) {
  MapContent content;
  const auto id = [](std::size_t number) {
    return "c" +
           std::string(number < 10     ? "000"
                       : number < 100  ? "00"
                       : number < 1000 ? "0"
                                       : "") +
           std::to_string(number);
  };
  for (std::size_t i = 0; i < size; ++i) content.customers.push_back(customer(id(i)));
  for (const auto& [from, to] : ties) {
    Relation relation;
    relation.from = id(from);
    relation.to = id(to);
    content.relations.push_back(relation);
  }
  return relation_graph(make_map(std::move(content)));
}

/// Who reaches `start` when `gone` has left and the tie `broken` does not hold.
std::set<std::size_t> reached(const std::vector<Pair>& ties, std::size_t start, std::size_t gone, Pair broken) {
  std::set<std::size_t> seen = {start};
  for (bool grows = true; grows;) {
    grows = false;
    for (auto [a, b] : ties) {
      if (a == gone || b == gone || std::minmax(a, b) == std::minmax(broken.first, broken.second)) continue;
      if (seen.contains(a) != seen.contains(b)) {
        seen.insert(a);
        seen.insert(b);
        grows = true;
      }
    }
  }
  return seen;
}

constexpr std::size_t nobody = 999;

/// The pieces of the part of `vertex` once it is gone, the one that stays first.
std::vector<std::vector<std::size_t>> pieces_by_deletion(const std::vector<Pair>& ties, std::size_t vertex,
                                                         const std::vector<double>& weights) {
  std::set<std::size_t> left = reached(ties, vertex, nobody, {nobody, nobody});
  left.erase(vertex);
  std::vector<std::vector<std::size_t>> pieces;
  while (!left.empty()) {
    const auto piece = reached(ties, *left.begin(), vertex, {nobody, nobody});
    for (const std::size_t member : piece) left.erase(member);
    pieces.emplace_back(piece.begin(), piece.end());
  }
  const auto weight = [&](const std::vector<std::size_t>& piece) {
    double sum = 0;
    for (const std::size_t member : piece) sum += weights[member];
    return sum;
  };
  std::ranges::sort(pieces, [&](const auto& a, const auto& b) {
    return std::tuple(-weight(a), b.size(), a.front()) < std::tuple(-weight(b), a.size(), b.front());
  });
  return pieces;
}

}  // namespace

TEST_CASE("whoever alone ties a part to the rest cuts it off", "[cuts]") {
  // 0 – 1 – 2, 2 – 3, and the triangle 3 4 5; 6 stands alone.
  const Cuts cuts(graph_of(7, {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {3, 5}}), std::vector<double>(7, 1));
  CHECK(cuts.points() == std::vector<RelationVertex>{1, 2, 3});
  CHECK(cuts.parts() == 2);
  const auto lost = cuts.lost_without(2);
  REQUIRE(lost.size() == 1);
  CHECK(cuts.members_of(lost[0]) == std::vector<RelationVertex>{0, 1});
  CHECK(cuts.lost_without(0).empty());
  CHECK(cuts.lost_without(6).empty());
  const auto ties = cuts.ties();
  REQUIRE(ties.size() == 3);
  CHECK(std::pair(ties[2].stays, ties[2].loses) == std::pair<RelationVertex, RelationVertex>(2, 3));
  CHECK(cuts.members_of(ties[2].falls_off) == std::vector<RelationVertex>{3, 4, 5});
}

TEST_CASE("the heaviest piece stays", "[cuts]") {
  const RelationGraph path = graph_of(4, {{0, 1}, {1, 2}, {2, 3}});
  const Cuts light(path, {1, 1, 1, 1});
  CHECK(light.members_of(light.lost_without(1)[0]) == std::vector<RelationVertex>{0});
  const Cuts heavy(path, {9, 1, 1, 1});
  CHECK(heavy.members_of(heavy.lost_without(1)[0]) == std::vector<RelationVertex>{2, 3});
  CHECK(heavy.lost_without(1)[0].weight == 2);
  const Cuts even(graph_of(3, {{0, 1}, {1, 2}}), {1, 1, 1});
  CHECK(even.members_of(even.lost_without(1)[0]) == std::vector<RelationVertex>{2});
}

TEST_CASE("nobody and no tie cuts an empty map, or one without relations", "[cuts]") {
  CHECK(Cuts(graph_of(0, {}), {}).points().empty());
  const Cuts apart(graph_of(3, {}), {1, 1, 1});
  CHECK(apart.ties().empty());
  CHECK(apart.parts() == 3);
}

TEST_CASE("cuts agree with taking away one person, and one tie, after another", "[cuts]") {
  Random random(3);
  for (int round = 0; round < 150; ++round) {
    const std::size_t size = 2 + random.below(11);
    std::set<Pair> pairs;
    for (std::uint32_t i = 0; i < size + random.below(4); ++i) {
      const Pair pair = {random.below(static_cast<std::uint32_t>(size)),
                         random.below(static_cast<std::uint32_t>(size))};
      if (pair.first != pair.second) pairs.insert(std::minmax(pair.first, pair.second));
    }
    const std::vector<Pair> ties(pairs.begin(), pairs.end());
    std::vector<double> weights;
    for (std::size_t i = 0; i < size; ++i) weights.push_back(random.below(4));
    const Cuts cuts(graph_of(size, ties), weights);

    std::vector<RelationVertex> points;
    for (std::size_t vertex = 0; vertex < size; ++vertex) {
      const auto pieces = pieces_by_deletion(ties, vertex, weights);
      const auto lost = cuts.lost_without(vertex);
      REQUIRE(lost.size() == (pieces.empty() ? 0 : pieces.size() - 1));
      for (std::size_t i = 0; i < lost.size(); ++i) CHECK(cuts.members_of(lost[i]) == pieces[i + 1]);
      if (pieces.size() > 1) points.push_back(vertex);
    }
    CHECK(cuts.points() == points);

    const auto bridges = cuts.ties();
    std::size_t next = 0;
    for (const Pair& tie : ties) {
      const auto side = reached(ties, tie.first, nobody, tie);
      if (side.contains(tie.second)) continue;
      REQUIRE(next < bridges.size());
      const CutTie& bridge = bridges[next++];
      CHECK(std::minmax(bridge.stays, bridge.loses) == std::minmax(tie.first, tie.second));
      const auto fallen = reached(ties, bridge.loses, nobody, tie);
      CHECK(cuts.members_of(bridge.falls_off) == std::vector<std::size_t>(fallen.begin(), fallen.end()));
      double heads = 0, others = 0;
      for (const auto member : fallen) heads += weights[member];
      for (const auto member : reached(ties, bridge.stays, nobody, tie)) others += weights[member];
      CHECK(heads <= others);
      CHECK(bridge.falls_off.weight == heads);
    }
    CHECK(next == bridges.size());
  }
}

TEST_CASE("a long chain of people is cut without running out of stack or time", "[cuts]") {
  const std::size_t size = 9'999;
  std::vector<Pair> chain;
  for (std::size_t i = 0; i + 1 < size; ++i) chain.emplace_back(i, i + 1);
  const Cuts cuts(graph_of(size, chain), std::vector<double>(size, 1));
  CHECK(cuts.points().size() == size - 2);
  CHECK(cuts.lost_without(3000)[0].members == 3000);
  CHECK(cuts.ties().size() == size - 1);
}
