#include "model/analysis/clusters/silhouette.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <stdexcept>

#include "model/analysis/parallel.hpp"
#include "model/analysis/random.hpp"

namespace outmap {

namespace {

/// Elements that are compared with each other.
struct Sample {
  std::vector<std::uint32_t> compared;  // ascending
  std::vector<std::uint32_t> sizes;     // how many of them, by cluster
  std::vector<std::uint32_t> judged;    // those whose silhouette is computed
};

Sample everyone(const Partition& partition) {
  Sample sample;
  sample.compared.resize(partition.cluster_of.size());
  std::iota(sample.compared.begin(), sample.compared.end(), 0);
  sample.sizes.assign(partition.cluster_count, 0);
  for (const auto cluster : partition.cluster_of) ++sample.sizes[cluster];
  sample.judged = sample.compared;
  return sample;
}

/// How many of a cluster's members are drawn.
std::size_t draws(std::size_t members, const Partition& partition, std::size_t sample) {
  const std::size_t due = members * sample / partition.cluster_of.size();
  const std::size_t least = std::max<std::size_t>(2, sample / (2 * partition.cluster_count));
  return std::min(members, std::max(due, least));
}

Sample draw(const Partition& partition, const SilhouetteOptions& options) {
  Random random(options.seed);
  Sample sample;
  for (auto members : members_of(partition)) {
    random.shuffle(std::span(members));
    const auto count = draws(members.size(), partition, options.sample);
    sample.sizes.push_back(static_cast<std::uint32_t>(count));
    sample.compared.insert(sample.compared.end(), members.begin(),
                           members.begin() + static_cast<std::ptrdiff_t>(count));
  }
  sample.judged = sample.compared;
  if (sample.compared.size() > 2 * std::size_t{options.sample}) {
    random.shuffle(std::span(sample.judged));
    sample.judged.resize(
        std::max<std::size_t>(2, std::size_t{options.sample} * options.sample / sample.compared.size()));
  }
  std::ranges::sort(sample.compared);
  std::ranges::sort(sample.judged);
  return sample;
}

double width_in(const Sample& sample, const Partition& partition, const PairDistance& distance, std::uint32_t element) {
  std::vector<double> sums(partition.cluster_count, 0);
  for (const auto other : sample.compared) {
    if (other != element) sums[partition.cluster_of[other]] += distance(element, other);
  }
  return silhouette_width(sums, sample.sizes, partition.cluster_of[element]);
}

/// Means over the judged; the whole weighs each cluster by its members.
void average(const Partition& partition, const std::vector<std::uint32_t>& judged, SilhouetteReport& report) {
  std::vector<double> sums(partition.cluster_count, 0);
  std::vector<double> counts(partition.cluster_count, 0);
  for (const auto element : judged) {
    sums[partition.cluster_of[element]] += *report.elements[element];
    ++counts[partition.cluster_of[element]];
  }
  std::vector<double> sizes(partition.cluster_count, 0);
  for (const auto cluster : partition.cluster_of) ++sizes[cluster];
  double sum = 0;
  double members = 0;
  for (std::uint32_t c = 0; c < partition.cluster_count; ++c) {
    if (counts[c] == 0) continue;
    report.clusters[c] = sums[c] / counts[c];
    sum += sizes[c] * *report.clusters[c];
    members += sizes[c];
  }
  report.whole = sum / members;
}

}  // namespace

double silhouette_width(std::span<const double> sums, std::span<const std::uint32_t> sizes, std::uint32_t own) {
  if (sizes[own] < 2) return 0;
  const double none = std::numeric_limits<double>::infinity();
  double nearest = none;
  for (std::uint32_t c = 0; c < sums.size(); ++c) {
    if (c != own && sizes[c] > 0) nearest = std::min(nearest, sums[c] / sizes[c]);
  }
  const double inside = sums[own] / (sizes[own] - 1);
  const double larger = std::max(inside, nearest);
  return nearest == none || larger <= 0 ? 0 : (nearest - inside) / larger;
}

SilhouetteReport find_silhouettes(const Partition& partition, const PairDistance& distance,
                                  const SilhouetteOptions& options) {
  if (options.sample < 2) throw std::invalid_argument("a sample of fewer than 2 elements: give 1000 or more");
  SilhouetteReport report;
  report.is_exact = partition.cluster_of.size() <= options.exact_up_to;
  report.clusters.resize(partition.cluster_count);
  report.elements.resize(partition.cluster_of.size());
  if (partition.cluster_count < 2) return report;
  const Sample sample = report.is_exact ? everyone(partition) : draw(partition, options);
  report.judged = static_cast<std::uint32_t>(sample.judged.size());
  run_parallel(
      sample.judged.size(), thread_count(options.threads),
      [&](std::size_t i) {
        report.elements[sample.judged[i]] = width_in(sample, partition, distance, sample.judged[i]);
      },
      options.listener, "asking who sits well");
  average(partition, sample.judged, report);
  return report;
}

SilhouetteReport find_silhouettes(const Similarity& similarity, const Partition& partition,
                                  const SilhouetteOptions& options) {
  if (partition.cluster_of.size() != similarity.size()) {
    throw std::invalid_argument(
        fmt::format("a partition of {} nodes for {} customers and partners: cluster all of them",
                    partition.cluster_of.size(), similarity.size()));
  }
  const auto distance = [&](std::uint32_t a, std::uint32_t b) { return 1 - similarity.between(a, b); };
  return find_silhouettes(partition, distance, options);
}

}  // namespace outmap
