#include "cli/gaps/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <span>

#include "cli/display_text.hpp"
#include "cli/listing.hpp"
#include "cli/names.hpp"
#include "model/analysis/firm_value.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

Ink ink_of(const std::optional<Band>& band) {
  if (band == Band::extreme) return Ink::error;
  if (band == Band::high) return Ink::warning;
  return Ink::plain;
}

const Outcome& outcome_of(const Map& map, const DetailedGap& row) { return *map.get<Outcome>(row.id); }

std::string holder_name(const Map& map, const DetailedGap& row) {
  if (row.holder) return row.part_name;
  const Holders& holders = outcome_of(map, row).holders;
  if (holders.organisation) return "the organisation";
  constexpr std::size_t most_named = 3;  // a row with forty names tells less than one with three and a count
  std::vector<std::string> names;
  for (const Holder& holder : holders.list) names.emplace_back(map.name_of(holder.id));
  return few_of(names, most_named);
}

Cell percent_cell(const std::optional<double>& share) {
  return share ? Cell{percent_text(*share), number_text(*share), Ink::plain} : missing_cell();
}

/// "14 → 3 min"
Cell level_cell(const Map& map, const DetailedGap& row) {
  const auto number = [](const std::optional<double>& value) { return value ? few_decimals(*value) : "–"; };
  if (!row.level.current && !row.level.target) return missing_cell();
  const std::string& unit = outcome_of(map, row).unit;
  return {number(row.level.current) + " → " + number(row.level.target) + (unit.empty() ? "" : " " + printable(unit)),
          "", Ink::plain};
}

/// "0–60", the scale on which the gap is a part.
Cell scale_cell(const Scale& scale) {
  return text_cell(few_decimals(scale.min) + (scale.min < 0 ? " to " : "–") + few_decimals(scale.max));
}

Cell decimal_cell(const std::optional<double>& value, Ink ink = Ink::plain) {
  return value ? Cell{one_decimal(*value), number_text(*value), ink} : missing_cell();
}

/// "13.5", or "~13.5" where few people answered.
Cell opportunity_cell(const DetailedGap& row, Ink ink) {
  Cell cell = decimal_cell(row.opportunity, ink);
  if (row.opportunity && row.is_soft()) cell.shown = "~" + cell.shown;
  return cell;
}

/// "11.2–15.1"
Cell interval_cell(const std::optional<Interval>& interval) {
  return interval ? text_cell(one_decimal(interval->low) + "–" + one_decimal(interval->high)) : missing_cell();
}

/// "3", or "3 (1–5)" where the answers leave the rank open.
Cell rank_cell(std::size_t rank, const std::optional<RankRange>& ranks) {
  if (!ranks || ranks->first == ranks->last) return text_cell(std::to_string(rank));
  return text_cell(fmt::format("{} ({}–{})", rank, ranks->first, ranks->last));
}

/// "−2.5 Other clinic"
Cell best_cell(const Map& map, const DetailedGap& row) {
  if (!row.versus_best) return missing_cell();
  const std::string sign = *row.versus_best > 0 ? "+" : "";
  return text_cell(sign + few_decimals(*row.versus_best) + " " + std::string(map.name_of(*row.best_competitor)),
                   *row.versus_best < 0 ? Ink::warning : Ink::plain);
}

/// "  for Students", "  at Book"
std::string part_name(const DetailedGap& row) {
  constexpr std::array<std::string_view, 5> words{"", "for", "in cluster", "at", "on"};
  return "  " + std::string(words[static_cast<std::size_t>(row.part)]) + " " + row.part_name;
}

bool has_answers(const DetailedGaps& gaps) {
  return std::ranges::any_of(gaps.rows, [](const DetailedGap& row) { return row.answers() > 0; });
}

bool has_scales(const DetailedGaps& gaps) {
  return std::ranges::any_of(gaps.rows, [](const DetailedGap& row) { return row.level.scale != Scale{}; });
}

bool has_rivals(const DetailedGaps& gaps) {
  return std::ranges::any_of(gaps.rows, [](const DetailedGap& row) { return row.versus_best.has_value(); });
}

