// The picture of a portfolio as shapes: the front at the left, the plan and what is left out at the right; on an
// upright page one above the other.
#pragma once

#include "render/diagrams/portfolio_diagram.hpp"
#include "render/layout/parts.hpp"

namespace outmap {

/// Rows that don't fit are counted; with `everything` the page grows in height instead.
Scene lay_out_portfolio(const PortfolioDiagram& diagram, const DiagramOptions& options, const Style& style);

}  // namespace outmap
