#include "model/analysis/fcm/simulate.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace outmap {

std::string_view to_text(FcmVerdict verdict) {
  constexpr std::array<std::string_view, 4> names{"fixed-point", "cycle", "not-converged", "runaway-loop"};
  return names[static_cast<std::size_t>(verdict)];
}

double transfer(Transfer function, double lambda, double x) {
  switch (function) {
    case Transfer::linear:
      return std::clamp(x, -1.0, 1.0);
    case Transfer::sigmoid:
      return 1 / (1 + std::exp(-lambda * x));
    case Transfer::tanh:
      return std::tanh(lambda * x);
    case Transfer::bivalent:
      return x > 0 ? 1 : 0;
    case Transfer::trivalent:
      break;
  }
  return x > 0 ? 1 : x < 0 ? -1 : 0;
}

namespace {

/// What a cause of activation `a` passes on, before its weight.
double passed_on(FcmRule rule, double a) { return rule == FcmRule::rescaled ? 2 * a - 1 : a; }

/// What a concept brings from its own past.
double own_past(FcmRule rule, double a) {
  if (rule == FcmRule::kosko) return 0;
  return passed_on(rule, a);
}

bool is_held(const FcmStart& start, std::size_t i) { return !start.held.empty() && start.held[i] != 0; }

double bounded(const FcmStart& start, std::size_t i, double value) {
  return start.low.empty() ? value : std::clamp(value, start.low[i], start.high[i]);
}

/// Writes the next state and returns the largest change.
double update(const FcmNetwork& network, const FcmStart& start, const FcmOptions& options,
              const std::vector<double>& state, std::vector<double>& next) {
  double largest = 0;
  for (std::size_t i = 0; i < network.size(); ++i) {
    if (is_held(start, i)) {
      next[i] = state[i];
      continue;
    }
    double sum = own_past(options.rule, state[i]);
    for (std::size_t link = network.begin(i); link < network.begin(i + 1); ++link) {
      sum += passed_on(options.rule, state[network.cause(link)]) * network.weight(link);
    }
    next[i] = bounded(start, i, transfer(options.transfer, options.lambda, sum));
    largest = std::max(largest, std::abs(next[i] - state[i]));
  }
  return largest;
}

/// Meets a state that was seen before: keeps one state, and takes a new one after 1, 2, 4, 8 … updates.
class CycleWatch {
 public:
  CycleWatch(const std::vector<double>& first, double closeness) : kept_(first), closeness_(closeness) {}

  /// The period where `state` is the kept one again, else 0.
  int period_at(const std::vector<double>& state) {
    ++since_;
    if (is_kept(state)) return since_;
    if (since_ == room_) {
      kept_ = state;
      room_ *= 2;
      since_ = 0;
    }
    return 0;
  }

 private:
  bool is_kept(const std::vector<double>& state) const {
    for (std::size_t i = 0; i < state.size(); ++i) {
      if (!(std::abs(state[i] - kept_[i]) <= closeness_)) return false;
    }
    return true;
  }

  std::vector<double> kept_;
  double closeness_;
  int room_ = 1;
  int since_ = 0;
};

std::vector<double> first_state(const FcmNetwork& network, const FcmStart& start) {
  return start.initial.empty() ? std::vector<double>(network.size(), 0.0) : start.initial;
}

}  // namespace

FcmRun simulate(const FcmNetwork& network, const FcmStart& start, const FcmOptions& options) {
  FcmRun run;
  run.state = first_state(network, start);
  std::vector<double> next(run.state.size());
  CycleWatch watch(run.state, std::max(options.epsilon * 1e-6, 1e-13));
  if (options.keep_trajectory) run.trajectory.push_back(run.state);
  while (run.iterations < options.max_iterations) {
    const double largest = update(network, start, options, run.state, next);
    run.state.swap(next);
    ++run.iterations;
    if (options.keep_trajectory) run.trajectory.push_back(run.state);
    if (largest <= options.epsilon) {
      run.verdict = FcmVerdict::fixed_point;
      return run;
    }
    if (const int period = watch.period_at(run.state); period > 1) {
      run.verdict = FcmVerdict::cycle;
      run.period = period;
      return run;
    }
  }
  return run;
}

namespace {

using Lanes = std::array<double, fcm_lanes>;

std::vector<double> kept_within(const std::vector<double>& bounds, double least, double most) {
  std::vector<double> kept;
  for (const double bound : bounds) kept.push_back(std::clamp(bound, least, most));
  return kept;
}

}  // namespace

FcmLanes::FcmLanes(const FcmNetwork& network, const FcmStart& start, const FcmOptions& options)
    : network_(network), start_(start), options_(options) {
  if (!is_plain()) return;
  constexpr double any = std::numeric_limits<double>::infinity();
  low_ = kept_within(start.low, -1, any);
  high_ = kept_within(start.high, -any, 1);
  find_moving();
}

/// Sums that are clipped: all that change mode needs, and vector instructions throughout.
bool FcmLanes::is_plain() const { return options_.transfer == Transfer::linear && options_.rule != FcmRule::rescaled; }

