#include "cli/open_look.hpp"

#include <fmt/format.h>

#include <optional>

#include "cli/messages.hpp"
#include "cli/open_map.hpp"
#include "render/text/font_files.hpp"
#include "render/theme/brand.hpp"
#include "render/theme/themes.hpp"

namespace outmap {
namespace {

Brand open_brand(const std::string& path, const Console& console) {
  LoadedBrand loaded = load_brand(path);
  if (!loaded.problems.all().empty()) console.write_message(diagnostics_text(loaded.problems, console.err()));
  if (!loaded.brand) {
    console.write_hint(count_text(loaded.problems) + "; 'outmap explain CODE' tells more about one\n");
    throw MapRefused();
  }
  return *loaded.brand;
}

std::optional<Brand> brand_of(const Invocation& given, const Console& console) {
  if (!given.has("--brand")) return std::nullopt;
  return open_brand(given.text("--brand"), console);
}

Look look_in(const Theme& base, const std::optional<Brand>& given, const Console& console) {
  if (!given) return {base, kFontFamily};
  const Brand& brand = *given;
  BrandedTheme branded = with_brand(base, brand);
  for (const PaleColour& pale : branded.pale) {
    console.write_hint(fmt::format("{} {} cannot be read on the theme '{}': {} is taken\n", pale.name, pale.wanted,
                                   base.name, pale.taken));
  }
  return {std::move(branded.theme), brand.font.empty() ? kFontFamily : brand.font};
}

}  // namespace

Option brand_option() {
  return {.name = "--brand",
          .value = "FILE",
          .help = "a firm's own colours and font over the theme, from a small file",
          .type = ValueType::file};
}

Look open_look(const Invocation& given, const Console& console) {
  return look_in(*find_theme(given.text("--theme")), brand_of(given, console), console);
}

PageLook open_page_look(const Invocation& given, const Console& console) {
  const std::optional<Brand> brand = brand_of(given, console);
  return {look_in(light_theme(), brand, console), look_in(dark_theme(), brand, console)};
}

}  // namespace outmap
