// Who walks this journey: the card at the left.
#include <array>
#include <cmath>

#include "model/text/numbers.hpp"
#include "render/layout/icons.hpp"
#include "render/layout/journey/marks.hpp"
#include "render/layout/journey/persona.hpp"
#include "render/layout/parts.hpp"

namespace outmap::journey_picture {
namespace {

constexpr double avatar_radius = 20;
constexpr std::string_view dot_at_end = "\u00a0·";
constexpr double section_air = 12;
constexpr double value_row = 18;
constexpr double value_label = 72;
constexpr double value_number = 30;
constexpr double need_air = 10;
constexpr int most_trait_lines = 2;
constexpr double most_spread = 12;  // of spare height between two sections
constexpr double more_line = 14;
constexpr double most_empty = 96;  // a card with more than this to spare ends early
constexpr double end_air = 24;     // below its last line

double content_width(double card_width) { return card_width - 2 * persona_padding; }

const Wrapped& name_of(const Sheet& sheet, double width) {
  return sheet.pen.wrapped(sheet.journey.persona->name, width - 2 * avatar_radius - persona_padding, 2, 15,
                           Face::semibold);
}

double head_height(const Sheet& sheet, double width) {
  return std::max(2 * avatar_radius, 20 * static_cast<double>(name_of(sheet, width).lines.size()) + 13);
}

/// With spaces that do not break, where it fits on a line: a number stays beside its name.
std::string unbroken(const Sheet& sheet, const std::string& trait, double width) {
  if (sheet.pen.width(trait, 10) + sheet.pen.width(" ·", 10) > width) return trait;
  std::string text;
  for (const char letter : trait) text += letter == ' ' ? "\u00a0" : std::string(1, letter);
  return text;
}

/// As many whole traits as the lines hold; no line begins with the dot between two.
std::string traits_of(const Sheet& sheet, double width, int lines) {
  std::string traits;
  if (lines == 0) return traits;
  for (const std::string& trait : sheet.journey.persona->traits) {
    const std::string longer = traits + (traits.empty() ? "" : "\u00a0· ") + unbroken(sheet, trait, width);
    if (!traits.empty() && sheet.pen.wrapped(longer, width, lines, 10).cut) break;
    traits = longer;
  }
  return traits;
}

double traits_height(const Sheet& sheet, double width, int lines) {
  const std::string traits = traits_of(sheet, width, lines);
  if (traits.empty()) return 0;
  return section_air + 13 * static_cast<double>(sheet.pen.wrapped(traits, width, lines, 10).lines.size());
}

double size_height(const Persona& persona) { return persona.size ? 6 + 28 + (persona.share ? 8 : 0) : 0; }

std::size_t value_rows(const Persona& persona) {
  std::size_t rows = 0;
  for (const ValuePart& part : value_parts(persona)) rows += part.value ? 1 : 0;
  return rows > 0 && net_value(persona) ? rows + 1 : rows;
}

double value_height(const Persona& persona) {
  const std::size_t rows = value_rows(persona);
  return rows == 0 ? 0 : 2 * section_air + 1 + 16 + 4 + value_row * static_cast<double>(rows) - 2;
}

const Wrapped& quote_of(const Sheet& sheet, const PersonaNeed& need, double width) {
  return sheet.pen.wrapped("“" + need.quote + "”", width, 2, 12, Face::italic);
}

const Wrapped& statement_of(const Sheet& sheet, const PersonaNeed& need, double width) {
  return sheet.pen.wrapped(need.statement, width - (need.importance ? kImportanceDots_px + 8 : 0), 2);
}

double need_height(const Sheet& sheet, const PersonaNeed& need, double width) {
  double lines = static_cast<double>(statement_of(sheet, need, width).lines.size());
  if (!need.quote.empty()) lines += static_cast<double>(quote_of(sheet, need, width).lines.size());
  return 16 * lines;
}

double needs_height(const Sheet& sheet, double width, std::size_t count) {
  const std::vector<PersonaNeed>& needs = sheet.journey.persona->needs;
  if (count == 0) return 0;
  double height = 2 * section_air + 1 + 16 + 4;
  for (std::size_t i = 0; i < count; ++i) height += need_height(sheet, needs[i], width) + (i > 0 ? need_air : 0);
  return height + (count < needs.size() ? more_line : 0);
}

/// How much the card shows.
struct Shown {
  std::size_t needs = 0;
  int trait_lines = most_trait_lines;
};

double height_with(const Sheet& sheet, double width, const Shown& shown) {
  const Persona& persona = *sheet.journey.persona;
  return 2 * persona_padding + head_height(sheet, width) + traits_height(sheet, width, shown.trait_lines) +
         size_height(persona) + value_height(persona) + needs_height(sheet, width, shown.needs);
}

/// The most needs that fit; traits give way to the first of them.
Shown shown_within(const Sheet& sheet, const Box& box) {
  const double width = content_width(box.width);
  for (int lines = most_trait_lines; lines >= 0; --lines)
    for (std::size_t needs = sheet.journey.persona->needs.size(); needs > 0; --needs)
      if (height_with(sheet, width, {needs, lines}) <= box.height) return {needs, lines};
  return {};
}

std::string title_of(const Persona& persona) {
  std::string title = persona.name;
  if (persona.size) title += ", " + size_words(persona);
  if (const Number net = net_value(persona)) title += "; perceived value " + signed_short(*net);
  return title;
}

/// Draws section by section, from top to bottom, with `spread` more between them.
class CardPainter {
 public:
  CardPainter(const Sheet& sheet, const Box& box, const Shown& shown)
      : sheet_(sheet),
        pen_(sheet.pen),
        persona_(*sheet.journey.persona),
        x_(box.x + persona_padding),
        width_(content_width(box.width)),
        y_(box.y + persona_padding),
        shown_(shown) {
    const double spare = box.height - height_with(sheet, width_, shown);
    spread_ = std::clamp(spare / static_cast<double>(std::max<std::size_t>(1, breaks())), 0.0, most_spread);
  }