std::vector<Column> columns_for_people() {
  return {{.key = "rank", .heading = "rank", .align = Align::right},
          {.key = "name", .heading = "outcome", .flexible = true},
          {.key = "holder", .heading = "who wants it", .flexible = true, .spare = 5},
          {.key = "importance", .heading = "importance", .align = Align::right, .spare = 2},
          {.key = "satisfaction", .heading = "satisfaction", .align = Align::right, .spare = 3},
          {.key = "level", .heading = "now → target", .align = Align::right},
          {.key = "gap", .heading = "gap", .align = Align::right, .spare = 4},
          {.key = "scale", .heading = "scale", .align = Align::right, .spare = 3},
          {.key = "impact", .heading = "impact", .align = Align::right, .spare = 3},
          {.key = "priority", .heading = "priority", .align = Align::right},
          {.key = "opportunity", .heading = "opportunity", .align = Align::right},
          {.key = "interval", .heading = "95 % between", .align = Align::right, .spare = 2},
          {.key = "n", .heading = "answers", .align = Align::right, .spare = 2},
          {.key = "band", .heading = "band", .spare = 1},
          {.key = "quadrant", .heading = "quadrant", .spare = 6},
          {.key = "versus_best", .heading = "against the best", .flexible = true, .spare = 4},
          {.key = "id", .heading = "id", .spare = 7}};
}

/// The rows as people read them: every outcome in the order of the report, and under it those who want it.
std::vector<const DetailedGap*> grouped_rows(const DetailedGaps& gaps) {
  std::map<std::string_view, std::vector<const DetailedGap*>> parts;
  for (const DetailedGap& row : gaps.rows) {
    if (row.holder) parts[row.id].push_back(&row);
  }
  std::vector<const DetailedGap*> rows;
  for (const DetailedGap& row : gaps.rows) {
    if (row.holder) continue;
    rows.push_back(&row);
    const auto& own = parts[row.id];
    rows.insert(rows.end(), own.begin(), own.end());
  }
  return rows;
}

/// Columns that would be empty are left out: of answers where nobody was asked, of rivals where the map has none.
void drop_column(Listing& listing, std::string_view key) {
  const auto column = std::ranges::find(listing.columns, key, &Column::key);
  const auto place = column - listing.columns.begin();
  listing.columns.erase(column);
  for (std::vector<Cell>& row : listing.rows) row.erase(row.begin() + place);
}

Listing listing_for_people(const Map& map, const DetailedGaps& gaps) {
  Listing listing{columns_for_people(), {}};
  std::size_t rank = 0;
  for (const DetailedGap* row : grouped_rows(gaps)) {
    const Ink ink = ink_of(row->band);
    const bool whole = !row->holder;
    const std::size_t answers = row->answers();
    listing.rows.push_back(
        {whole ? rank_cell(++rank, row->priority_ranks) : Cell{},
         element_cell(whole ? outcome_of(map, *row).name : part_name(*row), row->id),
         whole ? text_cell(holder_name(map, *row)) : Cell{}, decimal_cell(row->level.importance),
         decimal_cell(row->level.satisfaction), level_cell(map, *row), number_cell(row->level.gap, 1),
         scale_cell(row->level.scale), percent_cell(row->factors.impact), decimal_cell(row->priority),
         opportunity_cell(*row, ink), interval_cell(row->intervals.opportunity),
         answers > 0 ? number_cell(static_cast<double>(answers), 0) : missing_cell(), choice_cell(row->band, ink),
         choice_cell(row->quadrant), best_cell(map, *row), text_cell(row->id)});
  }
  if (!has_scales(gaps)) drop_column(listing, "scale");
  if (!has_answers(gaps)) drop_column(listing, "n");
  if (gaps.resamples == 0) drop_column(listing, "interval");
  if (!has_rivals(gaps)) drop_column(listing, "versus_best");
  return listing;
}

/// Why nothing has a priority, and what to add.
std::string no_priority(const Map& map, const DetailedGaps& gaps) {
  const auto unwanted = std::ranges::count_if(gaps.rows, [&](const DetailedGap& row) {
    const Holders& holders = outcome_of(map, row).holders;
    return row.level.gap.value_or(0) > 0 && holders.list.empty() && !holders.organisation;
  });
  if (unwanted == 0) return "No outcome has a priority: none falls short of its target, or numbers are missing.";
  return fmt::format("No outcome has a priority: {} short and {} who wants {}; add holders: [ID of a customer].",
                     unwanted == 1 ? "1 falls" : fmt::format("{} fall", unwanted),
                     unwanted == 1 ? "does not say" : "do not say", unwanted == 1 ? "it" : "them");
}

/// Whose words they are: "'Nobody picked up' (Parent 7)"
std::string told_by(const Evidence& evidence) {
  const std::string who = printable(evidence.source.empty() ? evidence.name : evidence.source);
  return evidence.quote.empty() ? who : fmt::format("'{}' ({})", printable(evidence.quote), who);
}

/// That evidence speaks against an outcome, which is to be settled before anything is built on it.
std::string doubt(const Map& map, const Id& outcome, std::optional<Date> day) {
  std::vector<const Evidence*> against;
  for (const Evidence& one : map->evidence) {
    const bool counts = !one.date || !day || *one.date <= *day;
    if (counts && std::ranges::count(one.contradicts, outcome) > 0) against.push_back(&one);
  }
  if (against.empty()) return "";
  if (against.size() == 1)
    return fmt::format(" Before you build on it: one piece of its evidence speaks against it, {}.",
                       told_by(*against.front()));
  return fmt::format(" Before you build on it: {} pieces of its evidence speak against it.", against.size());
}

