#include "model/analysis/value/demand.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "model/analysis/rounding.hpp"

namespace outmap {
namespace {

/// What a point earns less than this share of the highest revenue is no longer near it.
constexpr double near_best = 0.95;

using PricesOfOffering = std::unordered_map<std::string_view, std::vector<double>>;

/// By offering one price for each person, rising.
PricesOfOffering named_prices(const Map& map) {
  struct Answers {
    std::unordered_map<std::string_view, double> by_person;
    std::vector<double> nameless;
  };
  std::unordered_map<std::string_view, Answers> answers;
  for (const PriceAnswer& row : map->prices) {
    Answers& of = answers[row.offering];
    if (row.respondent.empty()) {
      of.nameless.push_back(row.willing_to_pay);
    } else {
      of.by_person[row.respondent] = row.willing_to_pay;
    }
  }
  PricesOfOffering prices;
  for (auto& [offering, of] : answers) {
    std::vector<double>& named = prices[offering] = std::move(of.nameless);
    for (const auto& [person, price] : of.by_person) named.push_back(price);
    std::ranges::sort(named);
  }
  return prices;
}

void find_best_revenue(DemandCurve& curve) {
  curve.best_revenue = curve.points.front();
  for (const DemandPoint& point : curve.points) {
    if (point.revenue > curve.best_revenue.revenue + rounding_error) curve.best_revenue = point;
  }
  // Outwards from the best, as far as every price on the way earns nearly as much.
  const auto is_near = [&](const DemandPoint& point) {
    return point.revenue >= near_best * curve.best_revenue.revenue - rounding_error;
  };
  const auto best = std::ranges::find(curve.points, curve.best_revenue.price, &DemandPoint::price);
  auto low = best, high = best;
  while (low != curve.points.begin() && is_near(*std::prev(low))) --low;
  while (std::next(high) != curve.points.end() && is_near(*std::next(high))) ++high;
  curve.near_best_low = low->price;
  curve.near_best_high = high->price;
}

void find_best_profit(DemandCurve& curve) {
  for (const DemandPoint& point : curve.points) {
    if (!point.profit || *point.profit <= rounding_error) continue;
    if (!curve.best_profit || *point.profit > *curve.best_profit->profit + rounding_error) curve.best_profit = point;
  }
}

}  // namespace

DemandPoint demand_at(const std::vector<double>& prices, double price, std::optional<double> cost) {
  const auto buyers = prices.end() - std::ranges::lower_bound(prices, price);
  DemandPoint point;
  point.price = price;
  point.would_pay = estimate_share(static_cast<double>(buyers), static_cast<double>(prices.size()));
  point.revenue = price * point.would_pay.share;
  if (cost) point.profit = (price - *cost) * point.would_pay.share;
  return point;
}

std::vector<DemandCurve> demand_curves(const Map& map) {
  const PricesOfOffering named = named_prices(map);
  std::vector<DemandCurve> curves;
  for (const Offering& offering : map->offerings) {
    const auto prices = named.find(offering.id);
    if (prices == named.end()) continue;
    DemandCurve curve;
    curve.offering = offering.id;
    curve.answers = prices->second.size();
    for (const double price : prices->second) {
      if (curve.points.empty() || curve.points.back().price < price)
        curve.points.push_back(demand_at(prices->second, price, offering.cost));
    }
    if (offering.price) curve.today = demand_at(prices->second, *offering.price, offering.cost);
    find_best_revenue(curve);
    find_best_profit(curve);
    curves.push_back(std::move(curve));
  }
  return curves;
}

}  // namespace outmap
