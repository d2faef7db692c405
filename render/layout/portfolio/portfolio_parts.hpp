// The two halves of the picture of a portfolio.
#pragma once

#include "render/diagrams/portfolio_diagram.hpp"
#include "render/layout/parts.hpp"

namespace outmap::portfolio_picture {

/// The front in `box`: axes, steps, the budget, the plan, names of the corners.
std::vector<Shape> draw_front(const PortfolioDiagram& diagram, const Style& style, const Box& box);

/// The plan's rows and those left out, in `box`; what has no room is counted.
std::vector<Shape> draw_plan(const PortfolioDiagram& diagram, const Style& style, const Box& box);

/// Height of draw_plan with every row.
double plan_px(const PortfolioDiagram& diagram);

}  // namespace outmap::portfolio_picture
