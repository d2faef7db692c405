#include "render/write/svg_fonts.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "render/text/code_points.hpp"
#include "render/text/stand_ins.hpp"
#include "render/write/base64.hpp"

namespace outmap {
namespace {

void for_each_run(const std::vector<Shape>& shapes, const std::function<void(const TextRun&)>& visit) {
  for (const Shape& shape : shapes) {
    if (const auto* group = std::get_if<Group>(&shape)) for_each_run(group->shapes, visit);
    if (const auto* line = std::get_if<TextShape>(&shape))
      for (const TextRun& run : line->runs) visit(run);
  }
}

}  // namespace

namespace {

/// More than this a font that stands in may not add to a picture: then it is named, and the reader's own is taken.
constexpr std::size_t most_stand_in_bytes = 300'000;

/// A family's name between quotes; what would end the quotes is left out.
std::string quoted_family(const std::string& family) {
  std::string name = "'";
  for (const char c : family)
    if (c != '\'' && c != '"' && c != '\\' && c != '<' && c != '&' && static_cast<unsigned char>(c) >= ' ') name += c;
  return name + "'";
}

/// The fonts that stand in, each once with all its characters, in fontconfig's order.
std::vector<StandIn> stand_ins_of(const FaceCharacters& used, const Fonts& fonts) {
  std::vector<StandIn> all;
  for (const Face face : {Face::regular, Face::semibold, Face::italic})
    for (StandIn& found : find_stand_ins(fonts, face, used[static_cast<std::size_t>(face)])) {
      const auto same = std::find_if(all.begin(), all.end(), [&](const StandIn& other) {
        return other.font.path == found.font.path && other.font.index == found.font.index;
      });
      if (same == all.end())
        all.push_back(std::move(found));
      else
        same->characters.merge(found.characters);
    }
  return all;
}

std::string face_rule(const std::string& family, bool bold, bool italic, const std::string& file) {
  const std::string kind = file.starts_with("OTTO") ? "otf" : "ttf";
  return "@font-face{font-family:" + family + ";font-weight:" + (bold ? "600" : "400") +
         ";font-style:" + (italic ? "italic" : "normal") + ";src:url(data:font/" + kind + ";base64," + base64(file) +
         ")}";
}

}  // namespace

std::string font_stack(const FaceCharacters& used, const Fonts& fonts) {
  std::string stack = fonts.family();
  std::vector<std::string> named;
  for (const StandIn& other : stand_ins_of(used, fonts)) {
    const std::string name = quoted_family(other.font.family);
    if (std::find(named.begin(), named.end(), name) != named.end()) continue;
    stack += "," + name;
    named.push_back(name);
  }
  const std::string common = "'DejaVu Sans'";
  if (std::find(named.begin(), named.end(), common) == named.end()) stack += "," + common;
  return stack + ",sans-serif";
}

void add_characters(const Scene& scene, FaceCharacters& used) {
  for_each_run(scene.shapes, [&](const TextRun& run) {
    auto& characters = used[static_cast<std::size_t>(run.face)];
    for (std::size_t at = 0; at < run.text.size();) {
      const CodePoint next = read_code_point(run.text, at);
      characters.insert(next.value);
      at += next.bytes;
    }
  });
}

std::string face_rules(const FaceCharacters& used, const Fonts& fonts) {
  std::string rules;
  for (const Face face : {Face::regular, Face::semibold, Face::italic}) {
    const auto& characters = used[static_cast<std::size_t>(face)];
    if (characters.empty()) continue;
    const std::string subset = fonts.subset(face, characters);
    if (subset.empty()) continue;
    rules += face_rule(fonts.family(), face == Face::semibold, face == Face::italic, subset);
  }
  for (const StandIn& other : stand_ins_of(used, fonts)) {
    const std::string subset = subset_of(other);
    if (!subset.empty() && subset.size() <= most_stand_in_bytes)
      rules += face_rule(quoted_family(other.font.family), other.font.bold, other.font.italic, subset);
  }
  return rules;
}

Colour commonest_text_colour(const Scene& scene) {
  std::map<Colour, int> uses;
  for_each_run(scene.shapes, [&](const TextRun& run) { ++uses[run.colour]; });
  Colour commonest;
  int most = 0;
  for (const auto& [colour, count] : uses)
    if (count > most) {
      commonest = colour;
      most = count;
    }
  return commonest;
}

}  // namespace outmap
