// How much value each stage gives against what is wanted, 0 to 10, and the gap between.
#include <cmath>

#include "model/text/numbers.hpp"
#include "render/layout/journey/band.hpp"
#include "render/layout/journey/marks.hpp"
#include "render/layout/parts.hpp"

namespace outmap::journey_picture {
namespace {

constexpr double point_radius = 5;
constexpr double open_radius = 3.5;
constexpr double diamond_radius = 7;
constexpr double nearest_points = 6;

struct ValueScale {
  double top;
  double bottom;
  double y(double value) const { return bottom - std::clamp(value, 0.0, 10.0) / 10 * (bottom - top); }
  Number y(const Number& value) const { return value ? Number(y(*value)) : Number(); }
};

/// The three curves as readings per stage; `ghost` is today's where the plan is the main one.
struct Series {
  std::vector<Number> main;
  std::vector<Number> wanted;
  std::vector<Number> ghost;
};

Number main_value(const JourneyDiagram& journey, const JourneyStage& stage) {
  return journey.compare ? stage.value.planned : stage.value.now;
}

Series series_of(const JourneyDiagram& journey) {
  Series series;
  for (const JourneyStage& stage : journey.stages) {
    series.main.push_back(main_value(journey, stage));
    series.wanted.push_back(stage.value.wanted);
    series.ghost.push_back(journey.compare ? stage.value.now : Number());
  }
  return series;
}

Curve curve_of(const std::vector<Number>& values, const Sheet& sheet, const ValueScale& scale) {
  std::vector<Number> y;
  for (const Number& value : values) y.push_back(scale.y(value));
  return curve_through(y, sheet.columns());
}

void draw_line(const Curve& curve, const Stroke& stroke, bool round, Shapes& into) {
  for (const std::vector<Segment>& line : lines_of(curve)) add_path(into, line, {}, stroke, round);
}

/// Areas where `upper` should lie above `lower`: `right` fills them, `wrong` those where it is the other way round.
void draw_areas(const Curve& upper, const Curve& lower, const Fill& right, const Fill& wrong, Shapes& into) {
  for (const Area& area : areas_between(upper, lower)) add_path(into, area.outline, area.first_above ? right : wrong);
}

struct StageValue {
  const Sheet& sheet;
  const ValueScale& scale;
  std::size_t i;
  Number main;
  Number wanted;
  Number ghost;

