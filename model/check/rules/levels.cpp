// Levels lie on their scale: the outcome's own where it has one, else the map's.
#include <fmt/format.h>

#include "model/check/rules.hpp"
#include "model/map/map.hpp"

namespace outmap {

namespace {

class LevelCheck {
 public:
  explicit LevelCheck(RuleContext& context) : context_(context) {}

  void level(const std::optional<double>& level, const Scale& scale, const std::string& path, std::string_view field) {
    if (!level || scale.min >= scale.max || (*level >= scale.min && *level <= scale.max)) return;
    context_.error("value.level", path + "/" + std::string(field),
                   fmt::format("the level {} lies outside of its scale, {} to {}", *level, scale.min, scale.max),
                   "mend the level, or give the outcome a scale of its own: scale: {min: …, max: …}");
  }

  void outcome(const Outcome& outcome, const std::string& path) {
    const Scale& scale = outcome.scale ? *outcome.scale : context_.content.scale;
    level(outcome.current, scale, path, "current");
    level(outcome.target, scale, path, "target");
    for (const Holder& holder : outcome.holders.list) {
      level(holder.current, scale, path + "/holders/" + holder.id, "current");
      level(holder.target, scale, path + "/holders/" + holder.id, "target");
    }
  }

  void perceived(const std::optional<PerceivedValue>& value, const std::string& path) {
    if (!value) return;
    on_map_scale(value->worth, path + "/perceived_value", "worth");
    on_map_scale(value->benefits, path + "/perceived_value", "benefits");
    on_map_scale(value->costs, path + "/perceived_value", "costs");
    on_map_scale(value->drawbacks, path + "/perceived_value", "drawbacks");
  }

  void by_kind(const std::optional<ValueByKind>& value, const std::string& path) {
    if (!value) return;
    on_map_scale(value->functional, path, "functional");
    on_map_scale(value->financial, path, "financial");
    on_map_scale(value->emotional, path, "emotional");
    on_map_scale(value->social, path, "social");
  }

  void given_levels(const IdNumbers& levels, const std::string& path) {
    for (const IdNumber& given : levels) {
      const auto ref = context_.index.find(given.id);
      if (!ref || ref->kind != ElementKind::outcome) continue;
      const Outcome& outcome = context_.content.outcomes[ref->index];
      level(given.value, outcome.scale ? *outcome.scale : context_.content.scale, path + "/levels", given.id);
    }
  }

 private:
  void on_map_scale(const std::optional<double>& value, const std::string& path, std::string_view field) {
    level(value, context_.content.scale, path, field);
  }

  RuleContext& context_;
};

void check_stages(LevelCheck& check, const MapContent& content) {
  for (std::size_t j = 0; j < content.journeys.size(); ++j) {
    const auto& stages = content.journeys[j].stages;
    for (std::size_t s = 0; s < stages.size(); ++s) {
      const auto path = fmt::format("/journeys/{}/stages/{}", j, s);
      check.by_kind(stages[s].value, path + "/value");
      check.by_kind(stages[s].wanted, path + "/wanted");
      for (const StageView& view : stages[s].by_customer) {
        check.by_kind(view.value, path + "/by_customer/" + view.customer + "/value");
        check.by_kind(view.wanted, path + "/by_customer/" + view.customer + "/wanted");
      }
    }
  }
}

}  // namespace

void check_levels(RuleContext& context) {
  const MapContent& content = context.content;
  LevelCheck check(context);
  for (std::size_t i = 0; i < content.outcomes.size(); ++i)
    check.outcome(content.outcomes[i], fmt::format("/outcomes/{}", i));
  for (std::size_t i = 0; i < content.customers.size(); ++i) {
    if (content.customers[i].perceived_value) {
      check.perceived(content.customers[i].perceived_value, fmt::format("/customers/{}", i));
    }
  }
  for (std::size_t i = 0; i < content.offerings.size(); ++i) {
    check.perceived(content.offerings[i].perceived_value, fmt::format("/offerings/{}", i));
    check.given_levels(content.offerings[i].levels, fmt::format("/offerings/{}", i));
  }
  for (std::size_t i = 0; i < content.competitors.size(); ++i) {
    check.given_levels(content.competitors[i].levels, fmt::format("/competitors/{}", i));
  }
  check_stages(check, content);
}

}  // namespace outmap
