#include "model/analysis/monitor/markers.hpp"

#include <algorithm>
#include <unordered_map>

namespace outmap {
namespace {

using MarkerPoints = std::vector<MarkerPoint>;
using PointsById = std::unordered_map<std::string_view, MarkerPoints>;

PointsById marker_points(const Map& map, std::optional<Date> day) {
  PointsById all;
  for (const Reading& reading : map->readings) {
    const MarkerLevel* level = std::get_if<MarkerLevel>(&reading.value);
    if (level != nullptr && (!day || reading.date <= *day)) all[reading.of].push_back({reading.date, *level});
  }
  for (auto& [id, points] : all) {
    std::ranges::stable_sort(points, {}, &MarkerPoint::date);
    MarkerPoints once;
    for (const MarkerPoint& point : points) {
      if (!once.empty() && once.back().date == point.date) once.pop_back();
      once.push_back(point);
    }
    points = std::move(once);
  }
  return all;
}

MarkerMove move_of(const MarkerProgress& marker, std::optional<Date> since) {
  if (!marker.now) return MarkerMove::never_read;
  if (since && marker.now->date <= *since) return MarkerMove::not_read_since;
  if (marker.start->date == marker.now->date) return MarkerMove::first_reading;
  if (marker.start->level == marker.now->level) return MarkerMove::unchanged;
  return marker.start->level < marker.now->level ? MarkerMove::up : MarkerMove::down;
}

MarkerProgress marker_progress(const ProgressMarker& marker, const PointsById& points, std::optional<Date> since) {
  MarkerProgress progress{marker.id, marker.name, marker.statement, {}, {}, {}, MarkerMove::never_read};
  if (const auto found = points.find(marker.id); found != points.end()) progress.points = found->second;
  if (!progress.points.empty()) {
    progress.now = progress.points.back();
    progress.start = progress.points.front();
    for (const MarkerPoint& point : progress.points) {
      if (since && point.date <= *since) progress.start = point;
    }
  }
  progress.move = move_of(progress, since);
  return progress;
}

double thirds(const std::optional<MarkerPoint>& point) {
  return point ? (static_cast<double>(point->level) + 1) / 3 : 0;
}

/// What was known at the start: nothing of a marker that was first read after `since`.
double thirds_before(const MarkerProgress& marker, std::optional<Date> since) {
  const bool known = marker.start && (!since || marker.start->date <= *since);
  return known ? thirds(marker.start) : 0;
}

struct Sums {
  double now = 0;
  double before = 0;
  std::size_t count = 0;

  std::optional<double> mean(double sum) const {
    return count == 0 ? std::nullopt : std::optional(sum / static_cast<double>(count));
  }
};

RungProgress rung_progress(Rung rung, const std::vector<ProgressMarker>& markers, const PointsById& points,
                           std::optional<Date> since, Sums& all) {
  RungProgress progress;
  progress.rung = rung;
  Sums sums;
  for (const ProgressMarker& marker : markers) {
    progress.markers.push_back(marker_progress(marker, points, since));
    const MarkerProgress& one = progress.markers.back();
    if (one.now && one.now->level == MarkerLevel::high) ++progress.high;
    sums.now += thirds(one.now);
    sums.before += thirds_before(one, since);
    ++sums.count;
  }
  progress.reached = sums.mean(sums.now);
  progress.reached_before = sums.mean(sums.before);
  all.now += sums.now;
  all.before += sums.before;
  all.count += sums.count;
  return progress;
}

PartnerProgress one_partner(const Partner& partner, const PointsById& points, std::optional<Date> since) {
  PartnerProgress progress;
  progress.partner = partner.id;
  progress.name = partner.name;
  progress.kind = partner.kind;
  progress.outcome_challenge = partner.outcome_challenge;
  Sums all;
  const ProgressMarkers& markers = partner.progress_markers;
  progress.rungs = {rung_progress(Rung::expect, markers.expect, points, since, all),
                    rung_progress(Rung::like, markers.like, points, since, all),
                    rung_progress(Rung::love, markers.love, points, since, all)};
  progress.reached = all.mean(all.now);
  progress.reached_before = all.mean(all.before);
  for (const RungProgress& rung : progress.rungs) {
    for (const MarkerProgress& marker : rung.markers) {
      if (marker.now && (!progress.last || *progress.last < marker.now->date)) progress.last = marker.now->date;
      progress.up += marker.move == MarkerMove::up ? 1 : 0;
      progress.down += marker.move == MarkerMove::down ? 1 : 0;
    }
  }
  return progress;
}

}  // namespace

std::vector<PartnerProgress> partner_progress(const Map& map, std::optional<Date> day, std::optional<Date> since) {
  const PointsById points = marker_points(map, day);
  std::vector<PartnerProgress> all;
  for (const Partner& partner : map->partners) {
    PartnerProgress progress = one_partner(partner, points, since);
    if (progress.markers() > 0) all.push_back(std::move(progress));
  }
  return all;
}

}  // namespace outmap
