#include "render/text/stand_ins.hpp"

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

}  // namespace outmap
