#include "cli/whatif/meet_report.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/display_text.hpp"
#include "cli/listing.hpp"
#include "cli/messages.hpp"
#include "cli/whatif/report.hpp"
#include "cli/whatif/words.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

std::string name_of(const Map& map, const Id& id) { return printable(map.name_of(id)); }
std::string quoted(const Map& map, const Id& id) { return "'" + name_of(map, id) + "'"; }

std::string set_words(const Map& map, const MeetReport& search) {
  std::vector<std::string> names;
  for (const MeetInitiative& one : search.chosen) names.push_back(quoted(map, one.id));
  return in_a_row(names);
}

/// "'Seen within three days' to 8 and 'Overtime' to 2 h"
std::string asked_words(const Map& map, const MeetReport& search) {
  std::vector<std::string> words;
  for (const MeetRow& row : search.rows)
    words.push_back(quoted(map, row.outcome) + " to " + with_unit(map, row.outcome, row.asked));
  return in_a_row(words);
}

std::string at_most_words(const MeetReport& search) {
  return search.at_most ? fmt::format("at most {}", counted(*search.at_most, "initiative")) : "initiatives";
}

std::string met_words(const Map& map, const MeetAnswer& answer) {
  const MeetReport& search = answer.search;
  if (search.chosen.empty())
    return fmt::format("{} without a further initiative.",
                       answer.under.empty() ? "Today's levels meet it" : "The scenario meets it");
  return fmt::format("To bring {}: {}, for {}.", asked_words(map, search), set_words(map, search),
                     signed_money(map, search.cost));
}

/// Where the set that comes closest gets.
std::string missed_words(const Map& map, const MeetReport& search) {
  if (!search.settles) return "No set settles, so that no levels are projected: see the loops of a what-if.";
  std::vector<std::string> reached;
  for (const MeetRow& row : search.rows) {
    reached.push_back(fmt::format("{} gets to {}{}", quoted(map, row.outcome),
                                  with_unit(map, row.outcome, row.after.value_or(row.before)),
                                  row.met ? "" : ", not " + with_unit(map, row.outcome, row.asked)));
  }
  const std::string which =
      search.proven ? "No set of " + at_most_words(search) + " brings " : "No set was found that brings ";
  const std::string closest = search.chosen.empty()
                                  ? std::string("none gets closer than today")
                                  : fmt::format("closest {} {}, for {}", search.chosen.size() == 1 ? "comes" : "come",
                                                set_words(map, search), signed_money(map, search.cost));
  return fmt::format("{}{}; {}: {}.", which, asked_words(map, search), closest, in_a_row(reached));
}

std::string finding(const Map& map, const MeetAnswer& answer, const Screen& screen) {
  const MeetReport& search = answer.search;
  const std::string under = answer.under.empty() ? "" : "What if: " + printable(answer.under) + ". ";
  return paragraph(under + (search.met ? met_words(map, answer) : missed_words(map, search)), screen,
                   search.met ? Ink::strong : Ink::warning);
}

/// How many sets there are, how many were looked at, and what that proves.
std::string proof(const Map& map, const MeetReport& search, const Screen& screen) {
  if (search.chosen.empty() && search.met) return "";
  const std::string most = search.at_most ? fmt::format("at most {} out of ", *search.at_most) : "";
  const bool all = static_cast<double>(search.tried) >= search.sets;
  const std::string sets =
      fmt::format("{} {} sets of {}{} were simulated", all ? "all" : grouped(static_cast<double>(search.tried)) + " of",
                  grouped(search.sets), most, counted(search.candidates, "initiative"));
  std::string text;
  if (search.proven)
    text = fmt::format("Proven: {}{}.", sets,
                       all          ? ""
                       : search.met ? ", and none of the others can do it for less"
                                    : ", and none of the others can come closer");
  else if (search.met)
    text = fmt::format("Best found, not proven: {}. No set that does it costs less than {}.", sets,
                       signed_money(map, search.cost_bound));
  else
    text = fmt::format(
        "Best found, not proven: {}. It is short of {} of a scale, all targets together; no set is "
        "short of less than {}.",
        sets, percent_text(search.short_by), percent_text(search.short_bound));
  return paragraph(text, screen, search.proven ? Ink::plain : Ink::warning);
}

Listing target_listing(const Map& map, const MeetReport& search) {
  Listing listing{{{.key = "name", .heading = "asked for", .flexible = true},
                   {.key = "before", .heading = "today", .align = Align::right},
                   {.key = "asked", .heading = "asked", .align = Align::right},
                   {.key = "after", .heading = "then", .align = Align::right},
                   {.key = "met", .heading = ""}},
                  {}};
  for (const MeetRow& row : search.rows) {
    listing.rows.push_back({text_cell(name_of(map, row.outcome)), text_cell(with_unit(map, row.outcome, row.before)),
                            text_cell(with_unit(map, row.outcome, row.asked)),
                            row.after ? text_cell(with_unit(map, row.outcome, *row.after)) : missing_cell(),
                            row.met ? text_cell("met", Ink::good)
                                    : text_cell("missed by " + with_unit(map, row.outcome, row.short_by), Ink::error)});
  }
  return listing;
}

