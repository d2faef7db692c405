#include "model/scenario/diff.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <unordered_map>

#include "model/format/types/types.hpp"
#include "model/format/write.hpp"
#include "model/map/traverse.hpp"
#include "model/scenario/map_lists.hpp"

namespace outmap {
namespace {

using Json = nlohmann::ordered_json;
using Position = std::optional<std::size_t>;

/// One list before and after, whatever the type of its rows: what is done to all lists alike is compiled once.
struct ListPair {
  std::string_view name;
  Id owner;
  std::size_t rows_before = 0;
  std::size_t rows_after = 0;
  const RecordType& type;
  const void* (*row)(const void* list, std::size_t place);
  bool (*same)(const void* row, const void* other);
  std::string (*name_of)(const void* row);
  bool elements = false;  // its rows have ids
  const void* list_before = nullptr;
  const void* list_after = nullptr;

  const void* before(std::size_t place) const { return row(list_before, place); }
  const void* after(std::size_t place) const { return row(list_after, place); }
  bool same_rows(std::size_t then, std::size_t now) const { return same(before(then), after(now)); }
};

template <class T>
ListPair list_pair(std::string_view name, const Id& owner, const std::vector<T>& before, const std::vector<T>& after) {
  ListPair pair{
      name,
      owner,
      before.size(),
      after.size(),
      record_type<T>(),
      [](const void* list, std::size_t place) -> const void* {
        return &(*static_cast<const std::vector<T>*>(list))[place];
      },
      [](const void* row, const void* other) { return *static_cast<const T*>(row) == *static_cast<const T*>(other); },
      [](const void* row) { return row_name(*static_cast<const T*>(row)); }};
  pair.elements = std::derived_from<T, Element>;
  pair.list_before = &before;
  pair.list_after = &after;
  return pair;
}

/// Every field in which two records differ; below a mapping each by itself.
void compare_fields(const Json& before, const Json& after, const std::string& way, std::vector<FieldDifference>& out) {
  if (before == after) return;
  if (!before.is_object() || !after.is_object()) {
    out.push_back({way, before.dump(), after.dump()});
    return;
  }
  const auto below = [&way](const std::string& key) { return way.empty() ? key : way + "." + key; };
  static const Json missing;
  for (const auto& [key, value] : before.items()) {
    compare_fields(value, after.contains(key) ? after[key] : missing, below(key), out);
  }
  for (const auto& [key, value] : after.items()) {
    if (!before.contains(key)) compare_fields(missing, value, below(key), out);
  }
}

/// Places in `sequence` of a longest rising part of it (patience sorting). O(n log n).
std::vector<std::size_t> longest_rise(const std::vector<std::size_t>& sequence) {
  std::vector<std::size_t> ends;  // place of the smallest end of a rise of each length
  std::vector<Position> previous(sequence.size());
  for (std::size_t i = 0; i < sequence.size(); ++i) {
    const auto at = std::lower_bound(ends.begin(), ends.end(), sequence[i],
                                     [&](std::size_t place, std::size_t value) { return sequence[place] < value; });
    if (at != ends.begin()) previous[i] = *(at - 1);
    if (at == ends.end()) {
      ends.push_back(i);
    } else {
      *at = i;
    }
  }
  std::vector<std::size_t> rise;
  for (Position at = ends.empty() ? Position() : Position(ends.back()); at; at = previous[*at]) rise.push_back(*at);
  std::reverse(rise.begin(), rise.end());
  return rise;
}

/// Which row before is which row after.
struct Pairs {
  std::vector<Position> after_of;   // by place before
  std::vector<Position> before_of;  // by place after
  std::vector<char> moved;          // by place before
};

Pairs pair_rows(const ListPair& lists) {
  const std::size_t before = lists.rows_before, after = lists.rows_after;
  Pairs pairs{std::vector<Position>(before), std::vector<Position>(after), std::vector<char>(before, 0)};
  std::size_t first = 0, last = 0;  // rows that are the same at both ends need no names
  const std::size_t shorter = std::min(before, after);
  while (first < shorter && lists.same_rows(first, first)) ++first;
  while (last < shorter - first && lists.same_rows(before - 1 - last, after - 1 - last)) ++last;
  const auto join = [&pairs](std::size_t then, std::size_t now) {
    pairs.after_of[then] = now;
    pairs.before_of[now] = then;
  };
  for (std::size_t i = 0; i < first; ++i) join(i, i);
  for (std::size_t i = 0; i < last; ++i) join(before - 1 - i, after - 1 - i);
  std::unordered_map<std::string, std::vector<std::size_t>> named;
  for (std::size_t i = after - last; i > first; --i) named[lists.name_of(lists.after(i - 1))].push_back(i - 1);
  std::vector<std::size_t> then, now;
  for (std::size_t i = first; i < before - last; ++i) {
    const auto found = named.find(lists.name_of(lists.before(i)));
    if (found == named.end() || found->second.empty()) continue;
    join(i, found->second.back());
    found->second.pop_back();
    then.push_back(i);
    now.push_back(*pairs.after_of[i]);
    pairs.moved[i] = 1;
  }
  for (const std::size_t stays : longest_rise(now)) pairs.moved[then[stays]] = 0;
  return pairs;
}

/// Walks over both maps, list by list.
class Comparison {
 public:
  MapDiff run(const MapContent& before, const MapContent& after) {
    compare_map(before, after);
    for_each_list(
        [&](std::string_view name, auto list) { compare_list(list_pair(name, Id(), before.*list, after.*list)); });
    return std::move(diff_);
  }

