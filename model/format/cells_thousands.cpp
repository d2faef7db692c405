#include "model/format/cells_thousands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace outmap {

namespace {

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// "1.200", "-45.000": one to three digits that do not begin with 0, a point, three digits.
bool looks_grouped(std::string_view cell, std::size_t point) {
  if (cell.front() == '-' || cell.front() == '+') {
    cell.remove_prefix(1);
    --point;
  }
  const std::string_view before = cell.substr(0, point);
  const std::string_view behind = cell.substr(point + 1);
  return is_digits(before) && before.size() <= 3 && before.front() != '0' && is_digits(behind) && behind.size() == 3;
}

}  // namespace

ThousandsWatch::ThousandsWatch(const TablePlan& plan, const Table& table) {
  if (table.delimiter() != ';') return;
  for (TablePlan::NumberColumn& column : plan.number_columns()) watched_.push_back({std::move(column)});
}

void ThousandsWatch::look_at(Watched& watched, const RowReader& rows) {
  if (watched.cleared) return;
  std::string scratch;
  const std::string_view cell = rows.cell(watched.column.index, scratch);
  const auto point = cell.find('.');
  if (point == std::string_view::npos) return;
  watched.cleared = point == 0 || !looks_grouped(cell, point);
  if (watched.row) return;
  watched.row = rows.row();
  watched.found = cell;
}

void ThousandsWatch::warn(RecordPath first, const Table& table, Diagnostics& problems) const {
  for (const Watched& watched : watched_) {
    if (watched.cleared || !watched.row) continue;
    std::string digits = watched.found;
    std::erase(digits, '.');
    problems.add({"value.thousands", Severity::warning, table.place(*watched.row, watched.column.index),
                  fmt::format("/{}/{}{}", first.list, first.index + *watched.row, watched.column.path),
                  fmt::format("column '{}': '{}' is read with a decimal point", table.header()[watched.column.index],
                              watched.found),
                  fmt::format("where {} is meant, write no point between thousands", digits)});
  }
}

}  // namespace outmap
