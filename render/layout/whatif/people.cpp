// Who loses and why; who gains; or why nothing can be told.
#include <fmt/format.h>

#include <algorithm>

#include "render/layout/charts/sheet.hpp"
#include "render/layout/whatif/panel.hpp"

namespace outmap::whatif_picture {
namespace {

constexpr std::size_t most_losers = 4;
constexpr double person_px = 21;
constexpr double padding = 14;

PathShape falling(const Theme& theme, Point center) {
  const std::vector<Point> corners{
      {center.x - 4.5, center.y - 3.5}, {center.x + 4.5, center.y - 3.5}, {center.x, center.y + 4}};
  return PathShape{polygon(corners), {theme.loss}, {}, false};
}

class People {
 public:
  People(const WhatIfDiagram& diagram, const Style& style, const Box& box)
      : diagram_(diagram), style_(style), theme_(style.theme), box_(box) {}

  double run(std::vector<Shape>& shapes) {
    if (!diagram_.projected) return add_trouble(shapes);
    double y = diagram_.losers.empty() ? add_nobody(shapes) : add_losers(shapes);
    return add_gainers(shapes, y);
  }

 private:
  TextLook small(const Colour& colour) const { return {type_size::small_px, Face::regular, colour, Anchor::start, {}}; }

  /// A card of a heading and lines of 12 px.
  double add_card(std::vector<Shape>& shapes, const std::string& heading, const std::string& words,
                  const Colour& ground, const Stroke& stroke, const Colour& ink) {
    const Wrapped lines = wrap(style_.fonts, words, box_.width - 2 * padding, 6, type_size::body_px);
    const double height = 40 + block_height_px(lines.lines.size(), type_size::body_px) + (lines.lines.empty() ? 0 : 8);
    Group group{"people", "", "note", "people", heading + ". " + words, "", {}};
    group.shapes.emplace_back(card(style_, {box_.x, box_.y, box_.width, height}, {6, ground, stroke}));
    group.shapes.emplace_back(
        text_line(style_, fit(style_.fonts, heading, box_.width - 2 * padding, type_size::heading_px, Face::semibold),
                  {box_.x + padding, box_.y + 26}, {type_size::heading_px, Face::semibold, ink, Anchor::start, {}}));
    for (Shape& line : text_block(style_, lines, box_.x + padding, box_.y + 36,
                                  {type_size::body_px, Face::regular, theme_.ink, Anchor::start, {}}))
      group.shapes.push_back(std::move(line));
    shapes.emplace_back(std::move(group));
    return box_.y + height;
  }

  double add_trouble(std::vector<Shape>& shapes) {
    const bool state = diagram_.words.bar != Tone::loss;
    return add_card(shapes, state ? "Activations" : "No levels follow from this", diagram_.trouble,
                    state ? theme_.canvas : theme_.loss_tint, {state ? theme_.hairline : theme_.loss, 1.5, {}, 1},
                    state ? theme_.ink : theme_.loss);
  }

  double add_nobody(std::vector<Shape>& shapes) {
    return add_card(shapes, "Nobody loses", "No customer or partner gets worse by more than 1 % of a scale.",
                    theme_.canvas, {theme_.hairline, 1, {}, 1}, theme_.ink);
  }

  std::vector<std::vector<TextRun>> because() const {
    if (!diagram_.because) return {};
    const WhatIfWay& way = *diagram_.because;
    std::vector<TextRun> runs{{"Because: " + way.names.front(), Face::regular, theme_.ink, false}};
    for (std::size_t at = 1; at < way.names.size(); ++at) {
      runs.push_back({way.lowers[at - 1] ? " lowers " : " → ", Face::semibold, theme_.loss, false});
      runs.push_back({way.names[at], Face::regular, theme_.ink, false});
    }
    runs.push_back({": " + way.end, Face::semibold, theme_.ink, false});
    return wrap_runs(style_.fonts, runs, box_.width - 2 * padding, 3, type_size::small_px);
  }

