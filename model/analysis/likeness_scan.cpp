#include "model/analysis/likeness_scan.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace outmap {
namespace {

using scan::Units;

// Sums of losses and weights stay far enough below 2^15 that a margin, their difference, fits 16 bits with a sign.
constexpr double largest_sum = 14000;
constexpr double largest_slack = 15000;  // lets every pair pass
constexpr Units missing_code = 0xFFFF;

double largest_factor(const std::vector<double>& factors) {
  return factors.empty() ? 1.0 : std::max(1.0, *std::ranges::max_element(factors));
}

double largest_weight(const ProfileTable& profiles) {
  double sum = 0;
  for (const NumberTrait& trait : profiles.number_traits()) sum += trait.weight;
  for (const CategoryTrait& trait : profiles.category_traits()) sum += trait.weight * largest_factor(trait.factors);
  for (const SetTrait& trait : profiles.set_traits()) sum += trait.weight;
  return sum;
}

std::size_t trait_count(const ProfileTable& profiles) {
  return profiles.number_traits().size() + profiles.category_traits().size() + profiles.set_traits().size();
}

std::size_t whole_chunks(std::size_t elements) { return (elements + scan::chunk_size - 1) / scan::chunk_size; }

/// Loops run over whole chunks.
void fill_last_chunk(std::vector<Units>& column) { column.resize(whole_chunks(column.size()) * scan::chunk_size, 0); }

/// Categories beyond 2^16 share codes: that can only make a pair look more alike than it is.
Units code_of(std::uint32_t category) {
  return category == ProfileTable::missing ? missing_code : static_cast<Units>(category % missing_code);
}

}  // namespace

LikenessScan::LikenessScan(const Similarity& similarity, std::span<const std::uint32_t> members)
    : similarity_(&similarity), members_(members.begin(), members.end()) {
  const ProfileTable& profiles = similarity.profiles();
  const double one = similarity.is_plain() ? 0 : 1;
  per_weight_ = largest_sum / std::max(largest_weight(profiles) + one, 1e-300);
  // Units are rounded down: each trait is off by less than one in its loss and by less than one in what is compared;
  // multiplying by the bar's factor drops up to two more.
  slack_ = std::min(largest_slack, 2.0 * static_cast<double>(trait_count(profiles)) + 4);
  for (std::size_t k = 0; k < profiles.number_traits().size(); ++k) add_number_lane(k);
  for (std::size_t k = 0; k < profiles.category_traits().size(); ++k) add_category_lane(k);
  for (std::size_t k = 0; k < profiles.set_traits().size(); ++k) add_set_lane(k);
}

Units LikenessScan::units(double weight) const { return static_cast<Units>(weight * per_weight_); }

void LikenessScan::add_number_lane(std::size_t trait) {
  const ProfileTable& profiles = similarity_->profiles();
  const NumberTrait& number = profiles.number_traits()[trait];
  double half_low = std::numeric_limits<double>::infinity();
  for (const std::uint32_t member : members_) {
    const double value = profiles.numbers(member)[trait];
    if (!std::isnan(value)) half_low = std::min(half_low, value / 2);
  }
  NumberLane lane;
  lane.weight = units(number.weight);
  lane.level.reserve(members_.size());
  std::vector<Units> present;
  bool has_all = true;
  for (const std::uint32_t member : members_) {
    const double value = profiles.numbers(member)[trait];
    const bool is_missing = std::isnan(value);
    has_all = has_all && !is_missing;
    present.push_back(is_missing ? 0 : 0xFFFF);
    lane.level.push_back(is_missing ? Units{0} : units(number.weight * ((value / 2 - half_low) / number.half_range)));
  }
  fill_last_chunk(lane.level);
  fill_last_chunk(present);
  if (!has_all) lane.present = std::move(present);
  numbers_.push_back(std::move(lane));
}

