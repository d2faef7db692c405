#include "model/map/map.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <functional>

#include "model/check/rules.hpp"
#include "model/map/index.hpp"
#include "model/map/traverse.hpp"
#include "model/text/diagnostic.hpp"

namespace outmap {

const Element& element_at(const MapContent& content, ElementRef ref) {
  return with_element(content, ref, [](const auto& element) -> const Element& { return element; });
}

std::vector<ElementRef> all_elements(const MapContent& content) {
  std::vector<ElementRef> all;
  all.reserve(content.customers.size() + content.partners.size());
  for_each_element(content, [&all](ElementRef ref, const Element&) { all.push_back(ref); });
  return all;
}

std::string path_of(const MapContent& content, ElementRef ref) {
  const auto index = std::to_string(ref.index);
  if (ref.kind == ElementKind::stage) return "/journeys/" + std::to_string(ref.owner) + "/stages/" + index;
  if (ref.kind != ElementKind::marker) return "/" + std::string(plural(ref.kind)) + "/" + index;
  constexpr std::string_view rungs[] = {"expect", "like", "love"};
  const auto [rung, place] = marker_place(content.partners[ref.owner], ref.index);
  return "/partners/" + std::to_string(ref.owner) + "/progress_markers/" + std::string(rungs[rung]) + "/" +
         std::to_string(place);
}

namespace {

std::uint32_t hash_of(std::string_view id) {
  const std::size_t hash = std::hash<std::string_view>{}(id);
  return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

}  // namespace

ElementIndex::ElementIndex(const MapContent& content) : refs_(all_elements(content)) {
  const auto less = [&content](const ElementRef& a, const ElementRef& b) {
    return element_at(content, a).id < element_at(content, b).id;
  };
  if (!std::is_sorted(refs_.begin(), refs_.end(), less)) std::stable_sort(refs_.begin(), refs_.end(), less);
  copy_ids(content);
  fill_slots();
}

void ElementIndex::copy_ids(const MapContent& content) {
  id_begins_.reserve(refs_.size() + 1);
  for (const ElementRef& ref : refs_) {
    id_begins_.push_back(static_cast<std::uint32_t>(ids_.size()));
    ids_ += element_at(content, ref).id;
  }
  id_begins_.push_back(static_cast<std::uint32_t>(ids_.size()));
}

void ElementIndex::fill_slots() {
  slots_.resize(std::bit_ceil(refs_.size() + refs_.size() / 3 + 1));
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t place = 0; place < refs_.size(); ++place) {
    const std::string_view id = id_of(place);
    if (place > 0 && id == id_of(place - 1)) continue;
    const std::uint32_t hash = hash_of(id);
    std::size_t at = hash & mask;
    while (slots_[at].place != 0) at = (at + 1) & mask;
    slots_[at] = {hash, static_cast<std::uint32_t>(place + 1)};
  }
}

std::optional<ElementRef> ElementIndex::find(std::string_view id) const {
  const std::uint32_t hash = hash_of(id);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at].place != 0; at = (at + 1) & mask) {
    if (slots_[at].hash != hash) continue;
    const std::size_t place = slots_[at].place - 1;
    if (id_of(place) == id) return refs_[place];
  }
  return std::nullopt;
}

std::size_t ElementIndex::place_by_hash(std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at].place != 0; at = (at + 1) & mask) {
    if (slots_[at].hash == hash) return slots_[at].place - 1;
  }
  return refs_.size();
}

std::vector<std::optional<ElementRef>> ElementIndex::find_all(std::span<const std::string_view> ids) const {
  std::vector<std::optional<ElementRef>> found(ids.size());
  std::vector<std::uint32_t> hashes(ids.size());
  std::vector<std::size_t> places(ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    hashes[i] = hash_of(ids[i]);
    __builtin_prefetch(&slots_[hashes[i] & (slots_.size() - 1)]);
  }
  for (std::size_t i = 0; i < ids.size(); ++i) {
    places[i] = place_by_hash(hashes[i]);
    __builtin_prefetch(id_begins_.data() + places[i]);
    __builtin_prefetch(refs_.data() + places[i]);
  }
  for (const std::size_t place : places) __builtin_prefetch(ids_.data() + id_begins_[place]);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (places[i] == refs_.size()) continue;
    if (id_of(places[i]) == ids[i])
      found[i].emplace(refs_[places[i]]);
    else
      found[i] = find(ids[i]);
  }
  return found;
}

namespace {

/// Elements without a name are called by their id.
void name_the_nameless(MapContent& content) {
  for_each_element(content, [](ElementRef, Element& element) {
    if (element.name.empty()) element.name = element.id;
  });
}

}  // namespace

std::optional<Map> Map::make(MapContent content, Diagnostics& problems) {
  name_the_nameless(content);
  ElementIndex index(content);
  Diagnostics found;
  check_rules(content, index, found);
  const bool valid = !found.has_errors();
  problems.append(std::move(found));
  if (!valid) return std::nullopt;
  return Map(std::make_shared<Checked>(Checked{std::move(content), std::move(index)}));
}

std::optional<ElementRef> Map::find(std::string_view id) const { return checked_->index.find(id); }

const Element& Map::at(ElementRef ref) const { return element_at(content(), ref); }

std::string_view Map::name_of(std::string_view id) const {
  const auto ref = find(id);
  if (!ref) return id;
  const Element& element = at(*ref);
  if (ref->kind == ElementKind::marker && element.name == element.id)
    if (const std::string& statement = static_cast<const ProgressMarker&>(element).statement; !statement.empty())
      return statement;
  return element.name;
}

}  // namespace outmap
