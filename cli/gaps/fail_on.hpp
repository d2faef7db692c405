// --fail-on: what makes a command's exit status 1.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/analysis/findings/findings.hpp"
#include "model/analysis/gaps.hpp"
#include "model/text/diagnostic.hpp"

namespace outmap {

/// A rule as it was given: "opportunity:12" (an outcome with this opportunity or more), a severity (a problem or
/// finding at least that severe) or a code.
class FailRule {
 public:
  /// Throws UsageError, with the nearest right name, where `text` is no rule.
  explicit FailRule(std::string text);

  /// Why the rule applies, one line each; empty where it does not.
  std::vector<std::string> reasons(const GapReport& report, const std::vector<Finding>& findings,
                                   const Diagnostics& problems) const;

 private:
  bool applies_to(std::string_view code, Severity severity) const;
  std::vector<std::string> outcomes_with_opportunity(const GapReport& report) const;

  enum class Kind { opportunity, severity, code };

  std::string text_;
  Kind kind_ = Kind::code;
  double opportunity_ = 0;
  Severity severity_ = Severity::error;
};

}  // namespace outmap
