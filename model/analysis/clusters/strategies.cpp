#include "model/analysis/clusters/strategies.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "model/analysis/closing.hpp"
#include "model/analysis/clusters/answered_needs.hpp"
#include "model/analysis/clusters/places.hpp"
#include "model/analysis/gaps.hpp"
#include "model/analysis/initiative_reach.hpp"
#include "model/analysis/rounding.hpp"

namespace outmap {
namespace {

using Number = std::optional<double>;
using Places = std::vector<std::uint32_t>;  // in lists sorted by id, ascending

void sort_out(Places& places) {
  std::ranges::sort(places);
  places.erase(std::unique(places.begin(), places.end()), places.end());
}

/// The elements of a list by id, and the place of each id among them.
template <class T>
class Sorted {
 public:
  template <class Wanted>
  Sorted(const std::vector<T>& list, Wanted wanted) {
    for (const T& element : list) {
      if (wanted(element)) elements_.push_back(&element);
    }
    std::ranges::sort(elements_, {}, [](const T* element) -> const Id& { return element->id; });
    for (const T* element : elements_) places_.emplace(element->id, static_cast<std::uint32_t>(places_.size()));
  }

  std::uint32_t size() const { return static_cast<std::uint32_t>(elements_.size()); }
  const T& operator[](std::uint32_t place) const { return *elements_[place]; }
  std::uint32_t place(std::string_view id) const { return places_.at(id); }

  Ids ids(const Places& places) const {
    Ids ids;
    for (const std::uint32_t place : places) ids.push_back(elements_[place]->id);
    return ids;
  }

 private:
  std::vector<const T*> elements_;
  std::unordered_map<std::string_view, std::uint32_t> places_;
};

constexpr auto everything = [](const auto&) { return true; };
constexpr auto not_stopped = [](const Initiative& each) { return each.status != InitiativeStatus::stopped; };

/// What an initiative does, whichever cluster it is for.
struct Service {
  std::map<std::uint32_t, double> shares;    // of gaps, by outcome, where they and the priority are known
  std::map<std::uint32_t, Places> outcomes;  // by need: through which it is served
  Ids harmed;
};

/// Needs, outcomes and initiatives of a map, tied once for all clusters.
class ServiceTable {
 public:
  ServiceTable(const Map& map, const LevelTable& levels, const StrategyOptions& options)
      : answered_(answer_needs(map, levels)),
        needs_(map->needs, everything),
        outcomes_(map->outcomes, everything),
        initiatives_(map->initiatives, not_stopped),
        priorities_(outcomes_.size()),
        answering_(needs_.size()),
        serving_(needs_.size()) {
    GapOptions gaps;
    gaps.as_of = options.as_of;
    gaps.alpha = options.alpha;
    for (const GapRow& row : find_gaps(map, levels, gaps).rows) priorities_[outcomes_.place(row.id)] = row.priority;
    for (std::uint32_t need = 0; need < needs_.size(); ++need) {
      for (const Id& outcome : answered(need).outcomes) answering_[need].push_back(outcomes_.place(outcome));
    }
    add_services(map, levels);
  }

  const Sorted<Need>& needs() const { return needs_; }
  const Sorted<Outcome>& outcomes() const { return outcomes_; }
  const Sorted<Initiative>& initiatives() const { return initiatives_; }
  const AnsweredNeed& answered(std::uint32_t need) const { return answered_.at(needs_[need].id); }
  const Places& answering(std::uint32_t need) const { return answering_[need]; }  // outcomes
  const Places& serving(std::uint32_t need) const { return serving_[need]; }      // initiatives
  Number priority(std::uint32_t outcome) const { return priorities_[outcome]; }
  const Service& service(std::uint32_t initiative) const { return services_[initiative]; }

