#include "model/analysis/neighbour_scan.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace outmap {
namespace {

// A block's columns stay in the fastest cache while the queries of a tile pass over it.
constexpr std::size_t block_size = 1024;

constexpr std::size_t block_chunks = block_size / scan::chunk_size;
constexpr std::size_t first_chunks = 4;

/// Queries that every element can be compared with in the same traits: the smaller the loss, the more similar. So the
/// smallest loss of each chunk tells which chunks are worth a look, and only pairs that are among the nearest, but for
/// rounding, are compared exactly.
class PlainTile {
 public:
  PlainTile(const Similarity& similarity, const LikenessScan& scan, std::vector<NearestList>& lists)
      : similarity_(similarity), scan_(scan), lists_(lists), chunks_(scan.size() / scan::chunk_size) {}

  void add(std::size_t position, LikenessScan::Query query) { queries_.push_back({position, std::move(query)}); }

  void compare() {
    least_.resize(queries_.size() * chunks_);
    for (std::size_t chunk = 0; chunk < chunks_; chunk += block_chunks) {
      const std::size_t count = std::min(block_chunks, chunks_ - chunk);
      for (std::size_t q = 0; q < queries_.size(); ++q) {
        scan::least_losses(&least_[q * chunks_ + chunk], queries_[q].query.columns, chunk * scan::chunk_size, count);
      }
    }
    for (std::size_t q = 0; q < queries_.size(); ++q)
      look(queries_[q], std::span(least_).subspan(q * chunks_, chunks_));
  }

 private:
  struct Asked {
    std::size_t position;
    LikenessScan::Query query;
  };

  void look(const Asked& asked, std::span<const scan::Units> least) {
    NearestList& list = lists_[scan_.member(asked.position)];
    const int most = scan_.bar(list.bar()).margin(asked.query.total, 0);
    // As many chunks as neighbours are wanted, and one for the element itself, hold as many pairs up to this loss; the
    // same number of pairs in these chunks then bring it down further.
    const int chunk_limit = std::min(most, scan::value_at_rank(least, list.count()) + scan_.rounding());
    gather(asked, least, chunk_limit);
    const int limit = std::min(most, scan::value_at_rank(losses_, list.count()) + scan_.rounding());
    for (std::size_t i = 0; i < losses_.size(); ++i) {
      if (losses_[i] <= limit) offer(asked, list, starts_[i / scan::chunk_size] + i % scan::chunk_size);
    }
  }

  /// The losses of all pairs in chunks up to `limit`, and of those after the last whole chunk.
  void gather(const Asked& asked, std::span<const scan::Units> least, int limit) {
    starts_.clear();
    for (std::size_t chunk = 0; chunk < chunks_; ++chunk) {
      if (least[chunk] <= limit) starts_.push_back(chunk * scan::chunk_size);
    }
    losses_.resize((starts_.size() + 1) * scan::chunk_size);
    for (std::size_t i = 0; i < starts_.size(); ++i) sum_up(asked, i, starts_[i]);
    const std::size_t rest = scan_.size() % scan::chunk_size;
    if (rest > 0) {
      sum_up(asked, starts_.size(), chunks_ * scan::chunk_size);
      starts_.push_back(chunks_ * scan::chunk_size);
    }
    losses_.resize(losses_.size() - scan::chunk_size + rest);
  }

  void sum_up(const Asked& asked, std::size_t place, std::size_t begin) {
    scan::sum_losses(&losses_[place * scan::chunk_size], asked.query.columns, begin, 1);
  }

  void offer(const Asked& asked, NearestList& list, std::size_t position) {
    if (position == asked.position) return;
    const std::uint32_t other = scan_.member(position);
    list.offer({other, similarity_.between(scan_.member(asked.position), other)});
  }

  const Similarity& similarity_;
  const LikenessScan& scan_;
  std::vector<NearestList>& lists_;
  std::size_t chunks_;  // whole ones
  std::vector<Asked> queries_;
  std::vector<scan::Units> least_;   // by query and chunk
  std::vector<std::size_t> starts_;  // of the chunks that are looked at
  std::vector<scan::Units> losses_;  // of their members
};

/// Queries with sets, or with traits that some lack: how far a loss may go differs from pair to pair, so that each
/// block is judged by the bar of the blocks before it.
class MixedTile {
 public:
  MixedTile(const Similarity& similarity, const LikenessScan& scan, std::vector<NearestList>& lists)
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
    scan::largest_margins(margins_.data(), sums_.loss.data(), sums_.cut.data(), query.total,
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
      const auto compared = static_cast<scan::Units>(query.total - sums_.cut[j]);
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
  std::array<std::int16_t, block_chunks> margins_{};
};

}  // namespace

void offer_members(const Similarity& similarity, const LikenessScan& scan, std::size_t begin, std::size_t end,
                   std::vector<NearestList>& lists) {
  PlainTile plain(similarity, scan, lists);
  std::vector<std::pair<std::size_t, LikenessScan::Query>> mixed;
  for (std::size_t position = begin; position < end; ++position) {
    auto query = scan.prepare(position);
    if (query.has_columns_only()) {
      plain.add(position, std::move(query));
    } else {
      mixed.emplace_back(position, std::move(query));
    }
  }
  plain.compare();
  MixedTile tile(similarity, scan, lists);
  const std::size_t blocks = mixed.empty() ? 0 : (scan.size() + block_size - 1) / block_size;
  for (std::size_t i = 0; i < blocks; ++i) {
    // The block of the queries themselves comes first: where members are ordered by likeness, it sets a high bar.
    const std::size_t block = (begin / block_size + i) % blocks * block_size;
    const std::size_t block_end = std::min(block + block_size, scan.size());
    for (const auto& [position, query] : mixed) tile.compare(position, query, block, block_end);
  }
}

}  // namespace outmap
