#include "model/analysis/neighbour_scan.hpp"

#include <algorithm>
#include <array>

namespace outmap {
namespace {

// A block's columns stay in the fastest cache while the queries of a tile pass over it.
constexpr std::size_t block_size = 1024;

constexpr std::size_t first_chunks = 4;

class TileSearch {
 public:
  TileSearch(const Similarity& similarity, const LikenessScan& scan, std::vector<NearestList>& lists)
      : similarity_(similarity), scan_(scan), lists_(lists) {}

  void compare(std::size_t position, const LikenessScan::Query& query, std::size_t begin, std::size_t end) {
    scan_.sum_up(query, begin, end, sums_);
    const std::size_t whole = (end - begin) / scan::chunk_size * scan::chunk_size;
    if (lists_[scan_.member(position)].list().empty()) offer_best_chunks(position, query, begin, whole);
    judge_chunks(position, query, whole);
    for (std::size_t chunk = 0; chunk < whole / scan::chunk_size; ++chunk) {
      if (margins_[chunk] >= 0) offer_chunk(position, query, begin, chunk);
    }
    offer(position, query, begin, whole, end - begin);
  }

 private:
  void judge_chunks(std::size_t position, const LikenessScan::Query& query, std::size_t whole) {
    scan::largest_margins(margins_.data(), sums_.loss.data(), query.cuts ? sums_.cut.data() : nullptr, query.total,
                          scan_.bar(lists_[scan_.member(position)].bar()), whole);
  }

  /// To begin with, the chunks of the largest margins: the bar stands high before the others come.
  void offer_best_chunks(std::size_t position, const LikenessScan::Query& query, std::size_t begin, std::size_t whole) {
    judge_chunks(position, query, whole);
    for (std::size_t i = 0; i < first_chunks; ++i) {
      const auto best = std::max_element(margins_.begin(), margins_.begin() + whole / scan::chunk_size);
      if (whole == 0 || *best < 0) return;
      *best = -1;
      offer_chunk(position, query, begin, static_cast<std::size_t>(best - margins_.begin()));
    }
  }

  void offer_chunk(std::size_t position, const LikenessScan::Query& query, std::size_t begin, std::size_t chunk) {
    offer(position, query, begin, chunk * scan::chunk_size, (chunk + 1) * scan::chunk_size);
  }

  /// Offers those of the pairs first to last of the block that pass the bar.
  void offer(std::size_t position, const LikenessScan::Query& query, std::size_t begin, std::size_t first,
             std::size_t last) {
    const std::uint32_t own = scan_.member(position);
    NearestList& list = lists_[own];
    scan::Bar bar = scan_.bar(list.bar());
    for (std::size_t j = first; j < last; ++j) {
      const auto compared = static_cast<scan::Units>(query.total - (query.cuts ? sums_.cut[j] : 0));
      if (bar.margin(compared, sums_.loss[j]) < 0) continue;
      const std::uint32_t other = scan_.member(begin + j);
      if (own == other || !list.offer({other, similarity_.between(own, other)})) continue;
      bar = scan_.bar(list.bar());
    }
  }

  const Similarity& similarity_;
  const LikenessScan& scan_;
  std::vector<NearestList>& lists_;
  LikenessScan::Sums sums_;
  std::array<std::int16_t, block_size / scan::chunk_size> margins_{};
};

}  // namespace

void offer_members(const Similarity& similarity, const LikenessScan& scan, std::size_t begin, std::size_t end,
                   std::vector<NearestList>& lists) {
  std::vector<LikenessScan::Query> queries;
  queries.reserve(end - begin);
  for (std::size_t position = begin; position < end; ++position) queries.push_back(scan.prepare(position));
  TileSearch search(similarity, scan, lists);
  const std::size_t blocks = (scan.size() + block_size - 1) / block_size;
  for (std::size_t i = 0; i < blocks; ++i) {
    // The block of the queries themselves comes first: where members are ordered by likeness, it sets a high bar.
    const std::size_t block = (begin / block_size + i) % blocks * block_size;
    const std::size_t block_end = std::min(block + block_size, scan.size());
    for (std::size_t q = 0; q < queries.size(); ++q) search.compare(begin + q, queries[q], block, block_end);
  }
}

}  // namespace outmap