void LikenessScan::add_category_lane(std::size_t trait) {
  const ProfileTable& profiles = similarity_->profiles();
  const CategoryTrait& category = profiles.category_traits()[trait];
  CategoryLane lane;
  lane.weight = units(category.weight);
  lane.code.reserve(members_.size());
  for (const std::uint32_t member : members_) {
    lane.code.push_back(code_of(profiles.categories(member)[trait]));
    lane.cuts = lane.cuts || lane.code.back() == missing_code;
  }
  fill_last_chunk(lane.code);
  const bool shares_codes = category.categories.size() > missing_code;
  for (const double factor : category.factors) {
    lane.match_cut.push_back(static_cast<Units>(lane.weight - units(category.weight * factor)));
    lane.cuts = lane.cuts || lane.match_cut.back() != 0;
  }
  // Where codes are shared, one match cannot stand for several weights: the largest lets most pairs pass.
  if (shares_codes) {
    const Units widest = static_cast<Units>(lane.weight - units(category.weight * largest_factor(category.factors)));
    std::ranges::fill(lane.match_cut, widest);
  }
  categories_.push_back(std::move(lane));
}

void LikenessScan::add_set_lane(std::size_t trait) {
  const ProfileTable& profiles = similarity_->profiles();
  const SetTrait& words = profiles.set_traits()[trait];
  SetLane lane;
  lane.weight = units(words.weight);
  lane.sets.push_back(ProfileTable::missing);
  lane.set.reserve(members_.size());
  std::unordered_map<std::uint32_t, std::uint32_t> numbers{{ProfileTable::missing, 0}};
  for (const std::uint32_t member : members_) {
    const std::uint32_t set = profiles.sets(member)[trait];
    const auto [known, is_new] = numbers.emplace(set, static_cast<std::uint32_t>(lane.sets.size()));
    if (is_new) lane.sets.push_back(set);
    lane.set.push_back(known->second);
    lane.can_cut = lane.can_cut || set == ProfileTable::missing || words.mass[set] <= 0;
  }
  lane.set.resize(whole_chunks(lane.set.size()) * scan::chunk_size, 0);
  index_items(lane, words);
  sets_.push_back(std::move(lane));
}

void LikenessScan::index_items(SetLane& lane, const SetTrait& trait) const {
  lane.first.assign(trait.items.size() + 1, 0);
  for (std::size_t s = 1; s < lane.sets.size(); ++s) {
    for (const std::uint32_t item : trait.set(lane.sets[s])) ++lane.first[item + 1];
  }
  for (std::size_t item = 0; item < trait.items.size(); ++item) lane.first[item + 1] += lane.first[item];
  lane.holders.resize(lane.first.back());
  std::vector<std::uint32_t> next(lane.first.begin(), lane.first.end() - 1);
  for (std::size_t s = 1; s < lane.sets.size(); ++s) {
    for (const std::uint32_t item : trait.set(lane.sets[s])) lane.holders[next[item]++] = static_cast<std::uint32_t>(s);
  }
}

LikenessScan::Query LikenessScan::prepare(std::size_t position) const {
  Query query;
  for (std::size_t k = 0; k < numbers_.size(); ++k) {
    const NumberLane& lane = numbers_[k];
    if (!lane.present.empty() && lane.present[position] == 0) continue;
    query.total = static_cast<Units>(query.total + lane.weight);
    if (lane.present.empty()) {
      query.columns.numbers.push_back({lane.level.data(), lane.level[position], lane.weight});
    } else {
      query.numbers.push_back({k, lane.level[position]});
    }
  }
  const auto own_categories = similarity_->profiles().categories(members_[position]);
  for (std::size_t k = 0; k < categories_.size(); ++k) {
    const CategoryLane& lane = categories_[k];
    if (own_categories[k] == ProfileTable::missing) continue;
    query.total = static_cast<Units>(query.total + lane.weight);
    if (!lane.cuts) {
      query.columns.categories.push_back({lane.code.data(), lane.code[position], lane.weight});
    } else {
      query.categories.push_back({k, lane.code[position], lane.match_cut[own_categories[k]]});
    }
  }
  for (std::size_t k = 0; k < sets_.size(); ++k) {
    if (sets_[k].set[position] == 0) continue;
    query.sets.push_back(prepare_set(k, sets_[k].set[position]));
    query.total = static_cast<Units>(query.total + sets_[k].weight);
  }
  return query;
}

