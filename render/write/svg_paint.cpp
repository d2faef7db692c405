#include "render/write/svg_paint.hpp"

#include <algorithm>

namespace outmap {
namespace {

constexpr double kSlim_px = 16;

struct Grain {
  double tile_px;
  double mark_px;  // width of a stripe, radius of a dot, width of a line
};

Grain grain(Pattern pattern, bool fine) {
  switch (pattern) {
    case Pattern::dots:
      return fine ? Grain{3.5, 0.85} : Grain{5, 1};
    case Pattern::cross:
      return fine ? Grain{3, 0.7} : Grain{4.5, 0.8};
    default:
      return fine ? Grain{4, 1.8} : Grain{6, 1.5};
  }
}

void write_rect(XmlWriter& xml, double width, double height, const Colour& fill) {
  xml.open("rect", XmlWriter::Flow::within);
  xml.attribute("width", width);
  xml.attribute("height", height);
  xml.attribute("fill", fill);
  xml.close();
}

void write_marks(XmlWriter& xml, Pattern pattern, const Grain& grain, const Colour& ink) {
  if (pattern == Pattern::dots) {
    xml.open("circle", XmlWriter::Flow::within);
    xml.attribute("cx", grain.tile_px / 2);
    xml.attribute("cy", grain.tile_px / 2);
    xml.attribute("r", grain.mark_px);
    xml.attribute("fill", ink);
    xml.close();
    return;
  }
  write_rect(xml, grain.mark_px, grain.tile_px, ink);
  if (pattern == Pattern::cross) write_rect(xml, grain.tile_px, grain.mark_px, ink);
}

}  // namespace

std::string PatternTable::id_of(std::size_t index) const { return id_prefix_ + "fill-" + std::to_string(index + 1); }

std::string PatternTable::paint(const Fill& fill, double slimmest_px) {
  if (fill.pattern == Pattern::none) return fill.colour.empty() ? "none" : fill.colour;
  const Entry entry{fill.pattern, fill.colour, fill.pattern_colour, slimmest_px < kSlim_px};
  auto found = std::find(entries_.begin(), entries_.end(), entry);
  if (found == entries_.end()) found = entries_.insert(entries_.end(), entry);
  return "url(#" + id_of(static_cast<std::size_t>(found - entries_.begin())) + ")";
}

std::vector<std::string> PatternTable::ids() const {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < entries_.size(); ++i) all.push_back(id_of(i));
  return all;
}

void PatternTable::write(XmlWriter& xml) const {
  if (entries_.empty()) return;
  xml.open("defs");
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Entry& entry = entries_[i];
    const Grain grained = grain(entry.pattern, entry.fine);
    xml.open("pattern");
    xml.attribute("id", id_of(i));
    xml.attribute("width", grained.tile_px);
    xml.attribute("height", grained.tile_px);
    xml.attribute("patternUnits", "userSpaceOnUse");
    if (entry.pattern != Pattern::dots) xml.attribute("patternTransform", "rotate(45)");
    if (!entry.ground.empty()) write_rect(xml, grained.tile_px, grained.tile_px, entry.ground);
    write_marks(xml, entry.pattern, grained, entry.ink);
    xml.close();
  }
  xml.close();
}

void write_fill(XmlWriter& xml, const Fill& fill, const std::string& paint) {
  xml.attribute("fill", paint);
  if (fill.opacity < 1 && paint != "none") xml.attribute("fill-opacity", fill.opacity);
}

void write_stroke(XmlWriter& xml, const Stroke& stroke) {
  if (stroke.colour.empty()) return;
  xml.attribute("stroke", stroke.colour);
  if (stroke.width != 1) xml.attribute("stroke-width", stroke.width);
  if (!stroke.dash.empty()) {
    std::string dashes;
    for (const double length : stroke.dash) dashes += (dashes.empty() ? "" : " ") + short_number(length);
    xml.attribute("stroke-dasharray", dashes);
  }
  if (stroke.opacity < 1) xml.attribute("stroke-opacity", stroke.opacity);
}

}  // namespace outmap
