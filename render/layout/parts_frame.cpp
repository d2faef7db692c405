#include <algorithm>

#include "render/layout/parts.hpp"

namespace outmap {
namespace {

struct HeadingPlace {
  double x;
  double title_y, question_y, finding_y;
  double finding_x;
};

HeadingPlace heading_place(HeadingManner manner) {
  if (manner == HeadingManner::sheet) return {24, 42, 62, 88, 24};
  return {40, 48, 70, 100, 54};
}

std::string plain_text(const std::vector<TextRun>& runs) {
  std::string text;
  for (const TextRun& run : runs) text += run.text;
  return text;
}

double width_of(const Style& style, const std::vector<TextRun>& runs, double size_px) {
  double width = 0;
  for (const TextRun& run : runs) width += style.fonts.width_px(run.text, size_px, run.face);
  return width;
}

/// The runs up to the last "; " that leaves a line that fits, with an ellipsis: a sentence loses whole clauses, not
/// half a word. As given where it fits or one clause alone does not.
std::vector<TextRun> whole_clauses(const Style& style, const std::vector<TextRun>& runs, double room_px,
                                   double size_px) {
  std::vector<TextRun> kept = runs;
  while (width_of(style, kept, size_px) > room_px) {
    while (!kept.empty() && kept.back().text.find("; ") == std::string::npos) kept.pop_back();
    if (kept.empty()) return runs;
    std::string& last = kept.back().text;
    last.erase(last.rfind("; "));
    if (last.empty()) kept.pop_back();
    if (kept.empty()) return runs;
    kept.back().text += "…";
  }
  return kept;
}

/// A line of heading text that fits; says the whole of it in the group's title where something was cut.
void add_fitted(Group& group, const Style& style, const std::vector<TextRun>& runs, Point at, double room_px,
                const TextLook& look) {
  const std::vector<TextRun> fitted =
      fit_runs(style.fonts, whole_clauses(style, runs, room_px, look.size_px), room_px, look.size_px);
  if (fitted.empty()) return;
  const std::string whole = plain_text(runs);
  if (plain_text(fitted) != whole) group.title += (group.title.empty() ? "" : " – ") + whole;
  group.shapes.emplace_back(text_runs(style, fitted, at, look));
}

}  // namespace

Group heading(const Style& style, const HeadingText& text, const HeadingLook& look) {
  const HeadingPlace place = heading_place(look.manner);
  Group group;
  group.kind = "heading";
  group.role = "heading";
  const double right = look.width_px - place.x;
  double room_px = right - place.x;
  std::optional<Group> badge;
  if (!text.badge.empty()) {
    ChipLook chip_look;
    chip_look.radius = 12;
    chip_look.padding_px = 12;
    const double badge_px = chip_width_px(style, text.badge, chip_look);
    badge = chip(style, text.badge, {right - badge_px, place.title_y - 16}, chip_look);
    room_px -= badge_px + 16;
  }
  add_fitted(group, style, {{text.title, Face::semibold, {}, false}}, {place.x, place.title_y}, room_px,
             {type_size::title_px, Face::semibold, {}, Anchor::start, {}});
  if (badge) group.shapes.emplace_back(*badge);
  if (!text.question.empty())
    add_fitted(group, style, {{text.question, Face::regular, style.theme.ink_2, false}}, {place.x, place.question_y},
               right - place.x, {});
  if (text.finding.empty()) return group;
  if (look.manner == HeadingManner::chart)
    group.shapes.emplace_back(
        RectShape{{place.x, place.finding_y - 16, 4, 22}, 2, {look.bar.empty() ? style.theme.gap : look.bar}, {}});
  std::vector<TextRun> finding = text.finding;
  for (TextRun& run : finding) run.face = Face::semibold;
  add_fitted(group, style, finding, {place.finding_x, place.finding_y}, right - place.finding_x,
             {type_size::heading_px, Face::semibold, {}, Anchor::start, {}});
  return group;
}

Group footer(const Style& style, const std::string& left, const std::string& right, const FooterLook& look) {
  Group group;
  group.kind = "footer";
  group.role = "footer";
  const double baseline = look.height_px - look.baseline_up_px;
  const double room_px = look.width_px - 2 * look.margin_px;
  if (look.rule) {
    PathShape rule;
    const double y = crisp(baseline - 16);
    rule.segments = {move_to({look.margin_px, y}), line_to({look.width_px - look.margin_px, y})};
    rule.stroke = {style.theme.hairline, 1, {}, 1};
    group.shapes.emplace_back(rule);
  }
  TextLook small{type_size::small_px, Face::regular, style.theme.ink_2, Anchor::start, {}};
  const std::string right_fitted = fit(style.fonts, right, room_px * 0.65, small.size_px);
  const double right_px = style.fonts.width_px(right_fitted, small.size_px);
  const double left_room_px = room_px - (right_px > 0 ? right_px + 24 : 0);
  const std::string left_fitted = fit(style.fonts, left, left_room_px, small.size_px);
  if (!left_fitted.empty()) group.shapes.emplace_back(text_line(style, left_fitted, {look.margin_px, baseline}, small));
  small.anchor = Anchor::end;
  if (!right_fitted.empty())
    group.shapes.emplace_back(text_line(style, right_fitted, {look.width_px - look.margin_px, baseline}, small));
  if (left_fitted != left || right_fitted != right) group.title = left + " · " + right;
  return group;
}

}  // namespace outmap
