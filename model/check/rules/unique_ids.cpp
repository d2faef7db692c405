// Every id is unique over the whole map, whatever the kind.
#include <fmt/format.h>

#include "model/check/rules.hpp"
#include "model/format/scalar.hpp"
#include "model/map/map.hpp"

namespace outmap {

void check_unique_ids(RuleContext& context) {
  const auto& refs = context.index.by_id();
  for (std::size_t i = 1; i < refs.size(); ++i) {
    const Element& element = element_at(context.content, refs[i]);
    std::size_t first = i - 1;
    if (element.id.empty() || element_at(context.content, refs[first]).id != element.id) continue;
    while (first > 0 && element_at(context.content, refs[first - 1]).id == element.id) --first;
    context.error("structure.duplicate-id", path_of(context.content, refs[i]) + "/id",
                  fmt::format("the id '{}' is taken by {}", element.id, with_article(singular(refs[first].kind))),
                  "ids are unique over the whole map, whatever the kind",
                  path_of(context.content, refs[first]) + "/id");
  }
}

}  // namespace outmap
