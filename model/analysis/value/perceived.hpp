// Value as the customer sees it: four parts, what they come to, and where the most could be gained.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "model/map/elements.hpp"

namespace outmap {

enum class ValuePart { worth, benefits, costs, drawbacks };
inline constexpr std::array<ValuePart, 4> value_parts = {ValuePart::worth, ValuePart::benefits, ValuePart::costs,
                                                         ValuePart::drawbacks};

std::string_view to_text(ValuePart part);  // "drawbacks"

/// How the parts of a perceived value add up.
struct PerceivedNet {
  PerceivedValue parts;
  std::optional<double> net;           // missing where one of the four parts is
  std::optional<ValuePart> most_room;  // missing where no part is known, or none has room
  double room = 0;                     // of that part, on the map's scale

  bool operator==(const PerceivedNet&) const = default;
};

/// How much better a part can get: up to the top of the scale for worth and benefits, down to its bottom for costs and
/// drawbacks; missing where the part is. O(1).
std::optional<double> room_of(const PerceivedValue& value, ValuePart part, const Scale& scale);

/// Net = (worth + benefits) - (costs + drawbacks), from minus to plus twice the width of the scale (Zeithaml 1988,
/// doi:10.1177/002224298805200302: what is received for what is given). The part with the most room is where the net
/// can grow most; of equal ones the first in the order of value_parts. Missing parts count as missing, never as 0.
/// O(1).
PerceivedNet perceived_net(const PerceivedValue& value, const Scale& scale);

}  // namespace outmap
