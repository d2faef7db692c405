#include "model/scenario/wrong_names.hpp"

#include <algorithm>

#include "model/scenario/apply.hpp"

namespace outmap {
namespace {

bool is_about_names(const Diagnostic& problem) {
  return problem.code == "scenario.unknown-id" || problem.code == "scenario.unknown-field" ||
         problem.code == "scenario.unknown-influence";
}

/// Whether one of the two paths lies on the other.
bool touch(const std::string& a, const std::string& b) { return a.starts_with(b) || b.starts_with(a); }

}  // namespace

Diagnostics wrong_names(const Map& map, const LoadedScenarios& loaded) {
  Diagnostics wrong;
  const auto& errors = loaded.problems.all();
  const auto in_addition = [](const Diagnostic& error) { return error.path.find("/add") != std::string::npos; };
  if (std::any_of(errors.begin(), errors.end(), in_addition)) return wrong;
  for (const Scenario& scenario : loaded.partly) {
    Diagnostics found;
    apply(map, scenario, found);
    for (const Diagnostic& problem : found.all()) {
      const bool follows = std::any_of(errors.begin(), errors.end(), [&](const Diagnostic& error) {
        return !error.path.empty() && touch(error.path, problem.path);
      });
      if (is_about_names(problem) && !follows) wrong.add(problem);
    }
  }
  locate_problems(wrong, loaded.origins);
  return wrong;
}

}  // namespace outmap
