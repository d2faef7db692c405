// The maps that scenarios leave, for commands that look at a map: gaps, cluster, plan.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/listing.hpp"
#include "cli/scenarios/open.hpp"
#include "model/analysis/whatif/projection.hpp"

namespace outmap {

struct ScenarioMap {
  Scenario scenario;
  ProjectedMap projected;

  const Map& map() const { return projected.map; }
};

/// The map of every scenario that the call names, in their order; none where it names none. Every problem of all of
/// them is told, then MapRefused is thrown where there is an error; of a scenario that does not settle it is said on
/// stderr that its levels stand as today.
std::vector<ScenarioMap> scenario_maps(const Invocation& given, const Map& today, const Console& console);

/// "With: The midwives leave (possible)", as a line of its own; in Markdown a heading.
std::string scenario_heading(const ScenarioMap& one, const Invocation& given, const Screen& screen);

/// The initiatives that the scenario holds above 0, by id: they are under way in its map.
Ids held_initiatives(const ScenarioMap& one);

/// Tables of today (first) and of each scenario as one, which says in its first column whose row it is; of today that
/// is empty.
Listing side_by_side(std::vector<Listing> tables, const std::vector<ScenarioMap>& scenarios);

/// One scenario's result as a document: `document` is what the command writes for its map, `changes` what differs from
/// today.
struct ScenarioDocument {
  const ScenarioMap* scenario = nullptr;
  nlohmann::ordered_json document;
  nlohmann::ordered_json changes;
};

/// One scenario: its document, and after its members "scenario", "before" (today's document) and "changes". Several:
/// {"before": today's, "scenarios": [the same without "before", …]}.
std::string scenario_documents(nlohmann::ordered_json before, std::vector<ScenarioDocument> scenarios);

}  // namespace outmap
