#include "model/analysis/clusters/network.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace outmap {
namespace {

constexpr TieWeightOptions tie_weights{};

struct FoundTies {
  std::vector<WeightedTie> ties;
  bool is_exact = true;
};

FoundTies find_ties(const Map& map, const Similarity& similarity, const NetworkOptions& options) {
  FoundTies found;
  std::vector<DeclaredTie> declared;
  if (options.from != TieSource::attributes) declared = declared_ties(map, similarity);
  std::vector<SimilarPair> similar;
  if (options.from != TieSource::relations) {
    const NeighbourLists neighbours = find_neighbours(similarity, options.neighbours);
    found.is_exact = neighbours.is_exact();
    similar = pair_neighbours(neighbours, options.rule);
  }
  found.ties = weigh_ties(declared, similar, tie_weights);
  std::erase_if(found.ties, [](const WeightedTie& tie) { return !(tie.weight > 0); });  // too weak to be told from 0
  return found;
}

CompactGraph make_graph(std::size_t nodes, const std::vector<WeightedTie>& ties) {
  std::vector<WeightedEdge> edges;
  edges.reserve(ties.size());
  for (const WeightedTie& tie : ties) edges.push_back({tie.a, tie.b, tie.weight});
  return CompactGraph::from_edges(static_cast<std::uint32_t>(nodes), edges);
}

/// Spreads the bits of a number over a word (SplitMix64).
std::uint64_t mixed(std::uint64_t bits) {
  bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
  bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
  return bits ^ (bits >> 31);
}

/// What a node looks like now, given what its neighbours looked like: a sum, which does not depend on their order.
std::uint64_t next_colour(const CompactGraph& graph, const std::vector<std::uint64_t>& colours, std::uint32_t node) {
  std::uint64_t sum = mixed(colours[node]);
  const auto neighbours = graph.neighbours(node);
  for (std::size_t i = 0; i < neighbours.size(); ++i) {
    sum += mixed(colours[neighbours[i]] + mixed(std::bit_cast<std::uint64_t>(graph.weight(node, i))));
  }
  return sum;
}

}  // namespace

std::string_view to_text(TieSource from) {
  if (from == TieSource::relations) return "relations";
  return from == TieSource::attributes ? "attributes" : "both";
}

std::string_view to_text(ClusterMethod method) {
  if (method == ClusterMethod::leiden) return "leiden";
  return method == ClusterMethod::linkage ? "linkage" : "girvan-newman";
}

std::string_view to_text(PartitionObjective objective) {
  return objective == PartitionObjective::modularity ? "modularity" : "cpm";
}

ClusterNetwork::ClusterNetwork(const Map& map, const NetworkOptions& options)
    : options_(options), similarity_(map, options.similarity) {
  FoundTies found = find_ties(map, similarity_, options_);
  ties_ = std::move(found.ties);
  is_exact_ = found.is_exact;
  graph_ = make_graph(similarity_.size(), ties_);
}

double declared_weight(const WeightedTie& tie) {
  return tie.strength > 0 ? tie.weight - tie_weights.similarity_weight * tie.similarity : 0;
}

std::vector<std::uint32_t> structural_rank(const CompactGraph& graph) {
  constexpr int rounds = 8;
  std::vector<std::uint64_t> colours(graph.node_count());
  for (std::uint32_t node = 0; node < graph.node_count(); ++node) colours[node] = graph.degree(node);
  for (int round = 0; round < rounds; ++round) {
    std::vector<std::uint64_t> next(colours.size());
    for (std::uint32_t node = 0; node < graph.node_count(); ++node) next[node] = next_colour(graph, colours, node);
    colours = std::move(next);
  }
  std::vector<std::uint32_t> order(colours.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, {}, [&](std::uint32_t node) { return colours[node]; });
  std::vector<std::uint32_t> rank(order.size());
  for (std::uint32_t place = 0; place < order.size(); ++place) rank[order[place]] = place;
  return rank;
}

}  // namespace outmap
