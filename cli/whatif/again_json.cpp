#include "cli/whatif/again_json.hpp"

#include <nlohmann/json.hpp>

#include "cli/gaps/findings.hpp"
#include "cli/json_text.hpp"
#include "model/format/write.hpp"

namespace outmap {
namespace {

using Json = nlohmann::ordered_json;

Json rank_json(std::size_t rank) { return rank > 0 ? Json(rank) : Json(nullptr); }
Json band_json(const std::optional<Band>& band) { return text_or_null(band); }

Json gap_json(const GapChange& gap) {
  return {{"id", gap.id},
          {"presence", to_text(gap.presence)},
          {"priority_before", json_of(gap.priority_before)},
          {"priority_after", json_of(gap.priority_after)},
          {"rank_before", rank_json(gap.rank_before)},
          {"rank_after", rank_json(gap.rank_after)},
          {"opportunity_before", json_of(gap.opportunity_before)},
          {"opportunity_after", json_of(gap.opportunity_after)},
          {"band_before", band_json(gap.band_before)},
          {"band_after", band_json(gap.band_after)}};
}

Json stage_json(const StageChange& stage) {
  return {{"journey", stage.journey},
          {"stage", stage.stage},
          {"when", word_of(stage.when)},
          {"presence", to_text(stage.presence)},
          {"change", stage.presence == Presence::gone ? Json(nullptr) : Json(json_of(stage.change))},
          {"outcomes", stage.outcomes},
          {"value_gap_before", json_of(stage.value_gap_before)},
          {"value_gap_after", json_of(stage.value_gap_after)},
          {"emotion_before", json_of(stage.emotion_before)},
          {"emotion_after", json_of(stage.emotion_after)}};
}

Json cluster_json(const ClusterChange& cluster) {
  return {{"before", json_or_null(cluster.before)},
          {"after", json_or_null(cluster.after)},
          {"name_before", json_or_null(cluster.name_before)},
          {"name_after", json_or_null(cluster.name_after)},
          {"members_before", cluster.members_before},
          {"members_after", cluster.members_after},
          {"shared", cluster.shared},
          {"scores_before",
           {{"unmet_need", json_of(cluster.unmet_before)},
            {"collaboration", json_of(cluster.collaboration_before)},
            {"value", json_of(cluster.value_before)}}},
          {"scores_after",
           {{"unmet_need", json_of(cluster.unmet_after)},
            {"collaboration", json_of(cluster.collaboration_after)},
            {"value", json_of(cluster.value_after)}}},
          {"attention_before", json_of(cluster.attention_before)},
          {"attention_after", json_of(cluster.attention_after)}};
}

Json move_json(const ClusterMove& move) {
  return {{"id", move.id}, {"from", json_or_null(move.from)}, {"to", json_or_null(move.to)}};
}

Json open_json(const OpenOutcome& open) {
  return {{"outcome", open.outcome}, {"holders", open.holders}, {"organisation", open.organisation}};
}

Json point_json(const SoleAccess& point) {
  return {{"person", point.person},
          {"outcome", point.outcome},
          {"holders", point.holders},
          {"organisation", point.organisation}};
}

Json access_json(const AccessChanges& access) {
  return {{"lost", json_list(access.lost, open_json)},
          {"gained", json_list(access.gained, open_json)},
          {"new_single_points", json_list(access.new_single_points, point_json)},
          {"past_single_points", json_list(access.past_single_points, point_json)}};
}

/// 1: all pull, -1: all push, 0: as much of either; null where no initiative says which it is.
Json balance_json(const WhatIfReport& report) {
  const auto push = static_cast<double>(report.push), pull = static_cast<double>(report.pull);
  return push + pull > 0 ? Json(json_of((pull - push) / (push + pull))) : Json(nullptr);
}

}  // namespace

Json gap_changes_json(const std::vector<GapChange>& changes) { return json_list(changes, gap_json); }

Json cluster_changes_json(const ClusterChanges& changes) {
  return {{"changed", json_list(changes.moves, move_json)},
          {"clusters", json_list(changes.clusters, cluster_json)},
          {"modularity_before", json_of(changes.modularity_before)},
          {"modularity_after", json_of(changes.modularity_after)}};
}

Json finding_changes_json(const FindingChanges& changes) {
  return {{"opened", findings_json(changes.opened)}, {"closed", findings_json(changes.closed)}};
}

Json found_again_json(const WhatIfReport& report) {
  return {{"gaps", gap_changes_json(report.gaps)},
          {"priority_before", json_of(report.priority_before)},
          {"priority_after", json_of(report.priority_after)},
          {"priority_gone", json_of(report.priority_gone)},
          {"findings", finding_changes_json(report.findings)},
          {"journeys", json_list(report.stages, stage_json)},
          {"clusters", report.clusters ? cluster_changes_json(*report.clusters) : Json(nullptr)},
          {"access", access_json(report.access)},
          {"push_pull", {{"push", report.push}, {"pull", report.pull}, {"balance", balance_json(report)}}}};
}

}  // namespace outmap
