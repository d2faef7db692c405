#include "model/analysis/findings/rules.hpp"

#include <string_view>
#include <unordered_set>

namespace outmap {

std::vector<Found> partners_unrelated(const MapFacts& facts) {
  std::unordered_set<std::string_view> tied;
  for (const Relation& relation : facts.map()->relations) {
    if (relation.from == relation.to) continue;
    tied.insert(relation.from);
    tied.insert(relation.to);
  }
  return tell_of(facts.map()->partners, "/partners", [&](const Partner& partner) -> std::string {
    return !tied.contains(partner.id) ? "no relation ties " + quoted(partner.name) + " to anybody" : "";
  });
}

}  // namespace outmap
