// The outcomes wanted at each stage: how important, where they stand, where they should be.
#include <cmath>

#include "model/text/numbers.hpp"
#include "render/layout/journey/list_lane.hpp"
#include "render/layout/journey/marks.hpp"
#include "render/layout/parts.hpp"

namespace outmap::journey_picture {
namespace {

constexpr double measure_row = 20;
constexpr double narrow_bar_row = 14;
constexpr double bar_height = 8;
constexpr double least_bar = 28;
constexpr double dots_gap = 11;
constexpr double numbers_gap = 8;
constexpr double warning_width = 18;
constexpr double wide_gap = 3;  // from here on the wanted number is in the colour of the gap
// Numbers take one width in the whole picture, so that bars align; longer ones shorten their own bar.
constexpr double least_common = 40;
constexpr double widest_common = 54;

/// What the numbers of an outcome say, and in which colour the last one does.
struct Numbers {
  std::string first;
  std::string second;
  Colour colour;

  std::vector<TextRun> runs(const Theme& theme) const {
    return {{first, Face::regular, theme.ink_2, false}, {second, Face::semibold, colour, false}};
  }
};

std::string value_text(const Number& value) { return value ? few_decimals(*value) : "?"; }

Numbers planned_numbers(const JourneyOutcome& outcome, const Theme& theme) {
  const double change = *outcome.levels.planned - *outcome.levels.now;
  if (std::abs(change) < least_change) return {"stays ", value_text(outcome.stated.now), theme.ink};
  return {value_text(outcome.stated.now) + " → ", value_text(outcome.stated.planned),
          change > 0 ? theme.gain : theme.loss};
}

/// The stated numbers of a 'less is better' outcome read the other way round.
bool is_over(const JourneyOutcome& outcome) { return *outcome.stated.now > *outcome.stated.wanted; }

Numbers numbers_of(const JourneyOutcome& outcome, const Theme& theme) {
  const Levels& levels = outcome.levels;
  if (levels.planned && levels.now) return planned_numbers(outcome, theme);
  if (!levels.wanted) return {"now ", value_text(outcome.stated.now), theme.ink};
  if (levels.now && *levels.now > *levels.wanted) {
    const char* sign = is_over(outcome) ? " ≥ " : " ≤ ";
    return {value_text(outcome.stated.now) + sign, value_text(outcome.stated.wanted), theme.gain};
  }
  const Colour colour = levels.now && levels.gap() >= wide_gap ? theme.gap : theme.ink;
  return {value_text(outcome.stated.now) + " → ", value_text(outcome.stated.wanted), colour};
}

bool measured(const JourneyOutcome& outcome) { return outcome.levels.now || outcome.levels.wanted; }

class OutcomeLane : public ListLane {
 public:
  std::string_view name() const override { return "outcomes"; }
  std::vector<std::string> label(const Sheet&) const override { return {"Desired", "outcomes"}; }
  std::string remark(const Sheet& sheet) const override {
    return "importance, now → " + (sheet.journey.compare ? sheet.journey.after : "wanted");
  }

  double measure(const Sheet& sheet, const Detail& detail) override {
    const double height = ListLane::measure(sheet, detail);
    numbers_width_ = least_common;
    for (const JourneyStage& stage : sheet.journey.stages)
      for (std::size_t item = 0; item < shown(sheet, stage); ++item)
        if (measured(stage.outcomes[item]))
          numbers_width_ = std::max(numbers_width_,
                                    std::min(widest_common, std::ceil(width_of_numbers(sheet, stage.outcomes[item]))));
    return height;
  }

  void list_marks(const Sheet& sheet, Marks& marks) const override {
    for (const JourneyStage& stage : sheet.journey.stages)
      for (std::size_t item = 0; item < shown(sheet, stage); ++item) list_marks_of(stage.outcomes[item], marks);
  }

  void list_left_out(const Sheet& sheet, LeftOut& out) const override { out.outcomes += cut(sheet); }

 protected:
  std::size_t count(const JourneyStage& stage) const override { return stage.outcomes.size(); }
  int most(const Detail& detail) const override { return detail.outcomes; }
  double gap() const override { return 10; }
  bool counts_on_last_line(const Sheet&) const override { return false; }

  double item_height(const Sheet& sheet, const JourneyStage& stage, std::size_t item, double width,
                     double) const override {
    const JourneyOutcome& outcome = stage.outcomes[item];
    return 16 * static_cast<double>(statement(sheet, outcome, width).lines.size()) + measure_height(sheet);
  }

  double draw_item(const Sheet& sheet, const JourneyStage& stage, std::size_t item, const Box& box, double,
                   Shapes& into) const override {
    const JourneyOutcome& outcome = stage.outcomes[item];
    Group group = element_group("outcome", outcome.id, title_of(outcome), outcome.unserved ? "unserved" : "");
    const double measure_top = box.bottom() - measure_height(sheet);
    draw_statement(sheet, outcome, box, measure_top, group.shapes);
    draw_measure(sheet, outcome, {box.x, measure_top, box.width, measure_height(sheet)}, group.shapes);
    into.emplace_back(std::move(group));
    return box.bottom();
  }

