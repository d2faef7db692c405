#include <algorithm>
#include <set>

#include "render/text/direction.hpp"
#include "render/write/svg_fonts.hpp"
#include "render/write/svg_paint.hpp"
#include "render/write/write.hpp"
#include "render/write/xml.hpp"

namespace outmap {
namespace {

/// Ids as they may stand in a page: without white space, each used once.
class IdTable {
 public:
  explicit IdTable(std::string prefix) : prefix_(std::move(prefix)) {}

  /// Keeps an id that is written elsewhere, prefix included.
  void reserve(const std::string& id) { used_.insert(id); }

  std::string unique(std::string_view wanted) {
    std::string base = prefix_;
    for (const char c : wanted) base += static_cast<unsigned char>(c) <= ' ' ? '-' : c;
    std::string id = base;
    for (int copy = 2; !used_.insert(id).second; ++copy) id = base + "--" + std::to_string(copy);
    return id;
  }

 private:
  std::string prefix_;
  std::set<std::string> used_;
};

ReadingOrder reading_of_shape(const TextShape& line) {
  std::string words;
  for (const TextRun& run : line.runs) words += run.text;
  return reading_of_line(words);
}

/// The value of text-anchor that leaves the line in its box: in a text that is read from right to left, 'start' is the
/// right end.
const char* anchor_in(ReadingOrder reading, Anchor anchor) {
  if (anchor == Anchor::middle) return "middle";
  const bool from_left = (anchor == Anchor::start) == (reading == ReadingOrder::left_to_right);
  return from_left ? "start" : "end";
}

std::string path_data(const std::vector<Segment>& segments, int decimals) {
  std::string data;
  const auto add = [&data, decimals](double value) {
    const std::string text = short_number(value, decimals);
    if (!data.empty() && (data.back() == '.' || (data.back() >= '0' && data.back() <= '9')) && text.front() != '-')
      data += ' ';
    data += text;
  };
  const auto add_point = [&](const Point& point) {
    add(point.x);
    add(point.y);
  };
  for (const Segment& segment : segments) {
    switch (segment.kind) {
      case Segment::Kind::move:
        data += 'M';
        break;
      case Segment::Kind::line:
        data += 'L';
        break;
      case Segment::Kind::cubic:
        data += 'C';
        add_point(segment.c1);
        add_point(segment.c2);
        break;
      case Segment::Kind::close:
        data += 'Z';
        continue;
    }
    add_point(segment.to);
  }
  return data;
}

/// The shorter side of what a path covers; control points included, which is near enough for choosing a grain.
double slimmest(const std::vector<Segment>& segments) {
  double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
  for (const Segment& segment : segments) {
    if (segment.kind == Segment::Kind::close) continue;
    left = std::min(left, segment.to.x);
    right = std::max(right, segment.to.x);
    top = std::min(top, segment.to.y);
    bottom = std::max(bottom, segment.to.y);
  }
  return std::min(right - left, bottom - top);
}

class SvgWriter {
 public:
  SvgWriter(const Scene& scene, const Fonts& fonts, const SvgOptions& options)
      : scene_(scene),
        fonts_(fonts),
        options_(options),
        in_page_(options.font == FontEmbedding::of_page),
        decimals_(in_page_ ? 1 : 2),
        xml_(XmlWriter::Dialect::xml, decimals_),
        ids_(options.id_prefix),
        patterns_(options.id_prefix + (scene.id.empty() ? "" : scene.id + "-")),
        text_colour_(commonest_text_colour(scene)) {
    add_characters(scene_, characters_);
  }

  std::string write() {
    // Patterns are known only after the shapes, and stand before them.
    collect_patterns(scene_.shapes);
    for (const std::string& id : patterns_.ids()) ids_.reserve(id);
    open_root();
    write_style();
    patterns_.write(xml_);
    write_ground();
    for (const Shape& shape : scene_.shapes) write_shape(shape);
    return xml_.finish();
  }

 private:
  void collect_patterns(const std::vector<Shape>& shapes) {
    for (const Shape& shape : shapes) {
      if (const auto* group = std::get_if<Group>(&shape)) collect_patterns(group->shapes);
      if (const auto* rect = std::get_if<RectShape>(&shape)) paint_of(*rect);
      if (const auto* circle = std::get_if<CircleShape>(&shape)) paint_of(*circle);
      if (const auto* path = std::get_if<PathShape>(&shape)) paint_of(*path);
    }
  }

  std::string paint_of(const RectShape& rect) {
    return patterns_.paint(rect.fill, std::min(rect.box.width, rect.box.height));
  }
  std::string paint_of(const CircleShape& circle) { return patterns_.paint(circle.fill, 2 * circle.radius); }
  std::string paint_of(const PathShape& path) { return patterns_.paint(path.fill, slimmest(path.segments)); }

  void open_root() {
    const std::string base = scene_.id.empty() ? "picture" : scene_.id;
    const std::string title_id = ids_.unique(base + "-title");
    const std::string desc_id = ids_.unique(base + "-desc");
    xml_.open("svg");
    xml_.attribute("xmlns", "http://www.w3.org/2000/svg");
    xml_.attribute("viewBox", "0 0 " + short_number(scene_.width_px) + " " + short_number(scene_.height_px));
    xml_.attribute("width", scene_.width_px * options_.scale);
    xml_.attribute("height", scene_.height_px * options_.scale);
    if (!scene_.id.empty()) xml_.attribute("id", ids_.unique(scene_.id));
    xml_.attribute("role", "graphics-document");
    xml_.attribute("aria-labelledby", scene_.description.empty() ? title_id : title_id + " " + desc_id);
    xml_.attribute("font-family", font_stack(characters_, fonts_));
    xml_.attribute("font-size", type_size::body_px);
    if (!text_colour_.empty()) xml_.attribute("fill", text_colour_);
    write_labelled("title", title_id, scene_.title);
    if (!scene_.description.empty()) write_labelled("desc", desc_id, scene_.description);
  }

