#include "render/diagrams/relations_attributes.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include "render/diagrams/relations_groups.hpp"

namespace outmap {
namespace {

constexpr std::size_t unset = static_cast<std::size_t>(-1);
constexpr std::size_t most_categories = 9;

std::string in_words(std::string text) {
  std::replace(text.begin(), text.end(), '_', ' ');
  std::replace(text.begin(), text.end(), '-', ' ');
  return text;
}

/// The value as a category, or nothing where it is a number or a set.
std::string category_of(const AttributeValue& value) {
  if (const Symbol* word = std::get_if<Symbol>(&value)) return word->text();
  if (const bool* truth = std::get_if<bool>(&value)) return *truth ? "yes" : "no";
  return {};
}

std::set<std::string> names_of_attributes(const RelationNetwork& network) {
  std::set<Symbol> found;
  for (const NetworkNode& node : network.nodes)
    for (const Attribute& attribute : *node.attributes)
      if (!category_of(attribute.value).empty()) found.insert(attribute.name);
  std::set<std::string> names;
  for (const Symbol& name : found) names.insert(name.text());
  return names;
}

bool is_truth(const RelationNetwork& network, Symbol name) {
  return std::any_of(network.nodes.begin(), network.nodes.end(), [&](const NetworkNode& node) {
    const AttributeValue* value = find_attribute(*node.attributes, name);
    return value && std::holds_alternative<bool>(*value);
  });
}

std::vector<std::string> categories_by_node(const RelationNetwork& network, Symbol name) {
  std::vector<std::string> by_node;
  for (const NetworkNode& node : network.nodes) {
    const AttributeValue* value = find_attribute(*node.attributes, name);
    by_node.push_back(value ? category_of(*value) : std::string());
  }
  return by_node;
}

std::string category_name(const std::string& label, const std::string& value, bool spell_out) {
  std::string name = spell_out ? label + ": " + value : value;
  if (name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

/// Yes, no and the like say nothing without the attribute's name.
bool says_little(const std::set<std::string>& values) {
  return std::any_of(values.begin(), values.end(), [](const std::string& value) { return value.size() <= 3; });
}

bool covers_enough(const RelationNetwork& network, const std::vector<std::string>& by_node) {
  std::size_t customers = 0;
  std::size_t with_value = 0;
  std::size_t customers_with = 0;
  for (std::size_t node = 0; node < by_node.size(); ++node) {
    const bool has = !by_node[node].empty();
    customers += network.nodes[node].customer != nullptr;
    with_value += has;
    customers_with += has && network.nodes[node].customer;
  }
  return with_value * 2 >= by_node.size() || (customers > 0 && customers_with * 2 >= customers);
}

bool may_make_groups(const RelationNetwork& network, const std::vector<std::string>& by_node) {
  std::map<std::string, std::size_t> counts;
  for (const std::string& value : by_node)
    if (!value.empty() && ++counts[value] == 1 && counts.size() > most_categories) return false;
  const auto repeated = std::count_if(counts.begin(), counts.end(), [](const auto& entry) { return entry.second > 1; });
  return repeated >= 2 && covers_enough(network, by_node);
}

Categories categories_of(const RelationNetwork& network, const std::string& name,
                         const std::vector<std::string>& by_node) {
  std::set<std::string> values(by_node.begin(), by_node.end());
  values.erase("");
  Categories categories;
  categories.label = in_words(name);
  const bool spell_out = is_truth(network, Symbol(name)) || says_little(values);
  for (const std::string& value : values) categories.names.push_back(category_name(categories.label, value, spell_out));
  for (const std::string& value : by_node) {
    const auto at = values.find(value);
    categories.of_node.push_back(at == values.end() ? unset
                                                    : static_cast<std::size_t>(std::distance(values.begin(), at)));
    categories.holders += at != values.end();
  }
  return categories;
}

double entropy(const std::vector<double>& counts, double all) {
  double sum = 0;
  for (const double count : counts)
    if (count > 0) sum -= count / all * std::log(count / all);
  return sum;
}

/// 2 I(X;Y) / (H(X) + H(Y)) over the nodes that have both.
double shared_information(const Categories& one, const Categories& other) {
  std::vector<double> xs(one.names.size(), 0);
  std::vector<double> ys(other.names.size(), 0);
  std::vector<double> both(one.names.size() * other.names.size(), 0);
  double all = 0;
  for (std::size_t node = 0; node < one.of_node.size(); ++node) {
    if (one.of_node[node] == unset || other.of_node[node] == unset) continue;
    ++xs[one.of_node[node]];
    ++ys[other.of_node[node]];
    ++both[one.of_node[node] * ys.size() + other.of_node[node]];
    ++all;
  }
  if (all == 0) return 0;
  const double apart = entropy(xs, all) + entropy(ys, all);
  return apart > 0 ? 2 * (apart - entropy(both, all)) / apart : 0;
}

// --- what a group shares ----------------------------------------------------------------------------

struct Trait {
  std::string words;
  double inside = 0;  // share of the members
  double lift = 0;    // inside against outside
};

/// Every need and attribute value of a node, in words.
std::vector<std::string> marks_of(const Map& map, const NetworkNode& node) {
  std::vector<std::string> marks;
  for (const Id& id : *node.needs) {
    const Need* need = map.get<Need>(id);
    marks.push_back(!need ? id : need->name != need->id || need->statement.empty() ? need->name : need->statement);
  }
  for (const Attribute& attribute : *node.attributes) {
    const std::string value = category_of(attribute.value);
    if (!value.empty() && value != "none") marks.push_back(in_words(attribute.name.text()) + ": " + in_words(value));
  }
  return marks;
}

std::vector<std::string> strongest_traits(std::vector<Trait> traits, const std::string& group_name) {
  std::sort(traits.begin(), traits.end(), [](const Trait& one, const Trait& other) {
    return std::tuple(-one.inside * one.lift, std::string_view(one.words)) <
           std::tuple(-other.inside * other.lift, std::string_view(other.words));
  });
  std::vector<std::string> words;
  for (const Trait& trait : traits) {
    const bool is_the_name = trait.words.size() >= group_name.size() &&
                             category_name("", trait.words.substr(trait.words.size() - group_name.size()), false) ==
                                 category_name("", group_name, false);
    if (!is_the_name && words.size() < 3) words.push_back(trait.words);
  }
  return words;
}

}  // namespace

std::vector<Categories> read_categories(const RelationNetwork& network) {
  std::vector<Categories> all;
  for (const std::string& name : names_of_attributes(network)) {
    const std::vector<std::string> by_node = categories_by_node(network, Symbol(name));
    if (may_make_groups(network, by_node)) all.push_back(categories_of(network, name, by_node));
  }
  return all;
}

const Categories* most_telling(const std::vector<Categories>& all) {
  if (all.size() == 1) return &all.front();
  const Categories* best = nullptr;
  double most = 0.05;
  for (const Categories& one : all) {
    double sum = 0;
    for (const Categories& other : all)
      if (&one != &other) sum += shared_information(one, other);
    const double mean = sum / static_cast<double>(all.size() - 1);
    if (mean > most) most = mean, best = &one;
  }
  return best;
}

void describe_groups(const Map& map, Grouping& grouping) {
  const RelationNetwork network = read_network(map);
  std::map<Id, std::size_t> group_of;
  for (std::size_t group = 0; group < grouping.groups.size(); ++group)
    for (const Id& id : grouping.groups[group].members) group_of.emplace(id, group);
  std::map<std::string, std::vector<double>> counts;  // the last place counts the others
  for (const NetworkNode& node : network.nodes) {
    const auto at = group_of.find(node.element->id);
    const std::size_t group = at == group_of.end() ? grouping.groups.size() : at->second;
    for (const std::string& mark : marks_of(map, node))
      ++counts.try_emplace(mark, grouping.groups.size() + 1, 0.0).first->second[group];
  }
  const double all = static_cast<double>(network.nodes.size());
  for (std::size_t group = 0; group < grouping.groups.size(); ++group) {
    std::vector<Trait> traits;
    const double members = static_cast<double>(grouping.groups[group].members.size());
    for (const auto& [words, count] : counts) {
      double total = 0;
      for (const double part : count) total += part;
      const double inside = count[group] / members;
      const double outside = all > members ? (total - count[group]) / (all - members) : 0;
      const double lift = std::min(inside / std::max(outside, 0.01), 20.0);
      if (inside >= 0.6 && lift >= 1.25) traits.push_back({words, inside, lift});
    }
    if (grouping.groups[group].traits.empty())
      grouping.groups[group].traits = strongest_traits(std::move(traits), grouping.groups[group].name);
  }
}

}  // namespace outmap
