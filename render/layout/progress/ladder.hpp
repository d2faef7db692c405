// One partner's ladder.
#pragma once

#include <vector>

#include "render/diagrams/progress_diagram.hpp"
#include "render/layout/parts.hpp"

namespace outmap::progress_picture {

/// A card with the partner's name, how far it came, its challenge, and the ladder: three parts, in each one rung a
/// marker. Measured when made. The references must outlive it.
class Ladder {
 public:
  /// `everything`: all markers of a part, not the first five.
  Ladder(const PartnerLadder& ladder, const Style& style, double width_px, bool everything);

  double height_px() const;

  /// The card fills `box`, which is as wide as said before and no lower than height_px().
  Group draw(const Box& box) const;

 private:
  struct Row {
    const MarkerSteps* marker = nullptr;
    Wrapped name;
  };
  struct Part {
    const LadderPart* part = nullptr;
    std::vector<Row> rows;
    std::size_t more = 0;  // markers that are not shown
  };

  double row_px(const Row& row) const;
  double part_px(const Part& part) const;
  double header_px() const;
  void draw_header(Group& group, const Box& box) const;
  void draw_part(Group& group, const Part& part, double x, double right, double y) const;
  Group draw_rung(const Row& row, double x, double right, double y) const;

  const PartnerLadder& ladder_;
  const Style& style_;
  double width_px_;
  Wrapped challenge_;
  std::vector<Part> parts_;
};

std::vector<LegendItem> legend_of(const ProgressDiagram& diagram, const Style& style);

}  // namespace outmap::progress_picture
