#include "model/analysis/whatif/projection.hpp"

#include <catch2/catch.hpp>

#include "model/analysis/whatif/whatif.hpp"
#include "model/io/load.hpp"
#include "model/scenario/load.hpp"
#include "model/scenario/wrong_names.hpp"
#include "tests/support/places.hpp"

namespace outmap {
namespace {

Map clinics() {
  auto loaded = load_map((test::source_folder() / "samples/clinics/map.yaml").string());
  REQUIRE(loaded.map);
  return *std::move(loaded.map);
}

}  // namespace

TEST_CASE("the projected map is the one of the what-if", "[whatif]") {
  const Map map = clinics();
  const std::string file = GENERATE("three-steps", "midwives-leave", "evening-desk", "praise-without-end");
  const auto loaded = load_scenarios((test::source_folder() / "samples/clinics/scenarios" / (file + ".yaml")).string());
  REQUIRE(loaded.scenarios.size() == 1);
  Diagnostics problems;
  const auto projected = project_map(map, loaded.scenarios.front(), problems);
  const auto report = find_whatif(map, loaded.scenarios.front(), problems);
  REQUIRE(projected);
  REQUIRE(report);
  CHECK(projected->verdict == report->verdict);
  CHECK(projected->map == *report->map);
}

TEST_CASE("wrong names are found beside other mistakes, but not where they may follow from them", "[scenario]") {
  const Map map = clinics();
  const auto names = [&](const std::string& changes) {
    const auto loaded = load_scenarios_text("s.yaml", "outmap-scenario: 1\nlikelyhood: no\nchanges:\n" + changes);
    CHECK(loaded.scenarios.empty());
    std::vector<std::string> paths;
    const Diagnostics wrong = wrong_names(map, loaded);
    for (const Diagnostic& problem : wrong.all()) paths.push_back(problem.path);
    return paths;
  };
  CHECK(names("  - remove: [midwifes]\n") == std::vector<std::string>{"/changes/0/remove/0"});
  CHECK(names("  - remove: [midwives]\n").empty());
  CHECK(names("  - reweight: [{from: midwives, weight: 1}]\n").empty());
  CHECK(names("  - add: {partners: [{id: doulas, sise: 3}]}\n  - act: {doula: 1}\n").empty());
}

}  // namespace outmap
