// The effect graph: what changes what, as a Boost.Graph view of a map.
#pragma once

#include <boost/graph/adjacency_list.hpp>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "model/graph/vertex_ids.hpp"
#include "model/map/map.hpp"

namespace outmap {

class LevelTable;

/// Why there is an edge: a claimed influence; the share of a gap that an initiative `closes`; an outcome that a process
/// `serves`; an outcome on which an offering has `levels`; a touchpoint that a process works at, or a touchpoint, stage
/// or other element that an initiative `improves`; and, only where asked for, delivery: partner → touchpoint it owns →
/// stage → outcome of the stage.
enum class EffectRole : std::uint8_t { influence, closes, serves, levels, improves, delivers };

std::string_view to_text(EffectRole role);  // "influence"

struct Effect {
  EffectRole role = EffectRole::influence;
  std::optional<double> weight;  // -1 … 1: a full change of the cause changes the effect by this; missing: not said
  std::optional<double> confidence;  // 0 … 1, of influences only
  std::uint32_t row = 0;             // of an influence: its place in the map's list

  bool operator==(const Effect&) const = default;
};

using EffectAdjacency =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, boost::no_property, Effect>;
using EffectVertex = EffectAdjacency::vertex_descriptor;
using EffectEdge = EffectAdjacency::edge_descriptor;

/// Vertex v of `edges` stands for the element `vertices.id(v)`.
struct EffectGraph {
  VertexIds vertices;
  EffectAdjacency edges;
};

struct EffectOptions {
  std::optional<Date> as_of;           // the day of the levels behind `closes`; see outmap::as_of
  bool delivery = false;               // adds delivery edges: for asking who depends on whom, not for causes
  const LevelTable* levels = nullptr;  // the map's on that day, for whoever has them
  bool weighs_closing = true;          // false: `closes` gets no weight, and no level is asked: who leads where
};

/// Every initiative, process, offering, partner, factor, touchpoint, stage and outcome of the map, and whatever else
/// stands at an end of an influence, with the effects between them. Relations between people are never effects.
/// `closes: {o: c}` weighs ±c·gap/width, towards the target (see level_of), and is left out where an influence says
/// what the initiative does to o. Parallel edges and self-influences are kept as the map has them.
/// Edges leave a vertex in the order influences (as in the file), closes, serves, improves, levels, delivery.
/// O((elements + edges) log elements).
EffectGraph effect_graph(const Map& map, const EffectOptions& options = {});

/// The same for whoever keeps it among other things that move: a graph of Boost is copied, edge by edge, where anything
/// else is moved.
std::unique_ptr<const EffectGraph> kept_effect_graph(const Map& map, const EffectOptions& options = {});

}  // namespace outmap
