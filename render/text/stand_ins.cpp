#include "render/text/stand_ins.hpp"

#include <algorithm>
#include <tuple>

#include "render/text/code_points.hpp"

namespace outmap {

OpenStandIn* StandIns::find(Face face, char32_t code_point) {
  const auto [place, first] = found_.try_emplace({face, code_point}, nullptr);
  if (!first) return place->second;
  if (const auto font = find_stand_in(face, family_, code_point)) place->second = open(*font);
  return place->second;
}

OpenStandIn* StandIns::open(const StandInFont& font) {
  auto& slot = opened_[{font.path, font.index}];
  if (slot) return slot.get();
  FaceHandle face(text_functions().open(font.path.c_str(), font.index));
  if (!face) return nullptr;
  const double units_per_em = text_functions().units_per_em(face.get());
  slot = std::make_unique<OpenStandIn>(OpenStandIn{font, std::move(face), units_per_em});
  return slot.get();
}

std::vector<StandIn> find_stand_ins(const Fonts& fonts, Face face, const std::set<char32_t>& characters) {
  std::map<std::pair<std::string, unsigned>, StandIn> found;
  std::set<char32_t> marks;
  for (const char32_t value : characters) {
    if (extends_character(value)) marks.insert(value);
    if (value < 0x20 || extends_character(value) || is_invisible(value) || fonts.has(value, face)) continue;
    const auto font = find_stand_in(face, fonts.family(), value);
    if (!font) continue;
    StandIn& other = found[{font->path, font->index}];
    other.font = *font;
    other.characters.insert(value);
  }
  std::vector<StandIn> all;
  for (auto& entry : found) {
    entry.second.characters.insert(marks.begin(), marks.end());
    all.push_back(std::move(entry.second));
  }
  std::sort(all.begin(), all.end(), [](const StandIn& one, const StandIn& other) {
    return std::tie(one.font.place, one.font.path, one.font.index) <
           std::tie(other.font.place, other.font.path, other.font.index);
  });
  return all;
}

std::string subset_of(const StandIn& wanted) {
  const FaceHandle face(text_functions().open(wanted.font.path.c_str(), wanted.font.index));
  return face ? subset_of(*face, wanted.characters, Keep::all_shaping) : std::string();
}

}  // namespace outmap
