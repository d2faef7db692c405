#include "model/analysis/profile_table.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>
#include <unordered_map>

#include "model/analysis/profile_census.hpp"

namespace outmap {
namespace {

std::vector<Symbol> sorted_keys(const SymbolCounts& counts) {
  std::vector<Symbol> words;
  words.reserve(counts.size());
  for (const auto& [word, count] : counts) words.push_back(word);
  std::ranges::sort(words);
  return words;
}

std::vector<double> factors_of(const std::vector<Symbol>& words, const SymbolCounts& counts, double all,
                               bool by_rarity) {
  std::vector<double> factors(words.size(), 1.0);
  if (!by_rarity) return factors;
  for (std::size_t i = 0; i < words.size(); ++i) factors[i] = std::log2(all / counts.at(words[i]));
  return factors;
}

double sum_of(const SymbolCounts& counts) {
  double sum = 0;
  for (const auto& [word, count] : counts) sum += count;  // whole numbers: the order does not matter
  return sum;
}

}  // namespace

/// Fills a ProfileTable: first counts what there is, then writes the codes.
class ProfileEncoder {
 public:
  ProfileEncoder(ProfileTable& table, const Map& map, const ProfileOptions& options)
      : table_(table), profiles_(profiles_by_id(map)), options_(options) {
    for (const TraitWeight& weight : options.weights) {
      if (!std::isfinite(weight.weight) || weight.weight < 0) {
        throw std::invalid_argument("the weight of '" + weight.name + "' must be 0 or more");
      }
    }
  }

