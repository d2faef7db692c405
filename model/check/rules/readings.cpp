// A reading fits what it measures: a level for an outcome, a part and a level for a stage, a word for a progress
// marker.
#include <fmt/format.h>

#include "model/check/rules.hpp"
#include "model/map/map.hpp"

namespace outmap {

namespace {

void check_marker(RuleContext& context, const Reading& reading, const std::string& path) {
  if (std::holds_alternative<MarkerLevel>(reading.value)) return;
  context.error("value.reading", path + "/value",
                fmt::format("'{}' is a progress marker and is read as a word, not a number", reading.of),
                "write low, medium or high");
}

void check_number(RuleContext& context, const Reading& reading, const Scale& scale, const std::string& path) {
  const double* level = std::get_if<double>(&reading.value);
  if (level == nullptr) {
    context.error("value.reading", path + "/value", fmt::format("'{}' is read as a number, not a word", reading.of),
                  "low, medium and high are for progress markers");
  } else if (scale.min < scale.max && (*level < scale.min || *level > scale.max)) {
    context.error("value.level", path + "/value",
                  fmt::format("the level {} lies outside of its scale, {} to {}", *level, scale.min, scale.max));
  }
}

void check_stage(RuleContext& context, const Reading& reading, const std::string& path) {
  if (!reading.part) {
    context.error("value.reading", path, fmt::format("a reading of the stage '{}' says no part", reading.of),
                  "add part: emotion, functional, financial, emotional or social");
    return;
  }
  const bool emotion = *reading.part == ReadingPart::emotion;
  check_number(context, reading, emotion ? Scale{-2, 2} : context.content.scale, path);
}

}  // namespace

void check_readings(RuleContext& context) {
  const auto& readings = context.content.readings;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const auto ref = context.index.find(readings[i].of);
    if (!ref) continue;
    if (ref->kind == ElementKind::marker) check_marker(context, readings[i], fmt::format("/readings/{}", i));
    if (ref->kind == ElementKind::stage) check_stage(context, readings[i], fmt::format("/readings/{}", i));
    if (ref->kind == ElementKind::outcome) {
      const auto& own = context.content.outcomes[ref->index].scale;
      check_number(context, readings[i], own ? *own : context.content.scale, fmt::format("/readings/{}", i));
    }
  }
}

}  // namespace outmap
