// What the pictures of what-ifs show and why: nodes, rows, words; no colours, no coordinates.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/analysis/levels.hpp"
#include "model/analysis/whatif/report.hpp"
#include "render/diagrams/chart_words.hpp"
#include "render/diagrams/outcomes_diagram.hpp"

namespace outmap {

enum class OutcomeFate { fell, missed, met, rose, still, gone, unknown };

/// An outcome before and after. Places are shares of its scale from the worse end to the better, 0-1.
struct WhatIfRow {
  Id id;
  std::string name;
  OutcomeFate fate = OutcomeFate::unknown;
  std::optional<double> before, after, target;
  std::optional<double> low, high;  // 5 % and 95 % of the runs
  std::string levels;               // "3.4 → 3.2"
  std::string verdict;              // "target 7 missed, reached in no run"
  double better = 0;                // share of the scale, above 0: for the better
  double priority = 0;              // today
  std::string title;                // in words

  bool reaches() const { return fate == OutcomeFate::met; }
};

/// Somebody who gets better or worse.
struct WhatIfPerson {
  Id id;
  std::string kind;  // "customer"
  std::string name;
  std::string size;    // "2,600"
  std::string change;  // "−8.1 %"
  double share = 0;
};

/// A way from what a scenario sets to what it makes worse: names with the signs of the links between.
struct WhatIfWay {
  std::vector<std::string> names;
  std::vector<bool> lowers;  // one fewer
  std::string end;           // "3.4 to 1.9"
};

struct WhatIfDiagram {
  ChartWords words;
  OutcomesDiagram map;
  std::vector<WhatIfRow> rows;        // the worst news first, unchanged ones left out
  std::size_t unchanged = 0;          // outcomes that stay
  std::vector<WhatIfPerson> losers;   // customers and partners, the worst first
  std::vector<WhatIfPerson> gainers;  // the best first
  std::optional<WhatIfWay> because;   // of what falls most
  std::string trouble;                // why no levels are told; empty where they are
  std::string directions;             // how far directions hold where no levels are told; empty: none are told either
  std::string scale;                  // "level 0–10", "right is better" where each has its own
  std::optional<Scale> axis;          // where all rows have one scale
  bool projected = false;
};

/// Throws CannotDraw without scenarios.
WhatIfDiagram build_whatif(const Map& map, const WhatIfReport& report, const DiagramOptions& options);

/// Today's levels: the report's, where it has them for the day of the picture.
std::shared_ptr<const LevelTable> levels_of_today(const Map& map, const WhatIfReport& report,
                                                  const DiagramOptions& options);

/// The outcomes of a report; worst news first: fell, missed, met, each by priority. `still` ones last. `levels` are
/// today's.
std::vector<WhatIfRow> whatif_rows(const Map& today, const LevelTable& levels, const WhatIfReport& report);

/// The outcome map of a scenario: what moves, and how. `levels` are today's.
OutcomesDiagram whatif_map(const Map& today, const LevelTable& levels, const WhatIfReport& report,
                           const DiagramOptions& options);

/// Who gets better or worse among customers and partners.
std::vector<WhatIfPerson> whatif_people(const Map& map, const std::vector<WhatIfShare>& shares);

}  // namespace outmap