  void write_labelled(std::string_view name, const std::string& id, std::string_view words) {
    xml_.open(name);
    xml_.attribute("id", id);
    xml_.text(words);
    xml_.close();
  }

  /// Alternates are off everywhere, because widths were measured without them.
  void write_style() {
    if (in_page_) return;
    std::string css;
    if (options_.font == FontEmbedding::subset) css = face_rules(characters_, fonts_);
    css += "text{font-feature-settings:\"calt\" 0,\"liga\" 0}";
    xml_.element("style", css);
  }

  void write_ground() {
    if (scene_.ground.empty()) return;
    xml_.open("rect");
    xml_.attribute("class", "ground");
    xml_.attribute("width", scene_.width_px);
    xml_.attribute("height", scene_.height_px);
    xml_.attribute("fill", scene_.ground);
    xml_.close();
  }

  void write_shape(const Shape& shape) {
    std::visit([this](const auto& one) { write_one(one); }, shape);
  }

  void write_one(const RectShape& rect) {
    xml_.open("rect");
    xml_.attribute("x", rect.box.x);
    xml_.attribute("y", rect.box.y);
    xml_.attribute("width", std::max(0.0, rect.box.width));
    xml_.attribute("height", std::max(0.0, rect.box.height));
    if (rect.radius > 0) xml_.attribute("rx", rect.radius);
    write_fill(xml_, rect.fill, paint_of(rect));
    write_stroke(xml_, rect.stroke);
    xml_.close();
  }

  void write_one(const CircleShape& circle) {
    xml_.open("circle");
    xml_.attribute("cx", circle.center.x);
    xml_.attribute("cy", circle.center.y);
    xml_.attribute("r", std::max(0.0, circle.radius));
    write_fill(xml_, circle.fill, paint_of(circle));
    write_stroke(xml_, circle.stroke);
    xml_.close();
  }

  void write_one(const PathShape& path) {
    xml_.open("path");
    xml_.attribute("d", path_data(path.segments, decimals_));
    write_fill(xml_, path.fill, paint_of(path));
    write_stroke(xml_, path.stroke);
    if (path.round_caps && in_page_) {
      xml_.attribute("class", "round");
    } else if (path.round_caps) {
      xml_.attribute("stroke-linecap", "round");
      xml_.attribute("stroke-linejoin", "round");
    }
    xml_.close();
  }

  void write_one(const TextShape& line) {
    if (std::all_of(line.runs.begin(), line.runs.end(), [](const TextRun& run) { return run.text.empty(); })) return;
    xml_.open("text");
    xml_.attribute("x", line.at.x);
    xml_.attribute("y", line.at.y);
    const ReadingOrder reading = reading_of_shape(line);
    if (reading == ReadingOrder::right_to_left) xml_.attribute("direction", "rtl");
    const std::string_view anchor = anchor_in(reading, line.anchor);
    if (anchor != "start") xml_.attribute("text-anchor", anchor);
    if (line.size_px != type_size::body_px) xml_.attribute("font-size", line.size_px);
    if (!line.halo.empty()) write_halo(line.halo);
    if (line.runs.size() == 1) {
      write_run_looks(line.runs.front());
      xml_.text(line.runs.front().text);
    } else {
      // Renderers drop spaces at the edges of a tspan unless told to keep them.
      xml_.attribute("xml:space", "preserve");
      for (const TextRun& run : line.runs) write_run(run);
    }
    xml_.close();
  }

  void write_halo(const Colour& halo) {
    xml_.attribute("stroke", halo);
    if (in_page_) {
      xml_.attribute("class", "halo");
      return;
    }
    xml_.attribute("stroke-width", "3");
    xml_.attribute("stroke-linejoin", "round");
    xml_.attribute("paint-order", "stroke");
  }

  void write_run(const TextRun& run) {
    if (run.text.empty()) return;
    xml_.open("tspan", XmlWriter::Flow::within);
    write_run_looks(run);
    xml_.text(run.text);
    xml_.close();
  }

  void write_run_looks(const TextRun& run) {
    if (run.face == Face::semibold) xml_.attribute("font-weight", "600");
    if (run.face == Face::italic) xml_.attribute("font-style", "italic");
    if (run.colour != text_colour_ && !run.colour.empty()) xml_.attribute("fill", run.colour);
    if (run.struck) xml_.attribute("text-decoration", "line-through");
  }

  void write_one(const Group& group) {
    xml_.open("g");
    if (!group.id.empty()) xml_.attribute("id", ids_.unique(group.id));
    if (!group.data_id.empty()) xml_.attribute("data-id", group.data_id);
    if (!group.kind.empty()) xml_.attribute("data-kind", group.kind);
    if (!group.role.empty()) xml_.attribute("class", group.role);
    if (!group.title.empty()) {
      if (!in_page_) xml_.attribute("role", "graphics-symbol");
      xml_.element("title", group.title);
    }
    if (!group.description.empty()) xml_.element("desc", group.description);
    for (const Shape& shape : group.shapes) write_shape(shape);
    xml_.close();
  }

  const Scene& scene_;
  const Fonts& fonts_;
  const SvgOptions& options_;
  const bool in_page_;  // a page's style says once what every picture repeats: see page.css
  const int decimals_;
  XmlWriter xml_;
  IdTable ids_;
  PatternTable patterns_;
  Colour text_colour_;
  FaceCharacters characters_;
};

}  // namespace

std::string write_svg(const Scene& scene, const Fonts& fonts, const SvgOptions& options) {
  return SvgWriter(scene, fonts, options).write();
}

}  // namespace outmap
