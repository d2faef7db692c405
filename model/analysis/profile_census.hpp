// Whom a table of profiles compares, and how often each value occurs among them.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/map/map.hpp"

namespace outmap {

/// What two elements are compared by. Points into the map.
struct Profile {
  std::string_view id;
  const Attributes* attributes = nullptr;
  const Ids* needs = nullptr;
  const Texts* tags = nullptr;
};

/// Customers and partners by id. O(n log n).
std::vector<Profile> profiles_by_id(const Map& map);

using SymbolCounts = std::unordered_map<Symbol, std::uint32_t>;

/// What an attribute holds across all elements.
struct TraitCensus {
  double low = std::numeric_limits<double>::infinity();
  double high = -std::numeric_limits<double>::infinity();
  SymbolCounts truths;
  SymbolCounts categories;
  SymbolCounts items;
  bool has_sets = false;
  std::uint32_t filled_sets = 0;
};

/// The word of a truth, where words are counted: "false", "true".
Symbol truth_word(bool truth);

/// Each once, in order.
std::vector<Symbol> distinct(std::vector<Symbol> words);
std::vector<Symbol> symbols_of(const std::vector<std::string>& texts);

/// Counts one more set, of distinct words; the empty set is a set too.
void count_set(TraitCensus& census, const std::vector<Symbol>& words);

/// Counts one more value; numbers that are not finite don't count.
void count_value(TraitCensus& census, const AttributeValue& value);

}  // namespace outmap
