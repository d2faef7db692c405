// What customers and partners can be compared by, encoded once for fast comparison.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "model/map/map.hpp"

namespace outmap {

/// What a trait holds. A mixed attribute, such as a number here and a word there, is one trait for each kind.
enum class TraitKind { number, truth, category, words, needs, tags };

/// How much an attribute counts in comparisons.
struct TraitWeight {
  std::string name;   // of an attribute, or "needs" or "tags"; an attribute of one of these names takes the same weight
  double weight = 1;  // 0 or more; 0 leaves it out
};

struct NumberTrait {
  Symbol name;
  double weight = 1;
  double half_range = 0;  // half of the largest less half of the smallest value, above 0: halves never overflow
};

struct CategoryTrait {
  Symbol name;
  TraitKind kind = TraitKind::category;
  double weight = 1;
  std::vector<Symbol> categories;  // by code, in the order of their text
  std::vector<double> factors;     // by code: how much sharing it counts, 1 or its rarity
};

/// Sets are numbered: elements with the same words have the same set.
struct SetTrait {
  Symbol name;
  TraitKind kind = TraitKind::words;
  double weight = 1;
  std::vector<Symbol> items;         // by code, in the order of their text
  std::vector<double> factors;       // by code: how much it counts in a set, 1 or its rarity
  std::vector<std::uint32_t> first;  // by set: where its codes begin in `members`, and one more for the end
  std::vector<std::uint32_t> members;
  std::vector<double> mass;  // by set: sum of its items' factors

  std::size_t set_count() const { return mass.size(); }
  std::span<const std::uint32_t> set(std::uint32_t number) const {
    return std::span(members).subspan(first[number], first[number + 1] - first[number]);
  }
};

struct ProfileOptions {
  std::vector<TraitWeight> weights;  // 1 for what is not named; the last of equal names counts
  /// Sharing a rare category counts more: log2(n / f) times the weight, where f of the n elements that have the
  /// attribute have this category. 1 for half of them, 0 for what all have. Items of sets count by the same rule.
  bool rare_counts_more = false;
};

/// Customers and partners sorted by id, one row each: numbers, category codes, numbers of sets. Numbers all alike,
/// traits of weight 0, and needs or tags that nobody has are left out. Throws std::invalid_argument for a weight that
/// is negative or not finite. O(values log values); the map must outlive it.
class ProfileTable {
 public:
  static constexpr std::uint32_t missing = std::numeric_limits<std::uint32_t>::max();

  ProfileTable(const Map& map, const ProfileOptions& options);

  std::size_t size() const { return ids_.size(); }
  std::string_view id(std::size_t row) const { return ids_[row]; }

  const std::vector<NumberTrait>& number_traits() const { return number_traits_; }
  const std::vector<CategoryTrait>& category_traits() const { return category_traits_; }
  const std::vector<SetTrait>& set_traits() const { return set_traits_; }

  /// One entry per trait: NaN, or `missing`, where the element has no such value.
  std::span<const double> numbers(std::size_t row) const { return row_of(numbers_, row, number_traits_.size()); }
  std::span<const std::uint32_t> categories(std::size_t row) const {
    return row_of(categories_, row, category_traits_.size());
  }
  std::span<const std::uint32_t> sets(std::size_t row) const { return row_of(sets_, row, set_traits_.size()); }

 private:
  friend class ProfileEncoder;

  template <class T>
  static std::span<const T> row_of(const std::vector<T>& cells, std::size_t row, std::size_t width) {
    return std::span(cells).subspan(row * width, width);
  }

  std::vector<std::string_view> ids_;
  std::vector<NumberTrait> number_traits_;
  std::vector<CategoryTrait> category_traits_;
  std::vector<SetTrait> set_traits_;
  std::vector<double> numbers_;
  std::vector<std::uint32_t> categories_;
  std::vector<std::uint32_t> sets_;
};

}  // namespace outmap
