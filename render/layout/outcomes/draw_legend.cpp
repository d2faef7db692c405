#include <algorithm>
#include <set>

#include "render/layout/outcomes/draw.hpp"
#include "render/layout/outcomes/heads.hpp"

namespace outmap::outcomes {
namespace {

PathShape line_shape(Point from, Point to, const Colour& colour, double width, std::vector<double> dash = {}) {
  PathShape line;
  line.segments = {move_to(from), line_to(to)};
  line.stroke = {colour, width, std::move(dash), 1};
  return line;
}

class LegendOfMap {
 public:
  LegendOfMap(const OutcomesDiagram& diagram, const Style& style) : diagram_(diagram), style_(style) {}

  std::vector<LegendItem> run() {
    add_nodes();
    add_edges();
    add_levels();
    return std::move(items_);
  }

 private:
  void add(LegendItem item) { items_.push_back(std::move(item)); }

  void add_nodes() {
    const bool costs = std::any_of(diagram_.nodes.begin(), diagram_.nodes.end(), [](const OutcomeNode& node) {
      return node.role == OutcomeNodeRole::initiative && !node.note.empty();
    });
    add_node(OutcomeNodeRole::initiative, costs ? "initiative, cost" : "initiative");
    add_node(OutcomeNodeRole::process, "process");
    add_node(OutcomeNodeRole::partner, "partner");
    add_node(OutcomeNodeRole::factor, "factor");
    add_node(OutcomeNodeRole::offering, "offering, price");
    add_node(OutcomeNodeRole::touchpoint, "touchpoint");
    add_node(OutcomeNodeRole::stage, "stage");
    if (!add_node(OutcomeNodeRole::value, "value")) add_node(OutcomeNodeRole::value_kind, "kind of value");
  }

  bool add_node(OutcomeNodeRole role, const std::string& label) {
    const auto found = std::find_if(diagram_.nodes.begin(), diagram_.nodes.end(),
                                    [&](const OutcomeNode& node) { return node.role == role; });
    if (found == diagram_.nodes.end()) return false;
    OutcomeNode sample_node;
    sample_node.role = role;
    LegendItem item;
    item.symbol_width_px = 26;
    item.symbol.shapes.emplace_back(small(silhouette(style_, sample_node, {0, 0, 52, 28})));
    item.label = label;
    add(std::move(item));
    return true;
  }

  /// Half size, but with an outline that can be seen.
  static Shape small(Shape shape) {
    scale_by(shape, 0.5);
    move_by(shape, 0, 1);
    if (auto* rect = std::get_if<RectShape>(&shape)) rect->stroke.width = 1.3;
    if (auto* rect = std::get_if<RectShape>(&shape)) rect->radius = std::min(rect->radius * 1.4, 7.0);
    if (auto* path = std::get_if<PathShape>(&shape)) path->stroke.width = 1.3;
    return shape;
  }

  template <class Test>
  bool any_edge(Test test) const {
    return std::any_of(diagram_.edges.begin(), diagram_.edges.end(), test);
  }

  void add_edges() {
    const Theme& theme = style_.theme;
    add_effect("raises", false, true);
    add_effect("lowers", true, false);
    add_effect("lowers, and that helps", true, true);
    add_effect("raises, and that harms", false, false);
    if (any_edge([](const OutcomeEdge& e) { return e.weight.has_value(); })) add_widths();
    if (any_edge([](const OutcomeEdge& e) { return e.weight && e.doubtful(); }))
      add_edge("confidence below 0.4", theme.gain, 1.5, false, {7, 4.5});
    if (any_edge([](const OutcomeEdge& e) { return !e.weight.has_value(); }))
      add_edge("effect without a weight", mix(theme.ink_3, theme.surface, plain_share), unweighed_px, false,
               {unweighed_dash.begin(), unweighed_dash.end()});
  }

  void add_effect(const std::string& label, bool lowers, bool helps) {
    if (any_edge([&](const OutcomeEdge& e) { return e.weight && e.lowers() == lowers && e.helps == helps; }))
      add_edge(label, helps ? style_.theme.gain : style_.theme.loss, 2, lowers, {});
  }

