// Ratings as survey tools export them: one row a respondent, two columns an outcome.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "model/format/cells.hpp"
#include "model/format/map_file.hpp"
#include "model/io/table.hpp"
#include "model/text/diagnostic.hpp"

namespace outmap {

/// Which columns of a wide table of ratings hold the answers about one outcome.
struct WideOutcome {
  Id outcome;
  std::vector<std::size_t> columns;  // of importance, of satisfaction, or both
  TablePlan plan;                    // for those, and for what all ratings of a row share
};

/// The outcomes of a wide table: those with columns `ID.importance` or `ID.satisfaction`, by their own headers or by
/// the names that `source.columns` gives, in the order of the table. Empty where the table is long, with a row for
/// every rating.
Ids outcomes_in_columns(const Table& table, const TableSource& source);

/// Plans the columns of each of `outcomes_in_columns`. Reported once a column: an outcome that is none of `outcomes`
/// (reference.unknown-id; it is left out), and columns that are no field.
std::vector<WideOutcome> plan_wide_ratings(const Table& table, const TableSource& source,
                                           const std::vector<Outcome>& outcomes, Diagnostics& problems);

/// Reads the row that is held: a rating for every outcome that the respondent answered anything about. Appends the
/// number of the outcome's plan for each to `plans`. `record` is that of the first. O(columns x outcomes).
void read_wide_row(const std::vector<WideOutcome>& outcomes, RecordPath record, CellReader& reader,
                   std::vector<Rating>& ratings, std::vector<std::uint32_t>& plans);

}  // namespace outmap
