// What sets a cluster apart: attributes, needs and tags that its members have and others have not.
#pragma once

#include <vector>

#include "model/analysis/clusters/report.hpp"
#include "model/analysis/profile_table.hpp"
#include "model/graph/partition.hpp"

namespace outmap {

struct TraitOptions {
  std::size_t most = 8;           // traits kept for a cluster
  double prior = 2;               // elements like the whole that are added to both sides of a comparison
  double least_evidence = 1.96;   // standard errors
  double least_lift = 1.25;       // of categories, words, needs and tags
  double least_contrast = 0.1;    // of the same
  double least_difference = 0.5;  // of numbers, in standard deviations
  std::size_t per_attribute = 2;  // values of one attribute that are kept for a cluster
};

/// The traits of each cluster below `clusters`, most telling first; the rows of `profiles` are the nodes of
/// `partition`.
///
/// Categories, truth values, and each item of a set: x of n members have it, y of m others; only elements that say
/// something of the attribute count, for needs and tags all. Shares x/n and y/m; lift = their ratio. What is shown is
/// decided by the log-odds ratio with a prior, so that a cluster of two does not shout:
///
///   δ = ln[(x + a) / (n + A − x − a)] − ln[(y + a) / (m + A − y − a)],  a = A·(x + y)/(n + m),
///   evidence = δ / √(1/(x + a) + 1/(y + a)),  A = `prior`
///
/// (Monroe, Colaresi & Quinn 2008, doi:10.1093/pan/mpn018). Numbers: the standardised mean difference d = (mean inside
/// − mean outside) / pooled standard deviation (Cohen 1988), evidence = |d| / √(1/n + 1/m + d²/(2(n + m))), which is
/// large-sample; below two members no number is judged.
///
/// Kept is what reaches all the least values; of traits that say the same (the same shares in the same word, or among
/// 100 elements and more the same shares at all), the first. Ordered by contrast, then evidence, attribute and value.
/// Contrast is Cliff's delta (1993, doi:10.1037/0033-2909.114.3.494), how much likelier a member exceeds another than
/// the reverse: x/n − y/m, and for numbers erf(|d|/2), as if they were normal.
/// Deterministic. O(values of the profiles + clusters × traits), sets by items.
std::vector<std::vector<ClusterTrait>> find_traits(const ProfileTable& profiles, const Partition& partition,
                                                   std::uint32_t clusters, const TraitOptions& options = {});

}  // namespace outmap
