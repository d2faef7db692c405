// How unlike one element is to many, in traits that all of them have: the innermost loop of the neighbour search.
#pragma once

#include <span>
#include <vector>

#include "model/analysis/scan_kernels.hpp"

namespace outmap::scan {

/// Columns that all elements have: a number's loss is |value - own|, below 2^15, a category's is the weight where the
/// value differs from its own.
struct Columns {
  std::vector<Column> numbers;
  std::vector<Column> categories;
};

/// loss[j] = the sum of the losses of element begin + j in all columns, for `chunks` chunks.
void sum_losses(Units* loss, const Columns& columns, std::size_t begin, std::size_t chunks);

/// least[c] = the smallest such sum in chunk c; sums are below 2^15.
void least_losses(Units* least, const Columns& columns, std::size_t begin, std::size_t chunks);

/// A value that more than `rank` of `values` do not exceed, at most 7 above the smallest such one; 2^15 - 1 where there
/// are not so many. Values are below 2^15. O(n).
Units value_at_rank(std::span<const Units> values, std::size_t rank);

}  // namespace outmap::scan
