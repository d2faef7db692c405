// Value at each stage of a journey: how much of which kind customers get, and how much they want.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "model/map/map.hpp"

namespace outmap {

inline constexpr std::array<ValueKind, 4> value_kinds = {ValueKind::functional, ValueKind::financial,
                                                         ValueKind::emotional, ValueKind::social};

struct KindOfValue {
  ValueKind kind = ValueKind::functional;
  std::optional<double> now;     // on the map's scale
  std::optional<double> wanted;  // likewise
  std::optional<double> gap;     // wanted - now, >= 0; missing where one of them is
  std::optional<double> mix;     // its part of all value at the stage, 0-1

  bool operator==(const KindOfValue&) const = default;
};

struct StageValue {
  Id journey;
  Id stage;
  std::optional<Id> customer;        // who lives it differently; missing for the stage as all live it
  std::array<KindOfValue, 4> kinds;  // in the order of value_kinds
  std::optional<double> gap;         // of all kinds that have one, together
  std::optional<ValueKind> widest;   // the kind with the widest gap above 0; of equal ones the first
  double widest_gap = 0;

  const KindOfValue& of(ValueKind kind) const { return kinds[static_cast<std::size_t>(kind)]; }
  bool operator==(const StageValue&) const = default;
};

struct StageValueOptions {
  std::optional<Date> as_of = std::nullopt;  // later readings do not count; see outmap::as_of
};

/// Value by kind at every stage that states or reads any, in the order of the map: the stage as all live it, and after
/// it each customer who differs. Of a kind counts the newest reading not after the day, else what the stage states;
/// what is stated for one of several customers beats both for that customer. Mix = (now - scale minimum) over the sum
/// of these; missing where no kind has a level, or where all lie at the scale's minimum. Deterministic.
/// O((stages + readings) log n).
std::vector<StageValue> stage_values(const Map& map, const StageValueOptions& options = {});

}  // namespace outmap
