// Attributes of customers and partners as partitions: which tell most, and what a group shares.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "render/diagrams/relations_network.hpp"

namespace outmap {

/// One attribute whose values are words or true/false.
struct Categories {
  std::string label;                 // the attribute's name, in words
  std::vector<std::string> names;    // of the categories, sorted
  std::vector<std::size_t> of_node;  // by node; -1 where it has none
  std::size_t holders = 0;
};

/// Every attribute that may make groups: words or true/false, 2 to 9 categories, two of them held at least twice, given
/// for at least half of the customers or of all nodes. By name. O(nodes x attributes).
std::vector<Categories> read_categories(const RelationNetwork& network);

/// The attribute with the largest mean normalised mutual information with the others, at least 0.05; with one
/// attribute, that one; null where none is. O(attributes² x nodes).
const Categories* most_telling(const std::vector<Categories>& all);

}  // namespace outmap
