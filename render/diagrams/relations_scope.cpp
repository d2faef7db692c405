#include "render/diagrams/relations_scope.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/pending/disjoint_sets.hpp>
#include <numeric>
#include <tuple>

namespace outmap {
namespace {

std::size_t find_focus(const RelationsSource& source, const Id& id) {
  const auto node = source.tied.find(id);
  if (!node) throw CannotDraw("no customer or partner has the id '" + id + "': name one of them with --focus");
  return *node;
}

/// Who is tied to whom, and how strongly: as declared, or by likeness where nothing is.
struct Neighbour {
  std::size_t node = 0;
  double strength = 0;
};
using Neighbours = std::vector<std::vector<Neighbour>>;

Neighbours neighbours_in(const RelationsSource& source) {
  Neighbours neighbours(source.weights.size());
  const auto add = [&](std::size_t a, std::size_t b, double strength) {
    neighbours[a].push_back({b, strength});
    neighbours[b].push_back({a, strength});
  };
  for (const NetworkTie& tie : source.declared.ties) add(tie.a, tie.b, tie.strength);
  if (source.declared.ties.empty())
    for (const WeightedTie& tie : source.tied.ties()) add(tie.a, tie.b, tie.similarity);
  return neighbours;
}

std::vector<std::size_t> ranks_of(const RelationsSource& source) {
  std::vector<std::size_t> rank(source.weights.size());
  const std::vector<std::size_t> order = by_importance(source);
  for (std::size_t place = 0; place < order.size(); ++place) rank[order[place]] = place;
  return rank;
}

/// Nodes within `hops` of `start`, nearest first, within one distance by importance.
std::vector<std::size_t> around(const RelationsSource& source, std::size_t start, int hops) {
  const Neighbours neighbours = neighbours_in(source);
  const std::vector<std::size_t> rank = ranks_of(source);
  std::vector<char> seen(neighbours.size(), 0);
  std::vector<std::size_t> found{start};
  seen[start] = 1;
  for (std::size_t begin = 0, hop = 0; hop < static_cast<std::size_t>(std::max(0, hops)) && begin < found.size();
       ++hop) {
    const std::size_t end = found.size();
    for (; begin < end; ++begin)
      for (const Neighbour& other : neighbours[found[begin]])
        if (!seen[other.node]) seen[other.node] = 1, found.push_back(other.node);
    std::sort(found.begin() + static_cast<long>(end), found.end(),
              [&](std::size_t one, std::size_t other) { return rank[one] < rank[other]; });
  }
  return found;
}

std::size_t cluster_at(const RelationsSource& source, int number) {
  const std::size_t count = source.report.clusters.size();
  if (number >= 1 && static_cast<std::size_t>(number) <= count) return static_cast<std::size_t>(number) - 1;
  if (count == 0) throw CannotDraw("the map has no clusters: nobody is tied to anybody");
  throw CannotDraw(
      fmt::format("the map has no cluster {}: --cluster takes 1 to {}, as outmap cluster numbers them", number, count));
}

/// The outsiders with the strongest ties to `inside`, strongest first.
std::vector<std::size_t> partners_outside(const RelationsSource& source, const std::vector<std::size_t>& inside,
                                          std::size_t cluster) {
  const Neighbours neighbours = neighbours_in(source);
  std::vector<double> pull(source.weights.size(), 0);
  std::vector<std::size_t> outside;
  for (const std::size_t node : inside)
    for (const Neighbour& other : neighbours[node]) {
      if (source.cluster_of[other.node] == cluster) continue;
      if (pull[other.node] == 0) outside.push_back(other.node);
      pull[other.node] += other.strength;
    }
  std::sort(outside.begin(), outside.end(), [&](std::size_t one, std::size_t other) {
    return std::tuple(-pull[one], one) < std::tuple(-pull[other], other);
  });
  outside.resize(std::min(outside.size(), most_at_rim));
  return outside;
}

std::vector<std::size_t> in_cluster(const RelationsSource& source, const DiagramOptions& options) {
  const std::size_t cluster = cluster_at(source, *options.cluster);
  std::vector<std::size_t> nodes;
  for (const std::size_t node : by_importance(source))
    if (source.cluster_of[node] == cluster) nodes.push_back(node);
  if (options.top) nodes.resize(std::min(nodes.size(), static_cast<std::size_t>(std::max(1, *options.top))));
  if (!options.everything && !options.top) nodes.resize(std::min(nodes.size(), most_cards - most_at_rim));
  const std::vector<std::size_t> outside = partners_outside(source, nodes, cluster);
  nodes.insert(nodes.end(), outside.begin(), outside.end());
  return nodes;
}

double size_of(const NetworkNode& node) { return node.customer ? node.customer->size : 0; }

}  // namespace

std::vector<double> strengths_of(const RelationNetwork& network) {
  std::vector<double> strengths(network.nodes.size(), 0);
  for (const NetworkTie& tie : network.ties) strengths[tie.a] += tie.strength, strengths[tie.b] += tie.strength;
  return strengths;
}

std::vector<std::size_t> by_importance(const RelationsSource& source) {
  std::vector<std::size_t> order(source.weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
    return std::tuple(-source.weights[one], -size_of(source.declared.nodes[one]), one) <
           std::tuple(-source.weights[other], -size_of(source.declared.nodes[other]), other);
  });
  return order;
}

