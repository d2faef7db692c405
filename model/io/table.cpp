#include "model/io/table.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "model/io/cell_end.hpp"
#include "model/io/large_pages.hpp"

namespace outmap {

namespace {

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

/// How often each delimiter stands in one row, quoted cells left out.
struct DelimiterCount {
  static constexpr std::array<char, 3> delimiters = {',', ';', '\t'};
  std::array<std::size_t, 3> of{};
};

DelimiterCount count_row(std::string_view text, std::size_t& at) {
  DelimiterCount count;
  bool quoted = false;
  for (; at < text.size() && (quoted || !is_line_end(text[at])); ++at) {
    if (text[at] == '"') quoted = !quoted;
    for (std::size_t d = 0; !quoted && d < count.of.size(); ++d)
      count.of[d] += text[at] == DelimiterCount::delimiters[d];
  }
  while (at < text.size() && is_line_end(text[at])) ++at;
  return count;
}

/// The delimiter that the header has and that most of the first rows have just as often; of equal ones the one that
/// gives more columns.
char find_delimiter(std::string_view text) {
  constexpr std::size_t rows_looked_at = 20;
  constexpr std::size_t bytes_looked_at = 1 << 16;
  text = text.substr(0, bytes_looked_at);
  std::size_t at = text.find_first_not_of(" \r\n");
  if (at == std::string_view::npos) return ',';
  const DelimiterCount header = count_row(text, at);
  std::array<std::size_t, 3> agreeing{};
  for (std::size_t row = 0; row < rows_looked_at && at < text.size(); ++row) {
    const DelimiterCount count = count_row(text, at);
    for (std::size_t d = 0; d < 3; ++d) agreeing[d] += count.of[d] == header.of[d];
  }
  std::size_t best = 0;
  for (std::size_t d = 1; d < 3; ++d) {
    const auto rank = [&](std::size_t i) { return std::tuple(header.of[i] > 0, agreeing[i], header.of[i]); };
    if (rank(d) > rank(best)) best = d;
  }
  return DelimiterCount::delimiters[best];
}

}  // namespace

/// One pass over the text. Each row is put behind the table's cells and then kept, mended or taken away again.
class TableParser {
 public:
  using Span = Table::Span;

  TableParser(Source source, Diagnostics& problems, const TableOptions& options)
      : problems_(problems),
        delimiter_(options.delimiter != 0 ? options.delimiter : find_delimiter(source.text())),
        cell_end_(delimiter_) {
    table_.delimiter_ = delimiter_;
    table_.source_ = std::move(source);
    text_ = table_.source_.text();
  }

  std::optional<Table> parse() {
    while (!failed_ && at_ < text_.size()) {
      row_begin_ = cells().size();
      read_row();
      if (failed_) break;
      if (!has_text_) {
        cells().resize(row_begin_);
      } else if (table_.header_.empty()) {
        take_header();
      } else if (cells().size() - row_begin_ != table_.columns()) {
        mend_row();
      }
    }
    if (failed_) return std::nullopt;
    if (!table_.header_.empty()) return std::move(table_);
    problems_.add({"file.empty",
                   Severity::error,
                   table_.source_.whole(),
                   {},
                   "the table is empty",
                   "its first row must name the columns"});
    return std::nullopt;
  }

 private:
  std::vector<Span>& cells() { return table_.cells_; }

  bool is_blank(char c) const { return c == ' ' || (c == '\t' && delimiter_ != '\t'); }

  /// Reads the cells of one row and passes the end of its line.
  void read_row() {
    has_text_ = false;
    while (true) {
      while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
      if (at_ < text_.size() && text_[at_] == '"') {
        read_quoted();
      } else {
        read_plain();
      }
      if (failed_ || at_ == text_.size()) return;
      const char end = text_[at_++];
      if (end == delimiter_) continue;
      if (end == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
      return;
    }
  }

  void read_plain() {
    const std::size_t begin = at_;
    at_ = cell_end_.find(text_, begin);
    std::size_t end = at_;
    while (end > begin && is_blank(text_[end - 1])) --end;
    add(begin, end, false);
    has_text_ = has_text_ || end > begin;
  }

  void read_quoted() {
    const std::size_t begin = at_ + 1;
    std::size_t end = text_.find('"', begin);
    while (end != std::string_view::npos && end + 1 < text_.size() && text_[end + 1] == '"')
      end = text_.find('"', end + 2);
    if (end == std::string_view::npos)
      return fail(at_, text_.size(), "this quote is not closed", "end the cell with a \"");
    add(begin, end, true);
    has_text_ = true;
    at_ = end + 1;
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
    if (at_ < text_.size() && !cell_end_.is(text_[at_]))
      fail(at_, at_ + 1, "text stands behind the closing quote of a cell", "double the quotes that belong to the text");
  }

  void add(std::size_t begin, std::size_t end, bool quoted) {
    const std::size_t length = end - begin;
    if (length >= Span::quoted_bit) return fail_size(begin);
    cells().push_back(
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(length) | (quoted ? Span::quoted_bit : 0)});
  }

