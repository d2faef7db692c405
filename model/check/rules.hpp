// The rules that a map's content must keep. One file per rule in model/check/rules, one row per rule in rules.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/map/content.hpp"
#include "model/map/index.hpp"
#include "model/text/diagnostic.hpp"

namespace outmap {

/// What a rule looks at, and where it reports.
class RuleContext {
 public:
  RuleContext(const MapContent& checked, const ElementIndex& by_id, Diagnostics& found)
      : content(checked), index(by_id), problems_(found) {}

  const MapContent& content;
  const ElementIndex& index;

  /// `also`: the path of another place that the message speaks of.
  void error(std::string_view code, std::string path, std::string message, std::string hint = {},
             std::string also = {});
  void warning(std::string_view code, std::string path, std::string message, std::string hint = {},
               std::string also = {});

 private:
  void add(std::string_view code, Severity severity, std::string path, std::string message, std::string hint,
           std::string also);
  Diagnostics& problems_;
};

struct Rule {
  std::string_view name;  // of its file
  void (*check)(RuleContext& context);
};

std::span<const Rule> all_rules();

/// Runs every rule. Problems carry paths, not places. Each rule is at most O(n log n) in elements and references.
void check_rules(const MapContent& content, const ElementIndex& index, Diagnostics& problems);

void check_unique_ids(RuleContext& context);
void check_references(RuleContext& context);
void check_scales(RuleContext& context);
void check_directions(RuleContext& context);
void check_levels(RuleContext& context);
void check_readings(RuleContext& context);
void check_ratings(RuleContext& context);
void check_firm_value(RuleContext& context);
void check_prerequisites(RuleContext& context);
void check_future_journeys(RuleContext& context);
void check_ties(RuleContext& context);
void check_attributes(RuleContext& context);

}  // namespace outmap
