// The value ladder: whether every dearer offering gives the customer clearly more.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "model/analysis/value/perceived.hpp"
#include "model/map/map.hpp"

namespace outmap {

struct LadderOptions {
  std::optional<double> margin =
      std::nullopt;            // perceived value that a rung must add, > 0; a tenth of the scale's width
  std::size_t most_rungs = 5;  // more are too many to choose from
};

/// One offering with a price and a perceived value.
struct OfferingRung {
  Id id;
  double price = 0;
  PerceivedNet value;                // its net is known
  std::optional<double> price_step;  // above the rung below; missing on the lowest rung
  std::optional<double> value_step;  // the same in perceived value; negative where it gives less

  bool operator==(const OfferingRung&) const = default;
};

enum class LadderFault {
  not_better,  // the perceived value does not exceed that of the rung below, or of another cheaper one
  too_close,   // it exceeds that of the rung below by less than the margin
  too_many,    // more rungs than anybody chooses between
};

std::string_view to_text(LadderFault fault);  // "not-better"

struct LadderFinding {
  LadderFault fault = LadderFault::not_better;
  Id rung;          // the dearer of the two; empty for too_many
  Id below;         // the one that it is compared with; empty for too_many
  double step = 0;  // in perceived value, from `below` to `rung`; for too_many how many rungs there are

  bool operator==(const LadderFinding&) const = default;
};

struct ValueLadder {
  std::vector<OfferingRung> rungs;      // from the cheapest up; of one price the one with less value, then by id
  std::vector<LadderFinding> findings;  // from the lowest rung up, too_many last
  Ids off;                              // offerings without a price or without all four parts, by id
  double margin = 0;                    // as used
  std::size_t most_rungs = 5;           // as used
};

/// The offerings in the order of their price, and what is wrong with the order: each rung must be better for the
/// customer, by the margin, than the one below it. A rung that another cheaper one equals or beats is found as well,
/// for nobody who compares will choose it. Steps that differ from 0 or from the margin in the last digits only count
/// as equal to it.
///
/// Throws std::invalid_argument where the margin is not a number above 0. Deterministic. O(n^2) in the offerings.
ValueLadder find_value_ladder(const Map& map, const LadderOptions& options = {});

}  // namespace outmap
