// A CSV table: a header and cells that stay where they stand in the text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/io/source.hpp"

namespace outmap {

struct TableOptions {
  char delimiter = 0;  // ',', ';' or tab; 0: found from the first lines
};

/// RFC 4180 as people have it. Cells are not copied: a cell is a span of the source, unquoted when asked for.
/// Rows that are shorter than the header end in missing cells; longer ones were reported. Memory: 8 bytes a cell.
class Table {
 public:
  const Source& source() const { return source_; }
  char delimiter() const { return delimiter_; }

  std::size_t columns() const { return header_.size(); }
  std::size_t rows() const { return columns() == 0 ? 0 : cells_.size() / columns(); }
  const std::vector<std::string>& header() const { return header_; }

  /// The cell's text: trimmed, without quotes, doubled quotes made single. Empty means missing.
  /// Points into the source, or into `scratch` where quotes had to be undone.
  std::string_view cell(std::size_t row, std::size_t column, std::string& scratch) const;

  /// The place of a cell; `row` counts from 0 below the header.
  Place place(std::size_t row, std::size_t column) const;
  Place header_place(std::size_t column) const;

 private:
  friend class TableParser;

  struct Span {
    std::uint32_t begin = 0;
    std::uint32_t length = 0;  // the top bit says that the cell was quoted
  };

  Source source_{"", ""};
  char delimiter_ = ',';
  std::vector<std::string> header_;
  std::vector<Span> header_spans_;
  std::vector<Span> cells_;  // row by row
};

/// Parses a whole table in one pass. Reported: an unclosed quote (syntax.csv-quote), text after a closing quote
/// (syntax.csv-quote), rows longer or shorter than the header (structure.ragged-row, a warning for shorter ones),
/// a header twice or empty (structure.duplicate-column, structure.empty-column). Blank lines are skipped.
/// Linear in the text. Nothing is returned after an error of the syntax family.
std::optional<Table> parse_table(Source source, Diagnostics& problems, const TableOptions& options = {});

}  // namespace outmap
