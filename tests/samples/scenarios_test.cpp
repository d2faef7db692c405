// Every scenario of the samples runs on its story, and each story has one of every kind that a strategist meets.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <set>

#include "model/analysis/whatif/whatif.hpp"
#include "model/io/load.hpp"
#include "model/scenario/load.hpp"
#include "tests/support/places.hpp"

namespace outmap {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> scenario_files(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

}  // namespace

TEST_CASE("the scenarios of a sample run, with side effects, a leaving partner and one that does not settle") {
  const std::string story = GENERATE("clinics", "saas");
  CAPTURE(story);
  const fs::path folder = test::source_folder() / "samples" / story;
  const LoadedMap loaded = load_map((folder / "map.yaml").string());
  REQUIRE(loaded.map);
  std::size_t settled = 0, unsettled = 0, harmful = 0, leaving = 0;
  for (const fs::path& file : scenario_files(folder / "scenarios")) {
    CAPTURE(file.string());
    const LoadedScenarios scenarios = load_scenarios(file.string());
    REQUIRE(scenarios.problems.all().empty());
    for (const Scenario& scenario : scenarios.scenarios) {
      Diagnostics problems;
      const auto report = find_whatif(*loaded.map, scenario, problems);
      REQUIRE(report);
      CHECK(problems.all().empty());
      CHECK(scenario.likelihood);
      (report->verdict == FcmVerdict::fixed_point ? settled : unsettled) += 1;
      const bool acts = !report->held.empty() && report->removed.empty();
      if (acts && !report->losers.empty() && report->gap_closed_pct.value_or(0) > 0) ++harmful;
      if (!report->removed.empty()) ++leaving;
    }
  }
  CHECK(settled >= 2);
  CHECK(unsettled >= 1);
  CHECK(harmful >= 1);
  CHECK(leaving >= 1);
}

TEST_CASE("the scenario of the starter runs on its map") {
  const fs::path folder = test::source_folder() / "cli/init";
  const LoadedMap loaded = load_map((folder / "map.yaml").string());
  const LoadedScenarios scenarios = load_scenarios((folder / "exam-season.yaml").string());
  REQUIRE(loaded.map);
  REQUIRE(scenarios.scenarios.size() == 1);
  Diagnostics problems;
  const auto report = find_whatif(*loaded.map, scenarios.scenarios.front(), problems);
  REQUIRE(report);
  CHECK(problems.all().empty());
  CHECK(report->verdict == FcmVerdict::fixed_point);
  CHECK_FALSE(report->losers.empty());
}

}  // namespace outmap
