#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "model/text/numbers.hpp"
#include "render/diagrams/portfolio_diagram.hpp"
#include "render/diagrams/portfolio_words.hpp"

namespace outmap {
namespace {

constexpr std::size_t most_corners = 8;

/// Twice the area of a triangle, positive where `b` lies above the line from `a` to `c`.
double rise_above(const PlanPoint& a, const PlanPoint& b, const PlanPoint& c) {
  return (b.benefit - a.benefit) * (c.cost - a.cost) - (c.benefit - a.benefit) * (b.cost - a.cost);
}

/// The corners of the upper hull of the front: where money stops buying as much as before. O(points).
std::vector<std::size_t> hull_of(const std::vector<PlanPoint>& front) {
  std::vector<std::size_t> hull;
  for (std::size_t at = 0; at < front.size(); ++at) {
    while (hull.size() > 1 && rise_above(front[hull[hull.size() - 2]], front[hull.back()], front[at]) <= 0)
      hull.pop_back();
    hull.push_back(at);
  }
  return hull;
}

/// The corners that bend the front most; the first and the last stay.
void thin_out(const std::vector<PlanPoint>& front, std::vector<std::size_t>& corners) {
  while (corners.size() > most_corners) {
    std::size_t flattest = 1;
    double least = rise_above(front[corners[0]], front[corners[1]], front[corners[2]]);
    for (std::size_t at = 2; at + 1 < corners.size(); ++at) {
      const double rise = rise_above(front[corners[at - 1]], front[corners[at]], front[corners[at + 1]]);
      if (rise < least) least = rise, flattest = at;
    }
    corners.erase(corners.begin() + static_cast<std::ptrdiff_t>(flattest));
  }
}

/// As the sets of the front are written: rising.
Ids chosen_ids(const PortfolioReport& report) {
  Ids ids;
  for (const PlannedInitiative& planned : report.chosen) ids.push_back(planned.id);
  std::ranges::sort(ids);
  return ids;
}

void add_steps(const Map& map, const PortfolioReport& report, PortfolioDiagram& diagram) {
  std::vector<std::size_t> corners = hull_of(report.front);
  thin_out(report.front, corners);
  for (const PlanPoint& point : report.front) {
    PlanStep step;
    step.cost = point.cost;
    step.share = point.benefit / report.total_priority;
    step.bound_share = point.bound / report.total_priority;
    step.title = fmt::format("{} closes {} of the priority: {}", money_text(point.cost, map->currency),
                             percent_text(step.share), portfolio_words::difference(map, {}, point.chosen));
    diagram.steps.push_back(std::move(step));
  }
  for (std::size_t at = 0; at < corners.size(); ++at) {
    PlanStep& step = diagram.steps[corners[at]];
    Ids before = at == 0 ? Ids{} : report.front[corners[at - 1]].chosen;
    const bool behind_plan = at > 0 && report.front[corners[at - 1]].cost < report.cost;
    if (behind_plan && report.front[corners[at]].cost > report.cost) before = chosen_ids(report);
    step.corner = !report.front[corners[at]].chosen.empty();
    step.name = portfolio_words::difference(map, before, report.front[corners[at]].chosen);
  }
}

/// The step that is the plan; and the dearest one that costs at most half as much.
void find_plan(const PortfolioReport& report, PortfolioDiagram& diagram) {
  for (std::size_t at = 0; at < diagram.steps.size(); ++at) {
    PlanStep& step = diagram.steps[at];
    if (step.cost <= report.cost / 2 * (1 + 1e-9)) diagram.half = at;
    step.chosen = !report.chosen.empty() && std::abs(step.cost - report.cost) <= 1e-9 * report.cost &&
                  std::abs(step.share - diagram.share) <= 1e-9;
  }
  if (report.chosen.empty()) diagram.half.reset();
}

}  // namespace

double usual_budget(const Map& map) {
  double all = 0;
  std::optional<double> cheapest;
  for (const Initiative& initiative : map->initiatives) {
    if (initiative.status == InitiativeStatus::done || initiative.status == InitiativeStatus::stopped) continue;
    if (!initiative.cost) continue;
    all += *initiative.cost;
    cheapest = std::min(cheapest.value_or(*initiative.cost), *initiative.cost);
  }
  return std::max(all / 2, cheapest.value_or(0));
}

PortfolioDiagram build_portfolio(const Map& map, const DiagramOptions& options) {
  const PortfolioReport report =
      find_portfolio(map, {.budget = options.budget.value_or(usual_budget(map)), .as_of = options.as_of});
  PortfolioDiagram diagram;
  diagram.currency = map->currency;
  diagram.budget = report.budget;
  diagram.cost = report.cost;
  diagram.whole = report.front_whole;
  const bool any = report.total_priority > 0 && !report.front.empty() && report.front.back().benefit > 0;
  if (any) {
    diagram.share = report.benefit / report.total_priority;
    add_steps(map, report, diagram);
    find_plan(report, diagram);
    for (const PlannedInitiative& planned : report.chosen)
      diagram.rows.push_back(portfolio_words::row_of(map, report, planned));
    std::ranges::stable_sort(diagram.rows, [](const PlanRow& a, const PlanRow& b) { return a.adds > b.adds; });
    std::vector<LeftOutInitiative> left_out = report.left_out;
    std::ranges::stable_sort(left_out, [](const LeftOutInitiative& a, const LeftOutInitiative& b) {
      return a.adds.value_or(-1) > b.adds.value_or(-1);
    });
    for (const LeftOutInitiative& left : left_out)
      diagram.left_out.push_back(portfolio_words::row_of(map, report, left));
  }
  portfolio_words::tell(map, report, options, diagram);
  return diagram;
}

}  // namespace outmap
