#include "render/report/picture_words.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <variant>

namespace outmap {
namespace {

constexpr std::array<std::string_view, 13> helps_the_eye{
    "axis",      "bands",     "crosshair", "events",  "ground", "heading", "legend", "line", "line-of-visibility",
    "quadrants", "reference", "steps",     "whiskers"};
constexpr std::array<std::string_view, 2> kinds_of_ties{"influence", "tie"};

struct Told {
  std::string text;
  bool tie = false;
};

void collect(const std::vector<Shape>& shapes, std::vector<Told>& told) {
  for (const Shape& shape : shapes) {
    const auto* group = std::get_if<Group>(&shape);
    if (group == nullptr) continue;
    if (!group->title.empty() && std::ranges::find(helps_the_eye, group->kind) == helps_the_eye.end())
      told.push_back({group->description.empty() ? group->title : group->title + ". " + group->description,
                      std::ranges::find(kinds_of_ties, group->kind) != kinds_of_ties.end()});
    collect(group->shapes, told);
  }
}

/// Whether another text begins with the same sentence and goes on.
bool told_at_length(const std::set<std::string>& texts, const std::string& text) {
  const std::string begin = text + ". ";
  const auto next = texts.lower_bound(begin);
  return next != texts.end() && next->starts_with(begin);
}

}  // namespace

std::vector<std::string> picture_words(const Scene& scene) {
  std::vector<Told> told;
  collect(scene.shapes, told);
  std::stable_partition(told.begin(), told.end(), [](const Told& one) { return !one.tie; });
  std::set<std::string> texts;
  for (const Told& one : told) texts.insert(one.text);
  std::vector<std::string> words;
  std::set<std::string> known;
  for (Told& one : told)
    if (!told_at_length(texts, one.text) && known.insert(one.text).second) words.push_back(std::move(one.text));
  return words;
}

}  // namespace outmap
