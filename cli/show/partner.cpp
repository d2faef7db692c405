#include "cli/show/partner.hpp"

#include <algorithm>
#include <array>

#include "cli/display_text.hpp"
#include "cli/listing.hpp"
#include "model/analysis/levels.hpp"
#include "model/analysis/monitor/markers.hpp"
#include "model/map/choices.hpp"

namespace outmap {
namespace {

Listing ladder(const PartnerProgress& progress) {
  Listing listing{{{.key = "rung", .heading = "we"},
                   {.key = "marker", .heading = "to see", .flexible = true, .wraps = true},
                   {.key = "level", .heading = "newest reading"},
                   {.key = "date", .heading = "on"},
                   {.key = "id", .heading = "id", .spare = 1}},
                  {}};
  for (const RungProgress& rung : progress.rungs) {
    for (const MarkerProgress& marker : rung.markers) {
      listing.rows.push_back({text_cell(to_text(rung.rung)), text_cell(marker.statement),
                              marker.now ? text_cell(word_of(marker.now->level)) : text_cell("never read"),
                              marker.now ? text_cell(to_text(marker.now->date)) : missing_cell(),
                              text_cell(marker.id)});
    }
  }
  return listing;
}

bool is_empty(const StrategyMap& strategy) { return strategy == StrategyMap{}; }

Listing strategies(const StrategyMap& strategy) {
  Listing listing{{{.key = "way", .heading = "strategy"},
                   {.key = "individual", .heading = "aimed at the partner", .flexible = true, .wraps = true},
                   {.key = "environment", .heading = "aimed at its environment", .flexible = true, .wraps = true}},
                  {}};
  const auto cell = [](const std::string& text) { return text.empty() ? missing_cell() : text_cell(text); };
  listing.rows = {
      {text_cell("causal"), cell(strategy.individual_causal), cell(strategy.environment_causal)},
      {text_cell("persuasive"), cell(strategy.individual_persuasive), cell(strategy.environment_persuasive)},
      {text_cell("supportive"), cell(strategy.individual_supportive), cell(strategy.environment_supportive)}};
  return listing;
}

std::string priority_words(const MonitoringPriority& priority) {
  std::string text = priority.what;
  if (!priority.every.empty()) text += ", every " + priority.every;
  if (!priority.who.empty()) text += ", by " + priority.who;
  if (priority.priority) text += " (" + std::string(word_of(*priority.priority)) + " priority)";
  return text;
}

std::string question_words(const EvaluationQuestion& question) {
  std::string text = question.question;
  if (question.date) text += " Due " + to_words(*question.date) + ".";
  if (!question.use.empty()) text += " For: " + question.use + ".";
  return text;
}

}  // namespace

std::string outcome_mapping_text(const Map& map, const Partner& partner, std::optional<Date> asked,
                                 const Screen& screen) {
  std::string text;
  for (const PartnerProgress& progress : partner_progress(map, as_of(map, asked), std::nullopt)) {
    if (progress.partner == partner.id)
      text += heading("Progress markers", screen) + listing_text(ladder(progress), screen);
  }
  if (!is_empty(partner.strategy_map))
    text += heading("Strategy map", screen) + listing_text(strategies(partner.strategy_map), screen);
  return text;
}

std::string monitoring_plan_text(const Map& map, const Screen& screen) {
  std::string text;
  if (!map->practices.empty()) text += heading("Organisational practices", screen);
  for (const Practice& practice : map->practices) text += bullet(printable(practice.statement), screen);
  if (!map->monitoring.empty()) text += heading("What is to be watched", screen);
  for (const MonitoringPriority& priority : map->monitoring)
    text += bullet(printable(priority_words(priority)), screen);
  if (!map->evaluation.empty()) text += heading("What is to be judged", screen);
  for (const EvaluationQuestion& question : map->evaluation)
    text += bullet(printable(question_words(question)), screen);
  return text;
}

}  // namespace outmap
