#include "model/analysis/clusters/linkage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <stdexcept>

#include "model/analysis/parallel.hpp"

namespace outmap {

namespace {

/// Clusters, each called by one of its members.
class Linkage {
 public:
  explicit Linkage(PairDistances distances)
      : distances_(std::move(distances)), members_(distances_.size(), 1), alive_(distances_.size()) {
    std::iota(alive_.begin(), alive_.end(), 0);
  }

  std::vector<Merge> run() {
    std::vector<Merge> merges;
    std::vector<std::uint32_t> chain;
    while (alive_.size() > 1) {
      if (chain.empty()) chain.push_back(alive_.front());
      const auto last = chain.back();
      const auto before = chain.size() > 1 ? chain[chain.size() - 2] : last;
      const auto near = nearest(last, before);
      if (near != before) {
        chain.push_back(near);
        continue;
      }
      // Each is the other's nearest, and stays so whatever else joins.
      chain.resize(chain.size() - 2);
      merges.push_back(join(std::min(last, near), std::max(last, near)));
    }
    return merges;
  }

 private:
  /// `before`, if that is as near as any: chains would not end otherwise.
  std::uint32_t nearest(std::uint32_t from, std::uint32_t before) const {
    auto best = before;
    double least = before == from ? std::numeric_limits<double>::infinity() : distances_.at(from, before);
    for (const auto other : alive_) {
      if (other == from || !(distances_.at(from, other) < least)) continue;
      least = distances_.at(from, other);
      best = other;
    }
    return best;
  }

  /// `a` takes in `b`.
  Merge join(std::uint32_t a, std::uint32_t b) {
    const double height = distances_.at(a, b);
    alive_.erase(std::ranges::lower_bound(alive_, b));
    const double share = static_cast<double>(members_[a]) / (members_[a] + members_[b]);
    for (const auto other : alive_) {
      if (other == a) continue;
      double& distance = distances_.at(a, other);
      distance = share * distance + (1 - share) * distances_.at(b, other);
    }
    members_[a] += members_[b];
    return {a, b, height, members_[a]};
  }

  PairDistances distances_;
  std::vector<std::uint32_t> members_;
  std::vector<std::uint32_t> alive_;  // ascending
};

}  // namespace

Dendrogram average_linkage(PairDistances distances) {
  const auto leaves = distances.size();
  return make_dendrogram(leaves, Linkage(std::move(distances)).run());
}

Dendrogram average_linkage(const Similarity& similarity, const LinkageOptions& options) {
  const auto n = static_cast<std::uint32_t>(similarity.size());
  if (similarity.size() > options.most_elements) {
    throw std::length_error(fmt::format(
        "{} customers and partners are too many for average linkage, which keeps the distances of all pairs "
        "({:.1f} GB) and takes up to {}: use leiden",
        similarity.size(), 4e-9 * n * n, options.most_elements));
  }
  PairDistances distances(n);
  run_parallel(n, thread_count(options.threads), [&](std::size_t row) {
    const auto a = static_cast<std::uint32_t>(row);
    for (std::uint32_t b = 0; b < a; ++b) distances.at(a, b) = 1 - similarity.between(a, b);
  });
  return average_linkage(std::move(distances));
}

}  // namespace outmap
