#include "render/diagrams/portfolio_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/text/numbers.hpp"

namespace outmap::portfolio_words {
namespace {

constexpr double least_harm = 0.05;  // of a full change: less is lost in any measurement

std::string name_of(const Map& map, const Id& id) { return std::string(map.name_of(id)); }

std::string names_of(const Map& map, const Ids& ids) {
  std::string names;
  for (const Id& id : ids) names += (names.empty() ? "" : ", ") + name_of(map, id);
  return names;
}

/// What it rules out, by its own word or another's.
Ids ruled_out_by(const Map& map, const Initiative& initiative) {
  Ids ids = initiative.excludes;
  for (const Initiative& other : map->initiatives)
    if (std::ranges::count(other.excludes, initiative.id) > 0 && std::ranges::count(ids, other.id) == 0)
      ids.push_back(other.id);
  return ids;
}

void add_note(std::string& note, const std::string& words) { note += (note.empty() ? "" : " · ") + words; }

std::string reason_of(const Map& map, const LeftOutInitiative& left) {
  const std::string because = left.because ? name_of(map, *left.because) : "";
  switch (left.reason) {
    case NotPlanned::in_scenario:
      return "acts already";
    case NotPlanned::done:
      return "done already";
    case NotPlanned::stopped:
      return "stopped";
    case NotPlanned::set_aside:
      return "set aside";
    case NotPlanned::no_cost:
      return "nobody says what it costs";
    case NotPlanned::cannot_be:
      return because.empty() ? "requires two that exclude each other" : "requires what cannot be: " + because;
    case NotPlanned::no_effect:
      return "closes no gap that has a priority";
    case NotPlanned::excluded:
      return "ruled out by " + because;
    case NotPlanned::too_dear:
      return "costs more than the whole budget";
    case NotPlanned::dominated:
      return because + " closes as much for no more";
    case NotPlanned::adds_nothing:
      return "adds nothing to the plan";
    case NotPlanned::works_against:
      return "opens more than it closes";
    case NotPlanned::not_needed:
      return "not needed";
    case NotPlanned::runs_away:
      return "nothing settles with it";
    case NotPlanned::no_room:
      return "no room in the budget";
  }
  return "";
}

std::string percent(double share) { return share > 0 && share < 0.05 ? "<0.1" : one_decimal(share); }

/// The next plan beyond the budget that is worth a name: a corner of the front.
const PlanStep* next_step(const PortfolioDiagram& diagram) {
  for (const PlanStep& step : diagram.steps)
    if (step.corner && step.cost > diagram.budget && step.share > diagram.share + 1e-9) return &step;
  return nullptr;
}

void find(const Map& map, const PortfolioReport& report, PortfolioDiagram& diagram) {
  auto& finding = diagram.words.finding;
  const std::string& currency = map->currency;
  const PlanStep* next = next_step(diagram);
  if (report.chosen.empty()) {
    diagram.words.bar = Tone::gap;
    finding.push_back({"Nothing that helps fits into " + money_text(report.budget, currency), Tone::gap});
    if (next != nullptr)
      finding.push_back(
          {fmt::format("; {} would close {}", money_text(next->cost, currency), percent_text(next->share)),
           Tone::plain});
    return;
  }
  const std::string closes = percent_text(diagram.share);
  finding.push_back({fmt::format("{} {} {} of the priority", money_text(report.cost, currency),
                                 report.chosen.size() == 1 ? "for one initiative closes" : "closes", closes),
                     Tone::accent});
  if (diagram.half && diagram.steps[*diagram.half].share > 0)
    finding.push_back(
        {fmt::format("; half of that money would close {}", percent_text(diagram.steps[*diagram.half].share)),
         Tone::plain});
  if (next != nullptr)
    finding.push_back({fmt::format("; {} more would add {}", money_text(next->cost - report.cost, currency),
                                   percent_text(next->share - diagram.share)),
                       Tone::plain});
  else
    finding.push_back({"; more money adds nothing", Tone::plain});
}

std::string note_of(const PortfolioReport& report) {
  std::string note =
      report.optimal ? "No other plan within the budget closes more directly; a what-if counts indirect effects, too"
                     : fmt::format("No plan within the budget closes more than {}",
                                   percent_text(report.bound / report.total_priority));
  double alone = 0;
  for (const PlannedInitiative& planned : report.chosen) alone += planned.adds;
  if (const double shared = report.benefit - alone; shared > 0.01 * report.total_priority)
    add_note(note, fmt::format("{} of the priority is closed by more than one",
                               percent_text(shared / report.total_priority)));
  for (const auto& part : report.modes)
    if (part.kind)
      add_note(note, fmt::format("{} {}", part.initiatives,
                                 *part.kind == InitiativeMode::push ? "pushed to customers" : "pulled by customers"));
  if (!report.front_whole) add_note(note, "the front is searched at equal steps of the budget");
  return note;
}

}  // namespace

PlanRow row_of(const Map& map, const PortfolioReport& report, const PlannedInitiative& planned) {
  const Initiative& initiative = *map.get<Initiative>(planned.id);
  PlanRow row;
  row.id = planned.id;
  row.name = initiative.name;
  row.cost = planned.cost;
  row.cost_words = money_text(planned.cost, map->currency);
  row.alone = 100 * planned.alone / report.total_priority;
  row.adds = 100 * planned.adds / report.total_priority;
  Ids harmed;
  for (const PlannedHarm& harm : report.harms)
    if (harm.initiative == planned.id && harm.strength >= least_harm) harmed.push_back(harm.outcome);
  row.harms = !harmed.empty();
  if (row.harms) add_note(row.note, "harms " + names_of(map, harmed));
  if (planned.running) add_note(row.note, "running");
  if (!initiative.prerequisites.empty()) add_note(row.note, "needs " + names_of(map, initiative.prerequisites));
  const Ids ruled_out = ruled_out_by(map, initiative);
  if (!ruled_out.empty()) add_note(row.note, "rules out " + names_of(map, ruled_out));
  row.title =
      fmt::format("{}: costs {}, closes {} % of the priority alone and adds {} % to the others{}", row.name,
                  row.cost_words, percent(row.alone), percent(row.adds), row.note.empty() ? "" : " (" + row.note + ")");
  return row;
}

LeftOutRow row_of(const Map& map, const PortfolioReport& report, const LeftOutInitiative& left) {
  LeftOutRow row;
  row.id = left.id;
  row.name = name_of(map, left.id);
  row.reason = reason_of(map, left);
  const double own_cost = map.get<Initiative>(left.id)->cost.value_or(0);
  if (left.reason == NotPlanned::no_room && left.cost.value_or(0) > own_cost) row.reason = "no room with what it needs";
  row.ends = left.running;
  if (row.ends) row.reason += "; the plan would end it";
  const std::string cost = left.cost ? money_text(*left.cost, map->currency) : "";
  const bool decided = left.reason == NotPlanned::done || left.reason == NotPlanned::stopped;
  if (!decided && left.adds && *left.adds > 0 && !cost.empty())
    row.would = fmt::format("+{} % for {}", percent(100 * *left.adds / report.total_priority), cost);
  else if (!decided)
    row.would = cost;
  row.title = row.name + ": not in the plan, " + row.reason + (row.would.empty() ? "" : " (" + row.would + ")");
  return row;
}

std::string difference(const Map& map, const Ids& before, const Ids& after) {
  Ids added;
  Ids dropped;
  std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(added));
  std::set_difference(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(dropped));
  std::string words = added.empty() ? "" : "+ " + first_names(map, added, 2);
  if (!dropped.empty()) words += (words.empty() ? "− " : " − ") + first_names(map, dropped, 2);
  return words;
}

