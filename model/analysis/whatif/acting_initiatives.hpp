// The initiatives of a map as members of sets that act together.
#pragma once

#include <map>
#include <vector>

#include "model/analysis/portfolio/sieve.hpp"
#include "model/analysis/whatif/acting_sets.hpp"
#include "model/analysis/whatif/setting.hpp"

namespace outmap {

/// `initiatives` point into the setting's map, by id; `members` has their costs and what ties them together; `refused`
/// are those that no set can hold: for the reasons of choosable_initiatives, because they lead to none of the goals
/// (no_effect), or because they require two that exclude each other.
struct ActingInitiatives {
  std::vector<const Initiative*> initiatives;
  std::map<Id, Refusal, std::less<>> refused;
  PortfolioProblem members{{}, {}};
  ActingSets sets;
};

struct ActingOptions {
  Ids with = {};     // stay even where they lead to no goal
  Ids without = {};  // are not chosen from
};

/// What the scenario of `setting` (mode change) holds above 0 is there anyway; what it holds at 0 or below is not
/// chosen from. The setting must outlive the result. O(initiatives² + links).
ActingInitiatives acting_initiatives(const WhatIfSetting& setting, std::vector<SetGoal> goals,
                                     const ActingOptions& options = {});

}  // namespace outmap