  void encode() {
    count();
    add_traits();
    table_.numbers_.reserve(profiles_.size() * table_.number_traits_.size());
    table_.categories_.reserve(profiles_.size() * table_.category_traits_.size());
    table_.sets_.reserve(profiles_.size() * table_.set_traits_.size());
    for (const Profile& profile : profiles_) add_row(profile);
    for (SetTrait& trait : table_.set_traits_) weigh_sets(trait);
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  /// Where an attribute's values go, by kind.
  struct Places {
    std::size_t number = none;
    std::size_t truth = none;
    std::size_t category = none;
    std::size_t words = none;
  };
  using Codes = std::unordered_map<Symbol, std::uint32_t>;

  void count() {
    for (const Profile& profile : profiles_) {
      for (const Attribute& attribute : *profile.attributes) {
        count_value(census_[attribute.name], attribute.value);
      }
      count_set(needs_, symbols_of(*profile.needs));
      count_set(tags_, symbols_of(*profile.tags));
    }
  }

  double weight_of(Symbol name) const {
    double weight = 1;
    for (const TraitWeight& given : options_.weights) {
      if (given.name == name.text()) weight = given.weight;
    }
    return weight;
  }

  void add_traits() {
    std::vector<Symbol> names;
    for (const auto& [name, census] : census_) names.push_back(name);
    std::ranges::sort(names);
    for (const Symbol& name : names) add_attribute(name, census_.at(name));
    needs_place_ = add_people_set(Symbol("needs"), TraitKind::needs, needs_);
    tags_place_ = add_people_set(Symbol("tags"), TraitKind::tags, tags_);
  }

  void add_attribute(Symbol name, const TraitCensus& census) {
    const double weight = weight_of(name);
    if (weight == 0) return;
    Places& places = places_[name];
    if (const double half_range = census.high / 2 - census.low / 2; half_range > 0) {
      places.number = table_.number_traits_.size();
      table_.number_traits_.push_back({name, weight, half_range});
    }
    places.truth = add_categories(name, TraitKind::truth, weight, census.truths);
    places.category = add_categories(name, TraitKind::category, weight, census.categories);
    if (census.has_sets) places.words = add_set_trait(name, TraitKind::words, weight, census);
  }

  std::size_t add_categories(Symbol name, TraitKind kind, double weight, const SymbolCounts& counts) {
    if (counts.empty()) return none;
    std::vector<Symbol> words = sorted_keys(counts);
    std::vector<double> factors = factors_of(words, counts, sum_of(counts), options_.rare_counts_more);
    category_codes_.push_back(codes_of(words));
    table_.category_traits_.push_back({name, kind, weight, std::move(words), std::move(factors)});
    return table_.category_traits_.size() - 1;
  }

  std::size_t add_people_set(Symbol name, TraitKind kind, const TraitCensus& census) {
    const double weight = weight_of(name);
    return weight == 0 || census.filled_sets == 0 ? none : add_set_trait(name, kind, weight, census);
  }

  std::size_t add_set_trait(Symbol name, TraitKind kind, double weight, const TraitCensus& census) {
    SetTrait trait{name, kind, weight, sorted_keys(census.items), {}, {0}, {}, {}};
    trait.factors = factors_of(trait.items, census.items, census.filled_sets, options_.rare_counts_more);
    item_codes_.push_back(codes_of(trait.items));
    set_numbers_.emplace_back();
    table_.set_traits_.push_back(std::move(trait));
    return table_.set_traits_.size() - 1;
  }

  static Codes codes_of(const std::vector<Symbol>& words) {
    Codes codes;
    codes.reserve(words.size());
    for (const Symbol& word : words) codes.emplace(word, static_cast<std::uint32_t>(codes.size()));
    return codes;
  }

  void add_row(const Profile& profile) {
    const std::size_t row = table_.ids_.size();
    table_.ids_.push_back(profile.id);
    table_.numbers_.resize((row + 1) * table_.number_traits_.size(), std::numeric_limits<double>::quiet_NaN());
    table_.categories_.resize((row + 1) * table_.category_traits_.size(), ProfileTable::missing);
    table_.sets_.resize((row + 1) * table_.set_traits_.size(), ProfileTable::missing);
    for (const Attribute& attribute : *profile.attributes) {
      const auto places = places_.find(attribute.name);
      if (places != places_.end()) add_value(row, places->second, attribute.value);
    }
    if (needs_place_ != none) put_set(row, needs_place_, symbols_of(*profile.needs));
    if (tags_place_ != none) put_set(row, tags_place_, symbols_of(*profile.tags));
  }

  void add_value(std::size_t row, const Places& places, const AttributeValue& value) {
    if (const double* number = std::get_if<double>(&value)) {
      const std::size_t width = table_.number_traits_.size();
      if (places.number != none && std::isfinite(*number)) table_.numbers_[row * width + places.number] = *number;
    } else if (const bool* truth = std::get_if<bool>(&value)) {
      put_category(row, places.truth, truth_word(*truth));
    } else if (const Symbol* word = std::get_if<Symbol>(&value)) {
      put_category(row, places.category, *word);
    } else {
      put_set(row, places.words, distinct(std::get<Words>(value)));
    }
  }

  void put_category(std::size_t row, std::size_t place, Symbol word) {
    table_.categories_[row * table_.category_traits_.size() + place] = category_codes_[place].at(word);
  }

  void put_set(std::size_t row, std::size_t place, const std::vector<Symbol>& words) {
    std::vector<std::uint32_t> codes;
    codes.reserve(words.size());
    for (const Symbol& word : words) codes.push_back(item_codes_[place].at(word));  // words and codes share an order
    SetTrait& trait = table_.set_traits_[place];
    const auto next = static_cast<std::uint32_t>(trait.first.size() - 1);
    const auto [known, is_new] = set_numbers_[place].emplace(std::move(codes), next);
    if (is_new) {
      trait.members.insert(trait.members.end(), known->first.begin(), known->first.end());
      trait.first.push_back(static_cast<std::uint32_t>(trait.members.size()));
    }
    table_.sets_[row * table_.set_traits_.size() + place] = known->second;
  }

  static void weigh_sets(SetTrait& trait) {
    for (std::size_t set = 0; set + 1 < trait.first.size(); ++set) {
      double mass = 0;
      for (std::uint32_t i = trait.first[set]; i < trait.first[set + 1]; ++i) mass += trait.factors[trait.members[i]];
      trait.mass.push_back(mass);
    }
  }

  ProfileTable& table_;
  std::vector<Profile> profiles_;
  const ProfileOptions& options_;
  std::unordered_map<Symbol, TraitCensus> census_;
  TraitCensus needs_;
  TraitCensus tags_;
  std::unordered_map<Symbol, Places> places_;
  std::size_t needs_place_ = none;
  std::size_t tags_place_ = none;
  std::vector<Codes> category_codes_;
  std::vector<Codes> item_codes_;
  std::vector<std::map<std::vector<std::uint32_t>, std::uint32_t>> set_numbers_;
};

ProfileTable::ProfileTable(const Map& map, const ProfileOptions& options) {
  ProfileEncoder(*this, map, options).encode();
}

}  // namespace outmap
