// How much of a journey fits on its page, and where sheet, lanes and left column stand.
#pragma once

#include "render/layout/journey/sheet.hpp"

namespace outmap::journey_picture {

inline constexpr double left_column = 232;
inline constexpr double card_gap = 16;
inline constexpr double legend_air = 12;  // between the sheet and a legend below it

struct PageSize {
  double width;
  double height;
};

/// A4 in the proportions of the paper, so wide that body text prints at about 7 points.
PageSize size_of(Page page);

/// Columns of whole pixels; what rounding leaves over widens the labels. With more stages than the page holds it grows.
Sheet make_sheet(const JourneyDiagram& journey, const Pen& pen, double page_width);

/// Where everything stands from top to bottom.
struct Fitted {
  Lanes lanes;
  std::vector<double> heights;  // of the lanes; 0: not shown
  Marks marks;
  double top = 0;          // of the chevrons
  double bottom = 0;       // of the sheet
  double left_bottom = 0;  // of the column at the left, which may be longer
  double page_height = 0;
};

/// Lowers the level of detail until everything fits and the band has its least height; where the least detail is still
/// too much, the page grows. What is left over goes to the band.
Fitted fit_page(const Sheet& sheet, double page_height, bool everything);

/// Height of the card or of the strip; 0 where nothing needs a legend.
double legend_height(const Sheet& sheet, const Marks& marks);

}  // namespace outmap::journey_picture
