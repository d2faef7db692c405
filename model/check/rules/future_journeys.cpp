// A future journey leads back to one of today, not in a circle; its stages replace stages of that journey.
#include <fmt/format.h>

#include <vector>

#include "model/check/cycles.hpp"
#include "model/check/rules.hpp"

namespace outmap {

namespace {

std::optional<std::size_t> journey_of(const RuleContext& context, const Id& id) {
  const auto ref = id.empty() ? std::nullopt : context.index.find(id);
  if (!ref || ref->kind != ElementKind::journey) return std::nullopt;
  return ref->index;
}

void check_replacements(RuleContext& context, std::size_t number, std::optional<std::size_t> replaced) {
  const Journey& journey = context.content.journeys[number];
  for (std::size_t s = 0; s < journey.stages.size(); ++s) {
    const Id& id = journey.stages[s].replaces;
    const auto ref = id.empty() ? std::nullopt : context.index.find(id);
    if (!ref || ref->kind != ElementKind::stage || (replaced && ref->owner == *replaced)) continue;
    context.error("structure.replaces", fmt::format("/journeys/{}/stages/{}/replaces", number, s),
                  replaced
                      ? fmt::format("'{}' is no stage of '{}', which this journey would replace", id, journey.future_of)
                      : fmt::format("'{}' belongs to no journey that this one would replace", id),
                  "name the journey of today: future_of: ID");
  }
}

}  // namespace

void check_future_journeys(RuleContext& context) {
  const auto& journeys = context.content.journeys;
  std::vector<std::vector<std::size_t>> leads_to(journeys.size());
  for (std::size_t i = 0; i < journeys.size(); ++i) {
    const auto replaced = journey_of(context, journeys[i].future_of);
    if (replaced) leads_to[i].push_back(*replaced);
    if (replaced && journeys[i].when != JourneyState::future) {
      context.warning("structure.future-of-current", fmt::format("/journeys/{}/future_of", i),
                      "only a future journey replaces another", "add when: future");
    }
    check_replacements(context, i, replaced);
  }
  for (const auto& cycle : find_cycles(leads_to)) {
    std::vector<std::string_view> ids;
    for (const std::size_t i : cycle) ids.push_back(journeys[i].id);
    ids.push_back(ids.front());
    context.error("structure.cycle", fmt::format("/journeys/{}/future_of", cycle.front()),
                  fmt::format("journeys replace one another in a circle: {}", fmt::join(ids, " → ")),
                  "the journey of today has no future_of");
  }
}

}  // namespace outmap
