#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/support/rows_of.hpp"

using namespace outmap;

namespace {

/// How one table is written.
struct Style {
  char delimiter;
  std::string line_end;
  bool quote_all;
};

std::string written(const std::string& cell, const Style& style) {
  if (!style.quote_all && cell.find_first_of(std::string("\"\r\n") + style.delimiter) == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + '"';
}

/// Up to three pieces between two letters: nothing to trim at either end.
std::string any_cell() {
  const auto piece = rc::gen::elementOf(std::vector<std::string>{
      "", " ", "b", "longer than eight bytes", "\"", ",", ";", "\t", "\n", "\r\n", "é", "日本", "\xC2\x8A", "\x0B"});
  if (*rc::gen::inRange(0, 5) == 0) return {};
  return "a" + *piece + *piece + *piece + "z";
}

}  // namespace

TEST_CASE("any table reads back as it was written", "[table]") {
  REQUIRE(rc::check([] {
    const Style style{*rc::gen::element(',', ';', '\t'), *rc::gen::element<std::string>("\n", "\r\n", "\r"),
                      *rc::gen::arbitrary<bool>()};
    const auto columns = *rc::gen::inRange<std::size_t>(1, 6);
    const auto rows = *rc::gen::inRange<std::size_t>(0, 8);
    std::vector<std::string> cells;
    std::string text;
    for (std::size_t i = 0; i < columns; ++i)
      text += (i == 0 ? "" : std::string(1, style.delimiter)) + "column" + std::to_string(i);
    for (std::size_t row = 0; row < rows; ++row) {
      text += style.line_end;
      for (std::size_t column = 0; column < columns; ++column) {
        cells.push_back(column == 0 ? "id" + std::to_string(row) : any_cell());
        text += (column == 0 ? "" : std::string(1, style.delimiter)) + written(cells.back(), style);
      }
    }
    if (*rc::gen::arbitrary<bool>()) text += style.line_end;

    Diagnostics problems;
    auto table = open_table(Source("f", text), problems, {.delimiter = style.delimiter});
    RC_ASSERT(table.has_value());
    RC_ASSERT(table->columns() == columns);
    const auto read = test::rows_of(*table, problems);
    RC_ASSERT(problems.all().empty());
    RC_ASSERT(read.size() == rows);
    for (std::size_t i = 0; i < cells.size(); ++i) RC_ASSERT(read[i / columns][i % columns] == cells[i]);
  }));
}
