// What becomes of the gaps: priorities and ranks before and after.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "model/analysis/findings/findings.hpp"
#include "model/analysis/gaps.hpp"
#include "model/analysis/whatif/outcome.hpp"

namespace outmap {

struct GapChange {
  Id id;
  Presence presence = Presence::stays;
  std::optional<double> priority_before, priority_after;        // 0-100
  std::optional<double> opportunity_before, opportunity_after;  // 0-20
  std::optional<Band> band_before, band_after;
  std::size_t rank_before = 0, rank_after = 0;  // 1: the highest priority; 0: none

  bool operator==(const GapChange&) const = default;
};

/// Every outcome of either map: those with a rank after first, by it, then those without, by id. The reports must be of
/// these maps. O(outcomes log outcomes).
std::vector<GapChange> gap_changes(const Map& map_before, const GapReport& before, const Map& map_after,
                                   const GapReport& after);

/// Priority of the outcomes that are gone or unheld: it leaves the sum without having been closed.
double priority_gone(const std::vector<GapChange>& changes);

/// Structural findings that only one of the maps gives; two are the same with one code and the same first element.
struct FindingChanges {
  std::vector<Finding> opened;  // only after
  std::vector<Finding> closed;  // only before, of elements that are all still there

  bool operator==(const FindingChanges&) const = default;
};
FindingChanges finding_changes(const std::vector<Finding>& before, const Map& map_after,
                               const std::vector<Finding>& after);

}  // namespace outmap
