#include "render/layout/page.hpp"

#include <catch2/catch.hpp>

using namespace outmap;

TEST_CASE("pages of A4 have its proportions and the same pixels an inch both ways up") {
  const PageSize lying = size_of(Page::a4_landscape);
  const PageSize upright = size_of(Page::a4_portrait);
  CHECK(lying.width / lying.height == Approx(297.0 / 210).epsilon(0.001));
  CHECK(lying.width == upright.height);
  CHECK(lying.height == upright.width);
}

TEST_CASE("a picture on paper is as large as its sheet") {
  // 297 mm are 1122.52 px of 1/96 inch, 210 mm are 793.70; whole pixels make the picture a hair narrower.
  CHECK(990 * paper_scale(Page::a4_landscape, 1400, 990) == Approx(793.70).margin(0.01));
  CHECK(990 * paper_scale(Page::a4_portrait, 990, 1400) == Approx(793.70).margin(0.01));
  // One that grew is shrunk to fit both ways.
  const double grown = paper_scale(Page::a4_portrait, 990, 2800);
  CHECK(2800 * grown == Approx(1122.52).margin(0.01));
  CHECK(990 * grown < 793.7);
  CHECK(paper_scale(Page::slide, 1600, 900) == 1);
}
