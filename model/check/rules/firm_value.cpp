// A customer's value to the firm is given once, and its formula has a finite result.
#include <fmt/format.h>

#include "model/check/rules.hpp"

namespace outmap {

namespace {

void check_clv(RuleContext& context, const Clv& clv, const std::string& path) {
  const bool by_margin = clv.margin.has_value();
  const bool by_orders = clv.order_value && clv.orders_per_year && clv.margin_share && clv.years;
  if (!by_margin && !by_orders) {
    context.error("value.clv", path, "the parts do not make a customer lifetime value",
                  "give margin, retention and discount; or order_value, orders_per_year, margin_share and years");
    return;
  }
  if (!by_margin) return;
  if (!clv.retention || !clv.discount) {
    context.error("value.clv", path, "margin needs retention and discount beside it",
                  "CLV = margin * retention / (1 + discount - retention) - acquisition");
  } else if (1 + *clv.discount - *clv.retention <= 0) {
    context.error(
        "value.clv", path + "/retention",
        fmt::format("with retention {} and discount {} the value grows without end", *clv.retention, *clv.discount),
        "retention must be below 1 + discount");
  }
}

}  // namespace

void check_firm_value(RuleContext& context) {
  const auto& customers = context.content.customers;
  for (std::size_t i = 0; i < customers.size(); ++i) {
    if (!customers[i].clv) continue;
    check_clv(context, *customers[i].clv, fmt::format("/customers/{}/clv", i));
    if (!customers[i].firm_value) continue;
    context.warning("structure.given-twice", fmt::format("/customers/{}/firm_value", i),
                    "value to the firm is given by firm_value and by clv; firm_value counts", "keep one of the two");
  }
}

}  // namespace outmap
