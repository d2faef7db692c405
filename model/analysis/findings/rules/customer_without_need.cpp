#include "model/analysis/findings/rules.hpp"

namespace outmap {

std::vector<Found> customers_without_need(const MapFacts& facts) {
  return tell_of(facts.map()->customers, "/customers", [&](const Customer& customer) -> std::string {
    return customer.needs.empty() ? "no need is named for " + quoted(customer.name) : "";
  });
}

}  // namespace outmap
