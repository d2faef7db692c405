#include <algorithm>
#include <cmath>
#include <numeric>

#include "render/layout/relations/geometry.hpp"
#include "render/layout/relations/plan.hpp"

namespace outmap::relations {

double unshapeliness(const std::vector<Box>& boxes) {
  double sum = 0;
  double worst = 0;
  for (const Box& box : boxes) {
    const double off = std::pow(std::log(box.width / box.height / 1.5), 2);
    sum += off;
    worst = std::max(worst, off);
  }
  return worst + 0.2 * sum;
}

namespace {

/// How many groups stand in each row, from the top.
using Rows = std::vector<std::size_t>;
/// Which group stands in each slot.
using Order = std::vector<std::size_t>;

std::vector<Box> boxes_of(const Box& region, const Rows& rows, const Order& order, const std::vector<double>& demands) {
  std::vector<Box> boxes(order.size());
  const double all = std::accumulate(demands.begin(), demands.end(), 0.0);
  double top = region.y;
  std::size_t slot = 0;
  for (const std::size_t count : rows) {
    double sum = 0;
    for (std::size_t at = slot; at < slot + count; ++at) sum += demands[order[at]];
    const double height = region.height * sum / all;
    double left = region.x;
    for (const std::size_t end = slot + count; slot < end; ++slot) {
      const double width = region.width * demands[order[slot]] / sum;
      boxes[order[slot]] = {left, top, width, height};
      left += width;
    }
    top += height;
  }
  return boxes;
}

std::vector<Rows> ways_to_break(std::size_t groups) {
  std::vector<Rows> ways;
  if (groups <= 9) {
    for (std::size_t breaks = 0; breaks < (std::size_t{1} << (groups - 1)); ++breaks) {
      Rows rows{1};
      for (std::size_t at = 1; at < groups; ++at) {
        if (breaks >> (at - 1) & 1)
          rows.push_back(1);
        else
          ++rows.back();
      }
      ways.push_back(std::move(rows));
    }
    return ways;
  }
  for (std::size_t count = 1; count <= groups; ++count) {
    Rows rows(count, groups / count);
    for (std::size_t at = 0; at < groups % count; ++at) ++rows[at];
    ways.push_back(std::move(rows));
  }
  return ways;
}

Rows best_rows(const Box& region, const Order& order, const std::vector<double>& demands, const Misfit& misfit) {
  Rows best;
  double least = 0;
  for (Rows& rows : ways_to_break(order.size())) {
    const double found = misfit(boxes_of(region, rows, order, demands));
    if (best.empty() || found < least - 1e-9) least = found, best = std::move(rows);
  }
  return best;
}

double way_between(const std::vector<Box>& boxes, const std::vector<std::vector<double>>& pulls, const Order& order,
                   double size, const Misfit& misfit) {
  double sum = 0;
  double pull_sum = 0;
  for (std::size_t a = 0; a < boxes.size(); ++a)
    for (std::size_t b = a + 1; b < boxes.size(); ++b) {
      sum += pulls[a][b] * distance(boxes[a].center(), boxes[b].center()) / size;
      pull_sum += pulls[a][b];
    }
  if (pull_sum > 0) sum /= pull_sum;
  double toll = 0;
  for (std::size_t slot = 0; slot < order.size(); ++slot)
    toll += std::abs(static_cast<double>(slot) - static_cast<double>(order[slot]));
  return sum + 0.01 * toll / static_cast<double>(order.size()) + 0.05 * misfit(boxes);
}

}  // namespace

std::vector<Box> split_region(const Box& region, const std::vector<double>& demands,
                              const std::vector<std::vector<double>>& pulls, const Misfit& misfit) {
  if (demands.empty()) return {};
  Order order(demands.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const Rows rows = best_rows(region, order, demands, misfit);
  const double size = std::hypot(region.width, region.height);
  double least = way_between(boxes_of(region, rows, order, demands), pulls, order, size, misfit);
  for (bool better = true; better;) {
    better = false;
    for (std::size_t a = 0; a < order.size(); ++a)
      for (std::size_t b = a + 1; b < order.size(); ++b) {
        std::swap(order[a], order[b]);
        const double found = way_between(boxes_of(region, rows, order, demands), pulls, order, size, misfit);
        if (found < least - 1e-9)
          least = found, better = true;
        else
          std::swap(order[a], order[b]);
      }
  }
  return boxes_of(region, rows, order, demands);
}

}  // namespace outmap::relations
