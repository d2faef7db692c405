#include "render/diagrams/relations_likeness.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace outmap {
namespace {

using Wanted = std::vector<Id>;  // sorted, each once

struct Likeness {
  std::size_t from = 0;
  std::size_t to = 0;
  double similarity = 0;  // Jaccard
  double weight = 0;      // sum of 1 / holders over the needs in common
  Wanted common;
};

std::vector<Wanted> wanted_by(const Map& map, const RelationsDiagram& diagram) {
  std::vector<Wanted> wanted;
  for (const RelationElement& element : diagram.elements) {
    const Ids& needs = element.partner ? map.get<Partner>(element.id)->needs : map.get<Customer>(element.id)->needs;
    const std::set<Id> once(needs.begin(), needs.end());
    wanted.emplace_back(once.begin(), once.end());
  }
  return wanted;
}

std::set<std::pair<Id, Id>> declared_pairs(const RelationNetwork& network) {
  std::set<std::pair<Id, Id>> pairs;
  for (const NetworkTie& tie : network.ties)
    pairs.emplace(network.nodes[tie.a].element->id, network.nodes[tie.b].element->id);
  return pairs;
}

Likeness compare(std::size_t from, std::size_t to, const std::vector<Wanted>& wanted,
                 const std::map<Id, double>& holders) {
  Likeness likeness{from, to, 0, 0, {}};
  std::set_intersection(wanted[from].begin(), wanted[from].end(), wanted[to].begin(), wanted[to].end(),
                        std::back_inserter(likeness.common));
  const std::size_t either = wanted[from].size() + wanted[to].size() - likeness.common.size();
  if (either > 0) likeness.similarity = static_cast<double>(likeness.common.size()) / static_cast<double>(either);
  for (const Id& need : likeness.common) likeness.weight += 1 / holders.at(need);
  return likeness;
}

std::string need_in_words(const Map& map, const Id& id) {
  const Need* need = map.get<Need>(id);
  if (!need) return id;
  return need->name != need->id || need->statement.empty() ? need->name : need->statement;
}

RelationTie tie_of(const Map& map, const Likeness& likeness) {
  RelationTie tie;
  tie.from = likeness.from;
  tie.to = likeness.to;
  tie.strength = likeness.similarity;
  tie.types.push_back({"similar-need", likeness.similarity});
  for (const Id& need : likeness.common) tie.shared += (tie.shared.empty() ? "" : ", ") + need_in_words(map, need);
  return tie;
}

std::vector<Likeness> candidates(const Map& map, const RelationsDiagram& diagram, const RelationNetwork& network) {
  const std::vector<Wanted> wanted = wanted_by(map, diagram);
  std::map<Id, double> holders;
  for (const Wanted& needs : wanted)
    for (const Id& need : needs) ++holders[need];
  const auto declared = declared_pairs(network);
  std::vector<Likeness> found;
  for (std::size_t from = 0; from < wanted.size(); ++from)
    for (std::size_t to = from + 1; to < wanted.size(); ++to) {
      if (declared.count({diagram.elements[from].id, diagram.elements[to].id})) continue;
      Likeness likeness = compare(from, to, wanted, holders);
      if (!likeness.common.empty() && likeness.similarity >= 0.5) found.push_back(std::move(likeness));
    }
  std::stable_sort(found.begin(), found.end(), [](const Likeness& one, const Likeness& other) {
    return std::tuple(one.similarity * one.weight, one.weight) >
           std::tuple(other.similarity * other.weight, other.weight);
  });
  return found;
}

}  // namespace

std::vector<RelationTie> likenesses(const Map& map, const RelationsDiagram& diagram, const RelationNetwork& network) {
  if (diagram.elements.size() > 200 || map->needs.empty()) return {};
  std::vector<RelationTie> ties;
  std::map<std::size_t, int> used;
  for (const Likeness& likeness : candidates(map, diagram, network)) {
    if (ties.size() >= 6) break;
    if (used[likeness.from] >= 2 || used[likeness.to] >= 2) continue;
    ++used[likeness.from];
    ++used[likeness.to];
    ties.push_back(tie_of(map, likeness));
  }
  return ties;
}

}  // namespace outmap
