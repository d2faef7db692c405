// A picture that follows the colours of the page it stands in.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "render/scene.hpp"

namespace outmap {

/// Colours as a page names them: each pair of a light and a dark colour once, as a CSS variable.
class PagePalette {
 public:
  /// "var(--c7)", the same for the same pair; empty where both are.
  std::string name_of(const Colour& light, const Colour& dark);

  /// "--c1:#1B1F2A;--c2:…", in the order of first use.
  std::string light_rules() const { return rules(&std::pair<Colour, Colour>::first); }
  std::string dark_rules() const { return rules(&std::pair<Colour, Colour>::second); }

 private:
  std::string rules(Colour std::pair<Colour, Colour>::*which) const;

  std::vector<std::pair<Colour, Colour>> pairs_;
  std::map<std::pair<Colour, Colour>, std::size_t> places_;
};

/// `light` with each colour replaced by the palette's name for it and for the colour that stands at its place in
/// `dark`. Nothing where the two do not have the same shapes in the same order: then no name would be right. Linear.
std::optional<Scene> themed_scene(const Scene& light, const Scene& dark, PagePalette& palette);

}  // namespace outmap
