#include "model/analysis/findings/rules.hpp"

#include <string_view>
#include <unordered_set>

namespace outmap {

std::vector<Found> customers_without_journey(const MapFacts& facts) {
  std::unordered_set<std::string_view> walking;
  for (const Journey& journey : facts.map()->journeys) {
    walking.insert(journey.customers.begin(), journey.customers.end());
  }
  return tell_of(facts.map()->customers, "/customers", [&](const Customer& customer) -> std::string {
    return !walking.contains(customer.id) ? "no journey is mapped for " + quoted(customer.name) : "";
  });
}

}  // namespace outmap
