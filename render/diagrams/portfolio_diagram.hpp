// What the picture of a portfolio shows and why: steps, rows, words; no colours, no coordinates.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/analysis/portfolio/portfolio.hpp"
#include "render/diagram.hpp"
#include "render/diagrams/chart_words.hpp"

namespace outmap {

/// A plan of the front.
struct PlanStep {
  double cost = 0;
  double share = 0;        // of all priority, that it closes
  double bound_share = 0;  // that no plan for this cost closes more than
  bool corner = false;     // worth a name: the front bends here
  bool chosen = false;
  std::string name;   // of a corner: "+ Online booking − One call"
  std::string title;  // in words
};

/// An initiative of the plan.
struct PlanRow {
  Id id;
  std::string name;
  std::string note;  // "needs Online booking · rules out Evening line"
  bool harms = false;
  double cost = 0;
  std::string cost_words;
  double alone = 0;  // percent of the priority
  double adds = 0;
  std::string title;
};

struct LeftOutRow {
  Id id;
  std::string name;
  std::string reason;
  bool ends = false;  // it runs today, and the plan would end it
  std::string would;  // "€85k for 2.9 more"
  std::string title;
};

struct PortfolioDiagram {
  ChartWords words;
  NothingYet nothing;
  std::vector<PlanStep> steps;  // rising; empty: nothing to choose from
  std::string currency;
  double budget = 0;
  std::string budget_words;          // "budget €200k"
  double cost = 0;                   // of the plan
  double share = 0;                  // of all priority, that the plan closes
  std::optional<std::size_t> half;   // the step that half of the plan's cost would buy
  bool whole = true;                 // no plan lies above the front
  std::vector<PlanRow> rows;         // what adds most first
  std::vector<LeftOutRow> left_out;  // what would add most first
};

/// The budget that a picture has when none is given: half of what all initiatives cost that could still be chosen, at
/// least what the cheapest of them costs.
double usual_budget(const Map& map);

PortfolioDiagram build_portfolio(const Map& map, const DiagramOptions& options);

}  // namespace outmap
