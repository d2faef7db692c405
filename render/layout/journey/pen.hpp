// The few ways in which a journey picture puts shapes and words on the page.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "render/diagram.hpp"

namespace outmap::journey_picture {

using Shapes = std::vector<Shape>;

/// How a line of text looks.
struct Ink {
  double size_px = type_size::body_px;
  Face face = Face::regular;
  Colour colour;
  Anchor anchor = Anchor::start;
  Colour halo;
};

/// Fonts and theme of one picture, with the texts that were measured so far: the same text is wrapped at several levels
/// of detail.
class Pen {
 public:
  explicit Pen(const Style& looks) : style(looks), theme(looks.theme), fonts_(looks.fonts) {}

  const Style style;
  const Theme& theme;

  double width(std::string_view text, double size_px, Face face = Face::regular) const {
    return fonts_.width_px(text, size_px, face);
  }
  const Wrapped& wrapped(std::string_view text, double width_px, int max_lines, double size_px = type_size::body_px,
                         Face face = Face::regular) const;
  /// Wrapped so that `reserve_px` stay free at the end of the last line.
  const Wrapped& wrapped_before(double reserve_px, std::string_view text, double width_px, int max_lines,
                                double size_px = type_size::body_px, Face face = Face::regular) const;
  std::string fitted(std::string_view text, double width_px, double size_px = type_size::body_px,
                     Face face = Face::regular) const {
    return fit(fonts_, text, width_px, size_px, face);
  }

  /// Ink of body text, of small secondary text, of a heading.
  Ink body() const { return {type_size::body_px, Face::regular, theme.ink, Anchor::start, ""}; }
  Ink bold() const { return {type_size::body_px, Face::semibold, theme.ink, Anchor::start, ""}; }
  Ink small() const { return {type_size::small_px, Face::regular, theme.ink_2, Anchor::start, ""}; }

  void text(Shapes& into, Point baseline, std::string_view words, const Ink& ink) const;
  void runs(Shapes& into, Point baseline, std::vector<TextRun> words, const Ink& ink) const;
  /// The lines of a wrapped text below each other from `top`.
  void lines(Shapes& into, Point top, const Wrapped& words, const Ink& ink) const;

  static Stroke stroke(const Colour& colour, double width_px = 1, std::vector<double> dash = {});

 private:
  using Key = std::tuple<std::string, double, double, Face>;  // text, width, size, face

  const Fonts& fonts_;
  mutable std::map<Key, std::map<int, Wrapped>> wrapped_;  // by the most lines allowed
};

void add_rect(Shapes& into, const Box& box, double radius, const Fill& fill, const Stroke& stroke = {});
void add_circle(Shapes& into, const Point& center, double radius, const Fill& fill, const Stroke& stroke = {});
void add_line(Shapes& into, const Point& from, const Point& to, const Stroke& stroke, bool round_caps = false);
void add_polygon(Shapes& into, const std::vector<Point>& corners, const Fill& fill, const Stroke& stroke = {});
void add_path(Shapes& into, std::vector<Segment> segments, const Fill& fill, const Stroke& stroke = {},
              bool round_caps = false);

/// A box whose one-pixel stroke stands on half pixels.
Box crisp(const Box& box);

Fill solid(const Colour& colour);
Fill gap_area(const Theme& theme);
Fill gain_area(const Theme& theme);
Fill loss_area(const Theme& theme);

/// A group that stands for an element of the map.
Group element_group(std::string_view kind, const std::string& id, std::string title, std::string_view role = "");

}  // namespace outmap::journey_picture
