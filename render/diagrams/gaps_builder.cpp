#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/text/numbers.hpp"
#include "render/diagrams/gaps_diagram.hpp"
#include "render/diagrams/gaps_words.hpp"

namespace outmap {
namespace {

constexpr std::size_t most_named = 20;
constexpr std::size_t most_in_head = 8;
constexpr unsigned few_resamples = 200;  // intervals of shares, which are drawn, need none

/// The rows of the picture: wholes, or those of the holder in focus.
std::vector<const DetailedGap*> rows_of(const DetailedGaps& gaps, const DiagramOptions& options) {
  std::vector<const DetailedGap*> rows;
  for (const DetailedGap& row : gaps.rows)
    if (options.focus ? row.holder == options.focus : !row.holder) rows.push_back(&row);
  if (options.focus && rows.empty())
    throw CannotDraw("nobody with the id '" + *options.focus +
                     "' wants an outcome: put the focus on a customer or partner who is a holder of one");
  return rows;
}

GapStanding standing_of(const GapRow& row) {
  if (row.factors.gap && *row.factors.gap <= 0) return GapStanding::met;
  return row.priority ? GapStanding::below : GapStanding::unknown;
}

GapPoint point_of(const Map& map, const DetailedGap& row, std::size_t rank, const GapsDiagram& diagram) {
  const Outcome& outcome = *map.get<Outcome>(row.id);
  GapPoint point;
  point.id = row.id;
  point.name = outcome.name;
  point.rank = rank;
  point.standing = standing_of(row);
  point.quadrant = row.quadrant;
  point.importance = row.level.importance;
  point.satisfaction = row.level.satisfaction;
  point.factors = row.factors;
  point.priority = row.priority;
  point.now = share_of_way(row.level.current, row.level);
  point.target = share_of_way(row.level.target, row.level);
  point.importance_between = row.intervals.importance;
  point.satisfaction_between = row.intervals.satisfaction;
  point.few_answers = row.is_soft();
  gaps_words::describe(map, outcome, row, diagram.own_scales, point);
  return point;
}

/// The fewest of the first that carry half of the priority; where that takes too many, the first three.
void find_head(GapsDiagram& diagram) {
  double total = 0;
  std::size_t open = 0;
  for (const GapPoint& point : diagram.points) {
    total += point.priority.value_or(0);
    open += point.priority.value_or(0) > 0 ? 1 : 0;
  }
  if (open == 0) return;
  double carried = 0;
  while (diagram.head < open && carried < 0.5 * total - 1e-9) carried += *diagram.points[diagram.head++].priority;
  const std::size_t few = std::clamp<std::size_t>(diagram.points.size() / 3, 3, most_in_head);
  diagram.half = diagram.head;
  const bool spread = diagram.head > few;
  if (spread) {
    diagram.head = 3;
    carried = 0;
    for (std::size_t at = 0; at < diagram.head; ++at) carried += *diagram.points[at].priority;
  }
  diagram.head_share = carried / total;
  diagram.head_means = spread              ? "the first three by priority"
                       : diagram.head == 1 ? "at least half of the priority"
                                           : "together at least half of the priority";
  for (std::size_t at = 0; at < diagram.head; ++at) diagram.points[at].standing = GapStanding::head;
}

void choose_named(const DiagramOptions& options, GapsDiagram& diagram) {
  const std::size_t all = diagram.points.size();
  diagram.may_grow = options.everything || options.top.has_value();
  std::size_t wanted = options.top ? static_cast<std::size_t>(*options.top) : most_named;
  if (options.everything) wanted = all;
  diagram.named = std::min(all, std::max(wanted, diagram.head));
  if (diagram.named == all) return;
  double total = 0;
  double left_out = 0;
  for (std::size_t at = 0; at < all; ++at) {
    total += diagram.points[at].priority.value_or(0);
    if (at >= diagram.named) left_out += diagram.points[at].priority.value_or(0);
  }
  diagram.rest = gaps_words::more(all - diagram.named, total > 0 ? left_out / total : 0);
}

}  // namespace

GapsDiagram build_gaps(const Map& map, const DiagramOptions& options) {
  DetailedGapOptions gap_options;
  gap_options.as_of = options.as_of;
  gap_options.resamples = few_resamples;
  if (options.focus) gap_options.by = GapPart::holder;
  const DetailedGaps gaps = find_detailed_gaps(map, gap_options);
  const GapReport& report = gaps.report;
  const std::vector<const DetailedGap*> rows = rows_of(gaps, options);
  GapsDiagram diagram;
  diagram.importance_cross = report.importance_cross;
  diagram.satisfaction_cross = report.satisfaction_cross;
  diagram.cross = std::string(to_text(report.crosshair));
  diagram.alpha = report.alpha;
  for (const DetailedGap* row : rows) {
    diagram.money = diagram.money || row->factors.value_share;
    const Scale& scale = row->level.scale;
    diagram.own_scales = diagram.own_scales || scale.min != map->scale.min || scale.max != map->scale.max;
  }
  for (std::size_t at = 0; at < rows.size(); ++at) diagram.points.push_back(point_of(map, *rows[at], at + 1, diagram));
  find_head(diagram);
  choose_named(options, diagram);
  gaps_words::tell(map, report, options, diagram);
  return diagram;
}

}  // namespace outmap
