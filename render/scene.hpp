// What is drawn, where: shapes, paths and texts in drawing order, in px, with literal colours. A scene knows nothing of
// maps; SVG, PNG, PDF and HTML are written from it and look the same.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "render/text/style.hpp"

namespace outmap {

struct Point {
  double x = 0;
  double y = 0;
  bool operator==(const Point&) const = default;
};

struct Box {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;

  double right() const { return x + width; }
  double bottom() const { return y + height; }
  Point center() const { return {x + width / 2, y + height / 2}; }
  bool operator==(const Box&) const = default;
};

/// "#RRGGBB", or empty for none.
using Colour = std::string;

/// Patterns carry meaning beside colour: gap = diagonal stripes, gained = dots, lost = cross-hatch.
enum class Pattern { none, stripes, dots, cross };

struct Fill {
  Colour colour{};                  // ground; empty: nothing is filled
  Pattern pattern = Pattern::none;  // drawn over the ground
  Colour pattern_colour{};
  double opacity = 1;
  bool operator==(const Fill&) const = default;
};

struct Stroke {
  Colour colour{};  // empty: no outline
  double width = 1;
  std::vector<double> dash{};  // lengths of dash and gap in px; empty: solid
  double opacity = 1;
  bool operator==(const Stroke&) const = default;
};

struct RectShape {
  Box box{};
  double radius = 0;
  Fill fill{};
  Stroke stroke{};
};

struct CircleShape {
  Point center{};
  double radius = 0;
  Fill fill{};
  Stroke stroke{};
};

/// One piece of a path; `c1` and `c2` are the control points of a cubic Bézier curve.
struct Segment {
  enum class Kind { move, line, cubic, close };
  Kind kind = Kind::move;
  Point to{};
  Point c1{};
  Point c2{};
};

struct PathShape {
  std::vector<Segment> segments{};
  Fill fill{};  // colour empty: an open line
  Stroke stroke{};
  bool round_caps = false;
};

/// A run of text in one style; a line may have several.
struct TextRun {
  std::string text;
  Face face = Face::regular;
  Colour colour{};
  bool struck = false;
};

enum class Anchor { start, middle, end };

/// One line of text. Wrapped text is several of them.
struct TextShape {
  Point at;  // the baseline's point named by `anchor`
  Anchor anchor = Anchor::start;
  double size_px = 12;
  std::vector<TextRun> runs{};
  Colour halo{};        // drawn 3 px wide behind the letters where not empty
  double width_px = 0;  // as measured: for checks of overlap and of the edge
};

struct Group;

using Shape = std::variant<RectShape, CircleShape, PathShape, TextShape, Group>;

/// Shapes that belong together and what they stand for. The writer makes ids unique over the scene ("--2").
struct Group {
  std::string id;       // "outcome-booked-fast"; empty: a plain group
  std::string data_id;  // the element's id in the map
  std::string kind;     // "outcome"; becomes data-kind
  std::string role;     // class names: "node focus"
  std::string title;    // in words: 'Midwives → New parents: common goal, strength 0.8'
  std::string description;
  std::vector<Shape> shapes;
};

struct Scene {
  std::string id;           // of the picture: "journey"
  std::string title;        // of the whole picture, for those who don't see it
  std::string description;  // the finding
  double width_px = 1600;
  double height_px = 900;
  Colour ground;
  std::vector<Shape> shapes;  // reading order = meaning order
};

}  // namespace outmap
