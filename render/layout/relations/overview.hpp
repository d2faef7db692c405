// A large relational map: groups first, with a mark for each member, the strongest by name, ties bundled.
#pragma once

#include <vector>

#include "render/layout/relations/paint.hpp"

namespace outmap::relations {

/// An element named inside its group.
struct ChipPlan {
  std::size_t element = 0;
  std::string name;  // as far as it fits
  double width = 0;
};

struct BubblePlan {
  Point centre;
  double radius = 0;  // of the upright half axis; across it is 1.34 times that
  std::vector<std::string> name;
  std::vector<std::vector<ChipPlan>> chips;  // rows of elements named inside
  std::vector<std::string> traits;           // named where elements are not
  bool scores = false;                       // there is room for the bars
};

struct BundlePlan {
  std::vector<Segment> path;
  std::vector<Point> points;
  Point label;
  bool has_label = false;
};

struct OverviewPlan {
  double width = 0;
  double height = 0;
  Box region;
  Box panel;
  double members_per_mark = 1;
  std::vector<BubblePlan> bubbles;
  std::vector<BundlePlan> bundles;
  Plan page;  // who is tied to nobody
};

/// A superellipse |x/1.34r|^3 + |y/r|^3 = 1 for each group, its area by members as far as the rows of slots allow,
/// never smaller than its words; bundles as straight as the others permit. O(members + groups³).
OverviewPlan plan_overview(const RelationsDiagram& diagram, const DiagramOptions& options, const Fonts& fonts);

Scene paint_overview(const RelationsDiagram& diagram, const OverviewPlan& plan, const Style& style);

}  // namespace outmap::relations
