// An outcome before and after as two bars, with the runs' band and the target.
#include <algorithm>

#include "render/layout/charts/axis.hpp"
#include "render/layout/whatif/panel.hpp"

namespace outmap::whatif_picture {
namespace {

constexpr double least_px = 4;  // of a bar: what falls to nothing must be seen to fall

void add_whisker(Group& group, const Style& style, const WhatIfRow& row, const Box& box, double middle) {
  const double left = box.x + box.width * *row.low;
  const double right = box.x + box.width * *row.high;
  if (right - left < 1.5) return;
  const double cap = std::min(4.0, box.height * 0.28);
  const Stroke stroke{style.theme.ink, 1.5, {}, 1};
  group.shapes.emplace_back(charts::line({left, middle}, {right, middle}, stroke));
  for (const double x : {left, right})
    group.shapes.emplace_back(charts::line({x, middle - cap}, {x, middle + cap}, stroke));
}

}  // namespace

Colour colour_of(const Theme& theme, const WhatIfRow& row) {
  switch (row.fate) {
    case OutcomeFate::fell:
    case OutcomeFate::gone:
      return theme.loss;
    case OutcomeFate::missed:
    case OutcomeFate::met:
    case OutcomeFate::rose:
      return theme.gain;
    default:
      return theme.level_now;
  }
}

RectShape bar_after(const Theme& theme, const Box& box, bool worse) {
  if (!worse) return charts::bar(box, theme.gain);
  RectShape striped = charts::bar(inset(box, 0.5), theme.surface);
  striped.fill = {theme.surface, Pattern::stripes, theme.loss, 1};
  striped.stroke = {theme.loss, 1, {}, 1};
  return striped;
}

Group before_and_after(const Style& style, const WhatIfRow& row, const Box& box) {
  const Theme& theme = style.theme;
  Group group;
  group.role = "before-after";
  const double thin = box.height * 0.38;
  group.shapes.emplace_back(charts::bar(box, theme.track, 1));
  if (row.before)
    group.shapes.emplace_back(
        charts::bar({box.x, box.y, std::max(1.0, box.width * *row.before), thin}, theme.level_now));
  const double rest = box.height - thin;
  // What stays is told by the bar of today alone.
  if (row.after && row.fate != OutcomeFate::still)
    group.shapes.emplace_back(bar_after(theme, {box.x, box.y + thin, std::max(least_px, box.width * *row.after), rest},
                                        row.fate == OutcomeFate::fell));
  if (row.low && row.high && row.fate != OutcomeFate::still)
    add_whisker(group, style, row, box, box.y + thin + rest / 2);
  if (row.target) {
    const double x = box.x + box.width * *row.target;
    group.shapes.emplace_back(charts::bar({x - 2.25, box.y - 2, 4.5, box.height + 4}, theme.surface));
    group.shapes.emplace_back(charts::bar({x - 1.25, box.y - 3, 2.5, box.height + 6}, theme.ink));
  }
  return group;
}

Shape verdict_mark(const Theme& theme, bool met, Point center) {
  Path path;
  if (met) {
    path = {move_to({center.x - 4, center.y}), line_to({center.x - 1.2, center.y + 3}),
            line_to({center.x + 4, center.y - 3.2})};
  } else {
    path = {move_to({center.x - 3, center.y - 3}), line_to({center.x + 3, center.y + 3}),
            move_to({center.x - 3, center.y + 3}), line_to({center.x + 3, center.y - 3})};
  }
  return PathShape{std::move(path), {}, {met ? theme.gain : theme.loss, 1.8, {}, 1}, true};
}

}  // namespace outmap::whatif_picture
