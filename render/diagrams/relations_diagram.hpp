// What a relational map shows and why: groups, elements, ties; roles and words, no colours, no coordinates.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "render/diagram.hpp"
#include "render/diagrams/relations_groups.hpp"

namespace outmap {

/// No group, no element.
inline constexpr std::size_t no_index = static_cast<std::size_t>(-1);

struct RelationElement {
  Id id;
  std::string name;
  bool partner = false;
  bool internal = false;       // own staff
  double size = 1;             // customers only: how many it stands for
  std::optional<double> need;  // unmet need, 0-1: importance-weighted mean of the normalised gaps of the outcomes held
  std::size_t group = no_index;
  double strength = 0;             // sum of all declared ties, shown or not
  std::size_t ties = 0;            // declared ties, parallel ones counted once
  std::size_t groups_reached = 0;  // other groups that a declared tie leads to
  bool articulation = false;       // one of those, up to three, whose loss would cut off most
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
  int step = 0;        // of three: strength below a third, two thirds, all of the largest
  std::string shared;  // derived: the needs in common, in words
  bool derived() const { return !shared.empty(); }
};

struct RelationGroup {
  Id id;
  std::string name;
  std::vector<std::string> traits;
  std::vector<std::size_t> members;  // strongest first
  std::size_t customers = 0;
  std::size_t partners = 0;
  double size = 0;             // of the customers together
  std::optional<double> need;  // mean of the members' unmet need, weighted by size
  std::size_t high_need = 0;
  std::vector<TypeShare> types;  // of the ties inside
  std::optional<GroupScores> scores;
  bool hull = true;  // false: elements that belong to no group
};

/// The declared ties between two groups.
struct TieBundle {
  std::size_t from = 0;
  std::size_t to = 0;
  std::size_t count = 0;
  double strength = 0;
  std::string type;
  int step = 0;
};

struct RelationsDiagram {
  std::string title;
  std::string question;
  std::string finding;
  std::size_t key_begin = 0;  // the part of the finding that is set in colour, in bytes
  std::size_t key_length = 0;
  std::string basis;                      // what the groups are: "grouped by region"; empty: there are none
  std::vector<RelationElement> elements;  // by id
  std::vector<RelationTie> ties;          // as shown, weakest first
  std::vector<RelationGroup> groups;      // by size where told, then members, then name; the ungrouped last
  std::vector<TieBundle> bundles;         // overview: as shown, weakest first
  bool overview = false;
  bool sized = false;  // most customers stand for several: their sizes can be added up and told
  double largest_strength = 0;
  std::string counts;    // footer, left: map, date
  std::string left_out;  // footer, right: what is shown and what is not
};

/// Share of the scale from which an unmet need counts as high.
inline constexpr double high_need = 0.4;

/// Decides what is shown. More than sixty elements make an overview unless `top`, `focus` or `everything` say
/// otherwise.
RelationsDiagram build_relations(const Map& map, const DiagramOptions& options);

/// "common-goal" -> "common goal"; a relation without a type is a "tie".
std::string words_for_type(const std::string& type);

/// 4200 -> "4,200".
std::string grouped_number(double value);

/// How an element's tie is told to those who don't see it.
std::string words_for_tie(const RelationsDiagram& diagram, const RelationTie& tie);

}  // namespace outmap
