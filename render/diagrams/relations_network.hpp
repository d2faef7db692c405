// Customers, partners and their declared relations, ordered by id and added up.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/map/map.hpp"

namespace outmap {

struct NetworkNode {
  const Element* element = nullptr;
  const Attributes* attributes = nullptr;
  const Ids* needs = nullptr;
  const Customer* customer = nullptr;  // null: a partner
  const Partner* partner = nullptr;    // null: a customer
};

struct TypeStrength {
  std::string type;
  double strength = 0;
};

/// All relations between two elements; `a` < `b`.
struct NetworkTie {
  std::size_t a = 0;
  std::size_t b = 0;
  double strength = 0;
  std::size_t count = 0;
  bool arrow_a = false;  // a directed relation ends at `a`, and none without direction stands beside it
  bool arrow_b = false;
  std::vector<TypeStrength> types;  // strongest first, then by name
};

struct RelationNetwork {
  std::vector<NetworkNode> nodes;  // by id
  std::vector<NetworkTie> ties;    // by a, then b
};

/// Reads the network out of a map, whose ids and references hold. The order of the file does not matter, not even for
/// rounding. A relation of an element with itself is left out. O((elements + relations) log n). Points into `map`.
RelationNetwork read_network(const Map& map);

/// Part of the network that each node stands in, numbered by the smallest node of each part. O(nodes + ties).
std::vector<std::size_t> find_parts(const RelationNetwork& network);

struct LossOfNode {
  std::size_t node = 0;
  std::size_t parts = 0;             // into how many its own part falls without it
  std::vector<std::size_t> cut_off;  // all nodes but itself and the largest remaining piece
};

/// The articulation points of the declared ties and what is cut off without each, most nodes first (Hopcroft &
/// Tarjan 1973, doi:10.1145/362248.362272); of many, the `limit` with most ties. O(nodes + ties) for the
/// points, and as much again for each of the `limit` looked at.
std::vector<LossOfNode> find_losses(const RelationNetwork& network, std::size_t limit = 64);

}  // namespace outmap
