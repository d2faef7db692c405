#include "model/analysis/clusters/traits.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "model/analysis/clusters/names.hpp"

namespace outmap {
namespace {

using Traits = std::vector<std::vector<ClusterTrait>>;

/// How many have something, of how many that say anything.
struct Count {
  double with = 0;
  double of = 0;

  double share() const { return of > 0 ? with / of : 0; }
};

/// δ in standard errors; see find_traits.
double evidence_of(const Count& inside, const Count& outside, double prior) {
  const double expected = prior * (inside.with + outside.with) / (inside.of + outside.of);
  const auto log_odds = [&](const Count& count) {
    return std::log((count.with + expected) / (count.of + prior - count.with - expected));
  };
  return (log_odds(inside) - log_odds(outside)) /
         std::sqrt(1 / (inside.with + expected) + 1 / (outside.with + expected));
}

/// Judges the values of one trait, cluster by cluster.
class CategoryJudge {
 public:
  CategoryJudge(const TraitOptions& options, std::string attribute, TraitKind kind, const std::vector<Symbol>& values)
      : options_(options), attribute_(std::move(attribute)), kind_(kind), values_(values), inside_(values.size()) {}

  /// Adds to `found` what tells the members apart; `codes_of(member, visit)` visits the codes of a member's values and
  /// returns whether the member says anything.
  template <class CodesOf>
  void judge(std::span<const std::uint32_t> members, const std::vector<double>& all, double all_of, CodesOf codes_of,
             std::vector<ClusterTrait>& found) {
    double of = 0;
    for (const std::uint32_t member : members)
      of += codes_of(member, [this](std::uint32_t code) { see(code); }) ? 1 : 0;
    for (const std::uint32_t code : seen_) {
      const Count inside{inside_[code], of};
      add(code, inside, {all[code] - inside.with, all_of - of}, found);
      inside_[code] = 0;
    }
    seen_.clear();
  }

 private:
  void see(std::uint32_t code) {
    if (inside_[code]++ == 0) seen_.push_back(code);
  }

  void add(std::uint32_t code, const Count& inside, const Count& outside, std::vector<ClusterTrait>& found) const {
    const double contrast = inside.share() - outside.share();
    if (outside.of == 0 || contrast < options_.least_contrast) return;
    if (inside.share() < options_.least_lift * outside.share()) return;
    const double evidence = evidence_of(inside, outside, options_.prior);
    if (!(evidence >= options_.least_evidence)) return;
    ClusterTrait trait;
    trait.attribute = attribute_;
    trait.kind = kind_;
    trait.value = values_[code].text();
    trait.inside = inside.share();
    trait.outside = outside.share();
    if (outside.with > 0) trait.lift = inside.share() / outside.share();
    trait.contrast = contrast;
    trait.evidence = evidence;
    found.push_back(std::move(trait));
  }

  const TraitOptions& options_;
  std::string attribute_;
  TraitKind kind_;
  const std::vector<Symbol>& values_;
  std::vector<double> inside_;  // by code, 0 between clusters
  std::vector<std::uint32_t> seen_;
};

/// One trait for all clusters: counts over everyone first, then cluster by cluster.
template <class CodesOf>
void judge_values(CategoryJudge judge, std::size_t values, const std::vector<std::vector<std::uint32_t>>& members,
                  std::uint32_t clusters, CodesOf codes_of, Traits& found) {
  std::vector<double> all(values, 0);
  double all_of = 0;
  for (const auto& cluster : members) {
    for (const std::uint32_t member : cluster) {
      all_of += codes_of(member, [&](std::uint32_t code) { ++all[code]; }) ? 1 : 0;
    }
  }
  for (std::uint32_t c = 0; c < clusters; ++c) judge.judge(members[c], all, all_of, codes_of, found[c]);
}

/// Numbers of one side: count, mean, and squared distances from the mean (Welford 1962: no large squares to subtract).
struct Moments {
  double count = 0;
  double mean = 0;
  double squares = 0;

  void add(double number) {
    ++count;
    const double before = number - mean;
    mean += before / count;
    squares += before * (number - mean);
  }

