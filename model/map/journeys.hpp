// Journeys, stages and touchpoints.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/map/element.hpp"

namespace outmap {

enum class JourneyState { current, future };

/// Value at a stage by kind, each on the map's scale.
struct ValueByKind {
  std::optional<double> functional;
  std::optional<double> financial;
  std::optional<double> emotional;
  std::optional<double> social;

  bool operator==(const ValueByKind&) const = default;
};

/// How one kind of customer lives a stage, where it differs from the others.
struct StageView {
  Id customer;
  std::optional<double> emotion;
  std::optional<ValueByKind> value;
  std::optional<ValueByKind> wanted;

  bool operator==(const StageView&) const = default;
};

struct Stage : Element {
  std::string goal;
  std::optional<double> emotion;  // -2 ... 2
  std::optional<ValueByKind> value;
  std::optional<ValueByKind> wanted;
  std::vector<StageView> by_customer;
  Ids touchpoints;
  Ids outcomes;
  Texts pains;
  Texts opportunities;
  Id replaces;  // a stage of the current journey, where this one is of a future journey

  bool operator==(const Stage&) const = default;
};

struct Journey : Element {
  Ids customers;
  JourneyState when = JourneyState::current;
  Id future_of;
  std::vector<Stage> stages;

  bool operator==(const Journey&) const = default;
};

enum class Layer { front, back };

struct Touchpoint : Element {
  std::string channel;
  Id owner;
  Layer layer = Layer::front;
  bool moment_of_truth = false;
  Texts pains;

  bool operator==(const Touchpoint&) const = default;
};

}  // namespace outmap
