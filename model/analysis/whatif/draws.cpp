#include "model/analysis/whatif/draws.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <span>
#include <tuple>

#include "model/analysis/parallel.hpp"
#include "model/analysis/random.hpp"

namespace outmap {
namespace {

constexpr std::size_t most_assumptions = 200;
constexpr std::size_t most_links_tried = 4000000;  // of all trials together; above, fewer assumptions are tried

struct Interval {
  double low = -1;
  double high = 1;
};

double half_width(double confidence, double spread) { return spread * 2 * (1 - confidence); }

Interval allowed(double weight, double confidence, double spread) {
  const double half = half_width(confidence, spread);
  return {std::max(weight - half, weight < 0 ? -1.0 : 0.0), std::min(weight + half, weight > 0 ? 1.0 : 0.0)};
}

// Each draws a number about 0 whose spread is 1: the half width, or for the normal two standard deviations.
double draw_triangular(Random& random) {
  const double first = random.unit();
  return first + random.unit() - 1;
}
double draw_uniform(Random& random) { return 2 * random.unit() - 1; }
/// Box & Muller 1958, doi:10.1214/aoms/1177706645
double draw_normal(Random& random) {
  const double radius = std::sqrt(-2 * std::log(1 - random.unit()));
  return 0.5 * radius * std::cos(2 * std::numbers::pi * random.unit());
}

/// What `use` makes of the function that draws from a distribution: the choice is made once, outside of its loops.
template <class Use>
auto with_distribution(Distribution distribution, Use use) {
  switch (distribution) {
    case Distribution::triangular:
      return use([](Random& random) { return draw_triangular(random); });
    case Distribution::uniform:
      return use([](Random& random) { return draw_uniform(random); });
    case Distribution::normal:
      break;
  }
  return use([](Random& random) { return draw_normal(random); });
}

std::uint64_t seed_of_run(std::uint64_t seed, std::size_t run) { return seed * 0x9e3779b97f4a7c15 + run + 1; }

}  // namespace

namespace {

/// What can be drawn for one weight.
struct Spread {
  double weight = 0;
  double half = 0;
  Interval within;
};

Spread spread_of(double weight, double confidence, const DrawOptions& options) {
  const double half = weight == 0 ? 0 : half_width(confidence, options.spread);
  return {weight, half, allowed(weight, confidence, options.spread)};
}

template <class DrawUnit>
double draw_from(const Spread& spread, DrawUnit draw_unit, Random& random) {
  if (spread.half <= 0) return spread.weight;
  for (int attempt = 0; attempt < 100; ++attempt) {
    const double drawn = spread.weight + spread.half * draw_unit(random);
    if (spread.within.low <= drawn && drawn <= spread.within.high) return drawn;
  }
  return spread.weight;
}

std::vector<Spread> spreads_of(const Concepts& concepts, const DrawOptions& options) {
  std::vector<Spread> spreads;
  for (std::size_t link = 0; link < concepts.network.links(); ++link)
    spreads.push_back(spread_of(concepts.network.weight(link), concepts.confidence[link], options));
  return spreads;
}

/// Weights for the runs of a block, [link × fcm_lanes + run]; each run draws from numbers of its own.
std::vector<double> draw_weights(const std::vector<Spread>& spreads, std::size_t block, const DrawOptions& draw) {
  std::vector<double> weights(spreads.size() * fcm_lanes);
  with_distribution(draw.distribution, [&](auto draw_unit) {
    for (std::size_t lane = 0; lane < fcm_lanes; ++lane) {
      Random random(seed_of_run(draw.seed, block * fcm_lanes + lane));
      for (std::size_t link = 0; link < spreads.size(); ++link)
        weights[link * fcm_lanes + lane] = draw_from(spreads[link], draw_unit, random);
    }
  });
  return weights;
}

}  // namespace

double draw_weight(double weight, double confidence, const DrawOptions& options, Random& random) {
  const Spread spread = spread_of(weight, confidence, options);
  return with_distribution(options.distribution, [&](auto draw_unit) { return draw_from(spread, draw_unit, random); });
}

Draws draw_runs(const Concepts& concepts, const FcmStart& start, const FcmOptions& options,
                const std::vector<Gauge>& gauges, const DrawOptions& draw) {
  Draws draws;
  draws.changes.assign(gauges.size(), std::vector<double>(draw.runs, 0.0));
  draws.priority.assign(draw.runs, 0.0);
  const std::size_t blocks = (draw.runs + fcm_lanes - 1) / fcm_lanes;
  std::vector<std::size_t> settled(blocks, 0);
  const std::vector<Spread> spreads = spreads_of(concepts, draw);
  std::vector<double> still;  // priorities of what does not move, which is most
  for (const Gauge& gauge : gauges) still.push_back(gauge.priority_at(0));
  constexpr std::size_t steps_of_a_draw = 5;
  const std::size_t steps = draw.runs * concepts.network.links() * steps_of_a_draw;
  const FcmLanes lanes(concepts.network, start, options);
  run_parallel(blocks, threads_for(steps, draw.threads), [&](std::size_t block) {
    const FcmBatch batch = lanes.run(draw_weights(spreads, block, draw));
    for (std::size_t lane = 0; lane < fcm_lanes && block * fcm_lanes + lane < draw.runs; ++lane) {
      const std::size_t run = block * fcm_lanes + lane;
      if (batch.verdicts[lane] == FcmVerdict::fixed_point) ++settled[block];
      for (std::size_t i = 0; i < gauges.size(); ++i) {
        const double change = gauges[i].number ? batch.states[*gauges[i].number * fcm_lanes + lane] : 0;
        draws.changes[i][run] = change;
        draws.priority[run] += change == 0 ? still[i] : gauges[i].priority_at(change);
      }
    }
  });
  for (const std::size_t count : settled) draws.settled += count;
  return draws;
}

namespace {

struct Candidate {
  std::size_t link = 0;
  std::size_t to = 0;
  double reach = 0;
};

std::vector<Candidate> candidates(const Concepts& concepts, const FcmStart& start, const std::vector<double>& state) {
  std::vector<Candidate> found;
  for (std::size_t to = 0; to < concepts.size(); ++to) {
    if (!start.held.empty() && start.held[to] != 0) continue;
    for (std::size_t link = concepts.network.begin(to); link < concepts.network.begin(to + 1); ++link) {
      const double reach = std::abs(state[concepts.network.cause(link)]) * (1 - concepts.confidence[link]);
      if (reach > 0 && concepts.network.weight(link) != 0) found.push_back({link, to, reach});
    }
  }
  std::ranges::stable_sort(found, std::greater<>(), &Candidate::reach);
  const std::size_t most = std::clamp(most_links_tried / std::max<std::size_t>(concepts.network.links(), 1),
                                      fcm_lanes / 2, most_assumptions);
  if (found.size() > most) found.resize(most);
  return found;
}

/// What is to move: the priority that is left, or without priorities the outcomes themselves. In percent.
double result_of(const std::vector<Gauge>& gauges, std::span<const double> states, std::size_t lane, double before) {
  double sum = 0;
  for (const Gauge& gauge : gauges) {
    const double change = gauge.number ? states[*gauge.number * fcm_lanes + lane] : 0;
    sum += before > 0 ? gauge.priority_at(change) / before : gauge.direction == Direction::more ? change : -change;
  }
  return 100 * sum;
}

}  // namespace

std::vector<WhatIfAssumption> assumptions_of(const Concepts& concepts, const FcmStart& start, const FcmOptions& options,
                                             const std::vector<double>& state, const std::vector<Gauge>& gauges,
                                             double spread, double priority_before) {
  std::vector<WhatIfAssumption> assumptions;
  const std::vector<Candidate> links = candidates(concepts, start, state);
  const FcmNetwork& network = concepts.network;
  constexpr std::size_t at_once = fcm_lanes / 2;  // a low and a high run for each
  std::vector<double> weights;
  for (const double weight : network.weights()) weights.insert(weights.end(), fcm_lanes, weight);
  std::vector<std::uint8_t> differs(concepts.size());
  const FcmLanes lanes(network, start, options);
  for (std::size_t begin = 0; begin < links.size(); begin += at_once) {
    const std::size_t end = std::min(begin + at_once, links.size());
    for (std::size_t i = begin; i < end; ++i) {
      const std::size_t link = links[i].link;
      const auto [low, high] = allowed(network.weight(link), concepts.confidence[link], spread);
      weights[link * fcm_lanes + 2 * (i - begin)] = low;
      weights[link * fcm_lanes + 2 * (i - begin) + 1] = high;
      differs[links[i].to] = 1;
    }
    const FcmBatch batch = lanes.run(weights, differs);
    for (std::size_t i = begin; i < end; ++i) {
      const std::size_t of_link = links[i].link * fcm_lanes;
      std::fill_n(weights.begin() + of_link, fcm_lanes, network.weight(links[i].link));
      differs[links[i].to] = 0;
      const double low = result_of(gauges, batch.states, 2 * (i - begin), priority_before);
      const double high = result_of(gauges, batch.states, 2 * (i - begin) + 1, priority_before);
      const std::size_t link = links[i].link;
      const auto [weight_low, weight_high] = allowed(network.weight(link), concepts.confidence[link], spread);
      const auto closed = [&](double result) { return priority_before > 0 ? 100 - result : result; };
      assumptions.push_back({concepts.ids[network.cause(link)], concepts.ids[links[i].to], std::abs(high - low),
                             concepts.confidence[link], 0, network.weight(link), weight_low, weight_high, closed(low),
                             closed(high)});
    }
  }
  std::erase_if(assumptions, [](const WhatIfAssumption& one) { return one.swing < 1e-9; });
  std::ranges::sort(assumptions, [](const WhatIfAssumption& a, const WhatIfAssumption& b) {
    const double left = std::round(a.swing * (1 - a.confidence) * 1e9),
                 right = std::round(b.swing * (1 - b.confidence) * 1e9);
    return left != right ? left > right : std::tie(a.from, a.to) < std::tie(b.from, b.to);
  });
  for (std::size_t i = 0; i < assumptions.size(); ++i) assumptions[i].rank = i + 1;
  return assumptions;
}

}  // namespace outmap
