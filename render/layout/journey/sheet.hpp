// The frame of a journey picture: where columns and lanes may stand, and how much of each lane is shown.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "render/diagrams/journey_diagram.hpp"
#include "render/layout/journey/chevrons.hpp"
#include "render/layout/journey/curve.hpp"
#include "render/layout/journey/legend.hpp"
#include "render/layout/journey/pen.hpp"

namespace outmap::journey_picture {

inline constexpr double page_margin = 24;
inline constexpr double cell_padding = 8;
inline constexpr double content_top = 104;
inline constexpr double chevron_gap = 6;  // between chevrons and sheet
inline constexpr double footer_reserve = 28;
inline constexpr double item_air = 16;        // between items of a list side by side
inline constexpr double least_change = 0.05;  // of a level: what changes by less stays as it is

std::string more_text(std::size_t count);  // "+3 more"

/// How much a lane may show. Numbers of items are per stage; a wide column takes as many times more as it has
/// sub-columns.
struct Detail {
  int goal_lines;
  int quote_lines;  // 0: no quotes
  int front_rows;
  int back_rows;
  int outcomes;
  int outcome_lines;
  int pains;
  int pain_lines;
  int initiatives;
  int initiative_lines;
  bool facts;
  int processes;           // 0: no lane of processes and owners
  bool flat_band = false;  // the band may be lower than its curves would like
};

/// Widths of a picture, or of one row of stages in it; heights are found by fitting.
struct Sheet {
  const JourneyDiagram& journey;
  const Pen& pen;
  double page_width = 1600;
  double left = 0;  // of the sheet
  double right = 0;
  double label_width = 96;
  double column = 0;       // width of a stage
  bool compact = false;    // the persona is a strip, the legend another
  bool narrow = false;     // bars on their own row, evidence as one total
  std::size_t manner = 0;  // place of the chevrons' manner

  const Theme& theme() const { return pen.theme; }
  std::size_t count() const { return journey.stages.size(); }
  double column_left(std::size_t i) const { return left + label_width + static_cast<double>(i) * column; }
  double content_left(std::size_t i) const { return column_left(i) + cell_padding; }
  double content() const { return column - 2 * cell_padding; }
  double center(std::size_t i) const { return column_left(i) + column / 2; }
  double chevron_row() const { return count() > 0 ? chevron_manner(manner).height + chevron_gap : 0; }
  Columns columns() const { return {left + label_width, column, cell_padding}; }
  /// The ground of a stage's column, for halos.
  const Colour& ground(std::size_t i) const;
  /// Sub-columns of list items in a wide column, and their width where there are so many.
  int sub_columns() const;
  double sub_column(int across) const;
};

/// What was left out of a picture, for its footer.
struct LeftOut {
  std::size_t touchpoints = 0;
  std::size_t outcomes = 0;
  std::size_t pains = 0;
  std::size_t initiatives = 0;
  std::size_t processes = 0;
  std::size_t quotes = 0;
  std::size_t curves = 0;
};

/// One row of the sheet. It is measured first, perhaps several times with less and less detail, then drawn as last
/// measured.
class Lane {
 public:
  Lane() = default;
  Lane(const Lane&) = delete;
  Lane& operator=(const Lane&) = delete;
  virtual ~Lane() = default;

  /// "goal": part of the lane's id in the picture.
  virtual std::string_view name() const = 0;
  /// Heading and what stands below it in small letters.
  virtual std::vector<std::string> label(const Sheet& sheet) const = 0;
  virtual std::string remark(const Sheet&) const { return ""; }
  /// The height that the lane needs with this much detail; 0: it has nothing to show and takes no space.
  virtual double measure(const Sheet& sheet, const Detail& detail) = 0;
  /// Whether the lane takes all height that is left; at most `most_height`.
  virtual double most_height() const { return 0; }
  virtual void draw(const Sheet& sheet, double top, double height, Shapes& into) const = 0;
  virtual void list_marks(const Sheet&, Marks&) const {}
  virtual void list_left_out(const Sheet&, LeftOut&) const {}

 protected:
  /// Height of heading and remark in the label column, with the padding of a cell.
  double label_height(const Sheet& sheet) const;
  void draw_label(const Sheet& sheet, double top, Shapes& into) const;
};

using Lanes = std::vector<std::unique_ptr<Lane>>;

/// Every lane in its order from top to bottom.
Lanes make_lanes();
std::unique_ptr<Lane> make_goal_lane();
std::unique_ptr<Lane> make_touchpoint_lane();
std::unique_ptr<Lane> make_band();
std::unique_ptr<Lane> make_outcome_lane();
std::unique_ptr<Lane> make_pain_lane();
std::unique_ptr<Lane> make_initiative_lane();
std::unique_ptr<Lane> make_process_lane();
std::unique_ptr<Lane> make_evidence_lane();

}  // namespace outmap::journey_picture
