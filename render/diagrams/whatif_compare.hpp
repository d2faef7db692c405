// What several scenarios side by side show and why: columns, rows, words; no colours, no coordinates.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "render/diagrams/whatif_diagram.hpp"

namespace outmap {

struct ComparedScenario {
  std::string name;
  std::string likelihood;  // "probable"; empty where nobody says
  std::string trouble;     // "runs away: a loop amplifies itself"; empty where levels are told
  std::optional<double> closed, closed_low, closed_high;  // percent of the priority
  std::string closed_words;                               // "58.7 %"
  std::size_t met = 0, newly_met = 0, targets = 0;
  std::vector<WhatIfPerson> losers;  // the worst first
  std::string money;                 // "costs €149k", "costs €149k, firm +€3.42m"
  bool best = false;                 // closes most
};

struct ComparedOutcome {
  Id id;
  std::string name;
  std::string today;             // "now 3.4, target 7"
  std::vector<WhatIfRow> cells;  // one a scenario
  bool moves = false;            // in any of them
  bool at_end = false;           // of its scale, in any of them: more effect no longer counts
};

struct WhatIfComparison {
  ChartWords words;
  std::vector<ComparedScenario> scenarios;  // probable ones first, as given within a likelihood
  std::vector<ComparedScenario> unsettled;  // those without levels, unless all of them are
  std::vector<ComparedOutcome> outcomes;    // those that move, by priority
  std::size_t unchanged = 0;                // outcomes that no scenario moves
};

/// `options.what_ifs` side by side.
WhatIfComparison build_comparison(const Map& map, const DiagramOptions& options);

}  // namespace outmap
