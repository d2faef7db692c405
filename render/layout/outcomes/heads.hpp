// The ends of edges: an arrow raises, a bar lowers.
#pragma once

#include "render/layout/outcomes/plan.hpp"

namespace outmap::outcomes {

/// How far before the tip the line ends, so that the head covers its end.
double head_trim_px(const Plan& plan, std::size_t edge);

/// The head at the tip of the edge's route, in `colour`.
PathShape edge_head(const Plan& plan, std::size_t edge, const Colour& colour);

/// A head of its own, for the legend.
PathShape head_at(Point tip, double direction_deg, double width_px, bool lowers, const Colour& colour);

}  // namespace outmap::outcomes
