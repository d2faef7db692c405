// From files to a Map: the one door through which maps come in.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/format/cells.hpp"
#include "model/io/document.hpp"
#include "model/io/table.hpp"
#include "model/io/wide_ratings.hpp"
#include "model/map/map.hpp"
#include "model/text/diagnostic.hpp"

namespace outmap {

/// Where everything in a map stood: in its document, or in a row of a table. Kept beside the Map for messages.
class Origins {
 public:
  /// The place of the value at a JSON Pointer ("/customers/3/size"); of the nearest value above it where the file says
  /// nothing there; of the whole file as a last resort. `at_key`: the name of a member rather than its value. O(depth ·
  /// members), after a first call that is linear in the list.
  Place locate(std::string_view path, bool at_key = false) const;

 private:
  friend class MapLoader;
  friend class ScenarioLoader;

  struct TableRows {
    std::string list;
    std::size_t first = 0;  // number of the first row's element in the list
    Table table;
    TablePlan plan;
    std::vector<WideOutcome> wide = {};         // of a wide table of ratings
    std::vector<std::uint32_t> wide_plan = {};  // by element: its plan in `wide`
    std::vector<std::uint32_t> wide_row = {};   // by element: its row

    std::size_t elements() const { return wide.empty() ? table.rows() : wide_row.size(); }
    std::size_t row_of(std::size_t element) const { return wide.empty() ? element : wide_row[element]; }
    Place place_of(std::size_t element, std::string_view field_path) const;
  };
  struct Row {
    std::size_t table = 0;
    std::size_t element = 0;  // counted from the table's first
  };

  std::optional<Place> locate_in_tables(const std::vector<std::string>& steps) const;
  std::optional<Row> find_row(const std::vector<std::string>& steps, std::size_t& steps_used) const;
  Place locate_in_document(const std::vector<std::string>& steps, bool at_key) const;
  std::optional<Value> child_of(Value value, const std::string& step) const;

  std::string file_;
  std::optional<Document> document_;
  std::vector<TableRows> tables_;
  std::map<std::pair<std::size_t, std::size_t>, Row> stages_;             // journey and stage -> row of a stages table
  mutable std::map<std::uint32_t, std::vector<std::uint32_t>> children_;  // of long lists, by node
};

struct LoadedMap {
  std::optional<Map> map;  // nothing where there is an error
  Diagnostics problems;    // located and sorted
  Origins origins;
};

/// Called now and then while a table is read: `done` of `of` bytes of `what`. With 0 of 0 when something without a
/// table begins.
using LoadListener = std::function<void(std::string_view what, std::size_t done, std::size_t of)>;

/// Reads a map from `path`: .yaml or .yml, .json (strict), .jsonc (with comments), a folder of tables, or "-" for
/// standard input
/// ('{' first means JSON). Every problem is reported in one pass; a syntax error ends only the file that it is in.
/// Linear in the size of the files, O(n log n) in references. Never throws on bad input.
LoadedMap load_map(const std::string& path, const LoadListener& listener = {});

/// The same for text in memory; `name` is how messages call it and its ending says what it is. Tables are looked for in
/// `folder`.
LoadedMap load_map_text(std::string name, std::string text, const std::string& folder = ".");

/// Puts the place of what a problem is about into every problem that has only a path.
void locate_problems(Diagnostics& problems, const Origins& origins);

}  // namespace outmap
