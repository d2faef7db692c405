#include "model/io/stage_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace outmap {

namespace {

std::vector<PlacedStage> read_all(RowReader& rows, const TablePlan& plan, ThousandsWatch& thousands,
                                  Diagnostics& problems) {
  CellReader reader(rows, problems);
  std::vector<PlacedStage> placed;
  while (rows.next()) {
    thousands.look(rows);
    PlacedStage& next = placed.emplace_back();
    next.row = rows.row();
    plan.read_row(&next.stage, {"stages", next.row}, reader);
  }
  std::stable_sort(placed.begin(), placed.end(),
                   [](const auto& a, const auto& b) { return a.stage.position < b.stage.position; });
  return placed;
}

/// Finds stages that stand twice in a table, and positions that two stages of a journey share.
class StagePositions {
 public:
  StagePositions(const Table& table, const TablePlan& plan, Diagnostics& problems)
      : table_(table), column_(plan.column_of("/position").value_or(0)), problems_(problems) {}

  /// False when the stage stood in an earlier row.
  bool take(const PlacedStage& next) {
    const auto [seen, added] = row_of_stage_.try_emplace(next.stage.id, next.row);
    if (added || next.stage.id.empty()) return true;
    report(
        next.row,
        fmt::format("the stage '{}' has two positions (rows {} and {})", next.stage.id, seen->second + 1, next.row + 1),
        "a stage stands once in a journey; give the second one an id of its own");
    return false;
  }

  void check_position(const PlacedStage& next) {
    if (!next.stage.position) return;
    const auto [seen, added] = row_of_position_.try_emplace({next.stage.journey, *next.stage.position}, next.row);
    if (added) return;
    report(next.row,
           fmt::format("two stages of '{}' have the position {} (rows {} and {})", next.stage.journey,
                       *next.stage.position, seen->second + 1, next.row + 1),
           "number the stages of a journey 1, 2, 3 …");
  }

 private:
  void report(std::size_t row, std::string message, std::string hint) {
    problems_.add({"structure.stage-position", Severity::error, table_.place(row, column_),
                   fmt::format("/stages/{}/position", row), std::move(message), std::move(hint)});
  }

  const Table& table_;
  std::size_t column_;
  Diagnostics& problems_;
  std::map<Id, std::size_t> row_of_stage_;
  std::map<std::pair<Id, double>, std::size_t> row_of_position_;
};

}  // namespace

std::vector<PlacedStage> stages_in_order(RowReader& rows, const TablePlan& plan, ThousandsWatch& thousands,
                                         Diagnostics& problems) {
  auto placed = read_all(rows, plan, thousands, problems);
  StagePositions positions(rows.table(), plan, problems);
  std::erase_if(placed, [&positions](const PlacedStage& next) {
    if (next.stage.journey.empty() || !positions.take(next)) return true;
    positions.check_position(next);
    return false;
  });
  return placed;
}

}  // namespace outmap
