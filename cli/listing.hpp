// A result as rows and columns: shown to people, or written as CSV or Markdown.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/console.hpp"
#include "cli/paint.hpp"

namespace outmap {

enum class Align { left, right };

struct Column {
  std::string_view key;      // header in CSV: a name that programs rely on
  std::string_view heading;  // for people
  Align align = Align::left;
  bool flexible = false;  // may be cut where the terminal is narrow
  bool wraps = false;     // breaks into several lines where it would be cut
  int spare = 0;          // left out where the terminal is narrow, the highest number first; 0: never
};

/// What a person reads and what a program reads. A missing value is '–' for the one and empty for the other.
struct Cell {
  std::string shown;
  std::string exact;
  Ink ink = Ink::plain;
  std::string of = {};  // the id of the element that it names: a page leads from there to all that is said of it
};

Cell text_cell(std::string_view text, Ink ink = Ink::plain);
/// An element by its name.
Cell element_cell(std::string_view name, std::string_view id);
/// Rounded to at most `decimals` places and grouped for people, whole for programs.
Cell number_cell(const std::optional<double>& number, int decimals, Ink ink = Ink::plain);
Cell missing_cell();
/// The word for the choice (its to_text).
template <class Choice>
Cell choice_cell(const std::optional<Choice>& choice, Ink ink = Ink::plain) {
  return choice ? text_cell(to_text(*choice), ink) : missing_cell();
}

struct Listing {
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
};

/// Aligned columns under their headings. On a terminal no line is wider than it: flexible columns are cut first, then
/// spare ones are left out and named below; elsewhere nothing is cut.
std::string listing_text(const Listing& listing, const Screen& screen);

/// RFC 4180 with LF line ends: the keys, then a line for each row.
std::string listing_csv(const Listing& listing);

std::string listing_markdown(const Listing& listing);

/// In the format csv or markdown, else as text for `screen`.
std::string listing_as(const std::string& format, const Listing& listing, const Screen& screen);

}  // namespace outmap
