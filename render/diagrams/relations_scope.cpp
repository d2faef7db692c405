#include "render/diagrams/relations_scope.hpp"

#include <algorithm>
#include <boost/pending/disjoint_sets.hpp>
#include <numeric>
#include <tuple>

namespace outmap {
namespace {

std::size_t find_focus(const RelationNetwork& network, const Id& id) {
  for (std::size_t node = 0; node < network.nodes.size(); ++node)
    if (network.nodes[node].element->id == id) return node;
  throw CannotDraw("no customer or partner has the id '" + id + "': name one of them with --focus");
}

/// Nodes within `hops` of `start`, nearest first, within one distance by importance.
std::vector<std::size_t> around(const RelationNetwork& network, std::size_t start, int hops) {
  std::vector<std::vector<std::size_t>> neighbours(network.nodes.size());
  for (const NetworkTie& tie : network.ties) neighbours[tie.a].push_back(tie.b), neighbours[tie.b].push_back(tie.a);
  std::vector<std::size_t> rank(network.nodes.size());
  const std::vector<std::size_t> order = by_importance(network);
  for (std::size_t place = 0; place < order.size(); ++place) rank[order[place]] = place;
  std::vector<char> seen(network.nodes.size(), 0);
  std::vector<std::size_t> found{start};
  seen[start] = 1;
  for (std::size_t begin = 0, hop = 0; hop < static_cast<std::size_t>(std::max(0, hops)) && begin < found.size();
       ++hop) {
    const std::size_t end = found.size();
    for (; begin < end; ++begin)
      for (const std::size_t other : neighbours[found[begin]])
        if (!seen[other]) seen[other] = 1, found.push_back(other);
    std::sort(found.begin() + static_cast<long>(end), found.end(),
              [&](std::size_t one, std::size_t other) { return rank[one] < rank[other]; });
  }
  return found;
}

double size_of(const NetworkNode& node) { return node.customer ? node.customer->size : 0; }

}  // namespace

std::vector<double> strengths_of(const RelationNetwork& network) {
  std::vector<double> strengths(network.nodes.size(), 0);
  for (const NetworkTie& tie : network.ties) strengths[tie.a] += tie.strength, strengths[tie.b] += tie.strength;
  return strengths;
}

std::vector<std::size_t> by_importance(const RelationNetwork& network) {
  const std::vector<double> strengths = strengths_of(network);
  std::vector<std::size_t> order(network.nodes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
    return std::tuple(-strengths[one], -size_of(network.nodes[one]), one) <
           std::tuple(-strengths[other], -size_of(network.nodes[other]), other);
  });
  return order;
}

std::vector<std::size_t> nodes_in_scope(const RelationNetwork& network, const DiagramOptions& options) {
  std::vector<std::size_t> nodes;
  if (options.focus)
    nodes = around(network, find_focus(network, *options.focus), options.hops);
  else
    nodes = by_importance(network);
  if (options.top) nodes.resize(std::min(nodes.size(), static_cast<std::size_t>(std::max(1, *options.top))));
  if (options.focus && !options.everything) nodes.resize(std::min(nodes.size(), most_cards));
  std::sort(nodes.begin(), nodes.end());
  return nodes;
}

std::vector<std::size_t> ties_to_draw(const RelationNetwork& network, const std::vector<std::size_t>& nodes, bool all) {
  std::vector<char> shown(network.nodes.size(), 0);
  for (const std::size_t node : nodes) shown[node] = 1;
  std::vector<std::size_t> order;
  for (std::size_t tie = 0; tie < network.ties.size(); ++tie)
    if (shown[network.ties[tie].a] && shown[network.ties[tie].b]) order.push_back(tie);
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
