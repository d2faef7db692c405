#include "model/analysis/findings/rules.hpp"

#include <set>
#include <string_view>
#include <utility>

#include "model/check/cycles.hpp"

namespace outmap {
namespace {

bool is_explained(const Influence& influence) { return !influence.description.empty() || !influence.notes.empty(); }

/// Influences of which nobody says why, by vertex; of parallel ones a single explanation will do.
std::vector<std::vector<std::size_t>> unexplained_links(const MapFacts& facts) {
  const VertexIds& vertices = facts.vertices();
  std::set<std::pair<std::string_view, std::string_view>> explained;
  for (const Influence& influence : facts.map()->influences) {
    if (is_explained(influence)) explained.emplace(influence.from, influence.to);
  }
  std::vector<std::vector<std::size_t>> links(vertices.size());
  for (const Influence& influence : facts.map()->influences) {
    if (influence.weight == 0 || explained.contains({influence.from, influence.to})) continue;
    links[*vertices.find(influence.from)].push_back(*vertices.find(influence.to));
  }
  return links;
}

}  // namespace

std::vector<Found> loops_unexplained(const MapFacts& facts) {
  const VertexIds& vertices = facts.vertices();
  std::vector<Found> found;
  for (const std::vector<std::size_t>& loop : find_cycles(unexplained_links(facts))) {
    Ids ids;
    for (const std::size_t vertex : loop) ids.push_back(vertices.id(vertex));
    std::string round;
    for (const Id& id : ids) round += std::string(facts.map().name_of(id)) + " → ";
    round += facts.map().name_of(ids.front());
    found.push_back({ids, round, "nobody explained the feedback loop " + round,
                     path_of(facts.map().content(), vertices.ref(loop.front()))});
  }
  return found;
}

}  // namespace outmap
