#include "model/analysis/findings/rules.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace outmap {
namespace {

/// The letters with which the name begins, in lower case where they are ASCII.
std::string first_word(std::string_view name) {
  std::string word;
  for (const char c : name) {
    if (c == ' ' || c == '-' || c == '_' || c == ',' || c == ':' || c == ';') break;
    word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return word;
}

/// Verbs with which the name of an activity of the organisation, or of its output, begins. English only: a list for
/// each language would be many more false alarms for a hint.
constexpr std::array<std::string_view, 26> activities{
    "automate",  "conduct",   "coordinate", "deliver",   "deploy",  "develop",   "digitise", "digitize", "distribute",
    "educate",   "establish", "execute",    "implement", "install", "introduce", "launch",   "migrate",  "modernise",
    "modernize", "organise",  "organize",   "promote",   "provide", "publish",   "redesign", "train"};

bool is_listed(std::string_view word) { return std::ranges::find(activities, word) != activities.end(); }

/// Also in the form "training", "organising".
bool is_activity(const std::string& word) {
  if (is_listed(word)) return true;
  if (!word.ends_with("ing")) return false;
  const std::string stem = word.substr(0, word.size() - 3);
  return is_listed(stem) || is_listed(stem + "e");
}

}  // namespace

std::vector<Found> outcomes_worded_as_activity(const MapFacts& facts) {
  return tell_of(facts.map()->outcomes, "/outcomes", [&](const Outcome& outcome) -> std::string {
    if (!is_activity(first_word(outcome.name))) return "";
    return quoted(outcome.name) + " sounds like something that is done, not like a change that somebody sees";
  });
}

}  // namespace outmap
