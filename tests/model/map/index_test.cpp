#include "model/map/index.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <string>

#include "model/map/map.hpp"
#include "model/text/diagnostic.hpp"

using namespace outmap;

namespace {

MapContent customers_called(const std::vector<std::string>& ids) {
  MapContent content;
  for (const std::string& id : ids) content.customers.emplace_back().id = id;
  return content;
}

}  // namespace

TEST_CASE("an index of nothing finds nothing") {
  const MapContent content;
  CHECK_FALSE(ElementIndex(content).find("any"));
  CHECK_FALSE(ElementIndex(content).find(""));
}

TEST_CASE("of several elements with one id the first is found, whatever the kind") {
  MapContent content = customers_called({"b", "a", "b"});
  content.needs.emplace_back().id = "a";
  const ElementIndex index(content);
  CHECK(index.find("b") == ElementRef{ElementKind::customer, 0, 0});
  CHECK(index.find("a") == ElementRef{ElementKind::customer, 1, 0});
  CHECK(index.by_id().size() == 4);
}

TEST_CASE("every element is found by its id and nothing else is") {
  std::mt19937 random(7);
  for (const std::size_t size : {1, 2, 3, 4, 100, 3000}) {
    std::map<std::string, std::uint32_t> places;
    std::vector<std::string> ids;
    while (ids.size() < size) {
      const std::string id = "id-" + std::to_string(random() % (3 * size));
      if (places.emplace(id, ids.size()).second) ids.push_back(id);
    }
    const MapContent content = customers_called(ids);
    const ElementIndex index(content);
    for (std::size_t i = 0; i < 3 * size; ++i) {
      const std::string id = "id-" + std::to_string(i);
      const auto found = index.find(id);
      const auto known = places.find(id);
      REQUIRE(found.has_value() == (known != places.end()));
      if (found) REQUIRE(*found == ElementRef{ElementKind::customer, known->second, 0});
    }
  }
}

TEST_CASE("several ids at once are found as each alone") {
  std::vector<std::string> ids;
  for (int i = 0; i < 500; ++i) ids.push_back("id-" + std::to_string(i % 400));
  const ElementIndex index(customers_called(ids));
  ids.insert(ids.end(), {"", "id", "id-400", "id-0 "});
  const std::vector<std::string_view> asked(ids.begin(), ids.end());
  const auto found = index.find_all(asked);
  REQUIRE(found.size() == asked.size());
  for (std::size_t i = 0; i < asked.size(); ++i) CHECK(found[i] == index.find(asked[i]));
  CHECK(ElementIndex(MapContent()).find_all(asked).front() == std::nullopt);
  CHECK(index.find_all({}).empty());
}

TEST_CASE("an element is called by its name, a progress marker without one by what it states") {
  MapContent content;
  Partner& partner = content.partners.emplace_back();
  partner.id = "guild";
  partner.name = "Guild";
  for (const auto& [id, name, statement] : {std::array{"m1", "m1", "Print our guide"},
                                            std::array{"m2", "Guide", "Print our guide"}, std::array{"m3", "m3", ""}}) {
    ProgressMarker& marker = partner.progress_markers.expect.emplace_back();
    marker.id = id;
    marker.name = name;
    marker.statement = statement;
  }
  Diagnostics problems;
  const auto map = Map::make(std::move(content), problems);
  REQUIRE(map);
  CHECK(map->name_of("guild") == "Guild");
  CHECK(map->name_of("m1") == "Print our guide");
  CHECK(map->name_of("m2") == "Guide");
  CHECK(map->name_of("m3") == "m3");
  CHECK(map->name_of("nobody") == "nobody");
}
