// What all pictures share: text lines, heading, footer, chips, pills, bars, dots, legend. Small functions from words
// and a place to shapes; each measures its text, so that nothing is clipped and neighbours can be placed after it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "render/diagram.hpp"
#include "render/layout/shapes.hpp"
#include "render/scene.hpp"

namespace outmap {

/// How a line of text looks.
struct TextLook {
  double size_px = type_size::body_px;
  Face face = Face::regular;
  Colour colour{};  // empty: the theme's ink
  Anchor anchor = Anchor::start;
  Colour halo{};  // empty: none
};

/// One measured line of text, `at` its baseline.
TextShape text_line(const Style& style, std::string_view text, Point at, const TextLook& look = {});

/// One measured line of several runs. A run without a colour gets the look's; faces are the runs' own.
TextShape text_runs(const Style& style, std::vector<TextRun> runs, Point at, const TextLook& look = {});

/// Width of the runs set one after the other.
double runs_width_px(const Fonts& fonts, const std::vector<TextRun>& runs, double size_px);

/// The runs cut to `width_px` with an ellipsis, from the end.
std::vector<TextRun> fit_runs(const Fonts& fonts, std::vector<TextRun> runs, double width_px, double size_px);

/// Runs broken into lines like `wrap`, each line keeping its colours and faces.
std::vector<std::vector<TextRun>> wrap_runs(const Fonts& fonts, const std::vector<TextRun>& runs, double width_px,
                                            int max_lines, double size_px);

/// Wrapped lines as text: the first line box begins at `top`, `x` is where the anchor stands.
std::vector<Shape> text_block(const Style& style, const Wrapped& wrapped, double x, double top,
                              const TextLook& look = {});

/// Height of so many lines.
double block_height_px(std::size_t lines, double size_px);

/// Title, question and finding.
struct HeadingText {
  std::string title{};
  std::string question{};
  std::vector<TextRun> finding{};  // runs without colour are ink; all are set semibold
  std::string badge{};             // a chip at the right: "Current journey"; empty: none
};

/// `sheet`: text at x 24, baselines 42, 62, 88 (journeys, whose body begins at y 104). `chart`: at x 40 with a bar
/// before the finding, baselines 48, 70, 100 (body from y 124).
enum class HeadingManner { sheet, chart };

struct HeadingLook {
  HeadingManner manner = HeadingManner::chart;
  double width_px = 1600;  // of the page, or of the column that the heading stands over
  Colour bar{};            // beside the finding of a chart; empty: the gap colour
};

/// The heading group. Text too long for the width ends in an ellipsis; the whole of it is in the group's title.
Group heading(const Style& style, const HeadingText& text, const HeadingLook& look = {});

struct FooterLook {
  double width_px = 1600;
  double height_px = 900;
  double margin_px = 40;
  bool rule = true;            // a hairline above
  double baseline_up_px = 16;  // from the page's lower edge: 16 for charts, 10 for sheets
};

/// Left and right text of 10 px; the left one is cut when they would come nearer than 24 px.
Group footer(const Style& style, const std::string& left, const std::string& right, const FooterLook& look = {});

struct ChipLook {
  double height_px = 24;
  double radius = 6;
  double size_px = type_size::body_px;
  Face face = Face::regular;
  double padding_px = 8;
  Colour ground{};                  // empty: the theme's chip
  Colour ink{};                     // empty: ink
  Stroke stroke{};                  // none by default
  std::string icon{};               // name as `icon` takes it; empty: none
  bool unknown_as_initial = false;  // an unknown icon name is drawn as its initial in a ring
  bool moment_of_truth = false;     // accent outline, accent tint, a diamond at the end
  bool added = false;               // '+' before the end
  bool struck = false;              // name struck through, dashed outline, no ground
};

/// Width of the chip that `chip` will draw with this text.
double chip_width_px(const Style& style, std::string_view text, const ChipLook& look = {});

/// A chip with its upper left corner at `at`. Text wider than `max_width_px` allows is cut.
Group chip(const Style& style, std::string_view text, Point at, const ChipLook& look = {}, double max_width_px = 1e9);

struct PillLook {
  double height_px = 18;
  double size_px = type_size::body_px;
  Face face = Face::semibold;
  double padding_px = 7;
  Colour ground{};  // empty: surface
  Colour ink{};     // empty: ink
  Stroke stroke{};
};

/// A label with round ends, centred on `center`.
Group pill(const Style& style, std::string_view text, Point center, const PillLook& look = {});
double pill_width_px(const Style& style, std::string_view text, const PillLook& look = {});

struct ChevronLook {
  double tip_px = 12;
  bool notched = true;  // false: a straight left edge, for the first
  Colour ground{};      // empty: the theme's chevron
  Stroke stroke{};
};

/// A stage heading's shape; text is put on it by the caller.
PathShape chevron(const Style& style, const Box& box, const ChevronLook& look = {});

/// Five dots that say an importance of 0 to 10: full dots for even steps, a half one for odd. 43 px wide, `at` the left
/// middle. `none` (no importance given) draws nothing.
Group importance_dots(const Style& style, Point at, std::optional<double> importance);
inline constexpr double kImportanceDots_px = 43;

/// A level between the ends of its scale, and where it should be.
struct Level {
  std::optional<double> now{};
  std::optional<double> target{};
  std::optional<double>
      planned{};  // after the planned initiatives: what is gained is dotted, what is lost cross-hatched
  double scale_min = 0;
  double scale_max = 10;
  bool less_is_better = false;
};

/// The bar: track; now solid; the gap hatched and outlined; a gain dotted, a loss cross-hatched; a tick at the target.
Group level_bar(const Style& style, const Box& box, const Level& level);

/// A plain bar: track and the share (0–1) of it that is filled.
Group share_bar(const Style& style, const Box& box, double share, const Colour& colour);

struct CardLook {
  double radius = 6;
  Colour ground{};  // empty: surface
  Stroke stroke{};  // colour empty: hairline, 1 px
};
RectShape card(const Style& style, const Box& box, const CardLook& look = {});

/// A solid arrow head whose tip is at `tip`, pointing along `direction_deg` (0 = right, 90 = down).
PathShape arrow_head(Point tip, double direction_deg, double length_px, double width_px, const Colour& colour);

/// The downward triangle of pains and the upward one; 9 x 7.5 px, centred.
PathShape pain_mark(const Style& style, Point center);

/// An emotion from -2 to 2 as a face; negative faces are filled, so that lows are seen without colour.
Group emotion_face(const Style& style, Point center, double radius, double emotion);

/// What a symbol in the legend stands for. The symbol is drawn in a box whose upper left corner is (0, 0) and whose
/// height is 16 px; the legend moves it into place.
struct LegendItem {
  Group symbol{};
  double symbol_width_px = 22;
  std::string label{};
};

/// A legend that was laid out from (0, 0) of `at`.
struct Legend {
  Group group{};
  double width_px = 0;
  double height_px = 0;
};

struct LegendLook {
  double row_px = 16;
  double symbol_gap_px = 6;
  double item_gap_px = 24;
  double size_px = type_size::small_px;
  Colour ink{};  // empty: ink_2
};

/// How many rows legend_flow needs.
std::size_t legend_rows(const Style& style, const std::vector<LegendItem>& items, double width_px,
                        const LegendLook& look = {});

/// Items in one row, closer to each other where that makes them fit, else in rows of about the same length, `row_px`
/// from one to the next.
Legend legend_balanced(const Style& style, const std::vector<LegendItem>& items, Point at, double width_px,
                       double row_px = 18);

/// Items one after the other in rows no wider than `width_px`.
Legend legend_flow(const Style& style, const std::vector<LegendItem>& items, Point at, double width_px,
                   const LegendLook& look = {});

/// Items in as many measured columns as fit, at most `most_columns`, filled row by row. All symbols get the widest
/// one's slot.
Legend legend_columns(const Style& style, const std::vector<LegendItem>& items, Point at, double width_px,
                      int most_columns = 3, const LegendLook& look = {});

}  // namespace outmap
