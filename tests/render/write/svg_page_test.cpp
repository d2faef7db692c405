// Pictures inside a page: as small as they can be, and the same to look at.
#include <catch2/catch.hpp>

#include "render/write/svg_looks.hpp"
#include "render/write/svg_path.hpp"
#include "render/write/svg_repeats.hpp"
#include "render/write/write.hpp"

namespace outmap {
namespace {

Segment to(Segment::Kind kind, double x, double y) { return {kind, {x, y}, {}, {}}; }

std::vector<Segment> corner_path() {
  return {to(Segment::Kind::move, 10, 10),   to(Segment::Kind::line, 30, 10), to(Segment::Kind::line, 30, 25),
          to(Segment::Kind::line, 20.5, 20), to(Segment::Kind::line, 15, 15), {Segment::Kind::close, {}, {}, {}},
          to(Segment::Kind::line, 12, 12)};
}

Group icon_at(double x, const Colour& colour) {
  Group group;
  group.role = "icon";
  group.shapes.push_back(RectShape{{x, 4, 8, 8}, 1, {}, {colour, 1.5, {}, 1}});
  group.shapes.push_back(CircleShape{{x + 4, 8}, 2, {}, {colour, 1.5, {}, 1}});
  return group;
}

std::string in_page(std::vector<Shape> shapes, LookTable* looks = nullptr) {
  Scene scene;
  scene.id = "p";
  scene.shapes = std::move(shapes);
  const Fonts fonts;
  SvgOptions options;
  options.font = FontEmbedding::of_page;
  options.id_prefix = "p1.";
  options.looks = looks;
  return write_svg(scene, fonts, options);
}

}  // namespace

TEST_CASE("relative steps: straight ones in one letter, a letter that repeats left out, from a closed corner on") {
  CHECK(path_data(corner_path(), 1) == "M10 10L30 10L30 25L20.5 20L15 15ZL12 12");
  CHECK(path_data(corner_path(), 1, PathForm::relative) == "M10 10h20v15l-9.5-5-5.5-5zl2 2");
  const std::vector<Segment> curve{to(Segment::Kind::move, 1, 1), {Segment::Kind::cubic, {4, 4}, {2, 1}, {4, 3}}};
  CHECK(path_data(curve, 1, PathForm::relative) == "M1 1c1 0 3 2 3 3");
}

TEST_CASE("rounding does not add up along a relative path") {
  std::vector<Segment> steps{to(Segment::Kind::move, 0, 0)};
  for (int i = 1; i <= 100; ++i) steps.push_back(to(Segment::Kind::line, i * 0.34, i * 0.66));
  const std::string data = path_data(steps, 1, PathForm::relative);
  double x = 0, y = 0;
  const char* at = data.c_str() + data.find('l') + 1;
  for (int i = 0; i < 100; ++i) {
    char* end = nullptr;
    x += std::strtod(at, &end);
    y += std::strtod(end, &end);
    at = end;
  }
  CHECK(x == Approx(34).margin(0.06));
  CHECK(y == Approx(66).margin(0.06));
}

TEST_CASE("a drawing is known again at another place, not in another colour or with words in it") {
  DrawnBefore drawn;
  for (const double x : {10.0, 50.3}) drawn.notice(icon_at(x, "#111111"));
  drawn.notice(icon_at(10, "#222222"));
  const auto first = drawn.find(icon_at(10, "#111111"));
  REQUIRE(first.has_value());
  CHECK(first->is_new);
  const auto again = drawn.find(icon_at(50.3, "#111111"));
  REQUIRE(again.has_value());
  CHECK(!again->is_new);
  CHECK(again->first.number == first->first.number);
  CHECK(again->at.x - again->first.from.x == Approx(40.3));
  CHECK(!drawn.find(icon_at(10, "#222222")).has_value());  // the only one of its colour
  Group worded = icon_at(10, "#111111");
  worded.shapes.push_back(TextShape{});
  for (int i = 0; i < 2; ++i) drawn.notice(worded);
  CHECK(!drawn.find(worded).has_value());
  Group named = icon_at(10, "#111111");
  named.title = "Somebody";
  for (int i = 0; i < 2; ++i) drawn.notice(named);
  CHECK(!drawn.find(named).has_value());
}

TEST_CASE("in a page the second icon refers to the first, and what all marks of a group share is told once") {
  const std::string svg = in_page({icon_at(10, "#111111"), icon_at(60, "#111111")});
  CHECK(svg.find("<g id=p1.d0 fill=none stroke=#111111 stroke-width=1.5>") != std::string::npos);
  CHECK(svg.find("<use href=#p1.d0 x=50 y=0 />") != std::string::npos);
  CHECK(svg.find("<circle cx=14 cy=8 r=2 />") != std::string::npos);
  CHECK(svg.find('\n') == svg.size() - 1);
}

TEST_CASE("in a page elements are found by the map's id and by kind, not by an id of the picture") {
  const Group group{
      "outcome-heard", "heard", "outcome", "node focus", "Heard", "", {RectShape{{0, 0, 8, 8}, 0, {}, {}}}};
  const std::string svg = in_page({group});
  CHECK(svg.find("<g data-id=heard data-kind=outcome><title>") != std::string::npos);
  CHECK(svg.find("outcome-heard") == std::string::npos);
}

TEST_CASE("a fill that only some marks of a group have stays with them") {
  Group group = icon_at(10, "#111111");
  group.shapes.push_back(CircleShape{{14, 8}, 1, {"#333333"}, {}});
  const std::string svg = in_page({group});
  CHECK(svg.find("<g>") != std::string::npos);
  CHECK(svg.find("fill=#333333") != std::string::npos);
}

TEST_CASE("shapes that look alike share a rule of the page's style, in every picture of the page") {
  LookTable looks;
  const RectShape plain{{0, 0, 8, 8}, 0, {"#123456"}, {"#222222", 2, {4, 3}, 0.5}};
  TextShape words;
  words.runs = {{"Fifty", Face::semibold, "#123456", false}};
  words.size_px = 10;
  words.halo = "#FFFFFF";
  RectShape striped = plain;
  striped.fill = {"#FFFFFF", Pattern::stripes, "#123456", 1};
  const std::string first = in_page({plain, words, plain}, &looks);
  const std::string second = in_page({striped, plain}, &looks);
  CHECK(looks.rules() ==
        ":where(.k1){fill:#123456;stroke:#222222;stroke-width:2;stroke-dasharray:4 3;stroke-opacity:.5;}\n"
        ":where(.k2){font-size:10px;stroke:#FFFFFF;font-weight:600;}\n"
        ":where(.k3){stroke:#222222;stroke-width:2;stroke-dasharray:4 3;stroke-opacity:.5;}\n");
  CHECK(first.find("<rect x=0 y=0 width=8 height=8 class=k1 /><text x=0 y=0 class=\"k2 halo\">Fifty</text>") !=
        std::string::npos);
  CHECK(second.find("<rect x=0 y=0 width=8 height=8 fill=url(#p1.p-fill-1) class=k3 />") != std::string::npos);
  CHECK(second.find("height=8 class=k1 />") != std::string::npos);
}

}  // namespace outmap
