#include "render/layout/journey/marks.hpp"

#include <algorithm>
#include <cmath>

#include "model/text/numbers.hpp"
#include "render/layout/icons.hpp"
#include "render/layout/shapes.hpp"

namespace outmap::journey_picture {
namespace {

constexpr double ring_radius = 5;
constexpr double ghost_radius = 7;
/// How far the control points of a quarter circle stand off, as a share of the radius.
constexpr double quarter = 0.5522847498;

void add_tick(const Pen& pen, Point center, Shapes& into) {
  add_path(into,
           {{Segment::Kind::move, {center.x - 2.4, center.y + 0.1}, {}, {}},
            {Segment::Kind::line, {center.x - 0.7, center.y + 1.9}, {}, {}},
            {Segment::Kind::line, {center.x + 2.5, center.y - 1.9}, {}, {}}},
           {}, Pen::stroke(pen.theme.surface, 1.5), true);
}

/// A bulb: something that could be done.
void add_bulb(const Pen& pen, Point c, Shapes& into) {
  const Stroke stroke = Pen::stroke(pen.theme.accent, 1.5);
  add_path(into,
           {{Segment::Kind::move, {c.x - 1.8, c.y + 2.9}, {}, {}},
            {Segment::Kind::cubic, {c.x - 3.9, c.y - 1.4}, {c.x - 1.8, c.y + 1.3}, {c.x - 3.9, c.y + 0.9}},
            {Segment::Kind::cubic, {c.x, c.y - 5.3}, {c.x - 3.9, c.y - 3.6}, {c.x - 2.2, c.y - 5.3}},
            {Segment::Kind::cubic, {c.x + 3.9, c.y - 1.4}, {c.x + 2.2, c.y - 5.3}, {c.x + 3.9, c.y - 3.6}},
            {Segment::Kind::cubic, {c.x + 1.8, c.y + 2.9}, {c.x + 3.9, c.y + 0.9}, {c.x + 1.8, c.y + 1.3}},
            {Segment::Kind::close, {}, {}, {}}},
           {}, stroke, true);
  add_line(into, {c.x - 1.3, c.y + 5.3}, {c.x + 1.3, c.y + 5.3}, stroke, true);
}

/// A quadratic curve as a cubic one.
std::vector<Segment> bow(Point from, Point control, Point to) {
  const auto third = [&](Point end) {
    return Point{end.x + (control.x - end.x) * 2 / 3, end.y + (control.y - end.y) * 2 / 3};
  };
  return {{Segment::Kind::move, from, {}, {}}, {Segment::Kind::cubic, to, third(from), third(to)}};
}

}  // namespace

void add_half_disc(Point center, double radius, const Fill& fill, Shapes& into) {
  const double k = quarter * radius;
  const Point top{center.x, center.y - radius};
  const Point left{center.x - radius, center.y};
  const Point bottom{center.x, center.y + radius};
  add_path(into,
           {{Segment::Kind::move, top, {}, {}},
            {Segment::Kind::cubic, left, {top.x - k, top.y}, {left.x, left.y - k}},
            {Segment::Kind::cubic, bottom, {left.x, left.y + k}, {bottom.x - k, bottom.y}},
            {Segment::Kind::close, {}, {}, {}}},
           fill);
}

void add_diamond(Point center, double radius, const Fill& fill, const Stroke& stroke, Shapes& into) {
  add_path(into, diamond(center, radius), fill, stroke);
}

void add_status(const Pen& pen, Point center, std::optional<InitiativeStatus> status, Shapes& into) {
  if (!status) return add_bulb(pen, center, into);
  const bool full = status == InitiativeStatus::running || status == InitiativeStatus::done;
  add_circle(into, center, ring_radius, solid(full ? pen.theme.accent : pen.theme.surface),
             Pen::stroke(pen.theme.accent, 1.5));
  if (status == InitiativeStatus::planned) add_half_disc(center, ring_radius, solid(pen.theme.accent), into);
  if (status == InitiativeStatus::done) add_tick(pen, center, into);
}

void add_owner_mark(const Pen& pen, Point c, bool own_unit, Shapes& into) {
  if (own_unit) return add_rect(into, {c.x - 4, c.y - 4, 8, 8}, 2, solid(pen.theme.ink_2));
  std::vector<Point> corners;
  for (int i = 0; i < 6; ++i) {
    const double angle = i * std::acos(-1.0) / 3;
    corners.push_back({c.x + 5 * std::cos(angle), c.y + 5 * std::sin(angle)});
  }
  add_polygon(into, corners, solid(pen.theme.surface), Pen::stroke(pen.theme.ink_2, 1.5));
}

void add_ghost_face(const Pen& pen, Point c, double emotion, const Colour& ground, Shapes& into) {
  const Stroke line = Pen::stroke(pen.theme.ink_3);
  const double bend = std::clamp(emotion, -2.0, 2.0);
  add_circle(into, c, ghost_radius, solid(ground), Pen::stroke(pen.theme.ink_3, 1, {2, 2}));
  for (const double side : {-1.0, 1.0}) add_circle(into, {c.x + side * 2.24, c.y - 1.68}, 0.9, solid(pen.theme.ink_3));
  const double corner = c.y + 2.4 - 0.56 * bend;
  add_path(into, bow({c.x - 3.1, corner}, {c.x, c.y + 2.4 + 1.26 * bend}, {c.x + 3.1, corner}), {}, line, true);
}

void add_icon(const Pen&, std::string_view name, Point top_left, const Colour& colour, Shapes& into) {
  into.emplace_back(icon(name, top_left, icon_px, colour));
}

std::string_view icon_of_method(std::optional<EvidenceMethod> method) {
  if (!method) return "lens";
  switch (*method) {
    case EvidenceMethod::interview:
      return "interview";
    case EvidenceMethod::focus_group:
      return "group";
    case EvidenceMethod::survey:
      return "survey";
    case EvidenceMethod::product_test:
      return "lens";
    case EvidenceMethod::participatory_mapping:
      return "place";
    case EvidenceMethod::feedback:
      return "chat";
    case EvidenceMethod::observation:
      return "observation";
    case EvidenceMethod::document:
      break;
  }
  return "paper";
}

std::string_view name_of_method(std::optional<EvidenceMethod> method) {
  if (!method) return "Other evidence";
  switch (*method) {
    case EvidenceMethod::interview:
      return "Interview";
    case EvidenceMethod::focus_group:
      return "Focus group";
    case EvidenceMethod::survey:
      return "Survey";
    case EvidenceMethod::product_test:
      return "Product test";
    case EvidenceMethod::participatory_mapping:
      return "Mapping";
    case EvidenceMethod::feedback:
      return "Feedback";
    case EvidenceMethod::observation:
      return "Observed";
    case EvidenceMethod::document:
      break;
  }
  return "Document";
}

std::string_view name_of_status(std::optional<InitiativeStatus> status) {
  if (!status) return "Opportunity";
  switch (*status) {
    case InitiativeStatus::idea:
      return "Idea";
    case InitiativeStatus::planned:
      return "Planned";
    case InitiativeStatus::running:
      return "Running";
    case InitiativeStatus::done:
      return "Done";
    case InitiativeStatus::stopped:
      break;
  }
  return "Stopped";
}

std::string capitalised(const std::string& word) {
  std::string text = word;
  std::replace(text.begin(), text.end(), '-', ' ');
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string signed_one_decimal(double value) {
  const std::string text = one_decimal(value);
  return value > 0 && text != "0.0" ? "+" + text : text;
}

std::string signed_short(double value) {
  const std::string text = few_decimals(value);
  return value > 0 && text != "0" ? "+" + text : text;
}

}  // namespace outmap::journey_picture
