// The two halves of the picture of a value ladder.
#pragma once

#include "render/diagrams/ladder_diagram.hpp"
#include "render/layout/charts/beside.hpp"
#include "render/layout/parts.hpp"

namespace outmap::ladder_picture {

/// Price against perceived value in `box`, with what each next rung must clear.
std::vector<Shape> draw_steps(const LadderDiagram& diagram, const Style& style, const Box& box);

/// The four parts of each rung in `box`, the dearest on top; the first `shown` from the cheapest up.
std::vector<Shape> draw_rungs(const LadderDiagram& diagram, std::size_t shown, const Style& style, const Box& box);

/// Of draw_rungs.
inline constexpr charts::RowHeights row_heights{.header_px = 52, .least_px = 30, .most_px = 112};

/// What the next rung has to clear, outlined too: a tint is lost on paper.
RectShape hurdle(const Theme& theme, const Box& box, bool missed);

/// Colours of the four parts, from worth to drawbacks.
Colour colour_of(const Theme& theme, ValuePart part);

}  // namespace outmap::ladder_picture
