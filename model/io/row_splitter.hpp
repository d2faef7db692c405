// A row of a table of text, split into its cells.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/io/cell_end.hpp"

namespace outmap {

/// Where a cell's text is in the text of a table, without the quotes round it.
struct CellSpan {
  static constexpr std::uint32_t quoted_bit = 0x80000000;

  std::uint32_t begin = 0;
  std::uint32_t length_and_quoted = 0;

  std::uint32_t length() const { return length_and_quoted & ~quoted_bit; }
  bool quoted() const { return (length_and_quoted & quoted_bit) != 0; }
  /// The first byte behind the cell and its closing quote.
  std::uint32_t end() const { return begin + length() + (quoted() ? 1 : 0); }
};

/// What keeps a row from being split.
enum class RowFault { open_quote, text_behind_quote, cell_too_large };

/// Splits rows by RFC 4180 as people have it: blanks round cells are left out, a quote inside a cell that does not
/// begin with one is text, lines end with LF, CRLF or CR.
class RowSplitter {
 public:
  struct Fault {
    RowFault kind;
    std::size_t begin;  // the bytes it is about
    std::size_t end;
  };

  RowSplitter(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter), cell_end_(delimiter) {}

  /// Puts the cells of the row that begins at `at` in place of those in `cells`; where the next row begins. Linear in
  /// the row.
  std::size_t split(std::size_t at, std::vector<CellSpan>& cells);

  /// Of the row that was split last: whether any cell says anything (a quoted one always does).
  bool has_text() const { return has_text_; }
  const std::optional<Fault>& fault() const { return fault_; }

 private:
  bool is_blank(char c) const { return c == ' ' || (c == '\t' && delimiter_ != '\t'); }
  void pass_blanks() {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
  }
  void split_plain(std::vector<CellSpan>& cells);
  void split_quoted(std::vector<CellSpan>& cells);
  void add(std::size_t begin, std::size_t end, bool quoted, std::vector<CellSpan>& cells);

  std::string_view text_;
  char delimiter_;
  CellEnd cell_end_;
  std::size_t at_ = 0;
  bool has_text_ = false;
  std::optional<Fault> fault_;
};

}  // namespace outmap
