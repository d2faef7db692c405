// Where in a scenario stands what a changed map holds, so that a broken rule is told where it can be mended.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/map/content.hpp"
#include "model/scenario/scenario.hpp"

namespace outmap {

/// Remembers for one content of a map which step of a scenario wrote what, while the steps are made.
class ChangePlaces {
 public:
  /// An addition, told before it is appended to `content`; `path` of its step in the scenario.
  void note_added(const MapContent& content, const MapAddition& addition, const std::string& path);

  /// A field that was set: its JSON Pointer in the map, the element that it is of, and its path in the scenario.
  void note_set(const MapContent& content, const Id& element, const std::string& where, const std::string& path);

  /// Rows of each list of `content`, in the order of the map's fields.
  static std::vector<std::size_t> sizes_of(const MapContent& content);

  /// Elements and rows have left: fields that were set are looked up again; rows that were added, which stand last,
  /// move forward by as many as left their list.
  void note_removed(const std::vector<std::size_t>& sizes_before, const MapContent& after);

  /// Where the scenario said what stands at this path of the map; the last word counts. Else `otherwise`.
  std::string path_in_scenario(std::string_view map_path, const std::string& otherwise) const;

 private:
  struct Added {
    std::size_t list = 0;  // among the lists of the map
    std::string_view name;
    std::size_t index = 0;
    std::string path;
  };
  struct Set {
    std::string where;
    Id element;
    std::string below;  // the element: "/current"
    std::string path;
  };

  std::vector<Added> added_;
  std::vector<Set> set_;
};

}  // namespace outmap
