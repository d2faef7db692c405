#include "tests/support/samples.hpp"

#include <catch2/catch.hpp>
#include <utility>

#include "model/io/load.hpp"
#include "tests/support/places.hpp"

namespace outmap::test {

Map sample(const std::string& file) {
  auto map = load_map(source_folder().string() + "/samples/" + file).map;
  REQUIRE(map);
  return *std::move(map);
}

}  // namespace outmap::test
