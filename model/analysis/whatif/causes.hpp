// Why an outcome changes: what each cause contributes, and by which paths.
#pragma once

#include <cstdint>
#include <vector>

#include "model/analysis/fcm/simulate.hpp"
#include "model/analysis/whatif/concepts.hpp"
#include "model/analysis/whatif/report.hpp"

namespace outmap {

/// One held concept and the value at which it is held.
struct HeldConcept {
  std::size_t number = 0;
  double value = 0;
};

/// [cause][concept].
struct Contributions {
  std::vector<std::vector<double>> values;
  std::vector<std::vector<double>> errors;  // half of the interval that holds the value in 19 of 20 samples; 0: exact
};

/// Shapley values: for each cause, what it adds to the state of every concept, averaged over all orders in which the
/// causes could come; a cause that has not come yet is free. They add up to the state with all causes. Exact by all
/// subsets up to `exact_up_to` causes; above, the mean over 400 permutations drawn from `seed` (Castro, Gómez & Tejada
/// 2009, doi:10.1016/j.cor.2008.04.004), with an error of 1.96 standard errors. O(2^causes simulations), or 400 ×
/// causes.
Contributions contributions(const FcmNetwork& network, const std::vector<HeldConcept>& causes, const FcmStart& start,
                            const FcmOptions& options, std::uint64_t seed, std::size_t exact_up_to = 10);

/// The strongest simple paths from one concept to each other one: signed products of weights, at most `most` for each
/// target, over at most 8 links, not through held concepts. A search that grows beyond 200,000 links, or paths weaker
/// than 0.002, are cut off. Deterministic. [concept].
std::vector<std::vector<CausePath>> strongest_paths(const Concepts& concepts, std::size_t from, const FcmStart& start,
                                                    std::size_t most);

}  // namespace outmap
