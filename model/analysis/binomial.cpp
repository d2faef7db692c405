#include "model/analysis/binomial.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace outmap {
namespace {

constexpr double inversion_below = 10;  // a mean; BTRS holds from there on

std::uint32_t draw_by_inversion(std::uint32_t n, double p, Random& random) {
  const double odds = p / (1 - p);
  double chance = std::pow(1 - p, n);
  double left = random.unit();
  std::uint32_t successes = 0;
  while (left > chance && successes < n) {
    left -= chance;
    ++successes;
    chance *= (n + 1.0 - successes) / successes * odds;
  }
  return successes;
}

/// ln k! less Stirling's (k + 1/2) ln(k + 1) - (k + 1) + ln(2 pi)/2.
double stirling_rest(double k) {
  constexpr std::array<double, 10> small = {
      0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.02079067210376509, 0.0166446911898211,
      0.0138761288230707, 0.0118967099458917, 0.0104112652619720, 0.00925546218271273, 0.00833056343336287};
  if (k < 10) return small[static_cast<std::size_t>(k)];
  const double next = k + 1;
  return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / (next * next)) / (next * next)) / next;
}

/// ln of the chance of k over that of the most likely count m.
double log_ratio(double k, double m, double n, double odds) {
  return (m + 0.5) * std::log((m + 1) / (odds * (n - m + 1))) + (n + 1) * std::log((n - m + 1) / (n - k + 1)) +
         (k + 0.5) * std::log(odds * (n - k + 1) / (k + 1)) + stirling_rest(m) + stirling_rest(n - m) -
         stirling_rest(k) - stirling_rest(n - k);
}

/// p at most a half, n p at least 10. The names of the paper.
std::uint32_t draw_by_rejection(std::uint32_t count, double p, Random& random) {
  const double n = count;
  const double odds = p / (1 - p);
  const double spread = std::sqrt(n * p * (1 - p));
  const double b = 1.15 + 2.53 * spread;
  const double a = -0.0873 + 0.0248 * b + 0.01 * p;
  const double centre = n * p + 0.5;
  const double accepted_at_once = 0.92 - 4.2 / b;
  const double alpha = (2.83 + 5.1 / b) * spread;
  const double most_likely = std::floor((n + 1) * p);
  while (true) {
    const double u = random.unit() - 0.5;
    const double v = 1 - random.unit();  // above 0
    const double us = 0.5 - std::abs(u);
    const double k = std::floor((2 * a / us + b) * u + centre);
    if (us >= 0.07 && v <= accepted_at_once) return static_cast<std::uint32_t>(k);
    if (!(k >= 0 && k <= n)) continue;
    if (std::log(v * alpha / (a / (us * us) + b)) <= log_ratio(k, most_likely, n, odds)) {
      return static_cast<std::uint32_t>(k);
    }
  }
}

}  // namespace

std::uint32_t draw_binomial(std::uint32_t n, double p, Random& random) {
  if (n == 0 || p <= 0) return 0;
  if (p >= 1) return n;
  if (p > 0.5) return n - draw_binomial(n, 1 - p, random);
  return n * p < inversion_below ? draw_by_inversion(n, p, random) : draw_by_rejection(n, p, random);
}

}  // namespace outmap
