// Which customers and partners stand together in a relational map, from what the map itself says.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/map/map.hpp"

namespace outmap {

/// 0-100 each; given only by an analysis that computes them.
struct GroupScores {
  double unmet_need = 0;
  double collaboration = 0;
  double value = 0;
};

struct ElementGroup {
  Id id;
  std::string name;
  std::vector<std::string> traits;  // what its members share, most telling first, in words
  Ids members;                      // sorted
  std::optional<GroupScores> scores;
};

struct Grouping {
  std::vector<ElementGroup> groups;  // none where nothing honest can be said
  std::string basis;                 // in words: "grouped by region"
};

/// Groups of customers and partners, in this order of preference:
/// - the clusters that the map names (`clusters`); an element in several belongs to the first; an element in none
/// stands
///   with the group that it is tied to most, directly or through others;
/// - the categories of the one attribute that agrees best with the declared ties: the partition of the elements by it
/// has
///   the highest modularity (Newman & Girvan 2004, doi:10.1103/PhysRevE.69.026113), at least 0.1 and more than two
///   standard deviations above that of 20 random shufflings of the same values. Elements without the attribute stand
///   with the group that they are tied to most;
/// - where the declared ties fall into separate parts of three or more elements, none with over four fifths, those
/// parts;
/// - without any ties, the categories of the attribute that tells most about the other attributes (largest mean
///   normalised mutual information, at least 0.05);
/// - else no groups.
/// Attributes count where they are words or true/false, held by at least half of the customers or of all elements, with
/// 2 to 9 categories. Deterministic, independent of the order of the file. O(attributes² x elements + relations log n).
Grouping group_elements(const Map& map);

/// Sets what the members of each group share: needs and attribute values that at least 60 % of them have and that are
/// at least 1.25 times as frequent inside as outside; at most three a group. O(elements x attributes).
void describe_groups(const Map& map, Grouping& grouping);

}  // namespace outmap
