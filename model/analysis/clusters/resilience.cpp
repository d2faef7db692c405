#include "model/analysis/clusters/resilience.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>

#include "model/analysis/clusters/access.hpp"
#include "model/analysis/clusters/cuts.hpp"
#include "model/analysis/levels.hpp"
#include "model/analysis/rounding.hpp"
#include "model/graph/effects.hpp"

namespace outmap {
namespace {

using Number = std::optional<double>;

/// Heads by vertex: a customer counts its size, a partner 1.
std::vector<double> heads_of(const Map& map, const VertexIds& people) {
  std::vector<double> heads(people.size(), 1);
  for (std::size_t vertex = 0; vertex < people.size(); ++vertex) {
    if (people.kind(vertex) == ElementKind::customer) heads[vertex] = map->customers[people.ref(vertex).index].size;
  }
  return heads;
}

double sum_of(const std::vector<double>& numbers) {
  double sum = 0;
  for (const double number : numbers) sum += number;
  return sum;
}

/// What access to an outcome weighs: for each holder, and what is lost of it.
class AccessScale {
 public:
  AccessScale(const Map& map, const LevelTable& levels, const VertexIds& people, const std::vector<double>& heads)
      : map_(map), people_(people), heads_(heads), levels_(levels) {
    for (const Customer& customer : map->customers) all_customers_ += customer.size;
    for (const Outcome& outcome : map->outcomes) outcomes_.push_back(&outcome);
    std::ranges::sort(outcomes_, {}, [](const Outcome* outcome) -> const Id& { return outcome->id; });
    total_ = weigh_all();
    if (total_ > 0) return;
    all_alike_ = true;
    total_ = weigh_all();
  }

  /// Whether anybody holds anything.
  bool has_any() const { return total_ > 0; }

  LostOutcome measure(const SoleAccess& access) const {
    const Outcome& outcome = *map_.get<Outcome>(access.outcome);
    LostOutcome lost;
    lost.id = access.outcome;
    lost.holders = access.holders;
    lost.organisation = access.organisation;
    lost.planned = planned_for(outcome.id);
    double importance = 0, known = 0;
    const auto add = [&](Number each, double heads) {
      lost.heads += heads;
      lost.share += weight(each, heads);
      if (!each) return;
      importance += *each * heads;
      known += heads;
    };
    for (const Holder& holder : sorted(outcome)) {
      if (std::ranges::binary_search(access.holders, holder.id)) {
        add(levels_.of(outcome, holder).importance, heads_behind(holder.id));
      }
    }
    if (access.organisation) add(levels_.whole(outcome).importance, all_customers_);
    if (known > 0) lost.importance = importance / known;
    lost.share = total_ > 0 ? std::min(1.0, lost.share / total_) : 0;
    return lost;
  }

 private:
  static std::vector<Holder> sorted(const Outcome& outcome) {
    std::vector<Holder> holders = outcome.holders.list;
    std::ranges::stable_sort(holders, {}, &Holder::id);
    return holders;
  }

  double heads_behind(std::string_view holder) const {
    const auto vertex = people_.find(holder);
    return vertex ? heads_[*vertex] : 0;
  }

  double weight(Number importance, double heads) const { return all_alike_ ? heads : importance.value_or(0) * heads; }

  double weigh_all() const {
    double sum = 0;
    for (const Outcome* outcome : outcomes_) {
      for (const Holder& holder : sorted(*outcome)) {
        sum += weight(levels_.of(*outcome, holder).importance, heads_behind(holder.id));
      }
      if (is_held_by_organisation(*outcome)) sum += weight(levels_.whole(*outcome).importance, all_customers_);
    }
    return sum;
  }

  Ids planned_for(const Id& outcome) const {
    Ids planned;
    for (const Initiative& initiative : map_->initiatives) {
      const bool is_open =
          initiative.status == InitiativeStatus::idea || initiative.status == InitiativeStatus::planned;
      const bool closes = std::ranges::any_of(
          initiative.closes, [&](const IdNumber& share) { return share.id == outcome && share.value > 0; });
      if (is_open && closes) planned.push_back(initiative.id);
    }
    std::ranges::sort(planned);
    return planned;
  }

  const Map& map_;
  const VertexIds& people_;
  const std::vector<double>& heads_;
  const LevelTable& levels_;
  std::vector<const Outcome*> outcomes_;  // by id, so that sums do not depend on the order of the file
  double all_customers_ = 0;
  double total_ = 0;
  bool all_alike_ = false;  // nobody gave an importance
};

class ResilienceSearch {
 public:
  ResilienceSearch(const Map& map, const LevelTable& levels, const Similarity& similarity,
                   const ResilienceOptions& options)
      : map_(map),
        levels_(levels),
        similarity_(similarity),
        options_(options),
        graph_(relation_graph(map)),
        heads_(heads_of(map, graph_.vertices)),
        all_heads_(sum_of(heads_)),
        cuts_(graph_, heads_) {
    for (const RelationVertex vertex : cuts_.walk()) {
      const bool is_customer = graph_.vertices.kind(vertex) == ElementKind::customer;
      customers_before_.push_back(customers_before_.back() + (is_customer ? 1 : 0));
    }
  }

  ResilienceReport run() {
    report_.parts = cuts_.parts();
    report_.counts_cut_off = boost::num_edges(graph_.edges) > 0;
    add_parts();
    add_outcomes();
    rank();
    add_details();
    add_ties();
    return std::move(report_);
  }

 private:
  Leaving& leaving(RelationVertex vertex) {
    Leaving& made = people_[vertex];
    made.id = graph_.vertices.id(vertex);
    made.kind = graph_.vertices.kind(vertex);
    return made;
  }

