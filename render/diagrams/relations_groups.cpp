#include "render/diagrams/relations_groups.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>

#include "render/diagrams/relations_attributes.hpp"
#include "render/diagrams/relations_network.hpp"

namespace outmap {
namespace {

constexpr std::size_t unset = static_cast<std::size_t>(-1);

/// Group of each node by number, `unset` for none.
using Assignment = std::vector<std::size_t>;

// --- how well a partition agrees with the ties ------------------------------------------------------

double modularity(const RelationNetwork& network, const Assignment& groups, std::size_t group_count) {
  std::vector<double> inside(group_count, 0);
  std::vector<double> ends(group_count, 0);
  double all = 0;
  for (const NetworkTie& tie : network.ties) {
    if (groups[tie.a] == unset || groups[tie.b] == unset) continue;
    all += tie.strength;
    ends[groups[tie.a]] += tie.strength;
    ends[groups[tie.b]] += tie.strength;
    if (groups[tie.a] == groups[tie.b]) inside[groups[tie.a]] += tie.strength;
  }
  double sum = 0;
  for (std::size_t group = 0; group < group_count && all > 0; ++group)
    sum += inside[group] / all - std::pow(ends[group] / (2 * all), 2);
  return sum;
}

/// One wave: each node without a group joins the group that its ties lead to most.
bool spread_once(const RelationNetwork& network, Assignment& groups, std::size_t group_count) {
  std::map<std::size_t, std::vector<double>> pull;
  const auto add = [&](std::size_t node, std::size_t other, double strength) {
    if (groups[node] != unset || groups[other] == unset) return;
    pull.try_emplace(node, group_count, 0.0).first->second[groups[other]] += strength;
  };
  for (const NetworkTie& tie : network.ties) {
    add(tie.a, tie.b, tie.strength);
    add(tie.b, tie.a, tie.strength);
  }
  for (const auto& [node, pulls] : pull)
    groups[node] = static_cast<std::size_t>(std::max_element(pulls.begin(), pulls.end()) - pulls.begin());
  return !pull.empty();
}

Assignment spread(const RelationNetwork& network, Assignment groups, std::size_t group_count) {
  while (spread_once(network, groups, group_count)) {
  }
  return groups;
}

/// The groups from `seeds` outward: waves along the strongest ties, then each node that is no seed moves to the group
/// that it is tied to most, in the order of ids, until none does or twenty times.
Assignment grow(const RelationNetwork& network, const Assignment& seeds, std::size_t group_count) {
  Assignment groups = spread(network, seeds, group_count);
  std::vector<std::vector<std::pair<std::size_t, double>>> ties(network.nodes.size());
  for (const NetworkTie& tie : network.ties) {
    ties[tie.a].emplace_back(tie.b, tie.strength);
    ties[tie.b].emplace_back(tie.a, tie.strength);
  }
  bool moved = true;
  for (int times = 0; moved && times < 20; ++times) {
    moved = false;
    for (std::size_t node = 0; node < groups.size(); ++node) {
      if (seeds[node] != unset || groups[node] == unset) continue;
      std::vector<double> pull(group_count, 0);
      for (const auto& [other, strength] : ties[node])
        if (groups[other] != unset) pull[groups[other]] += strength;
      const auto most = std::max_element(pull.begin(), pull.end());
      if (*most <= pull[groups[node]] + 1e-9) continue;
      groups[node] = static_cast<std::size_t>(most - pull.begin());
      moved = true;
    }
  }
  return groups;
}

/// Fisher-Yates with a generator whose numbers are the same everywhere.
void shuffle(std::vector<std::size_t>& values, std::mt19937_64& random) {
  for (std::size_t left = values.size(); left > 1; --left) std::swap(values[left - 1], values[random() % left]);
}

/// Whether the agreement with the ties is more than chance would give to the same values.
bool beats_chance(const RelationNetwork& network, const Categories& categories, double found) {
  constexpr int rounds = 20;
  std::mt19937_64 random(1);
  std::vector<std::size_t> holders;
  std::vector<std::size_t> values;
  for (std::size_t node = 0; node < categories.of_node.size(); ++node)
    if (categories.of_node[node] != unset) holders.push_back(node), values.push_back(categories.of_node[node]);
  double sum = 0;
  double squares = 0;
  for (int round = 0; round < rounds; ++round) {
    shuffle(values, random);
    Assignment groups(categories.of_node.size(), unset);
    for (std::size_t at = 0; at < holders.size(); ++at) groups[holders[at]] = values[at];
    const double agreement =
        modularity(network, spread(network, std::move(groups), categories.names.size()), categories.names.size());
    sum += agreement;
    squares += agreement * agreement;
  }
  const double mean = sum / rounds;
  return found > mean + 2 * std::sqrt(std::max(0.0, squares / rounds - mean * mean));
}

struct Candidate {
  const Categories* categories = nullptr;
  Assignment groups;
  double agreement = 0;
};

std::optional<Candidate> best_by_ties(const RelationNetwork& network, const std::vector<Categories>& all) {
  std::vector<Candidate> candidates;
  for (const Categories& categories : all) {
    Assignment groups = spread(network, categories.of_node, categories.names.size());
    const double agreement = modularity(network, groups, categories.names.size());
    if (agreement >= 0.1) candidates.push_back({&categories, std::move(groups), agreement});
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& one, const Candidate& other) { return one.agreement > other.agreement; });
  candidates.resize(std::min<std::size_t>(candidates.size(), 3));
  for (Candidate& candidate : candidates)
    if (beats_chance(network, *candidate.categories, candidate.agreement)) return std::move(candidate);
  return std::nullopt;
}

// --- making groups of it ----------------------------------------------------------------------------

std::string slug(const std::string& name, std::size_t number) {
  std::string made;
  for (const char letter : name) {
    const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
    if (plain)
      made += letter;
    else if (letter >= 'A' && letter <= 'Z')
      made += static_cast<char>(letter - 'A' + 'a');
    else if (!made.empty() && made.back() != '-')
      made += '-';
  }
  while (!made.empty() && made.back() == '-') made.pop_back();
  return made.empty() ? "group-" + std::to_string(number) : made;
}

Grouping collect(const RelationNetwork& network, const Assignment& groups, const std::vector<std::string>& names,
                 std::string basis) {
  Grouping grouping;
  grouping.basis = std::move(basis);
  std::set<Id> taken;
  for (std::size_t number = 0; number < names.size(); ++number) {
    ElementGroup group;
    group.name = names[number];
    group.id = slug(names[number], number + 1);
    if (!taken.insert(group.id).second) taken.insert(group.id = group.id + "-" + std::to_string(number + 1));
    for (std::size_t node = 0; node < groups.size(); ++node)
      if (groups[node] == number) group.members.push_back(network.nodes[node].element->id);
    if (!group.members.empty()) grouping.groups.push_back(std::move(group));
  }
  return grouping;
}

Grouping group_by_name(const Map& map, const RelationNetwork& network) {
  std::map<Id, std::size_t> wanted;
  std::vector<std::string> names;
  for (const PinnedCluster& cluster : map->clusters) {
    for (const Id& id : cluster.contains) wanted.emplace(id, names.size());
    names.push_back(cluster.name);
  }
  Assignment groups(network.nodes.size(), unset);
  for (std::size_t node = 0; node < groups.size(); ++node) {
    const auto at = wanted.find(network.nodes[node].element->id);
    if (at != wanted.end()) groups[node] = at->second;
  }
  const Assignment grown = grow(network, groups, names.size());
  const std::string rest = grown == groups ? "" : ", all others by their strongest ties";
  return collect(network, grown, names, "groups named in the map" + rest);
}

bool all_have(const Categories& categories) {
  return std::find(categories.of_node.begin(), categories.of_node.end(), unset) == categories.of_node.end();
}

Grouping group_by_parts(const RelationNetwork& network) {
  const Assignment parts = find_parts(network);
  std::map<std::size_t, std::vector<std::size_t>> members;
  for (std::size_t node = 0; node < parts.size(); ++node) members[parts[node]].push_back(node);
  std::vector<double> strength(parts.size(), 0);
  for (const NetworkTie& tie : network.ties) strength[tie.a] += tie.strength, strength[tie.b] += tie.strength;
  Assignment groups(parts.size(), unset);
  std::vector<std::string> names;
  std::size_t tied = 0;
  std::size_t most = 0;
  for (const auto& [part, nodes] : members) {
    if (nodes.size() < 3) continue;
    tied += nodes.size();
    most = std::max(most, nodes.size());
    const std::size_t centre = *std::max_element(nodes.begin(), nodes.end(), [&](std::size_t one, std::size_t other) {
      return strength[one] < strength[other];
    });
    for (const std::size_t node : nodes) groups[node] = names.size();
    names.push_back("Around " + network.nodes[centre].element->name);
  }
  if (names.size() < 2 || most * 5 > tied * 4) return {};
  return collect(network, groups, names, "groups are parts without a tie to one another");
}

Grouping group_by_attribute(const RelationNetwork& network, const std::vector<Categories>& all) {
  if (network.ties.empty()) {
    const Categories* telling = most_telling(all);
    if (!telling) return {};
    return collect(network, telling->of_node, telling->names,
                   "grouped by " + telling->label + ", the attribute that tells most about the others");
  }
  const auto best = best_by_ties(network, all);
  if (!best) return {};
  const std::string rest = all_have(*best->categories) ? "" : ", those without it by their strongest ties";
  return collect(network, best->groups, best->categories->names, "grouped by " + best->categories->label + rest);
}

}  // namespace

Grouping group_elements(const Map& map) {
  const RelationNetwork network = read_network(map);
  Grouping grouping;
  if (!map->clusters.empty()) grouping = group_by_name(map, network);
  if (grouping.groups.empty()) grouping = group_by_attribute(network, read_categories(network));
  if (grouping.groups.empty() && !network.ties.empty()) grouping = group_by_parts(network);
  describe_groups(map, grouping);
  return grouping;
}

}  // namespace outmap
