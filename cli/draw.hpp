// From the options of `outmap render` to files.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "cli/console.hpp"
#include "cli/invocation.hpp"
#include "render/diagram.hpp"
#include "render/theme/theme.hpp"

namespace outmap {

enum class FileKind { svg, png, pdf, dot };

/// What is to be drawn, how, and where to.
struct DrawingOrder {
  const DiagramKind* diagram = nullptr;  // null: all of them
  std::string output;                    // a file, or a folder where all are drawn; empty: stdout
  FileKind kind = FileKind::svg;
  Theme theme;
  std::string font;
  double scale = 1;
  DiagramOptions options;
};

/// Reads the order from the options. Throws UsageError where they contradict each other or leave open what or where
/// to, and where a binary picture would go to a terminal; MapRefused where the brand has errors.
DrawingOrder drawing_order(const Invocation& given, const Console& console);

/// Throws UsageError, with the nearest right id, where an id of `options` is not in the map.
void check_ids(const Map& map, const DiagramOptions& options);

/// Throws UsageError where a diagram needs scenarios and has none, or can show one only and has several.
void check_scenarios(const DrawingOrder& order);

/// Draws the one diagram that is ordered; returns 1. Throws CannotDraw where the map lacks what it shows.
std::size_t draw_one(const Map& map, const DrawingOrder& order, const Console& console);

/// Draws every diagram, and each journey, into the folder; of several scenarios each has a what-if picture of its own
/// beside the comparison, and pictures that can show one only show today. What the map has nothing for is left out and
/// told on stderr. Returns how many were drawn.
std::size_t draw_all(const Map& map, const DrawingOrder& order, const Console& console);

}  // namespace outmap
