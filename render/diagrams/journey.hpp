// The journey map: where a customer gets less value than wanted, stage by stage, and what is being done about it.
#pragma once

#include "render/diagram.hpp"
#include "render/diagrams/journey_diagram.hpp"

namespace outmap {

/// What the picture of one journey shows. The journey is `options.journey`, else the first one that is not the plan of
/// another.
///
/// Today and the plan are overlaid for a future journey, and for a current one that was not asked for by its id but has
/// a future one. Stages are matched by `replaces`, else by name.
///
/// Value of a stage, 0-10 = importance-weighted mean of its outcomes' levels (5 where no importance is given) over the
/// outcomes with both a level and a target where there are any; where no outcome has a level, the mean of the stage's
/// values by kind. Planned level = level + gap x (1 - prod(1 - e)) over the initiatives that are planned or running
/// (what is done is in today's level), e what each `closes`; a harmful direct influence of such an initiative takes its
/// weight x width off. Levels are those of the persona: the customer of the journey that `options.focus` names, else
/// its first. Shares: sum over a stage's outcomes of importance x gap, of the journey's total; whole percents make up
/// 100. Focus: the fewest stages that carry half of the total, at most a third of them (rounded up); ties by id.
///
/// `options.focus` keeps the stages that hold this element and those within `options.hops` steps; shares and finding
/// remain those of the whole journey.
///
/// Throws CannotDraw where the map has no journey or not the one asked for. Deterministic. O(elements log elements).
JourneyDiagram build_journey(const Map& map, const DiagramOptions& options);

/// The journey as a picture.
Scene draw_journey(const Map& map, const DiagramOptions& options, const Style& style);

/// The journey as a graph: stages in a row, with their touchpoints, outcomes and what serves those.
DiagramGraph graph_journey(const Map& map, const DiagramOptions& options);

}  // namespace outmap
