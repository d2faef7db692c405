#include "model/analysis/profile_census.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

namespace outmap {
namespace {

template <class T>
void collect(std::vector<Profile>& profiles, const std::vector<T>& elements) {
  for (const T& element : elements) {
    profiles.push_back({element.id, &element.attributes, &element.needs, &element.tags});
  }
}

struct Counter {
  TraitCensus& census;
  void operator()(double number) const {
    if (!std::isfinite(number)) return;
    census.low = std::min(census.low, number);
    census.high = std::max(census.high, number);
  }
  void operator()(bool truth) const { ++census.truths[truth_word(truth)]; }
  void operator()(Symbol word) const { ++census.categories[word]; }
  void operator()(const Words& words) const { count_set(census, distinct(words)); }
};

}  // namespace

std::vector<Profile> profiles_by_id(const Map& map) {
  std::vector<Profile> profiles;
  profiles.reserve(map->customers.size() + map->partners.size());
  collect(profiles, map->customers);
  collect(profiles, map->partners);
  std::ranges::sort(profiles, {}, &Profile::id);
  return profiles;
}

Symbol truth_word(bool truth) {
  static const Symbol words[] = {Symbol("false"), Symbol("true")};
  return words[truth ? 1 : 0];
}

std::vector<Symbol> distinct(std::vector<Symbol> words) {
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

std::vector<Symbol> symbols_of(const std::vector<std::string>& texts) {
  std::vector<Symbol> words;
  for (const std::string& text : texts) words.emplace_back(text);
  return distinct(std::move(words));
}

void count_set(TraitCensus& census, const std::vector<Symbol>& words) {
  census.has_sets = true;
  if (!words.empty()) ++census.filled_sets;
  for (const Symbol& word : words) ++census.items[word];
}

void count_value(TraitCensus& census, const AttributeValue& value) { std::visit(Counter{census}, value); }

}  // namespace outmap