 private:
  void add_services(const Map& map, const LevelTable& levels) {
    const InitiativeReach reach(map);
    const GapClosing closing(map, levels);
    for (std::uint32_t place = 0; place < initiatives_.size(); ++place) {
      const std::string_view start[] = {initiatives_[place].id};
      add_service(place, reach.from(start), closing.of(initiatives_[place]));
    }
  }

  void add_service(std::uint32_t place, const std::unordered_set<std::string_view>& reached,
                   const std::vector<Closing>& closings) {
    Service service;
    for (const Closing& closing : closings) {
      const std::uint32_t outcome = outcomes_.place(closing.outcome);
      if (priority(outcome)) service.shares[outcome] = closing.share;
      if (closing.harm > 0) service.harmed.push_back(closing.outcome);
    }
    for (std::uint32_t need = 0; need < needs_.size(); ++need) {
      Places through;
      for (const std::uint32_t outcome : answering_[need]) {
        if (reached.contains(outcomes_[outcome].id)) through.push_back(outcome);
      }
      if (through.empty() && !reached.contains(needs_[need].id)) continue;
      service.outcomes[need] = std::move(through);
      serving_[need].push_back(place);
    }
    services_.push_back(std::move(service));
  }

  std::unordered_map<std::string_view, AnsweredNeed> answered_;
  Sorted<Need> needs_;
  Sorted<Outcome> outcomes_;
  Sorted<Initiative> initiatives_;
  std::vector<Number> priorities_;
  std::vector<Places> answering_;
  std::vector<Places> serving_;
  std::vector<Service> services_;
};

using NeedCounts = std::map<std::uint32_t, std::size_t>;  // members by need

ClusterNeed describe_need(const ServiceTable& table, std::uint32_t place, std::size_t members) {
  const Need& need = table.needs()[place];
  const AnsweredNeed& answered = table.answered(place);
  return {need.id, need.theme,        answered.importance,
          members, answered.outcomes, table.initiatives().ids(table.serving(place))};
}

ClusterInitiative describe_initiative(const ServiceTable& table, std::uint32_t place, const NeedCounts& needs) {
  const Initiative& initiative = table.initiatives()[place];
  const Service& service = table.service(place);
  ClusterInitiative made;
  made.id = initiative.id;
  made.posture = initiative.posture;
  made.status = initiative.status;
  made.cost = initiative.cost;
  made.harmed = service.harmed;
  Places outcomes;
  for (const auto& [need, through] : service.outcomes) {
    if (!needs.contains(need)) continue;
    made.needs.push_back(table.needs()[need].id);
    outcomes.insert(outcomes.end(), through.begin(), through.end());
  }
  sort_out(outcomes);
  made.outcomes = table.outcomes().ids(outcomes);
  for (const std::uint32_t outcome : outcomes) {
    const auto share = service.shares.find(outcome);
    if (share == service.shares.end()) {
      made.unsaid.push_back(table.outcomes()[outcome].id);
    } else {
      made.potential = made.potential.value_or(0) + *table.priority(outcome) * share->second;
    }
  }
  if (made.potential && made.cost && *made.cost > 0) made.per_cost = *made.potential / *made.cost;
  return made;
}

/// What all of them close together: each closes its share of what the others leave.
double joint_potential(const ServiceTable& table, const Places& initiatives, const Places& outcomes) {
  double sum = 0;
  for (const std::uint32_t outcome : outcomes) {
    if (!table.priority(outcome)) continue;
    double open = 1;
    for (const std::uint32_t initiative : initiatives) {
      const auto& shares = table.service(initiative).shares;
      if (const auto share = shares.find(outcome); share != shares.end()) open *= 1 - share->second;
    }
    sum += *table.priority(outcome) * (1 - open);
  }
  return sum;
}

std::size_t place_of(const std::optional<Posture>& posture) { return posture ? static_cast<std::size_t>(*posture) : 3; }

class StrategyMaker {
 public:
  StrategyMaker(const ServiceTable& table, const NeedCounts& needs) : table_(table), needs_(needs) {}

  ClusterStrategy make() {
    add_needs();
    add_initiatives();
    sum_up_postures();
    return std::move(made_);
  }

