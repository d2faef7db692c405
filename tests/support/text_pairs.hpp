// Which text stands on which ground in the pictures of a theme.
#pragma once

#include <string>
#include <vector>

#include "render/theme/theme.hpp"

namespace outmap::test {

struct Pair {
  std::string name;
  std::string text;
  std::string ground;
};

/// Every text colour with every ground that it is written on.
std::vector<Pair> text_pairs(const Theme& theme);

}  // namespace outmap::test
