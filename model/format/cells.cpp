#include "model/format/cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "model/format/reader.hpp"
#include "model/format/write.hpp"
#include "model/map/elements.hpp"
#include "model/text/edit_distance.hpp"

namespace outmap {

namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace

void CellReader::report(Fault fault) {
  if (!in_table_) {
    if (rows_.row() > 0) return;
    problems_.add({std::move(fault.code),
                   Severity::error,
                   {},
                   std::string(value_path_),
                   std::move(fault.message),
                   std::move(fault.hint)});
    return;
  }
  const Table& table = rows_.table();
  Place place = table.place(rows_.row(), column_);
  problems_.add({std::move(fault.code), Severity::error, std::move(place),
                 fmt::format("/{}/{}{}", record_.list, record_.index, column_path_),
                 fmt::format("column '{}': {}", table.header()[column_], fault.message), std::move(fault.hint)});
}

void CellReader::each_item(std::string_view cell, const std::function<void(std::string_view)>& item) {
  while (!cell.empty()) {
    const auto end = std::min(cell.find(';'), cell.size());
    if (const auto part = trimmed(cell.substr(0, end)); !part.empty()) item(part);
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
}

void CellReader::each_pair(std::string_view cell, const std::function<void(std::string_view, std::string_view)>& pair) {
  each_item(cell, [&](std::string_view part) {
    const auto equals = part.find('=');
    if (equals == std::string_view::npos) {
      return report(
          {"value.type", fmt::format("'{}' takes pairs, found '{}'", field_->name, part), "write key=value;key=value"});
    }
    pair(trimmed(part.substr(0, equals)), trimmed(part.substr(equals + 1)));
  });
}

TablePlan::TablePlan(const RecordType& type, const Table& table, const TableSource& source, Diagnostics& problems)
    : type_(type) {
  for (const Field& field : type.fields()) {
    if (field.type == FieldType::attributes) attributes_ = &field;
  }
  for (std::size_t i = 0; i < table.columns(); ++i) {
    const std::string& header = table.header()[i];
    if (std::find(source.ignore.begin(), source.ignore.end(), header) != source.ignore.end()) continue;
    const auto named = std::find_if(source.columns.begin(), source.columns.end(),
                                    [&header](const ColumnName& column) { return column.header == header; });
    plan_column(i, named == source.columns.end() ? header : named->field, table, problems);
  }
  for (const ColumnName& value : source.values) plan_default(value, source, problems);
  report_missing_columns(table, problems);
}

void TablePlan::plan_default(const ColumnName& value, const TableSource& source, Diagnostics& problems) {
  Default held;
  held.value_path = source.path + "/values" + pointer_step(value.field);
  held.text = value.header;
  if (!plan_field(held.column, value.field)) {
    Fault fault = unknown_field_fault(type_, value.field);
    problems.add(
        {std::move(fault.code), Severity::error, {}, held.value_path, std::move(fault.message), std::move(fault.hint)});
    return;
  }
  held.cell = column_of(held.column.path);
  defaults_.push_back(std::move(held));
}

bool TablePlan::has_default(const Field& field) const {
  return std::ranges::any_of(defaults_, [&field](const Default& held) { return held.column.leaf == &field; });
}

void TablePlan::plan_column(std::size_t index, std::string_view name, const Table& table, Diagnostics& problems) {
  Column column;
  column.index = index;
  if (plan_field(column, name)) {
    columns_.push_back(std::move(column));
    return;
  }
  if (type_.extensions() != nullptr && name.starts_with("x-")) {
    column.extension = true;
  } else if (attributes_ == nullptr) {
    Fault fault = unknown_field_fault(type_, name);
    problems.add({std::move(fault.code), Severity::error, table.header_place(index), pointer_step(name),
                  fmt::format("{}, but the table has a column of that name", fault.message), std::move(fault.hint)});
    return;
  } else if (name.starts_with("attributes.")) {
    name.remove_prefix(11);
  } else {
    warn_of_near_field(index, name, table, problems);
  }
  column.attribute = Symbol(name);
  column.path = column.extension ? pointer_step(name) : "/attributes" + pointer_step(name);
  columns_.push_back(std::move(column));
}

void TablePlan::warn_of_near_field(std::size_t index, std::string_view name, const Table& table,
                                   Diagnostics& problems) const {
  std::vector<std::string_view> known;
  for (const Field& field : type_.fields()) known.push_back(field.name);
  const auto near = nearest(name, known);
  if (near.empty()) return;
  problems.add(
      {"field.like-attribute", Severity::warning, table.header_place(index), pointer_step(name),
       fmt::format("the column '{}' is no field of {}; it is read as an attribute", name, with_article(type_.name())),
       fmt::format("did you mean '{}'? To keep the attribute, call it 'attributes.{}'", near, name)});
}

bool TablePlan::plan_field(Column& column, std::string_view name) const {
  const RecordType* type = &type_;
  std::string path;
  while (true) {
    const auto dot = name.find('.');
    const Field* field = type->find(name.substr(0, dot));
    if (field == nullptr) return false;
    path += pointer_step(field->name);
    if (dot == std::string_view::npos) {
      if (field->access.read_cell == nullptr) return false;
      column.leaf = field;
      column.path = std::move(path);
      return true;
    }
    name.remove_prefix(dot + 1);
    if (field->record == nullptr || field->access.make_record == nullptr) return false;
    std::string key;
    if (field->type != FieldType::record) {
      const auto next = name.find('.');
      if (next == std::string_view::npos) return false;
      key = name.substr(0, next);
      path += pointer_step(key);
      name.remove_prefix(next + 1);
    }
    column.parents.push_back({field, std::move(key)});
    type = field->record;
  }
}

void TablePlan::report_missing_columns(const Table& table, Diagnostics& problems) const {
  for (const Field& field : type_.fields()) {
    if (!field.required) continue;
    const auto found = std::find_if(columns_.begin(), columns_.end(),
                                    [&field](const Column& column) { return column.leaf == &field; });
    if (found != columns_.end() || has_default(field)) continue;
    std::vector<std::string_view> headers(table.header().begin(), table.header().end());
    const auto near = nearest(field.name, headers);
    problems.add({"field.missing", Severity::error, table.header_place(0), pointer_step(field.name),
                  fmt::format("no column holds '{}' of {}", field.name, with_article(type_.name())),
                  near.empty()
                      ? fmt::format("name it under 'columns' in the map: columns: {{{}: …}}", field.name)
                      : fmt::format("did you mean the column '{}'? Name it under 'columns' in the map", near)});
  }
}

void TablePlan::read_row(void* object, RecordPath record, CellReader& reader) const {
  std::string scratch;
  reader.record_ = record;
  for (const Column& column : columns_) {
    const std::string_view cell = reader.rows_.cell(column.index, scratch);
    reader.column_ = column.index;
    reader.column_path_ = column.path;
    reader.field_ = column.leaf != nullptr ? column.leaf : attributes_;
    if (!cell.empty()) {
      read_cell(column, cell, object, reader);
    } else if (column.leaf != nullptr && column.leaf->required && !has_default(*column.leaf)) {
      reader.report({"field.missing", fmt::format("this {} has no '{}'", type_.name(), column.leaf->name), {}});
    }
  }
  if (!defaults_.empty()) read_defaults(object, reader);
}

void TablePlan::read_defaults(void* object, CellReader& reader) const {
  std::string scratch;
  reader.in_table_ = false;
  for (const Default& held : defaults_) {
    if (held.text.empty() || (held.cell && !reader.rows_.cell(*held.cell, scratch).empty())) continue;
    reader.value_path_ = held.value_path;
    reader.field_ = held.column.leaf;
    read_cell(held.column, held.text, object, reader);
  }
  reader.in_table_ = true;
}

void TablePlan::read_cell(const Column& column, std::string_view cell, void* object, CellReader& reader) const {
  if (column.leaf != nullptr) {
    for (const Step& step : column.parents) {
      object = step.field->access.make_record(step.field->access.get(object), step.key);
    }
    column.leaf->access.read_cell(column.leaf->access.get(object), cell, reader);
    return;
  }
  if (column.extension) {
    type_.extensions()(object)->push_back(
        {column.attribute.text(), json_of(attribute_of(scalar_of_cell(cell))).dump()});
    return;
  }
  auto& attributes = *static_cast<Attributes*>(attributes_->access.get(object));
  if (attributes.empty()) attributes.reserve(columns_.size());
  if (cell.find(';') == std::string_view::npos) {
    attributes.push_back({column.attribute, attribute_of(scalar_of_cell(cell))});
    return;
  }
  Words words;
  reader.each_item(cell, [&words](std::string_view word) { words.push_back(Symbol(word)); });
  attributes.push_back({column.attribute, std::move(words)});
}

std::vector<TablePlan::NumberColumn> TablePlan::number_columns() const {
  std::vector<NumberColumn> found;
  for (const Column& column : columns_) {
    if (column.leaf == nullptr || column.leaf->type == FieldType::number) found.push_back({column.index, column.path});
  }
  return found;
}

std::optional<std::size_t> TablePlan::column_of(std::string_view field_path) const {
  while (!field_path.empty()) {
    for (const Column& column : columns_) {
      if (column.path == field_path) return column.index;
    }
    field_path = field_path.substr(0, field_path.rfind('/'));
  }
  return std::nullopt;
}

}  // namespace outmap