  void add_parts() {
    for (const RelationVertex point : cuts_.points()) {
      Leaving& person = leaving(point);
      double heads = 0;
      for (const Piece& piece : cuts_.lost_without(point)) heads += piece.weight;
      const double others = all_heads_ - heads_[point];
      if (others > 0) person.cut_off = std::clamp(heads / others, 0.0, 1.0);
    }
  }

  void add_outcomes() {
    const AccessScale scale(map_, levels_, graph_.vertices, heads_);
    report_.counts_access = scale.has_any();
    for (const SoleAccess& access : find_sole_access(map_, effect_graph(map_, {levels_.day(), true, &levels_}))) {
      if (access.holders.empty() && !access.organisation) continue;
      Leaving& person = leaving(*graph_.vertices.find(access.person));
      person.outcomes.push_back(scale.measure(access));
      person.lost_access = std::min(1.0, person.lost_access + person.outcomes.back().share);
    }
    for (auto& [vertex, person] : people_) {
      std::ranges::stable_sort(person.outcomes, {}, [](const LostOutcome& lost) { return falling(lost.share); });
    }
  }

  double hurt(const Leaving& person) const {
    if (!report_.counts_cut_off) return 100 * person.lost_access;
    if (!report_.counts_access) return 100 * person.cut_off;
    const double a = options_.cut_off_weight;
    return 100 * (a * person.cut_off + (1 - a) * person.lost_access);
  }

  void rank() {
    for (auto& [vertex, person] : people_) {
      person.hurt = hurt(person);
      if (!options_.betweenness.empty()) person.betweenness = options_.betweenness[*similarity_.find(person.id)];
      report_.people.push_back(std::move(person));
    }
    std::ranges::stable_sort(report_.people, {}, [](const Leaving& person) {
      return std::pair(falling(person.hurt), falling(person.betweenness.value_or(0)));
    });
    for (std::size_t i = 0; i < report_.people.size(); ++i) {
      const bool is_equal = i > 0 && falling(report_.people[i].hurt) == falling(report_.people[i - 1].hurt);
      report_.people[i].rank = is_equal ? report_.people[i - 1].rank : i + 1;
    }
  }

  void add_details() {
    const SubstituteFinder substitutes(map_, similarity_, graph_);
    for (std::size_t i = 0; i < report_.people.size(); ++i) {
      Leaving& person = report_.people[i];
      const bool is_detailed = i < options_.detailed;
      for (const Piece& piece : cuts_.lost_without(*graph_.vertices.find(person.id))) {
        person.parts.push_back(describe(piece, is_detailed));
      }
      if (is_detailed) person.substitutes = substitutes.find(person.id, options_.substitutes);
    }
    report_.detailed = std::min(options_.detailed, report_.people.size());
  }

  void add_ties() {
    std::vector<CutTie> ties = cuts_.ties();
    std::ranges::stable_sort(ties, {}, [](const CutTie& tie) { return falling(tie.falls_off.weight); });
    for (std::size_t i = 0; i < ties.size(); ++i) {
      const auto [stays, loses, part] = ties[i];
      report_.ties.push_back({graph_.vertices.id(stays), graph_.vertices.id(loses), strength(stays, loses),
                              describe(part, i < options_.detailed)});
    }
  }

  /// Looked up from the end with fewer ties: a hub may hold many bridges.
  double strength(RelationVertex a, RelationVertex b) const {
    if (boost::out_degree(b, graph_.edges) < boost::out_degree(a, graph_.edges)) std::swap(a, b);
    return graph_.edges[boost::edge(a, b, graph_.edges).first].strength;
  }

  FallenPart describe(const Piece& piece, bool is_detailed) const {
    FallenPart part{piece.members, 0, piece.weight, {}};
    for (const auto& [from, to] : piece.ranges) part.customers += customers_before_[to] - customers_before_[from];
    if (!is_detailed) return part;
    std::vector<RelationVertex> members = cuts_.members_of(piece);
    std::ranges::stable_sort(members, {}, [&](RelationVertex vertex) { return falling(heads_[vertex]); });
    members.resize(std::min(members.size(), options_.named));
    for (const RelationVertex vertex : members) part.named.push_back(graph_.vertices.id(vertex));
    return part;
  }

  const Map& map_;
  const LevelTable& levels_;
  const Similarity& similarity_;
  const ResilienceOptions& options_;
  RelationGraph graph_;
  std::vector<double> heads_;
  double all_heads_;
  Cuts cuts_;
  std::vector<std::size_t> customers_before_ = {0};  // by place in the walk of the cuts
  std::map<RelationVertex, Leaving> people_;         // by id
  ResilienceReport report_;
};

}  // namespace

ResilienceReport find_resilience(const Map& map, const Similarity& similarity, const ResilienceOptions& options) {
  return find_resilience(map, LevelTable(map, as_of(map, options.as_of)), similarity, options);
}

ResilienceReport find_resilience(const Map& map, const LevelTable& levels, const Similarity& similarity,
                                 const ResilienceOptions& options) {
  if (!options.betweenness.empty() && options.betweenness.size() != similarity.size()) {
    throw std::invalid_argument("betweenness is given for " + std::to_string(options.betweenness.size()) + " of " +
                                std::to_string(similarity.size()) + " people: give it for all or for none");
  }
  if (!(options.cut_off_weight >= 0 && options.cut_off_weight <= 1)) {
    throw std::invalid_argument("the weight of being cut off lies between 0 and 1");
  }
  return ResilienceSearch(map, levels, similarity, options).run();
}

}  // namespace outmap
