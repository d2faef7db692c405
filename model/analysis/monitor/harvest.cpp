#include "model/analysis/monitor/harvest.hpp"

#include <algorithm>

namespace outmap {
namespace {

bool counts(std::optional<Date> date, std::optional<Date> day) { return !date || !day || *date <= *day; }

std::optional<HarvestStatus> next_status(HarvestStatus status) {
  if (status == HarvestStatus::substantiated) return std::nullopt;
  return static_cast<HarvestStatus>(static_cast<int>(status) + 1);
}

/// What a harvested outcome of status `aim` must say and does not.
std::vector<std::string_view> missing_for(HarvestStatus aim, const Harvest& harvest) {
  std::vector<std::string_view> missing;
  const auto want = [&](bool said, std::string_view field) {
    if (!said) missing.push_back(field);
  };
  if (aim >= HarvestStatus::drafted) {
    want(!harvest.who.empty(), "who");
    want(harvest.date.has_value(), "date");
    want(!harvest.where.empty(), "where");
    want(!harvest.significance.empty(), "significance");
    want(!harvest.contribution.empty(), "contribution");
  }
  if (aim >= HarvestStatus::reviewed) want(!harvest.initiatives.empty() || !harvest.marker.empty(), "initiatives");
  if (aim >= HarvestStatus::substantiated) want(!harvest.substantiated_by.empty(), "substantiated_by");
  return missing;
}

HarvestProgress progress_of(const Harvest& harvest, std::optional<Date> since) {
  HarvestProgress progress;
  progress.id = harvest.id;
  progress.name = harvest.name;
  progress.outcome = harvest.outcome;
  progress.status = harvest.status;
  progress.who = harvest.who;
  progress.date = harvest.date;
  progress.where = harvest.where;
  progress.significance = harvest.significance;
  progress.contribution = harvest.contribution;
  progress.substantiated_by = harvest.substantiated_by;
  progress.initiatives = harvest.initiatives;
  progress.marker = harvest.marker;
  progress.is_new = since && harvest.date && *since < *harvest.date;
  progress.next = next_status(harvest.status);
  progress.missing_fields = missing_for(progress.next.value_or(HarvestStatus::substantiated), harvest);
  return progress;
}

}  // namespace

std::vector<HarvestProgress> harvest_progress(const Map& map, std::optional<Date> day, std::optional<Date> since) {
  std::vector<HarvestProgress> all;
  for (const Harvest& harvest : map->harvest) {
    if (counts(harvest.date, day)) all.push_back(progress_of(harvest, since));
  }
  std::ranges::stable_sort(all, [](const HarvestProgress& a, const HarvestProgress& b) {
    return a.status != b.status ? a.status < b.status : a.date > b.date;
  });
  return all;
}

std::vector<JournalEntry> sorted_journals(const Map& map, std::optional<Date> day) {
  std::vector<JournalEntry> all;
  for (const JournalEntry& entry : map->journals) {
    if (counts(entry.date, day)) all.push_back(entry);
  }
  std::ranges::reverse(all);
  std::ranges::stable_sort(all, [](const JournalEntry& a, const JournalEntry& b) {
    return a.kind != b.kind ? a.kind < b.kind : a.date > b.date;
  });
  return all;
}

}  // namespace outmap
