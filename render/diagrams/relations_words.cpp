#include "render/diagrams/relations_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "render/diagrams/relations_scope.hpp"

namespace outmap {
namespace {

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return grouped_number(static_cast<double>(count)) + " " + std::string(count == 1 ? one : many);
}

struct Tally {
  std::size_t customers = 0;
  std::size_t partners = 0;
  double size = 0;
};

void count(const NetworkNode& node, Tally& tally) {
  (node.customer ? tally.customers : tally.partners) += 1;
  if (node.customer) tally.size += node.customer->size;
}

/// "4 customers (size 7,100) and 2 partners".
std::string words_for(const Tally& tally, bool sized) {
  std::string words;
  if (tally.customers > 0) words = counted(tally.customers, "customer", "customers");
  if (sized && tally.customers > 0) words += " (size " + grouped_number(tally.size) + ")";
  if (tally.customers > 0 && tally.partners > 0) words += " and ";
  if (tally.partners > 0) words += counted(tally.partners, "partner", "partners");
  return words;
}

std::size_t hulls_of(const RelationsDiagram& diagram) {
  return static_cast<std::size_t>(std::count_if(diagram.groups.begin(), diagram.groups.end(),
                                                [](const RelationGroup& group) { return group.hull; }));
}

/// The element with most ties: the one that reaches most groups, then strength, then id.
const RelationElement* most_connected(const RelationsDiagram& diagram) {
  const RelationElement* best = nullptr;
  for (const RelationElement& element : diagram.elements) {
    if (element.ties == 0) continue;
    if (!best || element.ties > best->ties || (element.ties == best->ties && element.strength > best->strength))
      best = &element;
  }
  return best;
}

std::string words_for_reach(const RelationsDiagram& diagram, const RelationElement& element) {
  std::string words = counted(element.ties, "tie", "ties");
  const std::size_t groups = hulls_of(diagram);
  if (groups < 2) return words;
  if (element.groups_reached == 0) return words + ", all within one group";
  return words + ", into " + counted(element.groups_reached, "other group", "other groups");
}

/// The finding, its key part set in colour.
void tell(const std::string& before, const std::string& key, const std::string& after, RelationsDiagram& diagram) {
  diagram.finding = before + key + after;
  diagram.key_begin = before.size();
  diagram.key_length = key.size();
}

void tell_without_ties(const RelationNetwork& network, RelationsDiagram& diagram) {
  if (network.nodes.empty()) return tell("This map has no customers and no partners yet.", "", "", diagram);
  if (hulls_of(diagram) < 2)
    return tell("No relation is declared yet: who reaches whom, and through which partner, is still open.", "", "",
                diagram);
  const RelationGroup& largest = diagram.groups.front();
  tell("", largest.name,
       fmt::format(": the largest group, {} of {}. No relation is declared yet.",
                   grouped_number(static_cast<double>(largest.members.size())),
                   counted(network.nodes.size(), "element", "elements")),
       diagram);
}

/// The first of the losses whose element is marked in the picture.
const LossOfNode* first_marked(const RelationNetwork& network, const std::vector<LossOfNode>& losses,
                               const RelationsDiagram& diagram) {
  for (const LossOfNode& loss : losses)
    for (const RelationElement& element : diagram.elements)
      if (element.articulation && element.id == network.nodes[loss.node].element->id) return &loss;
  return nullptr;
}

void tell_loss(const RelationNetwork& network, const LossOfNode& loss, const RelationElement& hub,
               RelationsDiagram& diagram) {
  Tally lost;
  for (const std::size_t node : loss.cut_off) count(network.nodes[node], lost);
  const Element& element = *network.nodes[loss.node].element;
  const std::string cut = words_for(lost, diagram.sized) + " would be cut off from the rest";
  const std::string reach = words_for_reach(diagram, hub);
  if (element.id == hub.id)
    tell("Most hangs on ", hub.name, fmt::format(": {}; without {}, {}.", reach, hub.name, cut), diagram);
  else if (element.name.size() + hub.name.size() > 60)
    tell("Without ", element.name, fmt::format(", {}.", cut), diagram);
  else
    tell("Without ", element.name, fmt::format(", {}. Most connected: {}, {}.", cut, hub.name, reach), diagram);
}

/// How safe the whole is from a loss, where no loss is marked; empty where the weak point is not in the picture.
std::string words_for_safety(const std::vector<LossOfNode>& losses) {
  if (losses.empty()) return "; whoever dropped out, nobody else would be cut off";
  return losses.front().cut_off.size() == 1 ? "; whoever dropped out, at most one other would be cut off" : "";
}

void tell_finding(const RelationNetwork& network, const std::vector<LossOfNode>& losses, RelationsDiagram& diagram) {
  const RelationElement* hub = most_connected(diagram);
  if (network.ties.empty() || !hub) return tell_without_ties(network, diagram);
  if (const LossOfNode* loss = first_marked(network, losses, diagram)) return tell_loss(network, *loss, *hub, diagram);
  tell("Most connected: ", hub->name, fmt::format(", {}{}.", words_for_reach(diagram, *hub), words_for_safety(losses)),
       diagram);
}

const RelationElement* focus_of(const RelationsDiagram& diagram) {
  for (const RelationElement& element : diagram.elements)
    if (element.focus) return &element;
  return nullptr;
}

std::string question_of(const RelationsDiagram& diagram) {
  std::string question = "Which customers and partners stand together, and what holds them together?";
  if (diagram.basis.empty()) return question;
  std::string basis = diagram.basis;
  basis[0] = static_cast<char>(basis[0] - 'a' + 'A');
  return question + " " + basis + ".";
}

std::string words_for_shown(const RelationNetwork& network, const RelationsDiagram& diagram) {
  Tally shown;
  for (const RelationElement& element : diagram.elements) (element.partner ? shown.partners : shown.customers) += 1;
  const auto derived = static_cast<std::size_t>(
      std::count_if(diagram.ties.begin(), diagram.ties.end(), [](const RelationTie& tie) { return tie.derived(); }));
  const std::size_t declared = diagram.ties.size() - derived;
  std::string words;
  if (shown.customers > 0) words += counted(shown.customers, "customer", "customers") + ", ";
  if (shown.partners > 0) words += counted(shown.partners, "partner", "partners") + ", ";
  words += counted(declared, "declared tie", "declared ties");
  if (derived > 0) words += " and " + grouped_number(static_cast<double>(derived)) + " derived";
  words += " shown";
  const std::size_t hidden = network.nodes.size() - diagram.elements.size();
  const std::size_t hidden_ties = network.ties.size() - declared;
  if (hidden + hidden_ties == 0) return words;
  words += "; left out: ";
  if (hidden > 0) words += counted(hidden, "element", "elements");
  if (hidden > 0 && hidden_ties > 0) words += ", ";
  if (hidden_ties > 0)
    words += counted(hidden_ties, hidden > 0 ? "tie" : "weaker tie", hidden > 0 ? "ties" : "weaker ties");
  return words;
}

}  // namespace

