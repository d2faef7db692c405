// How each C++ type of a field is read, written and visited. One specialisation of Codec per type; describe.hpp picks
// it by the type of the member.
#pragma once

#include <concepts>
#include <nlohmann/json.hpp>
#include <optional>
#include <type_traits>
#include <variant>
#include <vector>

#include "model/format/cells.hpp"
#include "model/format/map_file.hpp"
#include "model/format/reader.hpp"
#include "model/format/write.hpp"
#include "model/io/large_pages.hpp"

namespace outmap {

/// The description of a record's fields, one specialisation in model/format/types per struct.
template <class T>
const RecordType& record_type();

/// The id that a keyed record stands under.
inline Id& key_of(StageView& view) { return view.customer; }
inline Id& key_of(Holder& holder) { return holder.id; }
template <class T>
concept Keyed = requires(T& record) {
  key_of(record);
};

template <class T>
struct Codec;

// --- scalars ----------------------------------------------------------------------------------------

template <class T>
concept TextType = std::same_as<T, std::string> || std::same_as<T, CompactText>;

template <class T>
concept ScalarType =
    std::same_as<T, double> || std::same_as<T, bool> || std::same_as<T, std::string> || std::same_as<T, CompactText> ||
    std::same_as<T, Date> || Choice<T> || std::same_as<T, std::variant<double, MarkerLevel>>;

template <class T>
concept Record = std::is_class_v<T> && !Keyed<T> && !ScalarType<T> && !std::same_as<T, Holders> &&
                 !std::same_as<T, Symbol> && !requires {
  typename T::value_type;
};

inline void write_scalar(double value, nlohmann::ordered_json& to) { to = json_of(value); }
inline void write_scalar(bool value, nlohmann::ordered_json& to) { to = value; }
inline void write_scalar(const Date& value, nlohmann::ordered_json& to) { to = to_text(value); }
inline void write_scalar(const std::string& value, nlohmann::ordered_json& to) {
  if (!value.empty()) to = value;
}
inline void write_scalar(const CompactText& value, nlohmann::ordered_json& to) {
  if (!value.empty()) to = value.view();
}
template <Choice E>
void write_scalar(E value, nlohmann::ordered_json& to) {
  to = word_of(value);
}
inline void write_scalar(const std::variant<double, MarkerLevel>& value, nlohmann::ordered_json& to) {
  std::visit([&to](const auto& either) { write_scalar(either, to); }, value);
}

template <ScalarType T>
struct Codec<T> {
  static constexpr FieldType type = Choice<T>                 ? FieldType::choice
                                    : std::same_as<T, double> ? FieldType::number
                                    : std::same_as<T, bool>   ? FieldType::boolean
                                    : std::same_as<T, Date>   ? FieldType::date
                                    : TextType<T>             ? FieldType::text
                                                              : FieldType::measure;

