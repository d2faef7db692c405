// How a plan is spread over kinds of initiatives.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "model/analysis/portfolio/portfolio.hpp"

namespace outmap {

/// In the order of the kind's words, those that do not say last.
template <class Kind>
std::vector<BalancePart<Kind>> balance_of(const std::vector<const Initiative*>& chosen,
                                          std::optional<Kind> Initiative::*field) {
  std::vector<BalancePart<Kind>> parts;
  for (const Initiative* initiative : chosen) {
    auto part = std::ranges::find(parts, initiative->*field, &BalancePart<Kind>::kind);
    if (part == parts.end()) part = parts.insert(part, {initiative->*field, 0, 0});
    ++part->initiatives;
    part->cost += initiative->cost.value_or(0);
  }
  std::ranges::sort(parts, [](const auto& left, const auto& right) {
    if (!left.kind || !right.kind) return left.kind.has_value() > right.kind.has_value();
    return *left.kind < *right.kind;
  });
  return parts;
}

}  // namespace outmap
