#include "model/analysis/findings/rules.hpp"

#include <fmt/format.h>

namespace outmap {

std::vector<Found> influences_without_source(const MapFacts& facts) {
  const Map& map = facts.map();
  std::vector<Found> found;
  for (std::size_t i = 0; i < map->influences.size(); ++i) {
    const Influence& influence = map->influences[i];
    if (!influence.evidence.empty()) continue;
    const std::string link = fmt::format("{} → {}", map.name_of(influence.from), map.name_of(influence.to));
    found.push_back({{influence.from, influence.to},
                     link,
                     "no evidence is named for the influence " + link,
                     fmt::format("/influences/{}", i)});
  }
  return found;
}

}  // namespace outmap
