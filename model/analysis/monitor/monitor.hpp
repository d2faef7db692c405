// Monitoring: levels over time, progress of partners, evidence behind claims.
#pragma once

#include "model/analysis/monitor/report.hpp"

namespace outmap {

struct MonitorOptions {
  std::optional<Date> as_of = std::nullopt;  // see outmap::as_of; nothing after it counts
  std::optional<Date> since = std::nullopt;  // what moved since then; without it since each first reading
  int stale_after_days = 365;                // an outcome read longer ago is unwatched
  double important_from = 7;                 // outcomes of this importance or more should be watched, 0-10
  double confidence = 0.95;                  // of trends, 0-1
  std::size_t least_readings = 4;            // below them no change is told; 4 or more
};

/// Everything that monitoring can say about a map on a day.
///
/// | what         | how |
/// | ------------ | --- |
/// | trend        | Theil-Sen line with Sen's interval over all readings up to the day (see theil_sen.hpp) |
/// | noise        | sqrt(sum of squared distances from the trend / (n - 2)) |
/// | least change | the largest of f(n) x noise, 1 % of the scale's width, and one step of the readings |
/// | verdict      | change since the start beyond the least change, in the wanted direction or the other |
/// | share of way | (now - start) / (target - start); negative when it went away from the target |
/// | markers      | newest reading against the newest one not after `since`; low 1/3, medium 2/3, high 1 |
/// | harvest      | outcome harvesting (Wilson-Grau & Britt 2012): what the next status still wants |
///
/// The first and the last of n normally scattered readings of a level that stands still differ by more than f(n) x
/// noise in one of ten cases: f = 3.74, 2.90, 2.67, 2.50, 2.48, 2.42 for n = 4 to 9, 2.38 up to 15, then 1.645 x
/// sqrt(2). A step is the unit in which the readings are written, 1, 0.5, 0.1, 0.05 or 0.01: who reads in halves may
/// have been half-way between two of them.
///
/// Outcomes stand beside initiatives because a map says so; nothing here shows that one caused the other.
/// Deterministic. O(n log n + initiatives running or done x links), n the elements and dated rows; a series of more
/// than 400 readings costs O(r log r) for its r readings.
MonitorReport monitor_map(const Map& map, const MonitorOptions& options = {});

}  // namespace outmap
