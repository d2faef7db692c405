// The relational customer map: who belongs together, through whom, and where needs are unmet.
#pragma once

#include "render/diagram.hpp"

namespace outmap {

/// Customers as cards, boundary partners as hexagons, groups as hulls, declared ties as lines. Over sixty elements the
/// groups come first, with counts, their strongest members and bundled ties. Throws CannotDraw where `focus` names no
/// customer or partner. Same map and options, same scene, whatever the order of the file. Linear in customers and
/// partners up to sorting; the placing of at most sixty shown elements takes milliseconds.
Scene draw_relations(const Map& map, const DiagramOptions& options, const Style& style);

/// What draw_relations shows, as a graph: groups, elements, ties with their type as role and strength as weight.
DiagramGraph graph_relations(const Map& map, const DiagramOptions& options);

}  // namespace outmap
