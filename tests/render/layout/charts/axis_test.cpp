#include "render/layout/charts/axis.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "render/layout/charts/sheet.hpp"
#include "render/layout/check.hpp"

using namespace outmap;
using namespace outmap::charts;

namespace {

Style light() {
  static const Fonts fonts;
  return {*find_theme("light"), fonts};
}

}  // namespace

TEST_CASE("ticks are round numbers round what there is") {
  CHECK(round_ticks(0, 10, 5).values == std::vector<double>{0, 2, 4, 6, 8, 10});
  CHECK(round_ticks(0, 23.4, 4).values == std::vector<double>{0, 10, 20, 30});
  CHECK(round_ticks(0, 405000, 5).values == std::vector<double>{0, 100000, 200000, 300000, 400000, 500000});
  CHECK(round_ticks(0.82, 1.17, 4).values.size() == 5);
  CHECK(round_ticks(0.82, 1.17, 4).high() == Approx(1.2));
  CHECK(round_ticks(-3, 4, 4).step == 2);
  CHECK(round_ticks(5, 5, 4).low() < 5);
  CHECK(round_ticks(5, 5, 4).high() > 5);
  CHECK(round_ticks(0, 0, 4).values.front() == 0);
}

TEST_CASE("ticks of any range enclose it, are evenly spaced and no more than asked for") {
  std::mt19937 random(4);
  std::uniform_real_distribution<double> exponent(-4, 8);
  for (int round = 0; round < 500; ++round) {
    const double size = std::pow(10, exponent(random));
    const double low = size * (static_cast<double>(random() % 2001) - 1000) / 1000;
    const double high = low + size * static_cast<double>(1 + random() % 1000) / 1000;
    const int most = 2 + static_cast<int>(random() % 8);
    const Ticks ticks = round_ticks(low, high, most);
    CAPTURE(low, high, most, ticks.step);
    CHECK(ticks.values.size() <= static_cast<std::size_t>(most) + 1);
    CHECK(ticks.low() <= low + 1e-9 * size);
    CHECK(ticks.high() >= high - 1e-9 * size);
    for (const double value : ticks.values) CHECK(std::abs(value / ticks.step - std::round(value / ticks.step)) < 1e-6);
  }
}

TEST_CASE("a tick has as many decimals as its step needs") {
  CHECK(tick_text(2, 2) == "2");
  CHECK(tick_text(0.5, 0.5) == "0.5");
  CHECK(tick_text(1, 0.25) == "1.00");
  CHECK(tick_text(-1500, 500) == "−1,500");
}

TEST_CASE("a scale may run upward and does not divide by nothing") {
  const AxisScale upright{0, 10, 400, 200};
  CHECK(upright.px(0) == 400);
  CHECK(upright.px(5) == 300);
  CHECK(AxisScale{3, 3, 10, 20}.px(3) == 10);
}

TEST_CASE("tick labels of an axis never touch, however many there are") {
  Scene scene;
  scene.width_px = scene.height_px = 400;
  const Box plot{80, 40, 200, 300};
  AxisLook look;
  look.title = "Money spent on everything that one could think of, in euros";
  look.words = [](double value) { return tick_text(value * 1e6, 1) + " euros"; };
  scene.shapes.emplace_back(bottom_axis(light(), plot, {0, 10, plot.x, plot.right()}, round_ticks(0, 10, 10), look));
  scene.shapes.emplace_back(
      left_axis(light(), plot, {0, 10, plot.bottom(), plot.y}, round_ticks(0, 10, 10), {.title = "Level"}));
  CHECK(find_layout_faults(scene) == std::vector<std::string>{});
}

TEST_CASE("a sheet without a legend has a taller body, and grows where the body must") {
  const ChartWords words{"Title", "Question?", {{"Found", Tone::gap}}, Tone::gap, "source", "note"};
  const std::vector<LegendItem> legend{legend_item({disc({8, 8}, 6, "#112233")}, 16, "a mark")};
  const Style style = light();  // a sheet keeps it
  const Sheet bare("x", words, style, {});
  const Sheet marked("x", words, style, legend);
  CHECK(bare.body().height > marked.body().height);
  Sheet grown("x", words, style, legend, {Page::slide, 2000});
  CHECK(grown.body().height == Approx(2000));
  const Scene scene = std::move(grown).finish();
  CHECK(scene.height_px > 2000);
  CHECK(scene.description == "Question? Found");
  CHECK(find_layout_faults(scene) == std::vector<std::string>{});
}
