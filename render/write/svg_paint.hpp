// Fills and strokes as SVG has them, and the patterns they need.
#pragma once

#include <string>
#include <vector>

#include "render/scene.hpp"
#include "render/write/svg_looks.hpp"
#include "render/write/xml.hpp"

namespace outmap {

/// Every pattern in use, once each, in the order of first use. Slim shapes such as bars get a finer grain, so that even
/// they show the pattern.
class PatternTable {
 public:
  explicit PatternTable(std::string id_prefix) : id_prefix_(std::move(id_prefix)) {}

  /// What stands in `fill`: a colour, "url(#…)" or "none".
  std::string paint(const Fill& fill, double slimmest_px);

  /// Ids of the patterns so far.
  std::vector<std::string> ids() const;

  /// The <defs>, where there is anything to define.
  void write(XmlWriter& xml) const;

 private:
  struct Entry {
    Pattern pattern;
    Colour ground;
    Colour ink;
    bool fine;
    bool operator==(const Entry&) const = default;
  };
  std::string id_of(std::size_t index) const;

  std::string id_prefix_;
  std::vector<Entry> entries_;
};

void add_fill(Looks& looks, const Fill& fill, const std::string& paint);
void add_stroke(Looks& looks, const Stroke& stroke);

}  // namespace outmap
