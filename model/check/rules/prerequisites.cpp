// Initiatives can be put in an order in which each comes after those that it requires, and none excludes what it
// requires.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "model/check/cycles.hpp"
#include "model/check/rules.hpp"

namespace outmap {

void check_prerequisites(RuleContext& context) {
  const auto& initiatives = context.content.initiatives;
  std::vector<std::vector<std::size_t>> leads_to(initiatives.size());
  for (std::size_t i = 0; i < initiatives.size(); ++i) {
    for (const Id& id : initiatives[i].prerequisites) {
      const auto ref = context.index.find(id);
      if (ref && ref->kind == ElementKind::initiative) leads_to[i].push_back(ref->index);
      const auto& excluded = initiatives[i].excludes;
      if (std::find(excluded.begin(), excluded.end(), id) == excluded.end()) continue;
      context.error("structure.contradiction", fmt::format("/initiatives/{}/excludes", i),
                    fmt::format("'{}' both requires and excludes '{}'", initiatives[i].id, id), "keep one of the two");
    }
  }
  for (const auto& cycle : find_cycles(leads_to)) {
    std::vector<std::string_view> ids;
    for (const std::size_t i : cycle) ids.push_back(initiatives[i].id);
    ids.push_back(ids.front());
    context.error("structure.cycle", fmt::format("/initiatives/{}/requires", cycle.front()),
                  fmt::format("initiatives require one another in a circle: {}", fmt::join(ids, " → ")),
                  "take one of the links out");
  }
}

}  // namespace outmap
