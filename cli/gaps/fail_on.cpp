#include "cli/gaps/fail_on.hpp"

#include "cli/invocation.hpp"
#include "model/check/codes.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

constexpr std::string_view opportunity_prefix = "opportunity:";

std::vector<std::string_view> rule_names() {
  std::vector<std::string_view> names{"error", "warning", "note", "opportunity"};
  for (const Code& code : all_codes()) names.push_back(code.code);
  return names;
}

}  // namespace

FailRule::FailRule(std::string text) : text_(std::move(text)) {
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
    if (text_ != to_text(severity)) continue;
    kind_ = Kind::severity;
    severity_ = severity;
    return;
  }
  if (text_.starts_with(opportunity_prefix)) {
    kind_ = Kind::opportunity;
    const auto number = parse_number(std::string_view(text_).substr(opportunity_prefix.size()));
    if (!number || *number < 0 || *number > 20) {
      throw UsageError(
          "--fail-on opportunity takes a number from 0 to 20, not '" + text_.substr(opportunity_prefix.size()) + "'",
          "write it as opportunity:12");
    }
    opportunity_ = *number;
    return;
  }
  if (find_code(text_) != nullptr) return;
  const std::string nearest = nearest_hint(text_, rule_names());
  throw UsageError(
      "--fail-on cannot be '" + text_ + "'",
      (nearest.empty() ? "" : nearest + " ") + "it takes opportunity:N, a severity (error, warning, note) or a code");
}

bool FailRule::applies_to(std::string_view code, Severity severity) const {
  return kind_ == Kind::code ? code == text_ : severity <= severity_;
}

std::vector<std::string> FailRule::outcomes_with_opportunity(const GapReport& report) const {
  std::vector<std::string> reasons;
  for (const GapRow& row : report.rows) {
    if (!row.opportunity || *row.opportunity < opportunity_) continue;
    reasons.push_back(row.id + (row.holder ? " for " + *row.holder : "") + " has opportunity " +
                      one_decimal(*row.opportunity));
  }
  return reasons;
}

std::vector<std::string> FailRule::reasons(const GapReport& report, const std::vector<Finding>& findings,
                                           const Diagnostics& problems) const {
  if (kind_ == Kind::opportunity) return outcomes_with_opportunity(report);
  std::vector<std::string> reasons;
  for (const Diagnostic& problem : problems.all()) {
    if (applies_to(problem.code, problem.severity)) reasons.push_back(problem.message + " [" + problem.code + "]");
  }
  for (const Finding& finding : findings) {
    if (applies_to(finding.code, finding.severity))
      reasons.push_back(finding.message + " [" + std::string(finding.code) + "]");
  }
  return reasons;
}

}  // namespace outmap
