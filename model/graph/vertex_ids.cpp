#include "model/graph/vertex_ids.hpp"

#include <bit>
#include <functional>

namespace outmap {

void VertexIds::add(const Id& id, ElementRef ref) {
  ids_.push_back(id);
  refs_.push_back(ref);
}

void VertexIds::fill_slots() {
  slots_.assign(std::bit_ceil(2 * ids_.size() + 1), 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t vertex = 0; vertex < ids_.size(); ++vertex) {
    std::size_t at = std::hash<std::string_view>{}(ids_[vertex]) & mask;
    while (slots_[at] != 0) at = (at + 1) & mask;
    slots_[at] = static_cast<std::uint32_t>(vertex + 1);
  }
}

std::optional<std::size_t> VertexIds::find(std::string_view id) const {
  if (slots_.empty()) return std::nullopt;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = std::hash<std::string_view>{}(id)&mask; slots_[at] != 0; at = (at + 1) & mask) {
    if (ids_[slots_[at] - 1] == id) return slots_[at] - 1;
  }
  return std::nullopt;
}

}  // namespace outmap
