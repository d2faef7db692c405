#include "model/scenario/diff.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "model/scenario/apply.hpp"
#include "model/scenario/load.hpp"
#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"

namespace outmap {
namespace {

Map changed_map(const Map& map, const std::string& changes) {
  const auto loaded = load_scenarios_text("s.yaml", "outmap-scenario: 1\nchanges:\n" + changes);
  REQUIRE(loaded.problems.all().empty());
  Diagnostics problems;
  AppliedScenario applied = apply(map, loaded.scenarios.front(), problems);
  REQUIRE(applied.map);
  return *std::move(applied.map);
}

/// "changed outcomes booked-fast: current 4 -> 6"
std::vector<std::string> told(const MapDiff& diff) {
  std::vector<std::string> lines;
  for (const FieldDifference& field : diff.fields)
    lines.push_back(field.field + " " + field.before + " -> " + field.after);
  for (const RowDifference& row : diff.rows) {
    std::string line = std::string(to_text(row.kind)) + " " + row.list + " " + row.name;
    for (const FieldDifference& field : row.fields)
      line += ": " + field.field + " " + field.before + " -> " + field.after;
    lines.push_back(line + (row.moved ? " moved" : ""));
  }
  return lines;
}

void check_there_and_back(const Map& before, const Map& after) {
  const MapDiff made = diff(before, after);
  CHECK(patched(before, made) == after);
  CHECK(patched(after, inverse(made)) == before);
  CHECK(inverse(inverse(made)) == made);
  CHECK(diff(after, before).rows.size() == made.rows.size());
}

Map clinic_map() { return test::make_map(test::clinic()); }

}  // namespace

TEST_CASE("a map does not differ from itself", "[diff]") { CHECK(diff(clinic_map(), clinic_map()).empty()); }

TEST_CASE("what is set is told field by field", "[diff]") {
  const Map map = clinic_map();
  const Map after = changed_map(map, R"(  - set: {new-parents.size: 100, new-parents.attributes.region: south}
  - set: {wait.holders.shift-workers.current: 50}
)");
  const auto lines = told(diff(map, after));
  REQUIRE(lines.size() == 2);
  CHECK(lines[0] == "changed customers new-parents: size 4200 -> 100: attributes.region null -> \"south\"");
  CHECK(lines[1].starts_with("changed outcomes wait: holders.shift-workers.current "));
  CHECK(lines[1].ends_with(" -> 50"));
  check_there_and_back(map, after);
}

TEST_CASE("what is added and what is removed is told with all that hangs on it", "[diff]") {
  const Map map = clinic_map();
  const Map more = changed_map(map, R"(  - add: {partners: [{id: doulas}], relations: [{from: doulas, to: new-parents}]}
)");
  CHECK(told(diff(map, more)) ==
        std::vector<std::string>{"added partners doulas", "added relations doulas – new-parents"});
  CHECK(told(inverse(diff(map, more))) ==
        std::vector<std::string>{"removed partners doulas", "removed relations doulas – new-parents"});
  check_there_and_back(map, more);
  const Map less = changed_map(map, "  - remove: [midwives]\n");
  const auto lines = told(diff(map, less));
  CHECK(std::ranges::find(lines, "removed partners midwives") != lines.end());
  CHECK(std::ranges::any_of(
      lines, [](const std::string& line) { return line.starts_with("changed outcomes referred: holders"); }));
  check_there_and_back(map, less);
}

TEST_CASE("an influence of another weight is the same influence", "[diff]") {
  MapContent content = test::clinic();
  Influence influence;
  influence.from = "midwives";
  influence.to = "booked-fast";
  influence.weight = 0.3;
  content.influences = {influence, influence};
  const Map map = test::make_map(content);
  content.influences[1].weight = 0.5;
  const Map after = test::make_map(content);
  CHECK(told(diff(map, after)) ==
        std::vector<std::string>{"changed influences midwives → booked-fast: weight 0.3 -> 0.5"});
  check_there_and_back(map, after);
}

TEST_CASE("stages and markers are told by themselves", "[diff]") {
  MapContent content = test::clinic();
  Journey journey;
  journey.id = "first-year";
  journey.stages.resize(2);
  journey.stages[0].id = "book";
  journey.stages[1].id = "visit";
  content.journeys = {journey};
  const Map map = test::make_map(content);
  Stage& stage = content.journeys.front().stages.front();
  stage.goal = "Another goal";
  const Map after = test::make_map(content);
  const MapDiff made = diff(map, after);
  REQUIRE(made.rows.size() == 2);
  CHECK(made.rows[0].list == "journeys");
  CHECK(made.rows[0].fields.empty());
  CHECK(made.rows[1].list == "stages");
  CHECK(made.rows[1].owner == content.journeys.front().id);
  REQUIRE(made.rows[1].fields.size() == 1);
  CHECK(made.rows[1].fields[0].field == "goal");
  check_there_and_back(map, after);
}

TEST_CASE("what only stands elsewhere has moved, and as few as can be", "[diff]") {
  const Map map = clinic_map();
  MapContent content = map.content();
  REQUIRE(content.outcomes.size() >= 3);
  std::rotate(content.outcomes.begin(), content.outcomes.begin() + 1, content.outcomes.end());
  const Map after = test::make_map(content);
  CHECK(told(diff(map, after)) == std::vector<std::string>{"changed outcomes " + map->outcomes.front().id + " moved"});
  check_there_and_back(map, after);
}

TEST_CASE("the map's own fields differ too", "[diff]") {
  const Map map = clinic_map();
  MapContent content = map.content();
  content.title = "Another";
  content.date.reset();
  content.extensions.push_back({"x-owner", "\"us\""});
  const Map after = test::make_map(content);
  const auto lines = told(diff(map, after));
  CHECK(lines.back() == "x- {} -> {\"x-owner\":\"us\"}");
  check_there_and_back(map, after);
}

TEST_CASE("differences from another map are refused", "[diff]") {
  const Map map = clinic_map();
  const Map less = changed_map(map, "  - remove: [midwives]\n");
  CHECK_THROWS_AS(patched(test::make_map({}), inverse(diff(less, map))), std::invalid_argument);
}

}  // namespace outmap
