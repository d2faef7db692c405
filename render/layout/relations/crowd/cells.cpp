#include <algorithm>
#include <cmath>

#include "render/layout/relations/crowd/steps.hpp"
#include "render/layout/relations/geometry.hpp"

namespace outmap::relations::crowd {
namespace {

constexpr double room_across = box_gap + 14;  // a cell is so much wider than the widest member
constexpr double room_down = box_gap + 8;
constexpr double brick = 0.3;  // every other row is shifted by so much of a cell: ties don't run along whole columns

/// Where members stand: below the heading.
Box room_of(const GroupPlan& group) {
  Box room = inflate(group.area, -(gutter + hull_padding));
  if (group.heading.width == 0) return room;
  const double used = group.heading.height + 12;
  return {room.x, room.y + used, room.width, room.height - used};
}

}  // namespace

Cells cells_of(const RelationsDiagram& diagram, const Plan& plan, std::size_t group) {
  const Size member = largest(diagram.groups[group], plan);
  const double width = member.width + room_across;
  const double height = member.height + room_down;
  const Box room = room_of(plan.groups[group]);
  if (plan.groups[group].heading.width > room.width) return {};
  Cells best;
  double least = 0;
  const std::size_t count = diagram.groups[group].members.size();
  for (std::size_t columns = 1; columns <= count; ++columns) {
    const double pitch = room.width / (static_cast<double>(columns) + brick);
    if (pitch < width) break;
    const auto rows = static_cast<std::size_t>(std::max(0.0, std::floor(room.height / height)));
    const std::size_t needed = (count + columns - 1) / columns;
    if (rows < needed) continue;
    const std::size_t taken = std::min(rows, std::max(needed, (count + count / 10 + columns - 1) / columns));
    const double down = room.height / static_cast<double>(taken);
    const double found = std::abs(std::log(pitch / width * height / down));
    if (!best.centres.empty() && found >= least) continue;
    least = found;
    best = {{}, columns};
    for (std::size_t row = 0; row < taken; ++row)
      for (std::size_t column = 0; column < columns; ++column)
        best.centres.push_back({room.x + (static_cast<double>(column) + 0.5 + (row % 2 == 1 ? brick : 0)) * pitch,
                                room.y + (static_cast<double>(row) + 0.5) * down});
  }
  return best;
}

}  // namespace outmap::relations::crowd
