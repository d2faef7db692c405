#include "model/analysis/value/value.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "model/analysis/levels.hpp"

namespace outmap {
namespace {

std::vector<CustomerValue> perceived_by(const Map& map) {
  std::vector<CustomerValue> values;
  for (const Customer& customer : map->customers) {
    if (!customer.perceived_value) continue;
    values.push_back({customer.id, customer.size, perceived_net(*customer.perceived_value, map->scale)});
  }
  const auto key = [](const CustomerValue& value) {
    return std::make_tuple(!value.perceived.net, value.perceived.net.value_or(0), std::string_view(value.id));
  };
  std::ranges::sort(values, [&](const CustomerValue& a, const CustomerValue& b) { return key(a) < key(b); });
  return values;
}

std::optional<double> churn(const Customer& customer) {
  if (!customer.clv || !customer.clv->retention) return std::nullopt;
  return 1 - *customer.clv->retention;
}

std::vector<CustomerWorth> worth_to_firm(const Map& map) {
  std::vector<CustomerWorth> worths;
  for (const Customer& customer : map->customers) {
    const FirmValue firm = firm_value(customer);
    if (!firm.per_head) continue;
    worths.push_back({customer.id, customer.size, firm, total_firm_value(customer), std::nullopt, churn(customer)});
  }
  std::ranges::sort(worths, [](const CustomerWorth& a, const CustomerWorth& b) {
    return *a.total != *b.total ? *a.total > *b.total : a.id < b.id;
  });
  double all = 0;
  for (const CustomerWorth& worth : worths) all += std::max(0.0, *worth.total);
  for (CustomerWorth& worth : worths) {
    if (all > 0) worth.share = std::max(0.0, *worth.total) / all;
  }
  return worths;
}

std::vector<OfferingValue> perceived_of(const Map& map) {
  std::vector<OfferingValue> values;
  for (const Offering& offering : map->offerings) {
    if (!offering.perceived_value) continue;
    values.push_back({offering.id, offering.price, perceived_net(*offering.perceived_value, map->scale)});
  }
  return values;
}

}  // namespace

ValueReport find_value(const Map& map, const ValueOptions& options) {
  ValueReport report;
  report.ladder = find_value_ladder(map, {.margin = options.margin});
  report.value_map = find_value_map(map, {.slope = options.slope, .as_of = options.as_of});
  report.customers = perceived_by(map);
  report.worths = worth_to_firm(map);
  report.offerings = perceived_of(map);
  report.stages = stage_values(map, {.as_of = options.as_of});
  report.beside = economic_values(map);
  report.demand = demand_curves(map);
  report.models = value_models(map, {.as_of = options.as_of});
  report.as_of = as_of(map, options.as_of);
  return report;
}

}  // namespace outmap
