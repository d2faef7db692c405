#include "model/analysis/findings/rules.hpp"

namespace outmap {

std::vector<Found> partners_with_empty_strategy_map(const MapFacts& facts) {
  return tell_of(facts.map()->partners, "/partners", [&](const Partner& partner) -> std::string {
    return partner.strategy_map == StrategyMap{} ? "the strategy map of " + quoted(partner.name) + " is empty" : "";
  });
}

}  // namespace outmap
