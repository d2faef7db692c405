// Small line drawings in a 16 x 16 box: channels, kinds of evidence, tie types, badges.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "render/diagram.hpp"
#include "render/scene.hpp"

namespace outmap {

/// Every icon's name, sorted.
std::span<const std::string_view> icon_names();
bool has_icon(std::string_view name);

/// The icon drawn `size_px` wide in `colour`. `ground` fills what is closed (the ring of a tie glyph) and is the colour
/// of marks on solid badges (bridge, articulation-point): the colour that the icon stands on. Empty: no filling, white
/// marks. An unknown name is drawn as a ring.
Group icon(std::string_view name, Point top_left, double size_px, const Colour& colour, const Colour& ground = {});

/// The icon for a channel as people write it ('telephone', 'App', 'e-mail', 'letter'); empty where no icon says it.
std::string_view channel_icon_name(std::string_view channel);

/// The icon of a channel; a channel without one is its initial in a ring; an empty one is an empty ring.
Group channel_icon(const Style& style, std::string_view channel, Point top_left, double size_px, const Colour& colour);

/// The icon for a method of evidence as the map names it: interview, survey, observation, or the lens for any other.
std::string_view evidence_icon_name(std::string_view method);

/// The glyph of a tie's type: common-interest, complementary, common-goal, similar-need; any other is 'other'.
std::string_view tie_icon_name(std::string_view type);

}  // namespace outmap
