// What the customer meets, above the line of visibility, and what happens behind it.
#include <algorithm>

#include "render/layout/icons.hpp"
#include "render/layout/journey/marks.hpp"
#include "render/layout/journey/sheet.hpp"
#include "render/layout/parts.hpp"

namespace outmap::journey_picture {
namespace {

constexpr double chip_height = 24;
constexpr double chip_gap = 6;
constexpr double line_air = 10;  // above and below the line of visibility
constexpr double least_front = 32;
constexpr double more_height = 16;

using Touchpoints = std::vector<const JourneyTouchpoint*>;

/// A chip and where it stands in its cell.
struct Placed {
  const JourneyTouchpoint* touchpoint;
  double x;
  int row;
};

struct Flow {
  std::vector<Placed> chips;
  int rows = 0;
  std::size_t cut = 0;
  double end = 0;            // x behind the last chip
  bool more_beside = false;  // '+n more' stands behind the last chip, else on a line of its own
};

class TouchpointLane : public Lane {
 public:
  std::string_view name() const override { return "touchpoints"; }
  std::vector<std::string> label(const Sheet&) const override { return {"Touchpoints"}; }
  std::string remark(const Sheet&) const override { return has_back_ ? "what they meet" : ""; }

  double measure(const Sheet& sheet, const Detail& detail) override {
    front_.clear();
    back_.clear();
    for (const JourneyStage& stage : sheet.journey.stages) {
      front_.push_back(most_telling(sheet, of_layer(stage, Layer::front), detail.front_rows));
      back_.push_back(most_telling(sheet, of_layer(stage, Layer::back), detail.back_rows));
    }
    const bool has_front = rows(front_) > 0;
    has_back_ = rows(back_) > 0;
    if (!has_front && !has_back_) return 0;
    front_height_ = height(front_);
    if (!has_back_) return std::max(label_height(sheet), 2 * cell_padding + front_height_);
    front_height_ = std::max(front_height_, least_front);
    return 2 * cell_padding + front_height_ + 2 * line_air + height(back_);
  }

  void draw(const Sheet& sheet, double top, double, Shapes& into) const override {
    draw_label(sheet, top, into);
    const double front_top = top + cell_padding;
    const double line = front_top + front_height_ + line_air;
    if (has_back_) draw_line_of_visibility(sheet, line, into);
    for (std::size_t i = 0; i < sheet.count(); ++i) {
      draw_flow(sheet, i, front_[i], front_top, into);
      draw_flow(sheet, i, back_[i], line + line_air, into);
    }
  }

  void list_marks(const Sheet&, Marks& marks) const override {
    for (const std::vector<Flow>* flows : {&front_, &back_})
      for (const Flow& each : *flows)
        for (const Placed& chip : each.chips) list_marks_of(*chip.touchpoint, marks);
  }

  void list_left_out(const Sheet&, LeftOut& out) const override {
    for (const std::vector<Flow>* flows : {&front_, &back_})
      for (const Flow& each : *flows) out.touchpoints += each.cut;
  }

 private:
  static Touchpoints of_layer(const JourneyStage& stage, Layer layer) {
    Touchpoints list;
    for (const JourneyTouchpoint& touchpoint : stage.touchpoints)
      if (touchpoint.layer == layer) list.push_back(&touchpoint);
    std::stable_sort(list.begin(), list.end(), [](const JourneyTouchpoint* a, const JourneyTouchpoint* b) {
      return a->change < b->change;  // what is no longer needed comes last: it is cut first
    });
    return list;
  }

  static void list_marks_of(const JourneyTouchpoint& touchpoint, Marks& marks) {
    if (touchpoint.moment_of_truth) marks.add(Mark::moment_of_truth);
    if (touchpoint.change == Change::added) marks.add(Mark::new_touchpoint);
    if (touchpoint.change == Change::gone) marks.add(Mark::not_needed);
    if (touchpoint.channel.empty()) return;
    const std::string_view icon = channel_icon_name(touchpoint.channel);
    marks.add_channel(icon.empty() ? touchpoint.channel : std::string(icon));
  }

  static ChipLook look_of(const Sheet& sheet, const JourneyTouchpoint& touchpoint) {
    ChipLook look;
    look.icon = touchpoint.channel;
    look.unknown_as_initial = true;
    look.size_px = sheet.narrow ? type_size::small_px : type_size::body_px;
    look.moment_of_truth = touchpoint.moment_of_truth && touchpoint.change != Change::gone;
    look.added = touchpoint.change == Change::added;
    look.struck = touchpoint.change == Change::gone;
    return look;
  }

  static double width_of(const Sheet& sheet, const JourneyTouchpoint& touchpoint) {
    return std::min(sheet.content(), chip_width_px(sheet.pen.style, touchpoint.name, look_of(sheet, touchpoint)));
  }