std::vector<std::size_t> nodes_in_scope(const RelationsSource& source, const DiagramOptions& options) {
  std::vector<std::size_t> nodes;
  if (options.focus)
    nodes = around(source, find_focus(source, *options.focus), options.hops);
  else if (options.cluster)
    nodes = in_cluster(source, options);
  else
    nodes = by_importance(source);
  const bool of_cluster = options.cluster && !options.focus;
  if (options.top && !of_cluster)
    nodes.resize(std::min(nodes.size(), static_cast<std::size_t>(std::max(1, *options.top))));
  if (options.focus && !options.everything) nodes.resize(std::min(nodes.size(), most_cards));
  std::sort(nodes.begin(), nodes.end());
  return nodes;
}

std::vector<std::size_t> ties_to_draw(const RelationsSource& source, const std::vector<std::size_t>& nodes,
                                      std::size_t opened, bool all) {
  const RelationNetwork& network = source.declared;
  std::vector<char> shown(network.nodes.size(), 0);
  for (const std::size_t node : nodes) shown[node] = 1;
  const auto counts = [&](const NetworkTie& tie) {
    const bool touches = source.cluster_of[tie.a] == opened || source.cluster_of[tie.b] == opened;
    return shown[tie.a] && shown[tie.b] && (opened == no_index || touches);
  };
  std::vector<std::size_t> order;
  for (std::size_t tie = 0; tie < network.ties.size(); ++tie)
    if (counts(network.ties[tie])) order.push_back(tie);
  const std::size_t dense = order.size() > nodes.size() * 3 ? 3 : 4;  // halves of a tie for each node
  const std::size_t budget = std::max<std::size_t>(12, nodes.size() * dense / 2);
  if (all || order.size() <= budget) return order;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
    return network.ties[one].strength > network.ties[other].strength;
  });
  boost::disjoint_sets_with_storage<> joined(network.nodes.size());
  std::vector<std::size_t> chosen;
  std::vector<std::size_t> spare;
  for (const std::size_t tie : order) {
    const bool joins = joined.find_set(network.ties[tie].a) != joined.find_set(network.ties[tie].b);
    if (joins) joined.union_set(network.ties[tie].a, network.ties[tie].b);
    (joins ? chosen : spare).push_back(tie);
  }
  const std::size_t room = budget > chosen.size() ? budget - chosen.size() : 0;
  chosen.insert(chosen.end(), spare.begin(), spare.begin() + static_cast<long>(std::min(room, spare.size())));
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

}  // namespace outmap
