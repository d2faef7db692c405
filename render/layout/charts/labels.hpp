// Names beside the marks of a chart, placed so that none overlap.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "render/layout/parts.hpp"

namespace outmap::charts {

/// A mark, and the name that wants a place beside it. The first are the most important.
struct LabelledMark {
  Point center{};
  double radius_px = 4;
  std::string text{};  // empty: the mark is only in the way of others
  Face face = Face::regular;
};

/// What labels share the room with.
struct LabelField {
  Box room{};                                 // that they may not leave
  std::vector<Box> fixed{};                   // texts that stay where they are
  std::vector<std::array<Point, 2>> lines{};  // that are better not crossed
  std::vector<Point> dots{};                  // small marks that are better not covered
};

struct LabelLook {
  double size_px = type_size::body_px;
  double widest_px = 210;  // of one line
  double leader_from_px = 12;
};

struct PlacedLabel {
  std::size_t mark = 0;
  std::vector<std::string> lines{};
  bool cut = false;      // the name is longer than its lines
  bool on_line = false;  // it crosses one of the field's lines and wants a halo
  Anchor anchor = Anchor::start;
  Box box{};
  bool leader = false;  // a line ties it to its mark
  Point leader_from{};
  Point leader_to{};
};

/// A place for as many names as there is room for; by mark. Each has twelve directions, five distances and one or more
/// ways to break its lines to choose from; near, to the right and on one line costs least. Not allowed: leaving the
/// room, fixed texts, other marks; between two labels: overlap and crossing leaders. Starting from nothing, each label
/// in turn takes its cheapest place given the others, only if that is strictly better, until none moves: costs between
/// two are symmetric, so their sum falls at each move, and it ends. What still overlaps is dropped, the least important
/// first, unless another place has become free; what lies farther than `leader_from_px` gets a leader. Deterministic.
/// O(labels² x places) a round.
std::vector<PlacedLabel> place_labels(const Fonts& fonts, const std::vector<LabelledMark>& marks,
                                      const LabelField& field, const LabelLook& look = {});

/// The leader and the lines of a placed label; `halo` is drawn behind one that crosses a line.
std::vector<Shape> label_shapes(const Style& style, const PlacedLabel& label, const TextLook& text, const Colour& halo);

/// Marks that would hide each other's middle are moved apart, each to the nearest free place within `room`, the first
/// ones first; the others stay. `least_px` is the least distance of two marks of these radii. O(marks² x places).
std::vector<Point> moved_apart(const std::vector<Point>& centers, const std::vector<double>& radii, const Box& room);

}  // namespace outmap::charts
