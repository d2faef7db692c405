#include "render/write/svg_path.hpp"

#include <cmath>

#include "render/write/xml.hpp"

namespace outmap {
namespace {

/// Commands and numbers, with a space only where two numbers would run together.
class PathText {
 public:
  explicit PathText(int decimals) : decimals_(decimals) {}

  /// A letter; the same one as before is left out where SVG lets it repeat.
  void command(char letter) { text_ += letter; }
  void repeated(char letter) {
    if (letter != last_) text_ += letter;
    last_ = letter;
  }
  void begin(char letter) {
    text_ += letter;
    last_ = letter;
  }

  void number(double value) {
    const std::string digits = short_number(value, decimals_);
    const bool after_number = !text_.empty() && (text_.back() == '.' || (text_.back() >= '0' && text_.back() <= '9'));
    if (after_number && digits.front() != '-') text_ += ' ';
    text_ += digits;
  }
  void point(const Point& at) {
    number(at.x);
    number(at.y);
  }

  std::string take() { return std::move(text_); }

 private:
  int decimals_;
  std::string text_;
  char last_ = 0;
};

std::string absolute_data(const std::vector<Segment>& segments, int decimals) {
  PathText data(decimals);
  for (const Segment& segment : segments) {
    switch (segment.kind) {
      case Segment::Kind::move:
        data.command('M');
        break;
      case Segment::Kind::line:
        data.command('L');
        break;
      case Segment::Kind::cubic:
        data.command('C');
        data.point(segment.c1);
        data.point(segment.c2);
        break;
      case Segment::Kind::close:
        data.command('Z');
        continue;
    }
    data.point(segment.to);
  }
  return data.take();
}

class RelativePath {
 public:
  explicit RelativePath(int decimals) : data_(decimals), units_(std::pow(10, decimals)) {}

  std::string run(const std::vector<Segment>& segments) {
    for (const Segment& segment : segments) add(segment);
    return data_.take();
  }

 private:
  Point rounded(const Point& at) const {
    return {std::round(at.x * units_) / units_, std::round(at.y * units_) / units_};
  }

  void step(const Point& to) { data_.point({to.x - here_.x, to.y - here_.y}); }

  void add(const Segment& segment) {
    const Point to = rounded(segment.to);
    switch (segment.kind) {
      case Segment::Kind::move:
        data_.begin('M');
        data_.point(to);
        begin_ = to;
        break;
      case Segment::Kind::line:
        add_line(to);
        break;
      case Segment::Kind::cubic:
        data_.repeated('c');
        step(rounded(segment.c1));
        step(rounded(segment.c2));
        step(to);
        break;
      case Segment::Kind::close:
        data_.begin('z');
        here_ = begin_;
        return;
    }
    here_ = to;
  }

  void add_line(const Point& to) {
    if (to.y == here_.y) {
      data_.begin('h');
      data_.number(to.x - here_.x);
    } else if (to.x == here_.x) {
      data_.begin('v');
      data_.number(to.y - here_.y);
    } else {
      data_.repeated('l');
      step(to);
    }
  }

  PathText data_;
  double units_;
  Point here_{};
  Point begin_{};
};

}  // namespace

std::string path_data(const std::vector<Segment>& segments, int decimals, PathForm form) {
  return form == PathForm::absolute ? absolute_data(segments, decimals) : RelativePath(decimals).run(segments);
}

bool is_straight(const std::vector<Segment>& segments) {
  return segments.size() == 2 && segments[1].kind == Segment::Kind::line;
}

}  // namespace outmap
