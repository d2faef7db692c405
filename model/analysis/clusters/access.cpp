#include "model/analysis/clusters/access.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dominator_tree.hpp>
#include <iterator>
#include <map>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "model/analysis/reach.hpp"
#include "model/graph/effects.hpp"

namespace outmap {
namespace {

using Vertex = std::size_t;
using Vertices = std::vector<Vertex>;

bool is_person(ElementKind kind) { return kind == ElementKind::customer || kind == ElementKind::partner; }

/// Which stages serve whom today.
class StageTable {
 public:
  explicit StageTable(const Map& map) {
    for (const Journey& journey : map->journeys) {
      if (journey.when == JourneyState::future) continue;
      for (const Stage& stage : journey.stages) {
        current_.insert(stage.id);
        for (const Id& outcome : stage.outcomes) stages_[outcome].push_back({&journey, stage.id});
      }
    }
    for (auto& [outcome, stages] : stages_) std::ranges::sort(stages, {}, &Place::stage);
  }

  bool is_current(std::string_view stage) const { return current_.contains(stage); }

  /// Writes the stages of the holder's own journeys that hold the outcome, by id; none where it has none.
  void find_own(std::string_view holder, const Id& outcome, std::vector<std::string_view>& own) const {
    own.clear();
    const auto holding = stages_.find(outcome);
    if (holding == stages_.end()) return;
    for (const auto& [journey, stage] : holding->second) {
      if (std::ranges::find(journey->customers, holder) != journey->customers.end()) own.push_back(stage);
    }
  }

 private:
  struct Place {
    const Journey* journey = nullptr;
    std::string_view stage;
  };

  std::unordered_set<std::string_view> current_;
  std::unordered_map<std::string_view, std::vector<Place>> stages_;  // that hold an outcome, by id
};

/// The ways that lead to an element today, as a graph with one beginning.
class WayGraph {
 public:
  WayGraph(const Map& map, const EffectGraph& effects, const AccessSupposed& supposed)
      : map_(map), stages_(map), effects_(effects), supposed_(supposed), owner_(effects_.vertices.size()) {
    find_owners();
    causes_.resize(effects_.vertices.size());
    for (Vertex to = 0; to < causes_.size(); ++to) causes_[to] = causes_of(to);
    for (const Id& idle : supposed_.idle) {
      if (const auto vertex = vertices().find(idle)) causes_[*vertex].clear();
    }
    causes_.emplace_back();
    begin_ = causes_.size() - 1;
  }

  const VertexIds& vertices() const { return effects_.vertices; }

  /// The vertex that stands for the outcome, whose vertex is `whole`, as this holder gets it.
  Vertex target(Vertex whole, const Outcome& outcome, std::string_view holder) {
    stages_.find_own(holder, outcome.id, own_);
    if (own_.empty()) return whole;
    const auto counts = [&](Vertex cause) {
      return cause == begin_ || vertices().kind(cause) != ElementKind::stage ||
             std::ranges::binary_search(own_, std::string_view(vertices().id(cause)));
    };
    if (std::ranges::all_of(causes_[whole], counts)) return whole;
    Vertices causes;
    std::ranges::copy_if(causes_[whole], std::back_inserter(causes), counts);
    const auto [made, is_new] = parts_.emplace(std::pair(whole, causes), causes_.size());
    if (is_new) causes_.push_back(std::move(causes));
    return made->second;
  }

  /// For every vertex its immediate dominator; itself where nothing leads to it.
  Vertices dominators() const {
    Adjacency graph(causes_.size());
    const std::vector<bool> is_reached = reach();
    for (Vertex to = 0; to < causes_.size(); ++to) {
      for (const Vertex from : causes_[to]) {
        if (is_reached[from]) boost::add_edge(from, to, graph);
      }
    }
    Vertices above(causes_.size());
    for (Vertex vertex = 0; vertex < above.size(); ++vertex) above[vertex] = vertex;
    boost::lengauer_tarjan_dominator_tree(
        graph, begin_, boost::make_iterator_property_map(above.begin(), boost::get(boost::vertex_index, graph)));
    return above;
  }

 private:
  using Adjacency = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;

  void find_owners() {
    const auto own = [&](const Element& element, const Id& owner) {
      if (const auto vertex = vertices().find(element.id)) owner_[*vertex] = vertices().find(owner);
    };
    for (const Touchpoint& touchpoint : map_->touchpoints) own(touchpoint, touchpoint.owner);
    for (const Process& process : map_->processes) own(process, process.owner);
  }

  Vertices causes_of(Vertex to) const {
    if (owner_[to]) return {*owner_[to]};
    Vertices causes;
    if (vertices().kind(to) == ElementKind::stage && !stages_.is_current(vertices().id(to))) return causes;
    for (auto [edge, end] = boost::in_edges(to, effects_.edges); edge != end; ++edge) {
      const Effect& effect = effects_.edges[*edge];
      const bool denies = effect.role == EffectRole::influence && effect.weight == 0.0;
      if (!denies) causes.push_back(boost::source(*edge, effects_.edges));
    }
    if (begins(to)) causes.push_back(effects_.vertices.size());  // the beginning, which follows the elements
    std::ranges::sort(causes);
    causes.erase(std::unique(causes.begin(), causes.end()), causes.end());
    return causes;
  }

