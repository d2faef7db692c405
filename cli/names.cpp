#include "cli/names.hpp"

#include <vector>

#include "cli/display_text.hpp"

namespace outmap {

std::string names_text(const Map& map, const Ids& ids, std::size_t most) {
  std::vector<std::string> names;
  for (const Id& id : ids) names.push_back(printable(map.name_of(id)));
  return few_of(names, most);
}

std::string quoted_names(const Map& map, const Ids& ids, std::size_t most) {
  std::vector<std::string> names;
  for (const Id& id : ids) names.push_back("'" + printable(map.name_of(id)) + "'");
  return few_in_a_row(names, most);
}

}  // namespace outmap
