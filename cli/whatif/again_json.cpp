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
  return JsonObject()
      .add("id", gap.id)
      .add("presence", to_text(gap.presence))
      .add("priority_before", json_of(gap.priority_before))
      .add("priority_after", json_of(gap.priority_after))
      .add("rank_before", rank_json(gap.rank_before))
      .add("rank_after", rank_json(gap.rank_after))
      .add("opportunity_before", json_of(gap.opportunity_before))
      .add("opportunity_after", json_of(gap.opportunity_after))
      .add("band_before", band_json(gap.band_before))
      .add("band_after", band_json(gap.band_after))
      .take();
}

Json stage_json(const StageChange& stage) {
  return JsonObject()
      .add("journey", stage.journey)
      .add("stage", stage.stage)
      .add("when", word_of(stage.when))
      .add("presence", to_text(stage.presence))
      .add("change", stage.presence == Presence::gone ? Json(nullptr) : Json(json_of(stage.change)))
      .add("outcomes", stage.outcomes)
      .add("value_gap_before", json_of(stage.value_gap_before))
      .add("value_gap_after", json_of(stage.value_gap_after))
      .add("emotion_before", json_of(stage.emotion_before))
      .add("emotion_after", json_of(stage.emotion_after))
      .take();
}

Json cluster_json(const ClusterChange& cluster) {
  return JsonObject()
      .add("before", json_or_null(cluster.before))
      .add("after", json_or_null(cluster.after))
      .add("name_before", json_or_null(cluster.name_before))
      .add("name_after", json_or_null(cluster.name_after))
      .add("members_before", cluster.members_before)
      .add("members_after", cluster.members_after)
      .add("shared", cluster.shared)
      .add("scores_before", JsonObject()
                                .add("unmet_need", json_of(cluster.unmet_before))
                                .add("collaboration", json_of(cluster.collaboration_before))
                                .add("value", json_of(cluster.value_before))
                                .take())
      .add("scores_after", JsonObject()
                               .add("unmet_need", json_of(cluster.unmet_after))
                               .add("collaboration", json_of(cluster.collaboration_after))
                               .add("value", json_of(cluster.value_after))
                               .take())
      .add("attention_before", json_of(cluster.attention_before))
      .add("attention_after", json_of(cluster.attention_after))
      .take();
}

Json move_json(const ClusterMove& move) {
  return JsonObject().add("id", move.id).add("from", json_or_null(move.from)).add("to", json_or_null(move.to)).take();
}

Json open_json(const OpenOutcome& open) {
  return JsonObject()
      .add("outcome", open.outcome)
      .add("holders", open.holders)
      .add("organisation", open.organisation)
      .take();
}

Json point_json(const SoleAccess& point) {
  return JsonObject()
      .add("person", point.person)
      .add("outcome", point.outcome)
      .add("holders", point.holders)
      .add("organisation", point.organisation)
      .take();
}

Json access_json(const AccessChanges& access) {
  return JsonObject()
      .add("lost", json_list(access.lost, open_json))
      .add("gained", json_list(access.gained, open_json))
      .add("new_single_points", json_list(access.new_single_points, point_json))
      .add("past_single_points", json_list(access.past_single_points, point_json))
      .take();
}

/// 1: all pull, -1: all push, 0: as much of either; null where no initiative says which it is.
Json balance_json(const WhatIfReport& report) {
  const auto push = static_cast<double>(report.push), pull = static_cast<double>(report.pull);
  return push + pull > 0 ? Json(json_of((pull - push) / (push + pull))) : Json(nullptr);
}

}  // namespace

Json gap_changes_json(const std::vector<GapChange>& changes) { return json_list(changes, gap_json); }

Json cluster_changes_json(const ClusterChanges& changes) {
  return JsonObject()
      .add("changed", json_list(changes.moves, move_json))
      .add("clusters", json_list(changes.clusters, cluster_json))
      .add("modularity_before", json_of(changes.modularity_before))
      .add("modularity_after", json_of(changes.modularity_after))
      .take();
}

Json finding_changes_json(const FindingChanges& changes) {
  return JsonObject().add("opened", findings_json(changes.opened)).add("closed", findings_json(changes.closed)).take();
}

Json found_again_json(const WhatIfReport& report) {
  return JsonObject()
      .add("gaps", gap_changes_json(report.gaps))
      .add("priority_before", json_of(report.priority_before))
      .add("priority_after", json_of(report.priority_after))
      .add("priority_gone", json_of(report.priority_gone))
      .add("findings", finding_changes_json(report.findings))
      .add("journeys", json_list(report.stages, stage_json))
      .add("clusters", report.clusters ? cluster_changes_json(*report.clusters) : Json(nullptr))
      .add("access", access_json(report.access))
      .add("push_pull",
           JsonObject().add("push", report.push).add("pull", report.pull).add("balance", balance_json(report)).take())
      .take();
}

}  // namespace outmap
