#include "cli/listing.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "cli/display_text.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

constexpr std::size_t column_gap = 2;
constexpr std::size_t readable = 28;  // flexible columns are cut down to this before others are left out
constexpr std::size_t narrowest = 8;

/// Which columns are shown and how wide each is.
struct Layout {
  std::vector<std::size_t> shown;  // indices of columns
  std::vector<std::size_t> width;  // by index of column
};

std::vector<std::size_t> natural_widths(const Listing& listing) {
  std::vector<std::size_t> widths;
  for (const Column& column : listing.columns) widths.push_back(display_width(column.heading));
  for (const auto& row : listing.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i].shown));
  }
  return widths;
}

std::size_t total_width(const Layout& layout) {
  std::size_t total = layout.shown.empty() ? 0 : column_gap * (layout.shown.size() - 1);
  for (const std::size_t column : layout.shown) total += layout.width[column];
  return total;
}

/// Takes columns from the widest flexible one until the line fits or every one is down to `least`.
void cut_flexible(const Listing& listing, Layout& layout, std::size_t width, std::size_t least) {
  while (total_width(layout) > width) {
    std::size_t* widest = nullptr;
    for (const std::size_t column : layout.shown) {
      std::size_t& own = layout.width[column];
      if (listing.columns[column].flexible && own > least && (widest == nullptr || own > *widest)) widest = &own;
    }
    if (widest == nullptr) return;
    --*widest;
  }
}

/// Leaves out the spare column with the highest number; false where there is none.
bool leave_one_out(const Listing& listing, Layout& layout) {
  const auto spare = [&](std::size_t column) { return listing.columns[column].spare; };
  const auto found = std::ranges::max_element(layout.shown, {}, spare);
  if (found == layout.shown.end() || spare(*found) == 0) return false;
  layout.shown.erase(found);
  return true;
}

Layout lay_out(const Listing& listing, const Screen& screen) {
  const std::vector<std::size_t> natural = natural_widths(listing);
  Layout layout{std::vector<std::size_t>(listing.columns.size()), natural};
  std::iota(layout.shown.begin(), layout.shown.end(), std::size_t{0});
  if (!screen.terminal) return layout;
  do {
    layout.width = natural;
    cut_flexible(listing, layout, screen.width, readable);
  } while (total_width(layout) > screen.width && leave_one_out(listing, layout));
  cut_flexible(listing, layout, screen.width, narrowest);
  return layout;
}

std::string aligned(const Column& column, const std::string& text, std::size_t width, Ink ink, const Paint& paint) {
  const std::string space(width - std::min(width, display_width(text)), ' ');
  return column.align == Align::right ? space + paint(ink, text) : paint(ink, text) + space;
}

/// The lines of a cell: one, cut to the column's width, unless the column wraps.
std::vector<std::string> lines_of(const Column& column, const Cell& cell, std::size_t width) {
  std::vector<std::string> lines = column.wraps ? wrap_words(cell.shown, width) : std::vector<std::string>{cell.shown};
  for (std::string& line : lines) line = cut_to_width(line, width);
  return lines;
}

void end_line(std::string& text) {
  while (!text.empty() && text.back() == ' ') text.pop_back();
  text += '\n';
}

std::string names_left_out(const Listing& listing, const Layout& layout) {
  std::string names;
  for (std::size_t i = 0; i < listing.columns.size(); ++i) {
    if (std::ranges::find(layout.shown, i) != layout.shown.end()) continue;
    names += (names.empty() ? "" : ", ") + std::string(listing.columns[i].heading);
  }
  return names;
}

std::string row_text(const Listing& listing, const Layout& layout, const std::vector<Cell>& row, const Paint& paint) {
  std::vector<std::vector<std::string>> lines;
  std::size_t height = 1;
  for (const std::size_t column : layout.shown) {
    lines.push_back(lines_of(listing.columns[column], row[column], layout.width[column]));
    height = std::max(height, lines.back().size());
  }
  std::string text;
  for (std::size_t line = 0; line < height; ++line) {
    for (std::size_t i = 0; i < layout.shown.size(); ++i) {
      const std::size_t column = layout.shown[i];
      if (i > 0) text += std::string(column_gap, ' ');
      text += aligned(listing.columns[column], line < lines[i].size() ? lines[i][line] : "", layout.width[column],
                      row[column].ink, paint);
    }
    end_line(text);
  }
  return text;
}

std::string csv_cell(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string cell = "\"";
  for (const char c : text) cell += c == '"' ? std::string("\"\"") : std::string(1, c);
  return cell + "\"";
}

std::string markdown_cell(std::string_view text) {
  std::string cell;
  for (const char c : printable(text)) {
    if (c == '|' || c == '\\' || c == '<') cell += '\\';
    cell += c;
  }
  return cell;
}

}  // namespace

Cell text_cell(std::string_view text, Ink ink) {
  return text.empty() ? missing_cell() : Cell{printable(text), std::string(text), ink, {}};
}

Cell element_cell(std::string_view name, std::string_view id) {
  Cell cell = text_cell(name);
  cell.of = id;
  return cell;
}

Cell number_cell(const std::optional<double>& number, int decimals, Ink ink) {
  if (!number) return missing_cell();
  return {grouped(*number, decimals), number_text(*number), ink};
}

Cell missing_cell() { return {"–", "", Ink::faint}; }

std::string listing_text(const Listing& listing, const Screen& screen) {
  const Layout layout = lay_out(listing, screen);
  std::vector<Cell> headings;
  for (const Column& column : listing.columns) headings.push_back({std::string(column.heading), "", Ink::strong});
  std::string text = row_text(listing, layout, headings, screen.paint);
  for (const auto& row : listing.rows) text += row_text(listing, layout, row, screen.paint);
  if (layout.shown.size() < listing.columns.size()) {
    const std::string left_out = "left out for want of room: " + names_left_out(listing, layout);
    for (const std::string& line : wrap_words(left_out, screen.width)) text += screen.paint(Ink::faint, line) + "\n";
  }
  return text;
}

std::string listing_csv(const Listing& listing) {
  std::string text;
  const auto add = [&](std::size_t i, std::string_view cell) { text += (i == 0 ? "" : ",") + csv_cell(cell); };
  for (std::size_t i = 0; i < listing.columns.size(); ++i) add(i, listing.columns[i].key);
  text += '\n';
  for (const auto& row : listing.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) add(i, row[i].exact);
    text += '\n';
  }
  return text;
}

std::string listing_markdown(const Listing& listing) {
  std::string text = "|";
  for (const Column& column : listing.columns) text += " " + markdown_cell(column.heading) + " |";
  text += "\n|";
  for (const Column& column : listing.columns) text += column.align == Align::right ? " ---: |" : " --- |";
  text += '\n';
  for (const auto& row : listing.rows) {
    text += '|';
    for (const Cell& cell : row) text += " " + markdown_cell(cell.shown) + " |";
    text += '\n';
  }
  return text;
}

std::string listing_as(const std::string& format, const Listing& listing, const Screen& screen) {
  if (format == "csv") return listing_csv(listing);
  if (format == "markdown") return listing_markdown(listing);
  return listing_text(listing, screen);
}

}  // namespace outmap
