#include "render/layout/charts/labels.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace outmap::charts {
namespace {

constexpr double forbidden = 100;
constexpr double near_px = 9;
constexpr double apart_px = 3;
constexpr double words_apart_px = 18;
constexpr double clearly_px = 6;  // by which a label should be nearer to its own mark than to others
constexpr double line_px = 15;    // from line to line of a name
constexpr std::size_t most_places = 72;

struct Direction {
  double angle_deg;
  double cost;
};

constexpr std::array<Direction, 12> directions{{{0, 0},
                                                {180, 0.6},
                                                {-45, 0.8},
                                                {45, 0.8},
                                                {-135, 1.2},
                                                {135, 1.2},
                                                {-90, 1.4},
                                                {90, 1.4},
                                                {-67.5, 1.6},
                                                {67.5, 1.6},
                                                {-112.5, 1.8},
                                                {112.5, 1.8}}};

struct Distance {
  double px;
  double cost;
};

constexpr std::array<Distance, 5> distances{{{5, 0}, {12, 1.5}, {22, 4}, {36, 7}, {54, 11}}};

struct Way {
  Wrapped wrapped;
  double cost;
};

struct Place {
  PlacedLabel label;
  double cost = 0;
};

double distance_between(const Box& box, Point point) {
  const double dx = std::max({box.x - point.x, 0.0, point.x - box.right()});
  const double dy = std::max({box.y - point.y, 0.0, point.y - box.bottom()});
  return std::hypot(dx, dy);
}

double distance_between(const Box& one, const Box& other) {
  const double dx = std::max({one.x - other.right(), 0.0, other.x - one.right()});
  const double dy = std::max({one.y - other.bottom(), 0.0, other.y - one.bottom()});
  return std::hypot(dx, dy);
}

/// Liang and Barsky: whether any part of the segment lies in the box.
bool crosses(const Box& box, Point from, Point to) {
  double begin = 0;
  double end = 1;
  const auto clip = [&](double delta, double low, double high) {
    if (delta == 0) return low <= 0 && high >= 0;
    const auto [first, second] = std::minmax({low / delta, high / delta});  // values: minmax(a, b) refers to them
    begin = std::max(begin, first);
    end = std::min(end, second);
    return begin <= end;
  };
  return clip(to.x - from.x, box.x - from.x, box.right() - from.x) &&
         clip(to.y - from.y, box.y - from.y, box.bottom() - from.y);
}

double distance_to_segment(Point point, Point from, Point to) {
  const double dx = to.x - from.x;
  const double dy = to.y - from.y;
  const double length = dx * dx + dy * dy;
  const double t = length == 0 ? 0 : std::clamp(((point.x - from.x) * dx + (point.y - from.y) * dy) / length, 0.0, 1.0);
  return std::hypot(point.x - from.x - t * dx, point.y - from.y - t * dy);
}

double side(Point a, Point b, Point c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

bool segments_cross(Point a, Point b, Point c, Point d) {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

bool leaders_cross(const PlacedLabel& one, const PlacedLabel& other) {
  return one.leader && other.leader &&
         segments_cross(one.leader_from, one.leader_to, other.leader_from, other.leader_to);
}

double crowding(double distance) { return distance < near_px ? 1.6 * (1 - distance / near_px) : 0; }

/// Words that stand behind one another on a line read as one text.
double running_on(const Box& one, const Box& other) {
  const double across = std::max(one.x - other.right(), other.x - one.right());
  const bool beside = one.y < other.bottom() - 2 && other.y < one.bottom() - 2;
  return beside && across < words_apart_px ? 1.5 * (1 - across / words_apart_px) : 0;
}

double between(const PlacedLabel& one, const PlacedLabel& other) {
  const double distance = distance_between(one.box, other.box);
  if (distance < apart_px) return forbidden;
  if (one.leader && crosses(around(other.box, 1), one.leader_from, one.leader_to)) return forbidden;
  if (other.leader && crosses(around(one.box, 1), other.leader_from, other.leader_to)) return forbidden;
  if (leaders_cross(one, other)) return forbidden;
  return crowding(distance) + running_on(one.box, other.box);
}

class Placing {
 public:
  Placing(const Fonts& fonts, const std::vector<LabelledMark>& marks, const LabelField& field, const LabelLook& look)
      : fonts_(fonts), marks_(marks), field_(field), look_(look) {}

  std::vector<PlacedLabel> run() {
    for (std::size_t mark = 0; mark < marks_.size(); ++mark) places_.push_back(places_for(mark));
    chosen_.assign(marks_.size(), std::nullopt);
    for (int round = 0; round < 40 && sweep(); ++round) {
    }
    drop_what_overlaps();
    place_what_was_dropped();
    std::vector<PlacedLabel> placed;
    for (std::size_t mark = 0; mark < marks_.size(); ++mark)
      if (chosen_[mark]) placed.push_back(places_[mark][*chosen_[mark]].label);
    return placed;
  }

 private:
  /// The narrowest two lines that hold the whole text, else as much of it as the widest hold.
  Wrapped in_two_lines(const LabelledMark& mark, double whole_px) const {
    for (const double share : {0.62, 0.72, 0.85}) {
      const double width = std::min(share * whole_px + 4, look_.widest_px);
      Wrapped two = wrap(fonts_, mark.text, width, 2, look_.size_px, mark.face);
      if (!two.cut) return two;
    }
    return wrap(fonts_, mark.text, look_.widest_px, 2, look_.size_px, mark.face);
  }

  std::vector<Way> ways_of(const LabelledMark& mark) const {
    const double whole = fonts_.width_px(mark.text, look_.size_px, mark.face);
    std::vector<Way> ways;
    if (whole <= look_.widest_px) ways.push_back({wrap(fonts_, mark.text, whole + 1, 1, look_.size_px, mark.face), 0});
    if (whole < 60) return ways;
    Wrapped two = in_two_lines(mark, whole);
    const double toll = (ways.empty() ? 0 : 0.5) + (two.cut ? 2 : 0);
    if (two.lines.size() == 2) ways.push_back({std::move(two), toll});
    if (whole < 1.2 * look_.widest_px) return ways;
    Wrapped three = wrap(fonts_, mark.text, 0.75 * look_.widest_px, 3, look_.size_px, mark.face);
    if (three.lines.size() == 3) ways.push_back({std::move(three), 0.8});
    return ways;
  }

  std::vector<Place> places_for(std::size_t mark) const {
    std::vector<Place> places;
    if (marks_[mark].text.empty()) return places;
    for (const Way& way : ways_of(marks_[mark]))
      for (const Distance& distance : distances)
        for (const Direction& direction : directions)
          if (auto place = place_at(mark, way, direction, distance)) places.push_back(std::move(*place));
    std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.cost < b.cost; });
    if (places.size() > most_places) places.resize(most_places);
    return places;
  }

  std::optional<Place> place_at(std::size_t at, const Way& way, const Direction& direction,
                                const Distance& distance) const {
    const LabelledMark& mark = marks_[at];
    const double angle = direction.angle_deg * std::numbers::pi / 180;
    const Point out{std::cos(angle), std::sin(angle)};
    const double reach = mark.radius_px + distance.px;
    const Point anchor{mark.center.x + reach * out.x, mark.center.y + reach * out.y};
    const double width = way.wrapped.width_px;
    const double height = look_.size_px + line_px * static_cast<double>(way.wrapped.lines.size() - 1);
    Place place;
    PlacedLabel& label = place.label;
    label.mark = at;
    label.anchor = out.x > 0.3 ? Anchor::start : out.x < -0.3 ? Anchor::end : Anchor::middle;
    const double x = label.anchor == Anchor::start ? anchor.x
                     : label.anchor == Anchor::end ? anchor.x - width
                                                   : anchor.x - width / 2;
    label.box = {x, anchor.y + out.y * height / 2 - height / 2, width, height};
    label.leader = distance.px > look_.leader_from_px;
    label.leader_from = {mark.center.x + mark.radius_px * out.x, mark.center.y + mark.radius_px * out.y};
    label.leader_to = {anchor.x - 2 * out.x, anchor.y - 2 * out.y};
    if (!is_allowed(label)) return std::nullopt;
    place.cost = direction.cost + distance.cost + way.cost + cost_of_field(label);
    label.lines = way.wrapped.lines;
    label.cut = way.wrapped.cut;
    return place;
  }

  bool is_allowed(const PlacedLabel& label) const {
    if (!contains(inset(field_.room, 4), label.box)) return false;
    for (const Box& fixed : field_.fixed)
      if (distance_between(fixed, label.box) < apart_px ||
          (label.leader && crosses(fixed, label.leader_from, label.leader_to)))
        return false;
    for (std::size_t mark = 0; mark < marks_.size(); ++mark) {
      const double free_px = marks_[mark].radius_px + (mark == label.mark ? 0 : 2);
      if (distance_between(label.box, marks_[mark].center) < free_px) return false;
      if (label.leader && mark != label.mark &&
          distance_to_segment(marks_[mark].center, label.leader_from, label.leader_to) < free_px)
        return false;
    }
    return true;
  }

  double distance_from(const Box& box, std::size_t mark) const {
    return distance_between(box, marks_[mark].center) - marks_[mark].radius_px;
  }

  double cost_of_field(PlacedLabel& label) const {
    double cost = 0;
    const Point center = marks_[label.mark].center;
    const Point nearest{std::clamp(center.x, label.box.x, label.box.right()),
                        std::clamp(center.y, label.box.y, label.box.bottom())};
    for (const auto& [from, to] : field_.lines) {
      if (crosses(around(label.box, 2), from, to)) {
        cost += 1.6;
        label.on_line = true;
      } else if (segments_cross(center, nearest, from, to)) {
        cost += 1.5;  // a label belongs on its mark's side of a line
      } else if (std::min(distance_between(label.box, from), distance_between(label.box, to)) < near_px) {
        cost += 1;  // where a line ends at a label, it looks like its leader
      }
    }
    for (const Box& fixed : field_.fixed)
      cost += crowding(distance_between(fixed, label.box)) + running_on(fixed, label.box);
    const double own = distance_from(label.box, label.mark);
    for (std::size_t mark = 0; mark < marks_.size(); ++mark) {
      if (mark == label.mark) continue;
      const double other = distance_from(label.box, mark);
      cost += crowding(other);
      if (!label.leader && other < own + clearly_px)
        cost += 2.5 * std::min(1.0, (own + clearly_px - other) / clearly_px);
    }
    for (const Point dot : field_.dots)
      if (distance_between(label.box, dot) < 3) {
        cost += 0.8;
        label.on_line = true;
      }
    return cost;
  }

  double cost_among_others(std::size_t mark, const Place& place) const {
    double cost = place.cost;
    for (std::size_t other = 0; other < marks_.size(); ++other)
      if (other != mark && chosen_[other]) cost += between(place.label, places_[other][*chosen_[other]].label);
    return cost;
  }

  /// Whether any label moved.
  bool sweep() {
    bool moved = false;
    for (std::size_t mark = 0; mark < marks_.size(); ++mark) {
      if (places_[mark].empty()) continue;
      double best = chosen_[mark] ? cost_among_others(mark, places_[mark][*chosen_[mark]]) - 1e-9 : 1e300;
      for (std::size_t place = 0; place < places_[mark].size() && places_[mark][place].cost < best; ++place) {
        const double cost = cost_among_others(mark, places_[mark][place]);
        if (cost >= best) continue;
        best = cost - 1e-9;
        chosen_[mark] = place;
        moved = true;
      }
    }
    return moved;
  }

  void drop_what_overlaps() {
    for (std::size_t mark = marks_.size(); mark-- > 0;)
      if (chosen_[mark] && cost_among_others(mark, places_[mark][*chosen_[mark]]) >= forbidden) chosen_[mark].reset();
  }

  /// Where others made room after all.
  void place_what_was_dropped() {
    for (std::size_t mark = 0; mark < marks_.size(); ++mark) {
      double best = forbidden;
      for (std::size_t place = 0; !chosen_[mark] && place < places_[mark].size(); ++place)
        best = std::min(best, cost_among_others(mark, places_[mark][place]));
      for (std::size_t place = 0; best < forbidden && !chosen_[mark] && place < places_[mark].size(); ++place)
        if (cost_among_others(mark, places_[mark][place]) <= best) chosen_[mark] = place;
    }
  }

  const Fonts& fonts_;
  const std::vector<LabelledMark>& marks_;
  const LabelField& field_;
  const LabelLook& look_;
  std::vector<std::vector<Place>> places_;  // by mark, the cheapest first
  std::vector<std::optional<std::size_t>> chosen_;
};

/// So that neither hides the other's middle, where a number stands.
double least_distance(double one, double other) { return std::max(16.0, std::min(one, other) + 9.5); }

bool is_free(Point at, double radius, const std::vector<Point>& taken, const std::vector<double>& radii) {
  for (std::size_t other = 0; other < taken.size(); ++other)
    if (std::hypot(at.x - taken[other].x, at.y - taken[other].y) < least_distance(radius, radii[other]) - 1e-9)
      return false;
  return true;
}

Point nearest_free(Point wanted, double radius, const std::vector<Point>& taken, const std::vector<double>& radii,
                   const Box& room) {
  constexpr int spokes = 24;
  if (is_free(wanted, radius, taken, radii)) return wanted;
  for (double away = 2; away < 400; away += 2)
    for (int spoke = 0; spoke < spokes; ++spoke) {
      const double angle = 2 * std::numbers::pi * spoke / spokes;
      const Point at{wanted.x + away * std::cos(angle), wanted.y + away * std::sin(angle)};
      if (contains(room, {at.x, at.y, 0, 0}) && is_free(at, radius, taken, radii)) return at;
    }
  return wanted;
}

}  // namespace

