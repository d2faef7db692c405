#include "model/analysis/clusters/dendrogram.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "model/analysis/clusters/silhouette.hpp"
#include "model/analysis/parallel.hpp"

namespace outmap {

namespace {

/// Which branch each element is in while merges are made.
class Branches {
 public:
  explicit Branches(std::uint32_t leaves) : parent_(leaves), name_(leaves), first_(leaves) {
    std::iota(parent_.begin(), parent_.end(), 0);
    name_ = first_ = parent_;
  }

  std::uint32_t root_of(std::uint32_t leaf) {
    while (parent_[leaf] != leaf) leaf = parent_[leaf] = parent_[parent_[leaf]];
    return leaf;
  }
  std::uint32_t name(std::uint32_t root) const { return name_[root]; }
  std::uint32_t first_leaf(std::uint32_t root) const { return first_[root]; }

  void join(std::uint32_t a, std::uint32_t b, std::uint32_t name) {
    parent_[b] = a;
    name_[a] = name;
    first_[a] = std::min(first_[a], first_[b]);
  }

 private:
  std::vector<std::uint32_t> parent_, name_, first_;
};

std::vector<std::uint32_t> leaf_order(const Dendrogram& tree) {
  std::vector<std::uint32_t> order;
  if (tree.leaves == 0) return order;
  std::vector<std::uint32_t> waiting{static_cast<std::uint32_t>(tree.leaves + tree.merges.size() - 1)};
  while (!waiting.empty()) {
    const auto branch = waiting.back();
    waiting.pop_back();
    if (branch < tree.leaves) {
      order.push_back(branch);
      continue;
    }
    waiting.push_back(tree.merges[branch - tree.leaves].second);
    waiting.push_back(tree.merges[branch - tree.leaves].first);
  }
  return order;
}

/// The branches after the first `count` merges.
Partition after_merges(const Dendrogram& tree, std::size_t count) {
  std::vector<std::uint32_t> branch(tree.leaves + tree.merges.size());
  std::iota(branch.begin(), branch.end(), 0);
  for (std::size_t i = count; i-- > 0;) {
    const auto name = branch[tree.leaves + i];
    branch[tree.merges[i].first] = name;
    branch[tree.merges[i].second] = name;
  }
  branch.resize(tree.leaves);
  return number_by_size(branch);
}

std::uint32_t most_clusters(const Dendrogram& tree, const BestCutOptions& options) {
  return std::min(options.most_clusters, tree.leaves - 1);
}

/// The best of the values, given for 2, 3 … clusters.
BestCut cut_at_largest(const Dendrogram& tree, const std::vector<double>& values) {
  if (values.empty()) {
    return {after_merges(tree, tree.merges.size()), tree.merges.empty() ? 0 : tree.merges.back().height, 0};
  }
  const double largest = *std::ranges::max_element(values);
  const auto best = std::ranges::find_if(values, [&](double value) { return value >= largest - 1e-12; });
  const auto made = tree.leaves - static_cast<std::size_t>(best - values.begin()) - 2;
  const double below = made > 0 ? tree.merges[made - 1].height : 0;
  return {after_merges(tree, made), (below + tree.merges[made].height) / 2, *best};
}

/// Silhouettes of one element in the cuts into 2 … k clusters, from its distances to the clusters of the finest: these
/// are merged one by one.
class WidthsByCut {
 public:
  WidthsByCut(const Dendrogram& tree, std::uint32_t clusters)
      : tree_(tree), finest_(after_merges(tree, tree.leaves - clusters)), sizes_(clusters, 0) {
    for (const auto cluster : finest_.cluster_of) ++sizes_[cluster];
    std::vector<std::uint32_t> cluster_of_branch(tree.leaves + tree.merges.size());
    std::copy(finest_.cluster_of.begin(), finest_.cluster_of.end(), cluster_of_branch.begin());
    for (std::size_t i = 0; i < tree.merges.size(); ++i) {
      const auto into = cluster_of_branch[tree.merges[i].first];
      const auto from = cluster_of_branch[tree.merges[i].second];
      cluster_of_branch[tree.leaves + i] = into;
      if (i >= tree.leaves - clusters) joins_.push_back({into, from});
    }
  }

