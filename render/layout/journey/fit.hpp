// How much of a journey fits on its page, and where sheet, lanes and left column stand.
#pragma once

#include "render/layout/journey/sheet.hpp"
#include "render/layout/page.hpp"

namespace outmap::journey_picture {

inline constexpr double left_column = 232;
inline constexpr double card_gap = 16;
inline constexpr double legend_air = 12;  // between the sheet and a legend below it

inline constexpr double row_gap = 16;  // between two rows of stages

/// The stages of a journey in the rows that the page shows them in, as equal as can be: one, except on an upright page
/// that is too narrow for all of them.
std::vector<JourneyDiagram> rows_of_stages(const JourneyDiagram& journey, const Pen& pen, Page page);

/// One sheet a row. Columns of whole pixels, the same in all rows; what rounding leaves over widens the labels. With
/// more stages than the page holds it grows.
std::vector<Sheet> make_sheets(const std::vector<JourneyDiagram>& rows, const Pen& pen, double page_width);

/// A row of stages and where it stands.
struct SheetRow {
  const Sheet* sheet = nullptr;
  Lanes lanes;
  std::vector<double> heights;  // of the lanes; 0: not shown
  double top = 0;               // of the chevrons
  double bottom = 0;
};

/// Where everything stands from top to bottom.
struct Fitted {
  std::vector<SheetRow> rows;
  Marks marks;
  double top = 0;          // of the first chevrons
  double bottom = 0;       // of the last sheet
  double left_bottom = 0;  // of the column at the left, which may be longer
  double page_height = 0;
};

/// Lowers the level of detail until everything fits and the band has its least height; where the least detail is still
/// too much, the page grows. What is left over goes to the band.
Fitted fit_page(const std::vector<Sheet>& sheets, double page_height, bool everything);

/// Height of the card or of the strip; 0 where nothing needs a legend.
double legend_height(const Sheet& sheet, const Marks& marks);

}  // namespace outmap::journey_picture
