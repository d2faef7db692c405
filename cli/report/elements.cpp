// The index of a report: every element, what the map says of it, and what it is tied to.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "cli/cluster/parts.hpp"
#include "cli/display_text.hpp"
#include "cli/report/sections.hpp"
#include "model/analysis/element_view.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

constexpr std::size_t most_elements = 500;
constexpr std::size_t most_ties = 5;  // of one kind
constexpr std::size_t most_facts = 6;

/// The fields that are told apart from the others, in the order in which they are wanted: the words of people first.
constexpr std::array<std::string_view, 5> wordy{"quote", "statement", "description", "goal", "outcome_challenge"};
constexpr std::array<std::string_view, 3> said_elsewhere{"id", "name", "tags"};

constexpr std::string_view attributes = "attributes.";

/// "outcome challenge"; of an attribute its own name.
std::string words_of(std::string_view field) {
  std::string words(field.starts_with(attributes) ? field.substr(attributes.size()) : field);
  for (char& c : words) {
    if (c == '_' || c == '.') c = ' ';
  }
  return printable(words);
}

/// Keeps the first `most`, and one besides where no other follows: "and 1 more" takes as much room.
template <class Item>
void keep_first(std::size_t most, std::vector<Item>& items, std::size_t& left_out, Item item) {
  if (left_out == 0 && items.size() <= most) return items.push_back(std::move(item));
  if (left_out++ > 0) return;
  items.pop_back();
  ++left_out;
}

/// Tells the first ties of each kind of an element, each once, and counts the others.
class TieTeller {
 public:
  explicit TieTeller(PageElement& element) : element_(element) {}

  void add(const std::string& what, const Id& id, std::string_view name) {
    if (!known_.emplace(what, id).second) return;
    auto ties = std::ranges::find(element_.ties, what, &PageTies::what);
    if (ties == element_.ties.end()) ties = element_.ties.insert(ties, PageTies{what});
    keep_first(most_ties, ties->ends, ties->left_out, PageTies::End{id, printable(name)});
  }

 private:
  PageElement& element_;
  std::set<std::pair<std::string, Id>> known_;
};

/// The relations and influences that name each element, found in one walk.
class TieIndex {
 public:
  explicit TieIndex(const Map& map) : map_(map) {
    for (const Relation& relation : map->relations) {
      const std::string type = relation.type.empty() ? "tied to" : words_with_spaces(relation.type);
      ends_[relation.from].push_back({type, relation.to});
      ends_[relation.to].push_back({type, relation.from});
    }
    for (const Influence& influence : map->influences) {
      ends_[influence.from].push_back({influence.weight < 0 ? "lowers" : "raises", influence.to});
      ends_[influence.to].push_back({influence.weight < 0 ? "lowered by" : "raised by", influence.from});
    }
  }

  void tell_of(const Id& element, TieTeller& teller) const {
    const auto found = ends_.find(element);
    if (found == ends_.end()) return;
    for (const auto& [what, id] : found->second) teller.add(what, id, map_.name_of(id));
  }

 private:
  static std::string words_with_spaces(const std::string& type) {
    std::string words = printable(type);
    std::ranges::replace(words, '-', ' ');
    return words;
  }

  const Map& map_;
  std::map<Id, std::vector<std::pair<std::string, Id>>, std::less<>> ends_;
};

/// A number that it gives to another element, "holders.new-parents.importance": told where that is told.
bool is_about_another(const Map& map, std::string_view field) {
  for (std::size_t dot = field.find('.'); dot != std::string_view::npos; dot = field.find('.')) {
    field.remove_prefix(dot + 1);
    if (map.find(field.substr(0, field.find('.')))) return true;
  }
  return false;
}

/// A mark that it does not bear: "moment_of_truth: false". What an attribute denies is a trait.
bool is_unremarkable(const FieldText& field) { return field.text == "false" && !field.name.starts_with(attributes); }

void add_fields(PageElement& element, const Map& map, const ElementView& view) {
  for (const std::string_view wanted : wordy) {
    const auto found = std::ranges::find(view.fields, wanted, &FieldText::name);
    if (found == view.fields.end()) continue;
    element.words += (element.words.empty() ? "" : " — ") + printable(found->text);
  }
  for (const FieldText& field : view.fields) {
    const bool told = std::ranges::find(wordy, field.name) != wordy.end() ||
                      std::ranges::find(said_elsewhere, field.name) != said_elsewhere.end();
    // What pictures and tables of the page show of it is not told again, nor whom it names: that stands with its ties.
    const bool shown = view.ref.kind == ElementKind::stage || view.ref.kind == ElementKind::evidence ||
                       std::ranges::find(view.refers_to, field.name, &ElementTie::field) != view.refers_to.end();
    if (told || shown || is_unremarkable(field) || is_about_another(map, field.name)) continue;
    keep_first(most_facts, element.facts, element.facts_left_out,
               std::pair(words_of(field.name), printable(field.text)));
  }
}

/// Of what a page tells: answers of single people are counted elsewhere.
bool is_told(ElementKind kind) { return kind != ElementKind::feedback && kind != ElementKind::offer; }

PageElement element_of(const Map& map, ElementRef ref, const TieIndex& ties, const ClusterReport& clusters) {
  const Element& said = map.at(ref);
  PageElement element{said.id, std::string(singular(ref.kind)), printable(said.name)};
  for (const std::string& tag : said.tags) element.tags.push_back(printable(tag));
  if (const auto place = clusters.cluster_of(said.id)) element.cluster = printable(clusters.clusters[*place].name);
  const ElementView view = *view_element(map, said.id, {.rows = false});
  add_fields(element, map, view);
  TieTeller teller(element);
  ties.tell_of(said.id, teller);
  for (const ElementTie& tie : view.refers_to) teller.add(words_of(tie.field), tie.id, tie.name);
  for (const ElementTie& tie : view.referred_by)
    if (is_told(tie.kind)) teller.add(std::string(singular(tie.kind)), tie.id, tie.name);
  return element;
}

PageElement cluster_element(const Map& map, const ClusterReport& report, const Cluster& cluster) {
  PageElement element{"cluster-" + cluster.id, "cluster", printable(cluster.name)};
  element.cluster = element.name;
  for (const auto& [label, words] : cluster_words(map, report, cluster)) {
    const bool wanted = label == "who" || label == "in common" || label == "unmet need";
    if (!words.empty() && wanted) element.facts.emplace_back(label, words);
  }
  TieTeller teller(element);
  for (const Id& id : cluster.by_strength) teller.add("member", id, map.name_of(id));
  return element;
}

}  // namespace

void add_elements(ReportPage& page, const ReportInputs& inputs) {
  const Map& map = inputs.map;
  const TieIndex ties(map);
  for (const Cluster& cluster : inputs.clusters.clusters) {
    if (page.elements.size() < most_elements / 5)
      page.elements.push_back(cluster_element(map, inputs.clusters, cluster));
  }
  std::vector<ElementRef> elements = all_elements(map.content());
  std::erase_if(elements, [](ElementRef ref) { return !is_told(ref.kind); });
  std::ranges::stable_sort(elements, {}, &ElementRef::kind);
  std::size_t left_out = 0;
  for (const ElementRef ref : elements) {
    if (page.elements.size() < most_elements)
      page.elements.push_back(element_of(map, ref, ties, inputs.clusters));
    else
      ++left_out;
  }
  if (left_out > 0)
    page.elements_note = "and " + grouped(static_cast<double>(left_out)) + " more elements, which only the map lists";
}

}  // namespace outmap
