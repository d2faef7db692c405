#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "render/diagrams/relations_diagram.hpp"
#include "render/diagrams/relations_likeness.hpp"
#include "render/diagrams/relations_network.hpp"
#include "render/diagrams/relations_scope.hpp"
#include "render/diagrams/relations_words.hpp"

namespace outmap {
namespace {

/// Unmet need by holder: importance-weighted mean of the normalised gaps.
std::map<Id, double> unmet_needs(const Map& map, std::optional<Date> day) {
  GapOptions options;
  options.as_of = day;
  options.by = GapBy::holder;
  std::map<Id, std::pair<double, double>> sums;
  if (map->outcomes.empty()) return {};
  for (const GapRow& row : find_gaps(map, options).rows) {
    if (!row.holder || !row.level.normalised_gap || !row.level.importance) continue;
    auto& [weighted, weights] = sums[*row.holder];
    weighted += *row.level.importance * *row.level.normalised_gap;
    weights += *row.level.importance;
  }
  std::map<Id, double> needs;
  for (const auto& [holder, sum] : sums)
    if (sum.second > 0) needs[holder] = sum.first / sum.second;
  return needs;
}

/// What the steps of the build share.
struct Build {
  const Map& map;
  const DiagramOptions& options;
  RelationNetwork network;
  std::vector<LossOfNode> losses;
  std::vector<std::size_t> shown;     // nodes
  std::vector<std::size_t> place_of;  // node -> element
  RelationsDiagram diagram;
};

void add_elements(Build& build) {
  const std::map<Id, double> needs = unmet_needs(build.map, build.options.as_of);
  const std::vector<double> strengths = strengths_of(build.network);
  build.place_of.assign(build.network.nodes.size(), no_index);
  for (const std::size_t node : build.shown) {
    const NetworkNode& from = build.network.nodes[node];
    RelationElement element;
    element.id = from.element->id;
    element.name = from.element->name;
    element.partner = from.partner != nullptr;
    element.internal = from.partner && from.partner->kind == PartnerKind::internal;
    element.size = from.customer ? from.customer->size : 0;
    element.strength = strengths[node];
    element.focus = build.options.focus && *build.options.focus == element.id;
    const auto need = needs.find(element.id);
    if (need != needs.end()) element.need = need->second;
    build.place_of[node] = build.diagram.elements.size();
    build.diagram.elements.push_back(std::move(element));
  }
  std::size_t customers = 0;
  std::size_t several = 0;
  for (const RelationElement& element : build.diagram.elements)
    customers += !element.partner, several += !element.partner && element.size > 1;
  build.diagram.sized = several * 2 > customers;
}

/// The three whose loss would cut off most, and at least two.
void mark_articulation_points(Build& build) {
  int marked = 0;
  for (const LossOfNode& loss : build.losses) {
    const std::size_t place = build.place_of[loss.node];
    if (marked == 3 || loss.cut_off.size() < 2) return;
    if (place == no_index) continue;
    build.diagram.elements[place].articulation = true;
    ++marked;
  }
}

void add_groups(Build& build, const Grouping& grouping) {
  std::map<Id, std::size_t> place;
  RelationsDiagram& diagram = build.diagram;
  for (std::size_t at = 0; at < diagram.elements.size(); ++at) place[diagram.elements[at].id] = at;
  for (const ElementGroup& from : grouping.groups) {
    RelationGroup group;
    group.id = from.id;
    group.name = from.name;
    group.traits = from.traits;
    group.scores = from.scores;
    for (const Id& member : from.members)
      if (const auto at = place.find(member); at != place.end()) group.members.push_back(at->second);
    if (!group.members.empty()) diagram.groups.push_back(std::move(group));
  }
  if (!diagram.groups.empty()) diagram.basis = grouping.basis;
}

void add_ungrouped(RelationsDiagram& diagram) {
  std::vector<char> grouped(diagram.elements.size(), 0);
  for (const RelationGroup& group : diagram.groups)
    for (const std::size_t member : group.members) grouped[member] = 1;
  RelationGroup alone;
  RelationGroup rest;
  alone.hull = rest.hull = false;
  alone.id = "without-relations";
  alone.name = "No relations yet";
  rest.id = "ungrouped";
  rest.name = diagram.groups.empty() ? "" : "In no group";
  for (std::size_t at = 0; at < diagram.elements.size(); ++at)
    if (!grouped[at]) (diagram.elements[at].ties ? rest : alone).members.push_back(at);
  if (rest.members.empty() && diagram.groups.empty()) alone.name.clear();
  if (!rest.members.empty()) diagram.groups.push_back(std::move(rest));
  if (!alone.members.empty()) diagram.groups.push_back(std::move(alone));
}

/// Strongest members first, then the largest; counts; the mean need weighted by size.
void sum_up(const RelationsDiagram& diagram, RelationGroup& group) {
  const auto key = [&](std::size_t at) {
    const RelationElement& element = diagram.elements[at];
    return std::tuple(-element.strength, -element.size, -element.need.value_or(0), at);
  };
  std::sort(group.members.begin(), group.members.end(),
            [&](std::size_t one, std::size_t other) { return key(one) < key(other); });
  double weighted = 0;
  double weights = 0;
  for (const std::size_t at : group.members) {
    const RelationElement& element = diagram.elements[at];
    (element.partner ? group.partners : group.customers) += 1;
    group.size += element.size;
    if (!element.need || element.partner) continue;
    weighted += *element.need * element.size;
    weights += element.size;
    group.high_need += *element.need >= high_need;
  }
  if (weights > 0) group.need = weighted / weights;
}

void order_groups(RelationsDiagram& diagram) {
  for (RelationGroup& group : diagram.groups) sum_up(diagram, group);
  const auto key = [&](const RelationGroup& group) {
    return std::tuple(!group.hull, diagram.sized ? -group.size : 0, -static_cast<double>(group.members.size()),
                      std::string_view(group.name));
  };
  std::stable_sort(diagram.groups.begin(), diagram.groups.end(),
                   [&](const RelationGroup& one, const RelationGroup& other) { return key(one) < key(other); });
  for (std::size_t group = 0; group < diagram.groups.size(); ++group)
    for (const std::size_t member : diagram.groups[group].members) diagram.elements[member].group = group;
}

int step_of(double strength, double largest) {
  if (largest <= 0 || strength * 3 <= largest) return 0;
  return strength * 3 <= 2 * largest ? 1 : 2;
}

void count_ties(Build& build) {
  for (const NetworkTie& tie : build.network.ties)
    for (const std::size_t node : {tie.a, tie.b})
      if (build.place_of[node] != no_index) ++build.diagram.elements[build.place_of[node]].ties;
}

/// Which groups an element reaches, and what the ties inside a group are made of.
void read_ties_by_group(Build& build) {
  RelationsDiagram& diagram = build.diagram;
  std::vector<std::set<std::size_t>> reached(diagram.elements.size());
  std::vector<std::map<std::string, double>> types(diagram.groups.size());
  for (const NetworkTie& tie : build.network.ties) {
    const std::size_t a = build.place_of[tie.a];
    const std::size_t b = build.place_of[tie.b];
    if (a == no_index || b == no_index) continue;
    const std::size_t group = diagram.elements[a].group;
    const std::size_t other = diagram.elements[b].group;
    if (group != other && diagram.groups[other].hull) reached[a].insert(other);
    if (group != other && diagram.groups[group].hull) reached[b].insert(group);
    for (const TypeStrength& type : tie.types)
      if (group == other) types[group][type.type] += type.strength;
  }
  for (std::size_t at = 0; at < reached.size(); ++at) diagram.elements[at].groups_reached = reached[at].size();
  for (std::size_t group = 0; group < types.size(); ++group) {
    for (const auto& [type, strength] : types[group]) diagram.groups[group].types.push_back({type, strength});
    std::stable_sort(diagram.groups[group].types.begin(), diagram.groups[group].types.end(),
                     [](const TypeShare& one, const TypeShare& other) { return one.strength > other.strength; });
  }
}

RelationTie tie_of(const Build& build, const NetworkTie& from, double largest) {
  RelationTie tie;
  tie.from = build.place_of[from.a];
  tie.to = build.place_of[from.b];
  tie.strength = from.strength;
  for (const TypeStrength& type : from.types) tie.types.push_back({type.type, type.strength});
  tie.arrow_from = from.arrow_a;
  tie.arrow_to = from.arrow_b;
  tie.step = step_of(from.strength, largest);
  return tie;
}

void add_ties(Build& build) {
  const std::vector<std::size_t> drawn = ties_to_draw(build.network, build.shown, build.options.everything);
  double largest = 0;
  for (const std::size_t tie : drawn) largest = std::max(largest, build.network.ties[tie].strength);
  build.diagram.largest_strength = largest;
  for (const std::size_t tie : drawn) build.diagram.ties.push_back(tie_of(build, build.network.ties[tie], largest));
  std::stable_sort(build.diagram.ties.begin(), build.diagram.ties.end(),
                   [](const RelationTie& one, const RelationTie& other) { return one.strength < other.strength; });
  std::vector<RelationTie> alike = likenesses(build.map, build.diagram, build.network);
  build.diagram.ties.insert(build.diagram.ties.begin(), alike.begin(), alike.end());
}

/// In an overview the groups after the eleventh become one.
void fold_small_groups(RelationsDiagram& diagram) {
  constexpr std::size_t most_groups = 12;
  if (diagram.groups.size() <= most_groups) return;
  RelationGroup rest;
  rest.id = "smaller-groups";
  rest.hull = false;
  rest.name = std::to_string(diagram.groups.size() - most_groups + 1) + " smaller groups";
  for (std::size_t group = most_groups - 1; group < diagram.groups.size(); ++group)
    rest.members.insert(rest.members.end(), diagram.groups[group].members.begin(), diagram.groups[group].members.end());
  diagram.groups.resize(most_groups - 1);
  diagram.groups.push_back(std::move(rest));
  sum_up(diagram, diagram.groups.back());
  for (const std::size_t member : diagram.groups.back().members) diagram.elements[member].group = most_groups - 1;
}

std::vector<TieBundle> bundles_of(const Build& build) {
  struct Sum {
    std::size_t count = 0;
    double strength = 0;
    std::map<std::string, double> types;
  };
  std::map<std::pair<std::size_t, std::size_t>, Sum> sums;
  for (const NetworkTie& tie : build.network.ties) {
    const std::size_t one = build.diagram.elements[build.place_of[tie.a]].group;
    const std::size_t other = build.diagram.elements[build.place_of[tie.b]].group;
    if (one == other) continue;
    Sum& sum = sums[std::minmax(one, other)];
    sum.count += tie.count;
    sum.strength += tie.strength;
    for (const TypeStrength& type : tie.types) sum.types[type.type] += type.strength;
  }
  std::vector<TieBundle> bundles;
  for (const auto& [ends, sum] : sums) {
    const auto main_type = std::max_element(sum.types.begin(), sum.types.end(), [](const auto& one, const auto& other) {
      return one.second < other.second;
    });
    bundles.push_back({ends.first, ends.second, sum.count, sum.strength, main_type->first, 0});
  }
  return bundles;
}

void add_bundles(Build& build) {
  constexpr std::size_t most_bundles = 18;
  std::vector<TieBundle> bundles = bundles_of(build);
  std::stable_sort(bundles.begin(), bundles.end(),
                   [](const TieBundle& one, const TieBundle& other) { return one.strength > other.strength; });
  build.diagram.left_out = words_for_overview(build.diagram, build.network, bundles, most_bundles);
  bundles.resize(std::min(bundles.size(), most_bundles));
  for (TieBundle& bundle : bundles) bundle.step = step_of(bundle.strength, bundles.front().strength);
  std::reverse(bundles.begin(), bundles.end());
  build.diagram.bundles = std::move(bundles);
}

std::vector<std::size_t> all_nodes(const RelationNetwork& network) {
  std::vector<std::size_t> nodes(network.nodes.size());
  for (std::size_t node = 0; node < nodes.size(); ++node) nodes[node] = node;
  return nodes;
}

/// All that hangs on which nodes are shown.
RelationsDiagram build_for(const Map& map, const DiagramOptions& options, RelationNetwork network,
                           const Grouping& grouping, std::vector<std::size_t> shown, bool overview) {
  std::vector<LossOfNode> losses = find_losses(network);
  Build build{map, options, std::move(network), std::move(losses), std::move(shown), {}, {}};
  build.diagram.overview = overview;
  add_elements(build);
  mark_articulation_points(build);
  count_ties(build);
  add_groups(build, grouping);
  add_ungrouped(build.diagram);
  order_groups(build.diagram);
  if (overview) fold_small_groups(build.diagram);
  read_ties_by_group(build);
  if (overview)
    add_bundles(build);
  else
    add_ties(build);
  put_into_words(map, build.network, build.losses, build.diagram);
  return std::move(build.diagram);
}

}  // namespace

RelationsDiagram build_relations(const Map& map, const DiagramOptions& options) {
  RelationNetwork network = read_network(map);
  const Grouping grouping = group_elements(map);
  std::vector<std::size_t> shown = nodes_in_scope(network, options);
  const bool crowded = shown.size() > most_cards && !options.everything && !options.top;
  if (crowded && grouping.groups.size() > 1) {
    shown = all_nodes(network);
    return build_for(map, options, std::move(network), grouping, std::move(shown), true);
  }
  if (crowded) {
    DiagramOptions fewer = options;
    fewer.top = 40;
    shown = nodes_in_scope(network, fewer);
  }
  return build_for(map, options, std::move(network), grouping, std::move(shown), false);
}

}  // namespace outmap