LikenessScan::Query::SetPart LikenessScan::prepare_set(std::size_t trait, std::uint32_t own) const {
  const SetLane& lane = sets_[trait];
  const SetTrait& words = similarity_->profiles().set_traits()[trait];
  const double own_mass = words.mass[lane.sets[own]];
  std::vector<float> shared(lane.sets.size(), 0.0F);
  for (const std::uint32_t item : words.set(lane.sets[own])) {
    const auto factor = static_cast<float>(words.factors[item]);
    for (std::uint32_t i = lane.first[item]; i < lane.first[item + 1]; ++i) shared[lane.holders[i]] += factor;
  }
  Query::SetPart part{trait, std::vector<Units>(lane.sets.size(), 0), {}};
  if (lane.can_cut) part.cut.assign(lane.sets.size(), 0);
  if (lane.can_cut) part.cut[0] = lane.weight;
  for (std::size_t s = 1; s < lane.sets.size(); ++s) {
    const double either = own_mass + words.mass[lane.sets[s]] - shared[s];
    if (own_mass <= 0 && words.mass[lane.sets[s]] <= 0) {
      part.cut[s] = lane.weight;
    } else {
      part.loss[s] = units(words.weight * std::clamp(1 - shared[s] / either, 0.0, 1.0));
    }
  }
  return part;
}

void LikenessScan::sum_up(const Query& query, std::size_t begin, std::size_t end, Sums& sums) const {
  const std::size_t chunks = whole_chunks(end - begin);
  sums.loss.resize(chunks * scan::chunk_size);
  scan::sum_losses(sums.loss.data(), query.columns, begin, chunks);
  sums.cut.assign(chunks * scan::chunk_size, 0);
  add_numbers(query, begin, sums);
  add_categories(query, begin, sums);
  add_sets(query, begin, sums);
}

void LikenessScan::add_numbers(const Query& query, std::size_t begin, Sums& sums) const {
  for (const Query::NumberPart& part : query.numbers) {
    const NumberLane& lane = numbers_[part.trait];
    scan::add_distance(sums.loss.data(), sums.cut.data(), {lane.level.data() + begin, part.level, lane.weight},
                       lane.present.data() + begin, sums.loss.size());
  }
}

void LikenessScan::add_categories(const Query& query, std::size_t begin, Sums& sums) const {
  for (const Query::CategoryPart& part : query.categories) {
    const CategoryLane& lane = categories_[part.trait];
    scan::add_difference(sums.loss.data(), sums.cut.data(), {lane.code.data() + begin, part.code, lane.weight},
                         missing_code, part.match_cut, sums.loss.size());
  }
}

void LikenessScan::add_sets(const Query& query, std::size_t begin, Sums& sums) const {
  const std::size_t n = sums.loss.size();
  for (const Query::SetPart& part : query.sets) {
    const std::uint32_t* sets = sets_[part.trait].set.data() + begin;
    scan::add_looked_up(sums.loss.data(), part.loss.data(), sets, n);
    if (!part.cut.empty()) scan::add_looked_up(sums.cut.data(), part.cut.data(), sets, n);
  }
}

scan::Bar LikenessScan::bar(double similarity) const {
  // (compared - loss) / (compared + one) >= s  <=>  loss <= (1 - s) compared - s one
  const double one = similarity_->is_plain() ? 0 : per_weight_;
  scan::Bar bar;
  bar.factor = static_cast<Units>(std::min(65535.0, (1 - similarity) * 65536));
  // Down to the whole number below and one more: cheaper than rounding up, on the way of every pair that is kept.
  bar.bias = static_cast<std::int16_t>(static_cast<int>(slack_ - similarity * one) + 1);
  return bar;
}

}  // namespace outmap
