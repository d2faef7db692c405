#include "cli/cluster/words.hpp"

#include <algorithm>

#include "cli/display_text.hpp"
#include "cli/messages.hpp"
#include "cli/names.hpp"
#include "model/analysis/clusters/names.hpp"
#include "model/map/choices.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

/// 43.2 -> "43"; what is not 0 but rounds to it is "<1".
std::string points_text(double points) { return points > 0 && points < 0.5 ? "<1" : grouped(points); }

struct NamedScore {
  std::string_view name;
  std::vector<std::optional<double>> of;  // by cluster
};

std::vector<NamedScore> scores_of(const ClusterReport& report) {
  std::vector<NamedScore> scores{{"unmet need", {}}, {"collaboration", {}}, {"value", {}}};
  for (const Cluster& cluster : report.clusters) {
    scores[0].of.push_back(cluster.scores.unmet_need.score);
    scores[1].of.push_back(cluster.scores.collaboration.score);
    scores[2].of.push_back(cluster.scores.value.score);
  }
  return scores;
}

}  // namespace

Ids members_of_kind(const Map& map, const Cluster& cluster, bool partners) {
  Ids ids;
  for (const Id& id : cluster.by_strength) {
    if ((map.get<Partner>(id) != nullptr) == partners) ids.push_back(id);
  }
  return ids;
}

std::string size_text(const Cluster& cluster) {
  std::vector<std::string> parts;
  if (cluster.customers > 0) parts.push_back(counted(cluster.customers, "customer"));
  if (cluster.partners > 0) parts.push_back(counted(cluster.partners, "partner"));
  std::string text = in_a_row(parts);
  if (cluster.heads > static_cast<double>(cluster.customers)) text += ", " + grouped(cluster.heads) + " heads";
  return text;
}

std::string trait_text(const Map& map, const ClusterTrait& trait) {
  const std::string words = printable(trait_words(map, trait));
  if (trait.kind == TraitKind::number) {
    return words + " " + few_decimals(trait.inside) + " on average (elsewhere " + few_decimals(trait.outside) + ")";
  }
  return words + " " + percent_text(trait.inside) + " (elsewhere " + percent_text(trait.outside) + ")";
}

std::string traits_text(const Map& map, const Cluster& cluster, std::size_t most) {
  std::string text;
  for (std::size_t i = 0; i < std::min(most, cluster.traits.size()); ++i) {
    text += (i == 0 ? "" : "; ") + trait_text(map, cluster.traits[i]);
  }
  return text;
}

std::string types_text(const Cluster& cluster) {
  std::vector<std::string> parts;
  for (const TieTypeShare& type : cluster.types) {
    std::string words = type.type.empty() ? "untyped" : printable(type.type);
    std::ranges::replace(words, '-', ' ');
    parts.push_back(words + " " + percent_text(type.share) + (type.derived ? " (from likeness)" : ""));
  }
  return few_of(parts, parts.size());
}

std::string cluster_names(const ClusterReport& report, const std::vector<std::size_t>& places) {
  std::vector<std::string> names;
  for (const std::size_t place : places) names.push_back("'" + printable(report.clusters[place].name) + "'");
  return in_a_row(names);
}

std::string unmet_need_text(const Map& map, const UnmetNeed& need, std::size_t most) {
  if (!need.score) return {};
  std::vector<std::string> parts;
  for (const UnmetPart& part : need.parts) {
    if (parts.size() < most && part.points > 0) {
      parts.push_back(printable(map.name_of(part.id)) + " " + points_text(part.points));
    }
  }
  std::string text = points_text(*need.score);
  if (!parts.empty()) text += ", the largest parts " + few_of(parts, parts.size());
  if (!need.uncounted.empty())
    text += "; " + std::to_string(need.uncounted.size()) + " not counted for want of numbers";
  return text;
}

std::string collaboration_text(const Collaboration& together) {
  if (!together.score) return {};
  return points_text(*together.score) + ", " + std::to_string(together.tied_pairs) + " of " +
         std::to_string(together.customers * together.partners) + " pairs of customer and partner are tied";
}

std::string value_text(const Map& map, const ClusterValue& value) {
  if (!value.score) return {};
  std::string text = points_text(*value.score) + ", " + money_text(value.money, map->currency) + " of " +
                     money_text(value.total, map->currency);
  if (value.unknown > 0) text += "; not known of " + counted(value.unknown, "customer");
  return text;
}

std::string initiatives_text(const Map& map, const ClusterStrategy& strategy, std::size_t most) {
  std::string text;
  std::size_t told = 0;
  for (const ClusterInitiative& initiative : strategy.initiatives) {
    if (told == most || initiative.potential.value_or(0) <= 0) break;
    std::string facts;
    if (initiative.posture) facts += std::string(word_of(*initiative.posture)) + ", ";
    facts +=
        "closes " + points_text(*initiative.potential) + " of " + points_text(strategy.open_priority) + " priority";
    if (initiative.cost) facts += ", " + money_text(*initiative.cost, map->currency);
    text += (told++ == 0 ? "" : "; ") + printable(map.name_of(initiative.id)) + " (" + facts + ")";
  }
  return text;
}

std::string needs_text(const Map& map, const ClusterStrategy& strategy) {
  constexpr std::size_t most = 5;
  return strategy.unserved.empty() ? "" : names_text(map, strategy.unserved, most) + ": no initiative serves it";
}

std::string why_first(const ClusterReport& report) {
  std::vector<std::string> reasons;
  for (const NamedScore& score : scores_of(report)) {
    if (rank_by(score.of).front() != 1 || *score.of.front() <= 0) continue;
    reasons.push_back("the largest " + std::string(score.name) + " (" + points_text(*score.of.front()) + " of 100)");
  }
  const std::string mean = "its mean of unmet need, collaboration and value";
  if (!reasons.empty())
    return mean + " is the largest (" + points_text(*report.clusters.front().attention) + " of 100), by " +
           in_a_row(reasons);
  return mean + " is the largest";
}

}  // namespace outmap
