#include "model/analysis/clusters/names.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <tuple>

namespace outmap {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lowered(std::string_view text) {
  std::string word;
  for (const char c : text) word += lower(c);
  return word;
}

/// "Fiber" and "optic" stay as they are; a first letter of ASCII becomes large.
std::string capitalised(std::string text) {
  if (!text.empty() && is_lower(text.front())) text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

/// Whether a large letter at `i` begins a new word: after a small one, or before one.
bool begins_word(std::string_view name, std::size_t i) {
  if (i == 0 || !is_upper(name[i])) return false;
  return is_lower(name[i - 1]) || (is_upper(name[i - 1]) && i + 1 < name.size() && is_lower(name[i + 1]));
}

bool is_abbreviation(std::string_view word) { return word.size() > 1 && std::ranges::none_of(word, is_lower); }

std::string split_words(std::string_view name) {
  std::string words;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (begins_word(name, i)) words += ' ';
    words += name[i] == '_' || name[i] == '-' || name[i] == '.' ? ' ' : name[i];
  }
  return words;
}

bool means_yes(std::string_view value) {
  const std::string word = lowered(value);
  return word == "yes" || word == "true";
}

bool means_no(std::string_view value) {
  const std::string word = lowered(value);
  return word == "no" || word == "none" || word == "false";
}

bool is_number(std::string_view value) {
  return std::ranges::all_of(value, [](char c) { return c >= '0' && c <= '9'; });
}

/// The trait as a part of a name: shorter than trait_words where the value speaks for itself.
std::string name_part(const Map& map, const ClusterTrait& trait) {
  if (trait.kind == TraitKind::needs) return std::string(map.name_of(trait.value));
  const bool plain =
      trait.kind == TraitKind::category || trait.kind == TraitKind::words || trait.kind == TraitKind::tags;
  const bool speaks = plain && !means_yes(trait.value) && !means_no(trait.value) && !is_number(trait.value);
  return speaks ? trait.value : trait_words(map, trait);
}

bool is_said(const std::vector<std::string>& parts, const std::string& part) {
  return std::ranges::any_of(parts, [&](const std::string& other) { return lowered(other) == lowered(part); });
}

/// In how many clusters a value is told as a trait.
using Spread = std::map<std::pair<std::string_view, std::string_view>, int>;

Spread spread_of(const std::vector<Cluster>& clusters) {
  Spread spread;
  for (const Cluster& cluster : clusters) {
    for (const ClusterTrait& trait : cluster.traits) ++spread[{trait.attribute, trait.value}];
  }
  return spread;
}

using TraitOrder = std::vector<const ClusterTrait*>;

/// That an attribute does not apply ("industry: none") sets people apart, but is not what anybody calls them.
bool does_not_apply(const ClusterTrait& trait) {
  return trait.kind == TraitKind::category && lowered(trait.value) == "none";
}

/// The traits that may make a name, the most telling first.
TraitOrder by_contrast(const Cluster& cluster) {
  TraitOrder traits;
  for (const ClusterTrait& trait : cluster.traits) {
    const bool common = trait.kind == TraitKind::number || trait.inside >= 0.5;
    if (common && !does_not_apply(trait)) traits.push_back(&trait);
  }
  return traits;
}

/// The same, but after the first those that the fewest clusters have.
TraitOrder by_spread(const Cluster& cluster, const Spread& spread) {
  TraitOrder traits = by_contrast(cluster);
  const auto clusters_with = [&](const ClusterTrait* trait) { return spread.at({trait->attribute, trait->value}); };
  if (!traits.empty()) std::ranges::stable_sort(traits.begin() + 1, traits.end(), {}, clusters_with);
  return traits;
}

/// For want of traits: both of two, or the centre of more.
std::string name_by_members(const Map& map, const Cluster& cluster) {
  const std::string center(map.name_of(cluster.center));
  if (cluster.members.size() != 2) return "Around " + center;
  const Id& other = cluster.members[cluster.members.front() == cluster.center ? 1 : 0];
  return center + " and " + std::string(map.name_of(other));
}

std::string proposed_name(const Map& map, const Cluster& cluster, const TraitOrder& traits, std::size_t most_parts) {
  if (cluster.members.size() == 1) return std::string(map.name_of(cluster.center));
  std::vector<std::string> parts;
  std::set<std::string> attributes;
  bool has_number = false;  // one is enough: words are recognised sooner
  for (const ClusterTrait* trait : traits) {
    if (parts.size() == most_parts) break;
    const bool is_number = trait->kind == TraitKind::number;
    std::string part = name_part(map, *trait);
    if ((is_number && has_number) || is_said(parts, part) || !attributes.insert(trait->attribute).second) continue;
    parts.push_back(std::move(part));
    has_number = has_number || is_number;
  }
  std::string name;
  for (const std::string& part : parts) name += (name.empty() ? "" : ", ") + part;
  return name.empty() ? name_by_members(map, cluster) : capitalised(std::move(name));
}

/// One pinned name and how its elements are spread.
struct Pin {
  const PinnedCluster* pinned = nullptr;
  std::size_t order = 0;
  Ids named;                           // each once, sorted
  std::vector<std::size_t> held;       // by cluster
  std::optional<std::size_t> cluster;  // that holds most, if any holds one
  std::size_t most = 0;
};

Pin read_pin(const ClusterReport& report, const PinnedCluster& pinned, std::size_t order) {
  Pin pin{&pinned, order, pinned.contains, std::vector<std::size_t>(report.clusters.size(), 0), {}, 0};
  std::ranges::sort(pin.named);
  pin.named.erase(std::unique(pin.named.begin(), pin.named.end()), pin.named.end());
  for (const Id& id : pin.named) {
    if (const auto cluster = report.cluster_of(id)) ++pin.held[*cluster];
  }
  const auto most = std::ranges::max_element(pin.held);
  if (most != pin.held.end() && *most > 0) {
    pin.cluster = static_cast<std::size_t>(most - pin.held.begin());
    pin.most = *most;
  }
  return pin;
}

bool has_better_claim(const Pin& a, const Pin& b) {
  const auto share = [](const Pin& pin) {
    return static_cast<double>(pin.most) / static_cast<double>(std::max<std::size_t>(1, pin.named.size()));
  };
  return std::tuple(b.most, share(b), a.order) < std::tuple(a.most, share(a), b.order);
}

void give_name(ClusterReport& report, const Pin& pin) {
  Cluster& cluster = report.clusters[*pin.cluster];
  cluster.name = pin.pinned->name;
  cluster.pinned = true;
  for (const Id& id : pin.named) {
    if (report.cluster_of(id) != pin.cluster) cluster.outside.push_back(id);
  }
}

void lose_name(ClusterReport& report, const Pin& pin) {
  LostName lost{pin.pinned->name, pin.cluster, ""};
  if (!pin.cluster) {
    lost.why = pin.named.empty() ? "it names nobody" : "nobody whom it names is in a cluster";
  } else {
    const std::string holder = "'" + report.clusters[*pin.cluster].name + "'";
    lost.why = pin.most == pin.named.size() ? "everyone whom it names is now in " + holder
                                            : "most of those whom it names, " + std::to_string(pin.most) + " of " +
                                                  std::to_string(pin.named.size()) + ", are now in " + holder;
  }
  report.lost_names.push_back(std::move(lost));
}

void give_pinned_names(const Map& map, ClusterReport& report) {
  std::vector<Pin> pins;
  for (const PinnedCluster& pinned : map->clusters) pins.push_back(read_pin(report, pinned, pins.size()));
  std::ranges::sort(pins, has_better_claim);
  std::vector<const Pin*> lost;
  for (const Pin& pin : pins) {
    if (pin.cluster && !report.clusters[*pin.cluster].pinned) {
      give_name(report, pin);
    } else {
      lost.push_back(&pin);
    }
  }
  std::ranges::sort(lost, {}, &Pin::order);
  for (const Pin* pin : lost) lose_name(report, *pin);
}

/// Proposed names that are not alone, by the clusters that bear them.
std::vector<Cluster*> shared_names(std::vector<Cluster>& clusters) {
  std::map<std::string, int> uses;
  for (const Cluster& cluster : clusters) ++uses[lowered(cluster.name)];
  std::vector<Cluster*> shared;
  for (Cluster& cluster : clusters) {
    if (!cluster.pinned && uses[lowered(cluster.name)] > 1) shared.push_back(&cluster);
  }
  return shared;
}

}  // namespace