  void paint(Shapes& into) {
    head(into);
    traits(into);
    size(into);
    value(into);
    needs(into);
  }

 private:
  /// Places between which spare height goes.
  std::size_t breaks() const { return (value_rows(persona_) > 0 ? 2 : 0) + (shown_.needs > 0 ? 1 + shown_.needs : 0); }

  void head(Shapes& into) {
    const double height = head_height(sheet_, width_);
    const Point center{x_ + avatar_radius, y_ + avatar_radius};
    add_circle(into, center, avatar_radius, solid(pen_.theme.accent_tint));
    into.emplace_back(icon("group", {center.x - 10, center.y - 10}, 20, pen_.theme.accent));
    const Wrapped& name = name_of(sheet_, width_);
    const double text = 20 * static_cast<double>(name.lines.size()) + 13;
    const double x = x_ + 2 * avatar_radius + persona_padding;
    const double top = y_ + (height - text) / 2;
    pen_.lines(into, {x, top}, name, {15, Face::semibold, pen_.theme.ink, Anchor::start, ""});
    pen_.text(into, {x, top + text - 13 + baseline_px(13, 10)}, std::string(kind_of(persona_)), pen_.small());
    y_ += height;
  }

  void traits(Shapes& into) {
    const std::string words = traits_of(sheet_, width_, shown_.trait_lines);
    if (words.empty()) return;
    Wrapped wrapped = pen_.wrapped(words, width_, shown_.trait_lines, 10);
    for (std::string& line : wrapped.lines)
      if (line.ends_with(dot_at_end)) line.resize(line.size() - dot_at_end.size());
    pen_.lines(into, {x_, y_ + section_air}, wrapped, pen_.small());
    y_ += traits_height(sheet_, width_, shown_.trait_lines);
  }

  void size(Shapes& into) {
    if (!persona_.size) return;
    const std::string number = grouped(*persona_.size);
    const double baseline = y_ + 6 + baseline_px(28, 22);
    pen_.text(into, {x_, baseline}, number, {22, Face::semibold, pen_.theme.ink, Anchor::start, ""});
    const std::string words = persona_.share ? "customers, " + percent_text(*persona_.share) + " of all" : "customers";
    pen_.text(into, {x_ + pen_.width(number, 22, Face::semibold) + 8, baseline}, words, pen_.small());
    if (persona_.share)
      into.emplace_back(share_bar(pen_.style, {x_, y_ + 6 + 28 + 4, width_, 4}, *persona_.share, pen_.theme.accent));
    y_ += size_height(persona_);
  }

  void rule(Shapes& into) {
    y_ += section_air + spread_;
    add_line(into, {x_, std::floor(y_) + 0.5}, {x_ + width_, std::floor(y_) + 0.5}, Pen::stroke(pen_.theme.hairline));
    y_ += 1 + section_air + spread_;
  }

  void value(Shapes& into) {
    if (value_rows(persona_) == 0) return;
    rule(into);
    pen_.text(into, {x_, y_ + baseline_px(16, 12)}, "Value as they see it", pen_.bold());
    y_ += 20;
    for (const ValuePart& part : value_parts(persona_))
      if (part.value) value_row_of(part, into);
    if (const Number net = net_value(persona_)) {
      pen_.text(into, {x_, y_ + baseline_px(16, 12)}, "Net", pen_.bold());
      Ink ink = pen_.bold();
      ink.anchor = Anchor::end;
      pen_.text(into, {x_ + width_, y_ + baseline_px(16, 12)}, signed_short(*net), ink);
      y_ += value_row;
    }
    y_ -= 2;
  }

