#include "model/io/load.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace outmap {

namespace {

std::vector<std::string> split_pointer(std::string_view path) {
  std::vector<std::string> steps;
  while (!path.empty()) {
    path.remove_prefix(1);
    const auto end = std::min(path.find('/'), path.size());
    std::string& step = steps.emplace_back();
    for (std::size_t i = 0; i < end; ++i) {
      const bool escaped = path[i] == '~' && i + 1 < end;
      step += escaped ? (path[i + 1] == '1' ? '/' : '~') : path[i];
      if (escaped) ++i;
    }
    path.remove_prefix(end);
  }
  return steps;
}

std::optional<std::size_t> to_index(std::string_view step) {
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(step.data(), step.data() + step.size(), index);
  if (error != std::errc{} || end != step.data() + step.size()) return std::nullopt;
  return index;
}

std::string join_pointer(const std::vector<std::string>& steps, std::size_t from) {
  std::string path;
  for (std::size_t i = from; i < steps.size(); ++i) path += "/" + steps[i];
  return path;
}

/// Names of fields whose members are named by ids: a wrong id there is a wrong name, not a wrong value.
const std::set<std::string_view>& fields_keyed_by_id() {
  static const std::set<std::string_view> names = [] {
    std::set<std::string_view> found;
    for (const RecordType* type : all_record_types()) {
      for (const Field& field : type->fields()) {
        if (field.type == FieldType::id_numbers || field.type == FieldType::keyed_records ||
            field.type == FieldType::holders) {
          found.insert(field.name);
        }
      }
    }
    return found;
  }();
  return names;
}

bool names_a_key(const Diagnostic& problem) {
  const auto steps = split_pointer(problem.path);
  if (problem.code.starts_with("scenario.")) {
    constexpr std::array<std::string_view, 3> keyed{"act", "set", "initial"};
    return steps.size() > 1 && std::find(keyed.begin(), keyed.end(), steps[steps.size() - 2]) != keyed.end();
  }
  if (!problem.code.starts_with("reference.")) return false;
  return steps.size() > 1 && fields_keyed_by_id().contains(steps[steps.size() - 2]);
}

}  // namespace

std::optional<Value> Origins::child_of(Value value, const std::string& step) const {
  if (value.kind() == NodeKind::mapping) return value.member(step);
  const auto index = to_index(step);
  if (value.kind() != NodeKind::list || !index || *index >= value.size()) return std::nullopt;
  auto& children = children_[value.index()];
  if (children.empty()) {
    for (const Value child : value) children.push_back(child.index());
  }
  return Value(value.document(), children[*index]);
}

Place Origins::locate_in_document(const std::vector<std::string>& steps, bool at_key) const {
  if (!document_ || document_->empty()) return Place{file_, 0, 0, 1, {}};
  Value value = document_->root();
  std::size_t reached = 0;
  for (const std::string& step : steps) {
    const auto child = child_of(value, step);
    if (!child) break;
    value = *child;
    ++reached;
  }
  const bool is_member = value.key_number() != Node::no_key;
  return at_key && is_member && reached == steps.size() ? value.key_place() : value.place();
}

std::optional<Origins::Row> Origins::find_row(const std::vector<std::string>& steps, std::size_t& steps_used) const {
  const auto number = steps.size() > 1 ? to_index(steps[1]) : std::nullopt;
  if (!number) return std::nullopt;
  if (steps.size() > 3 && steps[2] == "stages") {
    const auto stage = to_index(steps[3]);
    const auto found = stage ? stages_.find({*number, *stage}) : stages_.end();
    if (found == stages_.end()) return std::nullopt;
    steps_used = 4;
    return found->second;
  }
  for (std::size_t t = 0; t < tables_.size(); ++t) {
    const TableRows& rows = tables_[t];
    if (rows.list != steps[0] || *number < rows.first || *number >= rows.first + rows.elements()) continue;
    steps_used = 2;
    return Row{t, *number - rows.first};
  }
  return std::nullopt;
}

std::optional<Place> Origins::locate_in_tables(const std::vector<std::string>& steps) const {
  std::size_t used = 0;
  const auto row = find_row(steps, used);
  if (!row) return std::nullopt;
  return tables_[row->table].place_of(row->element, join_pointer(steps, used));
}

Place Origins::TableRows::place_of(std::size_t element, std::string_view field_path) const {
  const TablePlan& used = wide.empty() ? plan : wide[wide_plan[element]].plan;
  const auto column = used.column_of(field_path);
  return table.place(row_of(element), column ? *column : used.column_of("/id").value_or(0));
}

Place Origins::locate(std::string_view path, bool at_key) const {
  const auto steps = split_pointer(path);
  if (auto place = locate_in_tables(steps)) return *std::move(place);
  return locate_in_document(steps, at_key);
}

void locate_problems(Diagnostics& problems, const Origins& origins) {
  for (Diagnostic& problem : problems.all()) {
    if (problem.place.file.empty()) problem.place = origins.locate(problem.path, names_a_key(problem));
    if (problem.also.empty()) continue;
    const Place other = origins.locate(problem.also);
    const std::string file = other.file == problem.place.file ? "line " : other.file + ":";
    problem.message += " (" + file + std::to_string(other.line) + ")";
    problem.also.clear();
  }
}

}  // namespace outmap
