#include "model/analysis/firm_value.hpp"

namespace outmap {

FirmValue lifetime_value(const Clv& clv) {
  const double acquisition = clv.acquisition.value_or(0);
  if (clv.margin && clv.retention && clv.discount) {
    const double denominator = 1 + *clv.discount - *clv.retention;
    if (denominator <= 0) return {std::nullopt, FirmValueSource::refused};
    return {*clv.margin * *clv.retention / denominator - acquisition, FirmValueSource::retention};
  }
  if (clv.order_value && clv.orders_per_year && clv.margin_share && clv.years) {
    const double earned = *clv.order_value * *clv.orders_per_year * *clv.margin_share * *clv.years;
    return {earned - acquisition, FirmValueSource::simple};
  }
  return {std::nullopt, FirmValueSource::incomplete};
}

FirmValue firm_value(const Customer& customer) {
  if (customer.firm_value) return {customer.firm_value, FirmValueSource::stated};
  if (customer.clv) return lifetime_value(*customer.clv);
  return {};
}

std::optional<double> total_firm_value(const Customer& customer) {
  const auto per_head = firm_value(customer).per_head;
  if (!per_head) return std::nullopt;
  return *per_head * customer.size;
}

}  // namespace outmap
