// A small language to describe fields: describe<Customer>("customer", "…").field<&Customer::size>("size",
// "…").at_least(0).
#pragma once

#include <utility>
#include <vector>

#include "model/format/codec.hpp"

namespace outmap {

template <class T>
class Describe {
 public:
  Describe(std::string_view name, std::string_view help) : name_(name), help_(help) {}

  /// Adds a field; the calls below refine the field that was added last.
  template <auto Member>
  Describe& field(std::string_view name, std::string_view help) {
    using M = std::remove_cvref_t<decltype(std::declval<T&>().*Member)>;
    Field& added = fields_.emplace_back();
    added.name = name;
    added.help = help;
    added.type = Codec<M>::type;
    added.access = access_of<Member, M>();
    set_choices<M>(added);
    set_record<M>(added);
    return *this;
  }

  Describe& id() { return of_type(FieldType::id).required(); }
  Describe& required() { return last().required = true, *this; }
  Describe& table_only() { return last().table_only = true, *this; }
  Describe& between(double min, double max) { return last().range = {min, max}, *this; }
  Describe& at_least(double min) { return last().range.min = min, *this; }
  Describe& unit(std::string_view unit) { return last().unit = unit, *this; }
  Describe& otherwise(std::string_view default_text) { return last().default_text = default_text, *this; }

  /// The field names elements of these kinds.
  Describe& refers_to(ElementKinds kinds) {
    last().refers_to = kinds;
    if (last().type == FieldType::text) last().type = FieldType::reference;
    if (last().type == FieldType::texts) last().type = FieldType::references;
    return *this;
  }

  /// What every element has; `name_help` says what the name is.
  Describe& element() {
    return field<&T::id>("id", "Short id, unique in the map: letters, digits, '-' and '_'")
        .id()
        .template field<&T::name>("name", "The name that pictures and tables show")
        .otherwise("the id")
        .template field<&T::description>("description", "More about it, for readers")
        .template field<&T::tags>("tags", "Free words to filter by")
        .template field<&T::notes>("notes", "For those who keep the map; never shown in pictures");
  }

  /// What rows without an id may carry.
  Describe& remark() {
    return field<&T::description>("description", "More about it, for readers")
        .template field<&T::notes>("notes", "For those who keep the map; never shown in pictures");
  }

  RecordType type() {
    RecordType::Extensions extensions = nullptr;
    if constexpr (requires(T & record) { record.extensions; }) {
      extensions = [](void* object) { return &static_cast<T*>(object)->extensions; };
    }
    return RecordType(name_, help_, std::move(fields_), extensions);
  }

 private:
  Field& last() { return fields_.back(); }
  Describe& of_type(FieldType type) { return last().type = type, *this; }

  template <auto Member, class M>
  static FieldAccess access_of() {
    using C = Codec<M>;
    FieldAccess access;
    access.get = [](void* object) -> void* { return &(static_cast<T*>(object)->*Member); };
    access.read = C::read;
    if constexpr (requires(CellReader & reader) { C::read_cell(nullptr, {}, reader); }) access.read_cell = C::read_cell;
    if constexpr (requires { &C::write; }) access.write = C::write;
    if constexpr (requires { &C::visit_ids; }) access.visit_ids = C::visit_ids;
    if constexpr (requires { &C::visit_records; }) access.visit_records = C::visit_records;
    if constexpr (requires { C::clear(nullptr); }) access.clear = C::clear;
    if constexpr (requires { &C::make_record; }) access.make_record = C::make_record;
    if constexpr (requires { &C::append; }) {
      access.append = C::append;
      access.reserve = C::reserve;
      access.count = C::count;
    }
    return access;
  }

  template <class M>
  static void set_choices(Field& field) {
    if constexpr (Choice<M>) field.choices = Choices<M>::words;
    if constexpr (requires { typename M::value_type; }) {
      if constexpr (Choice<typename M::value_type>) field.choices = Choices<typename M::value_type>::words;
    }
  }

  static constexpr bool holds_records(FieldType type) {
    return type == FieldType::record || type == FieldType::records || type == FieldType::keyed_records;
  }

  template <class M>
  static void set_record(Field& field) {
    if constexpr (std::same_as<M, Holders>) {
      field.record = &record_type<Holder>();
    } else if constexpr (std::same_as<M, TableSources>) {
      field.record = &record_type<TableSource>();
    } else if constexpr (Record<M>) {
      field.record = &record_type<M>();
    } else if constexpr (holds_records(Codec<M>::type)) {
      field.record = &record_type<typename M::value_type>();
    }
  }

  std::string_view name_;
  std::string_view help_;
  std::vector<Field> fields_;
};

template <class T>
Describe<T> describe(std::string_view name, std::string_view help) {
  return Describe<T>(name, help);
}

}  // namespace outmap
