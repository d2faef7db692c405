// Did it work? Levels over time, each beside its target and what happened meanwhile.
#pragma once

#include "render/diagram.hpp"

namespace outmap {

/// One small chart an outcome with readings, then the stages' values: readings, the Theil-Sen line, the target, the
/// verdict since `since` (by default the first reading), and the dated journal entries and harvested outcomes that
/// speak to it (see monitor_map). What got worse comes first. As many as the page holds; `top` takes another number,
/// `everything` all, on a picture that grows in height; `focus` one outcome, stage or journey. O(monitor_map).
Scene draw_trend(const Map& map, const DiagramOptions& options, const Style& style);

/// Series and the events beside them.
DiagramGraph graph_trend(const Map& map, const DiagramOptions& options);

}  // namespace outmap
