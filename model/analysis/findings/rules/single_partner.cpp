#include "model/analysis/findings/rules.hpp"

#include <fmt/format.h>

#include "model/analysis/clusters/access.hpp"

namespace outmap {
namespace {

std::string whom(const Map& map, const SoleAccess& access) {
  if (access.organisation) return "the organisation";
  if (access.holders.size() == 1) return quoted(map.name_of(access.holders.front()));
  return fmt::format("{} of those who want it", access.holders.size());
}

}  // namespace

std::vector<Found> outcomes_on_a_single_partner(const MapFacts& facts) {
  const Map& map = facts.map();
  std::vector<Found> found;
  const std::vector<SoleAccess>* known = facts.options().sole_access;
  for (const SoleAccess& access : known != nullptr ? *known : find_sole_access(map, facts.effects())) {
    const Partner* partner = map.get<Partner>(access.person);
    if (partner == nullptr || partner->kind == PartnerKind::internal) continue;
    const ElementRef outcome = *map.find(access.outcome);
    const std::string name = map.at(outcome).name;
    found.push_back({{access.outcome, access.person},
                     fmt::format("{} ({})", name, partner->name),
                     fmt::format("without {} nothing leads to {} any more for {}", quoted(partner->name), quoted(name),
                                 whom(map, access)),
                     path_of(map.content(), outcome)});
  }
  return found;
}

}  // namespace outmap
