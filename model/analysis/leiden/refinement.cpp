#include "model/analysis/leiden/refinement.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "model/analysis/leiden/prefetch.hpp"
#include "model/analysis/parallel.hpp"
#include "model/analysis/random.hpp"

namespace outmap::leiden {

namespace {

constexpr Node unnumbered = ~Node{0};

/// Refines one cluster after another.
template <class Weights>
class Refiner {
 public:
  Refiner(const Level<Weights>& level, const Objective& objective, std::span<const Node> cluster_of,
          RefinementRoom& room, ClusterRoom& own, std::vector<Node>& part_of)
      : level_(level), objective_(objective), cluster_of_(cluster_of), room_(room), own_(own), part_of_(part_of) {}

  /// Afterwards part_of names the node with which each member's part began.
  void refine(Node cluster, std::span<const Node> members, std::uint64_t seed) {
    if (members.size() == 1) {
      part_of_[members[0]] = members[0];
      return;
    }
    gather_inner_ties(cluster, members);
    Random random(seed + cluster * std::uint64_t{0x9e3779b97f4a7c15});
    own_.visits.resize(members.size());
    const auto visits = std::span(own_.visits);
    std::iota(visits.begin(), visits.end(), 0);
    random.shuffle(visits);
    for (const Node place : visits) {
      const Node node = members[place];
      if (!room_.grown[node] && well_connected(node)) join_a_part(node, place, random);
    }
  }

 private:
  /// Every node becomes a part; ties that stay inside the cluster are copied side by side, as they are read twice.
  void gather_inner_ties(Node cluster, std::span<const Node> members) {
    std::size_t most = 0;
    for (const Node node : members) most += level_.offsets[node + 1] - level_.offsets[node];
    if (own_.targets.size() < most) {
      own_.targets.resize(most);
      own_.weights.resize(most);
    }
    own_.row_starts.clear();
    cluster_size_ = 0;
    Node written = 0;
    for (std::size_t i = 0; i < members.size(); ++i) {
      fetch_ahead(members, i);
      const Node node = members[i];
      own_.row_starts.push_back(written);
      double outward = 0;
      for (auto at = level_.offsets[node]; at < level_.offsets[node + 1]; ++at) {
        const Node target = level_.targets[at];
        const bool inside = cluster_of_[target] == cluster;
        own_.targets[written] = target;
        own_.weights[written] = level_.weights[at];
        outward += inside ? own_.weights[written] : 0;
        written += inside;
      }
      room_.clusters[node] = {level_.sizes[node], 0};
      room_.outward[node] = outward;
      room_.grown[node] = 0;
      part_of_[node] = node;
      cluster_size_ += level_.sizes[node];
    }
    own_.row_starts.push_back(written);
  }

  [[gnu::always_inline]] void fetch_ahead(std::span<const Node> members, std::size_t at) const {
    if (at + 8 >= members.size()) return;
    prefetch(&level_.offsets[members[at + 8]]);
    prefetch_row(level_, members[at + 4]);
    prefetch_around(level_, members[at + 2], cluster_of_.data(), [](Node target) { return target; });
  }

  bool well_connected(Node part) const {
    const double size = room_.clusters[part].size;
    return room_.outward[part] >= objective_.penalty * size * (cluster_size_ - size) - objective_.least_gain;
  }

  void join_a_part(Node node, Node place, Random& random) {
    collect_candidates(node, place);
    const Candidate chosen = choose(random);
    const Node part = chosen.part;
    if (part == node) return;
    part_of_[node] = part;
    room_.grown[part] = 1;
    room_.clusters[part].size += level_.sizes[node];
    room_.outward[part] += room_.outward[node] - 2 * chosen.link;
  }

  /// The well-connected parts around the node where it gains at least 0; itself, with gain 0, is added by choose().
  void collect_candidates(Node node, Node place) {
    Node count = 0;
    own_.touched.resize(
        std::max<std::size_t>(own_.touched.size(), own_.row_starts[place + 1] - own_.row_starts[place]));
    for (Node i = own_.row_starts[place]; i < own_.row_starts[place + 1]; ++i) {
      const Node part = part_of_[own_.targets[i]];
      Cluster& cluster = room_.clusters[part];
      own_.touched[count] = part;
      count += cluster.link == 0;
      cluster.link += own_.weights[i];
    }
    const double price = objective_.penalty * level_.sizes[node];
    own_.candidates.clear();
    for (Node i = 0; i < count; ++i) {
      const Node part = own_.touched[i];
      Cluster& cluster = room_.clusters[part];
      const double gain = cluster.link - price * cluster.size;
      if (gain >= 0 && well_connected(part)) own_.candidates.push_back({part, gain, cluster.link});
      cluster.link = 0;
    }
    own_.candidates.push_back({node, 0, 0});
  }

