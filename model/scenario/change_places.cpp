#include "model/scenario/change_places.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/format/field.hpp"
#include "model/map/map.hpp"

namespace outmap {
namespace {

/// Rows in the list that `field` describes.
std::size_t rows_of(const MapContent& content, const Field& field) {
  return field.access.count(field.access.get(const_cast<MapContent*>(&content)));  // counting changes nothing
}

/// The fields of a map that are lists.
std::vector<const Field*> lists_of_map() {
  std::vector<const Field*> lists;
  for (const Field& field : map_record().fields()) {
    if (field.access.count != nullptr) lists.push_back(&field);
  }
  return lists;
}

bool begins_with_step(std::string_view path, std::string_view where) {
  return path.starts_with(where) && (path.size() == where.size() || path[where.size()] == '/');
}

}  // namespace

void ChangePlaces::note_added(const MapContent& content, const MapAddition& addition, const std::string& path) {
  const std::vector<const Field*> lists = lists_of_map();
  for (std::size_t list = 0; list < lists.size(); ++list) {
    const Field& field = *lists[list];
    const std::size_t there = rows_of(content, field);
    for (std::size_t i = 0; i < rows_of(addition, field); ++i) {
      added_.push_back({list, field.name, there + i, fmt::format("{}/add/{}/{}", path, field.name, i)});
    }
  }
}

std::vector<std::size_t> ChangePlaces::sizes_of(const MapContent& content) {
  std::vector<std::size_t> sizes;
  for (const Field* list : lists_of_map()) sizes.push_back(rows_of(content, *list));
  return sizes;
}

void ChangePlaces::note_set(const MapContent& content, const Id& element, const std::string& where,
                            const std::string& path) {
  const auto ref = ElementIndex(content).find(element);
  const std::string below = ref ? where.substr(path_of(content, *ref).size()) : std::string();
  set_.push_back({where, element, below, path});
}

void ChangePlaces::note_removed(const std::vector<std::size_t>& sizes_before, const MapContent& after) {
  const std::vector<std::size_t> sizes = sizes_of(after);
  for (Added& added : added_) added.index -= std::min(added.index, sizes_before[added.list] - sizes[added.list]);
  if (set_.empty()) return;
  const ElementIndex index(after);
  for (Set& set : set_) {
    const auto ref = index.find(set.element);
    set.where = ref ? path_of(after, *ref) + set.below : std::string();
  }
}

std::string ChangePlaces::path_in_scenario(std::string_view map_path, const std::string& otherwise) const {
  std::string best = otherwise;
  std::size_t length = 0;
  const auto offer = [&](const std::string& where, const std::string& path) {
    if (where.empty() || where.size() < length || !begins_with_step(map_path, where)) return;
    length = where.size();
    best = path + std::string(map_path.substr(where.size()));
  };
  for (const Added& added : added_) offer(fmt::format("/{}/{}", added.name, added.index), added.path);
  for (const Set& set : set_) offer(set.where, set.path);
  return best;
}

}  // namespace outmap
