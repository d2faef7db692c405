// What the picture of trends says.
#pragma once

#include "render/diagrams/trend_diagram.hpp"

namespace outmap::trend_words {

TrendPanel panel_of(const LevelSeries& series, const std::optional<Date>& since);

TrendEvent event_of(const Map& map, const JournalEntry& entry);
TrendEvent event_of(const Map& map, const HarvestProgress& harvest);

/// Heading, finding, footer.
void tell(const Map& map, const MonitorReport& report, TrendDiagram& diagram);

}  // namespace outmap::trend_words
