// Who gets better, who gets worse, and what that is worth to the firm.
#pragma once

#include <optional>
#include <vector>

#include "model/analysis/levels.hpp"
#include "model/analysis/whatif/causes.hpp"
#include "model/analysis/whatif/report.hpp"

namespace outmap {

/// The weight of an outcome of which nobody said how important it is: the middle of 0-10.
inline constexpr double usual_importance = 5;

/// A change counts from this share of a scale's width on.
inline constexpr double noticeable = 0.01;

/// A map with its levels on the day.
struct MapLevels {
  const Map& map;
  const LevelTable& levels;
};

/// The change of every customer and partner for the better, by id: the mean over the outcomes that it holds, weighted
/// by importance (5 where none is given); where it is itself a concept that falls, the lower of the two (`itself`).
/// People whom nothing moves are left out. `before` and `after` are the maps without and with the scenario.
std::vector<WhatIfShare> changes_of_people(const MapLevels& before, const MapLevels& after, const Concepts& concepts,
                                           const std::vector<double>& state, const std::vector<HeldConcept>& held);

/// Value of all customers to the firm, after less before: sizes, amounts and removed customers as the maps have them,
/// and retention that moves by elasticity x change of the customer, kept in 0-1. Missing where neither map has money.
std::optional<double> firm_value_change(const Map& before, const Map& after, const std::vector<WhatIfShare>& people);

}  // namespace outmap
