// The text of one file and where its lines begin.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/text/diagnostic.hpp"

namespace outmap {

/// A file that was read whole: UTF-8 without byte order mark.
class Source {
 public:
  Source(std::string name, std::string text);

  const std::string& name() const { return name_; }
  std::string_view text() const { return text_; }

  /// The place of the bytes [begin, begin + length): line, code-point column, underline and the line's text. The
  /// underline ends with the line; of a line longer than longest_excerpt code points the part round the column is
  /// shown. Lines end with LF, CRLF or CR. An index is built at the first call, in linear time and about 5 % of the
  /// text's memory; later calls take O(log lines), however long the line is. Not for several threads at once.
  Place place(std::size_t begin, std::size_t length = 1) const;

  /// The place of a code point in a line, both counted from 1, as parsers report them.
  Place place_at(std::uint32_t line, std::uint32_t column, std::uint32_t length = 1) const;

  /// The byte at which the code point with this number begins, counted from 0 over the whole text; the text's size
  /// when there are fewer. O(log size) after the index is built.
  std::size_t byte_of_code_point(std::size_t number) const;

  /// The file as a whole.
  Place whole() const { return Place{name_, 0, 0, 1, {}, 0}; }

  static constexpr std::size_t longest_excerpt = 120;

 private:
  void build_index() const;
  std::size_t code_points_before(std::size_t byte) const;
  std::size_t line_end(std::size_t line) const;

  std::string name_;
  std::string text_;
  mutable std::vector<std::uint32_t> line_begins_;        // in bytes; empty: no index yet
  mutable std::vector<std::uint32_t> block_code_points_;  // code points before each block of bytes
};

/// How bytes are to be understood. A byte order mark is obeyed in every case: UTF-8, or UTF-16 of either kind.
enum class Encoding {
  automatic,  // UTF-8, and Windows-1252 with a warning where it is not: for tables and YAML
  utf8,       // UTF-8 and nothing else: for JSON
  latin1,     // Windows-1252, which contains Latin-1
};

/// How a file is read.
struct ReadOptions {
  Encoding encoding = Encoding::automatic;
  std::size_t max_bytes = (std::size_t{4} << 30) - 1;  // positions are kept in 32 bits
};

}  // namespace outmap
