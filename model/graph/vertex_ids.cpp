#include "model/graph/vertex_ids.hpp"

#include <algorithm>

namespace outmap {

void VertexIds::add(const Id& id, ElementRef ref) {
  ids_.push_back(id);
  refs_.push_back(ref);
}

std::optional<std::size_t> VertexIds::find(std::string_view id) const {
  const auto place = std::lower_bound(ids_.begin(), ids_.end(), id);
  if (place == ids_.end() || *place != id) return std::nullopt;
  return static_cast<std::size_t>(place - ids_.begin());
}

}  // namespace outmap
