#include "render/layout/icons.hpp"
#include "render/layout/relations/geometry.hpp"
#include "render/layout/relations/paint.hpp"

namespace outmap::relations {

Group paint_chip(const Painter& painter, const RelationElement& element, const std::string& name, const Box& box,
                 const ClusterColour& colour) {
  const Style& style = painter.style;
  const std::string kind = element.partner ? "partner" : "customer";
  Group chip{kind + "-" + element.id, element.id, kind, "chip", element.name, "", {}};
  if (element.articulation) {
    const Box wider = inflate(box, 3);
    if (element.partner)
      chip.shapes.emplace_back(PathShape{outmap::hexagon(wider, 9), {}, {style.theme.loss, 1.5, {}, 1}, false});
    else
      chip.shapes.emplace_back(RectShape{wider, 6, {}, {style.theme.loss, 1.5, {}, 1}});
  }
  Stroke line{colour.stroke, 1, {}, 1};
  if (element.internal) line.dash = {4, 3};
  if (element.partner)
    chip.shapes.emplace_back(
        PathShape{outmap::hexagon(box, 8), {style.theme.surface, Pattern::none, {}, 1}, line, false});
  else
    chip.shapes.emplace_back(RectShape{box, 4, {style.theme.surface, Pattern::none, {}, 1}, line});
  chip.shapes.emplace_back(text_line(style, name, {box.center().x, box.y + 12.6},
                                     {type_size::small_px, Face::regular, {}, Anchor::middle, {}}));
  if (element.articulation)
    chip.shapes.emplace_back(
        icon("articulation-point", {box.right() - 5, box.y - 8}, 14, style.theme.loss, style.theme.surface));
  return chip;
}

Group paint_isolated(const Painter& painter) {
  const Style& style = painter.style;
  const Box& strip = painter.plan.isolated_strip;
  Group group{"tied-to-nobody", "", "isolated", "isolated", "Tied to nobody yet", "", {}};
  group.shapes.emplace_back(text_line(style, "Tied to nobody yet", {strip.x, strip.y + 12.6},
                                      {type_size::small_px, Face::semibold, style.theme.ink_2, Anchor::start, {}}));
  for (const IsolatedPlan& chip : painter.plan.isolated)
    group.shapes.emplace_back(
        paint_chip(painter, painter.diagram.isolated[chip.element], chip.name, chip.box, style.theme.clusters[5]));
  if (painter.plan.isolated_more > 0)
    group.shapes.emplace_back(
        text_line(style, "and " + grouped_number(static_cast<double>(painter.plan.isolated_more)) + " more",
                  {strip.right(), strip.bottom() - 11.4},
                  {type_size::small_px, Face::regular, style.theme.ink_2, Anchor::end, {}}));
  return group;
}

}  // namespace outmap::relations
