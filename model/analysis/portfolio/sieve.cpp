#include "model/analysis/portfolio/sieve.hpp"

#include <algorithm>

namespace outmap {
namespace {

std::vector<const Initiative*> by_id(const Map& map) {
  std::vector<const Initiative*> all;
  for (const Initiative& initiative : map->initiatives) all.push_back(&initiative);
  std::ranges::sort(all, {}, [](const Initiative* initiative) -> const Id& { return initiative->id; });
  return all;
}

/// Sorts out what no plan can hold.
class Sieve {
 public:
  Sieve(const Map& map, const SieveOptions& options) : all_(by_id(map)), options_(options) {
    for (const Initiative* initiative : all_) refuse_for_itself(*initiative);
    while (refuse_for_requirements()) {
    }
  }

  const std::vector<const Initiative*>& all() const { return all_; }
  std::map<Id, Refusal, std::less<>> refused;

 private:
  bool acts(const Initiative& initiative) const { return is_one_of(options_.acting, initiative.id); }
  bool is_there(const Initiative& initiative) const {
    return initiative.status == InitiativeStatus::done || acts(initiative);
  }

  void refuse_for_itself(const Initiative& initiative) {
    if (acts(initiative)) {
      refused[initiative.id] = {NotPlanned::in_scenario, {}};
    } else if (initiative.status == InitiativeStatus::done) {
      refused[initiative.id] = {NotPlanned::done, {}};
    } else if (initiative.status == InitiativeStatus::stopped) {
      refused[initiative.id] = {NotPlanned::stopped, {}};
    } else if (is_one_of(options_.without, initiative.id)) {
      refused[initiative.id] = {NotPlanned::set_aside, {}};
    } else if (const Initiative* rival = rival_there(initiative)) {
      refused[initiative.id] = {NotPlanned::excluded, rival->id};
    } else if (!initiative.cost) {
      refused[initiative.id] = {NotPlanned::no_cost, {}};
    }
  }

  const Initiative* rival_there(const Initiative& initiative) const {
    const auto found = std::ranges::find_if(all_, [&](const Initiative* other) {
      return is_there(*other) &&
             (is_one_of(other->excludes, initiative.id) || is_one_of(initiative.excludes, other->id));
    });
    return found == all_.end() ? nullptr : *found;
  }

  bool refuse_for_requirements() {
    bool changed = false;
    for (const Initiative* initiative : all_) {
      if (refused.contains(initiative->id)) continue;
      const auto missing = std::ranges::find_if(initiative->prerequisites, [&](const Id& id) {
        const auto found = refused.find(id);
        return found != refused.end() && found->second.reason != NotPlanned::done &&
               found->second.reason != NotPlanned::in_scenario;
      });
      if (missing == initiative->prerequisites.end()) continue;
      refused[initiative->id] = {NotPlanned::cannot_be, *missing};
      changed = true;
    }
    return changed;
  }

  std::vector<const Initiative*> all_;
  const SieveOptions& options_;
};

}  // namespace

bool is_one_of(const Ids& ids, const Id& id) { return std::ranges::find(ids, id) != ids.end(); }

Choosable choosable_initiatives(const Map& map, const SieveOptions& options) {
  Sieve sieve(map, options);
  Choosable choosable;
  choosable.refused = std::move(sieve.refused);
  for (const Initiative* initiative : sieve.all()) {
    if (!choosable.refused.contains(initiative->id)) choosable.initiatives.push_back(initiative);
  }
  return choosable;
}

PortfolioItem tied_item(const Initiative& initiative, const InitiativePlaces& places) {
  PortfolioItem item;
  item.cost = initiative.cost.value_or(0);
  for (const Id& id : initiative.prerequisites) {
    if (const auto found = places.find(id); found != places.end()) item.requires_too.push_back(found->second);
  }
  for (const Id& id : initiative.excludes) {
    if (const auto found = places.find(id); found != places.end()) item.excludes.push_back(found->second);
  }
  return item;
}

InitiativePlaces places_of(const std::vector<const Initiative*>& initiatives) {
  InitiativePlaces places;
  for (const Initiative* initiative : initiatives) places.emplace(initiative->id, places.size());
  return places;
}

}  // namespace outmap