void tell(const Map& map, const PortfolioReport& report, const DiagramOptions& options, PortfolioDiagram& diagram) {
  ChartWords& words = diagram.words;
  const std::string budget = money_text(report.budget, map->currency);
  words.title = map->title + ": what the money buys";
  words.question =
      fmt::format("What does a budget of {} buy, what would more or less of it close, and why not the rest?", budget);
  if (!options.budget)
    words.question += " No budget was given: half of what all would cost, at least the cheapest, is assumed.";
  diagram.budget_words = "budget " + budget;
  words.bar = Tone::accent;
  words.source = map->title + " · portfolio";
  if (report.as_of) words.source += " · " + to_words(*report.as_of);
  words.source += " · priority closed = Σ priority × share of the gap closed";
  if (diagram.steps.empty()) {
    words.question = "What does a budget buy, what would more or less of it close, and why not the rest?";
    diagram.nothing =
        report.total_priority > 0
            ? NothingYet{"No initiative can be chosen yet",
                         "Say what each initiative costs, and which part of which gap it is hoped to close."}
            : NothingYet{"No gap has a priority yet",
                         "Say of each outcome who wants it, how much it matters to them, where it stands today and "
                         "where it should be."};
    return;
  }
  words.note = note_of(report);
  find(map, report, diagram);
}

}  // namespace outmap::portfolio_words
