#include "model/analysis/findings/rules.hpp"

#include <string_view>
#include <unordered_set>

namespace outmap {

std::vector<Found> customers_without_partner(const MapFacts& facts) {
  const Map& map = facts.map();
  std::unordered_set<std::string_view> partners;
  for (const Partner& partner : map->partners) partners.insert(partner.id);
  std::unordered_set<std::string_view> tied;
  for (const Relation& relation : map->relations) {
    if (partners.contains(relation.from)) tied.insert(relation.to);
    if (partners.contains(relation.to)) tied.insert(relation.from);
  }
  return tell_of(map->customers, "/customers", [&](const Customer& customer) -> std::string {
    return tied.contains(customer.id) ? "" : "no relation ties " + quoted(customer.name) + " to a partner";
  });
}

}  // namespace outmap
