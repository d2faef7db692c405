#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <optional>

#include "model/analysis/clusters/linkage.hpp"
#include "model/analysis/clusters/names.hpp"
#include "model/analysis/clusters/silhouette.hpp"
#include "model/analysis/clusters/traits.hpp"
#include "model/text/numbers.hpp"
#include "render/diagrams/dendrogram_diagram.hpp"

namespace outmap {
namespace {

/// The joined elements, their tree and its cut.
struct Joined {
  const Map& map;
  Similarity similarity;
  std::vector<std::uint32_t> elements;  // by leaf: its number in the similarity
  Dendrogram tree;
  BestCut cut;
  std::size_t every = 1;  // element by id is joined
};

std::vector<std::uint32_t> choose_elements(std::size_t all, std::size_t every) {
  std::vector<std::uint32_t> chosen;
  for (std::size_t element = 0; element < all; element += every) chosen.push_back(static_cast<std::uint32_t>(element));
  return chosen;
}

double likeness(const Joined& joined, std::uint32_t a, std::uint32_t b) {
  return joined.similarity.between(joined.elements[a], joined.elements[b]);
}

BestCut best_cut(const Joined& joined) {
  if (joined.every == 1) return cut_at_best_silhouette(joined.tree, joined.similarity);
  const auto value = [&](const Partition& partition) {
    const PairDistance apart = [&](std::uint32_t a, std::uint32_t b) { return 1 - likeness(joined, a, b); };
    return find_silhouettes(partition, apart).whole.value_or(0);
  };
  return cut_at_best(joined.tree, value, {.most_clusters = 12});
}

Joined join(const Map& map) {
  Joined joined{map, Similarity(map), {}, {}, {}, 1};
  const std::size_t all = joined.similarity.size();
  if (all < 2) throw CannotDraw("a dendrogram needs at least two customers or partners: add them to the map");
  joined.every = (all + most_joined - 1) / most_joined;
  joined.elements = choose_elements(all, joined.every);
  PairDistances distances(static_cast<std::uint32_t>(joined.elements.size()));
  for (std::uint32_t b = 1; b < distances.size(); ++b)
    for (std::uint32_t a = 0; a < b; ++a) distances.at(a, b) = 1 - likeness(joined, a, b);
  joined.tree = average_linkage(std::move(distances));
  joined.cut = best_cut(joined);
  return joined;
}

// --- from the tree to what is shown of it ---------------------------------------------------------------------------

std::size_t rows_of(const Joined& joined, const DiagramOptions& options) {
  const std::size_t leaves = joined.tree.leaves;
  if (options.everything) return leaves;
  const auto most = options.top ? static_cast<std::size_t>(std::max(2, *options.top)) : most_rows;
  return std::min(leaves, std::max<std::size_t>(most, joined.cut.partition.cluster_count));
}

/// Where the leaves of each branch begin in the order of the tree.
std::vector<std::size_t> first_places(const Dendrogram& tree) {
  std::vector<std::size_t> place(tree.leaves + tree.merges.size());
  for (std::size_t at = 0; at < tree.order.size(); ++at) place[tree.order[at]] = at;
  for (std::size_t merge = 0; merge < tree.merges.size(); ++merge)
    place[tree.leaves + merge] = std::min(place[tree.merges[merge].first], place[tree.merges[merge].second]);
  return place;
}

/// The branches that are left before the last `rows` − 1 merges, from top to bottom.
std::vector<std::uint32_t> terminals_of(const Dendrogram& tree, std::size_t rows) {
  const auto opened = static_cast<std::uint32_t>(tree.leaves + tree.merges.size() - (rows - 1));
  std::vector<std::uint32_t> terminals;
  if (rows == 1) terminals.push_back(opened - 1);
  for (std::size_t merge = tree.merges.size() - (rows - 1); merge < tree.merges.size(); ++merge)
    for (const std::uint32_t branch : {tree.merges[merge].first, tree.merges[merge].second})
      if (branch < opened) terminals.push_back(branch);
  const std::vector<std::size_t> place = first_places(tree);
  std::ranges::sort(terminals, {}, [&](std::uint32_t branch) { return place[branch]; });
  return terminals;
}

/// Of each merge the earliest one of its branch, which is of two leaves: of all below them the most alike.
std::vector<std::uint32_t> earliest_merges(const Dendrogram& tree) {
  std::vector<std::uint32_t> earliest(tree.merges.size());
  for (std::uint32_t merge = 0; merge < tree.merges.size(); ++merge) {
    earliest[merge] = merge;
    for (const std::uint32_t branch : {tree.merges[merge].first, tree.merges[merge].second})
      if (branch >= tree.leaves) earliest[merge] = std::min(earliest[merge], earliest[branch - tree.leaves]);
  }
  return earliest;
}

std::string name_of_leaf(const Joined& joined, std::uint32_t leaf) {
  return std::string(joined.map.name_of(joined.similarity.id(joined.elements[leaf])));
}

TreeBranch terminal_leaf(const Joined& joined, std::uint32_t leaf) {
  TreeBranch made;
  made.id = Id(joined.similarity.id(joined.elements[leaf]));
  made.name = name_of_leaf(joined, leaf);
  made.partner = joined.map.get<Partner>(made.id) != nullptr;
  made.cluster = joined.cut.partition.cluster_of[leaf];
  return made;
}

/// A branch that is not opened is called by the two below it that are most alike.
TreeBranch terminal_branch(const Joined& joined, const Merge& merge, const Merge& earliest) {
  TreeBranch made;
  made.name = name_of_leaf(joined, earliest.first);
  made.second_name = name_of_leaf(joined, earliest.second);
  made.leaves = merge.members;
  made.similarity = 1 - merge.height;
  made.cluster = joined.cut.partition.cluster_of[earliest.first];
  return made;
}

/// Terminals, then the joins above them.
void add_branches(const Joined& joined, std::size_t rows, DendrogramDiagram& diagram) {
  const Dendrogram& tree = joined.tree;
  const std::vector<std::uint32_t> earliest = earliest_merges(tree);
  std::vector<std::size_t> shown_as(tree.leaves + tree.merges.size(), 0);
  for (const std::uint32_t branch : terminals_of(tree, rows)) {
    shown_as[branch] = diagram.branches.size();
    const bool leaf = branch < tree.leaves;
    diagram.branches.push_back(
        leaf ? terminal_leaf(joined, branch)
             : terminal_branch(joined, tree.merges[branch - tree.leaves], tree.merges[earliest[branch - tree.leaves]]));
  }
  diagram.terminals = diagram.branches.size();
  for (std::size_t merge = tree.merges.size() - (rows - 1); merge < tree.merges.size(); ++merge) {
    TreeBranch made;
    made.join = true;
    made.first = shown_as[tree.merges[merge].first];
    made.second = shown_as[tree.merges[merge].second];
    made.leaves = tree.merges[merge].members;
    made.similarity = 1 - tree.merges[merge].height;
    made.above_cut = tree.merges[merge].height > joined.cut.height;
    made.cluster = diagram.branches[made.first].cluster;
    shown_as[tree.leaves + merge] = diagram.branches.size();
    diagram.branches.push_back(made);
  }
}

// --- clusters and their names ---------------------------------------------------------------------------------------

/// The member with the largest mean likeness to the others, among equals the first.
std::uint32_t middle_of(const Joined& joined, const std::vector<std::uint32_t>& leaves) {
  std::uint32_t best = leaves.front();
  double most = -1;
  for (const std::uint32_t one : leaves) {
    double sum = 0;
    for (const std::uint32_t other : leaves) sum += one == other ? 0 : likeness(joined, one, other);
    if (sum > most + 1e-12) most = sum, best = one;
  }
  return best;
}

/// A report that holds what names are made of.
ClusterReport report_of(const Joined& joined) {
  const Partition& partition = joined.cut.partition;
  Partition of_all;  // elements that were not joined stand alone behind the clusters
  of_all.cluster_of.resize(joined.similarity.size());
  std::vector<std::vector<std::uint32_t>> leaves(partition.cluster_count);
  std::uint32_t next = partition.cluster_count;
  std::size_t leaf = 0;
  for (std::size_t element = 0; element < of_all.cluster_of.size(); ++element) {
    const bool is_joined = leaf < joined.elements.size() && joined.elements[leaf] == element;
    of_all.cluster_of[element] = is_joined ? partition.cluster_of[leaf] : next++;
    if (!is_joined) continue;
    leaves[partition.cluster_of[leaf]].push_back(static_cast<std::uint32_t>(leaf));
    ++leaf;
  }
  of_all.cluster_count = next;
  auto traits = find_traits(ProfileTable(joined.map, {}), of_all, partition.cluster_count, {.most = 6});
  ClusterReport report;
  for (std::uint32_t number = 0; number < partition.cluster_count; ++number) {
    Cluster cluster;
    cluster.id = std::to_string(number + 1);
    for (const std::uint32_t member : leaves[number])
      cluster.members.emplace_back(joined.similarity.id(joined.elements[member]));
    cluster.center = Id(joined.similarity.id(joined.elements[middle_of(joined, leaves[number])]));
    cluster.traits = std::move(traits[number]);
    report.clusters.push_back(std::move(cluster));
  }
  propose_names(joined.map, report.clusters);
  return report;
}

std::vector<std::string> words_of(const Map& map, const Cluster& cluster) {
  std::vector<std::string> words;
  for (const ClusterTrait& trait : cluster.traits)
    if (words.size() < 3 && (trait.kind == TraitKind::number || trait.inside >= 0.5))
      words.push_back(trait_words(map, trait));
  return words;
}

/// In the order of the picture, from top to bottom; branches are told their new numbers.
void add_clusters(const Joined& joined, DendrogramDiagram& diagram) {
  const ClusterReport report = report_of(joined);
  std::vector<std::optional<std::size_t>> number(report.clusters.size());
  for (const std::uint32_t leaf : joined.tree.order) {
    const std::uint32_t cluster = joined.cut.partition.cluster_of[leaf];
    if (number[cluster]) continue;
    number[cluster] = diagram.clusters.size();
    const Cluster& from = report.clusters[cluster];
    diagram.clusters.push_back({from.name, words_of(joined.map, from), from.members.size(), 1});
  }
  for (TreeBranch& branch : diagram.branches) branch.cluster = *number[branch.cluster];
  for (std::size_t merge = 0; merge < joined.tree.merges.size(); ++merge) {
    const Merge& from = joined.tree.merges[merge];
    if (from.height > joined.cut.height) continue;
    std::uint32_t leaf = from.first;
    while (leaf >= joined.tree.leaves) leaf = joined.tree.merges[leaf - joined.tree.leaves].first;
    diagram.clusters[*number[joined.cut.partition.cluster_of[leaf]]].similarity = 1 - from.height;  // heights ascend
  }
}

// --- words ----------------------------------------------------------------------------------------------------------

/// "clearly", by the mean silhouette; Kaufman & Rousseeuw 1990 call them so from 0.7, 0.5 and 0.25.
std::string how_apart(double silhouette) {
  if (silhouette > 0.7) return "far apart";
  if (silhouette > 0.5) return "clearly apart";
  if (silhouette > 0.25) return "not sharply apart";
  return "barely distinct";
}

std::string two_first(const Joined& joined) {
  const Merge& first = joined.tree.merges.front();
  return fmt::format("Most alike: {} and {}, {:.2f}.", name_of_leaf(joined, first.first),
                     name_of_leaf(joined, first.second), 1 - first.height);
}

void tell(const Joined& joined, DendrogramDiagram& diagram) {
  const Map& map = joined.map;
  diagram.title = "Who is alike: " + map->title;
  diagram.question = "Who of the customers and partners is most alike, and at which likeness do groups part?";
  const std::string key = fmt::format("{} groups", diagram.clusters.size());
  const std::string before = "By likeness alone there are ";
  diagram.key_begin = before.size();
  diagram.key_length = key.size();
  diagram.finding = before + key + fmt::format(", {}. ", how_apart(joined.cut.value)) + two_first(joined);
  diagram.counts = map->title;
  if (map->date) diagram.counts += " · " + to_words(*map->date);
  diagram.counts += fmt::format(
      " · average linkage, cut where the mean silhouette is largest: {:.2f} · clusters of other pictures also count "
      "ties",
      joined.cut.value);
  diagram.left_out = grouped(static_cast<double>(joined.elements.size())) + " elements";
  if (joined.every > 1)
    diagram.left_out +=
        fmt::format(" of {}, every {}th by id", grouped(static_cast<double>(joined.similarity.size())), joined.every);
  if (diagram.terminals < joined.elements.size())
    diagram.left_out += fmt::format(" in {} branches; {} earlier joins not shown", diagram.terminals,
                                    grouped(static_cast<double>(joined.elements.size() - diagram.terminals)));
}

}  // namespace

DendrogramDiagram build_dendrogram(const Map& map, const DiagramOptions& options) {
  const Joined joined = join(map);
  DendrogramDiagram diagram;
  diagram.cut = 1 - joined.cut.height;
  add_branches(joined, rows_of(joined, options), diagram);
  add_clusters(joined, diagram);
  tell(joined, diagram);
  return diagram;
}

}  // namespace outmap
