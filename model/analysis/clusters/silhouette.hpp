// How much nearer the members of a cluster are to one another than to the next cluster.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "model/analysis/listener.hpp"
#include "model/analysis/similarity.hpp"
#include "model/graph/partition.hpp"

namespace outmap {

struct SilhouetteOptions {
  std::uint32_t exact_up_to = 3'000;  // elements; of more a sample is compared
  std::uint32_t sample = 3'000;       // elements, at least 2; time grows with its square
  std::uint64_t seed = 1;             // of the sample
  unsigned threads = 0;               // 0: as many as the machine runs at once; never changes the result
  Listener listener = {};
};

struct SilhouetteReport {
  std::optional<double> whole;                  // mean over all elements, −1 … 1; none below two clusters
  std::vector<std::optional<double>> clusters;  // mean over the members; none where none of them is in the sample
  std::vector<std::optional<double>> elements;  // none outside the sample
  bool is_exact = true;                         // false: estimated from a sample
  std::uint32_t judged = 0;                     // elements whose silhouette was computed
};

/// Distance of two elements, at least 0 and symmetric. Called from several threads.
using PairDistance = std::function<double(std::uint32_t, std::uint32_t)>;

/// Rousseeuw 1987, doi:10.1016/0377-0427(87)90125-7: s(i) = (b − a) / max(a, b), a the mean distance to the others of
/// i's own cluster, b the smallest mean distance to another cluster. 1: well placed; 0: between two clusters, alone in
/// its cluster, or all distances are 0; below 0: nearer to another cluster. A cluster's silhouette is the mean of its
/// members.
///
/// Exact up to `exact_up_to` elements, O(n²) distances. Above, elements are drawn from each cluster, as many as its
/// share of `sample` (at least sample / 2 clusters and at least 2 or all), and compared with each other: a and b are
/// means over the drawn. About sample² distances for any n; where clusters are so many that the least numbers exceed
/// twice the sample, fewer of the drawn are judged. The whole weighs clusters by size. Deterministic. Throws
/// std::invalid_argument for a sample below 2.
SilhouetteReport find_silhouettes(const Partition& partition, const PairDistance& distance,
                                  const SilhouetteOptions& options = {});

/// The same with the distance 1 − similarity. `partition` is of the elements that `similarity` numbers; throws
/// std::invalid_argument where it has another number of nodes.
SilhouetteReport find_silhouettes(const Similarity& similarity, const Partition& partition,
                                  const SilhouetteOptions& options = {});

/// s(i) from the sums of its distances to the members of each cluster, and how many members there are; i itself counts
/// as a member of its cluster `own`. Clusters of 0 members are passed over; 0 where there is no other cluster.
/// O(clusters).
double silhouette_width(std::span<const double> sums, std::span<const std::uint32_t> sizes, std::uint32_t own);

}  // namespace outmap
