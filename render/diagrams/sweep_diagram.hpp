// What the picture of a sweep shows and why: lines over one parameter, a grid over two; no colours, no coordinates.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/analysis/whatif/report.hpp"
#include "render/diagram.hpp"
#include "render/diagrams/chart_words.hpp"

namespace outmap {

/// A parameter that is tried over a range.
struct SweepAxis {
  Id id;
  std::string name;
  std::vector<double> values;  // as tried
};

/// An outcome over the parameter.
struct SweepLine {
  Id id;
  std::string name;
  std::string levels;                         // "3.1 → 9.6, target 8"
  std::vector<std::optional<double>> places;  // shares of its scale from the worse end, 0-1, one a value of the axis
  std::optional<double> target;               // share of its scale
  std::optional<std::size_t> met_from;        // the first value from which on the target is met
  std::string title;                          // in words
};

struct SweepDiagram {
  ChartWords words;
  NothingYet nothing;
  SweepAxis x;
  std::optional<SweepAxis> y;
  std::vector<std::optional<double>> closed;  // percent, by y and then x
  std::vector<SweepLine> lines;               // what moves most first; of one parameter only
  std::size_t more_lines = 0;
  std::vector<bool> met;  // of two parameters: whether the outcome of `target` meets its target, as `closed`
  std::string target;     // its name; empty where no target is met in some of the cells only

  std::optional<double> closed_at(std::size_t row, std::size_t column) const {
    return closed[row * x.values.size() + column];
  }
  bool met_at(std::size_t row, std::size_t column) const { return met[row * x.values.size() + column]; }
};

/// The sweep of a scenario that has one. Of more than two parameters the others stay at their first value.
SweepDiagram build_sweep(const Map& map, const WhatIfReport& report, const DiagramOptions& options);

}  // namespace outmap
