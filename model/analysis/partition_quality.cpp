#include "model/analysis/partition_quality.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace outmap {

namespace {

struct Weights {
  double inside = 0;
  double strength = 0;
};

std::vector<Weights> weights_by_cluster(const CompactGraph& graph, const Partition& partition) {
  std::vector<Weights> weights(partition.cluster_count);
  for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
    const auto cluster = partition.cluster_of[node];
    const auto row = graph.neighbours(node);
    double twice_inside = 2 * graph.self_loop(node);
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (partition.cluster_of[row[i]] == cluster) twice_inside += graph.weight(node, i);
    }
    weights[cluster].inside += twice_inside / 2;
    weights[cluster].strength += graph.strength(node);
  }
  return weights;
}

std::vector<std::uint32_t> sizes_of(const Partition& partition) {
  std::vector<std::uint32_t> sizes(partition.cluster_count, 0);
  for (const auto cluster : partition.cluster_of) ++sizes[cluster];
  return sizes;
}

double pairs(double count) { return count * (count - 1) / 2; }

}  // namespace

double modularity(const CompactGraph& graph, const Partition& partition, double resolution) {
  const double m = graph.total_weight();
  if (m == 0) return 0;
  double sum = 0;
  for (const auto& [inside, strength] : weights_by_cluster(graph, partition)) {
    const double share = strength / (2 * m);
    sum += inside / m - resolution * share * share;
  }
  return sum;
}

double cpm_value(const CompactGraph& graph, const Partition& partition, double resolution) {
  double sum = 0;
  for (const auto& cluster : weights_by_cluster(graph, partition)) sum += cluster.inside;
  for (const auto size : sizes_of(partition)) sum -= resolution * pairs(size);
  return sum;
}

std::vector<ClusterShape> cluster_shapes(const CompactGraph& graph, const Partition& partition) {
  const auto weights = weights_by_cluster(graph, partition);
  const auto sizes = sizes_of(partition);
  std::vector<double> tied_pairs(partition.cluster_count, 0);
  for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
    for (const auto other : graph.neighbours(node)) {
      if (other > node && partition.cluster_of[other] == partition.cluster_of[node])
        ++tied_pairs[partition.cluster_of[node]];
    }
  }
  std::vector<ClusterShape> shapes;
  for (std::uint32_t c = 0; c < partition.cluster_count; ++c) {
    ClusterShape shape{sizes[c], weights[c].inside, std::max(0.0, weights[c].strength - 2 * weights[c].inside), {}, {}};
    if (sizes[c] > 1) shape.density = tied_pairs[c] / pairs(sizes[c]);
    const double smaller = std::min(weights[c].strength, 2 * graph.total_weight() - weights[c].strength);
    if (smaller > 0) shape.conductance = std::min(1.0, shape.weight_outward / smaller);
    shapes.push_back(shape);
  }
  return shapes;
}

namespace {

/// How many nodes lie in each pair of clusters, pairs without nodes left out.
std::vector<double> shared_counts(const Partition& a, const Partition& b) {
  std::vector<std::uint64_t> keys;
  keys.reserve(a.cluster_of.size());
  for (std::size_t i = 0; i < a.cluster_of.size(); ++i) {
    keys.push_back(std::uint64_t{a.cluster_of[i]} << 32 | b.cluster_of[i]);
  }
  std::sort(keys.begin(), keys.end());
  std::vector<double> counts;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (i == 0 || keys[i] != keys[i - 1]) counts.push_back(0);
    ++counts.back();
  }
  return counts;
}

void refuse_different_nodes(const Partition& a, const Partition& b) {
  if (a.cluster_of.size() == b.cluster_of.size()) return;
  throw std::invalid_argument(
      fmt::format("partitions of {} and of {} nodes cannot be compared: give two of the same nodes",
                  a.cluster_of.size(), b.cluster_of.size()));
}

template <class Counts>
double sum_of_pairs(const Counts& counts) {
  double sum = 0;
  for (const auto count : counts) sum += pairs(count);
  return sum;
}

/// Entropy of shares count / n, in nats.
template <class Counts>
double entropy(const Counts& counts, double n) {
  double sum = 0;
  for (const auto count : counts) sum -= count / n * std::log(count / n);
  return sum;
}

}  // namespace

double adjusted_rand_index(const Partition& a, const Partition& b) {
  refuse_different_nodes(a, b);
  const double together_a = sum_of_pairs(sizes_of(a));
  const double together_b = sum_of_pairs(sizes_of(b));
  const double all = pairs(static_cast<double>(a.cluster_of.size()));
  const double expected = all > 0 ? together_a * together_b / all : 0;
  const double most = (together_a + together_b) / 2;
  if (most == expected) return 1;
  return (sum_of_pairs(shared_counts(a, b)) - expected) / (most - expected);
}

double normalised_mutual_information(const Partition& a, const Partition& b) {
  refuse_different_nodes(a, b);
  if (a.cluster_count <= 1 && b.cluster_count <= 1) return 1;
  const double n = static_cast<double>(a.cluster_of.size());
  const double entropy_a = entropy(sizes_of(a), n);
  const double entropy_b = entropy(sizes_of(b), n);
  const double shared = entropy_a + entropy_b - entropy(shared_counts(a, b), n);
  return std::clamp(2 * shared / (entropy_a + entropy_b), 0.0, 1.0);
}

}  // namespace outmap
