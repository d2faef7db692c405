// Weights beside the edges that matter, placed where they cover least.
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <set>

#include "model/text/numbers.hpp"
#include "render/diagrams/outcomes_parts.hpp"
#include "render/layout/outcomes/draw.hpp"

namespace outmap::outcomes {
namespace {

constexpr std::size_t few_edges = 14;  // then every weight is written
constexpr double label_height_px = 11;
constexpr double too_dear = 30;

struct Place {
  Point center;
  double cost;
};

class WeightLabels {
 public:
  explicit WeightLabels(const Plan& plan) : plan_(plan) {
    for (const Route& route : plan.routes) {
      curves_.push_back(sample(route.whole));
      for (const Point& point : curves_.back()) crowd_[tile(point)].push_back({curves_.size() - 1, point});
    }
    for (std::size_t node = 0; node < plan.diagram.nodes.size(); ++node) taken_.push_back(plan.box_of(node));
    for (const Box& box : loop_name_boxes(plan)) taken_.push_back(box);
    for (const ColumnSpan& column : plan.columns)
      taken_.push_back({column.x - 10, plan.band_top, column.width + 20, 40});
  }

  Group run() {
    Group group;
    group.id = "weights";
    group.kind = "weights";
    group.role = "weights";
    for (std::size_t edge : edges_in_turn()) write(group, edge);
    return group;
  }

 private:
  std::vector<std::size_t> edges_in_turn() const {
    std::set<std::size_t> looped;
    for (const OutcomeLoop& loop : plan_.diagram.loops) looped.insert(loop.edges.begin(), loop.edges.end());
    const bool all = plan_.diagram.edges.size() <= few_edges;
    std::vector<std::size_t> edges;
    for (std::size_t edge = 0; edge < plan_.diagram.edges.size(); ++edge) {
      const OutcomeEdge& link = plan_.edge(edge);
      if (link.weight && (all || link.strong || looped.count(edge) > 0 || *link.weight < 0)) edges.push_back(edge);
    }
    std::stable_sort(edges.begin(), edges.end(),
                     [&](std::size_t a, std::size_t b) { return plan_.weight_of(a) > plan_.weight_of(b); });
    return edges;
  }

  /// What an initiative closes in the words of the map, where there is room for them; else the weight.
  void write(Group& group, std::size_t edge) {
    const auto& closes = plan_.edge(edge).closes;
    if (closes && write_words(group, edge, "closes " + percent_text(*closes))) return;
    write_words(group, edge, signed_number(*plan_.edge(edge).weight));
  }

  bool write_words(Group& group, std::size_t edge, const std::string& text) {
    const double width = plan_.style.fonts.width_px(text, type_size::small_px, Face::semibold);
    const auto place = best_place(edge, width);
    if (!place) return false;
    const Theme& theme = plan_.style.theme;
    taken_.push_back({place->center.x - width / 2, place->center.y - label_height_px / 2, width, label_height_px});
    Group label;
    label.role = "weight";
    label.data_id = plan_.node(plan_.edge(edge).from).id + ">" + plan_.node(plan_.edge(edge).to).id;
    label.shapes.emplace_back(text_line(
        plan_.style, text, {place->center.x, place->center.y + 0.36 * type_size::small_px},
        {type_size::small_px, Face::semibold, effect_colour(theme, plan_.edge(edge)), Anchor::middle, theme.surface}));
    group.shapes.emplace_back(std::move(label));
    return true;
  }

  /// Near the source or the target of the edge; a lane's label at its target.
  std::optional<Place> best_place(std::size_t edge, double width) const {
    constexpr double nearest_px = 26;
    constexpr double farthest_px = 170;
    constexpr double step_px = 8;
    const auto& points = curves_[edge];
    const std::vector<double> along = lengths(points);
    const bool lane = plan_.routes[edge].way == Way::lane;
    const double farthest = std::min(farthest_px, along.back() - nearest_px / 2);
    std::optional<Place> best;
    for (double off = std::min(nearest_px, along.back() / 2); off <= farthest; off += step_px)
      for (bool at_source : {true, false}) {
        if (lane && at_source) continue;
        const double length = at_source ? off : along.back() - off;
        const auto found =
            static_cast<std::size_t>(std::lower_bound(along.begin(), along.end(), length) - along.begin());
        const std::size_t at = std::clamp<std::size_t>(found, 1, points.size() - 2);
        for (double side : {-1.0, 1.0}) {
          Place place = beside(edge, points, at, side, width);
          place.cost += 0.05 * off;
          if (place.cost < (best ? best->cost : too_dear) && is_nearest(edge, place.center)) best = place;
        }
      }
    return best;
  }

