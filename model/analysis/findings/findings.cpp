#include "model/analysis/findings/findings.hpp"

#include <array>

#include "model/analysis/findings/rules.hpp"
#include "model/check/codes.hpp"

namespace outmap {
namespace {

/// What a rule's findings hang on: on what there is and how it is tied, or on levels too.
enum class HangsOn { structure, levels };

struct FindingRule {
  std::string_view code;
  std::vector<Found> (*find)(const MapFacts& facts);
  HangsOn on = HangsOn::structure;
};

constexpr std::array<FindingRule, 27> rules{{
    {"gap.stage-without-outcome", stages_without_outcome},
    {"gap.stage-without-touchpoint", stages_without_touchpoint},
    {"gap.outcome-unserved", outcomes_unserved},
    {"gap.need-without-outcome", needs_without_outcome},
    {"gap.customer-without-journey", customers_without_journey},
    {"gap.customer-without-need", customers_without_need},
    {"gap.customer-without-partner", customers_without_partner},
    {"gap.partner-unrelated", partners_unrelated},
    {"gap.initiative-reaches-nothing", initiatives_reaching_nothing},
    {"gap.initiative-without-effect", initiatives_without_effect},
    {"gap.outcome-unmeasured", outcomes_unmeasured},
    {"gap.outcome-without-evidence", outcomes_without_evidence},
    {"gap.evidence-stale", outcomes_with_stale_evidence},
    {"gap.evidence-contradictory", outcomes_with_contradictory_evidence},
    {"gap.single-partner", outcomes_on_a_single_partner},
    {"gap.process-serves-nothing", processes_serving_nothing},
    {"gap.target-below-level", targets_below_level, HangsOn::levels},
    {"gap.partner-without-challenge", partners_without_challenge},
    {"gap.markers-incomplete", partners_with_incomplete_markers},
    {"gap.strategy-map-empty", partners_with_empty_strategy_map},
    {"gap.worded-as-activity", outcomes_worded_as_activity},
    {"gap.loop-unexplained", loops_unexplained},
    {"gap.influence-without-source", influences_without_source},
    {"gap.closes-disagree", closes_disagree, HangsOn::levels},
    {"gap.rung-not-better", rungs_not_better},
    {"gap.rungs-too-close", rungs_too_close},
    {"gap.rungs-too-many", rungs_too_many},
}};

std::vector<Finding> apply_rules(const MapFacts& facts, bool (*wanted)(const FindingRule&)) {
  std::vector<Finding> findings;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
    for (const FindingRule& rule : rules) {
      const Code& code = *find_code(rule.code);
      if (code.severity != severity || !wanted(rule)) continue;
      for (Found& found : rule.find(facts)) {
        findings.push_back({rule.code, severity, std::move(found.elements), std::move(found.subject),
                            std::move(found.message), code.mend, std::move(found.path)});
      }
    }
  }
  return findings;
}

bool any_rule(const FindingRule&) { return true; }

}  // namespace

std::vector<std::string_view> finding_codes() {
  std::vector<std::string_view> codes;
  for (const FindingRule& rule : rules) codes.push_back(rule.code);
  return codes;
}

std::vector<Finding> find_structural_gaps(const Map& map, const FindingOptions& options) {
  return find_structural_gaps(map, LevelTable(map, as_of(map, options.as_of)), options);
}

std::vector<Finding> find_structural_gaps(const Map& map, const LevelTable& levels, const FindingOptions& options) {
  return apply_rules(MapFacts(map, levels, options), any_rule);
}

std::vector<Finding> find_structural_gaps(const Map& map, const LevelTable& levels, const EffectGraph& effects,
                                          const FindingOptions& options) {
  return apply_rules(MapFacts(map, levels, options, &effects), any_rule);
}

std::vector<Finding> find_level_gaps(const Map& map, const LevelTable& levels, const FindingOptions& options) {
  return apply_rules(MapFacts(map, levels, options),
                     [](const FindingRule& rule) { return rule.on == HangsOn::levels; });
}

Diagnostics as_notes(const std::vector<Finding>& findings) {
  Diagnostics notes;
  for (const Finding& finding : findings) {
    notes.add(
        {std::string(finding.code), Severity::note, {}, finding.path, finding.message, std::string(finding.hint)});
  }
  return notes;
}

}  // namespace outmap