  const JourneyStage& stage() const { return sheet.journey.stages[i]; }
  double x() const { return sheet.center(i); }
  bool ghost_apart() const { return ghost && (!main || std::abs(*ghost - *main) >= least_change); }
  double highest() const;
  double lowest() const;
};

double StageValue::highest() const {
  double y = scale.bottom;
  for (const Number& value : {main, wanted, ghost_apart() ? ghost : Number()})
    if (value) y = std::min(y, scale.y(*value));
  return y;
}

double StageValue::lowest() const {
  double y = scale.top;
  for (const Number& value : {main, wanted, ghost_apart() ? ghost : Number()})
    if (value) y = std::max(y, scale.y(*value));
  return y;
}

void draw_points(const StageValue& value, Shapes& into) {
  const Theme& theme = value.sheet.theme();
  const double main = value.main ? value.scale.y(*value.main) : -1000;
  const auto open_point = [&](const Number& level, const Colour& colour) {
    if (!level || std::abs(value.scale.y(*level) - main) < nearest_points) return;
    add_circle(into, {value.x(), value.scale.y(*level)}, open_radius, solid(theme.surface), Pen::stroke(colour, 1.5));
  };
  open_point(value.wanted, theme.ink);
  if (value.ghost_apart()) open_point(value.ghost, theme.ink_3);
  if (!value.main) return;
  if (value.stage().moment_of_truth)
    add_diamond({value.x(), main}, diamond_radius, solid(theme.accent), Pen::stroke(theme.surface, 2), into);
  else
    add_circle(into, {value.x(), main}, point_radius, solid(theme.ink), Pen::stroke(theme.surface, 2));
}

std::vector<TextRun> main_words(const StageValue& value) {
  const Theme& theme = value.sheet.theme();
  if (!value.main && !value.ghost) return {};
  if (!value.main) return {{one_decimal(*value.ghost), Face::regular, theme.ink_2, false}};
  if (!value.ghost_apart()) return {{one_decimal(*value.main), Face::semibold, theme.ink, false}};
  return {{one_decimal(*value.ghost) + " → ", Face::regular, theme.ink_2, false},
          {one_decimal(*value.main), Face::semibold, *value.main > *value.ghost ? theme.gain : theme.loss, false}};
}

std::vector<TextRun> wanted_words(const StageValue& value) {
  if (!value.wanted) return {};
  return {{one_decimal(*value.wanted), Face::regular, value.sheet.theme().ink_2, false}};
}

/// Whether what is wanted lies above what is there, so that its number stands on top.
bool wanted_on_top(const StageValue& value) {
  const Number other = value.main ? value.main : value.ghost;
  return !other || (value.wanted && *value.wanted >= *other);
}

/// Above the highest point, but within the part.
double baseline_above(const StageValue& value) {
  return std::max(value.highest() - (wanted_on_top(value) ? 8 : 10), value.scale.top - 8);
}

/// Below the lowest point; beside it where the page's row ends.
bool fits_below(const StageValue& value) { return value.lowest() + 18 <= value.scale.bottom + 11; }

void draw_numbers(const StageValue& value, Shapes& into) {
  const Pen& pen = value.sheet.pen;
  const bool top_is_wanted = wanted_on_top(value);
  const std::vector<TextRun> above = top_is_wanted ? wanted_words(value) : main_words(value);
  const std::vector<TextRun> below = top_is_wanted ? main_words(value) : wanted_words(value);
  Ink ink{10, Face::regular, pen.theme.ink_2, Anchor::middle, value.sheet.ground(value.i)};
  if (!above.empty()) pen.runs(into, {value.x(), baseline_above(value)}, above, ink);
  if (below.empty()) return;
  if (fits_below(value)) return pen.runs(into, {value.x(), value.lowest() + 18}, below, ink);
  ink.anchor = Anchor::start;
  pen.runs(into, {value.x() + 11, value.lowest() + 3.6}, below, ink);
}

struct Label {
  double from;  // the two levels that it stands between
  double to;
  Colour colour;
  bool strong;  // of a stage in focus: filled
};

void draw_label(const StageValue& value, const Label& label, Shapes& into) {
  const double y0 = value.scale.y(label.from);
  const double y1 = value.scale.y(label.to);
  const double room = std::abs(y1 - y0);
  const auto as_shown = [](double level) { return std::round(10 * level) / 10; };  // so that the three numbers agree
  const std::string words = signed_one_decimal(as_shown(label.from) - as_shown(label.to));
  PillLook look;
  look.ground = label.strong ? label.colour : value.sheet.theme().surface;
  look.ink = label.strong ? value.sheet.theme().on_strong : label.colour;
  if (!label.strong) look.stroke = Pen::stroke(label.colour);
  Point center{value.x(), (y0 + y1) / 2};
  if (label.strong && room >= 38) {
    look.height_px = 24;
    look.size_px = type_size::heading_px;
    look.padding_px = 10;
  } else if (room >= 31) {
    look.height_px = 18;
    look.size_px = type_size::body_px;
  } else if (room >= 20 && value.sheet.column >= 110) {
    look.height_px = 14;
    look.size_px = type_size::small_px;
    look.padding_px = 5;
    center.x += 10 + pill_width_px(value.sheet.pen.style, words, look) / 2;
  } else {
    return;
  }
  into.emplace_back(pill(value.sheet.pen.style, words, center, look));
}

void draw_gap_label(const StageValue& value, Shapes& into) {
  const Theme& theme = value.sheet.theme();
  const Emphasis emphasis = value.stage().emphasis;
  if (value.sheet.journey.compare) {
    if (emphasis == Emphasis::gain && value.main && value.ghost_apart())
      draw_label(value, {*value.main, *value.ghost, theme.gain, true}, into);
    if (emphasis == Emphasis::remains && value.main && value.wanted && *value.main < *value.wanted)
      draw_label(value, {*value.main, *value.wanted, theme.gap, false}, into);
    return;
  }
  if (!value.main || !value.wanted) return;
  const bool surplus = *value.main > *value.wanted;
  draw_label(value, {*value.main, *value.wanted, surplus ? theme.gain : theme.gap, emphasis == Emphasis::focus}, into);
}

std::string title_of(const StageValue& value) {
  const JourneyStage& stage = value.stage();
  std::string title = stage.name + ": value";
  title += stage.value.now ? " now " + one_decimal(*stage.value.now) : " unknown";
  if (stage.value.wanted) title += ", wanted " + one_decimal(*stage.value.wanted);
  if (stage.value.now && stage.value.wanted) {
    const double gap = *stage.value.wanted - *stage.value.now;
    title += (gap >= 0 ? ", gap " : ", surplus ") + one_decimal(std::abs(gap));
  }
  if (stage.value.planned) title += ", planned " + one_decimal(*stage.value.planned);
  return title;
}

void draw_end_labels(const StageValue& value, Shapes& into) {
  const Sheet& sheet = value.sheet;
  if (!value.main || !value.wanted || !fits_below(value)) return;
  const std::string main = !sheet.journey.compare ? "now"
                           : value.ghost_apart()  ? "now → " + sheet.journey.after
                                                  : "now = " + sheet.journey.after;
  double widest_number = 0;
  for (const TextRun& run : main_words(value)) widest_number += sheet.pen.width(run.text, 10, run.face);
  const double room = sheet.column / 2 - 16 - widest_number / 2;
  const bool fits = sheet.pen.width(main, 10, Face::semibold) <= room && sheet.pen.width("wanted", 10) <= room;
  if (!fits || sheet.narrow) return;
  const double x = sheet.right - cell_padding;
  const double above = baseline_above(value);
  const double below = value.lowest() + 18;
  const bool swapped = !wanted_on_top(value);
  Ink ink{10, Face::regular, sheet.theme().ink_2, Anchor::end, sheet.ground(value.i)};
  sheet.pen.text(into, {x, swapped ? below : above}, "wanted", ink);
  ink.face = Face::semibold;
  ink.colour = sheet.theme().ink;
  sheet.pen.text(into, {x, swapped ? above : below}, main, ink);
}

void draw_curves(const Sheet& sheet, const Series& series, const ValueScale& scale, Shapes& into) {
  const Theme& theme = sheet.theme();
  const Curve main = curve_of(series.main, sheet, scale);
  const Curve wanted = curve_of(series.wanted, sheet, scale);
  const Curve ghost = curve_of(series.ghost, sheet, scale);
  draw_areas(wanted, main, gap_area(theme), gain_area(theme), into);
  draw_areas(main, ghost, gain_area(theme), loss_area(theme), into);
  draw_line(wanted, Pen::stroke(theme.ink, 1.5, {6, 4}), false, into);
  draw_line(ghost, Pen::stroke(theme.ink_3, 1.5), true, into);
  draw_line(main, Pen::stroke(theme.ink, 2.5), true, into);
}

void draw_value_label(const Sheet& sheet, double top, Shapes& into) {
  const bool of_outcomes =
      std::any_of(sheet.journey.stages.begin(), sheet.journey.stages.end(), [](const JourneyStage& stage) {
        return std::any_of(stage.outcomes.begin(), stage.outcomes.end(),
                           [](const JourneyOutcome& outcome) { return outcome.levels.now.has_value(); });
      });
  const double x = sheet.left + 12;
  sheet.pen.text(into, {x, top + cell_padding + baseline_px(16, 12)}, "Value", sheet.pen.bold());
  sheet.pen.lines(into, {x, top + cell_padding + 18},
                  sheet.pen.wrapped(of_outcomes ? "level of the outcomes, 0–10" : "mean of its kinds, 0–10", 60, 4, 10),
                  sheet.pen.small());
}

}  // namespace

void draw_value(const Sheet& sheet, const Box& box, Shapes& into) {
  const ValueScale scale{std::floor(box.y) + 16.5, std::floor(box.bottom()) - 13.5};
  draw_value_label(sheet, box.y, into);
  for (const double tick : {10.0, 5.0, 0.0})
    draw_grid_line(sheet, scale.y(tick), few_decimals(tick), sheet.theme().grid, into);

  const Series series = series_of(sheet.journey);
  Group group =
      element_group("value", sheet.journey.id, "Value by stage: now and wanted; the hatched area between is the gap");
  draw_curves(sheet, series, scale, group.shapes);
  for (std::size_t i = 0; i < sheet.count(); ++i) {
    const StageValue value{sheet, scale, i, series.main[i], series.wanted[i], series.ghost[i]};
    if (!value.main && !value.wanted && !value.ghost) continue;
    Group stage = element_group("stage-value", value.stage().id, title_of(value));
    stage.description = value.stage().value_words;
    draw_points(value, stage.shapes);
    draw_numbers(value, stage.shapes);
    draw_gap_label(value, stage.shapes);
    group.shapes.emplace_back(std::move(stage));
    if (i + 1 == sheet.count()) draw_end_labels(value, group.shapes);
  }
  into.emplace_back(std::move(group));
}

void list_value_marks(const Sheet& sheet, Marks& marks) {
  for (const JourneyStage& stage : sheet.journey.stages) {
    const Number main = main_value(sheet.journey, stage);
    if (main) marks.add(sheet.journey.compare ? Mark::value_planned : Mark::value_now);
    if (stage.value.wanted) marks.add(Mark::value_wanted);
    if (stage.moment_of_truth && main) marks.add(Mark::moment_of_truth);
    if (main && stage.value.wanted && *stage.value.wanted > *main) marks.add(Mark::gap);
    if (main && stage.value.wanted && *stage.value.wanted < *main) marks.add(Mark::surplus);
    if (!sheet.journey.compare || !stage.value.now) continue;
    marks.add(Mark::value_ghost);
    if (main && *main > *stage.value.now + least_change) marks.add(Mark::gained);
    if (main && *main < *stage.value.now - least_change) marks.add(Mark::lost);
  }
}

}  // namespace outmap::journey_picture
