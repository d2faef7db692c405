#include "model/analysis/clusters/girvan_newman.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <cmath>
#include <stdexcept>

#include "model/analysis/partition_quality.hpp"

namespace outmap {

namespace {

using Node = std::uint32_t;

struct Tie {
  Node from = 0;
  Node to = 0;
  std::int64_t length = 0;
  double betweenness = 0;
  bool removed = false;
};

struct TieProperties {
  std::size_t number = 0;  // among the ties of the component
  std::int64_t length = 0;
  double betweenness = 0;
};
using ComponentGraph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, TieProperties>;

// Whole lengths, so that equally long ways are equal: a multiple of 1 … 16 keeps fractions such as 5/3 exact.
constexpr double length_units = 720'720;
constexpr double longest = 1'000'000;  // times the shortest

/// The rest of the graph while its ties are taken away.
class Shrinking {
 public:
  explicit Shrinking(const CompactGraph& graph)
      : unit_lengths_(graph.has_unit_weights()), ties_of_(graph.node_count()), place_(graph.node_count()) {
    double strongest = 0;
    const auto edges = graph.edges();
    for (const auto& edge : edges) strongest = edge.from != edge.to ? std::max(strongest, edge.weight) : strongest;
    for (const auto& [from, to, weight] : edges) {
      if (from == to) continue;
      const double length = std::min(strongest / weight, longest) * length_units;
      ties_of_[from].push_back(ties_.size());
      ties_of_[to].push_back(ties_.size());
      ties_.push_back({from, to, std::llround(length)});
    }
    label_components();
    for (Node node = 0; node < graph.node_count(); ++node) {
      if (component_of_[node] == node) measure(nodes_around(node));
    }
  }

  bool has_ties() const { return removed_ < ties_.size(); }
  std::uint32_t removed() const { return removed_; }
  std::span<const Node> component_of() const { return component_of_; }  // each called by its first node

  /// Takes away the most loaded tie; true where a component fell in two.
  bool remove_one() {
    Tie& tie = most_loaded();
    tie.removed = true;
    ++removed_;
    const auto nodes = nodes_around(tie.from);
    const bool split = std::ranges::find(nodes, tie.to) == nodes.end();
    measure(nodes);
    if (!split) return false;
    const auto others = nodes_around(tie.to);
    measure(others);
    rename(nodes);
    rename(others);
    return true;
  }

 private:
  Tie& most_loaded() {
    double largest = 0;
    for (const Tie& tie : ties_) largest = tie.removed ? largest : std::max(largest, tie.betweenness);
    return *std::ranges::find_if(
        ties_, [&](const Tie& tie) { return !tie.removed && tie.betweenness >= largest * (1 - 1e-9); });
  }

  void label_components() {
    component_of_.assign(ties_of_.size(), static_cast<Node>(ties_of_.size()));
    for (Node node = 0; node < ties_of_.size(); ++node) {
      if (component_of_[node] == ties_of_.size()) rename(nodes_around(node));
    }
  }

  void rename(const std::vector<Node>& nodes) {
    const Node name = *std::ranges::min_element(nodes);
    for (const Node node : nodes) component_of_[node] = name;
  }

  std::vector<Node> nodes_around(Node start) const {
    std::vector<bool> seen(ties_of_.size(), false);
    std::vector<Node> reached{start};
    seen[start] = true;
    for (std::size_t i = 0; i < reached.size(); ++i) {
      for (const std::size_t number : ties_of_[reached[i]]) {
        const Tie& tie = ties_[number];
        const Node other = tie.from == reached[i] ? tie.to : tie.from;
        if (tie.removed || seen[other]) continue;
        seen[other] = true;
        reached.push_back(other);
      }
    }
    return reached;
  }

  /// Betweenness of the ties among `nodes`, which are one component.
  void measure(const std::vector<Node>& nodes) {
    for (std::size_t i = 0; i < nodes.size(); ++i) place_[nodes[i]] = i;
    std::vector<std::size_t> numbers;
    ComponentGraph component(nodes.size());
    for (const Node node : nodes) {
      for (const std::size_t number : ties_of_[node]) {
        const Tie& tie = ties_[number];
        if (tie.removed || tie.from != node) continue;
        add_edge(place_[tie.from], place_[tie.to], TieProperties{number, tie.length, 0}, component);
      }
    }
    const auto centrality = get(&TieProperties::betweenness, component);
    if (unit_lengths_) {
      brandes_betweenness_centrality(component, boost::edge_centrality_map(centrality));
    } else {
      brandes_betweenness_centrality(
          component, boost::edge_centrality_map(centrality).weight_map(get(&TieProperties::length, component)));
    }
    for (const auto edge : boost::make_iterator_range(edges(component))) {
      ties_[component[edge].number].betweenness = component[edge].betweenness;
    }
  }

  bool unit_lengths_;
  std::vector<Tie> ties_;  // sorted by nodes
  std::vector<std::vector<std::size_t>> ties_of_;
  std::vector<Node> component_of_;
  std::vector<std::size_t> place_;  // of a node in the component at hand
  std::uint32_t removed_ = 0;
};

void refuse(const CompactGraph& graph, const GirvanNewmanOptions& options) {
  if (!(options.resolution >= 0) || !std::isfinite(options.resolution)) {
    throw std::invalid_argument(
        fmt::format("resolution {}: give a finite number from 0 on, such as 1", options.resolution));
  }
  if (graph.node_count() <= options.most_nodes && graph.edge_count() <= options.most_edges) return;
  throw std::length_error(
      fmt::format("{} nodes with {} ties are too many for Girvan–Newman, which takes up to {} and {}: use leiden",
                  graph.node_count(), graph.edge_count(), options.most_nodes, options.most_edges));
}

}  // namespace

GirvanNewmanResult find_by_betweenness(const CompactGraph& graph, const GirvanNewmanOptions& options) {
  refuse(graph, options);
  Shrinking rest(graph);
  GirvanNewmanResult result;
  const auto look = [&] {
    auto partition = number_by_size(rest.component_of());
    const double value = modularity(graph, partition, options.resolution);
    result.steps.push_back({partition.cluster_count, rest.removed(), value});
    if (result.steps.size() > 1 && !(value > result.modularity + 1e-12)) return;
    result.modularity = value;
    result.partition = std::move(partition);
  };
  look();
  while (rest.has_ties()) {
    if (rest.remove_one()) look();
  }
  return result;
}

}  // namespace outmap
