#include "cli/names.hpp"

#include <vector>

#include "cli/display_text.hpp"

namespace outmap {

std::string printable_name(const Map& map, const Id& id) { return printable(map.name_of(id)); }

std::string names_text(const Map& map, const Ids& ids, std::size_t most) {
  std::vector<std::string> names;
  for (const Id& id : ids) names.push_back(printable_name(map, id));
  return few_of(names, most);
}

std::string quoted_names(const Map& map, const Ids& ids, std::size_t most) {
  std::vector<std::string> names;
  for (const Id& id : ids) names.push_back("'" + printable_name(map, id) + "'");
  return few_in_a_row(names, most);
}

}  // namespace outmap