 private:
  static double measure_height(const Sheet& sheet) { return sheet.narrow ? measure_row + narrow_bar_row : measure_row; }

  static double width_of_numbers(const Sheet& sheet, const JourneyOutcome& outcome) {
    double width = 0;
    for (const TextRun& run : numbers_runs(sheet, outcome)) width += sheet.pen.width(run.text, 12, run.face);
    return width;
  }

  /// The unit is left to the tooltip where the row has no room for it.
  static std::vector<TextRun> numbers_runs(const Sheet& sheet, const JourneyOutcome& outcome) {
    std::vector<TextRun> runs = numbers_of(outcome, sheet.theme()).runs(sheet.theme());
    if (outcome.unit.empty()) return runs;
    const TextRun unit{" " + outcome.unit, Face::regular, sheet.theme().ink_2, false};
    double width = sheet.pen.width(unit.text, 12, unit.face);
    for (const TextRun& run : runs) width += sheet.pen.width(run.text, 12, run.face);
    const double beside = kImportanceDots_px + (sheet.narrow ? numbers_gap : dots_gap + numbers_gap + least_bar);
    if (width + beside <= sheet.sub_column(sheet.sub_columns())) runs.push_back(unit);
    return runs;
  }

  const Wrapped& statement(const Sheet& sheet, const JourneyOutcome& outcome, double width) const {
    return sheet.pen.wrapped(outcome.name, width - (outcome.unserved ? warning_width : 0), detail().outcome_lines);
  }

  static void list_marks_of(const JourneyOutcome& outcome, Marks& marks) {
    if (outcome.unserved) marks.add(Mark::unserved);
    if (outcome.importance) marks.add(Mark::importance);
    if (measured(outcome)) marks.add(Mark::level);
    if (outcome.levels.now && outcome.levels.wanted && !outcome.levels.planned &&
        *outcome.levels.now > *outcome.levels.wanted)
      marks.add(is_over(outcome) ? Mark::over_target : Mark::under_limit);
    if (!outcome.levels.planned || !outcome.levels.now) return;
    if (*outcome.levels.planned < *outcome.levels.now - least_change) marks.add(Mark::lost);
  }

  static std::string title_of(const JourneyOutcome& outcome) {
    std::string title = outcome.name + ":";
    const std::string unit = outcome.unit.empty() ? "" : " " + outcome.unit;
    const auto add = [&](const char* what, const Number& value, const std::string& after) {
      if (value) title += (title.back() == ':' ? " " : ", ") + std::string(what) + " " + few_decimals(*value) + after;
    };
    add("importance", outcome.importance, "");
    add("now", outcome.stated.now, unit);
    add("wanted", outcome.stated.wanted, unit);
    add("planned", outcome.stated.planned, unit);
    if (!outcome.stated.now) title += title.back() == ':' ? " never measured" : ", never measured";
    if (outcome.unserved) title += ". Nothing serves it yet";
    return title;
  }

  void draw_statement(const Sheet& sheet, const JourneyOutcome& outcome, const Box& box, double bottom,
                      Shapes& into) const {
    const Wrapped& words = statement(sheet, outcome, box.width);
    const double top = bottom - 16 * static_cast<double>(words.lines.size());
    if (outcome.unserved) add_icon(sheet.pen, "warning", {box.x, top + 1}, sheet.theme().gap, into);
    sheet.pen.lines(into, {box.x + (outcome.unserved ? warning_width : 0), top}, words, sheet.pen.body());
  }

  void draw_measure(const Sheet& sheet, const JourneyOutcome& outcome, const Box& row, Shapes& into) const {
    const double middle = row.y + measure_row / 2 - 1;
    if (outcome.importance) into.emplace_back(importance_dots(sheet.pen.style, {row.x, middle}, outcome.importance));
    if (!measured(outcome)) {
      Ink ink = sheet.pen.small();
      ink.anchor = Anchor::end;
      sheet.pen.text(into, {row.right(), middle + 3.6}, "not measured", ink);
      return;
    }
    sheet.pen.runs(into, {row.right(), middle + 4}, numbers_runs(sheet, outcome),
                   {12, Face::regular, sheet.theme().ink_2, Anchor::end, ""});
    const Level level{outcome.levels.now, outcome.levels.wanted, outcome.levels.planned, 0, 10, false};
    into.emplace_back(level_bar(sheet.pen.style, bar_box(sheet, outcome, row, middle), level));
  }

  Box bar_box(const Sheet& sheet, const JourneyOutcome& outcome, const Box& row, double middle) const {
    if (sheet.narrow) return {row.x, row.y + measure_row, row.width, bar_height};
    const double left = row.x + kImportanceDots_px + dots_gap;
    const double numbers = std::max(numbers_width_, std::ceil(width_of_numbers(sheet, outcome)));
    return {left, middle - bar_height / 2, std::max(12.0, row.right() - numbers - numbers_gap - left), bar_height};
  }

  double numbers_width_ = least_common;
};

}  // namespace

std::unique_ptr<Lane> make_outcome_lane() { return std::make_unique<OutcomeLane>(); }

}  // namespace outmap::journey_picture
