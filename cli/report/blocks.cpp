#include "cli/report/blocks.hpp"

#include <algorithm>

#include "model/text/numbers.hpp"

namespace outmap {
namespace {

constexpr std::size_t most_rows = 300;

PageTone tone_of(Ink ink) {
  switch (ink) {
    case Ink::strong:
      return PageTone::strong;
    case Ink::faint:
      return PageTone::faint;
    case Ink::error:
      return PageTone::bad;
    case Ink::warning:
      return PageTone::warning;
    case Ink::note:
      return PageTone::note;
    case Ink::good:
      return PageTone::good;
    case Ink::hint:
    case Ink::plain:
      break;
  }
  return PageTone::plain;
}

/// Words for the eye: nothing to sort by but themselves.
PageCell cell_of(const Cell& cell) { return {cell.shown, cell.exact, cell.of, tone_of(cell.ink)}; }

/// A row is about the first element that it names.
PageRow row_of(const std::vector<Cell>& cells) {
  PageRow row;
  for (const Cell& cell : cells) {
    if (row.element.empty()) row.element = cell.of;
    row.cells.push_back(cell_of(cell));
  }
  return row;
}

std::vector<std::string_view> split(std::string_view text, std::string_view between) {
  std::vector<std::string_view> parts;
  for (std::size_t end = text.find(between); end != std::string_view::npos; end = text.find(between)) {
    parts.push_back(text.substr(0, end));
    text.remove_prefix(end + between.size());
  }
  parts.push_back(text);
  return parts;
}

bool names_command(std::string_view clause) {
  return clause.find("--") != std::string_view::npos || clause.find("outmap ") != std::string_view::npos;
}

}  // namespace

std::string without_commands(std::string_view text) {
  if (text.ends_with('.')) text.remove_suffix(1);
  std::string kept;
  for (const std::string_view sentence : split(text, ". ")) {
    std::string clauses;
    for (const std::string_view clause : split(sentence, "; ")) {
      if (names_command(clause)) continue;
      clauses += (clauses.empty() ? "" : "; ") + std::string(clause);
    }
    if (!clauses.empty()) kept += (kept.empty() ? "" : " ") + clauses + ".";
  }
  return kept;
}

PageParagraph plain_words(std::string text, PageTone tone) { return {{{std::move(text)}}, tone}; }

PageTable page_table(const Listing& listing, std::string caption) {
  PageTable table{std::move(caption), {}, {}};
  // Ids are for programs: on a page a name leads to its element.
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < listing.columns.size(); ++i) {
    if (listing.columns[i].key == "id") continue;
    shown.push_back(i);
    table.columns.push_back({std::string(listing.columns[i].heading), listing.columns[i].align == Align::right,
                             listing.columns[i].flexible});
  }
  for (std::size_t i = 0; i < std::min(most_rows, listing.rows.size()); ++i) {
    std::vector<Cell> cells;
    for (const std::size_t column : shown) cells.push_back(listing.rows[i][column]);
    table.rows.push_back(row_of(cells));
  }
  return table;
}

void add_part(std::vector<PageBlock>& blocks, const ReportPart& part, const PartStyle& style) {
  if (style.titled) blocks.push_back(PageHeading{part.heading});
  for (std::size_t i = 0; i < part.words.size(); ++i) {
    blocks.push_back(plain_words(without_commands(part.words[i]), i == 0 ? style.words : PageTone::plain));
  }
  if (part.listing && !part.listing->rows.empty()) {
    blocks.push_back(page_table(*part.listing, part.heading));
    if (part.listing->rows.size() > most_rows) {
      blocks.push_back(plain_words(
          "and " + grouped(static_cast<double>(part.listing->rows.size() - most_rows)) + " more", PageTone::faint));
    }
  }
  if (!part.bullets.empty()) {
    PageList list;
    for (const std::string& line : part.bullets) list.items.push_back({{line}});
    blocks.push_back(std::move(list));
  }
  if (const std::string note = without_commands(part.note); !note.empty())
    blocks.push_back(plain_words(note, PageTone::faint));
}

void add_parts(std::vector<PageBlock>& blocks, const ReportParts& parts) {
  for (const ReportPart& part : parts) add_part(blocks, part);
}

}  // namespace outmap
