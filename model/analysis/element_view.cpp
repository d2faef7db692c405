#include "model/analysis/element_view.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "model/format/map_file.hpp"
#include "model/format/types/types.hpp"
#include "model/format/visit.hpp"
#include "model/format/write.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

using Json = nlohmann::ordered_json;

std::string scalar_text(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number()) return number_text(value.get<double>());
  return value.dump();
}

/// A list of words, of numbers, or of elements, which are told by their ids.
std::optional<std::string> list_text(const Json& list) {
  std::string text;
  for (const Json& entry : list) {
    if (entry.is_array() || (entry.is_object() && !entry.contains("id"))) return std::nullopt;
    if (!text.empty()) text += "; ";
    text += scalar_text(entry.is_object() ? entry["id"] : entry);
  }
  return text;
}

void flatten(const std::string& name, const Json& value, std::vector<FieldText>& texts) {
  if (value.is_null() || (value.is_string() && value.get_ref<const std::string&>().empty())) return;
  if (!value.is_structured()) {
    texts.push_back({name, scalar_text(value)});
    return;
  }
  if (value.empty()) return;
  if (value.is_array()) {
    if (auto text = list_text(value)) {
      texts.push_back({name, *std::move(text)});
      return;
    }
  }
  for (const auto& [key, below] : value.items()) flatten(name + "." + key, below, texts);
}

std::vector<FieldText> field_texts(const Json& record) {
  std::vector<FieldText> texts;
  for (const auto& [key, value] : record.items()) flatten(key, value, texts);
  return texts;
}

/// The way from an element to a field below it; its text is made only where it is told.
struct FieldWay {
  const FieldWay* above = nullptr;
  std::string_view name;

  std::string text() const { return above == nullptr ? std::string(name) : above->text() + "." + std::string(name); }
};

const Id* id_of(const RecordType& type, const void* record) {
  const Field* id = type.find("id");
  // Accessors serve reading and writing; nothing is changed here or below.
  return id == nullptr ? nullptr : static_cast<const Id*>(id->access.get(const_cast<void*>(record)));
}

class ViewBuilder {
 public:
  ViewBuilder(const Map& map, ElementRef ref, const ViewOptions& options) : map_(map), options_(options) {
    view_.ref = ref;
    view_.id = map.at(ref).id;
    view_.name = map.at(ref).name;
    view_.path = path_of(map.content(), ref);
    for (FieldText& field : field_texts(to_json(map, ref))) {
      if (field.name != "id" && field.name != "name") view_.fields.push_back(std::move(field));
    }
  }

  ElementView build() {
    void* content = const_cast<MapFile*>(static_cast<const MapFile*>(&map_.content()));
    for (const Field& list : map_record().fields()) {
      if (list.type != FieldType::records) continue;
      const void* member = list.access.get(content);
      if (list.record->find("id") == nullptr) {
        add_rows(list, member);
      } else {
        list.access.visit_records(member, [&](const void* record, const Where&) {
          walk(*list.record, record, *id_of(*list.record, record), nullptr);
        });
      }
    }
    return std::move(view_);
  }

 private:
  /// Every tie that the record of element `owner` makes, whether by naming an element or by holding it.
  void walk(const RecordType& type, const void* record, const Id& owner, const FieldWay* above) {
    for (const Field& field : type.fields()) {
      const FieldWay way{above, field.name};
      const void* member = field.access.get(const_cast<void*>(record));
      if (!field.refers_to.empty() && field.access.visit_ids != nullptr) {
        field.access.visit_ids(member, [&](std::string_view id, const Where&) { note(owner, way, id); });
      }
      if (field.record == nullptr || field.access.visit_records == nullptr) continue;
      field.access.visit_records(member, [&](const void* child, const Where&) {
        const Id* held = id_of(*field.record, child);
        if (held != nullptr) note(owner, way, *held);
        walk(*field.record, child, held != nullptr ? *held : owner, held != nullptr ? nullptr : &way);
      });
    }
  }

  void note(const Id& owner, const FieldWay& way, std::string_view named) {
    if (owner == view_.id) add_tie(view_.refers_to, way, named);
    if (named == view_.id) add_tie(view_.referred_by, way, owner);
  }

  void add_tie(std::vector<ElementTie>& ties, const FieldWay& way, std::string_view other) {
    const auto ref = map_.find(other);
    if (ref) ties.push_back({way.text(), Id(other), ref->kind, map_.at(*ref).name});
  }

  void add_rows(const Field& list, const void* member) {
    if (!options_.rows || !list.record->has_references()) return;
    TiedList tied{list.name, 0, {}};
    std::size_t number = 0;
    list.access.visit_records(member, [&](const void* row, const Where&) {
      if (names_element(*list.record, row) && ++tied.count <= options_.rows_per_list) {
        tied.rows.push_back({number, field_texts(to_json(*list.record, row))});
      }
      ++number;
    });
    if (tied.count > 0) view_.rows.push_back(std::move(tied));
  }

  bool names_element(const RecordType& type, const void* row) const {
    bool found = false;
    for_each_reference(type, row,
                       [&](const Field&, std::string_view id, const PathMaker&) { found = found || id == view_.id; });
    return found;
  }

  const Map& map_;
  ViewOptions options_;
  ElementView view_;
};

}  // namespace

std::optional<ElementView> view_element(const Map& map, std::string_view id, const ViewOptions& options) {
  const auto ref = map.find(id);
  if (!ref) return std::nullopt;
  return ViewBuilder(map, *ref, options).build();
}

}  // namespace outmap