  static std::vector<double> lengths(const std::vector<Point>& points) {
    std::vector<double> along{0};
    for (std::size_t i = 1; i < points.size(); ++i)
      along.push_back(along.back() + std::hypot(points[i].x - points[i - 1].x, points[i].y - points[i - 1].y));
    return along;
  }

  Place beside(std::size_t edge, const std::vector<Point>& points, std::size_t at, double side, double width) const {
    const Point before = points[at - 1];
    const Point after = points[at + 1];
    const double length = std::max(1e-9, std::hypot(after.x - before.x, after.y - before.y));
    const double nx = side * -(after.y - before.y) / length;
    const double ny = side * (after.x - before.x) / length;
    const double off = plan_.width_px_of(edge) / 2 + 4 + width / 2 * std::abs(nx) + label_height_px / 2 * std::abs(ny);
    const Point center{points[at].x + nx * off, points[at].y + ny * off};
    const Box box{center.x - width / 2 - 1, center.y - label_height_px / 2, width + 2, label_height_px};
    return {center, cost_of(box)};
  }

  double cost_of(const Box& box) const {
    double cost = 0;
    if (box.x < 8 || box.right() > plan_.page_width - 8) cost += too_dear;
    for (const Box& other : taken_)
      if (overlaps(around(other, 2), box)) cost += too_dear;
    return cost + 10 * static_cast<double>(curves_under(box));
  }

  /// Whether the label's middle is nearer to its own edge than to any other.
  bool is_nearest(std::size_t edge, Point center) const {
    constexpr double clearly_px = 4;
    const double own = distance_px(center, curves_[edge]);
    const auto [left, top] = tile({center.x - own - clearly_px, center.y - own - clearly_px});
    const auto [right, bottom] = tile({center.x + own + clearly_px, center.y + own + clearly_px});
    for (int x = left; x <= right; ++x)
      for (int y = top; y <= bottom; ++y) {
        const auto found = crowd_.find({x, y});
        if (found == crowd_.end()) continue;
        for (const auto& [curve, p] : found->second)
          if (curve != edge && square_px(p, center) < square(own + clearly_px)) return false;
      }
    return true;
  }

  static double distance_px(Point from, const std::vector<Point>& points) {
    double nearest = std::numeric_limits<double>::max();
    for (const Point& p : points) nearest = std::min(nearest, square_px(p, from));
    return std::sqrt(nearest);
  }

  static double square(double length) { return length * length; }
  static double square_px(Point a, Point b) { return square(a.x - b.x) + square(a.y - b.y); }

  /// How many curves run through the box.
  std::size_t curves_under(const Box& box) const {
    std::set<std::size_t> curves;
    const auto [left, top] = tile({box.x - 1, box.y});
    const auto [right, bottom] = tile({box.right() + 1, box.bottom()});
    for (int x = left; x <= right; ++x)
      for (int y = top; y <= bottom; ++y) {
        const auto found = crowd_.find({x, y});
        if (found == crowd_.end()) continue;
        for (const auto& [curve, p] : found->second)
          if (p.x > box.x - 1 && p.x < box.right() + 1 && p.y > box.y && p.y < box.bottom()) curves.insert(curve);
      }
    return curves.size();
  }

  using Tile = std::pair<int, int>;
  static Tile tile(Point point) {
    constexpr double size_px = 24;
    return {static_cast<int>(std::floor(point.x / size_px)), static_cast<int>(std::floor(point.y / size_px))};
  }

  const Plan& plan_;
  std::vector<std::vector<Point>> curves_;
  std::map<Tile, std::vector<std::pair<std::size_t, Point>>> crowd_;  // the curves' points by place
  std::vector<Box> taken_;
};

}  // namespace

Group draw_weights(const Plan& plan) { return WeightLabels(plan).run(); }

}  // namespace outmap::outcomes
