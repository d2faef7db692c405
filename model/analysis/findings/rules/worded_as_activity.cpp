#include "model/analysis/findings/rules.hpp"

#include <array>
#include <string_view>
#include <unordered_set>

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

/// Also in the form "training", "organising".
bool is_activity(const std::string& word, const std::unordered_set<std::string_view>& activities) {
  if (activities.contains(word)) return true;
  if (!word.ends_with("ing")) return false;
  const std::string stem = word.substr(0, word.size() - 3);
  return activities.contains(stem) || activities.contains(stem + "e");
}

}  // namespace

std::span<const std::string_view> english_activity_words() {
  static constexpr std::array<std::string_view, 26> words{
      "automate",  "conduct",   "coordinate", "deliver",   "deploy",  "develop",   "digitise", "digitize", "distribute",
      "educate",   "establish", "execute",    "implement", "install", "introduce", "launch",   "migrate",  "modernise",
      "modernize", "organise",  "organize",   "promote",   "provide", "publish",   "redesign", "train"};
  return words;
}

std::vector<Found> outcomes_worded_as_activity(const MapFacts& facts) {
  const auto words = facts.options().activity_words;
  const std::unordered_set<std::string_view> activities(words.begin(), words.end());
  return tell_of(facts.map()->outcomes, "/outcomes", [&](const Outcome& outcome) -> std::string {
    const std::string first = first_word(outcome.name);
    if (!is_activity(first, activities)) return "";
    return quoted(outcome.name) + " sounds like something that is done, not like a change that somebody sees";
  });
}

}  // namespace outmap
