#include "model/analysis/whatif/causes.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <numeric>
#include <span>
#include <tuple>

#include "model/analysis/random.hpp"

namespace outmap {
namespace {

constexpr std::size_t permutations = 400;

/// What the state becomes when only some of the causes act.
class Coalitions {
 public:
  Coalitions(const FcmNetwork& network, const std::vector<HeldConcept>& causes, const FcmStart& start,
             const FcmOptions& options)
      : network_(network), causes_(causes), start_(start), options_(options) {
    start_.initial.resize(network.size(), 0.0);
    start_.held.resize(network.size(), 0);
    for (std::size_t cause = 0; cause < causes.size(); ++cause) switch_to(cause, false);
  }

  void switch_to(std::size_t cause, bool acts) {
    const auto [number, value] = causes_[cause];
    start_.held[number] = acts ? 1 : 0;
    start_.initial[number] = acts ? value : 0;
  }
  std::vector<double> state() const { return simulate(network_, start_, options_).state; }

 private:
  const FcmNetwork& network_;
  const std::vector<HeldConcept>& causes_;
  FcmStart start_;
  const FcmOptions& options_;
};

double factorial(std::size_t n) { return n < 2 ? 1 : static_cast<double>(n) * factorial(n - 1); }

std::vector<std::vector<double>> exact(Coalitions& coalitions, std::size_t causes, std::size_t concepts) {
  std::vector<std::vector<double>> states(std::size_t{1} << causes);
  for (std::size_t set = 0; set < states.size(); ++set) {
    for (std::size_t cause = 0; cause < causes; ++cause) coalitions.switch_to(cause, (set >> cause & 1) != 0);
    states[set] = coalitions.state();
  }
  std::vector<std::vector<double>> values(causes, std::vector<double>(concepts, 0.0));
  for (std::size_t cause = 0; cause < causes; ++cause) {
    for (std::size_t set = 0; set < states.size(); ++set) {
      if ((set >> cause & 1) != 0) continue;
      const auto others = static_cast<std::size_t>(std::popcount(set));
      const double weight = factorial(others) * factorial(causes - others - 1) / factorial(causes);
      const std::vector<double>& with = states[set | std::size_t{1} << cause];
      for (std::size_t i = 0; i < concepts; ++i) values[cause][i] += weight * (with[i] - states[set][i]);
    }
  }
  return values;
}

/// Sums over the permutations, from which mean and error follow.
struct Sums {
  std::vector<std::vector<double>> gains, squares;
};

/// In every permutation a cause adds what the state with it and those before it has more than the state without it.
void add_permutation(Coalitions& coalitions, const std::vector<std::size_t>& order, std::vector<double> before,
                     Sums& sums) {
  for (const std::size_t cause : order) {
    coalitions.switch_to(cause, true);
    std::vector<double> with = coalitions.state();
    for (std::size_t i = 0; i < with.size(); ++i) {
      const double gain = with[i] - before[i];
      sums.gains[cause][i] += gain;
      sums.squares[cause][i] += gain * gain;
    }
    before = std::move(with);
  }
  for (const std::size_t cause : order) coalitions.switch_to(cause, false);
}

Contributions sampled(Coalitions& coalitions, std::size_t causes, std::size_t concepts, std::uint64_t seed) {
  constexpr double normal_95 = 1.959964;
  const std::vector<std::vector<double>> zeros(causes, std::vector<double>(concepts, 0.0));
  Sums sums{zeros, zeros};
  std::vector<std::size_t> order(causes);
  std::iota(order.begin(), order.end(), std::size_t{0});
  Random random(seed);
  const std::vector<double> nothing = coalitions.state();
  for (std::size_t draw = 0; draw < permutations; ++draw) {
    random.shuffle(std::span(order));
    add_permutation(coalitions, order, nothing, sums);
  }
  Contributions result{zeros, zeros};
  constexpr auto n = static_cast<double>(permutations);
  for (std::size_t cause = 0; cause < causes; ++cause) {
    for (std::size_t i = 0; i < concepts; ++i) {
      const double mean = sums.gains[cause][i] / n;
      const double variance = std::max(0.0, sums.squares[cause][i] / n - mean * mean) / (n - 1);
      result.values[cause][i] = mean;
      result.errors[cause][i] = normal_95 * std::sqrt(variance);
    }
  }
  return result;
}

/// Depth-first search for strong paths from one concept.
class PathSearch {
 public:
  PathSearch(const Concepts& concepts, const FcmStart& start, std::size_t most)
      : concepts_(concepts), start_(start), most_(most), found_(concepts.size()), on_path_(concepts.size(), 0) {
    outgoing_.resize(concepts.size());
    for (std::size_t to = 0; to < concepts.size(); ++to) {
      for (std::size_t link = concepts.network.begin(to); link < concepts.network.begin(to + 1); ++link) {
        outgoing_[concepts.network.cause(link)].emplace_back(to, concepts.network.weight(link));
      }
    }
  }

