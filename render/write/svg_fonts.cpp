#include "render/write/svg_fonts.hpp"

#include <functional>
#include <map>

#include "render/text/code_points.hpp"
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

std::string font_stack(const Fonts& fonts) { return fonts.family() + ",'DejaVu Sans',sans-serif"; }

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
    rules += "@font-face{font-family:" + fonts.family() + ";font-weight:" + (face == Face::semibold ? "600" : "400") +
             ";font-style:" + (face == Face::italic ? "italic" : "normal") + ";src:url(data:font/otf;base64," +
             base64(subset) + ")}";
  }
  return rules;
}

std::string embedded_faces(const Scene& scene, const Fonts& fonts) {
  FaceCharacters used;
  add_characters(scene, used);
  return face_rules(used, fonts);
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
