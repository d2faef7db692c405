// The nearest among some elements, by comparing all of them.
#pragma once

#include <span>
#include <vector>

#include "model/analysis/likeness_scan.hpp"
#include "model/analysis/nearest_list.hpp"

namespace outmap {

/// Offers every member of `scan` to the lists of the members at positions begin to end. `lists` are those of all
/// elements, by their number; only those of the members in question are touched. Exact: similarities are
/// Similarity::between.
void offer_members(const Similarity& similarity, const LikenessScan& scan, std::size_t begin, std::size_t end,
                   std::vector<NearestList>& lists);

}  // namespace outmap
