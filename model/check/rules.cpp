#include "model/check/rules.hpp"

#include <array>

namespace outmap {

namespace {

constexpr std::array<Rule, 12> rules{{
    {"unique_ids", check_unique_ids},
    {"references", check_references},
    {"scales", check_scales},
    {"levels", check_levels},
    {"directions", check_directions},
    {"readings", check_readings},
    {"ratings", check_ratings},
    {"firm_value", check_firm_value},
    {"prerequisites", check_prerequisites},
    {"future_journeys", check_future_journeys},
    {"ties", check_ties},
    {"attributes", check_attributes},
}};

}  // namespace

std::span<const Rule> all_rules() { return rules; }

void check_rules(const MapContent& content, const ElementIndex& index, Diagnostics& problems) {
  RuleContext context(content, index, problems);
  for (const Rule& rule : rules) rule.check(context);
}

void RuleContext::add(std::string_view code, Severity severity, std::string path, std::string message, std::string hint,
                      std::string also) {
  problems_.add(
      {std::string(code), severity, {}, std::move(path), std::move(message), std::move(hint), std::move(also)});
}

void RuleContext::error(std::string_view code, std::string path, std::string message, std::string hint,
                        std::string also) {
  add(code, Severity::error, std::move(path), std::move(message), std::move(hint), std::move(also));
}

void RuleContext::warning(std::string_view code, std::string path, std::string message, std::string hint,
                          std::string also) {
  add(code, Severity::warning, std::move(path), std::move(message), std::move(hint), std::move(also));
}

}  // namespace outmap
