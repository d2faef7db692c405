#include "model/analysis/value/ladder.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <tuple>

#include "model/analysis/rounding.hpp"

namespace outmap {
namespace {

double net(const OfferingRung& rung) { return *rung.value.net; }

/// The rungs in order, without their steps; offerings that have no place on the ladder go to `off`.
std::vector<OfferingRung> rungs_of(const Map& map, Ids& off) {
  std::vector<OfferingRung> rungs;
  for (const Offering& offering : map->offerings) {
    const PerceivedNet value = perceived_net(offering.perceived_value.value_or(PerceivedValue{}), map->scale);
    if (offering.price && value.net) {
      rungs.push_back({offering.id, *offering.price, value, std::nullopt, std::nullopt});
    } else {
      off.push_back(offering.id);
    }
  }
  std::ranges::sort(off);
  std::ranges::sort(rungs, [](const OfferingRung& a, const OfferingRung& b) {
    return std::make_tuple(a.price, net(a), std::string_view(a.id)) <
           std::make_tuple(b.price, net(b), std::string_view(b.id));
  });
  return rungs;
}

/// The best of the rungs below `index`, the cheapest of equal ones.
const OfferingRung& best_below(const std::vector<OfferingRung>& rungs, std::size_t index) {
  const auto end = rungs.begin() + static_cast<std::ptrdiff_t>(index);
  return *std::max_element(rungs.begin(), end, [](const OfferingRung& a, const OfferingRung& b) {
    return net(a) < net(b) - rounding_error;
  });
}

std::optional<LadderFinding> fault_of(const std::vector<OfferingRung>& rungs, std::size_t index, double margin) {
  const OfferingRung& rung = rungs[index];
  const OfferingRung& below = rungs[index - 1];
  const auto found = [&](LadderFault fault, const OfferingRung& other) {
    return LadderFinding{fault, rung.id, other.id, net(rung) - net(other)};
  };
  if (net(rung) <= net(below) + rounding_error) return found(LadderFault::not_better, below);
  const OfferingRung& best = best_below(rungs, index);
  if (net(rung) <= net(best) + rounding_error) return found(LadderFault::not_better, best);
  if (net(rung) - net(below) < margin - rounding_error) return found(LadderFault::too_close, below);
  return std::nullopt;
}

}  // namespace

std::string_view to_text(LadderFault fault) {
  constexpr std::array<std::string_view, 3> words = {"not-better", "too-close", "too-many"};
  return words[static_cast<std::size_t>(fault)];
}

ValueLadder find_value_ladder(const Map& map, const LadderOptions& options) {
  ValueLadder ladder;
  ladder.margin = options.margin.value_or(map->scale.width() / 10);
  if (!std::isfinite(ladder.margin) || ladder.margin <= 0)
    throw std::invalid_argument("the margin between rungs is a number above 0");
  ladder.most_rungs = options.most_rungs;
  ladder.rungs = rungs_of(map, ladder.off);
  for (std::size_t i = 1; i < ladder.rungs.size(); ++i) {
    OfferingRung& rung = ladder.rungs[i];
    rung.price_step = rung.price - ladder.rungs[i - 1].price;
    rung.value_step = net(rung) - net(ladder.rungs[i - 1]);
    if (auto fault = fault_of(ladder.rungs, i, ladder.margin)) ladder.findings.push_back(*std::move(fault));
  }
  if (ladder.rungs.size() > ladder.most_rungs) {
    ladder.findings.push_back({LadderFault::too_many, "", "", static_cast<double>(ladder.rungs.size())});
  }
  return ladder;
}

}  // namespace outmap
