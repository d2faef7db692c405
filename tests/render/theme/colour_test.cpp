#include "render/theme/colour.hpp"

#include <catch2/catch.hpp>

using namespace outmap;

TEST_CASE("contrast ratios are those of the guidelines") {
  CHECK(contrast_ratio("#000000", "#FFFFFF") == Approx(21));
  CHECK(contrast_ratio("#FFFFFF", "#FFFFFF") == Approx(1));
  // The two greys on either side of 4.5 : 1 on white.
  CHECK(contrast_ratio("#767676", "#FFFFFF") == Approx(4.54).margin(0.005));
  CHECK(contrast_ratio("#777777", "#FFFFFF") == Approx(4.48).margin(0.005));
}

TEST_CASE("a colour is written as # and six digits") {
  CHECK(is_colour("#7A1FA2"));
  CHECK(is_colour("#7a1fa2"));
  for (const char* none : {"", "#", "#7A1FA", "#7A1FA2F", "7A1FA2", "#7A1FAG", "purple"}) CHECK_FALSE(is_colour(none));
}

TEST_CASE("blending goes from what is under to what is over") {
  CHECK(blended("#FF0000", "#0000FF", 0) == "#0000FF");
  CHECK(blended("#FF0000", "#0000FF", 1) == "#FF0000");
  CHECK(blended("#FF0000", "#0000FF", 0.2) == "#3300CC");
}
