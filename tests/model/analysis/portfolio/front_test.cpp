#include "model/analysis/portfolio/front.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/support/portfolios.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

/// The sets that no other beats, by cost.
std::vector<TriedSet> front_of_all_sets(const PortfolioProblem& problem) {
  std::vector<TriedSet> sets = all_sets(problem);
  std::ranges::stable_sort(sets, [](const TriedSet& left, const TriedSet& right) {
    return left.cost != right.cost ? left.cost < right.cost : left.benefit > right.benefit;
  });
  std::vector<TriedSet> front;
  for (TriedSet& tried : sets) {
    if (front.empty() || tried.benefit > front.back().benefit + 1e-7) front.push_back(std::move(tried));
  }
  return front;
}

void check_rising(const std::vector<PortfolioChoice>& points) {
  for (std::size_t i = 1; i < points.size(); ++i) {
    CHECK(points[i - 1].cost < points[i].cost);
    CHECK(points[i - 1].benefit < points[i].benefit);
  }
}

}  // namespace

TEST_CASE("a front by hand", "[portfolio]") {
  const PortfolioProblem problem({80, 30},
                                 {{10, {{0, 0.5}}, {}, {}}, {10, {{0, 0.4}}, {}, {}}, {10, {{1, 0.6}}, {}, {}}});
  const PortfolioFront front = portfolio_front(problem);
  REQUIRE(front.points.size() == 4);
  CHECK(front.whole);
  CHECK(front.points[0].items.empty());
  CHECK(front.points[1].benefit == Approx(40));
  CHECK(front.points[2].benefit == Approx(58));
  CHECK(front.points[3].benefit == Approx(74));
  CHECK(front.points[3].cost == 30);
}

TEST_CASE("the front is that of all sets", "[portfolio]") {
  Random random(21);
  for (int round = 0; round < 200; ++round) {
    const PortfolioProblem problem = random_portfolio(random, 1 + random.below(10), 1 + random.below(6));
    const PortfolioFront front = portfolio_front(problem);
    const std::vector<TriedSet> tried = front_of_all_sets(problem);
    INFO("round " << round);
    REQUIRE(front.points.size() == tried.size());
    for (std::size_t i = 0; i < tried.size(); ++i) {
      CHECK(front.points[i].cost == Approx(tried[i].cost).margin(1e-9));
      CHECK(front.points[i].benefit == Approx(tried[i].benefit).margin(1e-7));
      CHECK(is_allowed(problem, front.points[i].items));
    }
  }
}

TEST_CASE("fronts rise, and bounds hold where the effort runs out", "[portfolio]") {
  Random random(22);
  for (int round = 0; round < 20; ++round) {
    const PortfolioProblem problem = random_portfolio(random, 14, 8);
    const PortfolioFront whole = portfolio_front(problem);
    const PortfolioFront hasty = portfolio_front(problem, {.exact_up_to = 10, .looks = 2000, .steps = 8});
    CHECK(whole.whole);
    CHECK_FALSE(hasty.whole);
    check_rising(whole.points);
    check_rising(hasty.points);
    for (const PortfolioChoice& point : hasty.points) {
      const auto best =
          std::ranges::find_if(whole.points.rbegin(), whole.points.rend(),
                               [&](const PortfolioChoice& exact) { return exact.cost <= point.cost + 1e-9; });
      REQUIRE(best != whole.points.rend());
      CHECK(best->benefit >= point.benefit - 1e-7);
      CHECK(best->benefit <= point.bound + 1e-7);
    }
  }
}
