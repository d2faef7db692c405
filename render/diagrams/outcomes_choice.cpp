#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "model/text/numbers.hpp"
#include "render/diagrams/outcomes_parts.hpp"

namespace outmap::outcomes {
namespace {

constexpr std::size_t most_in_a_column = 14;  // without asking, a picture stays readable
constexpr std::size_t most_edges = 56;
constexpr std::size_t chosen_outcomes = 5;
constexpr std::size_t best_edges = 48;
constexpr std::size_t room_in_a_column = 18;  // one-line nodes

bool leads_on(const OutcomesDiagram& diagram, const OutcomeEdge& edge) {
  return diagram.nodes[edge.from].column <= diagram.nodes[edge.to].column;
}

std::array<std::size_t, column_count> column_sizes(const OutcomesDiagram& diagram, const std::vector<bool>& kept) {
  std::array<std::size_t, column_count> sizes{};
  for (std::size_t node = 0; node < kept.size(); ++node)
    if (kept[node]) ++sizes[diagram.nodes[node].column];
  return sizes;
}

std::size_t edges_between(const OutcomesDiagram& diagram, const std::vector<bool>& kept) {
  return static_cast<std::size_t>(
      std::count_if(diagram.edges.begin(), diagram.edges.end(),
                    [&](const OutcomeEdge& edge) { return kept[edge.from] && kept[edge.to]; }));
}

bool is_crowded(const OutcomesDiagram& diagram) {
  const std::vector<bool> all(diagram.nodes.size(), true);
  const auto sizes = column_sizes(diagram, all);
  return *std::max_element(sizes.begin(), sizes.end()) > most_in_a_column || diagram.edges.size() > most_edges;
}

/// Outcomes of customers by priority, the one that the finding is about first.
Nodes outcomes_by_priority(const OutcomesDiagram& diagram) {
  Nodes found;
  for (std::size_t node = 0; node < diagram.nodes.size(); ++node)
    if (diagram.nodes[node].role == OutcomeNodeRole::outcome) found.push_back(node);
  const auto gap = [&](std::size_t node) {
    return diagram.nodes[node].gap ? diagram.nodes[node].gap->share.value_or(-1) : -1;
  };
  std::stable_sort(found.begin(), found.end(), [&](std::size_t a, std::size_t b) {
    const OutcomeNode& one = diagram.nodes[a];
    const OutcomeNode& other = diagram.nodes[b];
    if (one.in_finding != other.in_finding) return one.in_finding;
    if (one.priority != other.priority) return one.priority > other.priority;
    return gap(a) > gap(b);
  });
  return found;
}

/// How strongly each node works on the chosen outcomes: the largest product of weights on a way that never leads back a
/// column, times the outcome's rank; an effect without a weight counts as a weak one.
std::vector<double> strength_towards(const OutcomesDiagram& diagram, const Nodes& chosen) {
  constexpr double weak = 0.2;
  constexpr int longest_way = 8;
  std::vector<double> strength(diagram.nodes.size(), 0);
  for (std::size_t rank = 0; rank < chosen.size(); ++rank)
    strength[chosen[rank]] = 1 / (1 + 0.1 * static_cast<double>(rank));
  for (int round = 0; round < longest_way; ++round)
    for (const OutcomeEdge& edge : diagram.edges) {
      if (!leads_on(diagram, edge)) continue;
      const double factor = edge.weight ? std::max(std::abs(*edge.weight), 0.01) : weak;
      strength[edge.from] = std::max(strength[edge.from], factor * strength[edge.to]);
    }
  return strength;
}

class Choice {
 public:
  Choice(OutcomesDiagram& diagram, const DiagramOptions& options) : diagram_(diagram), options_(options) {}

  void run() {
    all_outcomes_ = outcomes_by_priority(diagram_);
    std::vector<bool> kept(diagram_.nodes.size(), true);
    if (options_.focus) kept = neighbourhood();
    if (options_.top)
      kept = ways_to(static_cast<std::size_t>(std::max(0, *options_.top)), room_in_a_column, kept);
    else if (!options_.focus && !options_.everything && is_crowded(diagram_))
      kept = ways_to(chosen_outcomes, best_in_a_column, kept);
    tell(kept);
    const std::size_t edges = edges_between(diagram_, kept);
    keep_only(diagram_, kept);
    if (!options_.everything && !options_.focus && !options_.top && edges > best_edges) keep_strongest_edges();
  }

