#include "render/layout/journey/chevrons.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "model/text/numbers.hpp"
#include "render/layout/journey/sheet.hpp"
#include "render/layout/parts.hpp"

namespace outmap::journey_picture {
namespace {

constexpr double overlap = 10;     // how far a tip reaches into the next column
constexpr double chevron_air = 4;  // between two chevrons
constexpr double tip = 12;
constexpr double number_gap = 8;
constexpr double share_gap = 8;

using Manner = ChevronManner;

constexpr std::array manners{
    Manner{15, 1, false, true},    Manner{15, 1, false, false},     Manner{12, 1, false, false},
    Manner{12, 2, false, false},   Manner{12, 1, true, true},       Manner{10, 1, true, true},
    Manner{12, 2, true, true, 50}, Manner{10, 2, true, true, 44.0},
};
constexpr std::size_t two_lines = 3;

bool stands_out(const JourneyStage& stage) {
  return stage.emphasis == Emphasis::focus || stage.emphasis == Emphasis::gain;
}

std::string share_text(const Sheet& sheet, const JourneyStage& stage, const Manner& manner) {
  if (stage.change == Change::added) return "new";
  if (stage.change == Change::gone) return manner.long_share ? "dropped in the plan" : "dropped";
  if (sheet.journey.compare && !stage.closed) return "";
  if (sheet.journey.compare && *stage.closed <= -0.005) return percent_text(-*stage.closed) + " wider";
  if (sheet.journey.compare) return percent_text(std::max(0.0, *stage.closed)) + (manner.long_share ? " closed" : "");
  if (!stage.share || (stage.share_percent == 0 && !stage.value.wanted)) return "";
  return percent_text(stage.share_percent / 100.0) + (manner.long_share ? " of gap" : "");
}

double share_px(const JourneyStage& stage, const Manner& manner) {
  return stands_out(stage) && !manner.stacked ? type_size::body_px : type_size::small_px;
}

Face share_face(const JourneyStage& stage) { return stands_out(stage) ? Face::semibold : Face::regular; }

struct Room {
  double left;
  double right;
};

Room room_of(const Sheet& sheet, std::size_t i) {
  const double left = sheet.column_left(i);
  return {left + (i == 0 ? cell_padding : tip + 6), left + sheet.column - cell_padding};
}

double number_width(const Sheet& sheet, const JourneyStage& stage) {
  return sheet.pen.width(std::to_string(stage.number), 15) + number_gap;
}

double name_width(const Sheet& sheet, std::size_t i, const Manner& manner) {
  const JourneyStage& stage = sheet.journey.stages[i];
  const Room room = room_of(sheet, i);
  double width = room.right - room.left - number_width(sheet, stage);
  if (manner.stacked) return width - 2;
  const std::string share = share_text(sheet, stage, manner);
  if (!share.empty()) width -= share_gap + sheet.pen.width(share, share_px(stage, manner), share_face(stage));
  return width;
}

bool fits_whole(const Sheet& sheet, const std::string& name, double width, const Manner& manner) {
  const Wrapped& words = sheet.pen.wrapped(name, width, manner.name_lines, manner.name_px, Face::semibold);
  if (words.cut) return false;
  // Broken at spaces only, the lines and the spaces between them make up the name again.
  std::size_t letters = words.lines.size() - 1;
  for (const std::string& line : words.lines) letters += line.size();
  return letters <= name.size() || sheet.pen.width(name, manner.name_px, Face::semibold) <= width ||
         words.lines.front().back() == '-';
}

bool fits(const Sheet& sheet, const Manner& manner) {
  for (std::size_t i = 0; i < sheet.count(); ++i) {
    const double width = name_width(sheet, i, manner);
    if (width < 24 || !fits_whole(sheet, sheet.journey.stages[i].name, width, manner)) return false;
  }
  return true;
}

struct Colours {
  ChevronLook look;
  Colour name;
  Colour small;
};

Colours colours_of(const Sheet& sheet, const JourneyStage& stage) {
  const Theme& theme = sheet.theme();
  Colours colours{{}, theme.ink, theme.ink_2};
  colours.look.tip_px = tip;
  if (stage.change == Change::gone) {
    colours.look.ground = theme.canvas;
    colours.name = theme.ink_2;
    colours.look.stroke = Pen::stroke(theme.ink_3, 1, {3, 3});
  } else if (stands_out(stage)) {
    colours.look.ground = stage.emphasis == Emphasis::focus ? theme.gap : theme.gain;
    colours.name = colours.small = theme.on_strong;
  } else if (stage.emphasis == Emphasis::remains) {
    colours.look.ground = theme.gap_tint;
    colours.look.stroke = Pen::stroke(theme.gap);
  }
  return colours;
}

void draw_shape(const Sheet& sheet, std::size_t i, double top, ChevronLook look, Shapes& into) {
  const bool last = i + 1 == sheet.count();
  const double height = chevron_manner(sheet.manner).height;
  const double left = sheet.column_left(i) + (i == 0 ? 0 : chevron_air / 2);
  const double right = sheet.column_left(i) + sheet.column + (last ? 0 : overlap);
  look.notched = i > 0;
  into.emplace_back(chevron(sheet.pen.style, {left, top, right - left, height}, look));
}

void draw_name(const Sheet& sheet, std::size_t i, const Manner& manner, double top, const Colours& colours,
               Shapes& into) {
  const JourneyStage& stage = sheet.journey.stages[i];
  const Wrapped& name =
      sheet.pen.wrapped(stage.name, name_width(sheet, i, manner), manner.name_lines, manner.name_px, Face::semibold);
  const double line = manner.stacked ? manner.name_px + 3 : line_height_px(manner.name_px);
  const double block = line * static_cast<double>(name.lines.size()) + (manner.stacked ? 13 : 0);
  double y = top + (manner.height - block) / 2;
  const double x = room_of(sheet, i).left + number_width(sheet, stage);
  for (const std::string& text : name.lines) {
    const TextRun run{text, Face::semibold, colours.name, stage.change == Change::gone};
    sheet.pen.runs(into, {x, y + baseline_px(line, manner.name_px)}, {run},
                   {manner.name_px, Face::semibold, colours.name, Anchor::start, ""});
    y += line;
  }
}

void draw_share(const Sheet& sheet, std::size_t i, const Manner& manner, double top, const Colours& colours,
                Shapes& into) {
  const JourneyStage& stage = sheet.journey.stages[i];
  const std::string words = share_text(sheet, stage, manner);
  const double size = share_px(stage, manner);
  const Room room = room_of(sheet, i);
  Ink ink{size, share_face(stage), colours.small, manner.stacked ? Anchor::start : Anchor::end, ""};
  if (manner.stacked) {
    const double x = room.left + number_width(sheet, stage);
    const bool whole = sheet.pen.width(words, size, ink.face) <= room.right - x;
    const std::string shown = whole ? words : share_text(sheet, stage, {manner.name_px, 1, true, false, manner.height});
    sheet.pen.text(into, {x, top + manner.height - 3 - 13 + baseline_px(13, size)},
                   sheet.pen.fitted(shown, room.right - x, size, ink.face), ink);
    return;
  }
  sheet.pen.text(into, {room.right, top + baseline_px(manner.height, size)}, words, ink);
}

std::string title_of(const Sheet& sheet, const JourneyStage& stage) {
  std::string title = fmt::format("Stage {}: {}", stage.number, stage.name);
  if (stage.share) title += ", " + percent_text(stage.share_percent / 100.0) + " of the gap";
  if (sheet.journey.compare && stage.closed)
    title += *stage.closed < 0 ? ", which the plan widens by " + percent_text(-*stage.closed)
                               : ", of which the plan closes " + percent_text(*stage.closed);
  if (stage.change == Change::added) title += ", new in the plan";
  if (stage.change == Change::gone) title += ", dropped in the plan";
  return title;
}

}  // namespace

const ChevronManner& chevron_manner(std::size_t place) { return manners[place]; }

std::size_t place_of_chevron_manner(const Sheet& sheet) {
  for (std::size_t place = 0; place < manners.size(); ++place)
    if (fits(sheet, manners[place])) return place;
  return sheet.narrow ? manners.size() - 1 : two_lines;
}

bool shows_bare_shares(const Sheet& sheet) {
  const Manner& manner = manners[sheet.manner];
  return !manner.long_share &&
         std::any_of(sheet.journey.stages.begin(), sheet.journey.stages.end(),
                     [&](const JourneyStage& stage) { return share_text(sheet, stage, manner).ends_with('%'); });
}

void draw_chevrons(const Sheet& sheet, double top, Shapes& into) {
  if (sheet.count() == 0) return;
  const Manner& manner = manners[sheet.manner];
  Group stages;
  stages.kind = stages.role = "stages";
  for (std::size_t i = 0; i < sheet.count(); ++i) {
    const JourneyStage& stage = sheet.journey.stages[i];
    const Colours colours = colours_of(sheet, stage);
    Group group = element_group("stage", stage.id, title_of(sheet, stage), stands_out(stage) ? "focus" : "");
    draw_shape(sheet, i, top, colours.look, group.shapes);
    sheet.pen.text(group.shapes, {room_of(sheet, i).left, top + baseline_px(manner.height, 15)},
                   std::to_string(stage.number), {15, Face::regular, colours.small, Anchor::start, ""});
    draw_name(sheet, i, manner, top, colours, group.shapes);
    draw_share(sheet, i, manner, top, colours, group.shapes);
    stages.shapes.emplace_back(std::move(group));
  }
  into.emplace_back(std::move(stages));
}

}  // namespace outmap::journey_picture
