#include "render/write/svg_paint.hpp"

#include <algorithm>

namespace outmap {
namespace {

constexpr double kSlim_px = 16;

struct Grain {
  double tile_px;
  double mark_px;  // width of a line, radius of a dot
};

/// Tiles are whole pixels and not turned, so that no renderer blurs them. Diagonals lie tile / √2 apart.
Grain grain(Pattern pattern, bool fine) {
  switch (pattern) {
    case Pattern::dots:
      return fine ? Grain{4, 0.9} : Grain{5, 1};
    case Pattern::cross:
      return fine ? Grain{4, 0.7} : Grain{6, 0.8};
    default:
      return fine ? Grain{6, 1.8} : Grain{8, 1.5};
  }
}

/// Lines across a tile, and the corners of those across its neighbours.
std::string diagonals(double tile_px, bool both_ways) {
  const std::string inner = short_number(tile_px - 1);
  const std::string outer = short_number(tile_px + 1);
  std::string data = "M-1 " + outer + "L" + outer + "-1M-1 1L1-1M" + inner + " " + outer + "L" + outer + " " + inner;
  if (both_ways)
    data += "M-1-1L" + outer + " " + outer + "M-1 " + inner + "L1 " + outer + "M" + inner + "-1L" + outer + " 1";
  return data;
}

void write_tile(XmlWriter& xml, double side_px, const Colour& fill) {
  xml.open("rect", XmlWriter::Flow::within);
  xml.attribute("width", side_px);
  xml.attribute("height", side_px);
  xml.attribute("fill", fill);
  xml.close();
}

void write_dot_mark(XmlWriter& xml, const Grain& grain, const Colour& ink) {
  xml.open("circle", XmlWriter::Flow::within);
  xml.attribute("cx", grain.tile_px / 2);
  xml.attribute("cy", grain.tile_px / 2);
  xml.attribute("r", grain.mark_px);
  xml.attribute("fill", ink);
  xml.close();
}

void write_line_marks(XmlWriter& xml, bool both_ways, const Grain& grain, const Colour& ink) {
  xml.open("path", XmlWriter::Flow::within);
  xml.attribute("d", diagonals(grain.tile_px, both_ways));
  xml.attribute("stroke", ink);
  xml.attribute("stroke-width", grain.mark_px);
  xml.close();
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
    if (!entry.ground.empty()) write_tile(xml, grained.tile_px, entry.ground);
    if (entry.pattern == Pattern::dots)
      write_dot_mark(xml, grained, entry.ink);
    else
      write_line_marks(xml, entry.pattern == Pattern::cross, grained, entry.ink);
    xml.close();
  }
  xml.close();
}

void add_fill(Looks& looks, const Fill& fill, const std::string& paint) {
  looks.set("fill", paint);
  if (fill.opacity < 1 && paint != "none") looks.set("fill-opacity", fill.opacity);
}

void add_stroke(Looks& looks, const Stroke& stroke) {
  if (stroke.colour.empty()) return;
  looks.set("stroke", stroke.colour);
  if (stroke.width != 1) looks.set("stroke-width", stroke.width);
  if (!stroke.dash.empty()) {
    std::string dashes;
    for (const double length : stroke.dash) dashes += (dashes.empty() ? "" : " ") + short_number(length);
    looks.set("stroke-dasharray", dashes);
  }
  if (stroke.opacity < 1) looks.set("stroke-opacity", stroke.opacity);
}

}  // namespace outmap
