#include "render/layout/check.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "render/layout/contrast.hpp"
#include "render/layout/shapes.hpp"
#include "render/write/xml.hpp"

namespace outmap {
namespace {

struct PlacedText {
  std::string words;
  Box box;
  const TextShape* shape;
};

std::string words_of(const TextShape& text) {
  std::string words;
  for (const TextRun& run : text.runs) words += run.text;
  return words;
}

void collect(const std::vector<Shape>& shapes, std::vector<PlacedText>& found) {
  for (const Shape& shape : shapes) {
    if (const auto* group = std::get_if<Group>(&shape)) collect(group->shapes, found);
    const auto* text = std::get_if<TextShape>(&shape);
    if (text == nullptr) continue;
    std::string words = words_of(*text);
    if (!words.empty()) found.push_back({std::move(words), text_box(*text), text});
  }
}

std::string at(const Box& box) { return " at " + short_number(box.x, 1) + ", " + short_number(box.y, 1); }

void check_alone(const PlacedText& text, const Scene& scene, const LayoutCheckOptions& options,
                 std::vector<std::string>& faults) {
  const std::string name = "'" + text.words + "'" + at(text.box);
  if (text.shape->width_px <= 0) faults.push_back(name + " has no measured width");
  if (text.shape->size_px < options.smallest_text_px)
    faults.push_back(name + " is set at " + short_number(text.shape->size_px, 1) + " px");
  const Box page{0, 0, scene.width_px, scene.height_px};
  if (!contains(inset(page, options.edge_px), text.box, 0.01)) faults.push_back(name + " leaves the picture");
}

/// Pairs of texts that overlap, as indices in reading order. Sweeps from left to right.
std::vector<std::pair<std::size_t, std::size_t>> overlapping(const std::vector<PlacedText>& texts,
                                                             double more_than_px) {
  std::vector<std::size_t> by_left(texts.size());
  std::iota(by_left.begin(), by_left.end(), std::size_t{0});
  std::stable_sort(by_left.begin(), by_left.end(),
                   [&](std::size_t a, std::size_t b) { return texts[a].box.x < texts[b].box.x; });
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  std::vector<std::size_t> open;
  for (const std::size_t one : by_left) {
    std::erase_if(open, [&](std::size_t other) { return texts[other].box.right() <= texts[one].box.x; });
    for (const std::size_t other : open)
      if (overlaps(texts[one].box, texts[other].box, more_than_px)) pairs.push_back(std::minmax(one, other));
    open.push_back(one);
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

}  // namespace

std::vector<std::string> find_layout_faults(const Scene& scene, const LayoutCheckOptions& options) {
  std::vector<PlacedText> texts;
  collect(scene.shapes, texts);
  std::vector<std::string> faults;
  for (const PlacedText& text : texts) check_alone(text, scene, options, faults);
  for (const auto& [one, other] : overlapping(texts, options.overlap_px))
    faults.push_back("'" + texts[one].words + "'" + at(texts[one].box) + " lies on '" + texts[other].words + "'" +
                     at(texts[other].box));
  for (std::string& pale : find_pale_text(scene, options.least_contrast)) faults.push_back(std::move(pale));
  return faults;
}

}  // namespace outmap
