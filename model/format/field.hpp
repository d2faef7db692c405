// The description of a field: the one place where its name, type, range, default and meaning are told.
// Reader, writer, JSON Schema, did-you-mean, table columns and the field reference are all made from it.
#pragma once

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/map/element_kind.hpp"

namespace outmap {

class RecordType;
class Value;
class Reader;
struct Extension;
class CellReader;

enum class FieldType {
  text,
  number,
  boolean,
  date,
  choice,         // one of `choices`
  id,             // the element's own id
  reference,      // the id of one other element
  references,     // ids of other elements
  texts,          // a list of texts
  id_numbers,     // element id -> number
  record,         // nested fields
  records,        // a list of records
  keyed_records,  // element id -> record
  attributes,     // free, typed attributes
  holders,        // ids, or ids -> record, or `organisation`
  measure,        // a number or a marker level
  tables,         // list -> file, or how its columns are called
  names,          // text -> text
  settings,       // field of an element -> any value, in scenarios
};

/// The way from a field to an id or a record below it; written out only when a message needs it.
class Where {
 public:
  Where() = default;  // the field itself
  explicit Where(std::size_t position) : position_(position) {}
  explicit Where(const std::string& key) : key_(&key) {}  // valid as long as the key

  /// As a JSON Pointer: "", "/3" or "/key".
  std::string pointer() const;

 private:
  const std::string* key_ = nullptr;
  std::optional<std::size_t> position_;
};

/// Called for each id that a field refers to, and for each record below a field.
using IdVisitor = std::function<void(std::string_view id, const Where& where)>;
using RecordVisitor = std::function<void(const void* record, const Where& where)>;

/// How one C++ type is read and written; made by templates in codec.hpp. `member` points at the field's value.
struct FieldAccess {
  void* (*get)(void* object) = nullptr;
  void (*read)(void* member, const Value& value, Reader& reader) = nullptr;
  void (*read_cell)(void* member, std::string_view cell, CellReader& reader) = nullptr;  // null: not in tables
  void (*write)(const void* member, nlohmann::ordered_json& to) = nullptr;
  void (*visit_ids)(const void* member, const IdVisitor& visit) = nullptr;          // null: refers to nothing
  void (*visit_records)(const void* member, const RecordVisitor& visit) = nullptr;  // null: no records below

  /// Leaves a field as if it had not been given. Null where it has no value of its own that could be taken out.
  void (*clear)(void* member) = nullptr;

  /// A new record at the end of a list of records. `reserve` makes room for that many more. Null where there is no
  /// list.
  void* (*append)(void* member) = nullptr;
  void (*reserve)(void* member, std::size_t more) = nullptr;
  std::size_t (*count)(const void* member) = nullptr;

  /// The record below an optional or keyed field, made where it is absent; `key` is the id of keyed records. Null where
  /// the field has no record below it. For dotted columns of tables.
  void* (*make_record)(void* member, std::string_view key) = nullptr;
};

struct Range {
  std::optional<double> min;
  std::optional<double> max;
};

struct Field {
  std::string_view name;
  std::string_view help;  // one line, for people; no full stop
  FieldType type = FieldType::text;
  Range range;
  std::string_view unit;          // "money", "share", "level", "years"; empty where it has none
  std::string_view default_text;  // what holds when the field is absent, in words or as the value
  bool required = false;
  bool table_only = false;  // a column of a table that no YAML or JSON map has (position of a stage)
  std::span<const std::string_view> choices;
  ElementKinds refers_to;              // kinds that a reference may name
  const RecordType* record = nullptr;  // of record, records, keyed_records and holders
  FieldAccess access{};
};

/// A record: what its fields are, in the order in which they are written.
class RecordType {
 public:
  /// Where fields that begin with x- are kept; null where the record takes none.
  using Extensions = std::vector<Extension>* (*)(void* object);

  RecordType(std::string_view name, std::string_view help, std::vector<Field> fields, Extensions extensions_of);

  std::string_view name() const { return name_; }  // "customer"
  std::string_view help() const { return help_; }
  const std::vector<Field>& fields() const { return fields_; }
  const Field* find(std::string_view name) const;
  Extensions extensions() const { return extensions_; }

  /// Some field of it, or of a record below it, refers to other elements.
  bool has_references() const { return has_references_; }

 private:
  std::string_view name_;
  std::string_view help_;
  std::vector<Field> fields_;
  Extensions extensions_;
  bool has_references_ = false;
};

/// The record type of the whole map (`customers`, `title` …), from which all others are reached.
const RecordType& map_record();

/// Every record type that is reached from the map, each once, in the order in which they are met.
std::vector<const RecordType*> all_record_types();

/// The same for any other root.
std::vector<const RecordType*> all_record_types(const RecordType& root);

}  // namespace outmap
