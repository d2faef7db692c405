// The pictures beside each sample are what the program draws of it, and nothing in them is clipped or overlaps.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "model/analysis/whatif/whatif.hpp"
#include "model/io/load.hpp"
#include "model/scenario/load.hpp"
#include "render/diagram.hpp"
#include "render/layout/check.hpp"
#include "tests/support/places.hpp"
#include "tests/support/temporary_folder.hpp"

namespace outmap {

namespace {

namespace fs = std::filesystem;

const fs::path samples = outmap::test::source_folder() / "samples";

/// A picture without the letters of its font: those may differ with the version of the font package.
std::string without_font(const fs::path& path) {
  std::stringstream read;
  read << std::ifstream(path).rdbuf();
  const std::string svg = read.str();
  std::string text;
  std::size_t at = 0;
  for (auto font = svg.find("base64,"); font != std::string::npos; font = svg.find("base64,", at)) {
    text += svg.substr(at, font - at);
    at = svg.find(')', font);
  }
  return text + svg.substr(at);
}

std::set<std::string> files_in(const fs::path& folder) {
  std::set<std::string> names;
  if (!fs::exists(folder)) return names;
  for (const auto& entry : fs::directory_iterator(folder)) names.insert(entry.path().filename().string());
  return names;
}

}  // namespace

TEST_CASE("the pictures beside every sample are those that the program draws") {
  for (const char* story : {"minimal", "clinics", "saas"}) {
    CAPTURE(story);
    const test::TemporaryFolder drawn;
    const fs::path kept = samples / story / "pictures";
    std::string command = "'" + outmap::test::program_path().string() + "' render '" +
                          (samples / story / "map.yaml").string() + "' --all --quiet -o '" + drawn.path() + "'";
    for (const std::string& name : files_in(samples / story / "scenarios"))
      command += " '" + (samples / story / "scenarios" / name).string() + "'";
    REQUIRE(std::system(command.c_str()) == 0);
    if (std::getenv("OUTMAP_ACCEPT") != nullptr) {
      fs::remove_all(kept);
      fs::copy(drawn.path(), kept);
    }
    INFO("make them anew: OUTMAP_ACCEPT=1, then look at them");
    CHECK(files_in(kept) == files_in(drawn.path()));
    for (const std::string& name : files_in(drawn.path())) {
      CAPTURE(name);
      CHECK((without_font(kept / name) == without_font(fs::path(drawn.path()) / name)));
    }
  }
}

TEST_CASE("the report of a sample with all scenarios can be sent by mail: under a megabyte") {
  const test::TemporaryFolder folder;
  for (const char* story : {"clinics", "saas"}) {
    CAPTURE(story);
    const fs::path page = fs::path(folder.path()) / story;
    std::string command = "'" + outmap::test::program_path().string() + "' report '" +
                          (samples / story / "map.yaml").string() + "' --quiet -o '" + page.string() + "'";
    for (const std::string& name : files_in(samples / story / "scenarios"))
      command += " '" + (samples / story / "scenarios" / name).string() + "'";
    REQUIRE(std::system(command.c_str()) == 0);
    CHECK(fs::file_size(page) < 1'000'000);
  }
}

TEST_CASE("every picture of every sample can be drawn in every theme and on every page without a fault") {
  const Fonts fonts;
  for (const char* story : {"minimal", "minimal-tables", "clinics", "saas"}) {
    const fs::path folder = samples / story;
    const LoadedMap loaded =
        load_map(fs::exists(folder / "map.yaml") ? (folder / "map.yaml").string() : folder.string());
    REQUIRE(loaded.map);
    for (const DiagramKind& kind : all_diagrams()) {
      if (kind.scenarios == ScenarioUse::needed) continue;
      for (const Theme* theme : all_themes()) {
        for (const Page page : {Page::slide, Page::a4_landscape, Page::a4_portrait}) {
          CAPTURE(story, kind.name, theme->name, static_cast<int>(page));
          DiagramOptions options;
          options.page = page;
          CHECK(find_layout_faults(kind.draw(*loaded.map, options, {*theme, fonts})) == std::vector<std::string>{});
        }
      }
    }
  }
}

TEST_CASE("every scenario of every sample can be drawn, alone and beside the others, without a fault") {
  const Fonts fonts;
  for (const char* story : {"clinics", "saas"}) {
    const LoadedMap loaded = load_map((samples / story / "map.yaml").string());
    REQUIRE(loaded.map);
    std::vector<WhatIfReport> reports;
    for (const std::string& name : files_in(samples / story / "scenarios"))
      for (const Scenario& scenario : load_scenarios((samples / story / "scenarios" / name).string()).scenarios) {
        Diagnostics problems;
        reports.push_back(*find_whatif(*loaded.map, scenario, problems));
      }
    std::vector<std::vector<const WhatIfReport*>> asked(1);
    for (const WhatIfReport& report : reports) {
      asked.front().push_back(&report);
      asked.push_back({&report});
    }
    for (const auto& what_ifs : asked)
      for (const Theme* theme : all_themes())
        for (const Page page : {Page::slide, Page::a4_landscape, Page::a4_portrait})
          for (const char* diagram : {"whatif", "sensitivity"}) {
            CAPTURE(story, what_ifs.size(), what_ifs.front()->scenario.name, diagram, theme->name,
                    static_cast<int>(page));
            DiagramOptions options;
            options.page = page;
            options.what_ifs = what_ifs;
            CHECK(find_layout_faults(find_diagram(diagram)->draw(*loaded.map, options, {*theme, fonts})) ==
                  std::vector<std::string>{});
          }
  }
}

}  // namespace outmap