  /// For 2, 3 … clusters.
  std::vector<double> of(std::uint32_t element, const Similarity& similarity) const {
    std::vector<double> sums(sizes_.size(), 0);
    for (std::uint32_t other = 0; other < tree_.leaves; ++other) {
      if (other != element) sums[finest_.cluster_of[other]] += 1 - similarity.between(element, other);
    }
    auto sizes = sizes_;
    auto own = finest_.cluster_of[element];
    std::vector<double> widths(sizes_.size() - 1);
    for (std::size_t i = 0; i < widths.size(); ++i) {
      widths[widths.size() - 1 - i] = silhouette_width(sums, sizes, own);
      const auto [into, from] = joins_[i];
      sums[into] += sums[from];
      sizes[into] += sizes[from];
      sizes[from] = 0;
      if (own == from) own = into;
    }
    return widths;
  }

 private:
  struct Join {
    std::uint32_t into, from;
  };

  const Dendrogram& tree_;
  Partition finest_;
  std::vector<std::uint32_t> sizes_;
  std::vector<Join> joins_;
};

}  // namespace

Dendrogram make_dendrogram(std::uint32_t leaves, std::vector<Merge> by_leaf) {
  std::ranges::stable_sort(by_leaf, {}, &Merge::height);
  Branches branches(leaves);
  std::vector<std::uint32_t> members(leaves, 1);
  Dendrogram tree{leaves, {}, {}};
  for (const Merge& merge : by_leaf) {
    auto a = branches.root_of(merge.first);
    auto b = branches.root_of(merge.second);
    if (branches.first_leaf(b) < branches.first_leaf(a)) std::swap(a, b);
    members[a] += members[b];
    const auto name = static_cast<std::uint32_t>(leaves + tree.merges.size());
    tree.merges.push_back({branches.name(a), branches.name(b), merge.height, members[a]});
    branches.join(a, b, name);
  }
  tree.order = leaf_order(tree);
  return tree;
}

Partition cut_at_height(const Dendrogram& tree, double height) {
  const auto end = std::ranges::upper_bound(tree.merges, height, {}, &Merge::height);
  return after_merges(tree, static_cast<std::size_t>(end - tree.merges.begin()));
}

Partition cut_into(const Dendrogram& tree, std::uint32_t clusters) {
  if (clusters > tree.leaves || (clusters == 0 && tree.leaves > 0)) {
    throw std::invalid_argument(fmt::format("{} elements cannot be cut into {} clusters: give a number from 1 to {}",
                                            tree.leaves, clusters, tree.leaves));
  }
  return after_merges(tree, tree.leaves - clusters);
}

BestCut cut_at_best_silhouette(const Dendrogram& tree, const Similarity& similarity, const BestCutOptions& options) {
  if (tree.leaves != similarity.size()) {
    throw std::invalid_argument(fmt::format("a tree of {} elements for {} customers and partners: link all of them",
                                            tree.leaves, similarity.size()));
  }
  if (tree.leaves < 3 || options.most_clusters < 2) return cut_at_largest(tree, {});
  const WidthsByCut widths(tree, most_clusters(tree, options));
  std::vector<std::vector<double>> by_element(tree.leaves);
  run_parallel(tree.leaves, thread_count(options.threads), [&](std::size_t element) {
    by_element[element] = widths.of(static_cast<std::uint32_t>(element), similarity);
  });
  std::vector<double> means(by_element[0].size(), 0);
  for (const auto& of_element : by_element) {
    for (std::size_t i = 0; i < means.size(); ++i) means[i] += of_element[i] / tree.leaves;
  }
  return cut_at_largest(tree, means);
}

BestCut cut_at_best(const Dendrogram& tree, const std::function<double(const Partition&)>& value,
                    const BestCutOptions& options) {
  std::vector<double> values;
  if (tree.leaves >= 3) {
    for (std::uint32_t count = 2; count <= most_clusters(tree, options); ++count)
      values.push_back(value(cut_into(tree, count)));
  }
  return cut_at_largest(tree, values);
}

}  // namespace outmap
