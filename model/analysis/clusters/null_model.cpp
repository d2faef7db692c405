#include "model/analysis/clusters/null_model.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "model/analysis/clusters/stability.hpp"
#include "model/analysis/parallel.hpp"
#include "model/analysis/partition_quality.hpp"
#include "model/analysis/random.hpp"

namespace outmap {

namespace {

/// Pairs of nodes in an open table of fixed size; a removal moves later entries back, so that no marks gather.
class PairSet {
 public:
  explicit PairSet(std::size_t most) : slots_(std::bit_ceil(2 * most + 2), none) {}

  bool contains(std::uint64_t pair) const { return slots_[find(pair)] == pair; }
  void insert(std::uint64_t pair) { slots_[find(pair)] = pair; }

  void erase(std::uint64_t pair) {
    std::size_t hole = find(pair);
    for (std::size_t i = next(hole); slots_[i] != none; i = next(i)) {
      // An entry may fill the hole unless its own place lies behind the hole on the way to it.
      const std::size_t wanted = home(slots_[i]);
      if (((i - wanted) & mask()) < ((i - hole) & mask())) continue;
      slots_[hole] = slots_[i];
      hole = i;
    }
    slots_[hole] = none;
  }

 private:
  static constexpr std::uint64_t none = ~std::uint64_t{0};

  std::size_t mask() const { return slots_.size() - 1; }
  std::size_t next(std::size_t i) const { return (i + 1) & mask(); }
  std::size_t home(std::uint64_t pair) const { return ((pair ^ (pair >> 29)) * 0x9e3779b97f4a7c15) >> 20 & mask(); }

  std::size_t find(std::uint64_t pair) const {
    std::size_t i = home(pair);
    while (slots_[i] != pair && slots_[i] != none) i = next(i);
    return i;
  }

  std::vector<std::uint64_t> slots_;
};

std::uint64_t pair_of(std::uint32_t a, std::uint32_t b) { return std::uint64_t{std::min(a, b)} << 32 | std::max(a, b); }

/// Exchanges ends of ties, of which no two join the same nodes.
void swap_ends(std::span<WeightedEdge> ties, Random& random, std::uint32_t swaps_per_tie) {
  if (ties.size() < 2) return;
  PairSet taken(ties.size());
  for (const auto& tie : ties) taken.insert(pair_of(tie.from, tie.to));
  const auto count = static_cast<std::uint32_t>(ties.size());
  for (std::uint64_t left = std::uint64_t{count} * swaps_per_tie; left > 0; --left) {
    WeightedEdge& one = ties[random.below(count)];
    WeightedEdge& two = ties[random.below(count)];
    // Either end of the second may go over: without this turn some graphs would never be reached.
    if (random.bits() >> 63) std::swap(two.from, two.to);
    if (one.from == two.to || two.from == one.to) continue;
    const auto first = pair_of(one.from, two.to);
    const auto second = pair_of(two.from, one.to);
    if (taken.contains(first) || taken.contains(second)) continue;
    taken.erase(pair_of(one.from, one.to));
    taken.erase(pair_of(two.from, two.to));
    taken.insert(first);
    taken.insert(second);
    std::swap(one.to, two.to);
  }
}

void deal_weights(std::span<WeightedEdge> ties, Random& random) {
  std::vector<double> weights;
  weights.reserve(ties.size());
  for (const auto& tie : ties) weights.push_back(tie.weight);
  random.shuffle(std::span(weights));
  for (std::size_t i = 0; i < ties.size(); ++i) ties[i].weight = weights[i];
}

double quality_of(const CompactGraph& graph, const Partition& partition, const LeidenOptions& leiden) {
  return leiden.objective == PartitionObjective::modularity ? modularity(graph, partition, leiden.resolution)
                                                            : cpm_value(graph, partition, leiden.resolution);
}

/// Below this two qualities differ by rounding only.
double rounding(double quality) { return 1e-12 * std::max(1.0, std::abs(quality)); }

void judge(NullModelReport& report) {
  const auto runs = static_cast<double>(report.random.size());
  for (const double value : report.random) report.random_mean += value / runs;
  double squares = 0;
  double as_good = 0;
  for (const double value : report.random) {
    squares += (value - report.random_mean) * (value - report.random_mean);
    as_good += value >= report.quality - rounding(report.quality);
  }
  if (runs > 1) report.random_deviation = std::sqrt(squares / (runs - 1));
  if (report.random_deviation > rounding(report.quality)) {
    report.z = (report.quality - report.random_mean) / report.random_deviation;
  }
  report.share_as_good = as_good / runs;
  report.better_than_chance = report.share_as_good <= 0.05 && report.z.value_or(2) >= 2;
}

}  // namespace

CompactGraph shuffle_ties(const CompactGraph& graph, std::uint64_t seed, std::uint32_t swaps_per_tie) {
  auto edges = graph.edges();
  Random random(seed);
  const auto loops = std::stable_partition(edges.begin(), edges.end(), [](const auto& e) { return e.from != e.to; });
  const auto ties = std::span(edges).first(static_cast<std::size_t>(loops - edges.begin()));
  swap_ends(ties, random, swaps_per_tie);
  if (!graph.has_unit_weights()) deal_weights(ties, random);
  return CompactGraph::from_edges(graph.node_count(), edges);
}

NullModelReport compare_with_chance(const CompactGraph& graph, const Partition& partition, const LeidenOptions& leiden,
                                    const NullModelOptions& options) {
  NullModelReport report;
  report.quality = quality_of(graph, partition, leiden);
  report.random.resize(options.runs == 0 ? runs_for(graph.edge_count()) : options.runs);
  run_parallel(
      report.random.size(), thread_count(options.threads),
      [&](std::size_t run) {
        LeidenOptions other = leiden;
        other.seed = leiden.seed + run;
        other.threads = 1;  // runs share the threads
        const auto random = shuffle_ties(graph, Random(options.seed + run).bits(), options.swaps_per_tie);
        report.random[run] = find_communities(random, other).quality;
      },
      options.listener, "comparing with chance");
  judge(report);
  return report;
}

}  // namespace outmap
