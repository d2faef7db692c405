#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "render/diagrams/outcomes_parts.hpp"

namespace outmap::outcomes {
namespace {

constexpr std::array<std::string_view, 4> value_kind_names{"functional", "financial", "emotional", "social"};

OutcomeNodeRole role_of(ElementKind kind) {
  switch (kind) {
    case ElementKind::initiative:
      return OutcomeNodeRole::initiative;
    case ElementKind::process:
      return OutcomeNodeRole::process;
    case ElementKind::partner:
      return OutcomeNodeRole::partner;
    case ElementKind::factor:
      return OutcomeNodeRole::factor;
    case ElementKind::offering:
      return OutcomeNodeRole::offering;
    case ElementKind::touchpoint:
      return OutcomeNodeRole::touchpoint;
    case ElementKind::stage:
      return OutcomeNodeRole::stage;
    case ElementKind::outcome:
      return OutcomeNodeRole::outcome;
    default:
      return OutcomeNodeRole::other;
  }
}

Column column_of(ElementKind kind) {
  switch (kind) {
    case ElementKind::initiative:
      return initiatives;
    case ElementKind::touchpoint:
    case ElementKind::stage:
    case ElementKind::journey:
      return touchpoints;
    case ElementKind::outcome:
    case ElementKind::need:
      return outcomes;
    case ElementKind::customer:
      return value;
    default:
      return means;
  }
}

/// What a difference on the outcome's scale is counted in: of percentages, points. Long units are left to the title.
std::string unit_of_gap(const Outcome& outcome, double gap) {
  constexpr std::size_t longest = 8;  // bytes
  if (outcome.unit == "%") return gap == 1 ? "point" : "points";
  return outcome.unit.size() <= longest ? outcome.unit : "";
}

OutcomeGapMark gap_mark(const Outcome& outcome, const OutcomeLevel& level) {
  OutcomeGapMark mark;
  mark.now = share_of_way(level.current, level);
  mark.target = share_of_way(level.target, level);
  mark.share = level.normalised_gap;
  if (!level.gap) {
    mark.words = "?";
    mark.caption = level.current ? "no target" : "not measured";
  } else if (*level.gap > 0) {
    mark.words = amount(*level.gap);
    mark.unit = unit_of_gap(outcome, *level.gap);
    mark.caption = "gap";
  } else {
    mark.caption = "met";
  }
  return mark;
}

std::string gap_words(const Outcome& outcome, const OutcomeLevel& level) {
  std::string words;
  if (level.current) words += ", now " + amount(*level.current);
  if (level.target) words += ", target " + amount(*level.target);
  if (!outcome.unit.empty() && !words.empty()) words += " " + outcome.unit;
  if (level.gap) words += *level.gap > 0 ? ", gap " + amount(*level.gap) : ", target met";
  return words;
}

void describe(OutcomeNode& node, const Initiative& initiative, const std::string& currency) {
  if (!initiative.cost) return;
  node.note = money(*initiative.cost, currency);
  node.title += ", cost " + node.note;
}

void describe(OutcomeNode& node, const Touchpoint& touchpoint) {
  node.channel = touchpoint.channel;
  if (!touchpoint.channel.empty()) node.title += ", channel " + touchpoint.channel;
}

void describe(OutcomeNode& node, const Outcome& outcome, const GapRow* row) {
  node.less_is_better = outcome.direction == Direction::less;
  if (row) {
    node.gap = gap_mark(outcome, row->level);
    node.title += gap_words(outcome, row->level);
    node.priority = row->priority.value_or(0);
    if (node.priority > 0) node.title += ", priority " + amount(node.priority);
  }
  if (outcome.scope != Scope::organisation) return;
  node.column = value;
  node.role = OutcomeNodeRole::value;
  node.note = "to the organisation";
}

void describe(OutcomeNode& node, const Factor& factor) {
  const bool is_value = std::find(factor.tags.begin(), factor.tags.end(), "value") != factor.tags.end();
  if (!factor.description.empty()) node.title += ". " + factor.description;
  if (is_value) make_value(node, factor.description);
}

/// The outcomes of one kind, and the share of the priority that they carry; below 0: not known.
void add_value_kind(OutcomesDiagram& diagram, std::size_t kind, const std::vector<std::size_t>& members, double share) {
  OutcomeNode node;
  node.id = "value:" + std::string(value_kind_names[kind]);
  node.role = OutcomeNodeRole::value_kind;
  node.column = value;
  node.name = std::string(value_kind_names[kind]) + " value";
  node.name[0] = static_cast<char>(node.name[0] - 'a' + 'A');
  node.note = share < 0 ? "to customers" : percent(share) + " of the priority";
  node.title = node.name + " to customers: " + counted(members.size(), "outcome", "outcomes");
  if (share >= 0) node.title += ", " + percent(share) + " of the priority";
  for (std::size_t member : members) {
    OutcomeEdge edge;
    edge.from = member;
    edge.to = diagram.nodes.size();
    edge.role = EffectRole::serves;
    edge.title = diagram.nodes[member].name + " → " + node.name + ": of this kind";
    diagram.edges.push_back(std::move(edge));
  }
  diagram.nodes.push_back(std::move(node));
}

}  // namespace

void make_value(OutcomeNode& node, const std::string& description) {
  constexpr std::size_t longest_note = 40;  // bytes
  node.column = value;
  node.role = OutcomeNodeRole::value;
  node.note = description.size() <= longest_note ? description : "";
}

OutcomeNode describe_node(const Map& map, ElementRef ref, const GapRow* row) {
  const Element& element = map.at(ref);
  OutcomeNode node;
  node.id = element.id;
  node.element = element.id;
  node.kind = ref.kind;
  node.role = role_of(ref.kind);
  node.column = column_of(ref.kind);
  node.name = element.name;
  node.title = fmt::format("{} ({})", element.name, singular(ref.kind));
  if (ref.kind == ElementKind::initiative) describe(node, map->initiatives[ref.index], map->currency);
  if (ref.kind == ElementKind::touchpoint) describe(node, map->touchpoints[ref.index]);
  if (ref.kind == ElementKind::outcome) describe(node, map->outcomes[ref.index], row);
  if (ref.kind == ElementKind::factor) describe(node, map->factors[ref.index]);
  if (ref.kind == ElementKind::offering && map->offerings[ref.index].price)
    node.note = money(*map->offerings[ref.index].price, map->currency);
  return node;
}

void add_value_kinds(OutcomesDiagram& diagram, const Map& map) {
  double all = 0;
  std::array<double, 4> priority{};
  std::array<std::vector<std::size_t>, 4> members;
  for (std::size_t node = 0; node < diagram.nodes.size(); ++node) {
    const Outcome* outcome = map.get<Outcome>(diagram.nodes[node].id);
    if (!outcome || diagram.nodes[node].column != outcomes) continue;
    all += diagram.nodes[node].priority;
    if (!outcome->kind) continue;
    const auto kind = static_cast<std::size_t>(*outcome->kind);
    priority[kind] += diagram.nodes[node].priority;
    members[kind].push_back(node);
  }
  for (std::size_t kind = 0; kind < members.size(); ++kind)
    if (!members[kind].empty()) add_value_kind(diagram, kind, members[kind], all > 0 ? priority[kind] / all : -1);
}

void keep_only(OutcomesDiagram& diagram, const std::vector<bool>& kept) {
  std::vector<std::size_t> place(diagram.nodes.size(), 0);
  std::vector<OutcomeNode> nodes;
  for (std::size_t node = 0; node < diagram.nodes.size(); ++node)
    if (kept[node]) {
      place[node] = nodes.size();
      nodes.push_back(std::move(diagram.nodes[node]));
    }
  std::vector<OutcomeEdge> edges;
  for (OutcomeEdge& edge : diagram.edges)
    if (kept[edge.from] && kept[edge.to]) {
      edge.from = place[edge.from];
      edge.to = place[edge.to];
      edges.push_back(std::move(edge));
    }
  diagram.nodes = std::move(nodes);
  diagram.edges = std::move(edges);
}

void close_up(OutcomesDiagram& diagram) {
  static const std::array<OutcomeColumn, column_count> all{{{"Initiatives", "what we could do"},
                                                            {"", "who and what makes it happen"},
                                                            {"Touchpoints", "front and back stage"},
                                                            {"Outcomes", "what customers want"},
                                                            {"Value", "what it is worth"}}};
  std::array<bool, column_count> used{};
  for (const OutcomeNode& node : diagram.nodes) used[node.column] = true;
  std::array<std::size_t, column_count> place{};
  diagram.columns.clear();
  for (std::size_t column = 0; column < column_count; ++column) {
    place[column] = diagram.columns.size();
    if (used[column]) diagram.columns.push_back(all[column]);
  }
  const auto has = [&](OutcomeNodeRole role) {
    return std::any_of(diagram.nodes.begin(), diagram.nodes.end(),
                       [&](const OutcomeNode& n) { return n.role == role; });
  };
  if (used[means]) {
    std::vector<std::string> words;
    if (has(OutcomeNodeRole::process)) words.push_back("processes");
    if (has(OutcomeNodeRole::partner)) words.push_back("partners");
    if (has(OutcomeNodeRole::factor)) words.push_back("factors");
    if (has(OutcomeNodeRole::offering)) words.push_back("offerings");
    if (words.empty()) words.push_back("causes");
    if (words.size() > 2) words.resize(2);
    std::string name = words.size() == 2 ? words[0] + " and " + words[1] : words[0];
    name[0] = static_cast<char>(name[0] - 'a' + 'A');
    diagram.columns[place[means]].name = name;
  }
  if (used[touchpoints] && has(OutcomeNodeRole::stage))
    diagram.columns[place[touchpoints]].name = has(OutcomeNodeRole::touchpoint) ? "Touchpoints and stages" : "Stages";
  for (OutcomeNode& node : diagram.nodes) node.column = place[node.column];
}

}  // namespace outmap::outcomes
