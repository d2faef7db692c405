// Stages that stand in a table: rows with a journey and a position.
#pragma once

#include <cstddef>
#include <vector>

#include "model/format/cells.hpp"
#include "model/format/cells_thousands.hpp"
#include "model/format/map_file.hpp"
#include "model/io/table.hpp"

namespace outmap {

struct PlacedStage {
  StageRow stage;
  std::size_t row = 0;
};

/// Reads all rows: the stages of a table in the order of their positions, those of no journey left out. A stage that
/// stands twice is reported and kept once; two stages of a journey with one position are reported. O(rows log rows).
std::vector<PlacedStage> stages_in_order(RowReader& rows, const TablePlan& plan, ThousandsWatch& thousands,
                                         Diagnostics& problems);

}  // namespace outmap