/// What matters most, in words.
std::string finding(const Map& map, const DetailedGaps& gaps) {
  const auto first =
      std::ranges::find_if(gaps.rows, [](const DetailedGap& row) { return row.priority.value_or(0) > 0; });
  if (gaps.rows.empty()) return "The map has no outcomes yet.";
  if (first == gaps.rows.end()) return no_priority(map, gaps);
  std::string text = "Act first on '" + printable(outcome_of(map, *first).name) + "'";
  if (first->holder) text += printable(part_name(*first).substr(1));
  const auto urgent = std::ranges::count_if(gaps.rows, [](const DetailedGap& row) {
    return !row.holder && (row.band == Band::extreme || row.band == Band::high);
  });
  if (urgent > 0)
    text += "; " + std::to_string(urgent) +
            (urgent == 1 ? " outcome is a high or extreme opportunity" : " outcomes are high or extreme opportunities");
  return text + "." + doubt(map, first->id, gaps.report.as_of);
}

/// How many customers have no value to the firm although others have: they count nothing in value shares.
std::size_t customers_without_money(const Map& map) {
  const auto& customers = map->customers;
  const auto without = static_cast<std::size_t>(
      std::ranges::count_if(customers, [](const Customer& customer) { return !firm_value(customer).per_head; }));
  return without == customers.size() ? 0 : without;
}

/// Whether the gap that a priority counts is not the one that is shown: the mean of the holders'.
bool gap_of_holders(const DetailedGap& row) {
  constexpr double told_from = 0.005;  // less is not seen in whole percent
  return row.factors.gap && row.level.normalised_gap &&
         std::abs(*row.factors.gap - *row.level.normalised_gap) >= told_from;
}

/// Whether nobody said how satisfied they are, neither in answers nor of a holder.
bool satisfaction_of_level(const Map& map, const DetailedGap& row) {
  const bool any_said = std::ranges::any_of(outcome_of(map, row).holders.list,
                                            [](const Holder& holder) { return holder.satisfaction.has_value(); });
  return row.level.satisfaction_from == LevelSource::derived && !any_said;
}

std::string plain_count(std::size_t outcomes) {
  return fmt::format("{} {}", outcomes, outcomes == 1 ? "outcome" : "outcomes");
}

template <class Test>
std::size_t rows_of(const DetailedGaps& gaps, const Test& test) {
  return static_cast<std::size_t>(
      std::ranges::count_if(gaps.rows, [&](const DetailedGap& row) { return !row.holder && test(row); }));
}

/// How answers became scores.
std::string answers_in_words(const DetailedGaps& gaps) {
  constexpr std::array<std::string_view, 4> scores{
      "10 × the share of answers in the top two boxes", "10 × the share of answers in the top box",
      "10 × the share of answers in the top three boxes", "10 × how far up its scale the mean answer lies"};
  std::string text = fmt::format(" Scores from answers are {}{}.", scores[static_cast<std::size_t>(gaps.ratings.score)],
                                 gaps.ratings.respondents == Respondents::paired ? ", of those who answered both" : "");
  if (gaps.resamples == 0) return text;
  text += fmt::format(
      " '95 % between' tells where opportunity would lie had others of the same kind answered ({} "
      "resamplings); ranks in brackets are those that the answers leave open, so that outcomes with "
      "ranks in common cannot be told apart. A score marked ~ comes from fewer than {} answers.",
      grouped(gaps.resamples), small_sample);
  return text;
}

/// Whose level nobody read, where others were read: " 2 levels were never read and are as the map states them: …".
std::string stated_levels(const Map& map, const DetailedGaps& gaps) {
  constexpr std::size_t most_named = 5;
  Ids stated;
  bool any_read = false;
  for (const DetailedGap& row : gaps.rows) {
    if (row.holder) continue;
    if (row.level.current_from == LevelSource::reading)
      any_read = true;
    else if (row.level.current)
      stated.push_back(row.id);
  }
  if (!any_read || stated.empty()) return "";
  return fmt::format(" {} never read and {} as the map states {}: {}.",
                     stated.size() == 1 ? "1 level was" : fmt::format("{} levels were", stated.size()),
                     stated.size() == 1 ? "is" : "are", stated.size() == 1 ? "it" : "them",
                     quoted_names(map, stated, most_named));
}

