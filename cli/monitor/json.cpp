#include <nlohmann/json.hpp>

#include "cli/json_text.hpp"
#include "cli/monitor/feedback_json.hpp"
#include "cli/monitor/report.hpp"
#include "model/format/write.hpp"
#include "model/map/choices.hpp"

namespace outmap {
namespace {

using Json = nlohmann::ordered_json;

Json point(const LevelPoint& one) { return {{"date", to_text(one.date)}, {"value", json_of(one.value)}}; }
Json point(const MarkerPoint& one) { return {{"date", to_text(one.date)}, {"level", word_of(one.level)}}; }
Json point(const std::optional<MarkerPoint>& one) { return one ? point(*one) : Json(nullptr); }

Json trend(const std::optional<Trend>& line) {
  if (!line) return nullptr;
  return {{"per_month", json_of(line->per_month)},
          {"per_month_low", json_of(line->per_month_low)},
          {"per_month_high", json_of(line->per_month_high)},
          {"from", point(line->from)},
          {"to", point(line->to)}};
}

std::string_view word_of_source(LevelSource source) {
  switch (source) {
    case LevelSource::stated:
      return "stated";
    case LevelSource::reading:
      return "reading";
    case LevelSource::ratings:
      return "ratings";
    case LevelSource::derived:
      return "derived";
    case LevelSource::missing:
      return "missing";
  }
  return "missing";
}

Json holder(const HolderStanding& one) {
  return {{"id", one.holder},
          {"current", json_of(one.current)},
          {"current_from", word_of_source(one.current_from)},
          {"target", json_of(one.target)},
          {"share_of_way", json_of(one.share_of_way)},
          {"target_met", one.target_met}};
}

Json series(const LevelSeries& one) {
  return {{"of", one.of},
          {"part", word_or_null(one.part)},
          {"name", one.name},
          {"journey", json_or_null(one.journey)},
          {"scale", {{"min", json_of(one.scale.min)}, {"max", json_of(one.scale.max)}}},
          {"unit", json_or_null(one.unit)},
          {"direction", word_of(one.direction)},
          {"importance", json_of(one.importance)},
          {"verdict", to_text(one.verdict)},
          {"unsure", one.unsure},
          {"start", point(one.start)},
          {"now", point(one.now)},
          {"change", json_of(one.change)},
          {"last_change", json_of(one.last_change)},
          {"target", json_of(one.target)},
          {"target_met", one.target_met},
          {"share_of_way", json_of(one.share_of_way)},
          {"trend", trend(one.trend)},
          {"noise", json_of(one.noise)},
          {"least_change", json_of(one.least_change)},
          {"months_to_target", json_of(one.months_to_target)},
          {"holders", json_list(one.holders, holder)},
          {"readings", json_list(one.points, [](const LevelPoint& reading) { return point(reading); })}};
}

Json unwatched(const Unwatched& one) {
  return {{"outcome", one.outcome},
          {"importance", json_of(one.importance)},
          {"last", text_or_null(one.last)},
          {"days_ago", json_or_null(one.days_ago)},
          {"answers", one.answers}};
}

Json marker(const MarkerProgress& one) {
  return {{"id", one.id},
          {"statement", one.statement},
          {"move", to_text(one.move)},
          {"start", point(one.start)},
          {"now", point(one.now)},
          {"readings", json_list(one.points, [](const MarkerPoint& reading) { return point(reading); })}};
}

Json rung(const RungProgress& one) {
  return {{"rung", to_text(one.rung)},
          {"reached", json_of(one.reached)},
          {"reached_before", json_of(one.reached_before)},
          {"high", one.high},
          {"markers", json_list(one.markers, marker)}};
}

Json partner(const PartnerProgress& one) {
  Json rungs = Json::array();
  for (const RungProgress& step : one.rungs) rungs.push_back(rung(step));
  return {{"id", one.partner},
          {"kind", word_of(one.kind)},
          {"outcome_challenge", json_or_null(one.outcome_challenge)},
          {"reached", json_of(one.reached)},
          {"reached_before", json_of(one.reached_before)},
          {"up", one.up},
          {"down", one.down},
          {"last", text_or_null(one.last)},
          {"rungs", std::move(rungs)}};
}

Json harvest(const HarvestProgress& one) {
  return {{"id", one.id},
          {"status", word_of(one.status)},
          {"outcome", one.outcome},
          {"who", json_or_null(one.who)},
          {"date", text_or_null(one.date)},
          {"where", json_or_null(one.where)},
          {"significance", json_or_null(one.significance)},
          {"contribution", json_or_null(one.contribution)},
          {"initiatives", one.initiatives},
          {"marker", json_or_null(one.marker)},
          {"substantiated_by", json_or_null(one.substantiated_by)},
          {"new", one.is_new},
          {"next", word_or_null(one.next)},
          {"missing", one.missing_fields}};
}

Json journal(const JournalEntry& one) {
  return {{"kind", word_of(one.kind)}, {"date", to_text(one.date)},        {"of", json_or_null(one.of)},
          {"text", one.text},          {"contributors", one.contributors}, {"lessons", json_or_null(one.lessons)}};
}

Json claim(const ClaimProof& one) {
  Json methods = Json::array();
  for (const EvidenceMethod method : one.methods) methods.push_back(word_of(method));
  return {{"id", one.id},
          {"to", json_or_null(one.to)},
          {"supporting", one.supporting},
          {"contradicting", one.contradicting},
          {"methods", std::move(methods)},
          {"sources", one.sources},
          {"says", one.says},
          {"does", one.does},
          {"newest", text_or_null(one.newest)}};
}

Json duty(const WatchDuty& one) {
  return {{"what", one.what},
          {"of", one.of},
          {"priority", word_or_null(one.priority)},
          {"who", json_or_null(one.who)},
          {"every", json_or_null(one.every)},
          {"last", text_or_null(one.last)},
          {"due", text_or_null(one.due)},
          {"days_late", json_or_null(one.days_late)},
          {"state", to_text(one.state)}};
}

Json evaluation(const EvaluationDuty& one) {
  return {{"question", one.question},
          {"use", json_or_null(one.use)},
          {"sources", one.sources},
          {"due", text_or_null(one.due)},
          {"days_late", json_or_null(one.days_late)},
          {"state", to_text(one.state)}};
}

Json practice(const PracticeState& one) {
  return {{"id", one.id},
          {"statement", one.statement},
          {"entries", one.entries},
          {"newest", one.newest ? journal(*one.newest) : Json(nullptr)}};
}

Json aimed(const AimedOutcome& one) {
  return {{"id", one.outcome},
          {"stated", one.stated},
          {"verdict", text_or_null(one.verdict)},
          {"change", json_of(one.change)}};
}

Json result(const InitiativeResult& one) {
  return {{"initiative", one.initiative},
          {"status", word_of(one.status)},
          {"result", to_text(one.sign)},
          {"outcomes", json_list(one.outcomes, aimed)},
          {"harvested", one.harvested}};
}

Json counts(const VerdictCounts& one) {
  return {{"outcomes", one.of},
          {"improved", one.improved},
          {"worsened", one.worsened},
          {"no_change", one.no_change},
          {"too_few_readings", one.too_few_readings},
          {"not_measured_since", one.not_measured_since},
          {"never_measured", one.never_measured},
          {"target_met", one.target_met}};
}

}  // namespace

std::string monitor_json(const Monitored& found) {
  const MonitorReport& report = found.report;
  return json_text({{"as_of", text_or_null(report.as_of)},
                    {"since", text_or_null(report.since)},
                    {"stale_after_days", report.stale_after_days},
                    {"vision", json_or_null(report.vision)},
                    {"mission", json_or_null(report.mission)},
                    {"counts", counts(report.counts)},
                    {"outcomes", json_list(report.outcomes, series)},
                    {"stages", json_list(report.stages, series)},
                    {"unwatched", json_list(report.unwatched, unwatched)},
                    {"partners", json_list(report.partners, partner)},
                    {"partners_without_markers", report.partners_without_markers},
                    {"initiatives", json_list(report.results, result)},
                    {"harvest", json_list(report.harvest, harvest)},
                    {"journals", json_list(report.journals, journal)},
                    {"feedback", feedback_json(found.feedback)},
                    {"claims", json_list(report.claims, claim)},
                    {"monitoring", json_list(report.duties, duty)},
                    {"evaluation", json_list(report.evaluations, evaluation)},
                    {"practices", json_list(report.practices, practice)},
                    {"later_readings", report.later_readings}});
}

}  // namespace outmap
