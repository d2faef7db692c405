#include "model/format/reference.hpp"
#include "tests/support/places.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace outmap {

TEST_CASE("docs/format.md ends in the reference of fields that the description gives") {
  const std::string path = outmap::test::source_folder().string() + "/docs/format.md";
  std::stringstream read;
  read << std::ifstream(path).rdbuf();
  const std::string text = read.str();
  const std::string heading = "Made from the program's own description of fields.\n\n";
  const auto at = text.find(heading);
  REQUIRE(at != std::string::npos);
  const std::string intended = text.substr(0, at + heading.size()) + field_reference();
  if (std::getenv("OUTMAP_ACCEPT") != nullptr) std::ofstream(path) << intended;
  INFO("make it anew: OUTMAP_ACCEPT=1, then read the difference");
  CHECK((text == intended));
}

}  // namespace outmap
