// A scale has its low end first.
#include <fmt/format.h>

#include "model/check/rules.hpp"

namespace outmap {

namespace {

void check_scale(RuleContext& context, const Scale& scale, const std::string& path) {
  if (scale.min < scale.max) return;
  context.error("value.scale", path, fmt::format("the scale runs from {} to {}", scale.min, scale.max),
                scale.min == scale.max ? "its two ends must differ"
                                       : "write the lower end as min; direction: less says that less is better");
}

}  // namespace

void check_scales(RuleContext& context) {
  check_scale(context, context.content.scale, "/scale");
  const auto& outcomes = context.content.outcomes;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    if (outcomes[i].scale) check_scale(context, *outcomes[i].scale, fmt::format("/outcomes/{}/scale", i));
  }
}

}  // namespace outmap
