#include "tests/support/styles.hpp"

namespace outmap::test {

const Fonts& fonts() {
  static const Fonts opened;
  return opened;
}

const Style& light() {
  static const Style style{*find_theme("light"), fonts()};
  return style;
}

}  // namespace outmap::test
