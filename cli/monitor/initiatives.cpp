#include <fmt/format.h>

#include <algorithm>

#include "cli/display_text.hpp"
#include "cli/monitor/parts.hpp"
#include "model/map/choices.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

std::string sign_words(ResultSign sign) {
  switch (sign) {
    case ResultSign::positive:
      return "positive";
    case ResultSign::negative:
      return "negative";
    case ResultSign::mixed:
      return "mixed";
    case ResultSign::none_yet:
      return "none yet";
    case ResultSign::not_measured:
      return "not measured";
  }
  return "";
}

Ink sign_ink(ResultSign sign) {
  if (sign == ResultSign::positive) return Ink::good;
  return sign == ResultSign::negative || sign == ResultSign::mixed ? Ink::error : Ink::plain;
}

std::string outcome_words(const Map& map, const AimedOutcome& aim) {
  const std::string verdict = aim.verdict ? verdict_words(*aim.verdict) : "never measured";
  const bool moved = aim.verdict == Verdict::improved || aim.verdict == Verdict::worsened;
  const std::string change = moved && aim.change ? " (" + with_sign(*aim.change, 1) + ")" : "";
  return printable(map.name_of(aim.outcome)) + ": " + verdict + (aim.unsure ? ", unsure" : "") + change;
}

/// Those it says it closes; where it says none, those that a way leads to.
std::string outcomes_words(const Map& map, const InitiativeResult& result) {
  const bool any_stated = std::ranges::any_of(result.outcomes, &AimedOutcome::stated);
  std::string text;
  for (const AimedOutcome& aim : result.outcomes) {
    if (aim.stated == any_stated) text += (text.empty() ? "" : "; ") + outcome_words(map, aim);
  }
  return text.empty() ? "no outcome: the map says no way to one" : text;
}

}  // namespace

MonitorParts initiative_parts(const Map& map, const MonitorReport& report) {
  if (report.results.empty()) return {};
  MonitorPart part{"What was done, beside what happened", {}, Listing{}, {}, {}};
  Listing& listing = *part.listing;
  listing.columns = {{.key = "initiative", .heading = "initiative", .flexible = true},
                     {.key = "status", .heading = "status", .spare = 1},
                     {.key = "result", .heading = "result"},
                     {.key = "outcomes", .heading = "the outcomes it aims at", .flexible = true, .wraps = true},
                     {.key = "harvested", .heading = "harvested", .align = Align::right, .spare = 2}};
  for (const InitiativeResult& result : report.results) {
    listing.rows.push_back(
        {element_cell(map.name_of(result.initiative), result.initiative), text_cell(word_of(result.status)),
         text_cell(sign_words(result.sign), sign_ink(result.sign)), text_cell(outcomes_words(map, result)),
         number_cell(static_cast<double>(result.harvested.size()), 0)});
  }
  part.note = "The result is what the outcomes did, whoever made them do it: other things happened too.";
  return {part};
}

Listing initiative_rows(const MonitorReport& report) {
  Listing listing;
  for (const std::string_view key : {"initiative", "status", "result", "outcome", "stated", "verdict", "change"}) {
    listing.columns.push_back({.key = key, .heading = key});
  }
  for (const InitiativeResult& result : report.results) {
    for (const AimedOutcome& aim : result.outcomes) {
      listing.rows.push_back(
          {text_cell(result.initiative), text_cell(word_of(result.status)), text_cell(to_text(result.sign)),
           text_cell(aim.outcome), text_cell(aim.stated ? "yes" : "no"),
           text_cell(aim.verdict ? to_text(*aim.verdict) : std::string_view()), number_cell(aim.change, 1)});
    }
  }
  return listing;
}

}  // namespace outmap
