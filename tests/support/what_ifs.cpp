#include "tests/support/what_ifs.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "model/io/load.hpp"
#include "model/scenario/load.hpp"
#include "tests/support/chart_maps.hpp"
#include "tests/support/places.hpp"

namespace outmap::test {

MapContent moving_content(std::size_t size, const std::string& name, unsigned seed) {
  MapContent content = chart_content(size, name, seed);
  std::mt19937 random(seed + 100);
  const auto below = [&](std::size_t most) { return static_cast<std::size_t>(random() % most); };
  Ids causes;
  for (const Initiative& initiative : content.initiatives) causes.push_back(initiative.id);
  for (std::size_t at = 0; at < size; ++at) {
    Factor factor;
    factor.id = "x" + std::to_string(at);
    factor.name = name + std::to_string(at);
    content.factors.push_back(factor);
    causes.push_back(factor.id);
  }
  for (std::size_t at = 0; size > 0 && at < 2 * size; ++at) {
    Influence link;
    link.from = causes[below(causes.size())];
    link.to = below(2) == 0 ? content.factors[below(size)].id : content.outcomes[below(size)].id;
    link.weight = (static_cast<double>(below(19)) - 9) / 10;
    link.confidence = static_cast<double>(below(11)) / 10;
    if (link.from != link.to && link.weight != 0) content.influences.push_back(link);
  }
  return content;
}

WhatIfReport what_if(const Map& map, const std::string& yaml, const WhatIfOptions& options) {
  const LoadedScenarios loaded = load_scenarios_text("scenario.yaml", "outmap-scenario: 1\n" + yaml);
  CAPTURE(yaml);
  REQUIRE(loaded.problems.all().empty());
  REQUIRE(loaded.scenarios.size() == 1);
  Diagnostics problems;
  auto report = find_whatif(map, loaded.scenarios.front(), problems, options);
  REQUIRE(report);
  return *std::move(report);
}

Map small_clinic() {
  auto loaded = load_map(source_folder().string() + "/tests/cli/whatif/table/map.yaml");
  REQUIRE(loaded.map);
  return *std::move(loaded.map);
}

}  // namespace outmap::test