std::string words_for_type(const std::string& type) {
  if (type.empty()) return "tie";
  std::string words = type;
  std::replace(words.begin(), words.end(), '-', ' ');
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::string grouped_number(double value) {
  std::string digits = fmt::format("{}", std::llround(value));
  for (std::size_t at = digits.size(); at > 3 + (value < 0 ? 1U : 0U); at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string words_for_tie(const RelationsDiagram& diagram, const RelationTie& tie) {
  const std::string& from = diagram.elements[tie.from].name;
  const std::string& to = diagram.elements[tie.to].name;
  if (tie.derived()) return fmt::format("{} – {}: both want {} (derived)", from, to, tie.shared);
  const bool back = tie.arrow_from && !tie.arrow_to;
  std::string words = back ? to : from;
  words += tie.arrow_from && tie.arrow_to ? " ↔ " : tie.arrow_from || tie.arrow_to ? " → " : " – ";
  words += back ? from : to;
  words += ": ";
  for (std::size_t type = 0; type < tie.types.size(); ++type)
    words += (type > 0 ? ", " : "") + words_for_type(tie.types[type].type);
  return words + fmt::format(", strength {:.4g}", tie.strength);
}

void put_into_words(const Map& map, const RelationNetwork& network, const std::vector<LossOfNode>& losses,
                    RelationsDiagram& diagram) {
  const RelationElement* focus = focus_of(diagram);
  diagram.title =
      focus ? fmt::format("Who is tied to {}", focus->name) : fmt::format("Who belongs together: {}", map->title);
  diagram.question = question_of(diagram);
  if (focus)
    tell("", focus->name,
         fmt::format(": {}, total strength {:.4g}.", words_for_reach(diagram, *focus), focus->strength), diagram);
  else
    tell_finding(network, losses, diagram);
  diagram.counts = map->title;
  if (map->date) diagram.counts += " · " + to_words(*map->date);
  if (!diagram.overview) diagram.left_out = words_for_shown(network, diagram);
}

std::string words_for_overview(const RelationsDiagram& diagram, const RelationNetwork& network,
                               const std::vector<TieBundle>& bundles, std::size_t shown) {
  std::string words = counted(diagram.elements.size(), "element", "elements");
  if (network.ties.empty()) return words + ", no declared ties";
  std::size_t drawn = 0;
  std::size_t weaker = 0;
  for (std::size_t at = 0; at < bundles.size(); ++at) (at < shown ? drawn : weaker) += bundles[at].count;
  std::size_t all = 0;
  for (const NetworkTie& tie : network.ties) all += tie.count;
  words += fmt::format("; relations between groups: {} in {}", grouped_number(static_cast<double>(drawn)),
                       counted(std::min(shown, bundles.size()), "bundle", "bundles"));
  if (weaker > 0)
    words += fmt::format(", {} in {} not shown", grouped_number(static_cast<double>(weaker)),
                         counted(bundles.size() - shown, "weaker bundle", "weaker bundles"));
  const std::size_t inside = all - drawn - weaker;
  if (inside > 0) words += "; " + counted(inside, "relation", "relations") + " inside groups not shown";
  return words;
}

}  // namespace outmap
