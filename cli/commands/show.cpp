#include <limits>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/invocation.hpp"
#include "cli/json_text.hpp"
#include "cli/open_map.hpp"
#include "cli/show/text.hpp"
#include "model/format/write.hpp"

namespace outmap {
namespace {

std::string map_as(const std::string& format, const Map& map, std::optional<Date> as_of, const Screen& screen) {
  if (format == "json") return json_text(to_json(map));
  const MapSummary summary = summarise(map, as_of);
  return format == "table" ? summary_text(map, summary, screen) : summary_listing(summary, format, screen);
}

std::string element_as(const std::string& format, const Map& map, const std::string& id, std::optional<Date> as_of,
                       const Screen& screen) {
  const ViewOptions all_rows{.rows_per_list = std::numeric_limits<std::size_t>::max()};
  const auto view = view_element(map, id, format == "json" ? all_rows : ViewOptions{});
  if (!view) {
    std::vector<std::string_view> ids;
    for (const ElementRef ref : map.by_id()) ids.push_back(map.at(ref).id);
    throw UsageError("the map has no element with the id '" + id + "'", nearest_hint(id, ids));
  }
  if (format == "json") return element_json(map, *view);
  return format == "table" ? element_text(map, *view, as_of, screen) : element_listing(*view, format, screen);
}

int run_show(const Invocation& given, Console& console) {
  const std::string& path = given.arguments().front();
  const LoadedMap loaded = open_map(path, console);
  const std::string format = given.format();
  const bool whole = given.arguments().size() == 1;
  console.write_result(
      whole ? map_as(format, *loaded.map, given.date("--as-of"), console.out())
            : element_as(format, *loaded.map, given.arguments()[1], given.date("--as-of"), console.out()));
  if (whole && format == "table") console.suggest("outmap show " + shell_word(path) + " ID");
  return 0;
}

}  // namespace

Command show_command() {
  return {
      .name = "show",
      .summary = "tell what is in a map, or all about one element and what is tied to it",
      .question = "What is in this map, and what hangs on this element?",
      .about =
          "With --format json and no ID it is the whole map in its normalised form, with defaults written out; read "
          "again it gives the same map.",
      .arguments = {map_argument(),
                    {.name = "ID", .help = "an element of it", .type = ValueType::id, .required = false}},
      .formats = table_formats(),
      .examples = {{"outmap show map.yaml", "counts, journeys, money, and what is missing"},
                   {"outmap show map.yaml book-is-there", "one outcome: its fields, and everything that names it"},
                   {"outmap show tables/ --format json > map.json", "a folder of tables as one normalised map"}},
      .reads_map = true,
      .run = run_show};
}

}  // namespace outmap
