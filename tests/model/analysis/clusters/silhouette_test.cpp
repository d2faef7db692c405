#include "model/analysis/clusters/silhouette.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "model/analysis/random.hpp"
#include "tests/support/profiles.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

struct Points {
  std::vector<double> at;
  double operator()(std::uint32_t a, std::uint32_t b) const { return std::abs(at[a] - at[b]); }
};

/// Clusters of normal spread around 0, 10, 20 … on a line; sizes differ.
struct Line {
  Points points;
  Partition partition;
};

Line line(const std::vector<std::uint32_t>& sizes, double spread, std::uint64_t seed) {
  Random random(seed);
  Line line;
  std::vector<std::uint32_t> labels;
  for (std::uint32_t c = 0; c < sizes.size(); ++c) {
    for (std::uint32_t i = 0; i < sizes[c]; ++i) {
      labels.push_back(c);
      line.points.at.push_back(10.0 * c + spread * (random.unit() + random.unit() - 1));
    }
  }
  line.partition = number_by_size(labels);
  return line;
}

double slow_width(const Partition& partition, const PairDistance& distance, std::uint32_t i) {
  std::vector<double> sum(partition.cluster_count, 0), count(partition.cluster_count, 0);
  for (std::uint32_t j = 0; j < partition.cluster_of.size(); ++j) {
    if (i == j) continue;
    sum[partition.cluster_of[j]] += distance(i, j);
    ++count[partition.cluster_of[j]];
  }
  const auto own = partition.cluster_of[i];
  if (count[own] == 0) return 0;
  const double a = sum[own] / count[own];
  double b = 1e300;
  for (std::uint32_t c = 0; c < partition.cluster_count; ++c) {
    if (c != own) b = std::min(b, sum[c] / count[c]);
  }
  return a == b ? 0 : (b - a) / std::max(a, b);
}

}  // namespace

TEST_CASE("Silhouettes of four points by hand") {
  const Points points{{0, 1, 4, 6}};
  const auto report = find_silhouettes(Partition{{0, 0, 1, 1}, 2}, points);
  CHECK(report.is_exact);
  CHECK(report.judged == 4);
  CHECK(report.elements[0] == Approx((5 - 1) / 5.0));
  CHECK(report.elements[1] == Approx((4 - 1) / 4.0));
  CHECK(report.elements[2] == Approx((3.5 - 2) / 3.5));
  CHECK(report.elements[3] == Approx((5.5 - 2) / 5.5));
  CHECK(report.clusters[0] == Approx((0.8 + 0.75) / 2));
  CHECK(report.whole == Approx((0.8 + 0.75 + 1.5 / 3.5 + 3.5 / 5.5) / 4));
}

TEST_CASE("Alone, all in one place, and in the wrong cluster") {
  const auto alone = find_silhouettes(Partition{{0, 0, 1}, 2}, Points{{0, 1, 5}});
  CHECK(alone.elements[2] == 0.0);
  CHECK(alone.clusters[1] == 0.0);
  CHECK(alone.whole == Approx((0.8 + 0.75) / 3));
  const auto together = find_silhouettes(Partition{{0, 0, 1, 1}, 2}, Points{{3, 3, 3, 3}});
  CHECK(together.whole == 0.0);
  const auto wrong = find_silhouettes(Partition{{0, 0, 0, 1, 1}, 2}, Points{{0, 1, 9, 10, 11}});
  CHECK(wrong.elements[2] == Approx((1.5 - 8.5) / 8.5));
}

TEST_CASE("One cluster or none has no silhouette") {
  const auto one = find_silhouettes(Partition{{0, 0, 0}, 1}, Points{{0, 1, 5}});
  CHECK_FALSE(one.whole.has_value());
  CHECK(one.judged == 0);
  REQUIRE(one.elements.size() == 3);
  CHECK_FALSE(one.elements[1].has_value());
  CHECK_FALSE(find_silhouettes(Partition{}, Points{}).whole.has_value());
}

TEST_CASE("Silhouettes of customers are those of the definition, with any number of threads") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    const auto map = random_profiles({.count = static_cast<std::uint32_t>(4 + seed), .seed = seed});
    const Similarity similarity(map);
    Random random(seed);
    std::vector<std::uint32_t> labels{0, 1};
    while (labels.size() < similarity.size()) labels.push_back(random.below(4));
    const auto partition = number_by_size(labels);
    const auto report = find_silhouettes(similarity, partition, {.threads = 1 + static_cast<unsigned>(seed % 3)});
    double sum = 0;
    for (std::uint32_t i = 0; i < similarity.size(); ++i) {
      const double expected = slow_width(
          partition, [&](auto a, auto b) { return 1 - similarity.between(a, b); }, i);
      REQUIRE(report.elements[i] == Approx(expected).margin(1e-12));
      sum += expected;
    }
    REQUIRE(report.whole == Approx(sum / static_cast<double>(similarity.size())).margin(1e-12));
  }
}

TEST_CASE("A sample comes as near the exact silhouettes as its size lets expect") {
  const auto all = line({900, 500, 300, 12, 1}, 9, 1);
  const auto exact = find_silhouettes(all.partition, all.points);
  REQUIRE(exact.is_exact);
  double squares = 0;
  for (const auto& width : exact.elements) squares += (*width - *exact.whole) * (*width - *exact.whole);
  const double deviation = std::sqrt(squares / static_cast<double>(exact.elements.size()));
  double mean = 0;
  double judged = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const auto sampled =
        find_silhouettes(all.partition, all.points, {.exact_up_to = 1'000, .sample = 400, .seed = seed, .threads = 2});
    REQUIRE_FALSE(sampled.is_exact);
    REQUIRE(sampled.judged < 500);
    REQUIRE(*sampled.whole == Approx(*exact.whole).margin(4 * deviation / std::sqrt(sampled.judged)));
    REQUIRE(sampled.clusters[3].has_value());
    REQUIRE(sampled.clusters[4] == 0.0);
    mean += *sampled.whole / 40;
    judged += sampled.judged;
  }
  CHECK(mean == Approx(*exact.whole).margin(4 * deviation / std::sqrt(judged)));
}

TEST_CASE("The sample depends on the seed, not on the threads") {
  const auto all = line({300, 200}, 12, 2);
  const auto with = [&](std::uint64_t seed, unsigned threads) {
    return find_silhouettes(all.partition, all.points,
                            {.exact_up_to = 100, .sample = 50, .seed = seed, .threads = threads});
  };
  CHECK(with(1, 1).elements == with(1, 4).elements);
  CHECK(with(1, 1).whole == with(1, 3).whole);
  CHECK(with(1, 1).elements != with(2, 1).elements);
}

TEST_CASE("Very many clusters are judged by few of their members") {
  const auto all = line(std::vector<std::uint32_t>(600, 5), 3, 3);
  const auto report = find_silhouettes(all.partition, all.points, {.exact_up_to = 100, .sample = 200});
  CHECK(report.judged == 200 * 200 / 1'200);
  CHECK(*report.whole == Approx(*find_silhouettes(all.partition, all.points).whole).margin(0.05));
}

TEST_CASE("Silhouettes of other elements than those clustered are refused") {
  const auto map = random_profiles({.count = 4});
  CHECK_THROWS_WITH(find_silhouettes(Similarity(map), Partition{{0, 1}, 2}),
                    "a partition of 2 nodes for 4 customers and partners: cluster all of them");
  CHECK_THROWS_WITH(find_silhouettes(Partition{{0, 1}, 2}, Points{{0, 1}}, {.sample = 1}),
                    "a sample of fewer than 2 elements: give 1000 or more");
}