  void add_edge(const std::string& label, const Colour& colour, double width, bool lowers, std::vector<double> dash) {
    LegendItem item;
    item.symbol_width_px = 28;
    item.symbol.shapes.emplace_back(line_shape({0, 8}, {lowers ? 23.5 : 20.0, 8}, colour, width, std::move(dash)));
    item.symbol.shapes.emplace_back(head_at({28, 8}, 0, width, lowers, colour));
    item.label = label;
    add(std::move(item));
  }

  void add_widths() {
    LegendItem item;
    item.symbol_width_px = 26;
    double y = 2.5;
    for (double weight : {0.2, 0.5, 0.8}) {
      item.symbol.shapes.emplace_back(
          line_shape({0, y}, {26, y}, mix(style_.theme.gain, style_.theme.surface, 0.71), 5 * weight));
      y += 5;
    }
    item.label = "weight, the share of a change that comes through: 0.2, 0.5, 0.8";
    add(std::move(item));
  }

  void add_pressing() {
    RectShape frame{{1.5, 2.5, 23, 11}, 3, {}, {style_.theme.ink, 2.5, {}, 1}};
    LegendItem item;
    item.symbol_width_px = 26;
    item.symbol.shapes.emplace_back(std::move(frame));
    item.label = "the gap of the headline";
    add(std::move(item));
  }

  void add_levels() {
    std::set<std::size_t> steps;
    bool unmeasured = false;
    bool targets = false;
    for (const OutcomeNode& node : diagram_.nodes) {
      if (!node.gap) continue;
      targets = targets || node.gap->target;
      if (node.role != OutcomeNodeRole::outcome) continue;
      if (node.gap->share)
        steps.insert(gap_step(*node.gap->share));
      else
        unmeasured = true;
    }
    if (!steps.empty()) add_steps(steps);
    if (std::any_of(diagram_.nodes.begin(), diagram_.nodes.end(),
                    [](const OutcomeNode& node) { return node.pressing; }))
      add_pressing();
    if (unmeasured) add_unmeasured();
    if (targets) add_bar();
  }

  void add_steps(const std::set<std::size_t>& steps) {
    static constexpr const char* names[] = {"none", "to 10", "10–20", "20–30", "30–40", "above 40"};
    LegendItem item;
    double x = 0;
    for (std::size_t step : steps) {
      item.symbol.shapes.emplace_back(RectShape{{x, 1, 20, 14},
                                                0,
                                                {style_.theme.gap_steps[step]},
                                                {mix(style_.theme.gap, style_.theme.ink_3, 0.35), 0.75, {}, 1}});
      item.label += (item.label.empty() ? "gap: " : ", ") + std::string(names[step]);
      x += 20;
    }
    item.label += " % of scale";
    if (steps.size() == 1 && *steps.begin() == 0) item.label = "target met";
    item.symbol_width_px = x;
    add(std::move(item));
  }

  void add_unmeasured() {
    LegendItem item;
    item.symbol_width_px = 26;
    item.symbol.shapes.emplace_back(RectShape{
        {0, 1, 26, 14}, 4, {style_.theme.surface}, {mix(style_.theme.gap, style_.theme.ink_3, 0.35), 1, {5, 3}, 1}});
    item.label = "gap not known";
    add(std::move(item));
  }

  void add_bar() {
    LegendItem item;
    item.symbol_width_px = 32;
    item.symbol.shapes.emplace_back(RectShape{{0, 5.5, 32, 5}, 2.5, {style_.theme.track}, {}});
    item.symbol.shapes.emplace_back(RectShape{{0, 5.5, 17, 5}, 2.5, {style_.theme.ink}, {}});
    item.symbol.shapes.emplace_back(RectShape{{26, 2, 2, 12}, 0, {style_.theme.ink}, {}});
    item.label = "now, target; right is better";
    add(std::move(item));
  }

  const OutcomesDiagram& diagram_;
  const Style& style_;
  std::vector<LegendItem> items_;
};

}  // namespace

Legend draw_legend(const OutcomesDiagram& diagram, const Style& style, double width_px) {
  return legend_balanced(style, LegendOfMap(diagram, style).run(), {0, 0}, width_px, 20);
}

}  // namespace outmap::outcomes