  /// The moments of what is left of `*this` without `part` (Chan, Golub & LeVeque 1983).
  Moments without(const Moments& part) const {
    Moments rest;
    rest.count = count - part.count;
    if (rest.count <= 0) return rest;
    rest.mean = (mean * count - part.mean * part.count) / rest.count;
    const double apart = rest.mean - part.mean;
    rest.squares = std::max(0.0, squares - part.squares - apart * apart * part.count * rest.count / count);
    return rest;
  }
};

void judge_number(const std::string& attribute, const Moments& inside, const Moments& all, const TraitOptions& options,
                  std::vector<ClusterTrait>& found) {
  const Moments outside = all.without(inside);
  if (inside.count < 2 || outside.count < 2) return;
  const double pooled = (inside.squares + outside.squares) / (all.count - 2);
  const double spread = std::sqrt(pooled > 0 ? pooled : all.squares / (all.count - 1));
  const double difference = (inside.mean - outside.mean) / spread;
  if (!(std::abs(difference) >= options.least_difference)) return;
  const double error = std::sqrt(1 / inside.count + 1 / outside.count + difference * difference / (2 * all.count));
  if (std::abs(difference) / error < options.least_evidence) return;
  ClusterTrait trait;
  trait.attribute = attribute;
  trait.kind = TraitKind::number;
  trait.value = difference > 0 ? "higher" : "lower";
  trait.inside = inside.mean;
  trait.outside = outside.mean;
  trait.difference = difference;
  trait.contrast = std::erf(std::abs(difference) / 2);
  trait.evidence = std::abs(difference) / error;
  found.push_back(std::move(trait));
}

void judge_numbers(const ProfileTable& profiles, std::size_t trait,
                   const std::vector<std::vector<std::uint32_t>>& members, std::uint32_t clusters,
                   const TraitOptions& options, Traits& found) {
  Moments all;
  for (std::size_t row = 0; row < profiles.size(); ++row) {
    if (const double number = profiles.numbers(row)[trait]; !std::isnan(number)) all.add(number);
  }
  for (std::uint32_t c = 0; c < clusters; ++c) {
    Moments inside;
    for (const std::uint32_t member : members[c]) {
      if (const double number = profiles.numbers(member)[trait]; !std::isnan(number)) inside.add(number);
    }
    judge_number(profiles.number_traits()[trait].name.text(), inside, all, options, found[c]);
  }
}

bool is_more_telling(const ClusterTrait& a, const ClusterTrait& b) {
  return std::tie(b.contrast, b.evidence, a.attribute, a.value) <
         std::tie(a.contrast, a.evidence, b.attribute, b.value);
}

/// Whether two attributes say the same of the same members: in the same word, or with the same shares, neither nobody
/// nor everybody, among so many that it is no accident.
bool say_the_same(const ClusterTrait& a, const ClusterTrait& b, std::size_t elements) {
  constexpr std::size_t many = 100;
  if (a.kind == TraitKind::number || b.kind == TraitKind::number) return false;
  if (a.inside != b.inside || a.outside != b.outside) return false;
  return plain_words(a) == plain_words(b) || (a.outside > 0 && elements >= many);
}

/// Whether `trait` adds nothing to those kept: its attribute has spoken often enough, or another says the same.
bool is_repeated(const ClusterTrait& trait, const std::vector<ClusterTrait>& kept, const TraitOptions& options,
                 std::size_t elements) {
  std::size_t spoken = 0;
  for (const ClusterTrait& other : kept) {
    if (other.attribute == trait.attribute && other.kind == trait.kind) ++spoken;
    if (say_the_same(trait, other, elements)) return true;
  }
  return spoken >= options.per_attribute;
}

std::vector<ClusterTrait> choose(std::vector<ClusterTrait> found, const TraitOptions& options, std::size_t elements) {
  std::ranges::sort(found, is_more_telling);
  std::vector<ClusterTrait> kept;
  for (ClusterTrait& trait : found) {
    if (kept.size() == options.most) break;
    if (!is_repeated(trait, kept, options, elements)) kept.push_back(std::move(trait));
  }
  return kept;
}

}  // namespace

std::vector<std::vector<ClusterTrait>> find_traits(const ProfileTable& profiles, const Partition& partition,
                                                   std::uint32_t clusters, const TraitOptions& options) {
  const auto members = members_of(partition);
  Traits found(clusters);
  for (std::size_t i = 0; i < profiles.number_traits().size(); ++i) {
    judge_numbers(profiles, i, members, clusters, options, found);
  }
  for (std::size_t i = 0; i < profiles.category_traits().size(); ++i) {
    const CategoryTrait& trait = profiles.category_traits()[i];
    const auto code_of = [&](std::uint32_t row, auto visit) {
      const std::uint32_t code = profiles.categories(row)[i];
      if (code != ProfileTable::missing) visit(code);
      return code != ProfileTable::missing;
    };
    judge_values(CategoryJudge(options, trait.name.text(), trait.kind, trait.categories), trait.categories.size(),
                 members, clusters, code_of, found);
  }
  for (std::size_t i = 0; i < profiles.set_traits().size(); ++i) {
    const SetTrait& trait = profiles.set_traits()[i];
    const auto codes_of = [&](std::uint32_t row, auto visit) {
      const std::uint32_t set = profiles.sets(row)[i];
      if (set == ProfileTable::missing) return false;
      for (const std::uint32_t code : trait.set(set)) visit(code);
      return true;
    };
    judge_values(CategoryJudge(options, trait.name.text(), trait.kind, trait.items), trait.items.size(), members,
                 clusters, codes_of, found);
  }
  Traits kept;
  for (auto& traits : found) kept.push_back(choose(std::move(traits), options, profiles.size()));
  return kept;
}

}  // namespace outmap
