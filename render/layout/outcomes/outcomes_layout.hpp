// Where everything on an outcome map stands.
#pragma once

#include "render/diagram.hpp"
#include "render/diagrams/outcomes_diagram.hpp"

namespace outmap {

/// The diagram as shapes. Columns from left to right; an edge that passes a column has a slot in it; order by dot and a
/// local search, heights by pool adjacent violators; curves only between columns and straight lines only in slots, so
/// that no edge can cross a node. The page keeps its proportions and grows in height only where `diagram.may_grow`.
/// Deterministic. O(sweeps · edges · log) for n nodes and slots; about 5 ms for 60 nodes.
Scene lay_out_outcomes(const OutcomesDiagram& diagram, Page page, const Style& style);

}  // namespace outmap
