#include "render/layout/journey/band.hpp"

#include <cmath>

namespace outmap::journey_picture {
namespace {

/// How the emotion's part grows with the band. Several curves need more room than one.
struct EmotionRoom {
  double share;
  double least;
  double most;
};
constexpr EmotionRoom one_curve{0.34, 68, 112};
constexpr EmotionRoom several_curves{0.42, 88, 128};
constexpr double emotion_step = 4;
constexpr double least_value = 120;
constexpr double flattest_band = 152;

EmotionRoom emotion_room(const JourneyDiagram& journey) {
  return journey.compare || shown_customers(journey) > 0 ? several_curves : one_curve;
}

class BandLane : public Lane {
 public:
  std::string_view name() const override { return "band"; }
  std::vector<std::string> label(const Sheet&) const override { return {}; }

  double measure(const Sheet& sheet, const Detail& detail) override {
    emotion_ = has_emotion(sheet.journey);
    value_ = has_value(sheet.journey);
    room_ = emotion_room(sheet.journey);
    if (emotion_ && value_) return detail.flat_band ? flattest_band : room_.least + least_value;
    return value_ ? least_value + 4 : emotion_ ? room_.least + 8 : 0;
  }

  double most_height() const override { return emotion_ && value_ ? 480 : value_ ? 360 : emotion_ ? room_.most : 0; }

  void draw(const Sheet& sheet, double top, double height, Shapes& into) const override {
    const double width = sheet.right - sheet.left;
    const double split = emotion_ && value_ ? emotion_height(height) : emotion_ ? height : 0;
    if (emotion_) draw_emotion(sheet, {sheet.left, top, width, split}, into);
    if (emotion_ && value_)
      add_line(into, {sheet.left + 12, top + split + 0.5}, {sheet.right, top + split + 0.5},
               Pen::stroke(sheet.theme().grid));
    if (value_) draw_value(sheet, {sheet.left, top + split, width, height - split}, into);
  }

  void list_marks(const Sheet& sheet, Marks& marks) const override {
    if (emotion_) list_emotion_marks(sheet, marks);
    if (value_) list_value_marks(sheet, marks);
  }

  void list_left_out(const Sheet& sheet, LeftOut& out) const override {
    out.curves = sheet.journey.others.size() - shown_customers(sheet.journey);
  }

 private:
  double emotion_height(double height) const {
    const double wanted = std::floor(room_.share * height / emotion_step) * emotion_step;
    const double least = height < room_.least + least_value ? wanted : room_.least;
    return std::clamp(wanted, least, room_.most);
  }

  EmotionRoom room_ = one_curve;

  bool emotion_ = false;
  bool value_ = false;
};

}  // namespace

bool has_emotion(const JourneyDiagram& journey) {
  return std::any_of(journey.stages.begin(), journey.stages.end(), [](const JourneyStage& stage) {
    return stage.emotion.has_value() || stage.emotion_planned.has_value();
  });
}

bool has_value(const JourneyDiagram& journey) {
  return std::any_of(journey.stages.begin(), journey.stages.end(), [](const JourneyStage& stage) {
    return stage.value.now.has_value() || stage.value.wanted.has_value() || stage.value.planned.has_value();
  });
}

void draw_grid_line(const Sheet& sheet, double y, const std::string& number, const Colour& colour, Shapes& into) {
  const double x = sheet.left + sheet.label_width;
  const double line = std::floor(y) + 0.5;
  add_line(into, {x, line}, {sheet.right, line}, Pen::stroke(colour));
  Ink ink = sheet.pen.small();
  ink.anchor = Anchor::end;
  sheet.pen.text(into, {x - 8, line + 3.1}, number, ink);
}

std::unique_ptr<Lane> make_band() { return std::make_unique<BandLane>(); }

}  // namespace outmap::journey_picture
