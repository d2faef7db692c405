// The scenarios that a command works with: from files and from its options.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/invocation.hpp"
#include "model/scenario/apply.hpp"
#include "model/scenario/load.hpp"

namespace outmap {

/// The arguments and options of every command that takes scenarios.
Argument scenario_argument();
std::vector<Option> scenario_options();

struct OpenScenario {
  Scenario scenario;
  Origins origins;                                        // of its file, for problems that show only when it is applied
  std::string typed;                                      // path of the change that was typed as options, where one was
  std::optional<AppliedScenario> applied = std::nullopt;  // to the map it was opened for, where that was done
};

/// The scenarios of the files named after the map, each with what --act, --set and --remove add to it as a last step;
/// without files one scenario of these alone, without these either none. Shows in one pass, on stderr, the mistakes of
/// the files, what of them does not fit `map`, and the problems of every scenario where there are several (a single
/// sound one is left to whoever applies it); throws MapRefused where there is an error. Throws UsageError for an option
/// that is not ID=NUMBER or FIELD=VALUE.
std::vector<OpenScenario> open_scenarios(const Invocation& given, const Map& map, const Console& console);

/// Shows the problems of applying a scenario, with their places; throws MapRefused where there is an error.
void tell_problems(Diagnostics problems, const OpenScenario& of, const Console& console);

}  // namespace outmap
