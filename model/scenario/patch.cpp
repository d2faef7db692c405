// Making the differences between two maps.
#include <algorithm>
#include <map>
#include <stdexcept>

#include "model/format/reader.hpp"
#include "model/format/types/types.hpp"
#include "model/io/parse.hpp"
#include "model/scenario/diff.hpp"
#include "model/scenario/map_lists.hpp"

namespace outmap {
namespace {

/// Calls `read` with `text` as a document; throws where it is not what was written.
template <class Read>
void with_document(const std::string& text, Read read) {
  Diagnostics found;
  auto source = decode_source("difference", text, found);
  auto document = source ? parse_json(*std::move(source), found) : std::nullopt;
  if (document) {
    Reader reader(found);
    read(document->root(), reader);
  }
  if (found.has_errors()) {
    throw std::invalid_argument("a difference cannot be read: " + found.all().front().message);
  }
}

/// The differences of one list, those of rows that leave by their old place and of rows that come by their new one.
struct ListPatch {
  std::map<std::size_t, const RowDifference*> from;
  std::map<std::size_t, const RowDifference*> to;
};

/// Where a row of the list to come is taken from: a place in the list that is there, or its text.
struct RowSource {
  std::size_t place = 0;
  const std::string* json = nullptr;  // none: the row that stands at `place`
};

/// What stays keeps its order; what is added or moved goes to its place.
std::vector<RowSource> patched_rows(std::size_t rows, const ListPatch& patch) {
  std::vector<RowSource> kept;
  for (std::size_t i = 0; i < rows; ++i) {
    const auto found = patch.from.find(i);
    if (found == patch.from.end()) {
      kept.push_back({i});
    } else if (found->second->kind == DifferenceKind::changed && !found->second->moved) {
      kept.push_back({i, &found->second->after});
    }
  }
  if (!patch.from.empty() && patch.from.rbegin()->first >= rows) {
    throw std::invalid_argument("these are differences from another map: it has more rows");
  }
  std::vector<RowSource> all;
  auto next = kept.begin();
  auto comes = patch.to.begin();
  while (next != kept.end() || comes != patch.to.end()) {
    const bool here = comes != patch.to.end() && comes->first == all.size();
    if (!here && next == kept.end()) throw std::invalid_argument("these are differences from another map");
    all.push_back(here ? RowSource{0, &(comes++)->second->after} : *next++);
  }
  return all;
}

void read_row(const RecordType& type, void* row, const std::string& json) {
  with_document(json, [&](const Value& value, Reader& reader) { reader.read_record(type, row, value); });
}

template <class T>
void patch_list(std::vector<T>& list, const ListPatch& patch) {
  std::vector<T> made;
  for (const RowSource& source : patched_rows(list.size(), patch)) {
    T& row = made.emplace_back();
    if (source.json == nullptr) {
      row = std::move(list[source.place]);
    } else {
      read_row(record_type<T>(), &row, *source.json);
    }
  }
  list = std::move(made);
}

void patch_field(MapContent& content, const FieldDifference& difference) {
  if (difference.field == "x-") {
    content.extensions.clear();
    with_document(difference.after, [&](const Value& value, Reader&) {
      for (const Value item : value) content.extensions.push_back({item.key(), json_text(item)});
    });
    return;
  }
  const Field* field = map_record().find(difference.field);
  if (field == nullptr) throw std::invalid_argument("a map has no field '" + difference.field + "'");
  if (difference.after == "null") {
    content.date.reset();  // the only field of the map itself that can be missing
    return;
  }
  with_document(difference.after,
                [&](const Value& value, Reader& reader) { reader.read_field(*field, &content, value); });
}

}  // namespace

Map patched(const Map& map, const MapDiff& diff) {
  std::map<std::string, ListPatch, std::less<>> lists;
  for (const RowDifference& row : diff.rows) {
    if (!row.owner.empty()) continue;  // its owner is told whole
    ListPatch& list = lists[row.list];
    const bool in_place = row.kind == DifferenceKind::changed && !row.moved;
    if (row.kind != DifferenceKind::added) list.from[row.place_before] = &row;
    if (row.kind != DifferenceKind::removed && !in_place) list.to[row.place_after] = &row;
  }
  MapContent content = map.content();
  for (const FieldDifference& field : diff.fields) patch_field(content, field);
  for_each_list([&](std::string_view name, auto list) {
    if (const auto found = lists.find(name); found != lists.end()) patch_list(content.*list, found->second);
  });
  Diagnostics problems;
  auto result = Map::make(std::move(content), problems);
  if (!result) throw std::invalid_argument("these are differences from another map: " + problems.all().front().message);
  return *std::move(result);
}

}  // namespace outmap
