#include "model/analysis/similarity.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "model/text/numbers.hpp"

namespace outmap {
namespace {

/// One trait of a pair: likeness, and the weight with which it counts; 0 where it cannot be compared.
struct TraitLikeness {
  double likeness = 0;
  double weight = 0;
};

TraitLikeness compare(const NumberTrait& trait, double a, double b) {
  if (std::isnan(a) || std::isnan(b)) return {};
  return {1 - std::abs(a / 2 - b / 2) / trait.half_range, trait.weight};
}

TraitLikeness compare(const CategoryTrait& trait, std::uint32_t a, std::uint32_t b) {
  if (a == ProfileTable::missing || b == ProfileTable::missing) return {};
  const double equal = a == b ? 1 : 0;  // no branch: it would be guessed wrong half of the time
  return {equal, trait.weight * (1 + equal * (trait.factors[a] - 1))};
}

/// Calls `visit` for every code that both sorted lists have.
template <class Visit>
void for_each_shared(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b, Visit visit) {
  auto i = a.begin();
  auto j = b.begin();
  while (i != a.end() && j != b.end()) {
    if (*i == *j) {
      visit(*i);
      ++i;
      ++j;
    } else if (*i < *j) {
      ++i;
    } else {
      ++j;
    }
  }
}

TraitLikeness compare(const SetTrait& trait, std::uint32_t a, std::uint32_t b) {
  if (a == ProfileTable::missing || b == ProfileTable::missing) return {};
  double both = 0;
  if (a == b) {
    both = trait.mass[a];
  } else {
    for_each_shared(trait.set(a), trait.set(b), [&](std::uint32_t item) { both += trait.factors[item]; });
  }
  const double either = trait.mass[a] + trait.mass[b] - both;
  if (either <= 0) return {};
  return {both / either, trait.weight};
}

/// Calls visit(trait, its value in a, its value in b) for every trait.
template <class Visit>
void for_each_trait(const ProfileTable& profiles, std::size_t a, std::size_t b, Visit visit) {
  const auto walk = [&](const auto& traits, const auto& of_a, const auto& of_b) {
    for (std::size_t k = 0; k < traits.size(); ++k) visit(traits[k], of_a[k], of_b[k]);
  };
  walk(profiles.number_traits(), profiles.numbers(a), profiles.numbers(b));
  walk(profiles.category_traits(), profiles.categories(a), profiles.categories(b));
  walk(profiles.set_traits(), profiles.sets(a), profiles.sets(b));
}

struct Sums {
  double alike = 0;
  double compared = 0;

  void add(TraitLikeness trait) {
    alike += trait.weight * trait.likeness;
    compared += trait.weight;
  }
  double divisor(bool plain) const { return plain ? compared : compared + 1; }
  double similarity(bool plain) const { return compared <= 0 ? 0 : std::min(1.0, alike / divisor(plain)); }
};

TraitKind kind_of_trait(const NumberTrait&) { return TraitKind::number; }
TraitKind kind_of_trait(const CategoryTrait& trait) { return trait.kind; }
TraitKind kind_of_trait(const SetTrait& trait) { return trait.kind; }

std::vector<std::string> shared_values(const NumberTrait&, double a, double b) {
  return {number_text(a), number_text(b)};
}
std::vector<std::string> shared_values(const CategoryTrait& trait, std::uint32_t a, std::uint32_t) {
  return {trait.categories[a].text()};
}
std::vector<std::string> shared_values(const SetTrait& trait, std::uint32_t a, std::uint32_t b) {
  std::vector<std::string> values;
  for_each_shared(trait.set(a), trait.set(b), [&](std::uint32_t item) { values.push_back(trait.items[item].text()); });
  return values;
}

}  // namespace

Similarity::Similarity(const Map& map, const SimilarityOptions& options)
    : profiles_(map, options.profiles), plain_(options.plain) {}

std::optional<std::uint32_t> Similarity::find(std::string_view id) const {
  std::size_t low = 0;
  std::size_t high = size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (this->id(middle) < id) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == size() || this->id(low) != id) return std::nullopt;
  return static_cast<std::uint32_t>(low);
}

double Similarity::between(std::size_t a, std::size_t b) const {
  Sums sums;
  for_each_trait(profiles_, a, b,
                 [&](const auto& trait, auto of_a, auto of_b) { sums.add(compare(trait, of_a, of_b)); });
  return sums.similarity(plain_);
}

Likeness Similarity::explain(std::size_t a, std::size_t b) const {
  Sums sums;
  Likeness likeness;
  for_each_trait(profiles_, a, b, [&](const auto& trait, auto of_a, auto of_b) {
    const TraitLikeness compared = compare(trait, of_a, of_b);
    sums.add(compared);
    if (compared.likeness <= 0 || compared.weight <= 0) return;
    likeness.shared.push_back({trait.name, kind_of_trait(trait), shared_values(trait, of_a, of_b), compared.likeness,
                               compared.weight, compared.weight * compared.likeness});
  });
  likeness.compared = sums.compared;
  likeness.similarity = sums.similarity(plain_);
  for (SharedTrait& trait : likeness.shared) trait.part /= sums.divisor(plain_);
  std::ranges::sort(likeness.shared, [](const SharedTrait& x, const SharedTrait& y) {
    return std::tie(y.part, x.name, x.kind) < std::tie(x.part, y.name, y.kind);
  });
  return likeness;
}

}  // namespace outmap
