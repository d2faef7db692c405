// What a relational map shows and why: groups, elements, ties; roles and words, no colours, no coordinates.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "render/diagram.hpp"
#include "render/diagrams/relations_source.hpp"

namespace outmap {

struct RelationElement {
  Id id;
  std::string name;
  bool partner = false;
  bool internal = false;       // own staff
  double size = 1;             // customers only: how many it stands for
  std::optional<double> need;  // unmet need, 0-1, as the score of a cluster of it alone
  std::size_t group = no_index;
  double strength = 0;             // sum of all declared ties, shown or not
  double weight = 0;               // of all its ties, by likeness too
  std::size_t ties = 0;            // declared ties, parallel ones counted once
  std::size_t groups_reached = 0;  // other groups that a declared tie leads to
  bool articulation = false;       // one of those, up to three, whose loss would cut off most
  bool bridge = false;             // one of the few through whom its cluster is tied to others
  bool center = false;             // of its cluster
  bool focus = false;
};

struct TypeShare {
  std::string type;
  double strength = 0;
};

/// All declared relations between two elements, added up; or what two untied elements share.
struct RelationTie {
  std::size_t from = 0;
  std::size_t to = 0;
  double strength = 0;
  std::vector<TypeShare> types;  // strongest first
  bool arrow_from = false;       // a directed relation ends at `from`
  bool arrow_to = false;
  int step = 0;          // of three: strength below a third, two thirds, all of the largest
  bool derived = false;  // from likeness; its type is similar-need or common-interest
  std::string shared;    // derived: what both share, in words; empty where that cannot be named
};

/// 0-100 each; missing where nothing is known.
struct GroupScores {
  std::optional<double> unmet_need;
  std::optional<double> collaboration;
  std::optional<double> value;
};

/// A cluster of the map, with the members that are shown; numbers and scores are of the whole cluster.
struct RelationGroup {
  Id id;                   // "cluster-1"
  std::size_t number = 0;  // its rank from 1, as in outmap cluster; 0: no cluster
  std::string name;
  std::vector<std::string> traits;   // what sets it apart, in words
  std::vector<std::size_t> members;  // as shown, strongest first
  std::size_t customers = 0;
  std::size_t partners = 0;
  double size = 0;            // of the customers together
  std::size_t high_need = 0;  // customers, of those shown
  std::vector<TieTypeShare> types;
  GroupScores scores;
  std::optional<double> attention;  // mean of the scores that are known
  std::string why;                  // one sentence; empty where there is nothing to say
  bool hull = true;                 // false: no cluster
};

/// The ties between two groups.
struct TieBundle {
  std::size_t from = 0;
  std::size_t to = 0;
  std::size_t count = 0;  // declared relations, or where there are none, pairs that are alike
  double strength = 0;
  std::string type;
  int step = 0;
  bool derived = false;
  std::string shared;  // derived: what most of the pairs share
};

struct RelationsDiagram {
  std::string title;
  std::string question;
  std::string finding;
  std::size_t key_begin = 0;  // the part of the finding that is set in colour, in bytes
  std::size_t key_length = 0;
  std::vector<RelationElement> elements;  // by id
  std::vector<RelationElement> isolated;  // tied to nobody: told by name, and never placed
  std::vector<RelationTie> ties;          // as shown, weakest first
  std::vector<RelationGroup> groups;      // by number; those in no cluster last
  std::vector<TieBundle> bundles;         // overview: as shown, weakest first
  bool overview = false;
  bool scored = false;            // something is known of the clusters' need, collaboration or value
  std::size_t clusters = 0;       // of the whole map
  std::size_t opened = no_index;  // the group that --cluster opened
  bool sized = false;             // most customers stand for several: their sizes can be added up and told
  double largest_strength = 0;
  std::string counts;    // footer, left: map, date
  std::string left_out;  // footer, right: what is shown and what is not
};

/// Share of the scale from which an unmet need counts as high.
inline constexpr double high_need = 0.4;

/// Decides what is shown. More than sixty elements make an overview unless `top`, `focus`, `cluster` or `everything`
/// say otherwise.
RelationsDiagram build_relations(const Map& map, const DiagramOptions& options);

/// "common-goal" -> "common goal"; a relation without a type is a "tie".
std::string words_for_type(const std::string& type);

/// 4200 -> "4,200".
std::string grouped_number(double value);

/// How an element's tie is told to those who don't see it.
std::string words_for_tie(const RelationsDiagram& diagram, const RelationTie& tie);

}  // namespace outmap
