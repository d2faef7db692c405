// All rows of a table at once, which the program never has.
#pragma once

#include <string>
#include <vector>

#include "model/io/table.hpp"

namespace outmap::test {

inline std::vector<std::vector<std::string>> rows_of(Table& table, Diagnostics& problems) {
  std::vector<std::vector<std::string>> read;
  RowReader rows(table, problems);
  std::string scratch;
  while (rows.next()) {
    auto& row = read.emplace_back();
    for (std::size_t column = 0; column < table.columns(); ++column) row.emplace_back(rows.cell(column, scratch));
  }
  return read;
}

}  // namespace outmap::test
