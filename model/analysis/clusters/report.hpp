// What is known about the clusters of a map: for tables, pictures and everything else that shows or uses them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/analysis/clusters/options.hpp"
#include "model/analysis/clusters/resilience.hpp"
#include "model/analysis/clusters/scores.hpp"
#include "model/analysis/clusters/segments.hpp"
#include "model/analysis/clusters/strategies.hpp"
#include "model/map/map.hpp"

namespace outmap {

/// What sets a cluster apart from all other customers and partners that say something of the attribute.
struct ClusterTrait {
  std::string attribute;  // its name, or "needs" or "tags"
  TraitKind kind = TraitKind::category;
  std::string value;                 // the category, word, tag or id of a need; of a number "higher" or "lower"
  double inside = 0;                 // share of the members, 0-1; of a number their mean
  double outside = 0;                // the same of all others
  std::optional<double> lift;        // inside / outside; missing for numbers, and where nobody outside has it
  std::optional<double> difference;  // of numbers: standardised mean difference, in standard deviations
  double contrast = 0;  // how far members are from others, 0-1, by which traits are ranked; see find_traits
  double evidence = 0;  // standard errors from no difference

  bool operator==(const ClusterTrait&) const = default;
};

/// How much of a cluster's inner tie weight one type of relation carries.
struct TieTypeShare {
  std::string type;      // as the map writes it; empty where it gives none
  double share = 0;      // 0-1
  bool derived = false;  // from likeness, declared by nobody

  bool operator==(const TieTypeShare&) const = default;
};

/// A member through whom a cluster is tied to others.
struct ClusterBridge {
  Id id;
  double betweenness = 0;          // share of the shortest ways between all others that lead through it, 0-1
  double participation = 0;        // 0: all ties inside its own cluster; near 1: spread evenly over many
  double weight = 0;               // of its declared relations that lead out; where the network has none, of all ties
  double outward = 0;              // share of all its tie weight that leads out of its cluster, 0-1
  std::vector<std::size_t> leads;  // the clusters it leads to (places in the report), strongest first
  Ids contacts;                    // the elements there that it is tied to, strongest first
  bool by_likeness = false;        // it is only like them: no relation to them is declared

  bool operator==(const ClusterBridge&) const = default;
};

struct Cluster {
  std::string id;    // its number in the report as text: "1"
  std::string name;  // pinned by the map, or else proposed
  bool pinned = false;
  Ids outside;  // named by the pin, but in another cluster or none; sorted

  Ids members;      // sorted
  Ids by_strength;  // the same, those with the most tie weight inside first
  std::size_t customers = 0;
  std::size_t partners = 0;
  double heads = 0;  // the sizes of its customers

  Id center;  // the member with the most tie weight inside
  std::vector<ClusterBridge> bridges;
  std::optional<double> density;      // share of the pairs of members that are tied, 0-1
  std::optional<double> conductance;  // tie weight leading out over the smaller side's, 0-1
  std::optional<double> stability;    // share of its pairs that stay together when ties are drawn anew, 0-1
  std::optional<double> silhouette;   // -1 ... 1: how much more alike its members are than to the next cluster
  std::vector<ClusterTrait> traits;   // most telling first
  std::vector<TieTypeShare> types;    // up to three, largest share first

  ClusterScores scores;             // 0-100 each, with what they are made of
  std::optional<double> attention;  // mean of the scores that are known, by which clusters are ordered; 0-100

  ClusterStrategy strategy;  // its needs, and what is or could be done about them

  bool operator==(const Cluster&) const = default;
};

/// All ties between two clusters.
struct ClusterLink {
  std::size_t a = 0;  // places in the report, a below b
  std::size_t b = 0;
  std::size_t ties = 0;
  double weight = 0;

  bool operator==(const ClusterLink&) const = default;
};

/// A name that the map pins and that no cluster bears.
struct LostName {
  std::string name;
  std::optional<std::size_t> holder;  // the cluster that holds most of its elements, under another name
  std::string why;                    // in words

  bool operator==(const LostName&) const = default;
};

/// What clusters as good as these are worth: how often chance makes such.
struct ClusterChance {
  std::uint32_t runs = 0;    // networks with as many ties for everybody, tied at random
  double mean = 0;           // quality of the clusters found in them
  std::optional<double> z;   // standard deviations above that mean; missing where they do not differ
  double share_as_good = 0;  // of them, at least as good as this one, 0-1
  bool better = false;       // these clusters are no accident

  bool operator==(const ClusterChance&) const = default;
};

struct ClusterQuality {
  ClusterMethod method = ClusterMethod::leiden;
  PartitionObjective objective = PartitionObjective::modularity;
  double modularity = 0;  // at the resolution used for modularity, at 1 for CPM and linkage
  std::optional<double> resolution;

  std::optional<double> silhouette;  // mean over all elements, -1 ... 1; missing where likeness plays no part
  bool silhouette_is_exact = true;   // false: estimated from a sample
  std::optional<double> stability;   // share of pairs in one cluster that stay together when it is done again, 0-1
  double agreement = 0;              // adjusted Rand index with those repeats, mean
  std::uint32_t repeats = 0;         // how often it was done again; 0: not judged
  std::optional<ClusterChance> chance;

  bool operator==(const ClusterQuality&) const = default;
};

struct ClusterReport {
  std::vector<Cluster> clusters;
  Ids isolated;                    // customers and partners without any tie, sorted
  std::vector<ClusterLink> links;  // by a and b
  std::vector<LostName> lost_names;
  ResilienceReport resilience;            // whose leaving would hurt most
  std::optional<SegmentReport> segments;  // where they were asked for; its clusters are those of the report
  bool betweenness_is_exact = true;       // false: estimated from some of the ways
  ClusterQuality quality;
  ClusterOptions options;             // as used
  std::size_t declared_ties = 0;      // pairs with a declared relation
  std::size_t derived_ties = 0;       // pairs alike enough, declared ones among them
  bool is_exact = true;               // false: some derived ties may be missing (approximate neighbour search)
  std::vector<std::string> warnings;  // what to keep in mind, in sentences

  /// The place of the cluster that holds this element; nothing where it is isolated or unknown. O(clusters log n).
  std::optional<std::size_t> cluster_of(std::string_view id) const;
};

}  // namespace outmap
