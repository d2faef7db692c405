// The heights at which nodes and slots stand in their columns.
#include <algorithm>
#include <cmath>

#include "render/layout/outcomes/plan.hpp"

namespace outmap::outcomes {
namespace {

constexpr double near_node_px = 16;
constexpr double near_slot_px = 8;

struct Pull {
  std::size_t cell;
  double weight;
};

/// Least distance of the middles of two cells that follow each other.
double distance_px(const Cell& upper, const Cell& lower, double squeeze) {
  const double gap = upper.is_slot || lower.is_slot ? near_slot_px : near_node_px;
  return (upper.height_px + lower.height_px) / 2 + gap * squeeze;
}

/// How much smaller the gaps of a column must be for it to fit, or how much wider they may be where there is room.
double squeeze_of(const Plan& plan, const std::vector<std::size_t>& column) {
  double cells = 0;
  double gaps = 0;
  for (std::size_t place = 0; place < column.size(); ++place) {
    cells += plan.cells[column[place]].height_px;
    if (place > 0)
      gaps += plan.cells[column[place]].is_slot || plan.cells[column[place - 1]].is_slot ? near_slot_px : near_node_px;
  }
  const double filled = plan.is_tall() ? 0.94 : 0.62;  // of the height, before gaps grow
  const double room = plan.bottom - plan.top;
  const double widest = 1 + room / (plan.is_tall() ? 150 : 560);
  if (gaps <= 0) return 1;
  return (room - cells) / gaps < 1 ? std::max(0.0, (room - cells) / gaps)
                                   : std::clamp((filled * room - cells) / gaps, 1.0, widest);
}

/// The rising sequence nearest to `wanted` in weighted least squares: pool adjacent violators (Ayer et al. 1955,
/// doi:10.1214/aoms/1177728423). O(n).
std::vector<double> rising(const std::vector<double>& wanted, const std::vector<double>& weight) {
  struct Block {
    double sum;
    double weight;
    std::size_t count;
    double mean() const { return sum / weight; }
  };
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    blocks.push_back({wanted[i] * weight[i], weight[i], 1});
    while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() > blocks.back().mean()) {
      const Block last = blocks.back();
      blocks.pop_back();
      blocks.back().sum += last.sum;
      blocks.back().weight += last.weight;
      blocks.back().count += last.count;
    }
  }
  std::vector<double> result;
  for (const Block& block : blocks) result.insert(result.end(), block.count, block.mean());
  return result;
}

class Placer {
 public:
  explicit Placer(Plan& plan) : plan_(plan), pulls_(plan.cells.size()) {
    for (std::size_t edge = 0; edge < plan.routes.size(); ++edge) {
      const Route& route = plan.routes[edge];
      if (route.way != Way::onward && route.way != Way::backward) continue;
      for (std::size_t i = 0; i + 1 < route.cells.size(); ++i)
        pull(route.cells[i], route.cells[i + 1], plan.weight_of(edge));
    }
  }

  void run() {
    for (const auto& column : plan_.order) stack(column);
    constexpr int sweeps = 60;
    const std::size_t count = plan_.order.size();
    for (int sweep = 0; sweep < sweeps; ++sweep)
      for (std::size_t i = 0; i < count; ++i) settle(plan_.order[sweep % 2 == 0 ? i : count - 1 - i]);
  }

 private:
  void pull(std::size_t a, std::size_t b, double edge_weight) {
    const bool slots = plan_.cells[a].is_slot || plan_.cells[b].is_slot;
    const double weight = (1 + 3 * edge_weight) * (slots ? 2 : 1);
    pulls_[a].push_back({b, weight});
    pulls_[b].push_back({a, weight});
  }

  /// Offsets of the middles from the first cell's when all stand as close as they may.
  std::vector<double> offsets(const std::vector<std::size_t>& column) const {
    const double squeeze = squeeze_of(plan_, column);
    std::vector<double> result;
    for (std::size_t place = 0; place < column.size(); ++place)
      result.push_back(place == 0 ? 0
                                  : result.back() + distance_px(plan_.cells[column[place - 1]],
                                                                plan_.cells[column[place]], squeeze));
    return result;
  }

  void stack(const std::vector<std::size_t>& column) {
    if (column.empty()) return;
    const auto offset = offsets(column);
    const double first = (plan_.top + plan_.bottom - offset.back()) / 2;
    for (std::size_t place = 0; place < column.size(); ++place) plan_.cells[column[place]].y = first + offset[place];
  }

  void settle(const std::vector<std::size_t>& column) {
    if (column.empty()) return;
    constexpr double towards_neighbours = 0.8;
    const auto offset = offsets(column);
    std::vector<double> wanted;
    std::vector<double> weight;
    for (std::size_t place = 0; place < column.size(); ++place) {
      const Cell& cell = plan_.cells[column[place]];
      double sum = 0;
      double total = 0;
      for (const Pull& other : pulls_[column[place]]) {
        sum += other.weight * plan_.cells[other.cell].y;
        total += other.weight;
      }
      const double y = total > 0 ? towards_neighbours * sum / total + (1 - towards_neighbours) * cell.y : cell.y;
      wanted.push_back(y - offset[place]);
      weight.push_back(total > 0 ? total : 0.5);
    }
    const double low = plan_.top + plan_.cells[column.front()].height_px / 2;
    const double high = std::max(low, plan_.bottom - plan_.cells[column.back()].height_px / 2 - offset.back());
    const auto placed = rising(wanted, weight);
    for (std::size_t place = 0; place < column.size(); ++place)
      plan_.cells[column[place]].y = std::clamp(placed[place], low, high) + offset[place];
  }

  Plan& plan_;
  std::vector<std::vector<Pull>> pulls_;
};

}  // namespace

void place_cells(Plan& plan) { Placer(plan).run(); }

}  // namespace outmap::outcomes
