#include "cli/monitor/feedback_json.hpp"

#include <nlohmann/json.hpp>

#include "cli/json_text.hpp"
#include "model/format/write.hpp"

namespace outmap {
namespace {

using Json = nlohmann::ordered_json;

Json interval(const Interval& one) { return {{"low", json_of(one.low)}, {"high", json_of(one.high)}}; }
Json interval(const std::optional<Interval>& one) { return one ? interval(*one) : Json(nullptr); }

Json score(const std::optional<NpsScore>& one) {
  if (!one) return nullptr;
  return {{"n", one->n},
          {"promoters", one->promoters},
          {"passives", one->passives},
          {"detractors", one->detractors},
          {"score", json_of(one->score)},
          {"interval", interval(one->interval)}};
}

Json score(const std::optional<CsatScore>& one) {
  if (!one) return nullptr;
  return {{"n", one->n},
          {"top", one->top},
          {"share", json_of(one->share)},
          {"mean", json_of(one->mean)},
          {"interval", interval(one->interval)}};
}

Json row(const FeedbackRow& one) {
  return {{"key", json_or_null(one.key)}, {"name", json_or_null(one.name)},   {"records", one.records},
          {"comments", one.comments},     {"dissatisfied", one.dissatisfied}, {"nps", score(one.nps)},
          {"csat", score(one.csat)}};
}

Json share(const std::optional<ShareEstimate>& one) {
  if (!one) return nullptr;
  return {{"count", json_of(one->count)},
          {"of", json_of(one->of)},
          {"share", json_of(one->share)},
          {"interval", interval(one->interval)}};
}

Json change(const FeedbackChange& one) {
  return {{"stage", json_or_null(one.stage)},        {"nps_before", score(one.nps_before)},
          {"nps_after", score(one.nps_after)},       {"nps_change", interval(one.nps_change)},
          {"csat_before", score(one.csat_before)},   {"csat_after", score(one.csat_after)},
          {"csat_change", interval(one.csat_change)}};
}

Json offer(const OfferSignal& one) {
  return {{"id", one.id},
          {"offering", json_or_null(one.offering)},
          {"shown", json_of(one.shown)},
          {"paid", share(one.paid)},
          {"liked", share(one.liked)},
          {"loved", share(one.loved)},
          {"outside_core", share(one.outside_core)}};
}

}  // namespace

Json feedback_json(const FeedbackReport& feedback) {
  const auto trend = [](const FeedbackTrend& one) -> Json {
    return {{"stage", json_or_null(one.stage)}, {"months", json_list(one.months, row)}};
  };
  const auto contradiction = [](const SaysAgainstDoes& one) -> Json {
    return {{"element", one.element},
            {"says_for", one.says_for},
            {"says_against", one.says_against},
            {"does_for", one.does_for},
            {"does_against", one.does_against}};
  };
  return {{"since", text_or_null(feedback.since)},
          {"all", row(feedback.all)},
          {"stages", json_list(feedback.stages, row)},
          {"customers", json_list(feedback.customers, row)},
          {"tags", json_list(feedback.tags, row)},
          {"needs", json_list(feedback.needs, row)},
          {"themes", json_list(feedback.themes, row)},
          {"trends", json_list(feedback.trends, trend)},
          {"changes", json_list(feedback.changes, change)},
          {"uncategorised", feedback.uncategorised},
          {"undated", feedback.undated},
          {"contradictions", json_list(feedback.contradictions, contradiction)},
          {"offers", json_list(feedback.offers, offer)}};
}

}  // namespace outmap
