#include "tests/support/graphs.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "model/analysis/random.hpp"

namespace outmap::test {

void add_clique(Edges& edges, std::uint32_t first, std::uint32_t size) {
  for (std::uint32_t a = first; a < first + size; ++a) {
    for (std::uint32_t b = a + 1; b < first + size; ++b) edges.push_back({a, b});
  }
}

CompactGraph ring_of_cliques(std::uint32_t count, std::uint32_t size) {
  Edges edges;
  for (std::uint32_t clique = 0; clique < count; ++clique) {
    add_clique(edges, clique * size, size);
    edges.push_back({clique * size, ((clique + 1) % count) * size + 1});
  }
  return CompactGraph::from_edges(count * size, edges);
}

CompactGraph random_graph(const RandomGraphOptions& options) {
  Random random(options.seed);
  Edges edges;
  for (std::uint32_t a = 0; a < options.nodes; ++a) {
    for (std::uint32_t b = a + 1; b < options.nodes; ++b) {
      if (random.unit() < options.chance) edges.push_back({a, b, options.weighted ? 0.1 + 1.9 * random.unit() : 1});
    }
  }
  return CompactGraph::from_edges(options.nodes, edges);
}

CompactGraph planted_groups(std::uint32_t groups, std::uint32_t size, double inside, double across,
                            std::uint64_t seed) {
  Random random(seed);
  Edges edges;
  for (std::uint32_t a = 0; a < groups * size; ++a) {
    for (std::uint32_t b = a + 1; b < groups * size; ++b) {
      if (random.unit() < (a / size == b / size ? inside : across)) edges.push_back({a, b});
    }
  }
  return CompactGraph::from_edges(groups * size, edges);
}

namespace {

std::size_t count_reached(const CompactGraph& graph, const Partition& partition, std::uint32_t start) {
  std::vector<bool> seen(graph.node_count(), false);
  std::vector<std::uint32_t> waiting{start};
  seen[start] = true;
  std::size_t reached = 0;
  while (!waiting.empty()) {
    const auto node = waiting.back();
    waiting.pop_back();
    ++reached;
    for (const auto next : graph.neighbours(node)) {
      if (seen[next] || partition.cluster_of[next] != partition.cluster_of[start]) continue;
      seen[next] = true;
      waiting.push_back(next);
    }
  }
  return reached;
}

}  // namespace

bool clusters_are_connected(const CompactGraph& graph, const Partition& partition) {
  const auto clusters = members_of(partition);
  return std::all_of(clusters.begin(), clusters.end(), [&](const auto& members) {
    return !members.empty() && count_reached(graph, partition, members[0]) == members.size();
  });
}

namespace {

/// Node `next` joins each cluster there is, or opens one more.
double best_from(Partition& partition, std::uint32_t next, const std::function<double(const Partition&)>& value) {
  if (next == partition.cluster_of.size()) return value(partition);
  double best = -1e300;
  const auto clusters = partition.cluster_count;
  for (std::uint32_t cluster = 0; cluster <= clusters; ++cluster) {
    partition.cluster_of[next] = cluster;
    partition.cluster_count = std::max(clusters, cluster + 1);
    best = std::max(best, best_from(partition, next + 1, value));
  }
  partition.cluster_count = clusters;
  return best;
}

class Numbers {
 public:
  std::uint32_t of(const std::string& id) {
    return numbers_.emplace(id, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }
  std::uint32_t count() const { return static_cast<std::uint32_t>(numbers_.size()); }

 private:
  std::map<std::string, std::uint32_t> numbers_;
};

}  // namespace

double best_of_all_partitions(std::uint32_t nodes, const std::function<double(const Partition&)>& value) {
  Partition partition{std::vector<std::uint32_t>(nodes, 0), 0};
  return best_from(partition, 0, value);
}

CompactGraph read_edge_table(const std::filesystem::path& path, bool with_weights) {
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  Numbers numbers;
  Edges edges;
  while (std::getline(file, line)) {
    std::istringstream cells(line);
    std::string from, to, weight;
    std::getline(cells, from, ',');
    std::getline(cells, to, ',');
    std::getline(cells, weight, ',');
    edges.push_back({numbers.of(from), numbers.of(to), with_weights ? std::stod(weight) : 1});
  }
  return CompactGraph::from_edges(numbers.count(), edges);
}

CompactGraph read_gml(const std::filesystem::path& path) {
  std::ifstream file(path);
  Numbers numbers;
  Edges edges;
  std::string word, from, to;
  while (file >> word) {
    if (word == "source") file >> from;
    if (word != "target") continue;
    file >> to;
    edges.push_back({numbers.of(from), numbers.of(to)});
  }
  return CompactGraph::from_edges(numbers.count(), edges);
}

}  // namespace outmap::test