 private:
  std::vector<bool> neighbourhood() const {
    std::vector<bool> kept(diagram_.nodes.size(), false);
    Nodes queue;
    for (std::size_t node = 0; node < diagram_.nodes.size(); ++node)
      if (diagram_.nodes[node].id == *options_.focus) queue.push_back(node);
    if (queue.empty())
      throw CannotDraw(fmt::format(
          "'{}' has no place on the outcome map: it has no effect on anything and nothing is said to affect "
          "it. Name an element that an influence begins or ends at, or that closes, serves or improves something.",
          *options_.focus));
    kept[queue.front()] = true;
    std::size_t begin = 0;
    for (int hop = 0; hop < options_.hops; ++hop) {
      const std::size_t end = queue.size();
      for (; begin < end; ++begin)
        for (const OutcomeEdge& edge : diagram_.edges)
          for (auto [here, there] : {std::pair(edge.from, edge.to), std::pair(edge.to, edge.from)})
            if (here == queue[begin] && !kept[there]) {
              kept[there] = true;
              queue.push_back(there);
            }
    }
    return kept;
  }

  std::vector<bool> ways_to(std::size_t count, std::size_t room, const std::vector<bool>& allowed) {
    Nodes chosen = all_outcomes_;
    chosen.resize(std::min(count, chosen.size()));
    if (chosen.empty()) chosen = fallback_targets();
    const std::vector<double> strength = strength_towards(diagram_, chosen);
    std::vector<bool> kept(diagram_.nodes.size(), false);
    for (std::size_t node = 0; node < kept.size(); ++node)
      kept[node] = allowed[node] &&
                   (strength[node] > 0 || (diagram_.nodes[node].in_finding && diagram_.nodes[node].column != value));
    for (std::size_t outcome : all_outcomes_) kept[outcome] = false;
    for (std::size_t outcome : chosen) kept[outcome] = allowed[outcome];
    if (!options_.top)
      for (std::size_t column : {means, touchpoints}) prefer_weighted(kept, column);
    for (std::size_t column : {initiatives, means, touchpoints}) keep_strongest(kept, strength, column, room);
    add_value(kept, allowed, room);
    drop_dead_ends(kept, chosen);
    return kept;
  }

  /// On a map without outcomes: whatever leads nowhere.
  Nodes fallback_targets() const {
    std::vector<bool> ends(diagram_.nodes.size(), true);
    for (const OutcomeEdge& edge : diagram_.edges)
      if (edge.from != edge.to) ends[edge.from] = false;
    Nodes found;
    for (std::size_t node = 0; node < ends.size(); ++node)
      if (ends[node] && found.size() < chosen_outcomes) found.push_back(node);
    if (found.empty() && !diagram_.nodes.empty()) found.push_back(0);
    return found;
  }

  /// Where weights tell enough of the story, elements without any are left out.
  void prefer_weighted(std::vector<bool>& kept, std::size_t column) const {
    constexpr std::size_t enough = 4;
    std::vector<bool> weighted(kept.size(), false);
    for (const OutcomeEdge& edge : diagram_.edges)
      if (edge.weight && kept[edge.from] && kept[edge.to]) weighted[edge.from] = weighted[edge.to] = true;
    Nodes members;
    for (std::size_t node = 0; node < kept.size(); ++node)
      if (kept[node] && diagram_.nodes[node].column == column) members.push_back(node);
    const auto told = std::count_if(members.begin(), members.end(), [&](std::size_t node) { return weighted[node]; });
    if (static_cast<std::size_t>(told) < enough) return;
    for (std::size_t node : members) kept[node] = weighted[node] || diagram_.nodes[node].in_finding;
  }

  void keep_strongest(std::vector<bool>& kept, const std::vector<double>& strength, std::size_t column,
                      std::size_t room) const {
    Nodes members;
    for (std::size_t node = 0; node < kept.size(); ++node)
      if (kept[node] && diagram_.nodes[node].column == column) members.push_back(node);
    std::stable_sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
      if (diagram_.nodes[a].in_finding != diagram_.nodes[b].in_finding) return diagram_.nodes[a].in_finding;
      return strength[a] > strength[b];
    });
    for (std::size_t rank = room; rank < members.size(); ++rank) kept[members[rank]] = false;
  }

