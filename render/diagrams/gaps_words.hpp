// What the picture of gaps says.
#pragma once

#include "render/diagrams/gaps_diagram.hpp"

namespace outmap::gaps_words {

/// Note, gap, what stands in place of a priority, title.
void describe(const Map& map, const Outcome& outcome, const DetailedGap& row, bool own_scales, GapPoint& point);

/// "23 more carry 12 % of the priority".
std::string more(std::size_t count, double share);

/// Heading, finding, footer.
void tell(const Map& map, const GapReport& report, const DiagramOptions& options, GapsDiagram& diagram);

}  // namespace outmap::gaps_words
