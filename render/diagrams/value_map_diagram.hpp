// What the picture of a value map shows and why: places, prices, words; no colours, no coordinates.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/analysis/value/value_map.hpp"
#include "render/diagram.hpp"
#include "render/diagrams/chart_words.hpp"

namespace outmap {

/// An offering or a competitor.
struct ValueMark {
  Id id;
  std::string name;
  bool ours = false;
  double quality = 0;    // relative; 1 is the mean
  double price = 0;      // likewise
  double advantage = 0;  // how far it lies below the fair-value line, in relative price
  std::string price_words;
  std::string fair_words;       // "fair €31"
  std::string advantage_words;  // "€2 under", "€5 over"
  std::string title;
};

struct ValueMapDiagram {
  ChartWords words;
  NothingYet nothing;
  std::vector<ValueMark> marks;  // the best value first
  double slope = 1;
};

ValueMapDiagram build_value_map(const Map& map, const DiagramOptions& options);

}  // namespace outmap
