// The customer's goal at each stage and what customers say about it.
#include "render/layout/journey/sheet.hpp"

namespace outmap::journey_picture {
namespace {

constexpr double quote_air = 4;
constexpr double goal_line = 16;

class GoalLane : public Lane {
 public:
  std::string_view name() const override { return "goal"; }

  std::vector<std::string> label(const Sheet&) const override {
    if (!quotes_) return {"Goal"};
    return goals_ ? std::vector<std::string>{"Goal and", "words heard"} : std::vector<std::string>{"Words heard"};
  }

  double measure(const Sheet& sheet, const Detail& detail) override {
    detail_ = detail;
    goals_ = quotes_ = false;
    quote_top_ = 0;
    double quote_height = 0;
    for (const JourneyStage& stage : sheet.journey.stages) {
      goals_ = goals_ || !stage.goal.empty();
      quotes_ = quotes_ || (!stage.quote.empty() && detail.quote_lines > 0);
      if (!stage.goal.empty()) quote_top_ = std::max(quote_top_, height_of(goal(sheet, stage)));
      if (!stage.quote.empty() && detail.quote_lines > 0)
        quote_height = std::max(quote_height, height_of(quote(sheet, stage)));
    }
    if (!goals_ && !quotes_) return 0;
    if (goals_ && quotes_) quote_top_ += quote_air;
    return std::max(label_height(sheet), 2 * cell_padding + quote_top_ + quote_height);
  }

  void draw(const Sheet& sheet, double top, double, Shapes& into) const override {
    draw_label(sheet, top, into);
    for (std::size_t i = 0; i < sheet.count(); ++i) draw_cell(sheet, i, top + cell_padding, into);
  }

  void list_left_out(const Sheet& sheet, LeftOut& out) const override {
    if (detail_.quote_lines > 0) return;
    for (const JourneyStage& stage : sheet.journey.stages) out.quotes += stage.quote.empty() ? 0 : 1;
  }

 private:
  static double height_of(const Wrapped& words) { return goal_line * static_cast<double>(words.lines.size()); }

  const Wrapped& goal(const Sheet& sheet, const JourneyStage& stage) const {
    return sheet.pen.wrapped(stage.goal, sheet.content(), detail_.goal_lines, 12, Face::semibold);
  }

  const Wrapped& quote(const Sheet& sheet, const JourneyStage& stage) const {
    return sheet.pen.wrapped("“" + stage.quote + "”", sheet.content(), detail_.quote_lines, 12, Face::italic);
  }

  void draw_cell(const Sheet& sheet, std::size_t i, double top, Shapes& into) const {
    const JourneyStage& stage = sheet.journey.stages[i];
    const bool quoted = !stage.quote.empty() && detail_.quote_lines > 0;
    if (stage.goal.empty() && !quoted) return;
    std::string title = stage.name + ":";
    if (!stage.goal.empty()) title += " goal. " + stage.goal + ".";
    if (!stage.quote.empty()) title += " “" + stage.quote + "”";
    Group cell = element_group("goal", stage.id, std::move(title));
    const double x = sheet.content_left(i);
    if (!stage.goal.empty()) sheet.pen.lines(cell.shapes, {x, top}, goal(sheet, stage), sheet.pen.bold());
    if (quoted)
      sheet.pen.lines(cell.shapes, {x, top + quote_top_}, quote(sheet, stage),
                      {12, Face::italic, sheet.theme().ink_2, Anchor::start, ""});
    into.emplace_back(std::move(cell));
  }

  Detail detail_{};
  bool goals_ = false;
  bool quotes_ = false;
  double quote_top_ = 0;
};

}  // namespace

std::unique_ptr<Lane> make_goal_lane() { return std::make_unique<GoalLane>(); }

}  // namespace outmap::journey_picture
