// Scenarios from files and from the command line.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/io/load.hpp"
#include "model/scenario/scenario.hpp"
#include "model/text/diagnostic.hpp"

namespace outmap {

struct LoadedScenarios {
  std::vector<Scenario> scenarios;  // empty where there is an error
  std::vector<Scenario> partly;     // what could be read of them then; see wrong_names
  Diagnostics problems;             // located and sorted
  Origins origins;                  // for problems that show only when a scenario is applied
};

/// Reads a scenario file: YAML, .json or .jsonc by its ending; one scenario, or several under `scenarios`. Every
/// problem is reported in one pass, with its place and the nearest known name. A scenario without a name is called like
/// its file. Also refused: a rule or transfer function that does not fit the mode. Linear. Never throws on bad input.
LoadedScenarios load_scenarios(const std::string& path);

/// The same for text in memory.
LoadedScenarios load_scenarios_text(std::string name, std::string text);

/// What of the scenario does not fit its mode, by path: in mode change nothing may move by itself, so that the rule is
/// kosko and the transfer function has f(0) = 0; `initial` and `start` are of mode state.
void check_mode(const Scenario& scenario, Diagnostics& problems);

/// Whether all combinations of values that are to be tried are few enough.
void check_sweeps(const Scenario& scenario, Diagnostics& problems);

}  // namespace outmap
