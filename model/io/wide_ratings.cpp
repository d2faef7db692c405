#include "model/io/wide_ratings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "model/format/types/types.hpp"
#include "model/text/edit_distance.hpp"

namespace outmap {
namespace {

/// What a column is called in the map.
std::string_view name_of(const std::string& header, const TableSource& source) {
  const auto named = std::ranges::find(source.columns, header, &ColumnName::header);
  return named == source.columns.end() ? std::string_view(header) : std::string_view(named->field);
}

/// "booked-fast" of "booked-fast.importance"; nothing for columns that hold no answers.
std::optional<std::string_view> outcome_of(std::string_view name) {
  const auto dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return std::nullopt;
  const std::string_view question = name.substr(dot + 1);
  if (question != "importance" && question != "satisfaction") return std::nullopt;
  return name.substr(0, dot);
}

bool is_ignored(const std::string& header, const TableSource& source) {
  return std::ranges::find(source.ignore, header) != source.ignore.end();
}

/// The table as if it held nothing but the answers about one outcome.
TableSource narrowed(const Table& table, const TableSource& source, std::string_view outcome) {
  TableSource narrow = source;
  narrow.values.push_back({"outcome", std::string(outcome)});
  for (const std::string& header : table.header()) {
    const std::string_view name = name_of(header, source);
    const auto about = outcome_of(name);
    if (!about) continue;
    if (*about != outcome) {
      narrow.ignore.push_back(header);
      continue;
    }
    std::erase_if(narrow.columns, [&header](const ColumnName& column) { return column.header == header; });
    narrow.columns.push_back({std::string(name.substr(about->size() + 1)), header});
  }
  return narrow;
}

std::vector<std::size_t> columns_about(const Table& table, const TableSource& source, std::string_view outcome) {
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < table.columns(); ++i) {
    const std::string& header = table.header()[i];
    if (!is_ignored(header, source) && outcome_of(name_of(header, source)) == outcome) columns.push_back(i);
  }
  return columns;
}

void report_unknown(const Table& table, std::size_t column, const Id& outcome, const std::vector<Outcome>& outcomes,
                    Diagnostics& problems) {
  std::vector<std::string_view> ids;
  for (const Outcome& known : outcomes) ids.push_back(known.id);
  const auto near = nearest(outcome, ids);
  problems.add({"reference.unknown-id", Severity::error, table.header_place(column), "",
                fmt::format("no outcome has the id '{}', but a column holds answers about it", outcome),
                near.empty() ? std::string("add the outcome, or leave the column out with 'ignore'")
                             : fmt::format("did you mean '{}'?", near)});
}

}  // namespace

Ids outcomes_in_columns(const Table& table, const TableSource& source) {
  Ids outcomes;
  for (const std::string& header : table.header()) {
    if (is_ignored(header, source)) continue;
    const auto outcome = outcome_of(name_of(header, source));
    if (outcome && std::ranges::find(outcomes, *outcome) == outcomes.end()) outcomes.emplace_back(*outcome);
  }
  return outcomes;
}

std::vector<WideOutcome> plan_wide_ratings(const Table& table, const TableSource& source,
                                           const std::vector<Outcome>& outcomes, Diagnostics& problems) {
  std::vector<WideOutcome> plans;
  Diagnostics told;  // every plan finds the same fault with the columns that all share
  for (Id& id : outcomes_in_columns(table, source)) {
    std::vector<std::size_t> columns = columns_about(table, source, id);
    if (std::ranges::find(outcomes, id, &Outcome::id) == outcomes.end()) {
      report_unknown(table, columns.front(), id, outcomes, problems);
      continue;
    }
    TablePlan plan(record_type<Rating>(), table, narrowed(table, source, id), plans.empty() ? problems : told);
    plans.push_back({std::move(id), std::move(columns), std::move(plan)});
  }
  return plans;
}

void read_wide_row(const std::vector<WideOutcome>& outcomes, RecordPath record, CellReader& reader,
                   std::vector<Rating>& ratings, std::vector<std::uint32_t>& plans) {
  std::string scratch;
  for (std::uint32_t i = 0; i < outcomes.size(); ++i) {
    const auto answered = [&](std::size_t column) { return !reader.rows().cell(column, scratch).empty(); };
    if (std::ranges::none_of(outcomes[i].columns, answered)) continue;
    outcomes[i].plan.read_row(&ratings.emplace_back(), record, reader);
    plans.push_back(i);
    ++record.index;
  }
}

}  // namespace outmap
