// Numbers that may have been written with a point between thousands.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/format/cells.hpp"

namespace outmap {

/// Looks at the rows of a table while they are read for columns where every number with a point looks like grouped
/// thousands ("1.200"). Only in tables whose cells are separated by ';': there a comma may be meant for decimals.
class ThousandsWatch {
 public:
  ThousandsWatch(const TablePlan& plan, const Table& table);

  /// Looks at the row that is held. O(columns).
  void look(const RowReader& rows) {
    for (Watched& watched : watched_) look_at(watched, rows);
  }

  /// Warns once a column. `first` is the record of the first row.
  void warn(RecordPath first, const Table& table, Diagnostics& problems) const;

 private:
  struct Watched {
    TablePlan::NumberColumn column;
    bool cleared = false;              // a number was seen that cannot be meant so
    std::optional<std::size_t> row{};  // the first that looks grouped
    std::string found{};
  };

  static void look_at(Watched& watched, const RowReader& rows);

  std::vector<Watched> watched_;
};

}  // namespace outmap
