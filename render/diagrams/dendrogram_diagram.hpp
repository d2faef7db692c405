// What a dendrogram shows and why: branches, clusters, words; no colours, no coordinates.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "render/diagram.hpp"

namespace outmap {

/// A leaf, or everything below one, or two branches that join.
struct TreeBranch {
  Id id;                      // of a single element
  std::string name;           // of an element, or of the first of the two below that join first
  std::string second_name{};  // of the other one
  bool partner = false;       // of a single element
  std::size_t leaves = 1;     // elements below
  double similarity = 1;      // at which its two join; of what is not opened, at which the last of its elements join
  std::size_t first = 0;      // of a join: places of the two
  std::size_t second = 0;
  bool join = false;
  std::size_t cluster = 0;  // that it lies in; of a join above the cut without meaning
  bool above_cut = false;   // a join of clusters
};

/// A branch of the tree below the cut.
struct TreeCluster {
  std::string name;
  std::vector<std::string> traits;  // in words
  std::size_t members = 0;
  double similarity = 0;  // at which the last of its members join; 1 for one alone
};

struct DendrogramDiagram {
  std::string title;
  std::string question;
  std::string finding;
  std::size_t key_begin = 0;
  std::size_t key_length = 0;
  std::vector<TreeBranch>
      branches;  // terminals from top to bottom, then joins, the closest first; the last is the root
  std::size_t terminals = 0;
  std::vector<TreeCluster> clusters;  // from top to bottom
  double cut = 0;                     // as similarity
  std::string counts;                 // footer, left
  std::string left_out;               // footer, right
};

/// As many rows as one can read on a slide.
inline constexpr std::size_t most_rows = 36;

/// Of more elements a sample is joined.
inline constexpr std::size_t most_joined = 1000;

/// `top` takes another number of rows, at least one for each cluster, `everything` all that are joined.
DendrogramDiagram build_dendrogram(const Map& map, const DiagramOptions& options);

}  // namespace outmap
