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
  std::string_view cell(std::size_t row, std::size_t column, std::string& scratch) const {
    return text_of(cells_[row * columns() + column], scratch);
  }

  /// The place of a cell; `row` counts from 0 below the header.
  Place place(std::size_t row, std::size_t column) const;
  Place header_place(std::size_t column) const;

 private:
  friend class TableParser;

  /// Where a cell's text is, without the quotes round it.
  struct Span {
    static constexpr std::uint32_t quoted_bit = 0x80000000;

    std::uint32_t begin = 0;
    std::uint32_t length_and_quoted = 0;

    std::uint32_t length() const { return length_and_quoted & ~quoted_bit; }
    bool quoted() const { return (length_and_quoted & quoted_bit) != 0; }
  };

  std::string_view text_of(Span span, std::string& scratch) const {
    return span.quoted() ? unquoted_text(span, scratch) : source_.text().substr(span.begin, span.length());
  }
  std::string_view unquoted_text(Span span, std::string& scratch) const;
  Place place_of(Span span) const;

  Source source_{"", ""};
  char delimiter_ = ',';
  std::vector<std::string> header_;
  std::vector<Span> header_spans_;
  std::vector<Span> cells_;  // row by row
};

/// Parses a whole table in one pass. Reported: an unclosed quote (syntax.csv-quote), text after a closing quote
/// (syntax.csv-quote), rows longer or shorter than the header (structure.ragged-row; a warning where nothing is lost:
/// for shorter ones and for surplus cells that are empty), a header twice (structure.duplicate-column) or empty
/// (structure.empty-column, a warning). Rows without any text are skipped. A quote inside an unquoted cell is text.
/// Linear in the text. Nothing is returned for a table without a header (file.empty), after an error of the syntax
/// family, and for cells of 2 GiB (file.too-large).
std::optional<Table> parse_table(Source source, Diagnostics& problems, const TableOptions& options = {});

}  // namespace outmap
