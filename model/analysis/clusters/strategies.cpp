#include "model/analysis/clusters/strategies.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "model/analysis/closing.hpp"
#include "model/analysis/clusters/answered_needs.hpp"
#include "model/analysis/clusters/places.hpp"
#include "model/analysis/gaps.hpp"
#include "model/analysis/initiative_reach.hpp"

namespace outmap {
namespace {

using Number = std::optional<double>;
using IdSet = std::set<std::string_view>;

/// Falling; what is missing last; computed numbers that differ in the last digits only are the same.
double falling(Number number) { return number ? -std::round(*number * 1e9) : 1; }

Ids ids_of(const IdSet& set) { return Ids(set.begin(), set.end()); }

/// What an initiative does, whichever cluster it is for.
struct Service {
  const Initiative* initiative = nullptr;
  std::map<std::string_view, double> shares;   // of gaps, by outcome, where they and the priority are known
  std::map<std::string_view, IdSet> outcomes;  // by need: through which it is served
  Ids harmed;
};

/// Needs, outcomes and initiatives of a map, tied once for all clusters.
class ServiceTable {
 public:
  ServiceTable(const Map& map, const StrategyOptions& options)
      : map_(map), levels_(map, as_of(map, options.as_of)), needs_(answer_needs(map, levels_)) {
    GapOptions gaps;
    gaps.as_of = options.as_of;
    gaps.alpha = options.alpha;
    for (const GapRow& row : find_gaps(map, gaps).rows) priorities_[map.get<Outcome>(row.id)->id] = row.priority;
    add_services();
  }

  const Need& need(std::string_view id) const { return *map_.get<Need>(id); }
  const AnsweredNeed& answered(std::string_view id) const { return needs_.at(id); }
  Number priority(std::string_view outcome) const { return priorities_.at(outcome); }
  const std::vector<Service>& services() const { return services_; }

  /// The places in services() of those that serve the need.
  const std::vector<std::size_t>& serving(std::string_view need) const {
    static const std::vector<std::size_t> none;
    const auto found = serving_.find(need);
    return found == serving_.end() ? none : found->second;
  }

 private:
  void add_services() {
    std::vector<const Initiative*> initiatives;  // by id
    for (const Initiative& initiative : map_->initiatives) {
      if (initiative.status != InitiativeStatus::stopped) initiatives.push_back(&initiative);
    }
    std::ranges::sort(initiatives, {}, [](const Initiative* initiative) -> const Id& { return initiative->id; });
    const InitiativeReach reach(map_);
    const GapClosing closing(map_, levels_);
    for (const Initiative* initiative : initiatives) {
      const std::string_view start[] = {initiative->id};
      add_service(*initiative, reach.from(start), closing.of(*initiative));
    }
  }

  void add_service(const Initiative& initiative, const std::unordered_set<std::string_view>& reached,
                   const std::vector<Closing>& closings) {
    Service service;
    service.initiative = &initiative;
    for (const Closing& closing : closings) {
      const Outcome* outcome = map_.get<Outcome>(closing.outcome);
      if (outcome != nullptr && priority(outcome->id)) service.shares[outcome->id] = closing.share;
      if (closing.harm > 0) service.harmed.push_back(closing.outcome);
    }
    for (const auto& [id, need] : needs_) {
      IdSet through;
      for (const Id& outcome : need.outcomes) {
        if (reached.contains(outcome)) through.insert(outcome);
      }
      if (through.empty() && !reached.contains(id)) continue;
      service.outcomes[id] = std::move(through);
      serving_[id].push_back(services_.size());
    }
    services_.push_back(std::move(service));
  }

