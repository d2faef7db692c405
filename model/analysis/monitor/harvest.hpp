// Harvested outcomes and journals.
#pragma once

#include <vector>

#include "model/analysis/monitor/monitor.hpp"

namespace outmap {

/// Harvested outcomes dated up to `day`, or without a date, by status from hypothesis to substantiated, in each the
/// newest first, those without a date last. What the next status wants (Wilson-Grau & Britt 2012, Outcome Harvesting):
/// drafted: who changed, when, where, why it matters, what we had to do with it; reviewed: the same, and the initiative
/// or progress marker that it speaks to; substantiated: the same, and who, independent of us, confirmed it. A status
/// that already holds wants what it stands for: a substantiated one without a name behind it says so.
std::vector<HarvestProgress> harvest_progress(const Map& map, std::optional<Date> day, std::optional<Date> since);

/// Journal entries dated up to `day`: outcome, strategy, performance; in each the newest first, of one day the later in
/// the file first.
std::vector<JournalEntry> sorted_journals(const Map& map, std::optional<Date> day);

}  // namespace outmap
