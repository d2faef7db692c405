#include "model/analysis/clusters/scores.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_map>

#include "model/analysis/clusters/answered_needs.hpp"
#include "model/analysis/clusters/places.hpp"
#include "model/analysis/clusters/weighted_mean.hpp"
#include "model/analysis/firm_value.hpp"
#include "model/analysis/levels.hpp"

namespace outmap {
namespace {

using Number = std::optional<double>;

/// Computed numbers that differ in the last digits only are the same.
double coarse(double number) { return std::round(number * 1e9); }

/// One outcome or need of one member.
struct Want {
  std::uint32_t cluster = 0;
  ElementKind kind = ElementKind::outcome;
  std::string_view id;
  std::uint32_t member = 0;
  Number importance;
  Number gap;
  bool has_outcome = true;

  bool is_counted() const { return importance && gap; }
  /// What is wanted and whether it counts: one part of a cluster's score.
  auto part() const { return std::make_tuple(cluster, kind, id, !is_counted()); }
  auto key() const { return std::make_pair(part(), member); }
};

class WantCollector {
 public:
  WantCollector(const Map& map, const LevelTable& levels, const Similarity& similarity,
                const std::vector<std::uint32_t>& places)
      : map_(map), similarity_(similarity), places_(places), levels_(levels), needs_(answer_needs(map, levels)) {
    for (const Outcome& outcome : map->outcomes) outcomes_.push_back(&outcome);
    std::ranges::sort(outcomes_, {}, [](const Outcome* outcome) -> const Id& { return outcome->id; });
  }

  /// By part, then by member; each once.
  std::vector<Want> collect() {
    add_outcomes();
    const PeopleNumbers numbers = number_people(map_);
    for (std::size_t i = 0; i < map_->customers.size(); ++i) add_needs(map_->customers[i].needs, numbers.customers[i]);
    for (std::size_t i = 0; i < map_->partners.size(); ++i) add_needs(map_->partners[i].needs, numbers.partners[i]);
    std::ranges::sort(wants_, [](const Want& a, const Want& b) { return a.key() < b.key(); });
    const auto same = [](const Want& a, const Want& b) { return a.key() == b.key(); };
    wants_.erase(std::unique(wants_.begin(), wants_.end(), same), wants_.end());
    return std::move(wants_);
  }

  const AnsweredNeed& need(std::string_view id) const { return needs_.at(id); }

 private:
  void add_outcomes() {
    for (const Outcome* outcome : outcomes_) {
      for (const Holder& holder : outcome->holders.list) {
        const auto member = similarity_.find(holder.id);
        if (!member || places_[*member] == no_cluster) continue;
        const OutcomeLevel level = levels_.of(*outcome, holder);
        wants_.push_back({places_[*member], ElementKind::outcome, outcome->id, *member, level.importance,
                          level.normalised_gap, true});
        for (const Id& need : outcome->needs) met_.emplace_back(*member, need);
      }
    }
    std::ranges::sort(met_);
  }

  void add_needs(const Ids& needs, std::uint32_t member) {
    if (places_[member] == no_cluster) return;
    for (const Id& id : needs) {
      if (std::ranges::binary_search(met_, std::pair(member, std::string_view(id)))) continue;
      const auto& [known, need] = *needs_.find(id);
      wants_.push_back(
          {places_[member], ElementKind::need, known, member, need.importance, need.gap, !need.outcomes.empty()});
    }
  }

