// Numbers that may have been written with a point between thousands.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "model/format/cells.hpp"

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

/// The first row whose cell looks grouped, where every cell with a point does.
std::optional<std::size_t> first_grouped(const Table& table, std::size_t column) {
  std::optional<std::size_t> first;
  std::string scratch;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::string_view cell = table.cell(row, column, scratch);
    const auto point = cell.find('.');
    if (point == std::string_view::npos) continue;
    if (point == 0 || !looks_grouped(cell, point)) return std::nullopt;
    if (!first) first = row;
  }
  return first;
}

}  // namespace

void TablePlan::warn_of_thousands(const Table& table, RecordPath first, Diagnostics& problems) const {
  for (const Column& column : columns_) {
    const bool number = column.leaf == nullptr || column.leaf->type == FieldType::number;
    const auto row = number ? first_grouped(table, column.index) : std::nullopt;
    if (!row) continue;
    std::string scratch;
    std::string digits(table.cell(*row, column.index, scratch));
    const std::string found = digits;
    std::erase(digits, '.');
    problems.add({"value.thousands", Severity::warning, table.place(*row, column.index),
                  fmt::format("/{}/{}{}", first.list, first.index + *row, column.path),
                  fmt::format("column '{}': '{}' is read with a decimal point", table.header()[column.index], found),
                  fmt::format("where {} is meant, write no point between thousands", digits)});
  }
}

}  // namespace outmap
