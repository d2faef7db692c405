#include "model/analysis/clusters/betweenness.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <queue>
#include <stdexcept>
#include <utility>

#include "model/analysis/parallel.hpp"
#include "model/analysis/random.hpp"

namespace outmap {
namespace {

/// Sums are taken over these parts of the sources and then over the parts, so that threads do not change a digit.
constexpr std::size_t blocks = 16;
constexpr double closeness = 1e-12;
constexpr double far = std::numeric_limits<double>::infinity();

/// Shortest ways from one source after another. What is known of a node stands together, in half a line of cache; each
/// node's predecessors stand in the row that its ties have in the graph.
class WaySearch {
 public:
  WaySearch(const CompactGraph& graph, bool weighted)
      : graph_(graph),
        weighted_(weighted && !graph.has_unit_weights()),
        nodes_(graph.node_count()),
        before_(graph.targets().size()) {}

  /// For each node the share of the shortest ways from `source` that lead through it, summed over all their ends.
  template <class Add>
  void count_from(std::uint32_t source, Add add) {
    for (const std::uint32_t node : settled_) nodes_[node] = {};
    settled_.clear();
    nodes_[source].length = 0;
    nodes_[source].ways = 1;
    if (weighted_) {
      settle_by_length(source);
    } else {
      settle_by_steps(source);
    }
    for (std::size_t i = settled_.size(); i-- > 1;) {  // the source itself stands first
      const std::uint32_t number = settled_[i];
      const Node& node = nodes_[number];
      const double each = (1 + node.dependency) / node.ways;
      for (std::uint32_t k = 0; k < node.before_count; ++k) {
        Node& before = nodes_[before_[graph_.offsets()[number] + k]];
        before.dependency += before.ways * each;
      }
      add(number, node.dependency);
    }
  }

 private:
  struct Node {
    double length = far;  // of the shortest way from the source
    double ways = 0;      // how many are that short
    double dependency = 0;
    std::uint32_t before_count = 0;
    bool is_settled = false;
  };

  void settle_by_steps(std::uint32_t source) {
    settled_.push_back(source);
    for (std::size_t next = 0; next < settled_.size(); ++next) {
      const std::uint32_t node = settled_[next];
      const double length = nodes_[node].length + 1;
      for (const std::uint32_t other : graph_.neighbours(node)) {
        if (nodes_[other].length == far) {
          nodes_[other].length = length;
          settled_.push_back(other);
        }
        if (nodes_[other].length == length) add_way(node, other);
      }
    }
  }

  void settle_by_length(std::uint32_t source) {
    queue_.emplace(0.0, source);
    while (!queue_.empty()) {
      const std::uint32_t node = queue_.top().second;
      queue_.pop();
      if (nodes_[node].is_settled) continue;
      nodes_[node].is_settled = true;
      settled_.push_back(node);
      const auto row = graph_.neighbours(node);
      for (std::size_t i = 0; i < row.size(); ++i) {
        const double length = nodes_[node].length + 1 / graph_.weight(node, i);
        if (reach(node, row[i], length)) queue_.emplace(length, row[i]);
      }
    }
  }

  /// True where the way over `node` is shorter than what was known.
  bool reach(std::uint32_t node, std::uint32_t other, double length) {
    Node& known = nodes_[other];
    if (known.is_settled) return false;
    if (known.length != far && std::abs(length - known.length) <= closeness * known.length) {
      add_way(node, other);
      return false;
    }
    if (length > known.length) return false;
    known.length = length;
    known.ways = 0;
    known.before_count = 0;
    add_way(node, other);
    return true;
  }

  void add_way(std::uint32_t node, std::uint32_t other) {
    nodes_[other].ways += nodes_[node].ways;
    before_[graph_.offsets()[other] + nodes_[other].before_count++] = node;
  }

  using Entry = std::pair<double, std::uint32_t>;

  const CompactGraph& graph_;
  bool weighted_;
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> before_;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue_;
  std::vector<std::uint32_t> settled_;  // in the order of their distance
};

struct Sums {
  std::vector<double> sum;
  std::vector<double> squares;  // empty where nothing is sampled
};

std::vector<std::uint32_t> choose_sources(std::uint32_t nodes, std::size_t count, std::uint64_t seed) {
  std::vector<std::uint32_t> order(nodes);
  std::iota(order.begin(), order.end(), 0);
  Random random(seed);
  for (std::uint32_t i = 0; i < count; ++i) std::swap(order[i], order[i + random.below(nodes - i)]);
  order.resize(count);
  std::ranges::sort(order);
  return order;
}

Sums count_ways(const CompactGraph& graph, const std::vector<std::uint32_t>& sources, bool with_squares,
                const BetweennessOptions& options) {
  std::vector<Sums> parts(std::min(blocks, sources.size()));
  constexpr std::size_t steps_of_a_tie = 10;
  const std::size_t steps = sources.size() * (graph.node_count() + graph.edge_count()) * steps_of_a_tie;
  run_parallel(
      parts.size(), threads_for(steps, options.threads),
      [&](std::size_t block) {
        Sums& part = parts[block];
        part.sum.assign(graph.node_count(), 0);
        if (with_squares) part.squares.assign(graph.node_count(), 0);
        WaySearch search(graph, options.weighted);
        for (std::size_t i = block; i < sources.size(); i += parts.size()) {
          search.count_from(sources[i], [&](std::uint32_t node, double ways) {
            part.sum[node] += ways;
            if (with_squares) part.squares[node] += ways * ways;
          });
        }
      },
      options.listener, "counting shortest ways");
  for (std::size_t block = 1; block < parts.size(); ++block) {
    for (std::size_t i = 0; i < parts[0].sum.size(); ++i) parts[0].sum[i] += parts[block].sum[i];
    for (std::size_t i = 0; i < parts[0].squares.size(); ++i) parts[0].squares[i] += parts[block].squares[i];
  }
  return std::move(parts[0]);
}

}  // namespace

Betweenness find_betweenness(const CompactGraph& graph, const BetweennessOptions& options) {
  const std::uint32_t nodes = graph.node_count();
  if (options.sources == 0) throw std::invalid_argument("betweenness is counted from 1 source or more");
  Betweenness result;
  result.is_exact = nodes <= options.exact_up_to || options.sources >= nodes;
  result.sources = result.is_exact ? nodes : options.sources;
  result.share.assign(nodes, 0);
  if (!result.is_exact) result.error.assign(nodes, 0);
  if (nodes < 3) return result;

  const Sums sums = count_ways(graph, choose_sources(nodes, result.sources, options.seed), !result.is_exact, options);
  const double n = nodes, k = static_cast<double>(result.sources);
  const double scale = n / k / ((n - 1) * (n - 2));
  for (std::uint32_t node = 0; node < nodes; ++node) result.share[node] = std::min(1.0, sums.sum[node] * scale);
  for (std::uint32_t node = 0; node < result.error.size() && k > 1; ++node) {
    const double variance = std::max(0.0, sums.squares[node] - sums.sum[node] * sums.sum[node] / k) / (k - 1);
    result.error[node] = scale * std::sqrt(k * variance * (1 - k / n));
  }
  return result;
}

}  // namespace outmap
