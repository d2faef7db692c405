// From rows of a table to structs, guided by the same description of fields.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "model/format/field.hpp"
#include "model/format/map_file.hpp"
#include "model/format/scalar.hpp"
#include "model/io/table.hpp"

namespace outmap {

/// Which record of which list a row is: "/customers/3", written out only for messages.
struct RecordPath {
  std::string_view list;
  std::size_t index = 0;
};

/// Reads one cell after the other and reports with the cell's place and path.
class CellReader {
 public:
  CellReader(const RowReader& rows, Diagnostics& problems) : rows_(rows), problems_(problems) {}

  const RowReader& rows() const { return rows_; }
  const Field& field() const { return *field_; }
  void report(Fault fault);

  /// The parts of a list: `a;b`. Empty parts are left out.
  static void each_item(std::string_view cell, const std::function<void(std::string_view)>& item);
  /// The parts of a mapping: `key=value;key=value`; a part without '=' is reported.
  void each_pair(std::string_view cell, const std::function<void(std::string_view, std::string_view)>& pair);

 private:
  friend class TablePlan;

  const RowReader& rows_;
  Diagnostics& problems_;
  const Field* field_ = nullptr;
  RecordPath record_;
  std::string_view column_path_;
  std::size_t column_ = 0;
  bool in_table_ = true;         // false: the value stands in the map, for all rows, and is complained of once
  std::string_view value_path_;  // then: where
};

/// Which column of a table goes to which field of a record; made once per table.
class TablePlan {
 public:
  /// Matches the header with the fields of `type`: by the names that `source.columns` gives, else by their own, and
  /// takes over `source.values` for the rows that say nothing of a field. A
  /// dotted name leads into a record (clv.margin). A column that is no field becomes an attribute where the record has
  /// attributes; else it is reported, once, with the nearest name. Required fields without a column are reported.
  TablePlan(const RecordType& type, const Table& table, const TableSource& source, Diagnostics& problems);

  /// Fills `object` from the row that is held. `record` is for messages. O(columns).
  void read_row(void* object, RecordPath record, CellReader& reader) const;

  /// A column that may hold numbers, and the path of its field.
  struct NumberColumn {
    std::size_t index = 0;
    std::string path;
  };
  std::vector<NumberColumn> number_columns() const;

  /// The column that holds the field at this path ("/clv/margin"), or nothing.
  std::optional<std::size_t> column_of(std::string_view field_path) const;

 private:
  struct Step {
    const Field* field;
    std::string key;  // of keyed records
  };
  struct Column {
    std::size_t index = 0;
    std::vector<Step> parents;
    const Field* leaf = nullptr;  // null: an attribute or an extension
    bool extension = false;
    Symbol attribute;
    std::string path;
  };
  /// What a field holds in the rows that say nothing of it.
  struct Default {
    Column column;                    // its index is not used
    std::optional<std::size_t> cell;  // the column of the table, if there is one
    std::string text;
    std::string value_path;  // where it stands in the map
  };

  void plan_default(const ColumnName& value, const TableSource& source, Diagnostics& problems);
  void read_defaults(void* object, CellReader& reader) const;
  bool has_default(const Field& field) const;
  void plan_column(std::size_t index, std::string_view name, const Table& table, Diagnostics& problems);
  void warn_of_near_field(std::size_t index, std::string_view name, const Table& table, Diagnostics& problems) const;
  bool plan_field(Column& column, std::string_view name) const;
  void report_missing_columns(const Table& table, Diagnostics& problems) const;
  void read_cell(const Column& column, std::string_view cell, void* object, CellReader& reader) const;

  const RecordType& type_;
  const Field* attributes_ = nullptr;
  std::vector<Column> columns_;
  std::vector<Default> defaults_;
};

}  // namespace outmap
