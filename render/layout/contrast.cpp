#include "render/layout/contrast.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/layout/shapes.hpp"
#include "render/theme/colour.hpp"

namespace outmap {
namespace {

constexpr const char* kPaper = "#FFFFFF";  // under a scene without a ground

/// A filled shape in drawing order; its outline is a polygon.
struct Painted {
  const Fill* fill;
  Box box;
  std::vector<Point> outline;  // empty: the box itself
  std::size_t order;
};

struct Written {
  const TextShape* text;
  std::size_t order;
};

/// Curves as sixteen straight pieces each.
std::vector<Point> outline_of(const std::vector<Segment>& segments) {
  constexpr int pieces = 16;
  std::vector<Point> points;
  for (const Segment& segment : segments) {
    if (segment.kind == Segment::Kind::close) continue;
    if (segment.kind != Segment::Kind::cubic || points.empty()) {
      points.push_back(segment.to);
      continue;
    }
    const Point from = points.back();
    for (int i = 1; i <= pieces; ++i) {
      const double t = static_cast<double>(i) / pieces;
      const double u = 1 - t;
      const auto at = [&](double a, double b, double c, double d) {
        return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
      };
      points.push_back(
          {at(from.x, segment.c1.x, segment.c2.x, segment.to.x), at(from.y, segment.c1.y, segment.c2.y, segment.to.y)});
    }
  }
  return points;
}

bool is_inside(const std::vector<Point>& outline, Point point) {
  bool inside = false;
  for (std::size_t i = 0, j = outline.size() - 1; i < outline.size(); j = i++) {
    const Point& a = outline[i];
    const Point& b = outline[j];
    if ((a.y > point.y) != (b.y > point.y) && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x)
      inside = !inside;
  }
  return inside;
}

bool covers(const Painted& painted, Point point) {
  const Box& box = painted.box;
  if (point.x < box.x || point.x > box.right() || point.y < box.y || point.y > box.bottom()) return false;
  return painted.outline.empty() || is_inside(painted.outline, point);
}

/// Sorts a scene into what is painted and what is written, both in drawing order.
class Sorting {
 public:
  explicit Sorting(const Scene& scene) { visit(scene.shapes); }

  std::vector<Painted> painted;
  std::vector<Written> written;

 private:
  void visit(const std::vector<Shape>& shapes) {
    for (const Shape& shape : shapes) std::visit([this](const auto& each) { add(each); }, shape);
  }

  void add(const Group& group) { visit(group.shapes); }
  void add(const TextShape& text) { written.push_back({&text, next_++}); }
  void add(const RectShape& rect) { paint(rect.fill, rect.box, {}); }
  void add(const CircleShape& circle) {
    const double r = circle.radius;
    paint(circle.fill, {circle.center.x - r, circle.center.y - r, 2 * r, 2 * r},
          outline_of(arc(circle.center, r, 0, 360)));
  }
  void add(const PathShape& path) { paint(path.fill, bounds(path.segments), outline_of(path.segments)); }

  void paint(const Fill& fill, const Box& box, std::vector<Point> outline) {
    if (!fill.colour.empty() || fill.pattern != Pattern::none)
      painted.push_back({&fill, box, std::move(outline), next_++});
  }

  std::size_t next_ = 0;
};

/// The colours that show at a point: one, or two where a pattern lies there.
std::vector<Colour> colours_at(const std::vector<Painted>& painted, const Colour& ground, Point point,
                               std::size_t before) {
  std::vector<Colour> colours{ground};
  for (const Painted& each : painted) {
    if (each.order > before) break;
    if (!covers(each, point)) continue;
    const Fill& fill = *each.fill;
    if (!fill.colour.empty()) {
      for (Colour& colour : colours) colour = blended(fill.colour, colour, fill.opacity);
    }
    if (fill.pattern != Pattern::none && !fill.pattern_colour.empty()) colours.push_back(fill.pattern_colour);
  }
  return colours;
}

}  // namespace

std::vector<std::string> find_pale_text(const Scene& scene, double least) {
  const Sorting sorting(scene);
  const Colour paper = scene.ground.empty() ? Colour(kPaper) : scene.ground;
  std::vector<std::string> faults;
  for (const Written& each : sorting.written) {
    const TextShape& text = *each.text;
    const Box box = text_box(text);
    double worst = 21;
    for (const double part : {0.02, 0.5, 0.98}) {
      const Point point{box.x + part * box.width, box.center().y};
      const std::vector<Colour> grounds =
          text.halo.empty() ? colours_at(sorting.painted, paper, point, each.order) : std::vector<Colour>{text.halo};
      for (const TextRun& run : text.runs)
        for (const Colour& ground : grounds)
          if (!run.colour.empty() && !run.text.empty()) worst = std::min(worst, contrast_ratio(run.colour, ground));
    }
    if (worst < least)
      faults.push_back(fmt::format("'{}' at {:.1f}, {:.1f} has a contrast of {:.2f}",
                                   text.runs.empty() ? "" : text.runs.front().text, box.x, box.y, worst));
  }
  return faults;
}

}  // namespace outmap