std::vector<PlacedLabel> place_labels(const Fonts& fonts, const std::vector<LabelledMark>& marks,
                                      const LabelField& field, const LabelLook& look) {
  return Placing(fonts, marks, field, look).run();
}

std::vector<Shape> label_shapes(const Style& style, const PlacedLabel& label, const TextLook& text,
                                const Colour& halo) {
  std::vector<Shape> shapes;
  if (label.leader) {
    PathShape leader;
    leader.segments = {move_to(label.leader_from), line_to(label.leader_to)};
    leader.stroke = {style.theme.ink, 1, {1.5, 2}, 1};  // unlike any other line of a chart
    shapes.emplace_back(leader);
  }
  TextLook look = text;
  look.anchor = label.anchor;
  if (label.on_line) look.halo = halo;
  const double x = label.anchor == Anchor::start ? label.box.x
                   : label.anchor == Anchor::end ? label.box.right()
                                                 : label.box.center().x;
  double baseline = label.box.y + 0.76 * look.size_px;
  for (const std::string& words : label.lines) {
    shapes.emplace_back(text_line(style, words, {x, baseline}, look));
    baseline += line_px;
  }
  return shapes;
}

std::vector<Point> moved_apart(const std::vector<Point>& centers, const std::vector<double>& radii, const Box& room) {
  std::vector<Point> placed;
  for (std::size_t mark = 0; mark < centers.size(); ++mark)
    placed.push_back(nearest_free(centers[mark], radii[mark], placed, radii, room));
  return placed;
}

}  // namespace outmap::charts