  double add_losers(std::vector<Shape>& shapes) {
    const std::size_t shown = diagram_.losers.size() <= most_losers ? diagram_.losers.size() : most_losers - 1;
    const bool more = shown < diagram_.losers.size();
    const auto lines = because();
    const double height = 40 + person_px * static_cast<double>(shown + (more ? 1 : 0)) +
                          (lines.empty() ? 4 : 6 + 13 * static_cast<double>(lines.size())) + 6;
    Group group{"losers", "", "note", "losers", "Who loses", "", {}};
    group.shapes.emplace_back(
        card(style_, {box_.x, box_.y, box_.width, height}, {6, theme_.loss_tint, {theme_.loss, 1.5, {}, 1}}));
    group.shapes.emplace_back(text_line(style_, "Who loses", {box_.x + padding, box_.y + 25},
                                        {type_size::heading_px, Face::semibold, theme_.loss, Anchor::start, {}}));
    double y = box_.y + 36;
    for (std::size_t at = 0; at < shown; ++at, y += person_px)
      group.shapes.emplace_back(person(diagram_.losers[at], y));
    if (more) {
      group.shapes.emplace_back(text_line(style_, fmt::format("{} more lose", diagram_.losers.size() - shown),
                                          {box_.x + padding + 16, y + 14},
                                          {type_size::body_px, Face::italic, theme_.ink, Anchor::start, {}}));
      y += person_px;
    }
    y += 14;
    for (const auto& line : lines) {
      group.shapes.emplace_back(text_runs(style_, line, {box_.x + padding, y}, small(theme_.ink)));
      y += 13;
    }
    shapes.emplace_back(std::move(group));
    return box_.y + height;
  }

  Group person(const WhatIfPerson& told, double top) const {
    Group group{told.kind + "-" + told.id, told.id, told.kind, "loser", told.name + ": " + told.change, "", {}};
    const double baseline = top + 14;
    group.shapes.emplace_back(falling(theme_, {box_.x + padding + 5, baseline - 4}));
    const double change = style_.fonts.width_px(told.change, type_size::heading_px, Face::semibold);
    const double x = box_.x + padding + 16;
    const double room = box_.right() - padding - change - 12 - x;
    const std::string name = fit(style_.fonts, told.name, room, type_size::body_px, Face::semibold);
    const double name_px = style_.fonts.width_px(name, type_size::body_px, Face::semibold);
    group.shapes.emplace_back(text_line(style_, name, {x, baseline}, {type_size::body_px, Face::semibold}));
    const double size = style_.fonts.width_px(told.size, type_size::body_px);
    if (!told.size.empty() && name_px + 8 + size <= room)
      group.shapes.emplace_back(text_line(style_, told.size, {x + name_px + 8, baseline}, {type_size::body_px}));
    group.shapes.emplace_back(text_line(style_, told.change, {box_.right() - padding, baseline + 1},
                                        {type_size::heading_px, Face::semibold, theme_.loss, Anchor::end, {}}));
    return group;
  }

  double add_gainers(std::vector<Shape>& shapes, double y) const {
    if (diagram_.gainers.empty()) return y;
    std::string words = "Who gains: ";
    for (std::size_t at = 0; at < diagram_.gainers.size(); ++at)
      words += (at > 0 ? ", " : "") + diagram_.gainers[at].name + " " + diagram_.gainers[at].change;
    const Wrapped lines = wrap(style_.fonts, words, box_.width, 3, type_size::small_px);
    Group group{"gainers", "", "note", "gainers", words, "", {}};
    for (Shape& line : text_block(style_, lines, box_.x, y + 8, small(theme_.ink_2)))
      group.shapes.push_back(std::move(line));
    shapes.emplace_back(std::move(group));
    return y + 8 + block_height_px(lines.lines.size(), type_size::small_px);
  }

  const WhatIfDiagram& diagram_;
  const Style& style_;
  const Theme& theme_;
  Box box_;
};

}  // namespace

double draw_people(const WhatIfDiagram& diagram, const Style& style, const Box& box, std::vector<Shape>& shapes) {
  return People(diagram, style, box).run(shapes);
}

}  // namespace outmap::whatif_picture
