// What an initiative can touch at all, by any stated way.
#pragma once

#include <span>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "model/map/map.hpp"

namespace outmap {

/// The ways on which a map says that something is passed on: what an initiative closes and improves, influences of any
/// sign, what processes and offerings serve, the touchpoints of processes, the stages of touchpoints and the outcomes
/// of stages. Wider than the effect edges of a what-if on purpose: it asks whether anything is being done, not how much
/// it helps. The map must outlive it. Built in O(references).
class InitiativeReach {
 public:
  explicit InitiativeReach(const Map& map);

  /// Everything that these elements lead to, themselves included. O(links that are reached).
  std::unordered_set<std::string_view> from(std::span<const std::string_view> starts) const;

 private:
  void link(std::string_view from, std::string_view to) { next_[from].push_back(to); }
  void link_work(const Map& map);
  void link_journeys(const Map& map);

  std::unordered_map<std::string_view, std::vector<std::string_view>> next_;
};

}  // namespace outmap
