// How much, and how different, the evidence is behind what a map claims.
#pragma once

#include <vector>

#include "model/analysis/monitor/monitor.hpp"

namespace outmap {

/// Every outcome, then every influence, in the order of the map, with the evidence up to `day` that supports or
/// contradicts it; of an influence the evidence that it names. Many voices by one method from one source are one leg to
/// stand on: distinct methods and distinct sources are counted beside the pieces. O(n log n) in evidence and claims.
std::vector<ClaimProof> claim_proofs(const Map& map, std::optional<Date> day);

}  // namespace outmap
