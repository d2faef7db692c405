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

}  // namespace outmap
