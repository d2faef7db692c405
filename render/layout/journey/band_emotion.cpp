// How the customer feels at each stage, from −2 to +2.
#include <algorithm>
#include <array>
#include <cmath>

#include "render/layout/journey/band.hpp"
#include "render/layout/journey/marks.hpp"
#include "render/layout/parts.hpp"

namespace outmap::journey_picture {
namespace {

constexpr double face_radius = 10;
constexpr double ghost_distance = 17;  // closer than this the two faces would lie on each other
constexpr double number_offset = 14;
constexpr double enough_clearance = 3;
constexpr double price_of_line =
    1.5;                          // of clearance from curves, to stay off the lines of the scale: one hides a minus
constexpr double same_curve = 2;  // closer than this two curves are one to the eye

/// y of an emotion within the part.
struct Scale2 {
  double top;
  double bottom;
  double y(double emotion) const { return top + (2 - std::clamp(emotion, -2.0, 2.0)) / 4 * (bottom - top); }
};

Readings heights(const std::vector<Number>& emotions, const Scale2& scale) {
  Readings y;
  for (const Number& emotion : emotions) y.push_back(emotion ? Number(scale.y(*emotion)) : Number());
  return y;
}

Number shown_emotion(const JourneyDiagram& journey, const JourneyStage& stage) {
  if (!journey.compare) return stage.emotion;
  if (stage.change == Change::gone) return {};
  return stage.emotion_planned ? stage.emotion_planned : stage.emotion;
}

std::vector<Number> emotions_of(const JourneyDiagram& journey, bool today) {
  std::vector<Number> list;
  for (const JourneyStage& stage : journey.stages)
    list.push_back(today ? stage.emotion : shown_emotion(journey, stage));
  return list;
}

bool has_ghost(const JourneyDiagram& journey) {
  if (!journey.compare) return false;
  return std::any_of(journey.stages.begin(), journey.stages.end(), [&](const JourneyStage& stage) {
    return stage.emotion && stage.emotion != shown_emotion(journey, stage);
  });
}

/// The curves that a number should keep away from.
std::vector<Curve> all_curves(const Sheet& sheet, const Scale2& scale) {
  std::vector<Curve> curves{curve_through(heights(emotions_of(sheet.journey, false), scale), sheet.columns())};
  if (has_ghost(sheet.journey))
    curves.push_back(curve_through(heights(emotions_of(sheet.journey, true), scale), sheet.columns()));
  for (std::size_t k = 0; k < shown_customers(sheet.journey); ++k)
    curves.push_back(curve_through(heights(sheet.journey.others[k].emotion, scale), sheet.columns()));
  return curves;
}

void draw_line(const Curve& curve, const Stroke& stroke, Shapes& into) {
  for (const std::vector<Segment>& line : lines_of(curve)) add_path(into, line, {}, stroke, true);
}

/// y of a curve beside a column's middle, on the side on which x lies; nothing where it stops.
std::optional<double> y_beside(const Curve& curve, std::size_t column, double middle_x, double x) {
  const std::optional<Bezier>& piece = curve[2 * column + (x < middle_x ? 0 : 1)];
  if (!piece) return {};
  return piece->y_at(std::clamp((x - piece->start.x) / (piece->end.x - piece->start.x), 0.0, 1.0));
}

/// How far a number whose letters span `top` to `bottom` stays away from every curve.
double clearance(const std::vector<Curve>& curves, std::size_t column, double middle_x, const Box& letters) {
  double least = 1000;
  for (const Curve& curve : curves)
    for (const double x : {letters.x, letters.center().x, letters.right()})
      if (const std::optional<double> y = y_beside(curve, column, middle_x, x))
        least = std::min(least, std::max(letters.y - *y, *y - letters.bottom()));
  return least;
}

bool on_line(const Scale2& scale, const Box& letters) {
  return std::ranges::any_of(std::array{-2.0, 0.0, 2.0}, [&](double emotion) {
    return scale.y(emotion) > letters.y - 1 && scale.y(emotion) < letters.bottom() + 1;
  });
}

/// Right of the face, above it, unless the curves and the lines of the scale leave enough room only below it or to its
/// left.
void draw_number(const Sheet& sheet, std::size_t i, double emotion, const Scale2& scale,
                 const std::vector<Curve>& curves, double lowest, Shapes& into) {
  const Point face{sheet.center(i), scale.y(emotion)};
  const std::string words = signed_short(emotion);
  const double width = sheet.pen.width(words, 10, Face::semibold);
  const double right = face.x + number_offset, left = face.x - number_offset - width;
  Box best{};
  double most = 0;
  for (const auto& [x, down] : {Point{right, -13}, {right, -17}, {right, 4}, {left, -13}, {left, -17}, {left, 4}}) {
    const Box letters{x, face.y + down, width, 8};
    const double free = std::min(enough_clearance, clearance(curves, i, face.x, letters)) -
                        (on_line(scale, letters) ? price_of_line : 0);
    if (down > 0 && letters.bottom() > lowest + 1) continue;
    if (best.width > 0 && free <= most) continue;
    best = letters;
    most = free;
  }
  sheet.pen.text(into, {best.x, best.bottom()}, words,
                 {10, Face::semibold, sheet.theme().ink_2, Anchor::start, sheet.ground(i)});
}

std::string title_of(const JourneyDiagram& journey, const JourneyStage& stage, double emotion) {
  std::string title = stage.name + ": emotion " + signed_short(emotion);
  if (journey.compare && stage.emotion) title += ", was " + signed_short(*stage.emotion);
  return title;
}

void draw_ghosts(const Sheet& sheet, const Scale2& scale, Shapes& into) {
  const Curve ghost = curve_through(heights(emotions_of(sheet.journey, true), scale), sheet.columns());
  draw_line(ghost, Pen::stroke(sheet.theme().ink_3, 1, {2, 3}), into);
  for (std::size_t i = 0; i < sheet.count(); ++i) {
    const JourneyStage& stage = sheet.journey.stages[i];
    const Number planned = shown_emotion(sheet.journey, stage);
    if (!stage.emotion) continue;
    const double y = scale.y(*stage.emotion);
    if (planned && std::abs(y - scale.y(*planned)) < ghost_distance) continue;
    add_ghost_face(sheet.pen, {sheet.center(i), y}, *stage.emotion, sheet.ground(i), into);
  }
}

/// How far another customer's curve passes from the face of stage i; nothing where one of the two is missing.
Number distance_to_face(const Sheet& sheet, const Scale2& scale, std::size_t k, std::size_t i) {
  const Number persona = shown_emotion(sheet.journey, sheet.journey.stages[i]);
  const Number other = sheet.journey.others[k].emotion[i];
  if (!persona || !other) return {};
  return std::abs(scale.y(*persona) - scale.y(*other));
}

/// Whether the curve is somewhere a curve of its own; else its marks alone tell that it is there.
bool parts_somewhere(const Sheet& sheet, const Scale2& scale, std::size_t k) {
  for (std::size_t i = 0; i < sheet.count(); ++i)
    if (distance_to_face(sheet, scale, k, i).value_or(0) >= same_curve) return true;
  return false;
}

/// In the middle of the column; where a face would lie over it, left of the face on its curve.
Point point_of_other(const Sheet& sheet, const Scale2& scale, const Curve& curve, std::size_t k, std::size_t i) {
  const double middle = sheet.center(i);
  const double y = scale.y(*sheet.journey.others[k].emotion[i]);
  if (distance_to_face(sheet, scale, k, i).value_or(1000) >= face_radius + 4) return {middle, y};
  const double x = middle - face_radius - 8 - 10 * static_cast<double>(k);
  return {x, y_beside(curve, i, middle, x).value_or(y)};
}

void draw_others(const Sheet& sheet, const Scale2& scale, Shapes& into) {
  for (std::size_t k = 0; k < shown_customers(sheet.journey); ++k) {
    const EmotionCurve& other = sheet.journey.others[k];
    Group group = element_group("emotion", other.customer, other.name + ": emotion by stage", "other-customer");
    const Curve curve = curve_through(heights(other.emotion, scale), sheet.columns());
    draw_line(curve, other_customer_line(sheet.theme(), k), group.shapes);
    const bool parts = parts_somewhere(sheet, scale, k);
    for (std::size_t i = 0; i < other.emotion.size(); ++i)
      if (other.emotion[i] && (!parts || distance_to_face(sheet, scale, k, i).value_or(1000) >= same_curve))
        add_other_customer_point(sheet.theme(), k, point_of_other(sheet, scale, curve, k, i), sheet.ground(i),
                                 group.shapes);
    into.emplace_back(std::move(group));
  }
}

}  // namespace

void draw_emotion(const Sheet& sheet, const Box& box, Shapes& into) {
  const Scale2 scale{std::floor(box.y) + 18.5, std::floor(box.bottom()) - 11.5};
  sheet.pen.text(into, {sheet.left + 12, box.y + cell_padding + baseline_px(16, 12)}, "Emotion", sheet.pen.bold());
  draw_grid_line(sheet, scale.y(2), "+2", sheet.theme().grid, into);
  draw_grid_line(sheet, scale.y(0), "0", sheet.theme().hairline, into);
  draw_grid_line(sheet, scale.y(-2), "−2", sheet.theme().grid, into);

  Group group = element_group("emotion", sheet.journey.id, "Emotion by stage, −2 to 2");
  if (has_ghost(sheet.journey)) draw_ghosts(sheet, scale, group.shapes);
  draw_others(sheet, scale, group.shapes);
  const std::vector<Curve> curves = all_curves(sheet, scale);
  draw_line(curves.front(), Pen::stroke(sheet.theme().ink_3, 1.5), group.shapes);
  for (std::size_t i = 0; i < sheet.count(); ++i) {
    const JourneyStage& stage = sheet.journey.stages[i];
    const Number emotion = shown_emotion(sheet.journey, stage);
    if (!emotion) continue;
    const Point at{sheet.center(i), scale.y(*emotion)};
    Group feeling = element_group("feeling", stage.id, title_of(sheet.journey, stage, *emotion));
    feeling.shapes.emplace_back(emotion_face(sheet.pen.style, at, face_radius, *emotion));
    draw_number(sheet, i, *emotion, scale, curves, box.bottom(), feeling.shapes);
    group.shapes.emplace_back(std::move(feeling));
  }
  into.emplace_back(std::move(group));
}

std::size_t shown_customers(const JourneyDiagram& journey) {
  return journey.compare ? 0 : std::min(most_other_customers, journey.others.size());
}

void list_emotion_marks(const Sheet& sheet, Marks& marks) {
  if (has_ghost(sheet.journey)) marks.add(Mark::emotion_ghost);
  constexpr Mark own[most_other_customers] = {Mark::other_customer_1, Mark::other_customer_2, Mark::other_customer_3};
  marks.other_customers.clear();
  for (std::size_t k = 0; k < shown_customers(sheet.journey); ++k) {
    marks.add(own[k]);
    marks.other_customers.push_back(sheet.journey.others[k].name);
  }
}

Stroke other_customer_line(const Theme& theme, std::size_t k) {
  const std::vector<double> dashes[most_other_customers] = {{5, 3}, {1, 3}, {8, 3, 2, 3}};
  return Pen::stroke(theme.clusters[k == 0 ? 0 : k == 1 ? 3 : 2].stroke, 1.5, dashes[k]);
}

void add_other_customer_point(const Theme& theme, std::size_t k, Point c, const Colour& ground, Shapes& into) {
  const Stroke line = Pen::stroke(other_customer_line(theme, k).colour, 1.5);
  if (k == 0) return add_rect(into, {c.x - 3, c.y - 3, 6, 6}, 0, solid(ground), line);
  if (k == 1) return add_polygon(into, {{c.x, c.y - 4}, {c.x + 4, c.y + 3}, {c.x - 4, c.y + 3}}, solid(ground), line);
  add_diamond(c, 4, solid(ground), line, into);
}

}  // namespace outmap::journey_picture