  void take_header() {
    table_.header_spans_ = std::exchange(cells(), {});
    const std::vector<Span>& row = table_.header_spans_;
    std::unordered_map<std::string, std::size_t> first;
    for (std::size_t column = 0; column < row.size(); ++column) {
      std::string name = unquoted(row[column]);
      if (name.empty()) {
        report("structure.empty-column", Severity::warning, table_.header_place(column),
               "column " + std::to_string(column + 1) + " has no name", "name it, or remove it");
      } else if (const auto [known, added] = first.emplace(name, column); !added) {
        report("structure.duplicate-column", Severity::error, table_.header_place(column),
               "the column '" + name + "' is given twice; first as column " + std::to_string(known->second + 1),
               "rename or remove one of the two");
      }
      table_.header_.push_back(std::move(name));
    }
    reserve();
  }

  /// Room for as many rows as there would be if all were like the first ones, and for some more: memory that is not
  /// used costs nothing, but moving a million rows does.
  void reserve() {
    constexpr std::size_t bytes_looked_at = 1 << 16;
    const std::string_view rest = text_.substr(at_);
    const std::string_view first = rest.substr(0, bytes_looked_at);
    const auto lines = static_cast<std::size_t>(std::count_if(first.begin(), first.end(), is_line_end)) + 1;
    const std::size_t rows = lines * (rest.size() / bytes_looked_at + 1);
    table_.cells_.reserve((rows + rows / 8) * table_.columns());
    expect_to_fill(table_.cells_.data(), rows * table_.columns() * sizeof(Span));
  }

  /// Reports a row that is too short or too long and gives it the header's length.
  void mend_row() {
    const std::size_t columns = table_.columns();
    const std::size_t found = cells().size() - row_begin_;
    const std::string message = "this row has " + std::to_string(found) + (found == 1 ? " cell" : " cells") +
                                ", the header has " + std::to_string(columns);
    if (found < columns) {
      report("structure.ragged-row", Severity::warning, table_.place_of(cells()[row_begin_]), message,
             "the cells that are missing were taken as empty");
      const Span last = cells().back();
      cells().resize(row_begin_ + columns, Span{last.begin + last.length() + (last.quoted() ? 1 : 0), 0});
      return;
    }
    const auto surplus = cells().begin() + static_cast<std::ptrdiff_t>(row_begin_ + columns);
    const auto filled = std::find_if(surplus, cells().end(), [](Span cell) { return cell.length() > 0; });
    const bool lost = filled != cells().end();
    report("structure.ragged-row", lost ? Severity::error : Severity::warning,
           table_.place_of(lost ? *filled : *surplus), message,
           lost ? "put cells that contain the delimiter in quotes" : "remove the delimiters at its end");
    cells().resize(row_begin_ + columns);
  }

  std::string unquoted(Span span) const {
    std::string scratch;
    return std::string(table_.text_of(span, scratch));
  }

  void fail(std::size_t begin, std::size_t end, std::string message, std::string hint) {
    report("syntax.csv-quote", Severity::error, table_.source_.place(begin, end - begin), std::move(message),
           std::move(hint));
    failed_ = true;
  }

  void fail_size(std::size_t begin) {
    report("file.too-large", Severity::error, table_.source_.place(begin), "this cell is larger than 2 GiB", {});
    failed_ = true;
  }

  void report(std::string code, Severity severity, Place place, std::string message, std::string hint) {
    problems_.add({std::move(code), severity, std::move(place), {}, std::move(message), std::move(hint)});
  }

  Diagnostics& problems_;
  char delimiter_;
  CellEnd cell_end_;
  Table table_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t row_begin_ = 0;
  bool has_text_ = false;
  bool failed_ = false;
};

std::string_view Table::unquoted_text(Span span, std::string& scratch) const {
  constexpr std::string_view blanks = " \t\r\n";
  std::string_view text = source_.text().substr(span.begin, span.length());
  text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
  text = text.substr(0, text.find_last_not_of(blanks) + 1);
  if (text.find('"') == std::string_view::npos) return text;
  // Quotes stand in pairs here: keep up to the first of each and pass the second.
  scratch.clear();
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t quote = std::min(text.find('"', from), text.size() - 1);
    scratch.append(text, from, quote + 1 - from);
    from = quote + (text[quote] == '"' ? 2 : 1);
  }
  return scratch;
}

Place Table::place_of(Span span) const {
  if (span.quoted()) return source_.place(span.begin - 1, span.length() + std::size_t{2});
  return source_.place(span.begin, span.length());
}

Place Table::place(std::size_t row, std::size_t column) const { return place_of(cells_[row * columns() + column]); }

Place Table::header_place(std::size_t column) const { return place_of(header_spans_[column]); }

std::optional<Table> parse_table(Source source, Diagnostics& problems, const TableOptions& options) {
  return TableParser(std::move(source), problems, options).parse();
}

}  // namespace outmap
