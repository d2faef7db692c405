#include "model/check/codes.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "tests/support/places.hpp"

namespace outmap {

namespace {

/// Every code that the sources of the model mention.
std::set<std::string> codes_in_sources() {
  const std::regex code("\"((syntax|file|field|value|reference|structure|scenario|gap)\\.[a-z0-9-]+)\"");
  std::set<std::string> found;
  for (const char* layer : {"model", "render", "cli"}) {
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(outmap::test::source_folder().string() + "/" + layer)) {
      if (entry.path().extension() != ".cpp" || entry.path().filename() == "codes.cpp") continue;
      std::stringstream text;
      text << std::ifstream(entry.path()).rdbuf();
      const std::string source = text.str();
      for (std::sregex_iterator at(source.begin(), source.end(), code), end; at != end; ++at) found.insert((*at)[1]);
    }
  }
  return found;
}

}  // namespace

TEST_CASE("every code that a message can carry is explained, and no other") {
  std::set<std::string> explained;
  for (const Code& code : all_codes()) explained.insert(std::string(code.code));
  REQUIRE(explained == codes_in_sources());
}

TEST_CASE("an explanation says what it means, shows an example and tells the mend") {
  for (const Code& code : all_codes()) {
    CAPTURE(code.code);
    CHECK(code.title.size() > 8);
    CHECK(code.meaning.size() > 30);
    CHECK(!code.example.empty());
    CHECK(code.mend.size() > 6);
    CHECK(find_code(code.code) == &code);
  }
  CHECK(find_code("value.nonsense") == nullptr);
}

}  // namespace outmap
