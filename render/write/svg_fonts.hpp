// Which characters a scene shows in which face, and the font that shows them, inside the SVG.
#pragma once

#include <array>
#include <set>
#include <string>

#include "render/scene.hpp"
#include "render/text/measure.hpp"

namespace outmap {

/// The characters that are shown in each face.
using FaceCharacters = std::array<std::set<char32_t>, 3>;
void add_characters(const Scene& scene, FaceCharacters& used);

/// The `font-family` value of a picture: the family, the fonts that stand in for characters that it lacks and that
/// occur, and last what any machine has.
std::string font_stack(const FaceCharacters& used, const Fonts& fonts);

/// `@font-face` rules with a subset of each face that has any of these characters, the fonts that stand in included.
std::string face_rules(const FaceCharacters& used, const Fonts& fonts);

/// The colour in which most of the scene's letters are set; the root carries it, so that they need not.
Colour commonest_text_colour(const Scene& scene);

}  // namespace outmap
