// What is planned to be watched and judged, and what is due.
#pragma once

#include <string_view>
#include <vector>

#include "model/analysis/monitor/monitor.hpp"

namespace outmap {

/// Monitoring priorities in the order of the map. What each is about: the element whose id or name its words are,
/// letters' case aside; else the one with the longest name that stands among them; else the only one whose name they
/// are a part of. It was last watched on the newest day up to `day` of a reading, journal entry, harvested outcome,
/// rating, feedback or piece of evidence about that; about a partner are also its markers. Due `every` later.
/// O(priorities x (elements + dated rows)).
std::vector<WatchDuty> watch_duties(const Map& map, std::optional<Date> day);

/// The evaluation plan in the order of the map, and what of it is due on `day`.
std::vector<EvaluationDuty> evaluation_duties(const Map& map, std::optional<Date> day);

/// Organisational practices in the order of the map, with the newest journal entry about each up to `day`.
std::vector<PracticeState> practice_states(const Map& map, std::optional<Date> day);

/// `from` and one interval: "week", "monthly", "every quarter", "2 weeks", "10 days", "half-year"; a month later is the
/// same day, or the last one where the month has no such day. Nothing where the words are no interval.
std::optional<Date> after_interval(Date from, std::string_view every);

}  // namespace outmap
