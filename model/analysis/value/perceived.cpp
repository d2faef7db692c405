#include "model/analysis/value/perceived.hpp"

namespace outmap {
namespace {

std::optional<double> part_of(const PerceivedValue& value, ValuePart part) {
  switch (part) {
    case ValuePart::worth:
      return value.worth;
    case ValuePart::benefits:
      return value.benefits;
    case ValuePart::costs:
      return value.costs;
    case ValuePart::drawbacks:
      return value.drawbacks;
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_text(ValuePart part) {
  constexpr std::array<std::string_view, 4> words = {"worth", "benefits", "costs", "drawbacks"};
  return words[static_cast<std::size_t>(part)];
}

std::optional<double> room_of(const PerceivedValue& value, ValuePart part, const Scale& scale) {
  const std::optional<double> level = part_of(value, part);
  if (!level) return std::nullopt;
  const bool gives = part == ValuePart::worth || part == ValuePart::benefits;
  return gives ? scale.max - *level : *level - scale.min;
}

PerceivedNet perceived_net(const PerceivedValue& value, const Scale& scale) {
  PerceivedNet result{value, std::nullopt, std::nullopt, 0};
  if (value.worth && value.benefits && value.costs && value.drawbacks) {
    result.net = (*value.worth + *value.benefits) - (*value.costs + *value.drawbacks);
  }
  for (const ValuePart part : value_parts) {
    const std::optional<double> room = room_of(value, part, scale);
    if (!room || *room <= result.room) continue;
    result.most_room = part;
    result.room = *room;
  }
  return result;
}

}  // namespace outmap
