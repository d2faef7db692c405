#include "render/report/themed_scene.hpp"

namespace outmap {
namespace {

/// Walks two scenes side by side and writes the names of their colours into a copy of the first.
class Themer {
 public:
  explicit Themer(PagePalette& palette) : palette_(palette) {}

  bool shapes(std::vector<Shape>& to, const std::vector<Shape>& dark) {
    if (to.size() != dark.size()) return false;
    for (std::size_t i = 0; i < to.size(); ++i) {
      if (to[i].index() != dark[i].index()) return false;
      const bool same =
          std::visit([&](auto& one) { return this->one(one, std::get<std::decay_t<decltype(one)>>(dark[i])); }, to[i]);
      if (!same) return false;
    }
    return true;
  }

  bool colour(Colour& to, const Colour& dark) {
    if (to.empty() != dark.empty()) return false;
    to = palette_.name_of(to, dark);
    return true;
  }

 private:
  bool fill(Fill& to, const Fill& dark) {
    return to.pattern == dark.pattern && colour(to.colour, dark.colour) &&
           colour(to.pattern_colour, dark.pattern_colour);
  }

  template <class Painted>
  bool painted(Painted& to, const Painted& dark) {
    return fill(to.fill, dark.fill) && colour(to.stroke.colour, dark.stroke.colour);
  }

  bool one(RectShape& to, const RectShape& dark) { return to.box == dark.box && painted(to, dark); }
  bool one(CircleShape& to, const CircleShape& dark) { return to.center == dark.center && painted(to, dark); }
  bool one(PathShape& to, const PathShape& dark) {
    return to.segments.size() == dark.segments.size() && painted(to, dark);
  }
  bool one(TextShape& to, const TextShape& dark) {
    if (to.runs.size() != dark.runs.size() || !colour(to.halo, dark.halo)) return false;
    for (std::size_t i = 0; i < to.runs.size(); ++i) {
      if (to.runs[i].text != dark.runs[i].text || !colour(to.runs[i].colour, dark.runs[i].colour)) return false;
    }
    return true;
  }
  bool one(Group& to, const Group& dark) { return to.id == dark.id && shapes(to.shapes, dark.shapes); }

  PagePalette& palette_;
};

}  // namespace

std::string PagePalette::name_of(const Colour& light, const Colour& dark) {
  if (light.empty() && dark.empty()) return {};
  const auto [found, is_new] = places_.try_emplace({light, dark}, pairs_.size());
  if (is_new) pairs_.emplace_back(light, dark);
  return "var(--c" + std::to_string(found->second + 1) + ")";
}

std::string PagePalette::rules(Colour std::pair<Colour, Colour>::*which) const {
  std::string text;
  for (std::size_t i = 0; i < pairs_.size(); ++i) text += "--c" + std::to_string(i + 1) + ":" + pairs_[i].*which + ";";
  return text;
}

std::optional<Scene> themed_scene(const Scene& light, const Scene& dark, PagePalette& palette) {
  Scene scene = light;
  Themer themer(palette);
  if (!themer.colour(scene.ground, dark.ground) || !themer.shapes(scene.shapes, dark.shapes)) return std::nullopt;
  return scene;
}

}  // namespace outmap
