// What the picture of a value ladder shows and why: rungs, parts, words; no colours, no coordinates.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/analysis/value/ladder.hpp"
#include "render/diagram.hpp"
#include "render/diagrams/chart_words.hpp"

namespace outmap {

/// An offering, its value as the customer sees it, and what it gives more than the rung below.
struct LadderRung {
  Id id;
  std::string name;
  double price = 0;
  std::string price_words;
  double net = 0;
  PerceivedValue parts;
  std::string step;   // "+1.5 for €11 more"; of the lowest rung "the first rung"
  std::string fault;  // "no better than Family plan", "too close: +0.5"; empty: fine
  std::string title;
};

struct LadderDiagram {
  ChartWords words;
  NothingYet nothing;
  std::vector<LadderRung> rungs;  // from the cheapest up
  std::string currency;
  double margin = 0;  // that the next rung must clear
};

LadderDiagram build_ladder(const Map& map, const DiagramOptions& options);

}  // namespace outmap
