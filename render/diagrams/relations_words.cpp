#include "render/diagrams/relations_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "render/diagrams/relations_why.hpp"

namespace outmap {
namespace {

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return grouped_number(static_cast<double>(count)) + " " + std::string(count == 1 ? one : many);
}

/// "4 customers (size 7,100) and 2 partners".
std::string words_for(const Loss& loss, bool sized) {
  std::string words;
  if (loss.customers > 0) words = counted(loss.customers, "customer", "customers");
  if (sized && loss.customers > 0) words += " (size " + grouped_number(loss.size) + ")";
  if (loss.customers > 0 && loss.partners > 0) words += " and ";
  if (loss.partners > 0) words += counted(loss.partners, "partner", "partners");
  return words;
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
  if (diagram.clusters < 2) return words;
  if (element.groups_reached == 0) return words + ", all within one cluster";
  return words + ", into " + counted(element.groups_reached, "other cluster", "other clusters");
}

/// The finding, its key part set in colour.
void tell(const std::string& before, const std::string& key, const std::string& after, RelationsDiagram& diagram) {
  diagram.finding = before + key + after;
  diagram.key_begin = before.size();
  diagram.key_length = key.size();
}

void tell_without_ties(const RelationsSource& source, RelationsDiagram& diagram) {
  if (source.weights.empty()) return tell("This map has no customers and no partners yet.", "", "", diagram);
  tell("No relation is declared yet: who reaches whom, and through which partner, is still open.", "", "", diagram);
}

/// The first of the losses whose element is marked in the picture.
const Loss* first_marked(const std::vector<Loss>& losses, const RelationsDiagram& diagram) {
  for (const Loss& loss : losses)
    for (const RelationElement& element : diagram.elements)
      if (element.articulation && element.id == loss.id) return &loss;
  return nullptr;
}

void tell_loss(const Map& map, const Loss& loss, const RelationElement& hub, RelationsDiagram& diagram) {
  const std::string name(map.name_of(loss.id));
  const std::string cut = words_for(loss, diagram.sized) + " would be cut off from the rest";
  const std::string reach = words_for_reach(diagram, hub);
  if (loss.id == hub.id)
    tell("Most hangs on ", hub.name, fmt::format(": {}; without {}, {}.", reach, hub.name, cut), diagram);
  else if (name.size() + hub.name.size() > 60)
    tell("Without ", name, fmt::format(", {}.", cut), diagram);
  else
    tell("Without ", name, fmt::format(", {}. Most connected: {}, {}.", cut, hub.name, reach), diagram);
}

std::size_t tied_elements(const RelationsSource& source) {
  std::set<std::size_t> tied;
  for (const NetworkTie& tie : source.declared.ties) tied.insert({tie.a, tie.b});
  return tied.size();
}

/// How safe the whole is from a loss, where no loss is marked; empty where the weak point is not in the picture.
std::string words_for_safety(const RelationsSource& source, const std::vector<Loss>& losses) {
  if (losses.empty()) return "; whoever dropped out, nobody else would be cut off";
  if (std::ranges::any_of(losses, [](const Loss& loss) { return loss.all() > 1; })) return "";
  const bool two_left = tied_elements(source) == 3;  // and no tie between them
  if (two_left) return fmt::format("; without {}, no tie is left", source.map.name_of(losses.front().id));
  return "; whoever dropped out, at most one other would be cut off";
}

/// Whom the map hangs on: where there are no clusters to compare.
void tell_hub(const RelationsSource& source, const std::vector<Loss>& losses, RelationsDiagram& diagram) {
  const RelationElement* hub = most_connected(diagram);
  if (source.declared.ties.empty() || !hub) return tell_without_ties(source, diagram);
  if (const Loss* loss = first_marked(losses, diagram)) return tell_loss(source.map, *loss, *hub, diagram);
  tell("Most connected: ", hub->name,
       fmt::format(", {}{}.", words_for_reach(diagram, *hub), words_for_safety(source, losses)), diagram);
}

void tell_opened(const RelationGroup& opened, RelationsDiagram& diagram) {
  std::string why = opened.why.empty() ? "" : ": " + opened.why;
  if (why.size() > 2 && why[2] >= 'A' && why[2] <= 'Z') why[2] = static_cast<char>(why[2] - 'A' + 'a');
  const std::string rank = fmt::format(", number {} of {} clusters", opened.number, diagram.clusters);
  tell("", opened.name, rank + why + ".", diagram);
}

void tell_focus(const RelationElement& focus, RelationsDiagram& diagram) {
  if (focus.ties == 0) return tell("", focus.name, ": no declared tie, only likeness.", diagram);
  tell("", focus.name, fmt::format(": {}, total strength {:.4g}.", words_for_reach(diagram, focus), focus.strength),
       diagram);
}

const RelationElement* focus_of(const RelationsDiagram& diagram) {
  for (const RelationElement& element : diagram.elements)
    if (element.focus) return &element;
  return nullptr;
}

std::string question_of(const RelationsDiagram& diagram) {
  if (diagram.opened != no_index) return "Who is in this cluster, what holds it together, and who is next to it?";
  if (diagram.clusters < 2) return "Which customers and partners stand together, and what holds them together?";
  if (!diagram.scored) return "Which customers and partners belong together, and what sets each cluster apart?";
  return "Which clusters of customers and partners deserve attention first, and what holds them together?";
}

std::string title_of(const Map& map, const RelationsDiagram& diagram) {
  if (const RelationElement* focus = focus_of(diagram)) return "Who is tied to " + focus->name;
  if (diagram.opened != no_index) return "Inside " + diagram.groups[diagram.opened].name;
  return "Who belongs together: " + map->title;
}

std::string in_numbers(std::size_t count) { return grouped_number(static_cast<double>(count)); }

std::string words_for_shown(const RelationsSource& source, const LeftOut& left_out, const RelationsDiagram& diagram) {
  std::size_t customers = 0;
  std::size_t partners = 0;
  for (const RelationElement& element : diagram.elements) (element.partner ? partners : customers) += 1;
  for (const RelationElement& element : diagram.isolated) (element.partner ? partners : customers) += 1;
  const auto derived = static_cast<std::size_t>(
      std::count_if(diagram.ties.begin(), diagram.ties.end(), [](const RelationTie& tie) { return tie.derived; }));
  const std::size_t declared = diagram.ties.size() - derived;
  std::string words;
  if (customers > 0) words += counted(customers, "customer", "customers") + ", ";
  if (partners > 0) words += counted(partners, "partner", "partners") + ", ";
  words += counted(declared, "declared tie", "declared ties");
  if (derived > 0) words += " and " + in_numbers(derived) + " derived";
  words += " shown";
  const std::size_t hidden = source.weights.size() - diagram.elements.size() - diagram.isolated.size();
  const std::size_t hidden_ties = source.declared.ties.size() - declared;
  std::vector<std::string> parts;
  if (hidden > 0) parts.push_back(counted(hidden, "element", "elements"));
  if (hidden_ties > 0)
    parts.push_back(hidden > 0 ? counted(hidden_ties, "tie", "ties")
                               : counted(hidden_ties, "weaker tie", "weaker ties"));
  if (left_out.derived > 0)
    parts.push_back(counted(left_out.derived, "less alike derived tie", "less alike derived ties"));
  for (std::size_t at = 0; at < parts.size(); ++at) words += (at == 0 ? "; left out: " : ", ") + parts[at];
  return words;
}

std::string words_for_overview(const RelationsSource& source, const LeftOut& left_out,
                               const RelationsDiagram& diagram) {
  std::string words =
      counted(source.weights.size(), "element", "elements") + " in " + counted(diagram.clusters, "cluster", "clusters");
  const bool declares = !source.declared.ties.empty();
  if (!declares) words += ", no declared ties";
  std::size_t drawn = 0, bundles = 0, derived = 0;
  for (const TieBundle& bundle : diagram.bundles)
    if (bundle.derived != declares)
      drawn += bundle.count, ++bundles;
    else
      derived += bundle.count;
  words += fmt::format("; between clusters: {} in {}",
                       counted(drawn, declares ? "relation" : "derived tie", declares ? "relations" : "derived ties"),
                       counted(bundles, "bundle", "bundles"));
  if (derived > 0) words += fmt::format(" and {}", counted(derived, "pair alike", "pairs alike"));
  if (left_out.bundles > 0)
    words += fmt::format(", {} in {} not shown", in_numbers(left_out.bundled_ties),
                         counted(left_out.bundles, "weaker bundle", "weaker bundles"));
  std::size_t inside = 0;
  for (const NetworkTie& tie : source.declared.ties)
    if (source.cluster_of[tie.a] == source.cluster_of[tie.b]) inside += tie.count;
  if (inside > 0) words += "; " + counted(inside, "relation", "relations") + " inside clusters not shown";
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
  if (tie.derived && tie.shared.empty()) return fmt::format("{} – {}: alike (derived)", from, to);
  if (tie.derived)
    return fmt::format("{} – {}: {} {} (derived)", from, to,
                       tie.types.front().type == "similar-need" ? "both want" : "in common", tie.shared);
  const bool back = tie.arrow_from && !tie.arrow_to;
  std::string words = back ? to : from;
  words += tie.arrow_from && tie.arrow_to ? " ↔ " : tie.arrow_from || tie.arrow_to ? " → " : " – ";
  words += back ? from : to;
  words += ": ";
  for (std::size_t type = 0; type < tie.types.size(); ++type)
    words += (type > 0 ? ", " : "") + words_for_type(tie.types[type].type);
  return words + fmt::format(", strength {:.4g}", tie.strength);
}

void put_into_words(const RelationsSource& source, const std::vector<Loss>& losses, const LeftOut& left_out,
                    RelationsDiagram& diagram) {
  diagram.title = title_of(source.map, diagram);
  diagram.question = question_of(diagram);
  if (const RelationElement* focus = focus_of(diagram)) {
    tell_focus(*focus, diagram);
  } else if (diagram.opened != no_index) {
    tell_opened(diagram.groups[diagram.opened], diagram);
  } else if (diagram.clusters < 2) {
    tell_hub(source, losses, diagram);
  } else {
    const WhyFirst why = why_first(source);
    tell("", why.key, why.rest, diagram);
  }
  diagram.counts = source.map->title;
  if (source.map->date) diagram.counts += " · " + to_words(*source.map->date);
  if (diagram.scored) diagram.counts += " · scores 0–100";
  diagram.left_out =
      diagram.overview ? words_for_overview(source, left_out, diagram) : words_for_shown(source, left_out, diagram);
}

}  // namespace outmap
