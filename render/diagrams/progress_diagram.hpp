// What the picture of progress shows and why: ladders, rungs, words; no colours, no coordinates.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/analysis/monitor/monitor.hpp"
#include "render/diagram.hpp"
#include "render/diagrams/chart_words.hpp"

namespace outmap {

/// A progress marker: low, medium and high are one, two and three steps.
struct MarkerSteps {
  Id id;
  std::string name;
  int now = 0;     // 0: never read
  int before = 0;  // at the start; as `now` where there is nothing to compare with
  MarkerMove move = MarkerMove::never_read;
  std::string when;   // of the newest reading: "May 2026"
  std::string title;  // in words
};

struct LadderPart {
  Rung rung = Rung::expect;
  std::string name;   // "love to see"
  std::string count;  // "1 of 2 seen"
  std::vector<MarkerSteps> markers;
};

struct PartnerLadder {
  Id partner;
  std::string name;
  std::string challenge;
  std::optional<double> reached;         // mean over its markers, 0-1
  std::optional<double> reached_before;  // the same at the start
  std::array<LadderPart, 3> parts;       // love, like, expect: from the top
  std::string title;
};

struct ProgressDiagram {
  ChartWords words;
  NothingYet nothing;
  std::vector<PartnerLadder> ladders;  // those on which a marker fell, then the others, each furthest first
  bool compared = false;               // some marker can be compared with an earlier reading
};

ProgressDiagram build_progress(const Map& map, const DiagramOptions& options);

}  // namespace outmap
