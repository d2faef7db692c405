#include "render/diagrams/chart_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace outmap {

std::string first_names(const Map& map, const Ids& ids, std::size_t most) {
  std::string names;
  for (std::size_t at = 0; at < std::min(most, ids.size()); ++at)
    names += (at == 0 ? "" : ", ") + std::string(map.name_of(ids[at]));
  if (ids.size() > most) names += fmt::format(" and {} more", ids.size() - most);
  return names;
}

}  // namespace outmap
