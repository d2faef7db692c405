// The colours and the font that a command draws in.
#pragma once

#include <string>

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/invocation.hpp"
#include "render/theme/theme.hpp"

namespace outmap {

struct Look {
  Theme theme;
  std::string font;  // a family
};

/// The same for what is read in the light and in the dark.
struct PageLook {
  Look light;
  Look dark;
};

/// --brand FILE.
Option brand_option();

/// The theme of --theme, with the colours and font of --brand where it is given. Tells on stderr which colours had to
/// be changed to be readable. Shows errors and throws MapRefused where the brand has any.
Look open_look(const Invocation& given, const Console& console);

/// The light and the dark theme, both with --brand where it is given; otherwise as open_look.
PageLook open_page_look(const Invocation& given, const Console& console);

}  // namespace outmap
