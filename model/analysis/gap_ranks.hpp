// What may be said of the order of outcomes, and of their numbers together.
#pragma once

#include <vector>

#include "model/analysis/detailed_gaps.hpp"

namespace outmap {

/// Fills in the ranks of the report's wholes (see find_detailed_gaps). Ranges are left out where nothing was resampled.
/// O(rows log rows).
void rank_rows(DetailedGaps& gaps);

/// importance-crowded: over half of three or more outcomes have an importance in the top fifth, 8 or more.
/// importance-ceiling, satisfaction-ceiling: two or more outcomes whose score from answers is 9.5 or more: nearly
/// everybody is in the top boxes, so that the score cannot tell them apart.
/// few-answers: outcomes whose scores come from fewer than 30 answers.
/// O(rows).
std::vector<GapWarning> find_gap_warnings(const DetailedGaps& gaps);

}  // namespace outmap
