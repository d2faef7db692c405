// How much is known of each stage, and by which method.
#include <numeric>

#include "render/layout/journey/marks.hpp"
#include "render/layout/journey/sheet.hpp"

namespace outmap::journey_picture {
namespace {

constexpr double lane_padding = 7;
constexpr double row_height = 16;
constexpr double icon_to_count = 5;
constexpr double pitch = 14;  // between a count and the next icon

std::size_t total(const JourneyStage& stage) {
  return std::accumulate(stage.evidence.begin(), stage.evidence.end(), std::size_t{0},
                         [](std::size_t sum, const EvidenceCount& each) { return sum + each.count; });
}

double width_of(const Sheet& sheet, const EvidenceCount& each) {
  double width = icon_px + icon_to_count + sheet.pen.width(std::to_string(each.count), 12);
  if (each.few) width += 6 + sheet.pen.width(few_answers_words, 10);
  return width;
}

/// The methods that fit beside each other, the most frequent ones; the rest is one number.
struct Counts {
  std::vector<EvidenceCount> shown;
  std::size_t rest = 0;
};

double width_of(const Sheet& sheet, const Counts& counts) {
  double width = counts.rest > 0 ? sheet.pen.width("+" + std::to_string(counts.rest), 10) : -pitch;
  for (const EvidenceCount& each : counts.shown) width += width_of(sheet, each) + pitch;
  return width;
}

/// "+5 more", or "+5" where `room` is too narrow.
std::string words_of_rest(const Sheet& sheet, std::size_t rest, double room) {
  const std::string number = "+" + std::to_string(rest);
  return sheet.pen.width(number + " more", 10) <= room ? number + " more" : number;
}

Counts counts_of(const Sheet& sheet, const JourneyStage& stage) {
  Counts counts{stage.evidence, 0};
  while (counts.shown.size() > 1 && width_of(sheet, counts) > sheet.content()) {
    const auto least =
        std::min_element(counts.shown.rbegin(), counts.shown.rend(),
                         [](const EvidenceCount& a, const EvidenceCount& b) { return a.count < b.count; });
    counts.rest += least->count;
    counts.shown.erase(std::next(least).base());
  }
  return counts;
}

class EvidenceLane : public Lane {
 public:
  std::string_view name() const override { return "evidence"; }
  std::vector<std::string> label(const Sheet&) const override { return {"Evidence"}; }

  double measure(const Sheet& sheet, const Detail&) override {
    bool any = false;
    totals_only_ = sheet.narrow;
    for (const JourneyStage& stage : sheet.journey.stages) any = any || !stage.evidence.empty();
    return any ? 2 * lane_padding + row_height : 0;
  }

  void draw(const Sheet& sheet, double top, double height, Shapes& into) const override {
    const double middle = top + std::min(height, 2 * lane_padding + row_height) / 2;
    draw_label(sheet, middle - row_height / 2 - cell_padding, into);
    for (std::size_t i = 0; i < sheet.count(); ++i)
      if (!sheet.journey.stages[i].evidence.empty()) draw_cell(sheet, i, middle, into);
  }

  void list_marks(const Sheet& sheet, Marks& marks) const override {
    if (totals_only_) return;  // the lane's name says what is counted
    for (const JourneyStage& stage : sheet.journey.stages)
      for (const EvidenceCount& each : counts_of(sheet, stage).shown) {
        marks.methods.insert(each.method);
        marks.few_answers = marks.few_answers || each.few;
      }
  }

 private:
  static std::string title_of(const JourneyStage& stage) {
    std::string title = "Evidence at " + stage.name + ":";
    for (const EvidenceCount& each : stage.evidence)
      title += (title.back() == ':' ? " " : ", ") + std::to_string(each.count) + " " +
               std::string(name_of_method(each.method));
    return title;
  }

  void draw_cell(const Sheet& sheet, std::size_t i, double middle, Shapes& into) const {
    const JourneyStage& stage = sheet.journey.stages[i];
    Group group = element_group("evidence", stage.id, title_of(stage));
    const double x = sheet.content_left(i);
    if (totals_only_) {
      draw_count(sheet, "lens", {{}, total(stage), false}, {x, middle}, group.shapes);
    } else {
      Point at{x, middle};
      const Counts counts = counts_of(sheet, stage);
      for (const EvidenceCount& each : counts.shown) {
        draw_count(sheet, icon_of_method(each.method), each, at, group.shapes);
        at.x += width_of(sheet, each) + pitch;
      }
      if (counts.rest > 0)
        sheet.pen.text(group.shapes, {at.x, middle + 4.3},
                       words_of_rest(sheet, counts.rest, x + sheet.content() - at.x), sheet.pen.small());
    }
    into.emplace_back(std::move(group));
  }

  static void draw_count(const Sheet& sheet, std::string_view icon, const EvidenceCount& each, Point at, Shapes& into) {
    const std::string count = std::to_string(each.count);
    add_icon(sheet.pen, icon, {at.x, at.y - icon_px / 2}, sheet.theme().evidence, into);
    const double x = at.x + icon_px + icon_to_count;
    sheet.pen.text(into, {x, at.y + 4.3}, count, sheet.pen.body());
    if (!each.few) return;
    Ink ink = sheet.pen.small();
    ink.colour = sheet.theme().evidence;
    sheet.pen.text(into, {x + sheet.pen.width(count, 12) + 6, at.y + 4.3}, few_answers_words, ink);
  }

  bool totals_only_ = false;
};

}  // namespace

std::unique_ptr<Lane> make_evidence_lane() { return std::make_unique<EvidenceLane>(); }

}  // namespace outmap::journey_picture
