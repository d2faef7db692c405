#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>
#include <random>

#include "render/layout/relations/cost.hpp"
#include "render/layout/relations/geometry.hpp"
#include "render/layout/relations/id_hash.hpp"
#include "render/layout/relations/settle.hpp"

namespace outmap::relations {
namespace {

/// Comparisons of a tie with a box or a tie that one search may cost, at most about 5 ms. More made pictures of 30
/// elements no better once they had settled, and less steady when one came in.
std::size_t work_allowed(const RelationsDiagram& diagram) {
  constexpr std::size_t most = 1'000'000, per_element_and_tie = 240;
  return std::min(most, per_element_and_tie * diagram.elements.size() * diagram.ties.size());
}

/// Centres of cells in rows that are offset like bricks; none within reach of the heading.
std::vector<Point> cells_of(const Box& inner, const Box& heading, Size size, int columns, int rows) {
  const double across = inner.width / columns;
  const double down = inner.height / rows;
  const bool bricks = rows > 1 && inner.width / (columns + 0.5) >= size.width + box_gap;
  const double pitch = bricks ? inner.width / (columns + 0.5) : across;
  std::vector<Point> cells;
  for (int row = 0; row < rows; ++row)
    for (int column = 0; column < columns; ++column) {
      const double shift = bricks && row % 2 ? pitch / 2 : 0;
      const Point at{inner.x + shift + (column + 0.5) * pitch, inner.y + (row + 0.5) * down};
      const Box box{at.x - size.width / 2, at.y - size.height / 2, size.width, size.height};
      if (heading.width == 0 || !overlap(inflate(heading, 8), box)) cells.push_back(at);
    }
  return cells;
}

/// The grid whose cells are best shaped, with a few to spare, or nothing where the members do not fit.
std::vector<Point> best_cells(const Box& inner, const Box& heading, Size size, std::size_t members) {
  std::vector<Point> best;
  double least = 0;
  for (int columns = 1; inner.width / columns >= size.width + box_gap; ++columns)
    for (int rows = 1; inner.height / rows >= size.height + box_gap; ++rows) {
      const std::size_t count = static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows);
      if (count < members) continue;
      if (count > members * 2 + 8) break;
      std::vector<Point> cells = cells_of(inner, heading, size, columns, rows);
      if (cells.size() < members) continue;
      const double spare = static_cast<double>(cells.size() - members) / static_cast<double>(members);
      const double across = inner.width / columns - size.width + 20;
      const double down = inner.height / rows - size.height + 20;
      const double found = std::abs(std::log(across / down / 1.2)) + 1.2 * std::abs(spare - 0.15);
      if (best.empty() || found < least) least = found, best = std::move(cells);
    }
  return best;
}

/// The search's state: who stands in which cell of its group; cells that nobody holds are free.
struct Search {
  const RelationsDiagram& diagram;
  Field field;
  std::vector<std::vector<Point>> cells;       // by group
  std::vector<std::vector<std::size_t>> held;  // by group and cell: the element in it
  std::size_t most_work = 0;
};

bool better_in_cell(Search& search, std::size_t group, std::size_t one, std::size_t other) {
  auto& held = search.held[group];
  if (held[one] == no_index && held[other] == no_index) return false;
  std::array<std::size_t, 2> moved{};
  std::size_t count = 0;
  for (const std::size_t cell : {one, other})
    if (held[cell] != no_index) moved[count++] = held[cell];
  const std::span<const std::size_t> both(moved.data(), count);
  const auto turn = [&] {
    std::swap(held[one], held[other]);
    for (const std::size_t cell : {one, other})
      if (held[cell] != no_index) search.field.move(held[cell], search.cells[group][cell]);
  };
  const double before = search.field.cost_around(both);
  turn();
  if (search.field.cost_around(both, before) < before - 1e-6) return true;
  turn();
  return false;
}

bool sweep(Search& search, std::size_t group) {
  bool better = false;
  for (std::size_t one = 0; one < search.cells[group].size(); ++one)
    for (std::size_t other = one + 1; other < search.cells[group].size() && search.field.work() < search.most_work;
         ++other)
      better = better_in_cell(search, group, one, other) || better;
  return better;
}

double whole_cost(const Search& search) {
  std::vector<std::size_t> all(search.diagram.elements.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return search.field.cost_around(all);
}

void restore(Search& search, const std::vector<std::vector<std::size_t>>& held) {
  search.held = held;
  for (std::size_t group = 0; group < held.size(); ++group)
    for (std::size_t cell = 0; cell < held[group].size(); ++cell)
      if (held[group][cell] != no_index) search.field.move(held[group][cell], search.cells[group][cell]);
}

/// A few exchanges at random in one group, so that the descent can find another valley.
void kick(Search& search, std::size_t group, std::mt19937_64& random) {
  auto held = search.held;
  for (int times = 0; times < 3; ++times)
    std::swap(held[group][random() % held[group].size()], held[group][random() % held[group].size()]);
  restore(search, held);
}

void descend(Search& search) {
  bool better = true;
  for (int times = 0; better && times < 12; ++times) {
    better = false;
    for (std::size_t group = 0; group < search.cells.size(); ++group) better = sweep(search, group) || better;
  }
}

/// Descent by exchanges, then again from kicks of one group at a time while there is work left; the best placing stays.
void find_places(Search& search) {
  descend(search);
  std::mt19937_64 random(1);
  auto best = search.held;
  double least = whole_cost(search);
  for (std::size_t times = 0; times < 200 && search.field.work() < search.most_work; ++times) {
    const std::size_t group = times % search.held.size();
    kick(search, group, random);
    for (int rounds = 0; rounds < 6 && sweep(search, group); ++rounds) {
    }
    const double found = whole_cost(search);
    if (found < least - 1e-6)
      least = found, best = search.held;
    else
      restore(search, best);
  }
  restore(search, best);
}

std::vector<Point> cells_for(const RelationsDiagram& diagram, const Plan& plan, std::size_t group) {
  const Box inner = inflate(plan.groups[group].area, -(gutter + hull_padding));
  const Size size = largest(diagram.groups[group], plan);
  const std::size_t members = diagram.groups[group].members.size();
  std::vector<Point> cells = best_cells(inner, plan.groups[group].heading, size, room_for(members));
  return cells.empty() ? best_cells(inner, plan.groups[group].heading, size, members) : cells;
}

/// Each element begins in a cell that its id alone chooses, or the next free one: a new element leaves the others
/// theirs.
void seat(const RelationsDiagram& diagram, const Plan& plan, Search& search) {
  for (std::size_t group = 0; group < diagram.groups.size(); ++group) {
    std::vector<std::size_t> members = diagram.groups[group].members;
    std::sort(members.begin(), members.end());
    search.cells.push_back(cells_for(diagram, plan, group));
    std::vector<std::size_t> held(search.cells.back().size(), no_index);
    for (const std::size_t member : members) {
      std::size_t cell = hash_of(diagram.elements[member].id) % held.size();
      while (held[cell] != no_index) cell = (cell + 1) % held.size();
      held[cell] = member;
    }
    search.held.push_back(std::move(held));
  }
  restore(search, search.held);
}

/// Elements in no group and under no heading use all the room they have: their centres move apart, the boxes keep their
/// size, so that none can come to overlap.
void spread_out(const RelationGroup& group, const Box& inner, Plan& plan) {
  Point low = plan.elements[group.members.front()].box.center();
  Point high = low;
  Size most{};
  for (const std::size_t member : group.members) {
    const Box& box = plan.elements[member].box;
    low = {std::min(low.x, box.center().x), std::min(low.y, box.center().y)};
    high = {std::max(high.x, box.center().x), std::max(high.y, box.center().y)};
    most = {std::max(most.width, box.width), std::max(most.height, box.height)};
  }
  const double most_stretch = group.members.size() <= 6 ? 2.4 : 1.6;
  const auto stretch = [&](double room, double used) {
    return used > 0 ? std::clamp(room / used, 1.0, most_stretch) : 1.0;
  };
  const double across = stretch(inner.width - most.width - 8, high.x - low.x);
  const double down = stretch(inner.height - most.height - 8, high.y - low.y);
  const Point middle = (low + high) * 0.5;
  for (const std::size_t member : group.members) {
    Box& box = plan.elements[member].box;
    const Point from = box.center() - middle;
    box.x = std::round((inner.center().x + from.x * across - box.width / 2) / 4) * 4;
    box.y = std::round((inner.center().y + from.y * down - box.height / 2) / 4) * 4;
  }
}

}  // namespace

bool has_room(const RelationsDiagram& diagram, const Plan& plan, std::size_t group) {
  return !cells_for(diagram, plan, group).empty();
}

void place_members(const RelationsDiagram& diagram, Plan& plan) {
  if (diagram.elements.empty()) return;
  Search search{diagram, Field(diagram, plan), {}, {}, work_allowed(diagram)};
  seat(diagram, plan, search);
  find_places(search);
  settle(diagram, plan, search.field);
  for (std::size_t at = 0; at < plan.elements.size(); ++at) plan.elements[at].box = search.field.box(at);
  for (std::size_t group = 0; group < plan.groups.size(); ++group)
    if (plan.groups[group].heading.width == 0)
      spread_out(diagram.groups[group], inflate(plan.groups[group].area, -(gutter + hull_padding)), plan);
}

}  // namespace outmap::relations
