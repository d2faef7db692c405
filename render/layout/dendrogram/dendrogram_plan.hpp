// Where the rows, the axis and the clusters of a tree stand.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "render/diagrams/dendrogram_diagram.hpp"
#include "render/layout/parts.hpp"

namespace outmap::dendrogram {

struct RowPlan {
  double y = 0;  // of the row's middle
  std::string label;
};

/// The rows of one cluster, from edge to edge.
struct ClusterPlan {
  double top = 0;
  double bottom = 0;
};

struct Plan {
  double width = 0;
  double height = 0;
  Box tree;               // from the least similarity at the left to 1 at the right
  double least = 0;       // similarity at the left edge, a round number
  double labels_x = 0;    // where the names begin
  double clusters_x = 0;  // where the clusters' bars stand
  double clusters_width = 0;
  double pitch = 16;
  std::vector<RowPlan> rows;
  std::vector<ClusterPlan> clusters;

  double x_of(double similarity) const { return tree.x + tree.width * std::max(0.0, similarity - least) / (1 - least); }
};

Plan make_plan(const DendrogramDiagram& diagram, Page page, const Fonts& fonts);

/// "Doctors", "Doctors and Nurses", "Doctors, Nurses and 22 more".
std::string label_of(const TreeBranch& branch);

}  // namespace outmap::dendrogram
