#include <fmt/format.h>

#include <algorithm>

#include "cli/display_text.hpp"
#include "cli/monitor/parts.hpp"
#include "model/map/choices.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

Ink due_ink(DueState state) { return state == DueState::overdue ? Ink::warning : Ink::plain; }

std::string days_words(int days) { return counted_of(static_cast<std::size_t>(days), "day", "days"); }

/// "overdue by 12 days", "in 18 days", "today"
std::string due_words(std::optional<int> days_late) {
  if (*days_late > 0) return "overdue by " + days_words(*days_late);
  return *days_late == 0 ? "today" : "in " + days_words(-*days_late);
}

std::string duty_due(const WatchDuty& duty) {
  if (duty.days_late) return due_words(duty.days_late);
  if (duty.of.empty()) return "not known: its words name no element";
  if (!duty.last) return duty.state == DueState::overdue ? "overdue: never watched" : "never watched";
  return duty.every.empty() ? "no interval is given" : "not known: '" + printable(duty.every) + "' is no interval";
}

MonitorPart duties_part(const MonitorReport& report) {
  MonitorPart part{"What is to be watched", {}, Listing{}, {}, {}};
  Listing& listing = *part.listing;
  listing.columns = {{.key = "what", .heading = "what", .flexible = true},
                     {.key = "priority", .heading = "priority", .spare = 3},
                     {.key = "who", .heading = "who", .flexible = true, .spare = 1},
                     {.key = "every", .heading = "every", .spare = 2},
                     {.key = "last", .heading = "last watched"},
                     {.key = "due", .heading = "due", .flexible = true, .wraps = true}};
  for (const WatchDuty& duty : report.duties) {
    listing.rows.push_back({text_cell(duty.what), duty.priority ? text_cell(word_of(*duty.priority)) : missing_cell(),
                            text_cell(duty.who), text_cell(duty.every),
                            duty.last ? text_cell(to_text(*duty.last)) : missing_cell(),
                            text_cell(duty_due(duty), due_ink(duty.state))});
  }
  return part;
}

MonitorPart evaluation_part(const MonitorReport& report) {
  MonitorPart part{"What is to be judged", {}, {}, {}, {}};
  for (const EvaluationDuty& duty : report.evaluations) {
    std::string text = printable(duty.question);
    if (duty.due)
      text += " Due " + to_words(*duty.due) + (duty.days_late ? ", " + due_words(duty.days_late) : "") + ".";
    if (!duty.use.empty()) text += " For: " + printable(duty.use) + ".";
    std::string sources;
    for (const std::string& source : duty.sources) sources += (sources.empty() ? "" : ", ") + printable(source);
    if (!sources.empty()) text += " From: " + sources + ".";
    part.bullets.push_back(text);
  }
  return part;
}

MonitorPart practices_part(const MonitorReport& report) {
  MonitorPart part{"How we keep learning: organisational practices", {}, {}, {}, {}};
  for (const PracticeState& practice : report.practices) {
    std::string text = printable(practice.statement);
    if (practice.newest)
      text += fmt::format(" → {}: {}", to_words(practice.newest->date), printable(practice.newest->text));
    else
      text += " → no journal entry shows it";
    part.bullets.push_back(text);
  }
  return part;
}

}  // namespace

MonitorParts plan_parts(const Map&, const MonitorReport& report) {
  MonitorParts parts;
  if (!report.duties.empty()) parts.push_back(duties_part(report));
  if (!report.evaluations.empty()) parts.push_back(evaluation_part(report));
  if (!report.practices.empty()) parts.push_back(practices_part(report));
  return parts;
}

Listing plan_rows(const MonitorReport& report) {
  Listing listing;
  for (const std::string_view key :
       {"kind", "what", "priority", "who", "every", "use", "last", "due", "days_late", "state"}) {
    listing.columns.push_back({.key = key, .heading = key});
  }
  const auto date = [](const std::optional<Date>& day) { return text_cell(day ? to_text(*day) : ""); };
  const auto days = [](std::optional<int> late) {
    return number_cell(late ? std::optional<double>(*late) : std::nullopt, 0);
  };
  for (const WatchDuty& duty : report.duties) {
    listing.rows.push_back({text_cell("monitoring"), text_cell(duty.what),
                            text_cell(duty.priority ? word_of(*duty.priority) : std::string_view()),
                            text_cell(duty.who), text_cell(duty.every), text_cell(""), date(duty.last), date(duty.due),
                            days(duty.days_late), text_cell(to_text(duty.state))});
  }
  for (const EvaluationDuty& duty : report.evaluations) {
    listing.rows.push_back({text_cell("evaluation"), text_cell(duty.question), text_cell(""), text_cell(""),
                            text_cell(""), text_cell(duty.use), text_cell(""), date(duty.due), days(duty.days_late),
                            text_cell(to_text(duty.state))});
  }
  return listing;
}

}  // namespace outmap
