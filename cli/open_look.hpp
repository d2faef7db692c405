// The colours and the font that a command draws in.
#pragma once

#include <string>

#include "cli/console.hpp"
#include "cli/invocation.hpp"
#include "render/theme/theme.hpp"

namespace outmap {

struct Look {
  Theme theme;
  std::string font;  // a family
};

/// The theme of --theme, with the colours and font of --brand where it is given. Tells on stderr which colours had to
/// be changed to be readable. Shows errors and throws MapRefused where the brand has any.
Look open_look(const Invocation& given, const Console& console);

}  // namespace outmap
