#include <algorithm>
#include <set>

#include "render/diagrams/relations_bundles.hpp"
#include "render/diagrams/relations_clusters.hpp"
#include "render/diagrams/relations_diagram.hpp"
#include "render/diagrams/relations_likeness.hpp"
#include "render/diagrams/relations_scope.hpp"
#include "render/diagrams/relations_words.hpp"

namespace outmap {
namespace {

/// What the steps of the build share.
struct Build {
  const DiagramOptions& options;
  RelationsSource source;
  std::vector<Loss> losses;
  std::vector<std::size_t> shown;     // nodes
  std::vector<std::size_t> place_of;  // node -> element
  RelationsDiagram diagram;
};

RelationElement element_of(const Build& build, std::size_t node) {
  const NetworkNode& from = build.source.declared.nodes[node];
  RelationElement element;
  element.id = from.element->id;
  element.name = from.element->name;
  element.partner = from.partner != nullptr;
  element.internal = from.partner && from.partner->kind == PartnerKind::internal;
  element.size = from.customer ? from.customer->size : 0;
  element.weight = build.source.weights[node];
  element.focus = build.options.focus && *build.options.focus == element.id;
  return element;
}

/// Whoever is tied to nobody is told apart, where there is somebody who is not.
void add_elements(Build& build) {
  const std::vector<std::optional<double>> needs = unmet_needs(build.source);
  const std::vector<double> strengths = strengths_of(build.source.declared);
  build.place_of.assign(build.source.weights.size(), no_index);
  for (const std::size_t node : build.shown) {
    RelationElement element = element_of(build, node);
    element.strength = strengths[node];
    element.need = needs[node];
    const bool alone = build.source.cluster_of[node] == no_index && !build.source.report.clusters.empty();
    if (alone && !element.focus) {
      build.diagram.isolated.push_back(std::move(element));
      continue;
    }
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
  for (const Loss& loss : build.losses) {
    const std::size_t place = build.place_of[*build.source.tied.find(loss.id)];
    if (marked == 3) return;
    if (place == no_index || loss.all() < 2) continue;
    build.diagram.elements[place].articulation = true;
    ++marked;
  }
}

/// How many declared ties an element has, and which other clusters they reach.
void count_ties(Build& build) {
  RelationsDiagram& diagram = build.diagram;
  const auto& cluster_of = build.source.cluster_of;
  std::vector<std::set<std::size_t>> reached(diagram.elements.size());
  for (const NetworkTie& tie : build.source.declared.ties)
    for (const auto& [node, other] : {std::pair(tie.a, tie.b), std::pair(tie.b, tie.a)}) {
      const std::size_t place = build.place_of[node];
      if (place == no_index) continue;
      ++diagram.elements[place].ties;
      if (cluster_of[node] != cluster_of[other]) reached[place].insert(cluster_of[other]);
    }
  for (std::size_t at = 0; at < reached.size(); ++at) diagram.elements[at].groups_reached = reached[at].size();
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

/// Returns how many derived ties are left out.
std::size_t add_ties(Build& build) {
  const auto& ties = build.source.declared.ties;
  const std::size_t opened =
      build.diagram.opened == no_index ? no_index : static_cast<std::size_t>(*build.options.cluster) - 1;
  const std::vector<std::size_t> drawn = ties_to_draw(build.source, build.shown, opened, build.options.everything);
  double largest = 0;
  for (const std::size_t tie : drawn) largest = std::max(largest, ties[tie].strength);
  build.diagram.largest_strength = largest;
  for (const std::size_t tie : drawn) build.diagram.ties.push_back(tie_of(build, ties[tie], largest));
  std::stable_sort(build.diagram.ties.begin(), build.diagram.ties.end(),
                   [](const RelationTie& one, const RelationTie& other) { return one.strength < other.strength; });
  DerivedTies derived = derive_ties(build.source, build.place_of, build.diagram.elements.size(), opened);
  build.diagram.ties.insert(build.diagram.ties.begin(), derived.ties.begin(), derived.ties.end());
  return derived.left_out;
}

void mark_opened(Build& build) {
  if (!build.options.cluster || build.options.focus) return;
  for (std::size_t at = 0; at < build.diagram.groups.size(); ++at)
    if (build.diagram.groups[at].number == static_cast<std::size_t>(*build.options.cluster)) build.diagram.opened = at;
}

/// All that hangs on which nodes are shown.
RelationsDiagram build_for(const DiagramOptions& options, RelationsSource source, std::vector<std::size_t> shown,
                           bool overview) {
  std::vector<Loss> losses = find_losses(source.report);
  Build build{options, std::move(source), std::move(losses), std::move(shown), {}, {}};
  RelationsDiagram& diagram = build.diagram;
  diagram.overview = overview;
  diagram.clusters = build.source.report.clusters.size();
  diagram.scored = diagram.clusters > 0 && build.source.report.clusters.front().attention.has_value();
  add_elements(build);
  mark_articulation_points(build);
  count_ties(build);
  add_groups(build.source, build.place_of, diagram);
  mark_opened(build);
  LeftOut left_out;
  if (overview) {
    fold_last_groups(diagram);
    Bundles bundles = bundle_ties(build.source, build.place_of, diagram);
    diagram.bundles = std::move(bundles.drawn);
    left_out = {0, bundles.left_out, bundles.left_out_ties};
  } else {
    left_out.derived = add_ties(build);
  }
  put_into_words(build.source, build.losses, left_out, diagram);
  return std::move(diagram);
}

std::vector<std::size_t> all_nodes(const RelationsSource& source) {
  std::vector<std::size_t> nodes(source.weights.size());
  for (std::size_t node = 0; node < nodes.size(); ++node) nodes[node] = node;
  return nodes;
}

}  // namespace

RelationsDiagram build_relations(const Map& map, const DiagramOptions& options) {
  RelationsSource source = read_source(map, options.as_of);
  std::vector<std::size_t> shown = nodes_in_scope(source, options);
  const bool crowded =
      shown.size() > most_cards && !options.everything && !options.top && !options.focus && !options.cluster;
  if (crowded && source.report.clusters.size() > 1) {
    shown = all_nodes(source);
    return build_for(options, std::move(source), std::move(shown), true);
  }
  if (crowded) {
    DiagramOptions fewer = options;
    fewer.top = 40;
    shown = nodes_in_scope(source, fewer);
  }
  return build_for(options, std::move(source), std::move(shown), false);
}

}  // namespace outmap
