// `outmap whatif --all-rules`: which conclusions hold under every rule and transfer function.
#pragma once

#include <string>
#include <vector>

#include "cli/console.hpp"
#include "cli/invocation.hpp"
#include "cli/scenarios/open.hpp"
#include "model/analysis/whatif/variants.hpp"

namespace outmap {

/// The option --all-rules.
Option all_rules_option();

/// Follows each scenario under every rule and transfer function that fits, and writes what holds. Throws UsageError
/// where there is no scenario.
int run_all_rules(const Invocation& given, const Map& map, const std::vector<OpenScenario>& scenarios,
                  Console& console);

/// What holds and what does not, in sentences; below them every variant.
std::string variants_text(const Map& map, const std::vector<VariantReport>& reports, const Screen& screen);

/// A row for each variant of each scenario, as CSV or Markdown.
std::string variants_listing(const std::vector<VariantReport>& reports, const std::string& format,
                             const Screen& screen);

/// {"scenarios": [{"name", "settled", "variants": [...], "conclusions": [...]}], "ranking": {...}}.
std::string variants_json(const std::vector<VariantReport>& reports);

}  // namespace outmap