  static Flow flow(const Sheet& sheet, const Touchpoints& list, int most_rows) {
    Flow placed;
    double x = 0;
    for (const JourneyTouchpoint* touchpoint : list) {
      const double width = width_of(sheet, *touchpoint);
      if (placed.rows == 0 || x + width > sheet.content()) {
        if (placed.rows == most_rows) break;
        ++placed.rows;
        x = 0;
      }
      placed.chips.push_back({touchpoint, x, placed.rows - 1});
      x += width + chip_gap;
    }
    placed.cut = list.size() - placed.chips.size();
    placed.end = x;
    placed.more_beside = x + sheet.pen.width(more_text(placed.cut), type_size::small_px) <= sheet.content();
    return placed;
  }

  /// Where not all have room, moments of truth go first: their curve shows them in any case.
  static Flow most_telling(const Sheet& sheet, Touchpoints list, int most_rows) {
    Flow placed = flow(sheet, list, most_rows);
    if (placed.cut == 0) return placed;
    std::stable_partition(list.begin(), list.end(), [](const JourneyTouchpoint* each) {
      return each->moment_of_truth && each->change != Change::gone;
    });
    return flow(sheet, list, most_rows);
  }

  static int rows(const std::vector<Flow>& flows) {
    int most = 0;
    for (const Flow& each : flows) most = std::max(most, each.rows);
    return most;
  }

  static double height_of_rows(int rows) { return rows * (chip_height + chip_gap) - (rows > 0 ? chip_gap : 0); }

  static double height(const std::vector<Flow>& flows) {
    double highest = 0;
    for (const Flow& each : flows)
      highest = std::max(highest, height_of_rows(each.rows) + (each.cut > 0 && !each.more_beside ? more_height : 0));
    return highest;
  }

  static void draw_line_of_visibility(const Sheet& sheet, double y, Shapes& into) {
    Group line;
    line.kind = line.role = "line-of-visibility";
    line.title = "Line of visibility: above it what the customer meets, below it what happens behind";
    const double start = sheet.left + sheet.label_width;
    add_line(line.shapes, {start, y}, {sheet.right, y}, Pen::stroke(sheet.theme().ink_3, 1.5, {6, 4}));
    Ink ink = sheet.pen.small();
    ink.face = Face::semibold;
    sheet.pen.text(line.shapes, {sheet.left + 12, y + 3.6}, "line of visibility", ink);
    into.emplace_back(std::move(line));
    sheet.pen.text(into, {sheet.left + 12, y + line_air + chip_height / 2 + 3.6}, "what is behind", sheet.pen.small());
  }

  static std::string title_of(const JourneyTouchpoint& touchpoint, const JourneyStage& stage) {
    std::string title = touchpoint.name;
    if (!touchpoint.channel.empty()) title += ", " + touchpoint.channel;
    title +=
        touchpoint.layer == Layer::front ? ", in front of the line of visibility" : ", behind the line of visibility";
    title += ", stage " + stage.name;
    if (touchpoint.moment_of_truth) title += ", moment of truth";
    if (touchpoint.change == Change::added) title += ", new";
    if (touchpoint.change == Change::gone) title += ", no longer needed";
    return title;
  }

  static void draw_flow(const Sheet& sheet, std::size_t i, const Flow& flow, double top, Shapes& into) {
    const JourneyStage& stage = sheet.journey.stages[i];
    for (const Placed& placed : flow.chips) {
      const JourneyTouchpoint& touchpoint = *placed.touchpoint;
      Group group = element_group("touchpoint", touchpoint.id, title_of(touchpoint, stage),
                                  touchpoint.moment_of_truth ? "moment-of-truth" : "");
      const Point at{sheet.content_left(i) + placed.x, top + placed.row * (chip_height + chip_gap)};
      Group drawn = chip(sheet.pen.style, touchpoint.name, at, look_of(sheet, touchpoint), sheet.content());
      group.shapes = std::move(drawn.shapes);
      into.emplace_back(std::move(group));
    }
    if (flow.cut == 0) return;
    Point at{sheet.content_left(i), top + height_of_rows(flow.rows) + 3 + baseline_px(13, 10)};
    if (flow.more_beside) at = {at.x + flow.end, top + height_of_rows(flow.rows) - chip_height / 2 + 3.6};
    sheet.pen.text(into, at, more_text(flow.cut), sheet.pen.small());
  }

  std::vector<Flow> front_;
  std::vector<Flow> back_;
  bool has_back_ = false;
  double front_height_ = 0;
};

}  // namespace

std::unique_ptr<Lane> make_touchpoint_lane() { return std::make_unique<TouchpointLane>(); }

}  // namespace outmap::journey_picture
