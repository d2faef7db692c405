#include "cli/cluster/json_parts.hpp"

#include "cli/json_text.hpp"

#include "model/format/write.hpp"
#include "model/map/choices.hpp"

namespace outmap {
namespace {

using Json = nlohmann::ordered_json;

std::string_view why_uncounted(Uncounted why) {
  if (why == Uncounted::no_importance) return "no-importance";
  return why == Uncounted::no_gap ? "no-gap" : "no-outcome";
}

Json json_of_unmet_need(const UnmetNeed& need) {
  const auto part = [](const UnmetPart& of) {
    return Json{{"id", of.id},
                {"kind", singular(of.kind)},
                {"through", of.through},
                {"members", of.members},
                {"importance", json_of(of.importance)},
                {"gap", json_of(of.gap)},
                {"share", json_of(of.share)},
                {"points", json_of(of.points)}};
  };
  const auto uncounted = [](const UncountedNeed& of) {
    return Json{{"id", of.id}, {"kind", singular(of.kind)}, {"members", of.members}, {"why", why_uncounted(of.why)}};
  };
  return {{"parts", json_list(need.parts, part)}, {"uncounted", json_list(need.uncounted, uncounted)}};
}

Json json_of_part(const FallenPart& part) {
  return {
      {"members", part.members}, {"customers", part.customers}, {"heads", json_of(part.heads)}, {"named", part.named}};
}

Json json_of_leaving(const Leaving& leaving) {
  const auto outcome = [](const LostOutcome& lost) {
    return Json{{"id", lost.id},
                {"holders", lost.holders},
                {"organisation", lost.organisation},
                {"importance", json_of(lost.importance)},
                {"heads", json_of(lost.heads)},
                {"share", json_of(lost.share)},
                {"planned", lost.planned}};
  };
  const auto substitute = [](const Substitute& other) {
    const auto shared = json_list(other.shared, [](const SharedTrait& trait) { return Json(trait.name.text()); });
    return Json{
        {"id", other.id}, {"similarity", json_of(other.similarity)}, {"shared", shared}, {"contacts", other.contacts}};
  };
  return {{"id", leaving.id},
          {"rank", leaving.rank},
          {"hurt", json_of(leaving.hurt)},
          {"cut_off", json_of(leaving.cut_off)},
          {"lost_access", json_of(leaving.lost_access)},
          {"betweenness", json_of(leaving.betweenness)},
          {"parts", json_list(leaving.parts, json_of_part)},
          {"outcomes", json_list(leaving.outcomes, outcome)},
          {"substitutes", json_list(leaving.substitutes, substitute)}};
}

Json json_of_need(const ClusterNeed& need) {
  return {{"id", need.id},
          {"importance", json_of(need.importance)},
          {"members", need.members},
          {"outcomes", need.outcomes},
          {"initiatives", need.initiatives}};
}

Json json_of_posture(const std::optional<Posture>& posture) { return word_or_null(posture); }

Json json_of_initiative(const ClusterInitiative& initiative) {
  return {{"id", initiative.id},
          {"posture", json_of_posture(initiative.posture)},
          {"status", word_of(initiative.status)},
          {"needs", initiative.needs},
          {"outcomes", initiative.outcomes},
          {"unsaid", initiative.unsaid},
          {"harmed", initiative.harmed},
          {"potential", json_of(initiative.potential)},
          {"cost", json_of(initiative.cost)},
          {"per_cost", json_of(initiative.per_cost)}};
}

Json json_of_cell(const SegmentCell& cell) {
  return {{"count", cell.count},
          {"expected", json_of(cell.expected)},
          {"residual", json_of(cell.residual)},
          {"chance", json_of(cell.chance)},
          {"stands_out", cell.stands_out}};
}

}  // namespace

Json json_of_factors(const ClusterScores& scores) {
  const Collaboration& together = scores.collaboration;
  const ClusterValue& value = scores.value;
  return {{"unmet_need", json_of_unmet_need(scores.unmet_need)},
          {"collaboration",
           {{"customers", together.customers},
            {"partners", together.partners},
            {"tied_pairs", together.tied_pairs},
            {"mean_tie", json_of(together.mean_tie)},
            {"balance", json_of(together.balance)}}},
          {"value",
           {{"money", json_of(value.money)},
            {"total", json_of(value.total)},
            {"known", value.known},
            {"unknown", value.unknown},
            {"negative", value.negative}}}};
}

Json json_of_strategy(const ClusterStrategy& strategy) {
  Json postures = Json::array();
  for (const PostureShare& share : strategy.postures) {
    postures.push_back({{"posture", json_of_posture(share.posture)},
                        {"initiatives", share.initiatives},
                        {"potential", json_of(share.potential)},
                        {"cost", json_of(share.cost)},
                        {"without_cost", share.without_cost}});
  }
  return {{"needs", json_list(strategy.needs, json_of_need)},
          {"initiatives", json_list(strategy.initiatives, json_of_initiative)},
          {"postures", std::move(postures)},
          {"unserved", strategy.unserved},
          {"open_priority", json_of(strategy.open_priority)}};
}

Json json_of_resilience(const ResilienceReport& report) {
  const auto tie = [](const BridgeTie& one) {
    return Json{{"stays", one.stays},
                {"loses", one.loses},
                {"strength", json_of(one.strength)},
                {"part", json_of_part(one.part)}};
  };
  return {{"people", json_list(report.people, json_of_leaving)},
          {"ties", json_list(report.ties, tie)},
          {"parts", report.parts}};
}

Json json_of_segments(const SegmentReport& segments) {
  const auto attribute = [](const SegmentAttribute& of) {
    return Json{{"name", of.name}, {"groups", of.groups}, {"in_quartiles", of.in_quartiles}, {"missing", of.missing}};
  };
  Json rows = Json::array();
  for (std::size_t i = 0; i < segments.segments.size(); ++i) {
    const PeopleSegment& segment = segments.segments[i];
    Json cells = Json::array();
    for (std::size_t c = 0; c < segments.cluster_sizes.size(); ++c) cells.push_back(json_of_cell(segments.cell(i, c)));
    rows.push_back({{"groups", segment.is_missing() ? Json(nullptr) : Json(segment.groups)},
                    {"members", segment.members},
                    {"outside", segment.outside},
                    {"cells", std::move(cells)}});
  }
  return {{"attributes", json_list(segments.attributes, attribute)},
          {"rows", std::move(rows)},
          {"adjusted_rand_index", json_of(segments.adjusted_rand_index)},
          {"normalised_mutual_information", json_of(segments.normalised_mutual_information)},
          {"compared", segments.compared}};
}

}  // namespace outmap
