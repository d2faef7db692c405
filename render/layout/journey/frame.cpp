#include "render/layout/journey/frame.hpp"

#include <fmt/format.h>

#include "render/layout/parts.hpp"

namespace outmap::journey_picture {
namespace {

double width_of(const Pen& pen, const std::vector<FindingPart>& parts, double share_of_cap) {
  double width = 0;
  for (const FindingPart& part : parts) {
    const double own = pen.width(part.text, 15, Face::semibold);
    width += part.max_px > 0 ? std::min(own, part.max_px * share_of_cap) : own;
  }
  return width;
}

Colour colour_of(const Theme& theme, Meaning meaning) {
  switch (meaning) {
    case Meaning::gap:
      return theme.gap;
    case Meaning::gain:
      return theme.gain;
    case Meaning::loss:
      return theme.loss;
    case Meaning::plain:
      break;
  }
  return theme.ink;
}

/// Names are cut so that the sentence fits, more on narrow pages; the sentence itself never is.
std::vector<TextRun> finding_runs(const Sheet& sheet, double room) {
  constexpr double steps[] = {1, 0.85, 0.7, 0.55, 0.45, 0.35};
  constexpr double least_of_names = 0.7;
  const JourneyDiagram& journey = sheet.journey;
  const bool named = width_of(sheet.pen, journey.finding, least_of_names) <= room || journey.short_finding.empty();
  const std::vector<FindingPart>& finding = named ? journey.finding : journey.short_finding;
  double share = steps[0];
  for (const double step : steps) {
    share = step;
    if (width_of(sheet.pen, finding, share) <= room) break;
  }
  std::vector<TextRun> runs;
  for (const FindingPart& part : finding) {
    const std::string text =
        part.max_px > 0 ? sheet.pen.fitted(part.text, part.max_px * share, 15, Face::semibold) : part.text;
    const Colour colour = colour_of(sheet.theme(), part.meaning);
    if (!runs.empty() && runs.back().colour == colour)
      runs.back().text += text;
    else
      runs.push_back({text, Face::semibold, colour, false});
  }
  return runs;
}

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

LeftOut left_out(const JourneyDiagram& journey, const Fitted& fitted) {
  LeftOut out;
  if (!journey.advice.empty()) return out;
  for (const SheetRow& row : fitted.rows)
    for (const std::unique_ptr<Lane>& lane : row.lanes) lane->list_left_out(*row.sheet, out);
  return out;
}

std::string left_out_text(const JourneyDiagram& journey, const Fitted& fitted) {
  const LeftOut out = left_out(journey, fitted);
  std::string text;
  const auto add = [&](std::size_t count, const std::string& one, const std::string& many) {
    if (count > 0) text += (text.empty() ? " · not shown: " : ", ") + counted(count, one, many);
  };
  add(journey.hidden_stages, "stage", "stages");
  add(out.touchpoints, "touchpoint", "touchpoints");
  add(out.outcomes, "outcome", "outcomes");
  add(out.pains, "pain", "pains");
  add(out.initiatives, "initiative", "initiatives");
  add(out.processes, "process", "processes");
  add(out.quotes, "quote", "quotes");
  add(out.curves, "customer's curve", "customers' curves");
  return text;
}

/// What the numbers mean, as much as fits beside `left`.
std::string scales_text(const JourneyDiagram& journey, const Sheet& sheet, const std::string& left, double room) {
  const std::string scales = "Levels 0–10, emotion −2 to +2";
  const std::string more = journey.compare ? journey.reckoning : "share of gap: (wanted − now) × importance, summed";
  for (const std::string& text : {fmt::format("{}; {}", scales, more), scales})
    if (sheet.pen.width(left, 10) + sheet.pen.width(text, 10) <= room) return text;
  return {};
}

}  // namespace

Group draw_heading(const Sheet& sheet) {
  HeadingLook look;
  look.manner = HeadingManner::sheet;
  look.width_px = sheet.page_width;
  const std::vector<TextRun> finding = finding_runs(sheet, sheet.page_width - 2 * page_margin);
  return heading(sheet.pen.style, {sheet.journey.title, sheet.journey.question, finding, sheet.journey.state}, look);
}

Group draw_footer(const JourneyDiagram& journey, const Sheet& sheet, const Fitted& fitted) {
  std::string left = journey.map_title;
  if (!journey.date.empty()) left += " · " + journey.date;
  left += " · " + counted(journey.stages.size(), "stage", "stages");
  if (journey.outcome_count > 0) left += ", " + counted(journey.outcome_count, "outcome", "outcomes");
  if (journey.evidence_count > 0)
    left += ", " + counted(journey.evidence_count, "piece of evidence", "pieces of evidence");
  left += left_out_text(journey, fitted);
  FooterLook look;
  look.width_px = sheet.page_width;
  look.height_px = fitted.page_height;
  look.margin_px = page_margin;
  look.rule = false;
  look.baseline_up_px = 10;
  const double room = sheet.page_width - 2 * page_margin - page_margin;
  return footer(sheet.pen.style, left, journey.advice.empty() ? scales_text(journey, sheet, left, room) : "", look);
}

}  // namespace outmap::journey_picture
