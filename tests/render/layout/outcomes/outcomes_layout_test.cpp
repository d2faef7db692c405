#include "render/layout/outcomes/outcomes_layout.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "render/diagrams/outcomes.hpp"
#include "render/layout/check.hpp"
#include "render/layout/outcomes/plan.hpp"
#include "render/layout/shapes.hpp"
#include "render/theme/theme.hpp"
#include "render/write/write.hpp"
#include "tests/support/effect_maps.hpp"
#include "tests/support/make_map.hpp"
#include "tests/support/styles.hpp"

namespace outmap {
namespace {

using test::fonts;

Scene draw(const Map& map, const DiagramOptions& options = {}, const char* theme = "light") {
  return draw_outcomes(map, options, Style{*find_theme(theme), fonts()});
}

struct DrawnEdge {
  std::string from;
  std::string to;
  std::vector<Point> points;
};

struct Drawn {
  std::map<std::string, Box> nodes;  // by the part of their id after the kind
  std::vector<DrawnEdge> edges;
  std::map<std::string, Point> weights;  // the middle of each label, by "from>to"
};

void collect(const std::vector<Shape>& shapes, Drawn& drawn) {
  for (const Shape& shape : shapes) {
    const auto* group = std::get_if<Group>(&shape);
    if (!group) continue;
    if (group->role.rfind("node ", 0) == 0) {
      drawn.nodes[group->data_id.empty() ? group->id : group->data_id] = inset(bounds(group->shapes.front()), 1);
    } else if (group->role.rfind("edge ", 0) == 0) {
      const std::size_t cut = group->data_id.find('>');
      drawn.edges.push_back({group->data_id.substr(0, cut), group->data_id.substr(cut + 1),
                             outcomes::sample(std::get<PathShape>(group->shapes[1]).segments, 2)});
    } else if (group->role == "weight") {
      drawn.weights[group->data_id] = bounds(group->shapes).center();
    } else {
      collect(group->shapes, drawn);
    }
  }
}

/// In words: every node that an edge of others runs over, and every two nodes that overlap.
std::vector<std::string> collisions(const Scene& scene) {
  Drawn drawn;
  collect(scene.shapes, drawn);
  std::vector<std::string> found;
  for (const DrawnEdge& edge : drawn.edges)
    for (const auto& [id, box] : drawn.nodes) {
      if (id == edge.from || id == edge.to) continue;
      for (const Point& point : edge.points)
        if (point.x > box.x && point.x < box.right() && point.y > box.y && point.y < box.bottom()) {
          found.push_back(edge.from + ">" + edge.to + " runs over " + id);
          break;
        }
    }
  for (auto one = drawn.nodes.begin(); one != drawn.nodes.end(); ++one)
    for (auto other = std::next(one); other != drawn.nodes.end(); ++other)
      if (overlaps(one->second, other->second)) found.push_back(one->first + " lies on " + other->first);
  return found;
}

std::size_t count_nodes(const Scene& scene) {
  Drawn drawn;
  collect(scene.shapes, drawn);
  return drawn.nodes.size();
}

void require_sound(const Scene& scene) {
  CHECK(find_layout_faults(scene) == std::vector<std::string>{});
  CHECK(collisions(scene) == std::vector<std::string>{});
}

TEST_CASE("the audit sees an edge that runs over a node") {
  Scene scene = draw(test::make_map(test::causes_of_a_story()));
  REQUIRE(collisions(scene).empty());
  Drawn drawn;
  collect(scene.shapes, drawn);
  const Box visit = drawn.nodes.at("visit");
  Group spoilt;
  spoilt.role = "edge plain";
  spoilt.data_id = "teams>soon";
  PathShape line;
  line.segments = {move_to({0, visit.center().y}), line_to({1600, visit.center().y})};
  spoilt.shapes = {line, line};
  scene.shapes.emplace_back(spoilt);
  CHECK(collisions(scene) == std::vector<std::string>{"teams>soon runs over story", "teams>soon runs over visit"});
}

TEST_CASE("no edge crosses a node and no text lies on another, whatever the map") {
  for (std::size_t size : {0U, 1U, 5U, 26U, 50U, 200U})
    for (unsigned seed : {1U, 2U, 3U}) {
      INFO(size << " elements, seed " << seed);
      require_sound(draw(test::make_map(test::random_causes(size, seed))));
    }
}

double distance_px(Point from, const DrawnEdge& edge) {
  double nearest = 1e9;
  for (const Point& p : edge.points) nearest = std::min(nearest, std::hypot(p.x - from.x, p.y - from.y));
  return nearest;
}

TEST_CASE("a weight stands nearest to its own edge") {
  std::size_t written = 0;
  const auto require_nearest = [&](const Map& map) {
    Drawn drawn;
    collect(draw(map).shapes, drawn);
    written += drawn.weights.size();
    for (const auto& [ends, middle] : drawn.weights) {
      CAPTURE(ends);
      double own = 1e9;
      double others = 1e9;
      for (const DrawnEdge& edge : drawn.edges) {
        double& nearest = edge.from + ">" + edge.to == ends ? own : others;
        nearest = std::min(nearest, distance_px(middle, edge));
      }
      CHECK(own < others);
    }
  };
  require_nearest(test::make_map(test::causes_of_a_story()));
  CHECK(written == 12);
  for (unsigned seed : {1U, 2U, 3U, 4U}) require_nearest(test::make_map(test::random_causes(40, seed)));
  CHECK(written > 30);
}

TEST_CASE("a picture of everything grows and stays sound") {
  DiagramOptions options;
  options.everything = true;
  const Map map = test::make_map(test::random_causes(120, 4));
  const Scene scene = draw(map, options);
  CHECK(scene.height_px > 900);
  CHECK(count_nodes(scene) > 60);
  require_sound(scene);
}

TEST_CASE("every page and theme is sound") {
  const Map map = test::make_map(test::causes_of_a_story());
  for (Page page : {Page::slide, Page::a4_landscape, Page::a4_portrait})
    for (const char* theme : {"light", "dark", "print"}) {
      DiagramOptions options;
      options.page = page;
      const Scene scene = draw(map, options, theme);
      require_sound(scene);
      if (page == Page::slide) CHECK(scene.height_px == 900);
    }
}

TEST_CASE("the same map gives the same scene at every draw") {
  const Map map = test::make_map(test::random_causes(40, 9));
  SvgOptions plain;
  plain.font = FontEmbedding::none;
  const std::string first = write_svg(draw(map), fonts(), plain);
  for (int again = 0; again < 100; ++again) {
    const std::vector<char> moves_the_heap(static_cast<std::size_t>(again * 811));
    REQUIRE(write_svg(draw(map), fonts(), plain) == first);
  }
}

TEST_CASE("a map without effects says what to do") {
  const Scene scene = draw(test::make_map(test::random_causes(0, 1)));
  SvgOptions plain;
  plain.font = FontEmbedding::none;
  CHECK(write_svg(scene, fonts(), plain).find("Nothing on this map has an effect yet") != std::string::npos);
}

}  // namespace
}  // namespace outmap
