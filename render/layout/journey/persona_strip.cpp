// The persona in one line above the stages.
#include "model/text/numbers.hpp"
#include "render/layout/icons.hpp"
#include "render/layout/journey/marks.hpp"
#include "render/layout/journey/persona.hpp"
#include "render/layout/parts.hpp"

namespace outmap::journey_picture {
namespace {

constexpr double gap = 32;
constexpr double least_need = 180;
constexpr double widest_name = 260;

std::string value_sentence(const Persona& persona) {
  std::string words;
  for (const ValuePart& part : value_parts(persona)) {
    if (!part.value) continue;
    std::string name(part.name);
    name[0] = static_cast<char>(name[0] - 'A' + 'a');
    words += (words.empty() ? (part.adds ? "" : "− ")
              : part.adds   ? " + "
                            : " − ") +
             name + " " + few_decimals(*part.value);
  }
  if (const Number net = net_value(persona)) words += " = " + signed_short(*net);
  return words;
}

/// Draws name and size; returns where the next block may begin.
double draw_name(const Sheet& sheet, const Box& box, Shapes& into) {
  const Pen& pen = sheet.pen;
  const Persona& persona = *sheet.journey.persona;
  const double middle = box.y + box.height / 2;
  const Point center{box.x + persona_padding + 18, middle};
  add_circle(into, center, 18, solid(pen.theme.accent_tint));
  into.emplace_back(icon("group", {center.x - 9, center.y - 9}, 18, pen.theme.accent));
  const double x = center.x + 18 + 14;
  const std::string name = pen.fitted(persona.name, widest_name, 15, Face::semibold);
  const std::string small = persona.size ? size_words(persona) : std::string(kind_of(persona));
  pen.text(into, {x, middle - 3}, name, {15, Face::semibold, pen.theme.ink, Anchor::start, ""});
  pen.text(into, {x, middle + 15}, small, {12, Face::regular, pen.theme.ink_2, Anchor::start, ""});
  return x + std::max(pen.width(name, 15, Face::semibold), pen.width(small, 12)) + gap;
}

double draw_value(const Sheet& sheet, const Box& box, double x, Shapes& into) {
  const std::string words = value_sentence(*sheet.journey.persona);
  const double width = sheet.pen.width(words, 12);
  if (words.empty() || x + width > box.right() - persona_padding) return x;
  const double middle = box.y + box.height / 2;
  sheet.pen.text(into, {x, middle - 5}, "Value as they see it", sheet.pen.small());
  sheet.pen.text(into, {x, middle + 14}, words, sheet.pen.body());
  return x + width + gap;
}

void draw_need(const Sheet& sheet, const PersonaNeed& need, const Box& box, Shapes& into) {
  const Pen& pen = sheet.pen;
  Group group = element_group("need", need.id, title_of_need(need));
  const double middle = box.y + box.height / 2;
  const double room = box.width - (need.importance ? kImportanceDots_px + 10 : 0);
  const std::string statement = pen.fitted(need.statement, room, 12, Face::semibold);
  pen.text(group.shapes, {box.x, middle - 4}, statement, pen.bold());
  if (need.importance)
    group.shapes.emplace_back(importance_dots(
        pen.style, {box.x + pen.width(statement, 12, Face::semibold) + 10, middle - 8}, need.importance));
  if (!need.quote.empty())
    pen.text(group.shapes, {box.x, middle + 14}, pen.fitted("“" + need.quote + "”", box.width, 12, Face::italic),
             {12, Face::italic, pen.theme.ink_2, Anchor::start, ""});
  into.emplace_back(std::move(group));
}

void draw_needs(const Sheet& sheet, const Box& box, double x, Shapes& into) {
  const std::vector<PersonaNeed>& needs = sheet.journey.persona->needs;
  const double room = box.right() - persona_padding - x;
  const std::size_t fit = room < least_need ? 0 : static_cast<std::size_t>((room + gap) / (least_need + gap));
  std::size_t count = std::min(needs.size(), fit);
  if (count == 0) return;
  const std::string more = more_text(needs.size() - count);
  const double more_width = count < needs.size() ? sheet.pen.width(more, 10) + 16 : 0;
  const double across = static_cast<double>(count);
  const double width = (room - more_width - gap * (across - 1)) / across;
  for (std::size_t i = 0; i < count; ++i)
    draw_need(sheet, needs[i], {x + static_cast<double>(i) * (width + gap), box.y, width, box.height}, into);
  if (more_width > 0) {
    Ink ink = sheet.pen.small();
    ink.anchor = Anchor::end;
    sheet.pen.text(into, {box.right() - persona_padding, box.y + box.height / 2 + 3.6}, more, ink);
  }
}

}  // namespace

void draw_persona_strip(const Sheet& sheet, const Box& box, Shapes& into) {
  if (!sheet.journey.persona) return;
  Group group = persona_group(*sheet.journey.persona);
  group.shapes.emplace_back(card(sheet.pen.style, crisp(box)));
  double x = draw_name(sheet, box, group.shapes);
  x = draw_value(sheet, box, x, group.shapes);
  draw_needs(sheet, box, x, group.shapes);
  into.emplace_back(std::move(group));
}

}  // namespace outmap::journey_picture
