#include "model/analysis/findings/rules.hpp"

#include <fmt/format.h>

namespace outmap {

std::vector<Found> stages_without_outcome(const MapFacts& facts) {
  std::vector<Found> found;
  const auto& journeys = facts.map()->journeys;
  for (std::size_t j = 0; j < journeys.size(); ++j) {
    for (std::size_t s = 0; s < journeys[j].stages.size(); ++s) {
      const Stage& stage = journeys[j].stages[s];
      if (!stage.outcomes.empty()) continue;
      found.push_back(about(stage, fmt::format("/journeys/{}/stages/{}", j, s),
                            fmt::format("the stage {} names no outcome that is wanted there", quoted(stage.name))));
    }
  }
  return found;
}

}  // namespace outmap
