// A relation has some strength and should join two different elements; an influence is said once.
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "model/check/rules.hpp"

namespace outmap {

namespace {

void check_relations(RuleContext& context) {
  const auto& relations = context.content.relations;
  for (std::size_t i = 0; i < relations.size(); ++i) {
    if (!relations[i].from.empty() && relations[i].from == relations[i].to) {
      context.warning("structure.self-relation", fmt::format("/relations/{}/to", i),
                      fmt::format("'{}' is tied to itself", relations[i].from),
                      "it is kept, but no picture or analysis counts it");
    }
    if (relations[i].strength == 0) {
      context.error("value.range", fmt::format("/relations/{}/strength", i), "a relation has a strength above 0",
                    "take the relation out where there is none");
    }
  }
}

/// Those that share their ends with another, and by chance a few more: of a million, few are left to be compared.
std::vector<std::size_t> likely_doubles(const std::vector<Influence>& influences) {
  constexpr std::size_t odd_mixer = 0x9e3779b97f4a7c15;  // 2^64 / the golden ratio
  const std::hash<std::string_view> hash;
  std::vector<std::pair<std::size_t, std::size_t>> hashes;
  hashes.reserve(influences.size());
  for (const Influence& one : influences)
    hashes.emplace_back((hash(one.from) * odd_mixer) ^ hash(one.to), hashes.size());
  std::ranges::sort(hashes);
  std::vector<std::size_t> likely;
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    const bool as_before = i > 0 && hashes[i].first == hashes[i - 1].first;
    const bool as_next = i + 1 < hashes.size() && hashes[i].first == hashes[i + 1].first;
    if (as_before || as_next) likely.push_back(hashes[i].second);
  }
  std::ranges::sort(likely);
  return likely;
}

void check_influences(RuleContext& context) {
  const auto& influences = context.content.influences;
  std::vector<std::size_t> order = likely_doubles(influences);
  const auto ends = [&influences](std::size_t i) { return std::tie(influences[i].from, influences[i].to); };
  std::stable_sort(order.begin(), order.end(), [&ends](std::size_t a, std::size_t b) { return ends(a) < ends(b); });
  for (std::size_t i = 1; i < order.size(); ++i) {
    if (influences[order[i]].from.empty() || ends(order[i]) != ends(order[i - 1])) continue;
    context.warning("structure.duplicate-influence", fmt::format("/influences/{}", order[i]),
                    fmt::format("the influence of '{}' on '{}' is said twice; the weights add up",
                                influences[order[i]].from, influences[order[i]].to),
                    "say it once and list the evidence of both", fmt::format("/influences/{}", order[i - 1]));
  }
}

}  // namespace

void check_ties(RuleContext& context) {
  check_relations(context);
  check_influences(context);
}

}  // namespace outmap
