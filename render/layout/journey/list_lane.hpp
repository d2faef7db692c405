// Lanes that list items below each other, with rows that line up across the stages.
#pragma once

#include "render/layout/journey/sheet.hpp"

namespace outmap::journey_picture {

/// Row r is as high as its highest item in any stage. In wide columns items stand side by side. What is cut is counted
/// in its cell.
class ListLane : public Lane {
 public:
  double measure(const Sheet& sheet, const Detail& detail) override;
  void draw(const Sheet& sheet, double top, double height, Shapes& into) const override;

 protected:
  /// Items of a stage, and how many of them this detail shows.
  virtual std::size_t count(const JourneyStage& stage) const = 0;
  virtual int most(const Detail& detail) const = 0;
  /// `reserve` px at the end of the last line are kept free.
  virtual double item_height(const Sheet& sheet, const JourneyStage& stage, std::size_t item, double width,
                             double reserve) const = 0;
  /// Draws into the width of `box` and returns the baseline of the last line.
  virtual double draw_item(const Sheet& sheet, const JourneyStage& stage, std::size_t item, const Box& box,
                           double reserve, Shapes& into) const = 0;
  virtual double gap() const = 0;
  virtual bool counts_on_last_line(const Sheet& sheet) const { return !sheet.narrow; }

  std::size_t shown(const Sheet& sheet, const JourneyStage& stage) const;
  std::size_t cut(const Sheet& sheet) const;
  const Detail& detail() const { return detail_; }

 private:
  double height_of_rows() const;
  double reserve(const Sheet& sheet, const JourneyStage& stage, std::size_t item) const;
  int sub_columns(const Sheet& sheet) const;

  Detail detail_{};
  int across_ = 1;  // sub-columns
  std::vector<double> rows_;
  bool any_cut_ = false;
};

}  // namespace outmap::journey_picture
