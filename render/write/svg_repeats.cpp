#include "render/write/svg_repeats.hpp"

#include "render/write/xml.hpp"

namespace outmap {
namespace {

/// A drawing as text, with places told from its first point; empty where it stands for something or holds more than
/// plain shapes.
class Likeness {
 public:
  std::string of(const Group& group) {
    if (!group.id.empty() || !group.title.empty() || group.shapes.empty()) return {};
    text_ = group.role;
    for (const Shape& shape : group.shapes)
      if (!std::visit([this](const auto& one) { return add(one); }, shape)) return {};
    return std::move(text_);
  }

  Point from() const { return from_.value_or(Point{}); }

 private:
  void add(double value) { text_ += ' ' + short_number(value, 2); }
  void add(const Point& at) {
    if (!from_) from_ = at;
    add(at.x - from_->x);
    add(at.y - from_->y);
  }
  void add(const Fill& fill, const Stroke& stroke) {
    text_ += '|' + fill.colour + '|' + fill.pattern_colour + '|' + stroke.colour;
    add(static_cast<double>(fill.pattern));
    add(fill.opacity);
    add(stroke.width);
    add(stroke.opacity);
    for (const double length : stroke.dash) add(length);
  }

  bool add(const RectShape& rect) {
    text_ += 'R';
    add(Point{rect.box.x, rect.box.y});
    for (const double value : {rect.box.width, rect.box.height, rect.radius}) add(value);
    add(rect.fill, rect.stroke);
    return true;
  }
  bool add(const CircleShape& circle) {
    text_ += 'C';
    add(circle.center);
    add(circle.radius);
    add(circle.fill, circle.stroke);
    return true;
  }
  bool add(const PathShape& path) {
    text_ += path.round_caps ? 'O' : 'P';
    for (const Segment& segment : path.segments) {
      text_ += "mlcz"[static_cast<std::size_t>(segment.kind)];
      if (segment.kind == Segment::Kind::close) continue;
      add(segment.to);
      if (segment.kind != Segment::Kind::cubic) continue;
      add(segment.c1);
      add(segment.c2);
    }
    add(path.fill, path.stroke);
    return true;
  }
  bool add(const TextShape&) { return false; }
  bool add(const Group&) { return false; }

  std::string text_;
  std::optional<Point> from_;
};

}  // namespace

void DrawnBefore::notice(const Group& group) {
  if (std::string key = Likeness().of(group); !key.empty()) ++known_[std::move(key)].times;
}

std::optional<DrawnBefore::Found> DrawnBefore::find(const Group& group) {
  Likeness likeness;
  const auto found = known_.find(likeness.of(group));
  if (found == known_.end() || found->second.times < 2) return std::nullopt;
  const bool is_new = !found->second.first;
  if (is_new) found->second.first = Drawing{drawn_++, likeness.from()};
  return Found{*found->second.first, likeness.from(), is_new};
}

}  // namespace outmap
