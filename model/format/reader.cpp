#include "model/format/reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "model/format/write.hpp"
#include "model/map/elements.hpp"
#include "model/text/edit_distance.hpp"

namespace outmap {

std::string pointer_step(std::string_view key) {
  std::string step = "/";
  for (const char c : key) {
    if (c == '~') {
      step += "~0";
    } else if (c == '/') {
      step += "~1";
    } else {
      step += c;
    }
  }
  return step;
}

Fault unknown_field_fault(const RecordType& type, std::string_view name) {
  std::vector<std::string_view> known;
  for (const Field& field : type.fields()) {
    if (!field.table_only) known.push_back(field.name);
  }
  Fault fault{"field.unknown", fmt::format("{} has no field '{}'", with_article(type.name()), name), {}};
  if (const auto near = nearest(name, known); !near.empty()) {
    fault.hint = fmt::format("did you mean '{}'?", near);
  } else if (name.find(' ') != std::string_view::npos ||
             (!name.empty() && name.front() >= 'A' && name.front() <= 'Z')) {
    fault.hint = "is it the rest of a text that holds a comma? Put that text in quotes";
  } else if (type.find("attributes") != nullptr) {
    fault.hint = "put it under 'attributes', or begin its name with x- to keep it unread";
  } else if (known.size() <= 8) {
    fault.hint = fmt::format("its fields are {}", fmt::join(known, ", "));
  }
  return fault;
}

Reader::Step::Step(Reader& reader, std::string_view key) : reader_(reader), length_(reader.path_.size()) {
  // find_first_of searches the two for each character of the key, and most of a million keys are "from" or "weight".
  if (std::ranges::any_of(key, [](char c) { return c == '~' || c == '/'; })) {
    reader.path_ += pointer_step(key);
  } else {
    reader.path_ += '/';
    reader.path_ += key;
  }
}

Reader::Step::Step(Reader& reader, std::size_t index) : reader_(reader), length_(reader.path_.size()) {
  fmt::format_to(std::back_inserter(reader.path_), "/{}", index);
}

void Reader::report(const Value& value, Fault fault, Severity severity) {
  problems_.add(
      {std::move(fault.code), severity, value.place(), path_, std::move(fault.message), std::move(fault.hint)});
}

void Reader::report_key(const Value& value, Fault fault) {
  problems_.add({std::move(fault.code), Severity::error, value.key_place(), path_, std::move(fault.message),
                 std::move(fault.hint)});
}

const Field* Reader::find_field(const RecordType& type, const Value& member) {
  auto& known = fields_of_keys_[&type];
  if (known.size() < member.document().key_count()) known.resize(member.document().key_count());
  auto& entry = known[member.key_number()];
  if (!entry) {
    const Field* field = type.find(member.key());
    entry = field != nullptr && field->table_only ? nullptr : field;
  }
  return *entry;
}

Symbol Reader::symbol(const Value& member) {
  if (symbols_.size() < member.document().key_count()) symbols_.resize(member.document().key_count());
  auto& entry = symbols_[member.key_number()];
  if (!entry) entry = Symbol(member.key());
  return *entry;
}

void Reader::unknown_field(const RecordType& type, const Value& member) {
  report_key(member, unknown_field_fault(type, member.key()));
}

void Reader::missing_fields(const RecordType& type, const Value& value, const std::vector<const Field*>& seen) {
  for (const Field& field : type.fields()) {
    if (!field.required || field.name == told_missing_ || std::find(seen.begin(), seen.end(), &field) != seen.end())
      continue;
    report(value, {"field.missing", fmt::format("this {} has no '{}'", type.name(), field.name),
                   fmt::format("{}: {}", field.name, field.help)});
  }
}

void Reader::read_record(const RecordType& type, void* object, const Value& value) {
  if (value.kind() != NodeKind::mapping) {
    report(value,
           {"value.type", fmt::format("expected a {} as a mapping, found {}", type.name(), describe(value)), {}});
    return;
  }
  std::vector<const Field*> seen;
  seen.reserve(value.size());
  for (const Value member : value) {
    const Step step(*this, member.key());
    if (const Field* field = find_field(type, member)) {
      if (member.kind() == NodeKind::null) continue;
      seen.push_back(field);
      field_ = field;
      field->access.read(field->access.get(object), member, *this);
    } else if (type.extensions() != nullptr && member.key().starts_with("x-")) {
      type.extensions()(object)->push_back({member.key(), json_text(member)});
    } else {
      unknown_field(type, member);
    }
  }
  missing_fields(type, value, seen);
}

namespace {

nlohmann::ordered_json to_json(const Value& value) {
  if (value.kind() == NodeKind::list) {
    auto list = nlohmann::ordered_json::array();
    for (const Value item : value) list.push_back(to_json(item));
    return list;
  }
  if (value.kind() == NodeKind::mapping) {
    auto object = nlohmann::ordered_json::object();
    for (const Value member : value) object[member.key()] = to_json(member);
    return object;
  }
  const Scalar scalar = scalar_of(value);
  if (scalar.form == Scalar::Form::null) return nullptr;
  return json_of(attribute_of(scalar));
}

}  // namespace

std::string json_text(const Value& value) { return to_json(value).dump(); }

}  // namespace outmap