  bool begins(Vertex vertex) const {
    const ElementKind kind = vertices().kind(vertex);
    if (kind == ElementKind::initiative) {
      const InitiativeStatus status = map_->initiatives[vertices().ref(vertex).index].status;
      return status == InitiativeStatus::running || status == InitiativeStatus::done ||
             std::ranges::find(supposed_.begun, vertices().id(vertex)) != supposed_.begun.end();
    }
    return kind == ElementKind::partner || kind == ElementKind::process || kind == ElementKind::touchpoint;
  }

  std::vector<bool> reach() const {
    std::vector<Vertices> effects(causes_.size());
    for (Vertex to = 0; to < causes_.size(); ++to) {
      for (const Vertex from : causes_[to]) effects[from].push_back(to);
    }
    std::vector<bool> is_reached(causes_.size(), false);
    Vertices waiting = {begin_};
    is_reached[begin_] = true;
    while (!waiting.empty()) {
      const Vertex vertex = waiting.back();
      waiting.pop_back();
      for (const Vertex next : effects[vertex]) {
        if (is_reached[next]) continue;
        is_reached[next] = true;
        waiting.push_back(next);
      }
    }
    return is_reached;
  }

  const Map& map_;
  StageTable stages_;
  const EffectGraph& effects_;
  const AccessSupposed& supposed_;
  std::vector<std::optional<Vertex>> owner_;  // of a touchpoint or process
  std::vector<Vertices> causes_;              // by vertex, sorted: elements, the beginning, outcomes as some get them
  Vertex begin_ = 0;
  std::map<std::pair<Vertex, Vertices>, Vertex> parts_;  // outcomes as some holders get them, by what leads there
  std::vector<std::string_view> own_;                    // of the holder that is asked about
};

/// Whoever stands on every way to `target`.
Vertices people_above(const WayGraph& ways, const Vertices& above, Vertex target) {
  Vertices people;
  for (Vertex vertex = target; above[vertex] != vertex;) {
    vertex = above[vertex];
    if (vertex < ways.vertices().size() && is_person(ways.vertices().kind(vertex))) people.push_back(vertex);
  }
  return people;
}

/// An outcome as one holder gets it; without a holder it is the organisation's.
struct Target {
  const Outcome* outcome;
  const Id* holder;
  Vertex vertex;
};

std::vector<Target> find_targets(const Map& map, WayGraph& ways) {
  std::vector<Target> targets;
  for (const Outcome& outcome : map->outcomes) {
    const auto whole = ways.vertices().find(outcome.id);
    if (!whole) continue;
    for (const Holder& holder : outcome.holders.list)
      targets.push_back({&outcome, &holder.id, ways.target(*whole, outcome, holder.id)});
    if (is_held_by_organisation(outcome)) targets.push_back({&outcome, nullptr, *whole});
  }
  return targets;
}

/// Who gets what outcome, by which ways.
class AccessSearch {
 public:
  AccessSearch(const Map& map, const EffectGraph& effects, const AccessSupposed& supposed)
      : ways_(map, effects, supposed), targets_(find_targets(map, ways_)), above_(ways_.dominators()) {}

  std::vector<OpenOutcome> open() const {
    std::map<std::string_view, OpenOutcome> found;
    for (const Target& target : targets_) {
      if (above_[target.vertex] == target.vertex) continue;
      OpenOutcome& open = found[target.outcome->id];
      open.outcome = target.outcome->id;
      if (target.holder != nullptr) open.holders.push_back(*target.holder);
      if (target.holder == nullptr) open.organisation = true;
    }
    std::vector<OpenOutcome> all;
    for (auto& [id, open] : found) {
      std::ranges::sort(open.holders);
      all.push_back(std::move(open));
    }
    return all;
  }

  std::vector<SoleAccess> sole() const {
    std::map<std::pair<Vertex, std::string_view>, SoleAccess> found;
    for (const Target& target : targets_) {
      for (const Vertex person : people_above(ways_, above_, target.vertex)) {
        const Id& id = ways_.vertices().id(person);
        if (target.holder != nullptr && *target.holder == id) continue;
        SoleAccess& access = found[{person, target.outcome->id}];
        access.person = id;
        access.outcome = target.outcome->id;
        if (target.holder != nullptr) access.holders.push_back(*target.holder);
        if (target.holder == nullptr) access.organisation = true;
      }
    }
    std::vector<SoleAccess> all;
    for (auto& [key, access] : found) {
      std::ranges::sort(access.holders);
      access.holders.erase(std::unique(access.holders.begin(), access.holders.end()), access.holders.end());
      all.push_back(std::move(access));
    }
    return all;
  }

 private:
  WayGraph ways_;
  std::vector<Target> targets_;
  Vertices above_;
};

}  // namespace

std::vector<SoleAccess> find_sole_access(const Map& map) {
  return find_sole_access(map, effect_graph(map, {std::nullopt, true, nullptr, false}));
}

std::vector<SoleAccess> find_sole_access(const Map& map, const EffectGraph& effects) {
  return AccessSearch(map, effects, {}).sole();
}

Access find_access(const Map& map, const EffectGraph& effects, const AccessSupposed& supposed) {
  const AccessSearch search(map, effects, supposed);
  return {search.open(), search.sole()};
}

}  // namespace outmap
