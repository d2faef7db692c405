#include "model/io/table.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>
#include <utility>

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

std::string_view without_outer_blanks(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
  return text.substr(0, text.find_last_not_of(blanks) + 1);
}

/// What stood between quotes: where it has quotes itself they stand in pairs, of which the first is kept.
std::string_view text_without_quotes(std::string_view table, CellSpan span, std::string& scratch) {
  const std::string_view text = without_outer_blanks(table.substr(span.begin, span.length()));
  if (text.find('"') == std::string_view::npos) return text;
  scratch.clear();
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t quote = std::min(text.find('"', from), text.size() - 1);
    scratch.append(text, from, quote + 1 - from);
    from = quote + (text[quote] == '"' ? 2 : 1);
  }
  return scratch;
}

void report_row_fault(const Source& source, const RowSplitter::Fault& fault, Diagnostics& problems) {
  struct Words {
    const char* code;
    const char* message;
    const char* hint;
  };
  static constexpr std::array<Words, 3> words_of{{
      {"syntax.csv-quote", "this quote is not closed", "end the cell with a \""},
      {"syntax.csv-quote", "text stands behind the closing quote of a cell",
       "double the quotes that belong to the text"},
      {"file.too-large", "this cell is larger than 2 GiB", ""},
  }};
  const Words& words = words_of[static_cast<std::size_t>(fault.kind)];
  problems.add(
      {words.code, Severity::error, source.place(fault.begin, fault.end - fault.begin), {}, words.message, words.hint});
}

}  // namespace

/// Finds the header and what is wrong with it.
class TableOpener {
 public:
  TableOpener(Source source, Diagnostics& problems, const TableOptions& options) : problems_(problems) {
    table_.delimiter_ = options.delimiter != 0 ? options.delimiter : find_delimiter(source.text());
    table_.source_ = std::move(source);
  }

  std::optional<Table> open() {
    const std::string_view text = table_.source_.text();
    RowSplitter splitter(text, table_.delimiter_);
    while (table_.body_begin_ < text.size()) {
      table_.body_begin_ = splitter.split(table_.body_begin_, table_.header_spans_);
      if (splitter.fault()) {
        report_row_fault(table_.source_, *splitter.fault(), problems_);
        return std::nullopt;
      }
      if (!splitter.has_text()) continue;
      take_header();
      return std::move(table_);
    }
    problems_.add({"file.empty",
                   Severity::error,
                   table_.source_.whole(),
                   {},
                   "the table is empty",
                   "its first row must name the columns"});
    return std::nullopt;
  }

 private:
  void take_header() {
    std::unordered_map<std::string, std::size_t> first;
    std::string scratch;
    for (std::size_t column = 0; column < table_.header_spans_.size(); ++column) {
      const CellSpan span = table_.header_spans_[column];
      const std::string_view text = table_.source_.text();
      std::string name(span.quoted() ? text_without_quotes(text, span, scratch)
                                     : text.substr(span.begin, span.length()));
      if (name.empty()) {
        report(Severity::warning, "structure.empty-column", column,
               "column " + std::to_string(column + 1) + " has no name", "name it, or remove it");
      } else if (const auto [known, added] = first.emplace(name, column); !added) {
        report(Severity::error, "structure.duplicate-column", column,
               "the column '" + name + "' is given twice; first as column " + std::to_string(known->second + 1),
               "rename or remove one of the two");
      }
      table_.header_.push_back(std::move(name));
    }
  }

  void report(Severity severity, std::string code, std::size_t column, std::string message, std::string hint) {
    problems_.add({std::move(code), severity, table_.header_place(column), {}, std::move(message), std::move(hint)});
  }

  Diagnostics& problems_;
  Table table_;
};

std::optional<Table> open_table(Source source, Diagnostics& problems, const TableOptions& options) {
  return TableOpener(std::move(source), problems, options).open();
}

std::size_t Table::expected_rows() const {
  constexpr std::size_t bytes_looked_at = 1 << 12;
  const std::string_view rest = source_.text().substr(body_begin_);
  const std::string_view first = rest.substr(0, bytes_looked_at);
  const auto lines = static_cast<std::size_t>(std::count_if(first.begin(), first.end(), is_line_end)) + 1;
  if (first.size() == rest.size()) return lines;
  const std::size_t rows = lines * rest.size() / bytes_looked_at;
  return rows + rows / 16;
}

Place Table::place_of(CellSpan span) const {
  if (span.quoted()) return source_.place(span.begin - 1, span.length() + std::size_t{2});
  return source_.place(span.begin, span.length());
}

Place Table::place(std::size_t row, std::size_t column) const {
  std::vector<CellSpan> cells;
  RowSplitter(source_.text(), delimiter_).split(row_begins_[row], cells);
  return place_of(column < cells.size() ? cells[column] : CellSpan{cells.back().end(), 0});
}

Place Table::header_place(std::size_t column) const { return place_of(header_spans_[column]); }

RowReader::RowReader(Table& table, Diagnostics& problems)
    : table_(table),
      problems_(problems),
      text_(table.source().text()),
      splitter_(text_, table.delimiter()),
      at_(table.body_begin_) {
  const std::size_t expected = table_.expected_rows();
  table_.row_begins_.clear();
  table_.row_begins_.reserve(expected);
}

bool RowReader::next() {
  while (at_ < text_.size()) {
    const std::size_t begin = at_;
    at_ = splitter_.split(begin, cells_);
    if (splitter_.fault()) {
      report_row_fault(table_.source(), *splitter_.fault(), problems_);
      at_ = text_.size();
      return false;
    }
    if (!splitter_.has_text()) continue;
    table_.row_begins_.push_back(static_cast<std::uint32_t>(begin));
    if (cells_.size() != table_.columns()) mend_row();
    return true;
  }
  return false;
}

std::string_view RowReader::unquoted(CellSpan span, std::string& scratch) const {
  return text_without_quotes(text_, span, scratch);
}

/// Reports a row that is too short or too long and gives it the header's length.
void RowReader::mend_row() {
  const std::size_t columns = table_.columns();
  const std::size_t found = cells_.size();
  const auto report = [&](Severity severity, std::size_t column, const char* hint) {
    problems_.add({"structure.ragged-row",
                   severity,
                   table_.place(row(), column),
                   {},
                   "this row has " + std::to_string(found) + (found == 1 ? " cell" : " cells") + ", the header has " +
                       std::to_string(columns),
                   hint});
  };
  if (found < columns) {
    report(Severity::warning, 0, "the cells that are missing were taken as empty");
    cells_.resize(columns, CellSpan{cells_.back().end(), 0});
    return;
  }
  const auto surplus = cells_.begin() + static_cast<std::ptrdiff_t>(columns);
  const auto filled = std::find_if(surplus, cells_.end(), [](CellSpan cell) { return cell.length() > 0; });
  const bool lost = filled != cells_.end();
  report(lost ? Severity::error : Severity::warning,
         static_cast<std::size_t>((lost ? filled : surplus) - cells_.begin()),
         lost ? "put cells that contain the delimiter in quotes" : "remove the delimiters at its end");
  cells_.resize(columns);
}

}  // namespace outmap
