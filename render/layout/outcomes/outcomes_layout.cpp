#include "render/layout/outcomes/outcomes_layout.hpp"

#include <algorithm>

#include "render/layout/charts/sheet.hpp"
#include "render/layout/outcomes/draw.hpp"
#include "render/layout/outcomes/plan.hpp"
#include "render/layout/page.hpp"
#include "render/layout/parts.hpp"

namespace outmap {
namespace outcomes {
namespace {

constexpr double margin_px = 24;
constexpr double note_line_px = 16;

HeadingText heading_text(const OutcomesDiagram& diagram, const Theme& theme) {
  HeadingText text;
  text.title = diagram.title;
  text.question = diagram.question;
  for (const FindingPart& part : diagram.finding)
    text.finding.push_back({part.text, Face::semibold, part.strong ? Colour(theme.gap) : Colour(theme.ink), false});
  return text;
}

/// What stands under the legend: loops that have no pill, weaker loops, and how the finding was computed.
std::vector<std::string> notes_of(const Plan& plan) {
  std::vector<std::string> notes;
  std::string loops;
  for (std::size_t loop = 0; loop < plan.diagram.loops.size(); ++loop) {
    const OutcomeLoop& told = plan.diagram.loops[loop];
    if (std::any_of(plan.lanes.begin(), plan.lanes.end(), [&](const Lane& lane) { return lane.loop == loop; }))
      continue;
    loops += (loops.empty() ? "" : " · ") + told.code + " " + told.name + ", " + told.remark;
  }
  if (plan.diagram.more_loops > 0)
    loops += (loops.empty() ? "" : " · ") + std::to_string(plan.diagram.more_loops) +
             (plan.diagram.more_loops == 1 ? " weaker loop is" : " weaker loops are") + " not marked";
  if (!loops.empty()) notes.push_back(loops);
  if (!plan.diagram.method.empty()) notes.push_back(plan.diagram.method);
  return notes;
}

/// Legend and notes above the footer; its upper edge is the lower edge of the columns' room.
class Foot {
 public:
  explicit Foot(const Plan& plan)
      : style_(plan.style),
        width_(plan.page_width - 2 * margin_px),
        legend_(draw_legend(plan.diagram, plan.style, width_)),
        notes_(notes_of(plan)) {}

  double height_px() const {
    return (legend_.height_px > 0 ? legend_.height_px + 10 : 0) + static_cast<double>(notes_.size()) * note_line_px +
           28;
  }

  void draw(Scene& scene, const OutcomesDiagram& diagram) {
    double y = scene.height_px - height_px();
    if (legend_.height_px > 0) {
      legend_.group.id = "legend";
      legend_.group.kind = "legend";
      legend_.group.role = "legend";
      move_by(legend_.group, margin_px, y);
      scene.shapes.emplace_back(legend_.group);
      y += legend_.height_px + 10;
    }
    for (const std::string& note : notes_) {
      Group group;
      group.role = "note";
      group.title = note;
      group.shapes.emplace_back(text_line(style_, fit(style_.fonts, note, width_, type_size::small_px),
                                          {margin_px, y + 6},
                                          {type_size::small_px, Face::regular, style_.theme.ink_2, Anchor::start, {}}));
      scene.shapes.emplace_back(std::move(group));
      y += note_line_px;
    }
    FooterLook look;
    look.width_px = scene.width_px;
    look.height_px = scene.height_px;
    look.margin_px = margin_px;
    look.rule = false;
    look.baseline_up_px = 10;
    scene.shapes.emplace_back(footer(style_, diagram.source, diagram.left_out, look));
  }

 private:
  const Style& style_;
  double width_;
  Legend legend_;
  std::vector<std::string> notes_;
};

void say_that_nothing_is_there(Scene& scene, const Style& style) {
  constexpr double heading_px = 104;
  constexpr double footer_px = 44;
  scene.shapes.emplace_back(charts::nothing_yet(
      style,
      {"Nothing on this map has an effect yet",
       "Add what you could do and what people want, and say what leads to what: which gap an initiative closes, which "
       "outcome a process serves, what drives what."},
      {0, heading_px, scene.width_px, scene.height_px - heading_px - footer_px}));
}

}  // namespace
}  // namespace outcomes

Scene lay_out_outcomes(const OutcomesDiagram& diagram, Page page, const Style& style) {
  using namespace outcomes;
  const PageSize size = size_of(page);
  Plan plan = make_plan(diagram, style);
  plan.page_width = size.width;
  plan.page_height = size.height;
  Foot foot(plan);
  plan.band_bottom = plan.page_height - foot.height_px() - 18;
  measure_columns(plan);
  place_cells(plan);
  route_edges(plan);

  Scene scene;
  scene.id = "outcomes";
  scene.title = diagram.title;
  scene.description = text_of(diagram.finding);
  scene.width_px = plan.page_width;
  scene.height_px = plan.page_height;
  scene.ground = style.theme.surface;
  HeadingLook look;
  look.manner = HeadingManner::sheet;
  look.width_px = plan.page_width;
  scene.shapes.emplace_back(heading(style, heading_text(diagram, style.theme), look));
  if (diagram.nodes.empty()) {
    say_that_nothing_is_there(scene, style);
  } else {
    scene.shapes.emplace_back(draw_columns(plan));
    for (Shape& shape : draw_ribbons(plan)) scene.shapes.emplace_back(std::move(shape));
    scene.shapes.emplace_back(draw_edges(plan));
    for (Shape& shape : draw_nodes(plan)) scene.shapes.emplace_back(std::move(shape));
    for (Shape& shape : draw_loop_names(plan)) scene.shapes.emplace_back(std::move(shape));
    scene.shapes.emplace_back(draw_weights(plan));
  }
  foot.draw(scene, diagram);
  return scene;
}

}  // namespace outmap
