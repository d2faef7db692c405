// The layers point only downward, and a few things are done in one place only. Read from the sources themselves.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/places.hpp"

namespace {

namespace fs = std::filesystem;

const fs::path kRoot = outmap::test::source_folder();

std::vector<fs::path> sources(const std::string& folder) {
  std::vector<fs::path> found;
  if (!fs::exists(kRoot / folder)) return found;
  for (const auto& entry : fs::recursive_directory_iterator(kRoot / folder)) {
    const std::string ending = entry.path().extension();
    if (ending == ".cpp" || ending == ".hpp" || ending == ".h") found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string read(const fs::path& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// Every path that the file includes, quoted or in angle brackets.
std::vector<std::string> includes(const std::string& text) {
  static const std::regex pattern("(^|\n)[ \t]*#[ \t]*include[ \t]*[\"<]([^\">]+)[\">]");
  std::vector<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at) found.push_back((*at)[2]);
  return found;
}

std::vector<std::string> upward(const std::string& layer, const std::vector<std::string>& above) {
  std::vector<std::string> faults;
  for (const fs::path& path : sources(layer))
    for (const std::string& included : includes(read(path)))
      for (const std::string& other : above)
        if (included.starts_with(other + "/"))
          faults.push_back(fs::relative(path, kRoot).string() + " includes " + included);
  return faults;
}

/// String literals of a source, comments left out.
std::vector<std::string> string_literals(const std::string& text) {
  static const std::regex pattern(
      "//[^\n]*|/\\*[^*]*\\*+(?:[^/*][^*]*\\*+)*/|'(?:[^'\\\\\n]|\\\\.)'|\"((?:[^\"\\\\\n]|\\\\.)*)\"");
  std::vector<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at)
    if ((*at)[1].matched) found.push_back((*at)[1]);
  return found;
}

using Faults = std::vector<std::string>;

}  // namespace

TEST_CASE("includes are read") {
  CHECK(includes("#include \"model/map/map.hpp\"\n  # include <vector>\n// #include \"no\"\n") ==
        std::vector<std::string>{"model/map/map.hpp", "vector"});
  CHECK(string_literals("a(\"x\"); // \"no\"\nb('\"', \"<g>\");") == std::vector<std::string>{"x", "<g>"});
  CHECK(sources("model").size() > 10);
}

TEST_CASE("the model knows neither pictures nor the command line; pictures do not know the command line") {
  CHECK(upward("model", {"render", "cli", "tests"}) == Faults{});
  CHECK(upward("render", {"cli", "tests"}) == Faults{});
  CHECK(upward("cli", {"tests"}) == Faults{});
}

TEST_CASE("includes of our own show their layer") {
  Faults faults;
  for (const std::string layer : {"model", "render", "cli"})
    for (const fs::path& path : sources(layer))
      for (const std::string& included : includes(read(path)))
        if (included.find("../") != std::string::npos || included.starts_with("./"))
          faults.push_back(fs::relative(path, kRoot).string() + " includes " + included);
  CHECK(faults == Faults{});
}

TEST_CASE("Graphviz is seen in its module only") {
  Faults faults;
  for (const std::string layer : {"model", "render", "cli"})
    for (const fs::path& path : sources(layer)) {
      const std::string name = fs::relative(path, kRoot).string();
      if (name.starts_with("render/layout/graphviz/order_module/")) continue;
      for (const std::string& included : includes(read(path)))
        if (included.find("gvc.h") != std::string::npos || included.find("cgraph.h") != std::string::npos)
          faults.push_back(name + " includes " + included);
    }
  CHECK(faults == Faults{});
}

TEST_CASE("librsvg, cairo, HarfBuzz and fontconfig stay in their own modules") {
  Faults faults;
  for (const std::string layer : {"model", "render", "cli"})
    for (const fs::path& path : sources(layer)) {
      const std::string name = fs::relative(path, kRoot).string();
      for (const std::string& included : includes(read(path))) {
        const bool drawing = included.find("rsvg") != std::string::npos || included.starts_with("cairo");
        const bool shaping = included.starts_with("hb");
        const bool finding = included.starts_with("fontconfig/");
        if (drawing && !name.starts_with("render/write/raster_module/"))
          faults.push_back(name + " includes " + included);
        if (shaping && !name.starts_with("render/text/text_module/")) faults.push_back(name + " includes " + included);
        if (finding && !name.starts_with("render/text/fontconfig_module/") &&
            !name.starts_with("render/write/raster_module/"))
          faults.push_back(name + " includes " + included);
      }
    }
  CHECK(faults == Faults{});
}

TEST_CASE("markup is written by the XML writer only") {
  static const std::regex tag("</?[a-z][a-zA-Z]*[ />]|<!\\[CDATA|<!DOCTYPE|<\\?xml");
  Faults faults;
  for (const fs::path& path : sources("render")) {
    const std::string name = fs::relative(path, kRoot).string();
    if (name == "render/write/xml.cpp") continue;
    for (const std::string& literal : string_literals(read(path)))
      if (std::regex_search(literal, tag)) faults.push_back(name + " writes " + literal);
  }
  CHECK(faults == Faults{});
}