  const Map& map_;
  const Similarity& similarity_;
  const std::vector<std::uint32_t>& places_;
  const LevelTable& levels_;
  std::vector<const Outcome*> outcomes_;  // by id, so that sums do not depend on the order of the file
  std::unordered_map<std::string_view, AnsweredNeed> needs_;
  std::vector<std::pair<std::uint32_t, std::string_view>> met_;  // member and a need that an outcome of its own answers
  std::vector<Want> wants_;
};

Uncounted reason(const Want& want) {
  if (!want.has_outcome) return Uncounted::no_outcome;
  return want.gap ? Uncounted::no_importance : Uncounted::no_gap;
}

/// `wants` are of one thing and one cluster, all with both numbers; share and points are filled in later, from `share`
/// as the sum of importance.
UnmetPart part_of(std::span<const Want> wants, const WantCollector& collector) {
  const Want& first = wants.front();
  UnmetPart part{Id(first.id), first.kind, {}, wants.size(), 0, 0, 0, 0};
  if (first.kind == ElementKind::need) part.through = collector.need(first.id).measured;
  WeightedMean gap;
  for (const Want& want : wants) {
    part.share += *want.importance;
    gap.add(*want.gap, want.importance);
  }
  part.importance = part.share / static_cast<double>(wants.size());
  part.gap = *gap.mean();
  return part;
}

void finish(UnmetNeed& unmet) {
  double importance = 0;
  for (const UnmetPart& part : unmet.parts) importance += part.share;
  if (importance > 0) {
    double score = 0;
    for (UnmetPart& part : unmet.parts) {
      part.share /= importance;
      part.points = 100 * part.share * part.gap;
      score += part.points;
    }
    unmet.score = std::clamp(score, 0.0, 100.0);
  }
  std::ranges::stable_sort(unmet.parts, [](const UnmetPart& a, const UnmetPart& b) {
    return std::make_tuple(-coarse(a.points), -coarse(a.share), std::string_view(a.id)) <
           std::make_tuple(-coarse(b.points), -coarse(b.share), std::string_view(b.id));
  });
  std::ranges::stable_sort(unmet.uncounted, [](const UncountedNeed& a, const UncountedNeed& b) {
    return a.members != b.members ? a.members > b.members : a.id < b.id;
  });
}

void score_unmet_need(const Map& map, const LevelTable& levels, const Similarity& similarity,
                      const std::vector<std::uint32_t>& places, std::vector<ClusterScores>& scores) {
  WantCollector collector(map, levels, similarity, places);
  const std::vector<Want> wants = collector.collect();
  for (std::size_t begin = 0, end = 0; begin < wants.size(); begin = end) {
    while (end < wants.size() && wants[end].part() == wants[begin].part()) ++end;
    const auto same = std::span(wants).subspan(begin, end - begin);
    UnmetNeed& unmet = scores[same.front().cluster].unmet_need;
    if (same.front().is_counted()) {
      unmet.parts.push_back(part_of(same, collector));
    } else {
      unmet.uncounted.push_back({Id(same.front().id), same.front().kind, same.size(), reason(same.front())});
    }
  }
  for (ClusterScores& score : scores) finish(score.unmet_need);
}

/// By number: whether it is a customer; everybody else is a partner.
std::vector<bool> find_customers(const PeopleNumbers& numbers) {
  std::vector<bool> is_customer(numbers.size(), false);
  for (const std::uint32_t number : numbers.customers) is_customer[number] = true;
  return is_customer;
}

void score_collaboration(const std::vector<bool>& is_customer, std::span<const WeightedTie> ties,
                         std::span<const Members> clusters, const std::vector<std::uint32_t>& places,
                         std::vector<ClusterScores>& scores) {
  std::vector<std::pair<std::uint32_t, double>> inside;  // sorted, so that sums do not depend on the order of the ties
  for (const WeightedTie& tie : ties) {
    const std::uint32_t cluster = places.at(tie.a);
    if (cluster == no_cluster || cluster != places.at(tie.b) || is_customer[tie.a] == is_customer[tie.b]) continue;
    if (tie.weight > 0) inside.emplace_back(cluster, std::min(1.0, tie.weight));
  }
  std::ranges::sort(inside);
  for (const auto& [cluster, weight] : inside) {
    ++scores[cluster].collaboration.tied_pairs;
    scores[cluster].collaboration.mean_tie += weight;
  }
  for (std::size_t cluster = 0; cluster < clusters.size(); ++cluster) {
    Collaboration& result = scores[cluster].collaboration;
    for (const std::uint32_t member : clusters[cluster]) ++(is_customer[member] ? result.customers : result.partners);
    const double pairs = static_cast<double>(result.customers) * static_cast<double>(result.partners);
    const double members = static_cast<double>(clusters[cluster].size());
    if (pairs == 0) continue;
    result.mean_tie = std::min(1.0, result.mean_tie / pairs);
    result.balance = 4 * pairs / (members * members);
    result.score = 100 * result.mean_tie * result.balance;
  }
}

void score_value(const Map& map, const PeopleNumbers& numbers, const std::vector<std::uint32_t>& places,
                 std::vector<ClusterScores>& scores) {
  std::vector<std::pair<std::uint32_t, Number>> values;  // by number, so that sums do not depend on the file
  for (std::size_t i = 0; i < map->customers.size(); ++i) {
    values.emplace_back(numbers.customers[i], total_firm_value(map->customers[i]));
  }
  std::ranges::sort(values);
  double total = 0;
  for (const auto& [number, value] : values) {
    const double counted = std::max(0.0, value.value_or(0));
    total += counted;
    if (places[number] == no_cluster) continue;
    ClusterValue& result = scores[places[number]].value;
    result.money += counted;
    ++(value ? result.known : result.unknown);
    if (value && *value < 0) ++result.negative;
  }
  for (ClusterScores& score : scores) {
    score.value.total = total;
    if (total > 0 && score.value.known > 0) score.value.score = std::min(100.0, 100 * score.value.money / total);
  }
}

}  // namespace

std::vector<ClusterScores> score_clusters(const Map& map, const Similarity& similarity,
                                          std::span<const WeightedTie> ties, std::span<const Members> clusters,
                                          const ScoreOptions& options) {
  return score_clusters(map, LevelTable(map, as_of(map, options.as_of)), similarity, ties, clusters);
}

std::vector<ClusterScores> score_clusters(const Map& map, const LevelTable& levels, const Similarity& similarity,
                                          std::span<const WeightedTie> ties, std::span<const Members> clusters) {
  const std::vector<std::uint32_t> places = places_in(clusters, similarity.size());
  std::vector<ClusterScores> scores(clusters.size());
  score_unmet_need(map, levels, similarity, places, scores);
  const PeopleNumbers numbers = number_people(map);
  score_collaboration(find_customers(numbers), ties, clusters, places, scores);
  score_value(map, numbers, places, scores);
  return scores;
}

std::vector<std::optional<std::size_t>> rank_by(std::span<const std::optional<double>> scores) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (scores[i]) order.push_back(i);
  }
  std::ranges::stable_sort(order,
                           [&](std::size_t a, std::size_t b) { return coarse(*scores[a]) > coarse(*scores[b]); });
  std::vector<std::optional<std::size_t>> ranks(scores.size());
  for (std::size_t place = 0; place < order.size(); ++place) {
    const bool is_equal = place > 0 && coarse(*scores[order[place]]) == coarse(*scores[order[place - 1]]);
    ranks[order[place]] = is_equal ? ranks[order[place - 1]] : place + 1;
  }
  return ranks;
}

}  // namespace outmap
