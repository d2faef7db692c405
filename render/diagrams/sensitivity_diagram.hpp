// What the picture of sensitivity shows and why: rows, ends of bars, words; no colours, no coordinates.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/analysis/whatif/report.hpp"
#include "render/diagram.hpp"
#include "render/diagrams/chart_words.hpp"

namespace outmap {

/// One end of a bar: the result there, and the weight that brings it about.
struct SensitivityEnd {
  double moved = 0;    // points of percent more closed than the map says
  std::string weight;  // "0.6"
};

struct SensitivityRow {
  Id from;
  Id to;
  std::string cause;   // "Nurse chat"
  std::string effect;  // "Answered same day"
  std::string weight;  // as the map says
  SensitivityEnd less;
  SensitivityEnd more;
  std::string swing;       // "7.6"
  std::string confidence;  // "0.5"
  double doubt = 0;        // 1 - confidence
  double score = 0;        // swing x doubt
  std::string title;       // in words
};

/// One scenario.
struct SensitivityPart {
  std::string name;
  std::string base;  // what comes of what the map says: "closes 58.7 %"
  std::vector<SensitivityRow> rows;
  std::size_t more = 0;  // rows that matter less and are not among them
  std::string instead;   // why there are none
};

struct SensitivityDiagram {
  ChartWords words;
  NothingYet nothing;
  std::vector<SensitivityPart> parts;
  std::size_t more_parts = 0;  // scenarios that are not drawn
  std::string axis;            // what is counted
  std::string example;         // the first row, read aloud
  double lowest = 0;           // of the ends of all bars, points
  double highest = 0;
};

/// Throws CannotDraw without scenarios.
SensitivityDiagram build_sensitivity(const Map& map, const DiagramOptions& options);

}  // namespace outmap