  /// Draws ∝ exp(gain / temperature), computed from the largest gain down so that nothing overflows.
  const Candidate& choose(Random& random) {
    auto& candidates = own_.candidates;
    double largest = 0;
    for (const auto& candidate : candidates) largest = std::max(largest, candidate.gain);
    // Below this a chance is under e⁻⁴⁰: lost in the rounding of the sum.
    const double floor = largest - 40 * objective_.temperature;
    std::erase_if(candidates, [&](const auto& candidate) { return candidate.gain < floor; });
    if (candidates.size() == 1) return candidates.front();
    double sum = 0;
    for (auto& candidate : candidates) {
      sum += std::exp((candidate.gain - largest) / objective_.temperature);
      candidate.chance = sum;
    }
    const double drawn = random.unit() * sum;
    for (const auto& candidate : candidates) {
      if (drawn < candidate.chance) return candidate;
    }
    return candidates.back();
  }

  const Level<Weights>& level_;
  const Objective& objective_;
  std::span<const Node> cluster_of_;
  RefinementRoom& room_;
  ClusterRoom& own_;
  std::vector<Node>& part_of_;
  double cluster_size_ = 0;
};

/// Gives parts their numbers in the order of the clusters, in place of the nodes that they began with.
void number_parts(const Grouping& clusters, std::vector<Node>& numbers, Refined& refined) {
  std::fill_n(numbers.begin(), refined.part_of.size(), unnumbered);
  refined.cluster_of.clear();
  Node place = 0;
  for (Node cluster = 0; cluster < clusters.count(); ++cluster) {
    const auto members = clusters.group(cluster);
    if (members.empty()) continue;
    for (const Node node : members) {
      Node& number = numbers[refined.part_of[node]];
      if (number == unnumbered) {
        number = static_cast<Node>(refined.cluster_of.size());
        refined.cluster_of.push_back(place);
      }
      refined.part_of[node] = number;
    }
    ++place;
  }
}

/// Clusters from one number to the next hold about as many nodes for each thread; few nodes are not worth a thread.
std::vector<Node> share_out(const Grouping& clusters, std::size_t threads) {
  constexpr std::size_t worth_a_thread = 4096;
  const std::size_t nodes = clusters.nodes.size();
  const std::size_t shares = std::clamp<std::size_t>(nodes / worth_a_thread, 1, threads);
  std::vector<Node> first{0};
  for (std::size_t share = 1; share < shares; ++share) {
    const auto begin = std::ranges::lower_bound(clusters.starts, static_cast<Node>(nodes * share / shares));
    first.push_back(std::min(static_cast<Node>(begin - clusters.starts.begin()), clusters.count()));
  }
  first.push_back(clusters.count());
  return first;
}

}  // namespace

template <class Weights>
void refine(const Level<Weights>& level, const Objective& objective, const Grouping& clusters,
            std::span<const Node> cluster_of, std::uint64_t seed, RefinementRoom& room, Refined& refined) {
  refined.part_of.resize(level.node_count());
  const auto shares = share_out(clusters, room.by_thread.size());
  run_parallel(shares.size() - 1, static_cast<unsigned>(room.by_thread.size()), [&](std::size_t share) {
    Refiner<Weights> refiner(level, objective, cluster_of, room, room.by_thread[share], refined.part_of);
    for (Node cluster = shares[share]; cluster < shares[share + 1]; ++cluster) {
      const auto members = clusters.group(cluster);
      if (!members.empty()) refiner.refine(cluster, members, seed);
    }
  });
  number_parts(clusters, room.numbers, refined);
}

template void refine(const Level<UnitWeights>&, const Objective&, const Grouping&, std::span<const Node>, std::uint64_t,
                     RefinementRoom&, Refined&);
template void refine(const Level<const float*>&, const Objective&, const Grouping&, std::span<const Node>,
                     std::uint64_t, RefinementRoom&, Refined&);
template void refine(const Level<const double*>&, const Objective&, const Grouping&, std::span<const Node>,
                     std::uint64_t, RefinementRoom&, Refined&);

}  // namespace outmap::leiden
