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

  /// The place of the bytes [begin, begin + length): line, code-point column, underline and the line's text.
  /// The index of lines is built at the first call; later ones take O(log lines + length of the line).
  Place place(std::size_t begin, std::size_t length = 1) const;

  /// The place of a code point in a line, both counted from 1, as parsers report them.
  Place place_at(std::uint32_t line, std::uint32_t column, std::uint32_t length = 1) const;

  /// The file as a whole.
  Place whole() const { return Place{name_, 0, 0, 1, {}}; }

 private:
  void index_lines() const;

  std::string name_;
  std::string text_;
  mutable std::vector<std::size_t> line_begins_;
};

/// How bytes are to be understood.
enum class Encoding { automatic, utf8, latin1 };

/// How a file is read.
struct ReadOptions {
  Encoding encoding = Encoding::automatic;
  std::size_t max_bytes = std::size_t{4} << 30;  // positions are kept in 32 bits
};

}  // namespace outmap
