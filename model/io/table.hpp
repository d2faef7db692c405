// A CSV table: a header, and rows that are read one after the other.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/io/row_splitter.hpp"
#include "model/io/source.hpp"

namespace outmap {

struct TableOptions {
  char delimiter = 0;  // ',', ';' or tab; 0: found from the first lines
};

/// A table's text, its header, and where each row begins that has been read: 4 bytes a row beside the text. Cells are
/// not kept; where one stood is found by splitting its row again.
class Table {
 public:
  const Source& source() const { return source_; }
  char delimiter() const { return delimiter_; }

  std::size_t columns() const { return header_.size(); }
  const std::vector<std::string>& header() const { return header_; }

  /// How many rows have been read.
  std::size_t rows() const { return row_begins_.size(); }
  /// How many there will be if all are like the first ones, and some more: room that is not used costs nothing, but
  /// moving a million records does. O(1).
  std::size_t expected_rows() const;

  /// The place of a cell; `row` counts from 0 below the header. O(cells of the row).
  Place place(std::size_t row, std::size_t column) const;
  Place header_place(std::size_t column) const;

 private:
  friend class TableOpener;
  friend class RowReader;

  Place place_of(CellSpan span) const;

  Source source_{"", ""};
  char delimiter_ = ',';
  std::vector<std::string> header_;
  std::vector<CellSpan> header_spans_;
  std::size_t body_begin_ = 0;             // the first byte behind the header
  std::vector<std::uint32_t> row_begins_;  // in bytes
};

/// Reads the header. Reported: a name that stands twice (structure.duplicate-column) or none
/// (structure.empty-column, a warning). Nothing is returned for a table without a header (file.empty) or with one that
/// cannot be split (syntax.csv-quote, file.too-large).
std::optional<Table> open_table(Source source, Diagnostics& problems, const TableOptions& options = {});

/// Goes through the rows of a table once, from the first to the last, and holds the cells of one at a time. Rows that
/// are shorter than the header end in missing cells, longer ones lose what is too much; both are reported
/// (structure.ragged-row; a warning where nothing is lost: for shorter ones and for surplus cells that are empty).
/// Rows without any text are skipped. The table must stay where it is meanwhile.
class RowReader {
 public:
  RowReader(Table& table, Diagnostics& problems);

  /// Goes to the next row; false behind the last one and at a row that cannot be split: a quote that is not closed or
  /// has text behind it (syntax.csv-quote), or a cell of 2 GiB (file.too-large). Linear in the row.
  bool next();

  const Table& table() const { return table_; }
  /// The number of the row that is held, from 0.
  std::size_t row() const { return table_.rows() - 1; }
  std::size_t bytes_read() const { return at_; }

  /// The cell's text: trimmed, without quotes, doubled quotes made single. Empty means missing.
  /// Points into the table's source, or into `scratch` where quotes had to be undone.
  std::string_view cell(std::size_t column, std::string& scratch) const {
    const CellSpan span = cells_[column];
    return span.quoted() ? unquoted(span, scratch) : text_.substr(span.begin, span.length());
  }

 private:
  std::string_view unquoted(CellSpan span, std::string& scratch) const;
  void mend_row();

  Table& table_;
  Diagnostics& problems_;
  std::string_view text_;
  RowSplitter splitter_;
  std::size_t at_;
  std::vector<CellSpan> cells_;
};

}  // namespace outmap
