// How alike two customers or partners are, and in what.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/analysis/profile_table.hpp"

namespace outmap {

struct SimilarityOptions {
  ProfileOptions profiles;
  /// Gower's coefficient as published, without the factor c / (c + 1): a pair that was compared by one attribute
  /// alone can then reach 1.
  bool plain = false;
};

/// What two elements share in one trait.
struct SharedTrait {
  Symbol name;  // of the attribute, or "needs" or "tags"
  TraitKind kind = TraitKind::category;
  std::vector<std::string> values;  // the category, the words or ids of needs that both have; of numbers both values
  double likeness = 0;              // 0-1 in this trait alone
  double weight = 0;                // with which it was compared
  double part = 0;                  // of the similarity; the parts of a pair add up to it

  bool operator==(const SharedTrait&) const = default;
};

struct Likeness {
  double similarity = 0;            // 0-1
  double compared = 0;              // sum of the weights that were compared; 0: nothing to compare
  std::vector<SharedTrait> shared;  // likeness above 0, largest part first, then by name and kind

  bool operator==(const Likeness&) const = default;
};

/// Gower's coefficient over the attributes, needs and tags of customers and partners (Gower 1971,
/// doi:10.2307/2528823), shrunk where little was compared:
///
///   s = sum of w_k s_k / c * c / (c + 1) = sum of w_k s_k / (c + 1),  c = sum of w_k,
///
/// over the traits k that can be compared; s = 0 where there are none. s_k is 1 - |a - b| / range for numbers (the
/// range over all customers and partners), 1 or 0 for categories and truth values, and for sets what both have over
/// what either has (Jaccard). Left out: missing values, two empty sets, numbers of which there is one value only,
/// values of different kinds under one name, and with rare_counts_more what all elements share. An empty set beside a
/// filled one counts as unlike. Symmetric, in 0-1, independent of the order of the file. Elements are numbered by id.
/// The map must outlive it.
class Similarity {
 public:
  /// O(values log values). Throws std::invalid_argument for a weight that is negative or not finite.
  explicit Similarity(const Map& map, const SimilarityOptions& options = {});

  const ProfileTable& profiles() const { return profiles_; }
  bool is_plain() const { return plain_; }
  std::size_t size() const { return profiles_.size(); }
  std::string_view id(std::size_t element) const { return profiles_.id(element); }

  /// The number of the customer or partner with this id, or nothing. O(log n).
  std::optional<std::uint32_t> find(std::string_view id) const;

  /// How alike two elements are. O(traits + items of their sets).
  double between(std::size_t a, std::size_t b) const;

  /// The same with what they share; `similarity` is the same number.
  Likeness explain(std::size_t a, std::size_t b) const;

 private:
  ProfileTable profiles_;
  bool plain_;
};

}  // namespace outmap