 private:
  void add_needs() {
    for (const auto& [need, members] : needs_) {
      made_.needs.push_back(describe_need(table_, need, members));
      outcomes_.insert(outcomes_.end(), table_.answering(need).begin(), table_.answering(need).end());
      serving_.insert(serving_.end(), table_.serving(need).begin(), table_.serving(need).end());
    }
    sort_out(outcomes_);
    sort_out(serving_);
    for (const std::uint32_t outcome : outcomes_) made_.open_priority += table_.priority(outcome).value_or(0);
    std::ranges::stable_sort(made_.needs, {}, [](const ClusterNeed& need) {
      const double members = static_cast<double>(need.members);
      return std::pair(falling(need.importance.value_or(0) * members), -members);
    });
    for (const ClusterNeed& need : made_.needs) {
      if (need.initiatives.empty()) made_.unserved.push_back(need.id);
    }
  }

  void add_initiatives() {
    for (const std::uint32_t place : serving_) {
      made_.initiatives.push_back(describe_initiative(table_, place, needs_));
    }
    std::ranges::stable_sort(made_.initiatives, {}, [](const ClusterInitiative& each) {
      return std::pair(falling(each.potential), each.cost.value_or(std::numeric_limits<double>::infinity()));
    });
  }

  void sum_up_postures() {
    std::array<Places, 4> members;
    for (const std::uint32_t place : serving_) members[place_of(table_.initiatives()[place].posture)].push_back(place);
    for (const ClusterInitiative& each : made_.initiatives) {
      PostureShare& share = made_.postures[place_of(each.posture)];
      share.initiatives.push_back(each.id);
      share.cost += each.cost.value_or(0);
      if (!each.cost) ++share.without_cost;
    }
    for (std::size_t place = 0; place < members.size(); ++place) {
      if (place < 3) made_.postures[place].posture = static_cast<Posture>(place);
      made_.postures[place].potential = joint_potential(table_, members[place], outcomes_);
    }
  }

  const ServiceTable& table_;
  const NeedCounts& needs_;
  Places outcomes_;  // that answer the needs
  Places serving_;   // initiatives
  ClusterStrategy made_;
};

template <class People>
void count_needs(const People& people, const std::vector<std::uint32_t>& numbers, const ServiceTable& table,
                 const std::vector<std::uint32_t>& places, std::vector<NeedCounts>& counts) {
  for (std::size_t i = 0; i < people.size(); ++i) {
    const std::uint32_t cluster = places[numbers[i]];
    if (cluster == no_cluster) continue;
    Places needs;
    for (const Id& need : people[i].needs) needs.push_back(table.needs().place(need));
    sort_out(needs);
    for (const std::uint32_t need : needs) ++counts[cluster][need];
  }
}

}  // namespace

std::vector<ClusterStrategy> find_strategies(const Map& map, const Similarity& similarity,
                                             std::span<const std::vector<std::uint32_t>> clusters,
                                             const StrategyOptions& options) {
  return find_strategies(map, LevelTable(map, as_of(map, options.as_of)), similarity, clusters, options);
}

std::vector<ClusterStrategy> find_strategies(const Map& map, const LevelTable& levels, const Similarity& similarity,
                                             std::span<const std::vector<std::uint32_t>> clusters,
                                             const StrategyOptions& options) {
  const std::vector<std::uint32_t> places = places_in(clusters, similarity.size());
  std::vector<NeedCounts> counts(clusters.size());
  const PeopleNumbers numbers = number_people(map);
  const ServiceTable table(map, levels, options);
  count_needs(map->customers, numbers.customers, table, places, counts);
  count_needs(map->partners, numbers.partners, table, places, counts);
  std::vector<ClusterStrategy> strategies;
  for (const NeedCounts& needs : counts) strategies.push_back(StrategyMaker(table, needs).make());
  return strategies;
}

}  // namespace outmap
