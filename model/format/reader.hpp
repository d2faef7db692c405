// From values of a document to structs, guided by the description of fields.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/format/field.hpp"
#include "model/format/scalar.hpp"
#include "model/io/document.hpp"
#include "model/text/diagnostic.hpp"

namespace outmap {

/// Reads records and reports every problem with its place and path. One reader serves one document. Reading goes on
/// after a problem: the field keeps its default.
class Reader {
 public:
  /// `told_missing`: a field whose absence was reported already.
  explicit Reader(Diagnostics& problems, std::string_view told_missing = {})
      : problems_(problems), told_missing_(told_missing) {}

  /// Fills the fields of `object` from a mapping. Reported: no mapping, unknown fields (with the nearest known one),
  /// required fields that are missing, and whatever is wrong with a value. O(fields present).
  void read_record(const RecordType& type, void* object, const Value& value);

  /// Reads one field of `object` from a value that stands anywhere.
  void read_field(const Field& field, void* object, const Value& value) {
    field_ = &field;
    field.access.read(field.access.get(object), value, *this);
  }

  /// The field that is being read.
  const Field& field() const { return *field_; }

  /// The key of a member as an interned word; looked up once per key of the document.
  Symbol symbol(const Value& member);

  void report(const Value& value, Fault fault, Severity severity = Severity::error);
  void report_key(const Value& value, Fault fault);

  /// Names the part of the path that is being read while it lives.
  class Step {
   public:
    Step(Reader& reader, std::string_view key);
    Step(Reader& reader, std::size_t index);
    ~Step() { reader_.path_.resize(length_); }
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;

   private:
    Reader& reader_;
    std::size_t length_;
  };

  const std::string& path() const { return path_; }

 private:
  friend class Step;
  const Field* find_field(const RecordType& type, const Value& member);
  void unknown_field(const RecordType& type, const Value& member);
  void missing_fields(const RecordType& type, const Value& value, const std::vector<const Field*>& seen);

  Diagnostics& problems_;
  std::string_view told_missing_;
  const Field* field_ = nullptr;
  std::string path_;
  std::vector<std::optional<Symbol>> symbols_;
  /// Per record type: the field of each key number of the document, so that a key is looked up once.
  std::unordered_map<const RecordType*, std::vector<std::optional<const Field*>>> fields_of_keys_;
};

/// `key` as one step of a JSON Pointer: '~' and '/' escaped.
std::string pointer_step(std::string_view key);

/// The fault of a name that is not known: names the nearest known one.
Fault unknown_field_fault(const RecordType& type, std::string_view name);

/// Any value as JSON text; plain scalars become what they look like.
std::string json_text(const Value& value);

}  // namespace outmap
