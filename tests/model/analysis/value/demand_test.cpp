#include "model/analysis/value/demand.hpp"

#include <rapidcheck.h>
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

MapContent asked(const std::vector<double>& prices, std::optional<double> price = 30, std::optional<double> cost = 12) {
  MapContent content;
  Offering plan;
  plan.id = plan.name = "plan";
  plan.price = price;
  plan.cost = cost;
  content.offerings = {plan};
  for (std::size_t i = 0; i < prices.size(); ++i) {
    content.prices.push_back({"p" + std::to_string(i), "plan", prices[i]});
  }
  return content;
}

std::vector<DemandCurve> curves(MapContent content) { return demand_curves(make_map(std::move(content))); }

/// The ten people of docs/analyses/willingness-to-pay.md.
const std::vector<double> ten = {20, 25, 25, 30, 30, 30, 35, 40, 40, 50};

}  // namespace

TEST_CASE("the demand curve of ten people, as in the documentation", "[value][demand]") {
  const auto found = curves(asked(ten));
  REQUIRE(found.size() == 1);
  const DemandCurve& curve = found[0];
  CHECK(curve.answers == 10);
  std::vector<double> shares, revenues, profits;
  for (const DemandPoint& point : curve.points) {
    shares.push_back(point.would_pay.share);
    revenues.push_back(point.revenue);
    profits.push_back(*point.profit);
  }
  CHECK(shares == std::vector<double>{1, 0.9, 0.7, 0.4, 0.3, 0.1});
  CHECK(revenues == std::vector<double>{20, 22.5, 21, 14, 12, 5});
  const std::vector<double> by_hand = {8, 11.7, 12.6, 9.2, 8.4, 3.8};
  for (std::size_t i = 0; i < by_hand.size(); ++i) CHECK(profits[i] == Approx(by_hand[i]));
  CHECK(curve.best_revenue.price == 25);
  CHECK(curve.best_profit->price == 30);
  CHECK(curve.today->would_pay.share == Approx(0.7));
  CHECK(curve.near_best_low == 25);
  CHECK(curve.near_best_high == 25);
}

TEST_CASE("a share carries Wilson's interval", "[value][demand]") {
  // 7 of 10: centre (0.7 + 1.9208/10)/(1 + 0.38415) = 0.6445, half 0.2477; the interval that Wilson's formula gives.
  const DemandCurve curve = curves(asked(ten))[0];
  CHECK(curve.today->would_pay.interval.low == Approx(0.3968).margin(5e-5));
  CHECK(curve.today->would_pay.interval.high == Approx(0.8922).margin(5e-5));
}

TEST_CASE("prices near the best one earn at least 95 % of it, all of them", "[value][demand]") {
  // Revenues 10, 10.8, 12 and 14.4 at 10, 12, 15 and 24: none is near the best.
  const DemandCurve curve = curves(asked({10, 12, 15, 15, 24, 24, 24, 24, 24, 24}, 10, std::nullopt))[0];
  CHECK(curve.best_revenue.price == 24);
  CHECK(curve.best_revenue.revenue == Approx(14.4));
  CHECK(curve.near_best_low == 24);
  const DemandCurve flat = curves(asked({10, 10.5, 10.8, 40}, 10, std::nullopt))[0];
  CHECK(flat.best_revenue.price == 10);  // 10, 7.875, 5.4 and, at 40, again 10: the lower price counts
  CHECK(flat.near_best_high == 10);
  const DemandCurve broad =
      curves(asked({20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39}))[0];
  CHECK(broad.near_best_low <= broad.best_revenue.price);
  CHECK(broad.near_best_high > broad.best_revenue.price);
}

TEST_CASE("who answers again counts once, a nameless respondent each time", "[value][demand]") {
  MapContent content = asked({10, 20});
  content.prices.push_back({"p0", "plan", 30});
  CHECK(curves(content)[0].answers == 2);
  CHECK(curves(content)[0].points.front().price == 20);
  content.prices.push_back({"", "plan", 5});
  content.prices.push_back({"", "plan", 5});
  CHECK(curves(content)[0].answers == 4);
}

TEST_CASE("without a cost there is no profit, and none where the cost is above all answers", "[value][demand]") {
  CHECK_FALSE(curves(asked(ten, 30, std::nullopt))[0].best_profit);
  CHECK_FALSE(curves(asked(ten, 30, std::nullopt))[0].points[0].profit);
  CHECK_FALSE(curves(asked(ten, 30, 60))[0].best_profit);
  CHECK_FALSE(curves(asked(ten, std::nullopt))[0].today);
  CHECK(curves(asked({})).empty());
}

TEST_CASE("people who would pay nothing count, and one answer makes a curve", "[value][demand]") {
  const DemandCurve curve = curves(asked({0, 10}))[0];
  CHECK(curve.points[0].would_pay.share == 1);
  CHECK(curve.best_revenue.price == 10);
  CHECK(curves(asked({0}))[0].best_revenue.revenue == 0);
}

TEST_CASE("no price earns more than the best, by trying them all", "[value][demand]") {
  const bool holds = rc::check([](const std::vector<unsigned char>& answers) {
    if (answers.empty()) return;
    std::vector<double> prices(answers.begin(), answers.end());
    const DemandCurve curve = curves(asked(prices, 30, 20))[0];
    const double n = static_cast<double>(prices.size());
    double best = 0, best_profit = 0;
    for (double price = 0; price <= 256; price += 0.5) {
      const double buyers = static_cast<double>(std::ranges::count_if(prices, [&](double p) { return p >= price; }));
      best = std::max(best, price * buyers / n);
      best_profit = std::max(best_profit, (price - 20) * buyers / n);
    }
    RC_ASSERT(std::abs(curve.best_revenue.revenue - best) < 1e-6);
    RC_ASSERT(std::abs((curve.best_profit ? *curve.best_profit->profit : 0) - best_profit) < 1e-6);
    RC_ASSERT(std::ranges::is_sorted(curve.points, std::greater<>(),
                                     [](const DemandPoint& point) { return point.would_pay.share; }));
  });
  CHECK(holds);
}
