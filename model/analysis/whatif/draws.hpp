// How sure are we: the same scenario with weights drawn within their confidence.
#pragma once

#include "model/analysis/random.hpp"
#include "model/analysis/whatif/causes.hpp"
#include "model/analysis/whatif/gauges.hpp"

namespace outmap {

struct DrawOptions {
  std::size_t runs = 1000;
  std::uint64_t seed = 1;
  double spread = 0.2;
  Distribution distribution = Distribution::triangular;
  unsigned threads = 0;
};

/// States of the measured outcomes in every run.
struct Draws {
  std::vector<std::vector<double>> changes;  // [gauge][run]
  std::vector<double> priority;              // after, by run
  std::size_t settled = 0;                   // runs that reached a fixed point
};

/// One weight: within ± spread x 2 x (1 - confidence) of `weight`, never beyond -1 … 1 and never of the other sign.
/// Triangular with its peak at `weight`, uniform, or normal with half of that as standard deviation; what falls outside
/// is drawn again.
double draw_weight(double weight, double confidence, const DrawOptions& options, Random& random);

/// Draws the weights `runs` times and follows each. Every run has a random sequence of its own, made from the seed and
/// its number: the result is the same for any number of threads. O(runs x updates x links).
Draws draw_runs(const Concepts& concepts, const FcmStart& start, const FcmOptions& options,
                const std::vector<Gauge>& gauges, const DrawOptions& draw);

/// How far the priority that is left moves while one weight goes through its whole spread, for the influences that
/// carry a change, the 200 with the greatest reach of their weights (fewer where there are over 20,000 links); ranked
/// by swing x (1 - confidence). In shares of `priority_before`, in percent; where there is no priority, in percent of
/// the scales of the outcomes together; at_low and at_high are then the sum of their changes for the better.
std::vector<WhatIfAssumption> assumptions_of(const Concepts& concepts, const FcmStart& start, const FcmOptions& options,
                                             const std::vector<double>& state, const std::vector<Gauge>& gauges,
                                             double spread, double priority_before);

}  // namespace outmap
