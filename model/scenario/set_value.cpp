#include "model/scenario/set_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "model/format/reader.hpp"
#include "model/format/types/types.hpp"
#include "model/io/parse.hpp"
#include "model/map/traverse.hpp"
#include "model/text/edit_distance.hpp"

namespace outmap {
namespace {

std::vector<std::string> steps_of(const std::string& field) {
  std::vector<std::string> steps(1);
  for (const char c : field) {
    if (c == '.') {
      steps.emplace_back();
    } else {
      steps.back() += c;
    }
  }
  return steps;
}

/// A list or mapping that is set is replaced, not added to.
void make_empty(const Field& field, void* member) {
  switch (field.type) {
    case FieldType::references:
    case FieldType::texts:
      return static_cast<Texts*>(member)->clear();
    case FieldType::id_numbers:
      return static_cast<IdNumbers*>(member)->clear();
    case FieldType::attributes:
      return static_cast<Attributes*>(member)->clear();
    case FieldType::holders:
      *static_cast<Holders*>(member) = {};
      return;
    default:
      return;
  }
}

bool can_be_set(const Field& field) {
  return field.type != FieldType::id && field.type != FieldType::records && field.type != FieldType::record &&
         field.type != FieldType::keyed_records;
}

/// Walks to the field and sets it.
class Setter {
 public:
  Setter(const SetValue& value, const std::string& path, Diagnostics& problems)
      : value_(value), path_(path), problems_(problems), steps_(steps_of(value.field)) {}

  void set(MapContent& content, std::string& where) {
    const ElementIndex index(content);
    const auto ref = index.find(steps_.front());
    if (!ref) {
      return report("scenario.unknown-id", fmt::format("no element has the id '{}'", steps_.front()),
                    nearest_id_hint(content, steps_.front()));
    }
    where = path_of(content, *ref);
    for (std::size_t i = 1; i < steps_.size(); ++i) where += pointer_step(steps_[i]);
    set_in(record_type_of(ref->kind), const_cast<void*>(record_of(content, *ref)), 1);
  }

 private:
  void report(std::string code, std::string message, std::string hint = {}) {
    problems_.add({std::move(code), Severity::error, {}, path_, std::move(message), std::move(hint)});
  }

  void set_in(const RecordType& type, void* record, std::size_t step) {
    if (step >= steps_.size()) {
      return report("scenario.unknown-field",
                    fmt::format("'{}' names an element, and not what of it is set", value_.field),
                    fmt::format("write {}.FIELD, as in {}.name", value_.field, value_.field));
    }
    const Field* field = type.find(steps_[step]);
    if (field == nullptr || field->table_only) {
      Fault fault = unknown_field_fault(type, steps_[step]);
      return report("scenario.unknown-field", fault.message, fault.hint);
    }
    void* member = field->access.get(record);
    if (step + 1 == steps_.size()) return set_here(*field, record);
    if (field->type == FieldType::attributes) return set_attribute(*static_cast<Attributes*>(member), step + 1);
    if (field->type == FieldType::id_numbers) return set_number(*static_cast<IdNumbers*>(member), *field, step + 1);
    const bool keyed = field->type == FieldType::keyed_records || field->type == FieldType::holders;
    if (field->record == nullptr || field->access.make_record == nullptr) {
      return report("scenario.unknown-field", fmt::format("'{}' has no fields of its own", field->name));
    }
    void* below = field->access.make_record(member, keyed ? steps_[step + 1] : std::string());
    set_in(*field->record, below, step + (keyed ? 2 : 1));
  }

  /// Calls `read` with the value as a document.
  template <class Read>
  void with_document(const std::string& text, Read read) {
    Diagnostics found;
    auto source = decode_source("set", text, found);
    auto document = source ? parse_json(std::move(*source), found) : std::nullopt;
    if (document) {
      Reader reader(found);
      read(document->root(), reader);
    }
    for (Diagnostic& problem : found.all()) {
      problem.place = {};
      problem.path = path_;
    }
    problems_.append(std::move(found));
  }

  void set_here(const Field& field, void* record) {
    if (!can_be_set(field)) {
      return report(
          "scenario.unknown-field", fmt::format("'{}' cannot be set as a whole", field.name),
          field.type == FieldType::id ? "an id stays what it is" : "set the fields below it, or add and remove");
    }
    with_document(value_.json, [&](const Value& value, Reader& reader) {
      if (value.kind() == NodeKind::null) {
        return reader.report(value, wrong_type(field, describe(value)));
      }
      make_empty(field, field.access.get(record));
      reader.read_field(field, record, value);
    });
  }

  void set_attribute(Attributes& attributes, std::size_t step) {
    std::string name = steps_[step];
    for (std::size_t i = step + 1; i < steps_.size(); ++i) name += "." + steps_[i];
    const Symbol symbol(name);
    Attributes read;
    const Field* field = record_type<Customer>().find("attributes");
    const std::string text = nlohmann::json{{name, nlohmann::json::parse(value_.json, nullptr, false)}}.dump();
    with_document(text, [&](const Value& value, Reader& reader) {
      Customer holder;
      reader.read_field(*field, &holder, value);
      read = std::move(holder.attributes);
    });
    if (read.empty()) return;
    const auto known = std::ranges::find(attributes, symbol, &Attribute::name);
    if (known == attributes.end()) {
      attributes.push_back(std::move(read.front()));
    } else {
      *known = std::move(read.front());
    }
  }

  /// `online-booking.closes.booked-fast`: one number of a mapping.
  void set_number(IdNumbers& numbers, const Field& field, std::size_t step) {
    with_document(value_.json, [&](const Value& value, Reader& reader) {
      double number = 0;
      const auto fault =
          value.is_scalar() ? parse(scalar_of(value), field, number) : MaybeFault(wrong_type(field, describe(value)));
      if (fault) return reader.report(value, *fault);
      const auto known = std::ranges::find(numbers, steps_[step], &IdNumber::id);
      if (known == numbers.end()) {
        numbers.push_back({steps_[step], number});
      } else {
        known->value = number;
      }
    });
  }

  const SetValue& value_;
  const std::string& path_;
  Diagnostics& problems_;
  std::vector<std::string> steps_;
};

}  // namespace

void set_field(MapContent& content, const SetValue& value, const std::string& path, Diagnostics& problems,
               std::string& where) {
  Setter(value, path, problems).set(content, where);
}

std::string nearest_id_hint(const MapContent& content, std::string_view id) {
  std::vector<std::string_view> ids;
  for_each_element(content, [&ids](ElementRef, const Element& element) { ids.push_back(element.id); });
  std::ranges::sort(ids);
  const auto near = nearest(id, ids);
  return near.empty() ? std::string("'outmap show MAP' lists the elements of a map")
                      : fmt::format("did you mean '{}'?", near);
}

}  // namespace outmap