  std::vector<std::vector<CausePath>> from(std::size_t origin) {
    path_.push_back(origin);
    on_path_[origin] = 1;
    follow(origin, 1);
    return std::move(found_);
  }

 private:
  static constexpr std::size_t most_links = 8;
  static constexpr std::size_t most_steps = 200000;
  static constexpr double weakest = 0.002;

  void follow(std::size_t at, double strength) {
    if (path_.size() > most_links) return;
    for (const auto& [to, weight] : outgoing_[at]) {
      const double next = strength * weight;
      const bool held = !start_.held.empty() && start_.held[to] != 0;
      if (on_path_[to] != 0 || held || std::abs(next) < weakest || ++steps_ > most_steps) continue;
      path_.push_back(to);
      on_path_[to] = 1;
      keep(to, next);
      follow(to, next);
      on_path_[to] = 0;
      path_.pop_back();
    }
  }

  void keep(std::size_t to, double strength) {
    auto& best = found_[to];
    if (best.size() == most_ && std::abs(strength) < std::abs(best.back().strength)) return;  // most paths end here
    CausePath path{{}, strength};
    path.ids.reserve(path_.size());
    for (const std::size_t step : path_) path.ids.push_back(concepts_.ids[step]);
    const auto stronger = [](const CausePath& a, const CausePath& b) {
      return std::make_tuple(-std::abs(a.strength), a.ids.size(), std::cref(a.ids)) <
             std::make_tuple(-std::abs(b.strength), b.ids.size(), std::cref(b.ids));
    };
    best.insert(std::ranges::upper_bound(best, path, stronger), std::move(path));
    if (best.size() > most_) best.pop_back();
  }

  const Concepts& concepts_;
  const FcmStart& start_;
  std::size_t most_;
  std::size_t steps_ = 0;
  std::vector<std::vector<CausePath>> found_;
  std::vector<char> on_path_;
  std::vector<std::size_t> path_;
  std::vector<std::vector<std::pair<std::size_t, double>>> outgoing_;
};

}  // namespace

Contributions contributions(const FcmNetwork& network, const std::vector<HeldConcept>& causes, const FcmStart& start,
                            const FcmOptions& options, std::uint64_t seed, std::size_t exact_up_to) {
  Coalitions coalitions(network, causes, start, options);
  if (causes.size() > exact_up_to) return sampled(coalitions, causes.size(), network.size(), seed);
  return {exact(coalitions, causes.size(), network.size()),
          std::vector<std::vector<double>>(causes.size(), std::vector<double>(network.size(), 0.0))};
}

std::vector<std::vector<CausePath>> strongest_paths(const Concepts& concepts, std::size_t from, const FcmStart& start,
                                                    std::size_t most) {
  return PathSearch(concepts, start, most).from(from);
}

}  // namespace outmap
