#include "model/analysis/neighbours.hpp"

#include <algorithm>
#include <tuple>

#include "model/analysis/neighbour_scan.hpp"
#include "model/analysis/neighbour_trees.hpp"
#include "model/analysis/parallel.hpp"

namespace outmap {
namespace {

constexpr std::size_t tile_size = 64;  // elements whose neighbours one task looks for

void search_all_pairs(const Similarity& similarity, const NeighbourOptions& options, std::vector<NearestList>& lists) {
  const std::vector<std::uint32_t> everyone = order_by_likeness(similarity);
  const LikenessScan scan(similarity, everyone);
  const std::size_t tiles = (everyone.size() + tile_size - 1) / tile_size;
  const auto search_tile = [&](std::size_t tile) {
    const std::size_t begin = tile * tile_size;
    offer_members(similarity, scan, begin, std::min(begin + tile_size, everyone.size()), lists);
  };
  constexpr std::size_t steps_of_a_pair = 10;
  const unsigned threads = threads_for(everyone.size() * everyone.size() / 2 * steps_of_a_pair, options.threads);
  run_parallel(tiles, threads, search_tile, options.listener, "looking for those who are alike");
}

bool is_exact(const NeighbourOptions& options, std::size_t elements) {
  if (options.search == NeighbourSearch::automatic) return elements <= options.exact_up_to;
  return options.search == NeighbourSearch::exact;
}

}  // namespace

NeighbourLists::NeighbourLists(const std::vector<std::vector<Neighbour>>& lists, bool is_exact)
    : first_{0}, is_exact_(is_exact) {
  first_.reserve(lists.size() + 1);
  for (const auto& list : lists) {
    neighbours_.insert(neighbours_.end(), list.begin(), list.end());
    first_.push_back(neighbours_.size());
  }
}

NeighbourLists find_neighbours(const Similarity& similarity, const NeighbourOptions& options) {
  const bool exact = is_exact(options, similarity.size());
  std::vector<NearestList> nearest(similarity.size(), NearestList(options.count, options.above));
  if (exact) {
    search_all_pairs(similarity, options, nearest);
  } else {
    search_trees(similarity, {options.seed, thread_count(options.threads)}, nearest);
  }
  std::vector<std::vector<Neighbour>> lists;
  lists.reserve(nearest.size());
  for (const NearestList& list : nearest) lists.push_back(list.list());
  return NeighbourLists(lists, exact);
}

std::vector<SimilarPair> pair_neighbours(const NeighbourLists& neighbours, NeighbourRule rule) {
  std::vector<SimilarPair> named;  // a pair twice where each is a neighbour of the other
  for (std::uint32_t element = 0; element < neighbours.size(); ++element) {
    for (const Neighbour& neighbour : neighbours.of(element)) {
      const auto [a, b] = std::minmax(element, neighbour.element);
      named.push_back({a, b, neighbour.similarity});
    }
  }
  std::ranges::sort(named,
                    [](const SimilarPair& x, const SimilarPair& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
  std::vector<SimilarPair> pairs;
  for (std::size_t i = 0; i < named.size(); ++i) {
    const bool is_mutual = i + 1 < named.size() && named[i] == named[i + 1];
    if (rule == NeighbourRule::either || is_mutual) pairs.push_back(named[i]);
    if (is_mutual) ++i;
  }
  return pairs;
}

}  // namespace outmap
