// What the organisation and others do: offerings, processes, initiatives, competitors; and factors.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/map/element.hpp"
#include "model/map/people.hpp"

namespace outmap {

struct Offering : Element {
  std::optional<double> price;
  std::optional<double> cost;
  IdNumbers levels;
  std::optional<PerceivedValue> perceived_value;

  bool operator==(const Offering&) const = default;
};

struct Process : Element {
  Id owner;
  Texts steps;
  Ids serves;
  Ids touchpoints;

  bool operator==(const Process&) const = default;
};

enum class InitiativeStatus { idea, planned, running, done, stopped };
enum class InitiativeMode { push, pull };
enum class Posture { relevant, responsive, resilient };
enum class Horizon { today, tomorrow };
enum class Origin { asked, used, ours, imposed };

struct Initiative : Element {
  std::optional<double> cost;
  InitiativeStatus status = InitiativeStatus::idea;
  std::optional<InitiativeMode> mode;
  std::optional<Posture> posture;
  std::optional<Horizon> horizon;
  std::optional<Origin> origin;
  IdNumbers closes;  // share of the outcome's gap, 0-1
  Ids improves;
  Ids prerequisites;  // `requires` in a map
  Ids excludes;

  bool operator==(const Initiative&) const = default;
};

struct Competitor : Element {
  std::optional<double> price;
  IdNumbers levels;

  bool operator==(const Competitor&) const = default;
};

struct Factor : Element {
  bool operator==(const Factor&) const = default;
};

}  // namespace outmap