  const Map& map_;
  LevelTable levels_;
  std::unordered_map<std::string_view, AnsweredNeed> needs_;
  std::unordered_map<std::string_view, Number> priorities_;  // of outcomes
  std::vector<Service> services_;                            // by id of the initiative
  std::unordered_map<std::string_view, std::vector<std::size_t>> serving_;
};

using NeedCounts = std::map<std::string_view, std::size_t>;  // members by need

ClusterNeed describe_need(const ServiceTable& table, std::string_view id, std::size_t members) {
  const AnsweredNeed& answered = table.answered(id);
  ClusterNeed need{Id(id), table.need(id).theme, answered.importance, members, answered.outcomes, {}};
  for (const std::size_t service : table.serving(id)) {
    need.initiatives.push_back(table.services()[service].initiative->id);
  }
  return need;
}

ClusterInitiative describe_initiative(const ServiceTable& table, const Service& service, const NeedCounts& needs) {
  ClusterInitiative made;
  made.id = service.initiative->id;
  made.posture = service.initiative->posture;
  made.status = service.initiative->status;
  made.cost = service.initiative->cost;
  made.harmed = service.harmed;
  IdSet outcomes;
  for (const auto& [need, through] : service.outcomes) {
    if (!needs.contains(need)) continue;
    made.needs.emplace_back(need);
    outcomes.insert(through.begin(), through.end());
  }
  made.outcomes = ids_of(outcomes);
  for (const std::string_view outcome : outcomes) {
    const auto share = service.shares.find(outcome);
    if (share == service.shares.end()) {
      made.unsaid.emplace_back(outcome);
    } else {
      made.potential = made.potential.value_or(0) + *table.priority(outcome) * share->second;
    }
  }
  if (made.potential && made.cost && *made.cost > 0) made.per_cost = *made.potential / *made.cost;
  return made;
}

/// What all of them close together: each closes its share of what the others leave.
double joint_potential(const ServiceTable& table, const std::vector<const Service*>& services, const IdSet& outcomes) {
  double sum = 0;
  for (const std::string_view outcome : outcomes) {
    double open = 1;
    if (!table.priority(outcome)) continue;
    for (const Service* service : services) {
      const auto share = service->shares.find(outcome);
      if (share != service->shares.end()) open *= 1 - share->second;
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
    for (const auto& [id, members] : needs_) {
      made_.needs.push_back(describe_need(table_, id, members));
      for (const Id& outcome : table_.answered(id).outcomes) outcomes_.insert(outcome);
      for (const std::size_t service : table_.serving(id)) serving_.insert(service);
    }
    for (const std::string_view outcome : outcomes_) {
      made_.open_priority += table_.priority(outcome).value_or(0);
    }
    std::ranges::stable_sort(made_.needs, {}, [](const ClusterNeed& need) {
      const double members = static_cast<double>(need.members);
      return std::pair(falling(need.importance.value_or(0) * members), -members);
    });
    for (const ClusterNeed& need : made_.needs) {
      if (need.initiatives.empty()) made_.unserved.push_back(need.id);
    }
  }

  void add_initiatives() {
    for (const std::size_t service : serving_) {
      made_.initiatives.push_back(describe_initiative(table_, table_.services()[service], needs_));
      services_[table_.services()[service].initiative->id] = &table_.services()[service];
    }
    std::ranges::stable_sort(made_.initiatives, {}, [](const ClusterInitiative& each) {
      return std::pair(falling(each.potential), each.cost.value_or(std::numeric_limits<double>::infinity()));
    });
  }

  void sum_up_postures() {
    std::array<std::vector<const Service*>, 4> members;
    for (const ClusterInitiative& each : made_.initiatives) {
      PostureShare& share = made_.postures[place_of(each.posture)];
      members[place_of(each.posture)].push_back(services_.at(each.id));
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
  IdSet outcomes_;                 // that answer the needs
  std::set<std::size_t> serving_;  // places of services
  std::map<std::string_view, const Service*> services_;
  ClusterStrategy made_;
};

template <class People>
void count_needs(const People& people, const Similarity& similarity, const std::vector<std::uint32_t>& places,
                 std::vector<NeedCounts>& counts) {
  for (const auto& person : people) {
    const std::uint32_t cluster = person.needs.empty() ? no_cluster : places[similarity.find(person.id).value()];
    if (cluster == no_cluster) continue;
    for (const std::string_view need : IdSet(person.needs.begin(), person.needs.end())) ++counts[cluster][need];
  }
}

}  // namespace

std::vector<ClusterStrategy> find_strategies(const Map& map, const Similarity& similarity,
                                             std::span<const std::vector<std::uint32_t>> clusters,
                                             const StrategyOptions& options) {
  const std::vector<std::uint32_t> places = places_in(clusters, similarity.size());
  std::vector<NeedCounts> counts(clusters.size());
  count_needs(map->customers, similarity, places, counts);
  count_needs(map->partners, similarity, places, counts);
  const ServiceTable table(map, options);
  std::vector<ClusterStrategy> strategies;
  for (const NeedCounts& needs : counts) strategies.push_back(StrategyMaker(table, needs).make());
  return strategies;
}

}  // namespace outmap
