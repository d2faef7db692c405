#include "model/analysis/whatif/access_changes.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "model/analysis/reach.hpp"
#include "model/graph/effects.hpp"

namespace outmap {
namespace {

/// Initiatives that act.
Ids begun(const Map& map, const IdNumbers& acts) {
  Ids ids;
  for (const IdNumber& act : acts) {
    if (act.value > 0 && map.get<Initiative>(act.id) != nullptr) ids.push_back(act.id);
  }
  return ids;
}

/// What somebody owned who has left, and nobody took over.
template <class T>
void add_orphans(const Map& before, const std::vector<T>& list, Ids& orphans) {
  for (const T& element : list) {
    const T* then = before.get<T>(element.id);
    if (then != nullptr && element.owner.empty() && !then->owner.empty()) orphans.push_back(element.id);
  }
}

Ids orphans_of(const Map& before, const Map& after) {
  Ids orphans;
  add_orphans(before, after->touchpoints, orphans);
  add_orphans(before, after->processes, orphans);
  return orphans;
}

bool holds(const Map& map, const Id& outcome, const Id& holder) {
  const Outcome* found = map.get<Outcome>(outcome);
  return found != nullptr && std::ranges::find(found->holders.list, holder, &Holder::id) != found->holders.list.end();
}

/// Those of `ids` that are not in `others` and hold the outcome in `map`; both sorted.
Ids missing_from(const Ids& ids, const Ids& others, const Map& map, const Id& outcome) {
  Ids missing;
  std::ranges::set_difference(ids, others, std::back_inserter(missing));
  std::erase_if(missing, [&](const Id& id) { return !holds(map, outcome, id); });
  return missing;
}

/// What of `these` is not in `those`, of outcomes and holders that `map`, from which those come, has too.
std::vector<OpenOutcome> only_in(const std::vector<OpenOutcome>& these, const std::vector<OpenOutcome>& those,
                                 const Map& map) {
  std::vector<OpenOutcome> result;
  for (const OpenOutcome& one : these) {
    const Outcome* there = map.get<Outcome>(one.outcome);
    if (there == nullptr) continue;
    const auto same = std::ranges::find(those, one.outcome, &OpenOutcome::outcome);
    const OpenOutcome other = same == those.end() ? OpenOutcome{one.outcome, {}, false} : *same;
    OpenOutcome rest{one.outcome, missing_from(one.holders, other.holders, map, one.outcome),
                     one.organisation && !other.organisation && is_held_by_organisation(*there)};
    if (!rest.holders.empty() || rest.organisation) result.push_back(std::move(rest));
  }
  return result;
}

/// The same of outcomes that hang on one person.
std::vector<SoleAccess> only_in(const std::vector<SoleAccess>& these, const std::vector<SoleAccess>& those,
                                const Map& map) {
  std::map<std::pair<Id, Id>, const SoleAccess*> known;
  for (const SoleAccess& one : those) known[{one.person, one.outcome}] = &one;
  std::vector<SoleAccess> result;
  for (const SoleAccess& one : these) {
    const Outcome* there = map.get<Outcome>(one.outcome);
    if (there == nullptr) continue;
    const auto same = known.find({one.person, one.outcome});
    const SoleAccess other = same == known.end() ? SoleAccess{one.person, one.outcome, {}, false} : *same->second;
    SoleAccess rest{one.person, one.outcome, missing_from(one.holders, other.holders, map, one.outcome),
                    one.organisation && !other.organisation && is_held_by_organisation(*there)};
    if (!rest.holders.empty() || rest.organisation) result.push_back(std::move(rest));
  }
  return result;
}

}  // namespace

AccessChanges access_changes(const MapEffects& before, const MapEffects& after, const IdNumbers& acts) {
  return access_changes(before, find_access(before.map, before.effects), after, acts);
}

AccessChanges access_changes(const MapEffects& map_before, const Access& access_before, const MapEffects& map_after,
                             const IdNumbers& acts) {
  const Map &before = map_before.map, &now = map_after.map;
  const auto& [open_before, sole_before] = access_before;
  const auto [open_now, sole_now] = find_access(now, map_after.effects, {begun(now, acts), orphans_of(before, now)});
  AccessChanges changes;
  changes.lost = only_in(open_before, open_now, now);
  changes.gained = only_in(open_now, open_before, before);
  changes.new_single_points = only_in(sole_now, sole_before, before);
  changes.past_single_points = only_in(sole_before, sole_now, now);
  // What nothing leads to any more hangs on nobody, and is told as lost.
  std::erase_if(changes.past_single_points, [&](const SoleAccess& one) {
    return std::ranges::find(changes.lost, one.outcome, &OpenOutcome::outcome) != changes.lost.end();
  });
  return changes;
}

}  // namespace outmap
