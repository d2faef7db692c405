// A quick upper bound of one element's similarity with many, so that few pairs need the exact one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "model/analysis/column_losses.hpp"
#include "model/analysis/scan_kernels.hpp"
#include "model/analysis/similarity.hpp"

namespace outmap {

/// Profiles as columns of 16-bit units, `members` in their order. A pair that passes a bar of similarity s may be less
/// similar than s, by a rounding error of up to some thousandths; a pair that does not pass is certainly less similar.
class LikenessScan {
 public:
  LikenessScan(const Similarity& similarity, std::span<const std::uint32_t> members);

  /// One member ready to be compared with all: which traits it has, and how it stands to every set.
  struct Query {
    struct NumberPart {
      std::size_t trait = 0;
      scan::Units level = 0;
    };
    struct CategoryPart {
      std::size_t trait = 0;
      scan::Units code = 0;
      scan::Units match_cut = 0;
    };
    struct SetPart {
      std::size_t trait = 0;
      std::vector<scan::Units> loss;  // by set
      std::vector<scan::Units> cut;   // by set; empty where every set can be compared
    };
    scan::Columns columns;  // traits that nobody lacks, and in which a match counts as much as a difference
    std::vector<NumberPart> numbers;
    std::vector<CategoryPart> categories;
    std::vector<SetPart> sets;
    scan::Units total = 0;

    /// True where the losses in `columns` are all there is.
    bool has_columns_only() const { return numbers.empty() && categories.empty() && sets.empty(); }
  };

  /// O(traits + sets + their items).
  Query prepare(std::size_t position) const;

  /// Losses and cuts of one query against some of the members, in whole chunks: what stands beyond the last member
  /// means nothing.
  struct Sums {
    std::vector<scan::Units> loss;
    std::vector<scan::Units> cut;
  };
  void sum_up(const Query& query, std::size_t begin, std::size_t end, Sums& sums) const;

  /// The bar that every pair of at least this similarity passes.
  scan::Bar bar(double similarity) const;

  /// Of two pairs of one query that has columns only, the one with the larger loss is the less similar one for certain
  /// where the losses differ by more than this.
  scan::Units rounding() const { return static_cast<scan::Units>(slack_); }

  std::size_t size() const { return members_.size(); }
  std::uint32_t member(std::size_t position) const { return members_[position]; }

 private:
  struct NumberLane {
    std::vector<scan::Units> level;
    std::vector<scan::Units> present;  // empty where nobody misses it
    scan::Units weight = 0;
  };
  struct CategoryLane {
    std::vector<scan::Units> code;
    std::vector<scan::Units> match_cut;  // by category
    scan::Units weight = 0;
    bool cuts = false;
  };
  struct SetLane {
    std::vector<std::uint32_t> set;    // by position; a number of `sets`
    std::vector<std::uint32_t> sets;   // the trait's number of each set met, `missing` first
    std::vector<std::uint32_t> first;  // by item of the trait: where its sets begin in `holders`
    std::vector<std::uint32_t> holders;
    scan::Units weight = 0;
    bool can_cut = false;  // somebody has no set, or an empty one
  };

  void add_number_lane(std::size_t trait);
  void add_category_lane(std::size_t trait);
  void add_set_lane(std::size_t trait);
  void index_items(SetLane& lane, const SetTrait& trait) const;
  Query::SetPart prepare_set(std::size_t trait, std::uint32_t own) const;
  void add_numbers(const Query& query, std::size_t begin, Sums& sums) const;
  void add_categories(const Query& query, std::size_t begin, Sums& sums) const;
  void add_sets(const Query& query, std::size_t begin, Sums& sums) const;
  scan::Units units(double weight) const;

  const Similarity* similarity_;
  std::vector<std::uint32_t> members_;
  double per_weight_ = 1;  // units for a weight of 1
  double slack_ = 0;       // largest rounding error of a margin, in units
  std::vector<NumberLane> numbers_;
  std::vector<CategoryLane> categories_;
  std::vector<SetLane> sets_;
};

}  // namespace outmap
