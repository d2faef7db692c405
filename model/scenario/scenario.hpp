// A what-if as a file says it: what is done to a map, and how its consequences are followed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/format/field.hpp"
#include "model/format/map_file.hpp"
#include "model/map/choices.hpp"

namespace outmap {

enum class Likelihood { probable, plausible, possible };
enum class WhatIfMode { change, state };
enum class FcmRule { kosko, modified_kosko, rescaled };
enum class Transfer { linear, sigmoid, tanh, bivalent, trivalent };
enum class ScenarioStart { initial, baseline };
enum class Distribution { triangular, uniform, normal };

template <>
struct Choices<Likelihood> {
  static constexpr auto words = detail::words("probable", "plausible", "possible");
};
template <>
struct Choices<WhatIfMode> {
  static constexpr auto words = detail::words("change", "state");
};
template <>
struct Choices<FcmRule> {
  static constexpr auto words = detail::words("kosko", "modified-kosko", "rescaled");
};
template <>
struct Choices<Transfer> {
  static constexpr auto words = detail::words("linear", "sigmoid", "tanh", "bivalent", "trivalent");
};
template <>
struct Choices<ScenarioStart> {
  static constexpr auto words = detail::words("initial", "baseline");
};
template <>
struct Choices<Distribution> {
  static constexpr auto words = detail::words("triangular", "uniform", "normal");
};

/// `booked-fast.current: 6`: a field of an element, and the value that it gets.
struct SetValue {
  std::string field;  // "booked-fast.current"
  std::string json;   // the value, as JSON
};
using SetValues = std::vector<SetValue>;

struct Reweight {
  Id from;
  Id to;
  double weight = 0;
};

/// Lists of a map to which a scenario adds.
struct MapAddition : MapFile {};

/// One step of a scenario. Where it says several things, they happen in the order of these members.
struct ScenarioChange {
  MapAddition add;
  SetValues set;
  std::vector<Reweight> reweight;
  Ids remove;
  IdNumbers act;  // -1 to 1: held at this change (mode change) or activation (mode state)
};

struct UncertaintyOptions {
  double runs = 1000;
  std::optional<double> seed;  // that of the command where it is missing
  double spread = 0.2;         // widest at confidence 0: weights lie within spread x 2 x (1 - confidence)
  Distribution distribution = Distribution::triangular;
};

/// A parameter that is tried over a range.
struct Sweep {
  Id act;
  double from = 0;
  double to = 1;
  double steps = 11;
};

/// Combinations of values that the sweeps of a scenario may have.
inline constexpr int most_sweep_points = 10'000;

struct Scenario {
  std::string name;
  std::optional<Likelihood> likelihood;
  WhatIfMode mode = WhatIfMode::change;
  std::optional<FcmRule> rule;           // kosko; modified-kosko in mode state
  std::optional<Transfer> transfer;      // linear; sigmoid in mode state
  double lambda = 1;                     // steepness of sigmoid and tanh
  std::optional<double> epsilon;         // 1e-6; 1e-3 in mode state
  std::optional<double> max_iterations;  // 1000; 100 in mode state
  std::vector<ScenarioChange> changes;
  IdNumbers initial;
  double initial_default = 0;
  ScenarioStart start = ScenarioStart::initial;
  bool hold_inputs = false;
  std::optional<UncertaintyOptions> uncertainty;
  std::vector<Sweep> sweep;

  std::string path;  // of the scenario in its file: "" or "/scenarios/2"
};

/// A file of one scenario, or of several under `scenarios`.
struct ScenarioFile : Scenario {
  double format = 1;
  std::vector<Scenario> scenarios;
};

/// The rule and the numbers that hold where a scenario says nothing: kosko, linear, 1e-6 and 1000 in mode change;
/// modified-kosko, sigmoid, 1e-3 and 100 in mode state.
FcmRule rule_of(const Scenario& scenario);
Transfer transfer_of(const Scenario& scenario);
double epsilon_of(const Scenario& scenario);
int max_iterations_of(const Scenario& scenario);

/// The description of a scenario file, from which reader, messages and JSON Schema are made.
const RecordType& scenario_record();

}  // namespace outmap
