#include "model/analysis/whatif/gap_changes.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "model/analysis/reach.hpp"

namespace outmap {
namespace {

bool is_held(const Outcome& outcome) { return is_held_by_organisation(outcome) || !outcome.holders.list.empty(); }

Presence presence_of(const Map& before, const Map& after, const Id& id) {
  const Outcome* then = before.get<Outcome>(id);
  const Outcome* now = after.get<Outcome>(id);
  if (now == nullptr) return Presence::gone;
  if (then == nullptr) return Presence::added;
  return is_held(*then) && !is_held(*now) ? Presence::unheld : Presence::stays;
}

using Key = std::pair<std::string_view, std::string_view>;

Key key_of(const Finding& finding) {
  return {finding.code, finding.elements.empty() ? std::string_view(finding.path) : finding.elements.front()};
}

std::set<Key> keys_of(const std::vector<Finding>& findings) {
  std::set<Key> keys;
  for (const Finding& finding : findings) keys.insert(key_of(finding));
  return keys;
}

}  // namespace

std::string_view to_text(Presence presence) {
  switch (presence) {
    case Presence::gone:
      return "gone";
    case Presence::unheld:
      return "unheld";
    case Presence::added:
      return "added";
    case Presence::stays:
      break;
  }
  return "stays";
}

std::vector<GapChange> gap_changes(const Map& map_before, const GapReport& before, const Map& map_after,
                                   const GapReport& after) {
  std::map<std::string_view, GapChange> changes;
  std::size_t rank = 0;
  for (const GapRow& row : before.rows) {
    if (row.holder) continue;
    GapChange& change = changes[row.id];
    change.priority_before = row.priority;
    change.opportunity_before = row.opportunity;
    change.band_before = row.band;
    if (row.priority) change.rank_before = ++rank;
  }
  rank = 0;
  for (const GapRow& row : after.rows) {
    if (row.holder) continue;
    GapChange& change = changes[row.id];
    change.priority_after = row.priority;
    change.opportunity_after = row.opportunity;
    change.band_after = row.band;
    if (row.priority) change.rank_after = ++rank;
  }
  std::vector<GapChange> all;
  for (auto& [id, change] : changes) {
    change.id = id;
    change.presence = presence_of(map_before, map_after, change.id);
    all.push_back(std::move(change));
  }
  std::ranges::stable_sort(
      all, {}, [](const GapChange& change) { return std::pair(change.rank_after == 0, change.rank_after); });
  return all;
}

double priority_gone(const std::vector<GapChange>& changes) {
  double sum = 0;
  for (const GapChange& change : changes) {
    if (change.presence == Presence::gone || change.presence == Presence::unheld)
      sum += change.priority_before.value_or(0);
  }
  return sum;
}

FindingChanges finding_changes(const std::vector<Finding>& before, const Map& map_after,
                               const std::vector<Finding>& after) {
  const std::set<Key> then = keys_of(before), now = keys_of(after);
  FindingChanges changes;
  for (const Finding& finding : after) {
    if (!then.contains(key_of(finding))) changes.opened.push_back(finding);
  }
  for (const Finding& finding : before) {
    const bool is_there =
        std::ranges::all_of(finding.elements, [&](const Id& id) { return map_after.find(id).has_value(); });
    if (is_there && !now.contains(key_of(finding))) changes.closed.push_back(finding);
  }
  return changes;
}

}  // namespace outmap
