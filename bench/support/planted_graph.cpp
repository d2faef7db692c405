#include "bench/support/planted_graph.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "model/analysis/random.hpp"

namespace outmap::bench {

namespace {

/// A number from `low` to `high` with density ∝ x^−exponent, by inversion.
double power_law(Random& random, double exponent, double low, double high) {
  const double u = random.unit();
  if (exponent == 1) return low * std::pow(high / low, u);
  const double power = 1 - exponent;
  return std::pow(std::pow(low, power) + u * (std::pow(high, power) - std::pow(low, power)), 1 / power);
}

std::vector<std::uint32_t> shuffled_numbers(Random& random, std::uint32_t count) {
  std::vector<std::uint32_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), 0);
  random.shuffle(std::span(numbers));
  return numbers;
}

/// Matches ends at random, two at a time.
void tie_ends(Random& random, std::vector<std::uint32_t>& ends, std::vector<WeightedEdge>& edges) {
  random.shuffle(std::span(ends));
  for (std::size_t i = 0; i + 1 < ends.size(); i += 2) {
    if (ends[i] != ends[i + 1]) edges.push_back({std::min(ends[i], ends[i + 1]), std::max(ends[i], ends[i + 1])});
  }
}

}  // namespace

std::vector<WeightedEdge> planted_edges(const PlantedOptions& options) {
  Random random(options.seed);
  const auto number = shuffled_numbers(random, options.nodes);
  std::vector<WeightedEdge> edges;
  edges.reserve(options.nodes * std::size_t{6});
  std::vector<std::uint32_t> outside;
  for (std::uint32_t first = 0; first < options.nodes;) {
    const auto size = static_cast<std::uint32_t>(power_law(random, 1, 20, 200));
    const std::uint32_t last = std::min(first + size, options.nodes);
    std::vector<std::uint32_t> inside;
    for (std::uint32_t node = first; node < last; ++node) {
      for (auto degree = std::lround(power_law(random, 2, 4.4, 50)); degree > 0; --degree) {
        (random.unit() < options.mixing ? outside : inside).push_back(number[node]);
      }
    }
    tie_ends(random, inside, edges);
    first = last;
  }
  tie_ends(random, outside, edges);
  const auto pair = [](const WeightedEdge& e) { return std::pair(e.from, e.to); };
  std::sort(edges.begin(), edges.end(), [&](const auto& a, const auto& b) { return pair(a) < pair(b); });
  edges.erase(std::unique(edges.begin(), edges.end(), [&](const auto& a, const auto& b) { return pair(a) == pair(b); }),
              edges.end());
  return edges;
}

}  // namespace outmap::bench
