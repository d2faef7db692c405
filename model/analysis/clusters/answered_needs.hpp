// What the outcomes of a map say of each need.
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>

#include "model/analysis/levels.hpp"
#include "model/map/map.hpp"

namespace outmap {

struct AnsweredNeed {
  std::optional<double> importance;  // 0-10: its own, else the mean of those of the outcomes that answer it
  std::optional<double> gap;         // normalised, 0-1: the mean of these outcomes' gaps, by importance
  Ids outcomes;                      // that answer it, by id
  Ids measured;                      // those among them whose gap is known, by id

  bool operator==(const AnsweredNeed&) const = default;
};

/// Every need of the map by its id. Gaps are those to close (LevelTable::gap_to_close), whoever holds the outcome; the
/// plain mean where no importance is known. O(outcomes log n + references). The map must outlive the result.
std::unordered_map<std::string_view, AnsweredNeed> answer_needs(const Map& map, const LevelTable& levels);

}  // namespace outmap