/// A quadrant's name that seems to say the opposite of the rank beside it.
bool low_quadrant_ranks_high(const DetailedGaps& gaps) {
  const auto& rows = gaps.rows;
  const auto upper = std::span(rows).first(rows.size() / 2);
  return std::ranges::any_of(upper, [](const DetailedGap& row) { return row.quadrant == Quadrant::low_priority; });
}

std::string reckoning(const Map& map, const DetailedGaps& gaps) {
  std::string text =
      "Priority 0–100 = 100 × importance/10 × gap/scale × impact; impact is the share of customers, and of the value "
      "to "
      "the firm, that the gap touches. Opportunity 0–20 = importance + what satisfaction lacks of it.";
  if (const auto apart = rows_of(gaps, gap_of_holders); apart > 0)
    text += fmt::format(
        " Where holders have levels or targets of their own ({}) the gap in the priority is the mean of theirs, by "
        "heads.",
        plain_count(apart));
  if (const auto nobody = rows_of(gaps, [&](const DetailedGap& row) { return satisfaction_of_level(map, row); });
      nobody > 0)
    text += fmt::format(
        " Of {} nobody was asked how satisfied they are: satisfaction is how far up its scale the level lies.",
        plain_count(nobody));
  if (const std::size_t without = customers_without_money(map); without > 0) {
    text += " No value to the firm is given for " + std::to_string(without) + " of " +
            std::to_string(map->customers.size()) + " customers: in impact they count by their number only.";
  }
  if (gaps.report.importance_cross && gaps.report.satisfaction_cross) {
    text += " Quadrants meet at importance " + one_decimal(*gaps.report.importance_cross) + ", satisfaction " +
            one_decimal(*gaps.report.satisfaction_cross) + " (" + std::string(to_text(gaps.report.crosshair)) + ").";
    if (low_quadrant_ranks_high(gaps)) {
      text += " They know nothing of impact: an outcome in the quadrant called low-priority may have a high priority.";
    }
  }
  if (has_rivals(gaps))
    text += " 'Against the best' is how far we are ahead (+) or behind (−), in the outcome's own unit.";
  if (has_answers(gaps)) text += answers_in_words(gaps);
  text += stated_levels(map, gaps);
  if (gaps.report.as_of) text += " As of " + to_words(*gaps.report.as_of) + ".";
  return text;
}

/// "1. Appointment within three days; 2–3. …": the most important, where importance crowds.
std::string importance_ranks(const Map& map, const DetailedGaps& gaps) {
  constexpr std::size_t most_named = 6;
  std::vector<const DetailedGap*> ranked;
  for (const DetailedGap& row : gaps.rows) {
    if (row.importance_rank) ranked.push_back(&row);
  }
  std::ranges::stable_sort(ranked, {}, [](const DetailedGap* row) { return *row->importance_rank; });
  std::string text;
  for (std::size_t i = 0; i < std::min(most_named, ranked.size()); ++i) {
    text += fmt::format("{}{}. {}", i == 0 ? "" : "; ", *ranked[i]->importance_rank, outcome_of(map, *ranked[i]).name);
  }
  return "By rank of importance: " + printable(text) + (ranked.size() > most_named ? " …" : "");
}

std::vector<std::string> warnings(const Map& map, const DetailedGaps& gaps) {
  std::vector<std::string> all;
  for (const GapWarning& warning : gaps.warnings) {
    all.push_back("Keep in mind: " + warning.message + "; " + warning.hint + ".");
    if (warning.kind == "importance-crowded") all.back() += " " + importance_ranks(map, gaps) + ".";
  }
  return all;
}

}  // namespace

std::string gaps_text(const Map& map, const DetailedGaps& gaps, const Screen& screen) {
  const bool ranked =
      std::ranges::any_of(gaps.rows, [](const DetailedGap& row) { return row.priority.value_or(0) > 0; });
  std::string text = paragraph(finding(map, gaps), screen, ranked ? Ink::strong : Ink::plain);
  if (gaps.rows.empty()) return text;
  text += "\n" + listing_text(listing_for_people(map, gaps), screen) + "\n" +
          paragraph(reckoning(map, gaps), screen, Ink::faint);
  for (const std::string& words : warnings(map, gaps)) text += "\n" + paragraph(words, screen, Ink::note);
  return text;
}

ReportPart gaps_part(const Map& map, const DetailedGaps& gaps) {
  ReportPart part{"Outcomes by priority", {finding(map, gaps)}, {}, {}, {}};
  if (gaps.rows.empty()) return part;
  part.listing = listing_for_people(map, gaps);
  part.bullets = warnings(map, gaps);
  part.note = reckoning(map, gaps);
  return part;
}

std::string gaps_markdown(const Map& map, const DetailedGaps& gaps) {
  return listing_markdown(listing_for_people(map, gaps));
}

}  // namespace outmap
