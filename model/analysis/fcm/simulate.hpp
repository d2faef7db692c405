// Following a change through a fuzzy cognitive map until it settles, or not.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "model/analysis/fcm/lane_update.hpp"
#include "model/analysis/fcm/network.hpp"
#include "model/scenario/scenario.hpp"

namespace outmap {

enum class FcmVerdict { fixed_point, cycle, not_converged, runaway_loop };
std::string_view to_text(FcmVerdict verdict);  // "fixed-point"

struct FcmOptions {
  FcmRule rule = FcmRule::kosko;
  Transfer transfer = Transfer::linear;
  double lambda = 1;             // steepness of sigmoid and tanh, above 0
  double epsilon = 1e-6;         // it stops at the first update whose largest change is at most this
  int max_iterations = 1000;     // updates
  bool keep_trajectory = false;  // costs concepts × updates
};

/// Where the concepts begin and what holds them. Every list has a place for each concept, or none at all.
struct FcmStart {
  std::vector<double> initial;     // empty: 0
  std::vector<std::uint8_t> held;  // 1: keeps its initial value; empty: none
  std::vector<double> low, high;   // bounds of a concept, tighter than those of the transfer function; empty: none
};

struct FcmRun {
  FcmVerdict verdict = FcmVerdict::not_converged;
  int iterations = 0;  // updates
  int period = 0;      // of a cycle, at least 2
  std::vector<double> state;
  std::vector<std::vector<double>> trajectory;  // the start first; only where asked for
};

/// Simulates a fuzzy cognitive map (Kosko 1986, doi:10.1016/S0020-7373(86)80040-2). All concepts are updated at once:
/// kosko a' = f(Σ a_j W_ji), modified-kosko a' = f(a + Σ a_j W_ji), rescaled a' = f((2a - 1) + Σ (2a_j - 1) W_ji)
/// (Papageorgiou 2011, doi:10.1016/j.asoc.2009.12.010). f: linear clips to -1 … 1, sigmoid 1/(1 + e^(-λx)), tanh(λx),
/// bivalent 1 above 0 else 0, trivalent the sign.
///
/// A fixed point is reached at the first update whose largest change is at most epsilon. A cycle is told when a state
/// comes back, to a millionth of epsilon, while updates still change more than epsilon (Brent 1980,
/// doi:10.1007/BF01933190); the period is the number of updates between the two. Otherwise not converged.
/// Deterministic. O(updates × (concepts + links)) time.
FcmRun simulate(const FcmNetwork& network, const FcmStart& start, const FcmOptions& options = {});

/// Many runs of one network whose weights differ from run to run: `weights[link × lanes + run]` for up to `lanes` runs.
struct FcmBatch {
  std::vector<double> states;        // [concept × lanes + run]
  std::vector<FcmVerdict> verdicts;  // by run; a cycle counts as not converged
};

/// The same updates for fcm_lanes runs at once, in vector instructions. A run that has settled stays as it is while the
/// others go on, so that each gives what it would give alone. `differs` may tell for each concept whether any run has
/// another weight than the network on what leads to it; where it says no, `weights` must hold the network's.
FcmBatch simulate_lanes(const FcmNetwork& network, std::span<const double> weights, const FcmStart& start,
                        const FcmOptions& options = {}, std::span<const std::uint8_t> differs = {});

/// The same for many batches with one start: what all have in common is looked for once. Network, start and options
/// must outlive it; run() may be called from several threads.
class FcmLanes {
 public:
  FcmLanes(const FcmNetwork& network, const FcmStart& start, const FcmOptions& options);

  FcmBatch run(std::span<const double> weights, std::span<const std::uint8_t> differs = {}) const;

 private:
  struct Step;  // one update of all runs

  bool is_plain() const;
  void find_moving();
  bool has_moving_cause(std::size_t concept_number, const std::vector<std::uint8_t>& moving) const;

  const FcmNetwork& network_;
  const FcmStart& start_;
  const FcmOptions& options_;
  std::vector<double> low_, high_;        // by concept; empty: -1 and 1
  std::vector<std::uint8_t> left_alone_;  // by concept
};

/// The transfer function.
double transfer(Transfer function, double lambda, double x);

}  // namespace outmap
