// A map as a file says it: its content and the tables that it takes lists from.
#pragma once

#include <string>
#include <vector>

#include "model/map/content.hpp"

namespace outmap {

/// How a table calls one of our fields, or what a field holds.
struct ColumnName {
  std::string field;
  std::string header;  // or the value, as a cell would write it

  bool operator==(const ColumnName&) const = default;
};
using ColumnNames = std::vector<ColumnName>;

enum class TableEncoding { automatic, utf8, latin1 };

/// A list of the map that stands in a table beside it.
struct TableSource {
  std::string list;  // "customers"
  std::string file;
  ColumnNames columns;
  ColumnNames values;  // field -> what it holds where the table says nothing of it
  Texts ignore;
  std::string delimiter;  // ",", ";", "tab"; empty: found by itself
  TableEncoding encoding = TableEncoding::automatic;
  std::string path;  // of its entry in the map
};
using TableSources = std::vector<TableSource>;

struct MapFile : MapContent {
  TableSources tables;
};

/// A stage as a row of stages.csv has it.
struct StageRow : Stage {
  Id journey;
  std::optional<double> position;
};

}  // namespace outmap
