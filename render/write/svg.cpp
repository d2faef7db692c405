#include <algorithm>
#include <set>

#include "render/text/direction.hpp"
#include "render/write/svg_fonts.hpp"
#include "render/write/svg_paint.hpp"
#include "render/write/svg_path.hpp"
#include "render/write/svg_repeats.hpp"
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

std::string words_of(const TextShape& line) {
  std::string words;
  for (const TextRun& run : line.runs) words += run.text;
  return words;
}

/// The runs with a mark after each name that would draw the number behind it to its other side.
std::vector<TextRun> marked_runs(const TextShape& line, const std::string& words) {
  std::vector<TextRun> runs = line.runs;
  std::vector<std::size_t> ends = ends_of_names(words);
  std::size_t after = words.size();
  for (std::size_t at = runs.size(); at-- > 0;) {
    const std::size_t begin = after - runs[at].text.size();
    for (; !ends.empty() && ends.back() > begin; ends.pop_back())
      runs[at].text.insert(ends.back() - begin, left_to_right_mark);
    after = begin;
  }
  return runs;
}

/// The value of text-anchor that leaves the line in its box: in a text that is read from right to left, 'start' is the
/// right end.
const char* anchor_in(ReadingOrder reading, Anchor anchor) {
  if (anchor == Anchor::middle) return "middle";
  const bool from_left = (anchor == Anchor::start) == (reading == ReadingOrder::left_to_right);
  return from_left ? "start" : "end";
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
        xml_(in_page_ ? XmlWriter::Dialect::svg_in_html : XmlWriter::Dialect::xml, decimals_),
        ids_(options.id_prefix),
        patterns_(options.id_prefix + (scene.id.empty() ? "" : scene.id + "-")),
        text_colour_(commonest_text_colour(scene)) {
    add_characters(scene_, characters_);
  }

  std::string write() {
    // Patterns are known only after the shapes, and stand before them; so is what is drawn more than once.
    look_ahead(scene_.shapes);
    for (const std::string& id : patterns_.ids()) ids_.reserve(id);
    open_root();
    write_style();
    patterns_.write(xml_);
    write_ground();
    for (const Shape& shape : scene_.shapes) write_shape(shape);
    return xml_.finish();
  }

 private:
  void look_ahead(const std::vector<Shape>& shapes) {
    for (const Shape& shape : shapes) {
      if (const auto* group = std::get_if<Group>(&shape)) {
        if (in_page_) drawn_.notice(*group);
        look_ahead(group->shapes);
      }
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
    xml_.text(with_marked_names(words));
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
    write_looks(looks_of(rect.fill, paint_of(rect), rect.stroke));
    xml_.close();
  }

  void write_one(const CircleShape& circle) {
    xml_.open("circle");
    xml_.attribute("cx", circle.center.x);
    xml_.attribute("cy", circle.center.y);
    xml_.attribute("r", std::max(0.0, circle.radius));
    write_looks(looks_of(circle.fill, paint_of(circle), circle.stroke));
    xml_.close();
  }

  void write_one(const PathShape& path) {
    xml_.open("path");
    xml_.attribute("d", path_data(path.segments, decimals_, in_page_ ? PathForm::relative : PathForm::absolute));
    const std::string paint = paint_of(path);
    const bool unseen = in_page_ && paint == "none" && is_straight(path.segments);
    Looks looks = looks_of(path.fill, unseen ? std::string() : paint, path.stroke);
    if (path.round_caps && !in_page_) {
      looks.set("stroke-linecap", "round");
      looks.set("stroke-linejoin", "round");
    }
    write_looks(looks, path.round_caps && in_page_ ? "round" : "");
    xml_.close();
  }

  void write_one(const TextShape& line) {
    if (std::all_of(line.runs.begin(), line.runs.end(), [](const TextRun& run) { return run.text.empty(); })) return;
    // Office programs draw a stroke over the letters whatever paint-order says: there the halo is a text of its own.
    if (!line.halo.empty() && !in_page_) write_line(line, Layer::halo);
    write_line(line, Layer::letters);
  }

  enum class Layer { letters, halo };

  void write_line(const TextShape& line, Layer layer) {
    xml_.open("text");
    const std::string words = words_of(line);
    const ReadingOrder reading = reading_of_line(words);
    const std::vector<TextRun> runs = marked_runs(line, words);
    const Anchor anchor = place(line, runs.size(), reading);
    if (reading == ReadingOrder::right_to_left) xml_.attribute("direction", "rtl");
    const std::string_view anchored = anchor_in(reading, anchor);
    Looks looks(decimals_);
    if (anchored != "start") looks.set("text-anchor", anchored);
    if (line.size_px != type_size::body_px) looks.set("font-size", line.size_px);
    const bool halo_of_page = !line.halo.empty() && in_page_;  // there the browser knows paint-order
    if (layer == Layer::halo) add_halo(looks, line.halo);
    if (halo_of_page) looks.set("stroke", line.halo);
    if (runs.size() == 1) add_run_looks(looks, runs.front(), layer);
    write_looks(looks, halo_of_page ? "halo" : "");
    if (layer == Layer::halo) xml_.attribute("aria-hidden", "true");
    if (runs.size() == 1) {
      write_run_words(runs.front());
    } else {
      // Renderers drop spaces at the edges of a tspan unless told to keep them.
      xml_.attribute("xml:space", "preserve");
      for (const TextRun& run : runs) write_run(run, layer);
    }
    xml_.close();
  }

  /// Where the line begins, and how it is anchored there. Of several runs office programs anchor only the first: they
  /// begin at the left, wherever their place was meant.
  Anchor place(const TextShape& line, std::size_t runs, ReadingOrder reading) {
    const bool moves = runs > 1 && line.width_px > 0 && reading == ReadingOrder::left_to_right;
    const double share = !moves ? 0 : line.anchor == Anchor::end ? 1 : line.anchor == Anchor::middle ? 0.5 : 0;
    xml_.attribute("x", line.at.x - share * line.width_px);
    xml_.attribute("y", line.at.y);
    return moves ? Anchor::start : line.anchor;
  }

  void add_halo(Looks& looks, const Colour& halo) const {
    if (halo != text_colour_) looks.set("fill", halo);
    looks.set("stroke", halo);
    looks.set("stroke-width", "3");
    looks.set("stroke-linejoin", "round");
  }

  void write_run(const TextRun& run, Layer layer) {
    if (run.text.empty()) return;
    xml_.open("tspan", XmlWriter::Flow::within);
    Looks looks(decimals_);
    add_run_looks(looks, run, layer);
    write_looks(looks);
    write_run_words(run);
    xml_.close();
  }

  void write_run_words(const TextRun& run) {
    if (run.struck) xml_.attribute("text-decoration", "line-through");
    xml_.text(run.text);
  }

  void add_run_looks(Looks& looks, const TextRun& run, Layer layer) const {
    if (run.face == Face::semibold) looks.set("font-weight", "600");
    if (run.face == Face::italic) looks.set("font-style", "italic");
    if (layer == Layer::letters && run.colour != text_colour_ && !run.colour.empty()) looks.set("fill", run.colour);
  }

  /// Fill and stroke, but for what the group around says for all that is in it.
  Looks looks_of(const Fill& fill, const std::string& paint, const Stroke& stroke) const {
    Looks looks(decimals_);
    if (!paint.empty() && (!shared_.fill || *shared_.fill != paint || fill.opacity < 1)) add_fill(looks, fill, paint);
    if (!shared_.stroke || *shared_.stroke != stroke) add_stroke(looks, stroke);
    return looks;
  }

  void write_looks(const Looks& looks, std::string_view more = {}) {
    if (options_.looks) return looks.write(xml_, *options_.looks, more);
    looks.write(xml_);
    if (!more.empty()) xml_.attribute("class", more);
  }

  /// What all shapes of a group look like, where it holds two or more and nothing but plain shapes.
  struct SharedLooks {
    std::optional<std::string> fill;
    std::optional<Stroke> stroke;
  };
  SharedLooks looks_shared_in(const Group& group) {
    if (!in_page_ || group.shapes.size() < 2) return {};
    SharedLooks shared;
    bool first = true;
    for (const Shape& shape : group.shapes) {
      if (std::holds_alternative<TextShape>(shape) || std::holds_alternative<Group>(shape)) return {};
      std::visit([&](const auto& one) { keep_shared(one, first, shared); }, shape);
      first = false;
    }
    if (shared.stroke && shared.stroke->colour.empty()) shared.stroke.reset();
    return shared;
  }

  template <class Painted>
  void keep_shared(const Painted& one, bool first, SharedLooks& shared) {
    if constexpr (requires { one.fill; }) {
      const std::string paint = paint_of(one);
      if (first) {
        if (one.fill.opacity >= 1) shared.fill = paint;
        shared.stroke = one.stroke;
        return;
      }
      if (shared.fill && (*shared.fill != paint || one.fill.opacity < 1)) shared.fill.reset();
      if (shared.stroke && *shared.stroke != one.stroke) shared.stroke.reset();
    }
  }

  /// A reference to the same drawing at another place of the picture; what is drawn for the first time gets an id.
  bool write_repeat(const DrawnBefore::Found& found) {
    const std::string id = options_.id_prefix + "d" + std::to_string(found.first.number);
    if (found.is_new) {
      xml_.open("g");
      xml_.attribute("id", id);
      return false;
    }
    xml_.open("use");
    xml_.attribute("href", "#" + id);
    xml_.attribute("x", found.at.x - found.first.from.x);
    xml_.attribute("y", found.at.y - found.first.from.y);
    xml_.close();
    return true;
  }

  void write_one(const Group& group) {
    if (in_page_) {
      if (const auto found = drawn_.find(group)) {
        if (write_repeat(*found)) return;
        return write_shapes(group);
      }
    }
    xml_.open("g");
    if (!in_page_ && !group.id.empty()) xml_.attribute("id", ids_.unique(group.id));
    if (!group.data_id.empty()) xml_.attribute("data-id", group.data_id);
    if (!group.kind.empty()) xml_.attribute("data-kind", group.kind);
    if (!in_page_ && !group.role.empty()) xml_.attribute("class", group.role);
    if (!in_page_ && !group.title.empty()) xml_.attribute("role", "graphics-symbol");
    write_shapes(group);
  }

  /// Into the start tag what all shapes share; then what the group is in words, and the shapes.
  void write_shapes(const Group& group) {
    shared_ = looks_shared_in(group);
    Looks looks(decimals_);
    if (shared_.fill) looks.set("fill", *shared_.fill);
    if (shared_.stroke) add_stroke(looks, *shared_.stroke);
    looks.write(xml_);
    if (!group.title.empty()) xml_.element("title", with_marked_names(group.title));
    if (!group.description.empty()) xml_.element("desc", with_marked_names(group.description));
    for (const Shape& shape : group.shapes) write_shape(shape);
    shared_ = {};
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
  DrawnBefore drawn_;
  SharedLooks shared_;  // by the group that is being written
};

}  // namespace

std::string write_svg(const Scene& scene, const Fonts& fonts, const SvgOptions& options) {
  return SvgWriter(scene, fonts, options).write();
}

}  // namespace outmap
