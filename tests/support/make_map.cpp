#include "tests/support/make_map.hpp"

#include <stdexcept>

#include "model/text/diagnostic.hpp"

namespace outmap::test {

Map make_map(MapContent content) {
  if (content.title.empty()) content.title = "Test";
  Diagnostics problems;
  std::optional<Map> map = Map::make(std::move(content), problems);
  if (map) return *std::move(map);
  std::string message = "the test's map is not valid:";
  for (const Diagnostic& problem : problems.all()) message += "\n" + problem.path + ": " + problem.message;
  throw std::runtime_error(message);
}

Date day(std::string_view text) {
  const auto date = parse_date(text);
  if (!date) throw std::runtime_error("not a date: " + std::string(text));
  return *date;
}

}  // namespace outmap::test
