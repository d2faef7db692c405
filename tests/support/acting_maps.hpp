// Small random maps of initiatives, factors and outcomes, and what comes of every set of their initiatives.
#pragma once

#include <optional>
#include <vector>

#include "model/map/map.hpp"

namespace outmap::test {

/// Seven initiatives that cost 1-20, of which some require or exclude an earlier one; five factors, three outcomes with
/// levels and targets, one of them less is better; random influences between them all, as strong as `strength`, some
/// back to the factors, and a few shares that are closed.
MapContent random_initiatives(unsigned seed, double strength);

struct ActedSet {
  Ids ids;  // rising
  double cost = 0;
  bool settles = false;
  std::vector<double> levels;  // of the outcomes o0, o1, o2
  double priority_after = 0;
};

/// Every set that holds with each initiative all that it requires and no two that exclude each other, each followed by
/// find_whatif.
std::vector<ActedSet> all_acted_sets(const Map& map);

}  // namespace outmap::test