  static void read(void* member, const Value& value, Reader& reader) {
    if (!value.is_scalar()) return reader.report(value, wrong_type(reader.field(), describe(value)));
    T read_value{};
    if (auto fault = parse(scalar_of(value), reader.field(), read_value)) {
      reader.report(value, std::move(*fault));
      if (reader.field().type != FieldType::id) return;  // an id that is wrong is kept: others refer to it
    }
    *static_cast<T*>(member) = std::move(read_value);
  }
  static void read_cell(void* member, std::string_view cell, CellReader& reader) {
    // Of most cells of large tables: read where they are kept, see CompactText::assign.
    if constexpr (std::same_as<T, CompactText>) {
      auto& text = *static_cast<CompactText*>(member);
      if (auto fault = parse(scalar_of_cell(cell), reader.field(), text)) reader.report(std::move(*fault));
      return;
    }
    T read_value{};
    if (auto fault = parse(scalar_of_cell(cell), reader.field(), read_value)) return reader.report(std::move(*fault));
    *static_cast<T*>(member) = std::move(read_value);
  }
  static void write(const void* member, nlohmann::ordered_json& to) {
    write_scalar(*static_cast<const T*>(member), to);
  }
  static void visit_ids(const void* member, const IdVisitor& visit) {
    if constexpr (TextType<T>) {
      if (const auto& id = *static_cast<const T*>(member); !id.empty()) visit(id, Where());
    }
  }
  static void clear(void* member) requires TextType<T> { *static_cast<T*>(member) = T(); }
};

template <ScalarType T>
struct Codec<std::optional<T>> : Codec<T> {
  static void read(void* member, const Value& value, Reader& reader) {
    if (!value.is_scalar()) return reader.report(value, wrong_type(reader.field(), describe(value)));
    T read_value{};
    if (auto fault = parse(scalar_of(value), reader.field(), read_value))
      return reader.report(value, std::move(*fault));
    *static_cast<std::optional<T>*>(member) = std::move(read_value);
  }
  static void read_cell(void* member, std::string_view cell, CellReader& reader) {
    T read_value{};
    if (auto fault = parse(scalar_of_cell(cell), reader.field(), read_value)) return reader.report(std::move(*fault));
    *static_cast<std::optional<T>*>(member) = std::move(read_value);
  }
  static void write(const void* member, nlohmann::ordered_json& to) {
    if (const auto& value = *static_cast<const std::optional<T>*>(member)) write_scalar(*value, to);
  }
};

// --- lists of texts and of ids ----------------------------------------------------------------------

template <>
struct Codec<Texts> {
  static constexpr FieldType type = FieldType::texts;
  static void read(void* member, const Value& value, Reader& reader);
  static void read_cell(void* member, std::string_view cell, CellReader& reader);
  static void write(const void* member, nlohmann::ordered_json& to);
  static void visit_ids(const void* member, const IdVisitor& visit);
};

template <>
struct Codec<IdNumbers> {
  static constexpr FieldType type = FieldType::id_numbers;
  static void read(void* member, const Value& value, Reader& reader);
  static void read_cell(void* member, std::string_view cell, CellReader& reader);
  static void write(const void* member, nlohmann::ordered_json& to);
  static void visit_ids(const void* member, const IdVisitor& visit);
};

template <>
struct Codec<Attributes> {
  static constexpr FieldType type = FieldType::attributes;
  static void read(void* member, const Value& value, Reader& reader);
  static void read_cell(void* member, std::string_view cell, CellReader& reader);
  static void write(const void* member, nlohmann::ordered_json& to);
};

template <>
struct Codec<Holders> {
  static constexpr FieldType type = FieldType::holders;
  static void read(void* member, const Value& value, Reader& reader);
  static void read_cell(void* member, std::string_view cell, CellReader& reader);
  static void write(const void* member, nlohmann::ordered_json& to);
  static void visit_ids(const void* member, const IdVisitor& visit);
  static void* make_record(void* member, std::string_view key);
};

template <>
struct Codec<ColumnNames> {
  static constexpr FieldType type = FieldType::names;
  static void read(void* member, const Value& value, Reader& reader);
};

template <>
struct Codec<TableSources> {
  static constexpr FieldType type = FieldType::tables;
  static void read(void* member, const Value& value, Reader& reader);
};

// --- records ----------------------------------------------------------------------------------------

template <Record T>
struct Codec<T> {
  static constexpr FieldType type = FieldType::record;
  static void read(void* member, const Value& value, Reader& reader) {
    reader.read_record(record_type<T>(), member, value);
  }
  static void write(const void* member, nlohmann::ordered_json& to) { to = to_json(record_type<T>(), member); }
  static void visit_records(const void* member, const RecordVisitor& visit) { visit(member, Where()); }
  static void* make_record(void* member, std::string_view) { return member; }
};

template <Record T>
struct Codec<std::optional<T>> {
  static constexpr FieldType type = FieldType::record;
  static void read(void* member, const Value& value, Reader& reader) {
    reader.read_record(record_type<T>(), &static_cast<std::optional<T>*>(member)->emplace(), value);
  }
  static void write(const void* member, nlohmann::ordered_json& to) {
    if (const auto& record = *static_cast<const std::optional<T>*>(member)) to = to_json(record_type<T>(), &*record);
  }
  static void visit_records(const void* member, const RecordVisitor& visit) {
    if (const auto& record = *static_cast<const std::optional<T>*>(member)) visit(&*record, Where());
  }
  static void* make_record(void* member, std::string_view) {
    auto& record = *static_cast<std::optional<T>*>(member);
    return record ? &*record : &record.emplace();
  }
};

/// Records that a table cell can hold as `id=statement;id=statement`.
template <class T>
concept Stated = std::derived_from<T, Element> && requires(T& record) {
  record.statement;
};

template <Record T>
struct Codec<std::vector<T>> {
  static constexpr FieldType type = FieldType::records;
  static void read(void* member, const Value& value, Reader& reader) {
    auto& list = *static_cast<std::vector<T>*>(member);
    if (value.kind() != NodeKind::list) return reader.report(value, wrong_type(reader.field(), describe(value)));
    list.reserve(value.size());
    std::size_t position = 0;
    for (const Value item : value) {
      const Reader::Step step(reader, position++);
      reader.read_record(record_type<T>(), &list.emplace_back(), item);
    }
  }
  static void read_cell(void* member, std::string_view cell, CellReader& reader) requires Stated<T> {
    auto& list = *static_cast<std::vector<T>*>(member);
    reader.each_pair(cell, [&](std::string_view id, std::string_view statement) {
      if (auto fault = check_id(id)) return reader.report(std::move(*fault));
      T& record = list.emplace_back();
      record.id = id;
      record.statement = statement;
    });
  }
  static void write(const void* member, nlohmann::ordered_json& to) {
    to = nlohmann::ordered_json::array();
    for (const T& record : *static_cast<const std::vector<T>*>(member))
      to.push_back(to_json(record_type<T>(), &record));
  }
  static void* append(void* member) { return &static_cast<std::vector<T>*>(member)->emplace_back(); }
  static void reserve(void* member, std::size_t more) {
    auto& list = *static_cast<std::vector<T>*>(member);
    list.reserve(list.size() + more);
    expect_to_fill(list.data() + list.size(), more * sizeof(T));
  }
  static std::size_t count(const void* member) { return static_cast<const std::vector<T>*>(member)->size(); }
  static void visit_records(const void* member, const RecordVisitor& visit) {
    std::size_t position = 0;
    for (const T& record : *static_cast<const std::vector<T>*>(member)) visit(&record, Where(position++));
  }
};

/// The record of `list` that stands under `key`, made at the end where there is none.
template <Keyed T>
T& keyed_record(std::vector<T>& list, std::string_view key) {
  for (T& record : list) {
    if (key_of(record) == key) return record;
  }
  T& record = list.emplace_back();
  key_of(record) = key;
  return record;
}

template <Keyed T>
struct Codec<std::vector<T>> {
  static constexpr FieldType type = FieldType::keyed_records;
  static void read(void* member, const Value& value, Reader& reader) {
    auto& list = *static_cast<std::vector<T>*>(member);
    if (value.kind() != NodeKind::mapping) return reader.report(value, wrong_type(reader.field(), describe(value)));
    list.reserve(value.size());
    for (const Value item : value) {
      const Reader::Step step(reader, item.key());
      T& record = list.emplace_back();
      key_of(record) = item.key();
      if (item.kind() != NodeKind::null) reader.read_record(record_type<T>(), &record, item);
    }
  }
  static void write(const void* member, nlohmann::ordered_json& to) {
    to = nlohmann::ordered_json::object();
    for (const T& record : *static_cast<const std::vector<T>*>(member)) {
      to[key_of(const_cast<T&>(record))] = to_json(record_type<T>(), &record);
    }
  }
  static void visit_ids(const void* member, const IdVisitor& visit) {
    for (const T& record : *static_cast<const std::vector<T>*>(member)) {
      const Id& key = key_of(const_cast<T&>(record));
      visit(key, Where(key));
    }
  }
  static void* make_record(void* member, std::string_view key) {
    return &keyed_record(*static_cast<std::vector<T>*>(member), key);
  }
};

}  // namespace outmap