  void add_value(std::vector<bool>& kept, const std::vector<bool>& allowed, std::size_t room) const {
    std::vector<std::pair<double, std::size_t>> fed;
    for (std::size_t node = 0; node < kept.size(); ++node) {
      if (diagram_.nodes[node].column != value || !allowed[node]) continue;
      kept[node] = false;
      double flow = 0;
      for (const OutcomeEdge& edge : diagram_.edges)
        if (edge.to == node && kept[edge.from]) flow += edge.weight ? std::abs(*edge.weight) : 0.1;
      if (flow > 0) fed.emplace_back(-flow, node);
    }
    std::sort(fed.begin(), fed.end());
    for (std::size_t rank = 0; rank < std::min(room, fed.size()); ++rank) kept[fed[rank].second] = true;
  }

  /// What lost its way to the chosen outcomes goes too.
  void drop_dead_ends(std::vector<bool>& kept, const Nodes& chosen) const {
    std::vector<bool> alive(kept.size(), false);
    for (std::size_t outcome : chosen) alive[outcome] = kept[outcome];
    for (std::size_t node = 0; node < kept.size(); ++node)
      if (diagram_.nodes[node].column == value) alive[node] = kept[node];
    for (bool moved = true; moved;) {
      moved = false;
      for (const OutcomeEdge& edge : diagram_.edges)
        if (kept[edge.from] && alive[edge.to] && !alive[edge.from] && leads_on(diagram_, edge))
          alive[edge.from] = moved = true;
    }
    kept = alive;
  }

  /// Every node keeps its strongest way on and its strongest cause; of the rest the strongest.
  void keep_strongest_edges() {
    const auto size_of = [&](std::size_t edge) {
      return diagram_.edges[edge].strong   ? 2
             : diagram_.edges[edge].weight ? std::abs(*diagram_.edges[edge].weight)
                                           : 0.05;
    };
    Nodes order(diagram_.edges.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return size_of(a) > size_of(b); });
    std::vector<bool> leads(diagram_.nodes.size(), false);
    std::vector<bool> is_led_to(diagram_.nodes.size(), false);
    std::vector<bool> kept(diagram_.edges.size(), false);
    std::size_t count = 0;
    for (std::size_t edge : order) {
      const OutcomeEdge& link = diagram_.edges[edge];
      if (leads[link.from] && is_led_to[link.to] && count >= best_edges) continue;
      kept[edge] = leads[link.from] = is_led_to[link.to] = true;
      ++count;
    }
    std::vector<OutcomeEdge> edges;
    for (std::size_t edge = 0; edge < kept.size(); ++edge)
      if (kept[edge]) edges.push_back(std::move(diagram_.edges[edge]));
    const std::size_t dropped = kept.size() - edges.size();
    diagram_.edges = std::move(edges);
    if (dropped == 0) return;
    diagram_.left_out +=
        (diagram_.left_out.empty() ? "" : " · ") + counted(dropped, "weaker link", "weaker links") + " left out";
  }

  std::string name_of_focus() const {
    const auto found = std::ranges::find(diagram_.nodes, *options_.focus, &OutcomeNode::id);
    return found == diagram_.nodes.end() ? *options_.focus : found->name;
  }

  void tell(const std::vector<bool>& kept) {
    std::size_t outcomes = 0, shown = 0;  // wherever they stand: some are value already
    for (std::size_t node = 0; node < kept.size(); ++node) {
      if (diagram_.nodes[node].kind != ElementKind::outcome || diagram_.nodes[node].element.empty()) continue;
      ++outcomes;
      shown += kept[node] ? 1 : 0;
    }
    const auto missing = static_cast<std::size_t>(std::count(kept.begin(), kept.end(), false));
    if (missing == 0) return;
    if (options_.focus)
      diagram_.left_out =
          fmt::format("{} within {} of ‘{}’; {} left out", counted(kept.size() - missing, "element", "elements"),
                      counted(static_cast<std::size_t>(std::max(0, options_.hops)), "link", "links"), name_of_focus(),
                      grouped(static_cast<double>(missing)));
    else
      diagram_.left_out = fmt::format("{} of {} shown: those with the highest priority",
                                      grouped(static_cast<double>(shown)), counted(outcomes, "outcome", "outcomes"));
    const std::size_t others = missing - (outcomes - shown);
    if (!options_.focus && others > 0)
      diagram_.left_out +=
          fmt::format(" · {} with less or no effect on them left out", counted(others, "element", "elements"));
  }

  OutcomesDiagram& diagram_;
  const DiagramOptions& options_;
  Nodes all_outcomes_;
};

}  // namespace

void choose_nodes(OutcomesDiagram& diagram, const DiagramOptions& options) { Choice(diagram, options).run(); }

}  // namespace outmap::outcomes
