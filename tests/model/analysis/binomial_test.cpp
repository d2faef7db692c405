#include "model/analysis/binomial.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

using namespace outmap;

namespace {

double chance_of(int k, int n, double p) {
  return std::exp(std::lgamma(n + 1.0) - std::lgamma(k + 1.0) - std::lgamma(n - k + 1.0) + k * std::log(p) +
                  (n - k) * std::log(1 - p));
}

/// Pearson's statistic of many draws, over the counts that are expected at least 20 times.
double chi_square(int n, double p, int draws, int& cells) {
  Random random(7);
  std::vector<int> seen(static_cast<std::size_t>(n) + 1);
  for (int i = 0; i < draws; ++i) ++seen[draw_binomial(static_cast<std::uint32_t>(n), p, random)];
  double sum = 0, rest_seen = 0, rest_expected = 0;
  for (int k = 0; k <= n; ++k) {
    const double expected = draws * chance_of(k, n, p);
    const double found = seen[static_cast<std::size_t>(k)];
    if (expected < 20) {
      rest_seen += found;
      rest_expected += expected;
      continue;
    }
    sum += (found - expected) * (found - expected) / expected;
    ++cells;
  }
  if (rest_expected > 5) sum += (rest_seen - rest_expected) * (rest_seen - rest_expected) / rest_expected;
  return sum;
}

}  // namespace

TEST_CASE("counts are drawn as often as the binomial distribution says", "[binomial]") {
  struct Case {
    int n;
    double p;
  };
  // Inversion, rejection, both from the upper half, and the edge between the two.
  for (const auto& [n, p] : {Case{5, 0.3}, Case{40, 0.1}, Case{40, 0.25}, Case{100, 0.5}, Case{100, 0.93},
                             Case{1000, 0.37}, Case{30, 0.8}, Case{20, 0.5}}) {
    CAPTURE(n, p);
    int cells = 0;
    const double statistic = chi_square(n, p, 200'000, cells);
    // With m cells the statistic has mean m and standard deviation sqrt(2 m); four of those are left to chance.
    CHECK(statistic < cells + 4 * std::sqrt(2.0 * cells));
    CHECK(cells >= 5);
  }
}

TEST_CASE("what is certain is not left to chance", "[binomial]") {
  Random random(1);
  CHECK(draw_binomial(0, 0.5, random) == 0);
  CHECK(draw_binomial(9, 0, random) == 0);
  CHECK(draw_binomial(9, 1, random) == 9);
  for (int i = 0; i < 1000; ++i) CHECK(draw_binomial(1'000'000, 0.999999, random) <= 1'000'000);
}
