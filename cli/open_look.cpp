#include "cli/open_look.hpp"

#include <fmt/format.h>

#include "cli/messages.hpp"
#include "cli/open_map.hpp"
#include "render/text/font_files.hpp"
#include "render/theme/brand.hpp"

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

}  // namespace

Look open_look(const Invocation& given, const Console& console) {
  const Theme& base = *find_theme(given.text("--theme"));
  if (!given.has("--brand")) return {base, kFontFamily};
  const Brand brand = open_brand(given.text("--brand"), console);
  BrandedTheme branded = with_brand(base, brand);
  for (const PaleColour& pale : branded.pale) {
    console.write_hint(fmt::format("{} {} cannot be read on the theme '{}': {} is taken\n", pale.name, pale.wanted,
                                   base.name, pale.taken));
  }
  return {std::move(branded.theme), brand.font.empty() ? kFontFamily : brand.font};
}

}  // namespace outmap
