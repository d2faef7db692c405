// Beside the map of a what-if: who loses, who gains, the outcomes before and after.
#pragma once

#include "render/diagrams/whatif_diagram.hpp"
#include "render/layout/parts.hpp"

namespace outmap::whatif_picture {

/// Who loses and why, and who gains; returns the y below.
double draw_people(const WhatIfDiagram& diagram, const Style& style, const Box& box, std::vector<Shape>& shapes);

/// Where no levels are told: which outcomes and values it pushes to the better and to the worse, from top to bottom of
/// `box`; those without room are counted.
void draw_directions(const WhatIfDiagram& diagram, const Style& style, const Box& box, std::vector<Shape>& shapes);

/// Rows of outcomes from top to bottom of `box`; those without room are counted.
void draw_outcome_rows(const WhatIfDiagram& diagram, const Style& style, const Box& box, std::vector<Shape>& shapes);

/// Least height of draw_outcome_rows with every row.
double least_rows_px(const WhatIfDiagram& diagram);

/// Colour of an outcome's fate: better or worse, legible as text on the page.
Colour colour_of(const Theme& theme, const WhatIfRow& row);

/// Before, after, the runs' band and the target of an outcome, in `box`; the bars' heights are shares of the box's.
/// The bar of a level afterwards; one that got worse is striped, so that it is told without colour.
RectShape bar_after(const Theme& theme, const Box& box, bool worse);

Group before_and_after(const Style& style, const WhatIfRow& row, const Box& box);

/// A tick where a target is met, a cross where it is missed; 9 px, centred.
Shape verdict_mark(const Theme& theme, bool met, Point center);

}  // namespace outmap::whatif_picture