 private:
  void compare_map(const MapContent& before, const MapContent& after) {
    MapContent then, now;  // without their lists, which would make much text
    copy_own_fields(before, then);
    copy_own_fields(after, now);
    const Json was = to_json(map_record(), &then), is = to_json(map_record(), &now);
    static const Json missing;
    for (const auto& [key, value] : was.items()) {
      const Json& other = is.contains(key) ? is[key] : missing;
      if (value != other && !key.starts_with("x-")) diff_.fields.push_back({key, value.dump(), other.dump()});
    }
    if (before.extensions == after.extensions) return;
    diff_.fields.push_back({"x-", extensions_of(before).dump(), extensions_of(after).dump()});
  }

  static void copy_own_fields(const MapContent& from, MapContent& to) {
    to.format = from.format;
    to.title = from.title;
    to.author = from.author;
    to.date = from.date;
    to.scale = from.scale;
    to.currency = from.currency;
    to.vision = from.vision;
    to.mission = from.mission;
  }

  static Json extensions_of(const MapContent& content) {
    Json all = Json::object();
    for (const Extension& extension : content.extensions) all[extension.name] = Json::parse(extension.json);
    return all;
  }

  void compare_list(const ListPair& lists) {
    const Pairs pairs = pair_rows(lists);
    for (std::size_t i = 0; i < lists.rows_before; ++i) {
      const Position now = pairs.after_of[i];
      if (!now) {
        add_row(DifferenceKind::removed, lists, lists.before(i), i);
      } else if (pairs.moved[i] != 0 || !lists.same_rows(i, *now)) {
        add_changed(lists, i, *now, pairs.moved[i] != 0);
      }
    }
    for (std::size_t i = 0; i < lists.rows_after; ++i) {
      if (!pairs.before_of[i]) add_row(DifferenceKind::added, lists, lists.after(i), i);
    }
  }

  RowDifference& start_row(DifferenceKind kind, const ListPair& lists, const void* row) {
    RowDifference& difference = diff_.rows.emplace_back();
    difference.kind = kind;
    difference.list = lists.name;
    difference.owner = lists.owner;
    difference.name = lists.name_of(row);
    if (lists.elements) difference.id = difference.name;
    return difference;
  }

  void add_row(DifferenceKind kind, const ListPair& lists, const void* row, std::size_t place) {
    RowDifference& difference = start_row(kind, lists, row);
    const bool added = kind == DifferenceKind::added;
    (added ? difference.after : difference.before) = to_json(lists.type, row).dump();
    (added ? difference.place_after : difference.place_before) = place;
  }

  void add_changed(const ListPair& lists, std::size_t then, std::size_t now, bool moved) {
    Json was = to_json(lists.type, lists.before(then)), is = to_json(lists.type, lists.after(now));
    RowDifference& difference = start_row(DifferenceKind::changed, lists, lists.before(then));
    difference.before = was.dump();
    difference.after = is.dump();
    difference.place_before = then;
    difference.place_after = now;
    difference.moved = moved;
    for (const char* parts : {"stages", "progress_markers"}) {  // told one by one
      was.erase(parts);
      is.erase(parts);
    }
    compare_fields(was, is, "", difference.fields);
    if (&lists.type == &record_type<Journey>()) compare_stages(lists, then, now);
    if (&lists.type == &record_type<Partner>()) compare_markers(lists, then, now);
  }

  void compare_stages(const ListPair& lists, std::size_t then, std::size_t now) {
    const auto& before = *static_cast<const Journey*>(lists.before(then));
    compare_list(list_pair("stages", before.id, before.stages, static_cast<const Journey*>(lists.after(now))->stages));
  }

  void compare_markers(const ListPair& lists, std::size_t then, std::size_t now) {
    const auto& before = *static_cast<const Partner*>(lists.before(then));
    const auto& after = *static_cast<const Partner*>(lists.after(now));
    constexpr std::array names = {"expect", "like", "love"};
    for (std::size_t rung = 0; rung < marker_rungs.size(); ++rung) {
      const auto markers = marker_rungs[rung];
      compare_list(
          list_pair(names[rung], before.id, before.progress_markers.*markers, after.progress_markers.*markers));
    }
  }

  MapDiff diff_;
};

}  // namespace

std::string_view to_text(DifferenceKind kind) {
  switch (kind) {
    case DifferenceKind::added:
      return "added";
    case DifferenceKind::removed:
      return "removed";
    case DifferenceKind::changed:
      break;
  }
  return "changed";
}

MapDiff diff(const Map& before, const Map& after) { return Comparison().run(before.content(), after.content()); }

MapDiff inverse(const MapDiff& diff) {
  MapDiff back = diff;
  for (FieldDifference& field : back.fields) std::swap(field.before, field.after);
  for (RowDifference& row : back.rows) {
    std::swap(row.before, row.after);
    std::swap(row.place_before, row.place_after);
    for (FieldDifference& field : row.fields) std::swap(field.before, field.after);
    if (row.kind == DifferenceKind::changed) continue;
    row.kind = row.kind == DifferenceKind::added ? DifferenceKind::removed : DifferenceKind::added;
  }
  return back;
}

}  // namespace outmap
