#include "model/graph/vertex_ids.hpp"

#include <algorithm>

namespace outmap {

std::optional<std::size_t> VertexIds::find(std::string_view id) const {
  const auto found = std::lower_bound(ids_.begin(), ids_.end(), id);
  if (found == ids_.end() || *found != id) return std::nullopt;
  return static_cast<std::size_t>(found - ids_.begin());
}

}  // namespace outmap
