#include "model/analysis/clusters/stability.hpp"

#include <catch2/catch.hpp>

#include "model/analysis/partition_quality.hpp"
#include "model/analysis/random.hpp"
#include "tests/support/graphs.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

Partition partition_of(std::vector<std::uint32_t> labels) { return number_by_size(labels); }

Partition random_partition(std::uint32_t nodes, std::uint32_t most_clusters, std::uint64_t seed) {
  Random random(seed);
  std::vector<std::uint32_t> labels;
  for (std::uint32_t i = 0; i < nodes; ++i) labels.push_back(random.below(most_clusters));
  return number_by_size(labels);
}

/// Twice the pairs together in `a`, and of these the ones together in `b`, among pairs that `counts` admits.
template <class Admit>
std::optional<double> slow_share(const Partition& a, const std::vector<Partition>& runs, const Admit& counts) {
  double together = 0, kept = 0;
  for (const auto& b : runs) {
    for (std::size_t i = 0; i < a.cluster_of.size(); ++i) {
      for (std::size_t j = 0; j < a.cluster_of.size(); ++j) {
        if (i == j || a.cluster_of[i] != a.cluster_of[j] || !counts(i, j)) continue;
        ++together;
        kept += b.cluster_of[i] == b.cluster_of[j];
      }
    }
  }
  if (together == 0) return {};
  return kept / together;
}

}  // namespace

TEST_CASE("Stability by hand") {
  // {a b c}, {d e}, {f}; the only run parts c from a and b, and joins d, e and f.
  const auto partition = partition_of({0, 0, 0, 1, 1, 2});
  const auto report = find_stability(
      partition,
      [](std::uint64_t) {
        return partition_of({0, 0, 2, 1, 1, 1});
      },
      1);
  CHECK(report.runs == 1);
  CHECK(report.whole == Approx(2.0 / 4));
  REQUIRE(report.clusters.size() == 3);
  CHECK(report.clusters[0] == Approx(1.0 / 3));
  CHECK(report.clusters[1] == Approx(1));
  CHECK_FALSE(report.clusters[2].has_value());
  CHECK(report.nodes[0] == Approx(0.5));
  CHECK(report.nodes[2] == Approx(0));
  CHECK(report.nodes[3] == Approx(1));
  CHECK_FALSE(report.nodes[5].has_value());
}

TEST_CASE("Shares of pairs are those of comparing all pairs") {
  for (std::uint64_t number = 1; number <= 50; ++number) {
    const auto nodes = static_cast<std::uint32_t>(1 + number % 17);
    const auto partition = random_partition(nodes, 4, number);
    std::vector<Partition> runs;
    const auto again = [&](std::uint64_t seed) { return random_partition(nodes, 3, seed); };
    StabilityOptions options{.seed = number, .threads = 1};
    const auto report = find_stability(
        partition,
        [&](std::uint64_t seed) {
          runs.push_back(again(seed));
          return runs.back();
        },
        7, options);
    REQUIRE(runs.size() == 7);
    const auto same = [](std::optional<double> x, std::optional<double> y) {
      return x.has_value() == y.has_value() && (!x || std::abs(*x - *y) < 1e-12);
    };
    REQUIRE(same(report.whole, slow_share(partition, runs, [](auto, auto) { return true; })));
    for (std::uint32_t c = 0; c < partition.cluster_count; ++c) {
      REQUIRE(same(report.clusters[c],
                   slow_share(partition, runs, [&](auto i, auto) { return partition.cluster_of[i] == c; })));
    }
    for (std::uint32_t node = 0; node < nodes; ++node) {
      REQUIRE(same(report.nodes[node], slow_share(partition, runs, [&](auto i, auto) { return i == node; })));
    }
    double agreement = 0;
    for (const auto& run : runs) agreement += adjusted_rand_index(partition, run) / 7;
    REQUIRE(report.agreement == Approx(agreement).margin(1e-12));
  }
}

TEST_CASE("Clear groups come back, groups in noise do not") {
  const auto clear = planted_groups(6, 30, 0.5, 0.01, 1);
  const auto found = find_communities(clear).partition;
  const auto firm = find_stability(clear, found);
  CHECK(firm.runs == 100);
  CHECK(firm.whole.value() > 0.99);
  CHECK(firm.agreement > 0.99);

  const auto noise = random_graph({.nodes = 180, .chance = 0.04, .seed = 2});
  const auto loose = find_stability(noise, find_communities(noise).partition);
  CHECK(loose.whole.value() < 0.5);
  CHECK(loose.agreement < 0.4);
}

TEST_CASE("Without resampling only the seed differs") {
  const auto clear = planted_groups(6, 30, 0.5, 0.01, 1);
  const auto report =
      find_stability(clear, find_communities(clear).partition, {}, {.runs = 10, .resample_ties = false});
  CHECK(report.whole == Approx(1));
}

TEST_CASE("Stability is the same for any number of threads, and another for other seeds") {
  const auto graph = random_graph({.nodes = 120, .chance = 0.05, .weighted = true, .seed = 3});
  const auto partition = find_communities(graph).partition;
  const auto with = [&](unsigned threads, std::uint64_t seed) {
    return find_stability(graph, partition, {}, {.runs = 20, .seed = seed, .threads = threads});
  };
  const auto one = with(1, 1);
  for (const unsigned threads : {2U, 3U, 8U}) {
    const auto many = with(threads, 1);
    CHECK(many.whole == one.whole);
    CHECK(many.clusters == one.clusters);
    CHECK(many.nodes == one.nodes);
    CHECK(many.agreement == one.agreement);
  }
  CHECK(with(2, 2).nodes != one.nodes);
}

TEST_CASE("Resampled ties are those of the graph, as many as it has") {
  const auto graph = random_graph({.nodes = 60, .chance = 0.1, .seed = 5});
  const auto ties = static_cast<double>(graph.edge_count());
  double distinct = 0;
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    const auto drawn = resample_ties(graph, seed);
    REQUIRE(drawn.node_count() == 60);
    REQUIRE(drawn.total_weight() == Approx(ties));
    for (const auto& edge : drawn.edges()) {
      const auto row = graph.neighbours(edge.from);
      REQUIRE(std::find(row.begin(), row.end(), edge.to) != row.end());
    }
    distinct += static_cast<double>(drawn.edge_count()) / ties / 50;
  }
  CHECK(distinct == Approx(1 - std::exp(-1)).margin(0.02));
  CHECK(resample_ties(CompactGraph::from_edges(3, {}), 1).edge_count() == 0);
}

TEST_CASE("Large graphs get fewer runs") {
  CHECK(runs_for(0) == 100);
  CHECK(runs_for(20'000) == 100);
  CHECK(runs_for(100'000) == 20);
  CHECK(runs_for(5'000'000) == 5);
}

TEST_CASE("A run over other nodes is refused") {
  CHECK_THROWS_WITH(find_stability(
                        partition_of({0, 0}), [](std::uint64_t) { return partition_of({0}); }, 1),
                    "a run clustered 1 nodes and not 2: cluster the same nodes");
}