/// What is held is left alone, and so is what starts at 0 and is reached by nothing that does not: sums of zeros, to be
/// clipped on both sides of 0, stay 0. O(links) times the longest way.
void FcmLanes::find_moving() {
  left_alone_.assign(network_.size(), 0);
  std::vector<std::uint8_t> moving(network_.size(), 0);
  for (std::size_t i = 0; i < network_.size(); ++i) {
    const bool holds_zero = (start_.low.empty() || start_.low[i] <= 0) && (start_.high.empty() || start_.high[i] >= 0);
    moving[i] = (!start_.initial.empty() && start_.initial[i] != 0) || !holds_zero;
  }
  for (bool more = true; more;) {
    more = false;
    for (std::size_t i = 0; i < network_.size(); ++i) {
      if (moving[i] != 0 || is_held(start_, i) || !has_moving_cause(i, moving)) continue;
      moving[i] = 1;
      more = true;
    }
  }
  for (std::size_t i = 0; i < network_.size(); ++i) left_alone_[i] = is_held(start_, i) || moving[i] == 0;
}

bool FcmLanes::has_moving_cause(std::size_t concept_number, const std::vector<std::uint8_t>& moving) const {
  for (std::size_t link = network_.begin(concept_number); link < network_.begin(concept_number + 1); ++link)
    if (moving[network_.cause(link)] != 0) return true;
  return false;
}

struct FcmLanes::Step {
  const FcmLanes& lanes;
  std::span<const double> weights;
  std::span<const std::uint8_t> differs;

  /// Writes the next state and the largest change of each run.
  void operator()(const std::vector<double>& state, std::vector<double>& next, Lanes& largest) const {
    if (lanes.is_plain()) return update_linear_lanes(plain(), state.data(), next.data(), largest.data());
    largest.fill(0);
    for (std::size_t i = 0; i < lanes.network_.size(); ++i) {
      if (!is_held(lanes.start_, i)) update_concept(i, state, next, largest);
    }
  }

 private:
  LaneUpdate plain() const {
    const FcmNetwork& network = lanes.network_;
    return {network.size(),
            network.begins().data(),
            network.causes().data(),
            weights.data(),
            differs.empty() ? nullptr : network.weights().data(),
            differs.data(),
            lanes.left_alone_.data(),
            lanes.low_.empty() ? nullptr : lanes.low_.data(),
            lanes.high_.empty() ? nullptr : lanes.high_.data(),
            lanes.options_.rule == FcmRule::kosko ? 0.0 : 1.0};
  }

  void update_concept(std::size_t i, const std::vector<double>& state, std::vector<double>& next,
                      Lanes& largest) const {
    const FcmOptions& options = lanes.options_;
    const FcmNetwork& network = lanes.network_;
    const double* own = &state[i * fcm_lanes];
    Lanes sums;
    for (std::size_t lane = 0; lane < fcm_lanes; ++lane) sums[lane] = own_past(options.rule, own[lane]);
    for (std::size_t link = network.begin(i); link < network.begin(i + 1); ++link) {
      const double* cause = &state[network.cause(link) * fcm_lanes];
      const double* weight = &weights[link * fcm_lanes];
      for (std::size_t lane = 0; lane < fcm_lanes; ++lane)
        sums[lane] += passed_on(options.rule, cause[lane]) * weight[lane];
    }
    for (std::size_t lane = 0; lane < fcm_lanes; ++lane) {
      const double value = bounded(lanes.start_, i, transfer(options.transfer, options.lambda, sums[lane]));
      largest[lane] = std::max(largest[lane], std::abs(value - own[lane]));
      next[i * fcm_lanes + lane] = value;
    }
  }
};

FcmBatch FcmLanes::run(std::span<const double> weights, std::span<const std::uint8_t> differs) const {
  FcmBatch batch;
  batch.verdicts.assign(fcm_lanes, FcmVerdict::not_converged);
  std::vector<double> state;
  state.reserve(network_.size() * fcm_lanes);
  for (const double first : first_state(network_, start_)) state.insert(state.end(), fcm_lanes, first);
  batch.states = state;
  std::vector<double> next = state;
  const auto keep = [&](std::size_t lane) {
    for (std::size_t i = lane; i < state.size(); i += fcm_lanes) batch.states[i] = state[i];
  };
  const Step step{*this, weights, differs};
  std::size_t running = fcm_lanes;
  for (int iteration = 0; iteration < options_.max_iterations && running > 0; ++iteration) {
    Lanes largest;
    step(state, next, largest);
    state.swap(next);
    for (std::size_t lane = 0; lane < fcm_lanes; ++lane) {
      if (batch.verdicts[lane] == FcmVerdict::fixed_point || largest[lane] > options_.epsilon) continue;
      batch.verdicts[lane] = FcmVerdict::fixed_point;
      --running;
      keep(lane);
    }
  }
  for (std::size_t lane = 0; lane < fcm_lanes; ++lane) {
    if (batch.verdicts[lane] != FcmVerdict::fixed_point) keep(lane);
  }
  return batch;
}

FcmBatch simulate_lanes(const FcmNetwork& network, std::span<const double> weights, const FcmStart& start,
                        const FcmOptions& options, std::span<const std::uint8_t> differs) {
  return FcmLanes(network, start, options).run(weights, differs);
}

}  // namespace outmap
