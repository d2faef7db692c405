#include "render/diagrams/relations_network.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>

namespace outmap {
namespace {

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

}  // namespace outmap