  void value_row_of(const ValuePart& part, Shapes& into) {
    const Colour colour = part.adds ? pen_.theme.gain : pen_.theme.loss;
    const Box bar{x_ + value_label, y_ + 4, width_ - value_label - value_number, 8};
    const double share = persona_.scale.width() > 0 ? (*part.value - persona_.scale.min) / persona_.scale.width() : 0;
    pen_.text(into, {x_, y_ + baseline_px(16, 12)}, part.name,
              {12, Face::regular, pen_.theme.ink_2, Anchor::start, ""});
    into.emplace_back(share_bar(pen_.style, bar, std::clamp(share, 0.0, 1.0), colour));
    pen_.text(into, {x_ + width_, y_ + baseline_px(16, 12)}, signed_short(part.adds ? *part.value : -*part.value),
              {12, Face::semibold, colour, Anchor::end, ""});
    y_ += value_row;
  }

  void needs(Shapes& into) {
    if (shown_.needs == 0) return;
    rule(into);
    pen_.text(into, {x_, y_ + baseline_px(16, 12)}, "Needs", pen_.bold());
    y_ += 20;
    for (std::size_t i = 0; i < shown_.needs; ++i) {
      if (i > 0) y_ += need_air + spread_;
      need(persona_.needs[i], into);
    }
    if (shown_.needs < persona_.needs.size())
      pen_.text(into, {x_, y_ + more_line - 13 + baseline_px(13, 10)}, more_text(persona_.needs.size() - shown_.needs),
                pen_.small());
  }

  void need(const PersonaNeed& need, Shapes& into) {
    Group group = element_group("need", need.id, title_of_need(need));
    const Wrapped& statement = statement_of(sheet_, need, width_);
    pen_.lines(group.shapes, {x_, y_}, statement, pen_.body());
    if (need.importance)
      group.shapes.emplace_back(
          importance_dots(pen_.style, {x_ + width_ - kImportanceDots_px, y_ + 8}, need.importance));
    y_ += 16 * static_cast<double>(statement.lines.size());
    if (!need.quote.empty()) {
      const Wrapped& quote = quote_of(sheet_, need, width_);
      pen_.lines(group.shapes, {x_, y_}, quote, {12, Face::italic, pen_.theme.ink_2, Anchor::start, ""});
      y_ += 16 * static_cast<double>(quote.lines.size());
    }
    into.emplace_back(std::move(group));
  }

  const Sheet& sheet_;
  const Pen& pen_;
  const Persona& persona_;
  double x_;
  double width_;
  double y_;
  Shown shown_;
  double spread_ = 0;
};

}  // namespace

std::array<ValuePart, 4> value_parts(const Persona& persona) {
  if (!persona.value) return {};
  return {{{"Worth", persona.value->worth, true},
           {"Benefits", persona.value->benefits, true},
           {"Costs", persona.value->costs, false},
           {"Drawbacks", persona.value->drawbacks, false}}};
}

Number net_value(const Persona& persona) {
  double net = 0;
  for (const ValuePart& part : value_parts(persona)) {
    if (!part.value) return {};
    net += part.adds ? *part.value : -*part.value;
  }
  return net;
}

std::string_view kind_of(const Persona& persona) { return persona.size ? "segment" : "customer"; }

std::string size_words(const Persona& persona) {
  std::string words = grouped(*persona.size) + " customers";
  if (persona.share) words += ", " + percent_text(*persona.share) + " of all";
  return words;
}

std::string title_of_need(const PersonaNeed& need) {
  std::string title = "Need: " + need.statement;
  if (need.importance) title += ", importance " + few_decimals(*need.importance);
  return need.quote.empty() ? title : title + ". “" + need.quote + "”";
}

Group persona_group(const Persona& persona) {
  return element_group("customer", persona.id, title_of(persona), "persona");
}

double persona_height(const Sheet& sheet, double width) {
  return sheet.journey.persona ? height_with(sheet, content_width(width), {}) : 0;
}

double persona_full_height(const Sheet& sheet, double width) {
  return sheet.journey.persona ? height_with(sheet, content_width(width), {sheet.journey.persona->needs.size()}) : 0;
}

void draw_persona_card(const Sheet& sheet, const Box& room, Shapes& into) {
  if (!sheet.journey.persona) return;
  const Persona& persona = *sheet.journey.persona;
  Box box = room;
  const double most = persona_full_height(sheet, box.width) + most_empty;
  if (box.height > most) box.height = std::floor(most - most_empty + end_air);
  Group group = persona_group(persona);
  group.shapes.emplace_back(card(sheet.pen.style, crisp(box)));
  CardPainter(sheet, box, shown_within(sheet, box)).paint(group.shapes);
  into.emplace_back(std::move(group));
}

}  // namespace outmap::journey_picture
