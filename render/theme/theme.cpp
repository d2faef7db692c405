#include "render/theme/theme.hpp"

#include <algorithm>
#include <array>

#include "render/theme/themes.hpp"

namespace outmap {

std::span<const Theme* const> all_themes() {
  static const std::array<const Theme*, 3> themes{&light_theme(), &dark_theme(), &print_theme()};
  return themes;
}

const Theme* find_theme(std::string_view name) {
  const auto themes = all_themes();
  const auto found =
      std::find_if(themes.begin(), themes.end(), [&](const Theme* theme) { return theme->name == name; });
  return found == themes.end() ? nullptr : *found;
}

}  // namespace outmap
