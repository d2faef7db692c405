// Which elements join first, and where to cut the tree that they make.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "model/analysis/similarity.hpp"
#include "model/graph/partition.hpp"

namespace outmap {

/// Two branches become one.
struct Merge {
  std::uint32_t first = 0;  // the branch with the smaller first leaf; leaves are 0 … n − 1, merge i makes branch n + i
  std::uint32_t second = 0;
  double height = 0;          // distance of the two
  std::uint32_t members = 0;  // leaves below

  bool operator==(const Merge&) const = default;
};

/// A binary tree over elements. Heights ascend.
struct Dendrogram {
  std::uint32_t leaves = 0;
  std::vector<Merge> merges;         // leaves − 1, or none
  std::vector<std::uint32_t> order;  // leaves from left to right, so that no branches cross; element 0 comes first

  bool operator==(const Dendrogram&) const = default;
};

/// Makes the tree of merges named by one leaf of each side: sorts them by height, in the order given where equal,
/// numbers the branches and orders the leaves. O(n log n).
Dendrogram make_dendrogram(std::uint32_t leaves, std::vector<Merge> by_leaf);

/// Clusters whose branches join up to this height. O(n).
Partition cut_at_height(const Dendrogram& tree, double height);

/// The `clusters` branches that are left before the last merges; from 1 to the number of leaves, else
/// std::invalid_argument. O(n).
Partition cut_into(const Dendrogram& tree, std::uint32_t clusters);

struct BestCutOptions {
  std::uint32_t most_clusters = 30;  // cuts into 2 up to this many are compared
  unsigned threads = 0;              // 0: as many as the machine runs at once; never changes the result
};

struct BestCut {
  Partition partition;
  double height = 0;  // half-way between the merges on both sides of the cut; at the leaves where nothing merged
  double value = 0;   // what was largest
};

/// The cut with the largest mean silhouette (see silhouette.hpp), distance 1 − similarity; among equal ones the one
/// with fewer clusters. Fewer than three elements are one cluster of value 0. O(n²) distances, and O(n ·
/// most_clusters²). `tree` is of the elements that `similarity` numbers, else std::invalid_argument.
BestCut cut_at_best_silhouette(const Dendrogram& tree, const Similarity& similarity,
                               const BestCutOptions& options = {});

/// The same for any value of a partition, such as a modularity.
BestCut cut_at_best(const Dendrogram& tree, const std::function<double(const Partition&)>& value,
                    const BestCutOptions& options = {});

}  // namespace outmap
