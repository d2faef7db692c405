// An outcome that is to come down, of a kind that is better the less there is, without 'direction: less'.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "model/check/rules.hpp"
#include "model/map/map.hpp"

namespace outmap {

namespace {

/// Units of time and words that begin the names of what people want less of. A surplus on a plain scale is no slip, so
/// nothing else is suspected.
constexpr std::array<std::string_view, 22> wanted_less{
    "s", "sec", "second", "seconds", "min",   "mins", "minute", "minutes",    "h",      "hour",  "hours",
    "d", "day", "days",   "week",    "weeks", "cost", "errors", "complaints", "delays", "waits", "waiting"};

bool is_wanted_less(std::string_view text) {
  std::string word;
  for (const char letter : text.substr(0, text.find(' ')))
    word += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  return std::ranges::find(wanted_less, word) != wanted_less.end();
}

}  // namespace

void check_directions(RuleContext& context) {
  for (std::size_t i = 0; i < context.content.outcomes.size(); ++i) {
    const Outcome& outcome = context.content.outcomes[i];
    if (outcome.direction == Direction::less || !outcome.current || !outcome.target) continue;
    if (*outcome.target >= *outcome.current) continue;
    if (!is_wanted_less(outcome.unit) && !is_wanted_less(outcome.name)) continue;
    context.warning("value.direction", fmt::format("/outcomes/{}/target", i),
                    fmt::format("'{}' is to come down from {} to {}, but more counts as better", outcome.id,
                                *outcome.current, *outcome.target),
                    "is less better? Add direction: less");
  }
}

}  // namespace outmap