std::string without_words(const Map& map, const MeetReport& search, const MeetInitiative& one) {
  if (one.missed_without.empty()) return search.met ? "met all the same" : "further off";
  std::vector<std::string> names;
  for (const Id& id : one.missed_without) names.push_back(quoted(map, id));
  return "misses " + in_a_row(names);
}

Listing set_listing(const Map& map, const MeetReport& search) {
  Listing listing{{{.key = "name", .heading = "in the set", .flexible = true},
                   {.key = "cost", .heading = "cost", .align = Align::right},
                   {.key = "without", .heading = "without it", .wraps = true},
                   {.key = "id", .heading = "id", .spare = 1}},
                  {}};
  for (const MeetInitiative& one : search.chosen) {
    listing.rows.push_back({text_cell(name_of(map, one.id)), text_cell(signed_money(map, one.cost)),
                            text_cell(without_words(map, search, one)), text_cell(one.id)});
  }
  return listing;
}

std::string reason_words(const Map& map, const LeftOutInitiative& left) {
  switch (left.reason) {
    case NotPlanned::in_scenario:
      return "acts in the scenario";
    case NotPlanned::done:
      return "done";
    case NotPlanned::stopped:
      return "stopped";
    case NotPlanned::set_aside:
      return "held by the scenario";
    case NotPlanned::no_cost:
      return "no cost given";
    case NotPlanned::cannot_be:
      return left.because ? "requires " + quoted(map, *left.because) + ", which cannot be chosen"
                          : "requires two that exclude each other";
    case NotPlanned::excluded:
      return left.because ? "excluded by " + quoted(map, *left.because) : "excluded";
    case NotPlanned::no_effect:
      return "leads to none of them";
    default:
      return std::string(to_text(left.reason));
  }
}

/// Grouped by the reason, in the order of the first initiative that has it.
std::string left_out_words(const Map& map, const MeetReport& search, const Screen& screen) {
  std::vector<std::pair<std::string, std::vector<std::string>>> groups;
  for (const LeftOutInitiative& left : search.left_out) {
    if (left.reason == NotPlanned::not_needed) continue;
    const std::string why = reason_words(map, left);
    auto group = std::ranges::find(groups, why, &std::pair<std::string, std::vector<std::string>>::first);
    if (group == groups.end()) group = groups.insert(group, {why, {}});
    group->second.push_back(quoted(map, left.id));
  }
  std::string text;
  for (const auto& [why, names] : groups)
    text += fmt::format("{}{} ({})", text.empty() ? "" : "; ", in_a_row(names), why);
  return text.empty() ? "" : "\n" + paragraph("Not chosen from: " + text + ".", screen, Ink::faint);
}

std::string search_text(const Map& map, const MeetAnswer& answer, const Screen& screen) {
  const MeetReport& search = answer.search;
  std::string text = finding(map, answer, screen) + proof(map, search, screen);
  text += "\n" + listing_text(target_listing(map, search), screen);
  if (!search.chosen.empty()) text += "\n" + listing_text(set_listing(map, search), screen);
  return text + left_out_words(map, search, screen);
}

std::vector<WhatIfReport> whatifs_of(const std::vector<MeetAnswer>& answers) {
  std::vector<WhatIfReport> reports;
  for (const MeetAnswer& answer : answers) {
    if (answer.whatif) reports.push_back(*answer.whatif);
  }
  return reports;
}

void add_rows(const Map& map, const MeetAnswer& answer, Listing& listing) {
  const MeetReport& search = answer.search;
  for (const MeetInitiative& one : search.chosen) {
    std::string missed;
    for (const Id& id : one.missed_without) missed += (missed.empty() ? "" : ";") + id;
    listing.rows.push_back({text_cell(answer.under), text_cell(one.id), text_cell(map.name_of(one.id)),
                            text_cell("yes"), text_cell(""), text_cell(""), number_cell(one.cost, 0),
                            text_cell(missed)});
  }
  for (const LeftOutInitiative& left : search.left_out) {
    listing.rows.push_back({text_cell(answer.under), text_cell(left.id), text_cell(map.name_of(left.id)),
                            text_cell("no"), text_cell(to_text(left.reason)), text_cell(left.because.value_or("")),
                            number_cell(left.cost, 0), text_cell("")});
  }
}

}  // namespace

std::string meet_text(const Map& map, const std::vector<MeetAnswer>& answers, const Screen& screen) {
  std::string text;
  for (const MeetAnswer& answer : answers) text += (text.empty() ? "" : "\n") + search_text(map, answer, screen);
  const std::vector<WhatIfReport> reports = whatifs_of(answers);
  return reports.empty() ? text : text + "\n" + whatif_text(map, reports, screen);
}

std::string meet_listing(const Map& map, const std::vector<MeetAnswer>& answers, const std::string& format,
                         const Screen& screen) {
  Listing listing{{{.key = "under", .heading = "under"},
                   {.key = "id", .heading = "id"},
                   {.key = "name", .heading = "name"},
                   {.key = "chosen", .heading = "chosen"},
                   {.key = "reason", .heading = "reason"},
                   {.key = "because", .heading = "because"},
                   {.key = "cost", .heading = "cost", .align = Align::right},
                   {.key = "missed_without", .heading = "missed without"}},
                  {}};
  for (const MeetAnswer& answer : answers) add_rows(map, answer, listing);
  return listing_as(format, listing, screen);
}

}  // namespace outmap
