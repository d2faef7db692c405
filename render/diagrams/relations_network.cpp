#include "render/diagrams/relations_network.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/connected_components.hpp>
#include <string_view>
#include <tuple>

namespace outmap {
namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

Graph graph_of(const RelationNetwork& network) {
  Graph graph(network.nodes.size());
  for (const NetworkTie& tie : network.ties) boost::add_edge(tie.a, tie.b, graph);
  return graph;
}

std::optional<std::size_t> node_of(const RelationNetwork& network, const Id& id) {
  const auto at = std::lower_bound(network.nodes.begin(), network.nodes.end(), id,
                                   [](const NetworkNode& node, const Id& wanted) { return node.element->id < wanted; });
  if (at == network.nodes.end() || at->element->id != id) return std::nullopt;
  return static_cast<std::size_t>(at - network.nodes.begin());
}

struct Row {
  std::size_t a = 0;
  std::size_t b = 0;
  const Relation* relation = nullptr;
  bool turned = false;  // `from` is the larger end

  auto key() const {
    return std::tuple(a, b, std::string_view(relation->type), relation->strength, relation->directed, turned);
  }
};

std::vector<Row> rows_of(const Map& map, const RelationNetwork& network) {
  std::vector<Row> rows;
  for (const Relation& relation : map->relations) {
    const auto from = node_of(network, relation.from);
    const auto to = node_of(network, relation.to);
    if (!from || !to || *from == *to) continue;
    rows.push_back({std::min(*from, *to), std::max(*from, *to), &relation, *from > *to});
  }
  std::sort(rows.begin(), rows.end(), [](const Row& one, const Row& other) { return one.key() < other.key(); });
  return rows;
}

void add_type(NetworkTie& tie, const Relation& relation) {
  if (tie.types.empty() || tie.types.back().type != relation.type) tie.types.push_back({relation.type, 0});
  tie.types.back().strength += relation.strength;
}

NetworkTie add_up(std::vector<Row>::const_iterator first, std::vector<Row>::const_iterator last) {
  NetworkTie tie{first->a, first->b, 0, 0, false, false, {}};
  bool undirected = false;
  for (auto row = first; row != last; ++row) {
    tie.strength += row->relation->strength;
    ++tie.count;
    add_type(tie, *row->relation);
    undirected = undirected || !row->relation->directed;
    (row->turned ? tie.arrow_a : tie.arrow_b) |= row->relation->directed;
  }
  if (undirected) tie.arrow_a = tie.arrow_b = false;
  std::stable_sort(tie.types.begin(), tie.types.end(),
                   [](const TypeStrength& one, const TypeStrength& other) { return one.strength > other.strength; });
  return tie;
}

void add_nodes(const Map& map, RelationNetwork& network) {
  for (const Customer& customer : map->customers)
    network.nodes.push_back({&customer, &customer.attributes, &customer.needs, &customer, nullptr});
  for (const Partner& partner : map->partners)
    network.nodes.push_back({&partner, &partner.attributes, &partner.needs, nullptr, &partner});
  std::sort(network.nodes.begin(), network.nodes.end(),
            [](const NetworkNode& one, const NetworkNode& other) { return one.element->id < other.element->id; });
}

/// The pieces that the part of `lost` falls into without it.
std::vector<std::vector<std::size_t>> pieces_without(const std::vector<std::vector<std::size_t>>& neighbours,
                                                     std::size_t lost) {
  std::vector<std::vector<std::size_t>> pieces;
  std::vector<char> seen(neighbours.size(), 0);
  seen[lost] = 1;
  for (const std::size_t start : neighbours[lost]) {
    if (seen[start]) continue;
    std::vector<std::size_t> piece{start};
    seen[start] = 1;
    for (std::size_t next = 0; next < piece.size(); ++next)
      for (const std::size_t other : neighbours[piece[next]])
        if (!seen[other]) seen[other] = 1, piece.push_back(other);
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

LossOfNode loss_of(const std::vector<std::vector<std::size_t>>& neighbours, std::size_t node) {
  auto pieces = pieces_without(neighbours, node);
  const auto largest = std::max_element(pieces.begin(), pieces.end(), [](const auto& one, const auto& other) {
    return std::tuple(one.size(), -static_cast<long>(*std::min_element(one.begin(), one.end()))) <
           std::tuple(other.size(), -static_cast<long>(*std::min_element(other.begin(), other.end())));
  });
  LossOfNode loss{node, pieces.size(), {}};
  for (auto piece = pieces.begin(); piece != pieces.end(); ++piece)
    if (piece != largest) loss.cut_off.insert(loss.cut_off.end(), piece->begin(), piece->end());
  std::sort(loss.cut_off.begin(), loss.cut_off.end());
  return loss;
}

}  // namespace

RelationNetwork read_network(const Map& map) {
  RelationNetwork network;
  add_nodes(map, network);
  const std::vector<Row> rows = rows_of(map, network);
  for (auto first = rows.begin(); first != rows.end();) {
    const auto last =
        std::find_if(first, rows.end(), [&](const Row& row) { return row.a != first->a || row.b != first->b; });
    network.ties.push_back(add_up(first, last));
    first = last;
  }
  return network;
}

std::vector<std::size_t> find_parts(const RelationNetwork& network) {
  std::vector<std::size_t> parts(network.nodes.size());
  if (!parts.empty()) boost::connected_components(graph_of(network), parts.data());
  return parts;
}

std::vector<LossOfNode> find_losses(const RelationNetwork& network, std::size_t limit) {
  std::vector<std::size_t> points;
  boost::articulation_points(graph_of(network), std::back_inserter(points));
  std::vector<std::vector<std::size_t>> neighbours(network.nodes.size());
  for (const NetworkTie& tie : network.ties) neighbours[tie.a].push_back(tie.b), neighbours[tie.b].push_back(tie.a);
  std::sort(points.begin(), points.end(), [&](std::size_t one, std::size_t other) {
    return std::tuple(neighbours[other].size(), one) < std::tuple(neighbours[one].size(), other);
  });
  points.resize(std::min(points.size(), limit));
  std::vector<LossOfNode> losses;
  for (const std::size_t point : points) losses.push_back(loss_of(neighbours, point));
  std::stable_sort(losses.begin(), losses.end(), [](const LossOfNode& one, const LossOfNode& other) {
    return one.cut_off.size() > other.cut_off.size();
  });
  return losses;
}

}  // namespace outmap
