// Whom an outcome concerns: how many of the customers, and how much of their value to the firm.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/map/map.hpp"

namespace outmap {

/// The customers behind every holder of a map, indexed once. A customer stands for itself; a partner stands for the
/// customers that a declared relation ties to it, in either direction. Shares lie on 0-1.
///
/// reach       = size of the customers behind the holders / size of all customers, each customer once;
/// value share = their value to the firm (max(0, value of a head x size), see firm_value.hpp) / that of all customers.
/// Both are 1 for what the organisation itself wants. Customers without money count 0 in a map where others have it.
///
/// Built in O((customers + relations) log n); each question takes O(customers behind the holders), O(1) for a single
/// holder. The map must outlive it.
class Reach {
 public:
  explicit Reach(const Map& map);

  /// False where no customer has a value to the firm above 0: then there are no value shares.
  bool has_money() const { return total_value_ > 0; }

  /// Heads behind one holder: a customer's size, the sizes of a partner's customers; 0 for anyone else.
  double size_behind(std::string_view holder) const;

  /// Missing where nobody is named as holder, or where the customers have no size.
  std::optional<double> reach(const Outcome& outcome) const;
  std::optional<double> reach(std::string_view holder) const;

  /// Missing where reach has no holder to look at, and where the map has no money.
  std::optional<double> value_share(const Outcome& outcome) const;
  std::optional<double> value_share(std::string_view holder) const;

 private:
  struct Weight {
    double size = 0;
    double value = 0;
  };

  void tie(std::string_view partner, std::string_view customer);
  void close_ties();
  Weight sum_of(const std::vector<std::uint32_t>& customers) const;
  Weight behind(std::string_view holder) const;
  Weight behind(const Outcome& outcome) const;
  std::optional<double> share(double part, double total) const;

  std::vector<Weight> customers_;  // by customer id, so that sums do not depend on the order of the file
  std::unordered_map<std::string_view, std::uint32_t> customer_numbers_;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> customers_of_partner_;
  std::unordered_map<std::string_view, Weight> partners_;
  double total_size_ = 0;
  double total_value_ = 0;
};

/// True for what the organisation itself wants: `holders: organisation`, or scope organisation and nobody named.
bool is_held_by_organisation(const Outcome& outcome);

}  // namespace outmap
