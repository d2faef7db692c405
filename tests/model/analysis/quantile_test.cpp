#include "model/analysis/quantile.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <vector>

#include "model/analysis/random.hpp"

namespace outmap {

TEST_CASE("quantiles lie in proportion between the two nearest values", "[quantile]") {
  // R: quantile(c(7, 1, 3, 10), c(0, .05, .25, .5, .9, 1)), type 7
  const std::vector<double> values{7, 1, 3, 10};
  const auto at = [&](double share) {
    std::vector<double> copy = values;
    return quantile(copy, share);
  };
  CHECK(at(0) == 1);
  CHECK(at(0.05) == Approx(1.3));
  CHECK(at(0.25) == Approx(2.5));
  CHECK(at(0.5) == Approx(5));
  CHECK(at(0.9) == Approx(9.1));
  CHECK(at(1) == 10);
}

TEST_CASE("one value is every quantile of itself", "[quantile]") {
  std::vector<double> one{4};
  for (const double share : {0.0, 0.3, 1.0}) CHECK(quantile(one, share) == 4);
}

TEST_CASE("quantiles of shuffled values are those of sorted ones", "[quantile]") {
  Random random(3);
  std::vector<double> values(101);
  for (double& value : values) value = random.unit();
  std::vector<double> sorted = values;
  std::sort(sorted.begin(), sorted.end());
  for (std::size_t i = 0; i <= 100; i += 5) {
    CHECK(quantile(values, static_cast<double>(i) / 100) == Approx(sorted[i]));
  }
}

}  // namespace outmap