std::string attribute_words(std::string_view name) {
  std::string words;
  std::string word;
  const auto take = [&] {
    if (!word.empty()) words += (words.empty() ? "" : " ") + (is_abbreviation(word) ? word : lowered(word));
    word.clear();
  };
  for (const char c : split_words(name)) {
    if (c == ' ') {
      take();
    } else {
      word += c;
    }
  }
  take();
  return words;
}

std::string plain_words(const ClusterTrait& trait) {
  if (means_yes(trait.value)) return attribute_words(trait.attribute);
  if (means_no(trait.value)) return "no " + attribute_words(trait.attribute);
  return lowered(trait.value);
}

std::string trait_words(const Map& map, const ClusterTrait& trait) {
  if (trait.kind == TraitKind::needs) return "wants " + std::string(map.name_of(trait.value));
  if (trait.kind == TraitKind::tags) return "tag " + trait.value;
  std::string attribute = attribute_words(trait.attribute);
  if (trait.kind == TraitKind::number) return trait.value + " " + attribute;
  if (means_yes(trait.value)) return attribute;
  if (means_no(trait.value)) return (trait.kind == TraitKind::truth ? "not " : "no ") + attribute;
  return attribute + (is_number(trait.value) ? " " : ": ") + trait.value;
}

void propose_names(const Map& map, std::vector<Cluster>& clusters) {
  const Spread spread = spread_of(clusters);
  constexpr std::size_t usual = 2;
  constexpr std::size_t most = 4;
  for (Cluster& cluster : clusters) {
    if (!cluster.pinned) cluster.name = proposed_name(map, cluster, by_contrast(cluster), usual);
  }
  for (std::size_t parts = usual; parts <= most; ++parts) {
    for (Cluster* cluster : shared_names(clusters))
      cluster->name = proposed_name(map, *cluster, by_spread(*cluster, spread), parts);
  }
  for (Cluster* cluster : shared_names(clusters)) {
    cluster->name = proposed_name(map, *cluster, by_contrast(*cluster), usual) + ", around " +
                    std::string(map.name_of(cluster->center));
  }
}

void name_clusters(const Map& map, ClusterReport& report) {
  give_pinned_names(map, report);
  propose_names(map, report.clusters);
}

}  // namespace outmap
