// Places and widths of the columns, the density of each, and the room that the lanes leave.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "render/layout/outcomes/cards.hpp"
#include "render/layout/outcomes/plan.hpp"

namespace outmap::outcomes {
namespace {

constexpr double column_margin_px = 34;  // the bands reach 10 px further
constexpr double lane_margin_px = 40;    // more at the side on which lanes run round the map
constexpr double widest_gutter_px = 250;
constexpr double lane_pitch_px = 36;

bool runs_round(const Plan& plan, const Lane& lane) {
  return plan.node(plan.edge(lane.edge).from).column + 1 == plan.diagram.columns.size();
}

bool enters_first_gutter(const Plan& plan, const Lane& lane) {
  return !lane.enters_column && plan.node(plan.edge(lane.edge).to).column == 0;
}

template <class Test>
double margin_for(const Plan& plan, Test test) {
  const bool lanes =
      std::any_of(plan.lanes.begin(), plan.lanes.end(), [&](const Lane& lane) { return test(plan, lane); });
  return column_margin_px + (lanes ? lane_margin_px : 0);
}

void place_columns(Plan& plan) {
  const std::size_t count = plan.diagram.columns.size();
  plan.columns.assign(count, {0, 0});
  for (const OutcomeNode& node : plan.diagram.nodes)
    plan.columns[node.column].width = std::max(plan.columns[node.column].width, natural_width_px(node));
  const double left = margin_for(plan, enters_first_gutter);
  const double room = plan.page_width - left - margin_for(plan, runs_round);
  double widths = 0;
  for (const ColumnSpan& column : plan.columns) widths += column.width;
  const double least_gutter = plan.is_tall() ? plan.tall_gutter : plan.least_gutter;
  const auto gutters = static_cast<double>(count - 1);
  const double stretch = std::clamp((room - gutters * (gutters > 3 ? least_gutter : 150.0)) / widths, 0.6, 1.3);
  const double factor = room - gutters * least_gutter < widths ? std::min(1.0, stretch) : std::max(1.0, stretch);
  const double scale = count == 5 && factor > 1 ? 1.0 : factor;
  for (ColumnSpan& column : plan.columns) column.width = std::floor(column.width * scale);
  widths = std::accumulate(plan.columns.begin(), plan.columns.end(), 0.0,
                           [](double sum, const ColumnSpan& column) { return sum + column.width; });
  const double gutter = count > 1 ? std::min(widest_gutter_px, (room - widths) / gutters) : 0;
  double x = left + std::max(0.0, (room - widths - gutter * gutters) / 2);
  for (ColumnSpan& column : plan.columns) {
    column.x = std::round(x);
    x += column.width + gutter;
  }
}

/// Lanes with the shorter span run nearer to the map.
void place_lanes(Plan& plan, Side side, double outermost, double inwards) {
  std::vector<Lane*> lanes;
  for (Lane& lane : plan.lanes)
    if (lane.side == side) lanes.push_back(&lane);
  const auto span = [&](const Lane* lane) {
    return plan.node(plan.edge(lane->edge).from).column - plan.node(plan.edge(lane->edge).to).column;
  };
  std::stable_sort(lanes.begin(), lanes.end(), [&](const Lane* a, const Lane* b) { return span(a) > span(b); });
  double y = outermost;
  for (Lane* lane : lanes) {
    lane->y = y;
    y += inwards * lane_pitch_px;
  }
}

void place_upright_pieces(Plan& plan) {
  constexpr double pitch = 10;
  constexpr double after_source = 26;
  constexpr double before_target = 34;
  std::vector<double> leaving(plan.columns.size(), 0);
  std::vector<double> arriving(plan.columns.size(), 0);
  std::vector<double> entering(plan.columns.size(), 0);
  for (Lane& lane : plan.lanes) {
    const std::size_t from = plan.node(plan.edge(lane.edge).from).column;
    const std::size_t to = plan.node(plan.edge(lane.edge).to).column;
    lane.out_x = plan.columns[from].right() + after_source + pitch * (lane.side == Side::top ? 0 : leaving[from]);
    leaving[from] += 1;
    if (lane.enters_column)
      lane.in_x = plan.columns[to].x + plan.columns[to].width / 2 + 36 * entering[to]++;
    else
      lane.in_x = plan.columns[to].x - before_target - pitch * arriving[to]++;
  }
}

struct Packing {
  Density density;
  double squeeze;
};

constexpr Packing packings[] = {
    {Density::roomy, 0.7}, {Density::close, 0.5}, {Density::one_line, 0.5}, {Density::tight, 0.3}};

double room_needed(const Plan& plan, const std::vector<std::size_t>& column, const Packing& packing) {
  const auto [density, squeeze] = packing;
  double needed = 0;
  for (std::size_t place = 0; place < column.size(); ++place) {
    const Cell& cell = plan.cells[column[place]];
    if (cell.is_slot)
      needed += density == Density::tight ? 6 : density == Density::one_line ? 9 : 12;
    else
      needed += make_card(plan.style, plan.node(column[place]), plan.columns[cell.column].width, density).height_px;
    if (place > 0) needed += (cell.is_slot || plan.cells[column[place - 1]].is_slot ? 8 : 16) * squeeze;
  }
  return needed;
}

void fill_column(Plan& plan, const std::vector<std::size_t>& column, Density density) {
  for (std::size_t index : column) {
    Cell& cell = plan.cells[index];
    if (cell.is_slot) {
      cell.height_px = density == Density::tight ? 6 : density == Density::one_line ? 9 : 12;
    } else {
      plan.cards[index] = make_card(plan.style, plan.node(index), plan.columns[cell.column].width, density);
      cell.height_px = plan.cards[index].height_px;
    }
  }
}

/// Makes the page as much higher as the fullest column needs, packed as closely as may be.
void grow_page(Plan& plan) {
  const Packing& least = packings[plan.diagram.may_grow ? 2 : 3];
  const double room = plan.bottom - plan.top;
  double more = 0;
  for (const auto& column : plan.order) {
    if (room_needed(plan, column, packings[0]) <= room) continue;
    more = std::max(more, std::ceil(room_needed(plan, column, least) - room));
  }
  plan.page_height += more;
  plan.band_bottom += more;
  plan.bottom += more;
  for (Lane& lane : plan.lanes)
    if (lane.side == Side::bottom) lane.y += more;
}

/// On a tall page nodes use the height that is left, all by the same factor.
void grow_nodes(Plan& plan) {
  constexpr double largest = 1.5;
  constexpr double filled = 0.6;
  double factor = largest;
  for (const auto& column : plan.order) {
    double heights = 0;
    for (std::size_t cell : column) heights += plan.cells[cell].height_px;
    if (heights > 0) factor = std::min(factor, filled * (plan.bottom - plan.top) / heights);
  }
  if (factor <= 1) return;
  for (Cell& cell : plan.cells)
    if (!cell.is_slot) cell.height_px = std::floor(cell.height_px * factor);
}

/// The roomiest packing that fits.
void pack_columns(Plan& plan) {
  plan.cards.resize(plan.diagram.nodes.size());
  for (const auto& column : plan.order) {
    const auto fits = [&](const Packing& packing) {
      return room_needed(plan, column, packing) <= plan.bottom - plan.top;
    };
    const auto* best = std::find_if(std::begin(packings), std::end(packings), fits);
    fill_column(plan, column, best == std::end(packings) ? Density::tight : best->density);
  }
  if (plan.is_tall()) grow_nodes(plan);
}

}  // namespace

void measure_columns(Plan& plan) {
  if (plan.diagram.columns.empty()) return;
  place_columns(plan);
  const auto count = [&](Side side) {
    return static_cast<double>(
        std::count_if(plan.lanes.begin(), plan.lanes.end(), [&](const Lane& lane) { return lane.side == side; }));
  };
  const double above = count(Side::top);
  const double below = count(Side::bottom);
  plan.top = plan.band_top + (above > 0 ? 96 + (above - 1) * lane_pitch_px : 50);
  plan.bottom = plan.band_bottom - (below > 0 ? 59 + (below - 1) * lane_pitch_px : 12);
  place_lanes(plan, Side::top, plan.band_top + 64, 1);
  place_lanes(plan, Side::bottom, plan.band_bottom - 25, -1);
  place_upright_pieces(plan);
  grow_page(plan);
  pack_columns(plan);
}

}  // namespace outmap::outcomes
