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

template <class T>
Json json_of_row(const T& row) {
  return to_json(record_type<T>(), &row);
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

template <class T>
Pairs pair_rows(const std::vector<T>& before, const std::vector<T>& after) {
  Pairs pairs{std::vector<Position>(before.size()), std::vector<Position>(after.size()),
              std::vector<char>(before.size(), 0)};
  std::size_t first = 0, last = 0;  // rows that are the same at both ends need no names
  const std::size_t shorter = std::min(before.size(), after.size());
  while (first < shorter && before[first] == after[first]) ++first;
  while (last < shorter - first && before[before.size() - 1 - last] == after[after.size() - 1 - last]) ++last;
  const auto join = [&pairs](std::size_t then, std::size_t now) {
    pairs.after_of[then] = now;
    pairs.before_of[now] = then;
  };
  for (std::size_t i = 0; i < first; ++i) join(i, i);
  for (std::size_t i = 0; i < last; ++i) join(before.size() - 1 - i, after.size() - 1 - i);
  std::unordered_map<std::string, std::vector<std::size_t>> named;
  for (std::size_t i = after.size() - last; i > first; --i) named[row_name(after[i - 1])].push_back(i - 1);
  std::vector<std::size_t> then, now;
  for (std::size_t i = first; i < before.size() - last; ++i) {
    const auto found = named.find(row_name(before[i]));
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
    for_each_list([&](std::string_view name, auto list) { compare_list(name, Id(), before.*list, after.*list); });
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

  template <class T>
  void compare_list(std::string_view list, const Id& owner, const std::vector<T>& before, const std::vector<T>& after) {
    if (before == after) return;
    const Pairs pairs = pair_rows(before, after);
    for (std::size_t i = 0; i < before.size(); ++i) {
      const Position now = pairs.after_of[i];
      if (!now) {
        add_row(DifferenceKind::removed, list, owner, before[i], i);
      } else if (pairs.moved[i] != 0 || before[i] != after[*now]) {
        add_changed(list, owner, before[i], after[*now], i, *now, pairs.moved[i] != 0);
      }
    }
    for (std::size_t i = 0; i < after.size(); ++i) {
      if (!pairs.before_of[i]) add_row(DifferenceKind::added, list, owner, after[i], i);
    }
  }

  template <class T>
  RowDifference& start_row(DifferenceKind kind, std::string_view list, const Id& owner, const T& row) {
    RowDifference& difference = diff_.rows.emplace_back();
    difference.kind = kind;
    difference.list = list;
    difference.owner = owner;
    difference.name = row_name(row);
    if constexpr (std::derived_from<T, Element>) difference.id = row.id;
    return difference;
  }

  template <class T>
  void add_row(DifferenceKind kind, std::string_view list, const Id& owner, const T& row, std::size_t place) {
    RowDifference& difference = start_row(kind, list, owner, row);
    const bool added = kind == DifferenceKind::added;
    (added ? difference.after : difference.before) = json_of_row(row).dump();
    (added ? difference.place_after : difference.place_before) = place;
  }

  template <class T>
  void add_changed(std::string_view list, const Id& owner, const T& before, const T& after, std::size_t then,
                   std::size_t now, bool moved) {
    Json was = json_of_row(before), is = json_of_row(after);
    RowDifference& difference = start_row(DifferenceKind::changed, list, owner, before);
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
    compare_parts(before, after);
  }

  template <class T>
  void compare_parts(const T& before, const T& after) {
    if constexpr (std::is_same_v<T, Journey>) compare_list("stages", before.id, before.stages, after.stages);
    if constexpr (std::is_same_v<T, Partner>) {
      constexpr std::array names = {"expect", "like", "love"};
      for (std::size_t rung = 0; rung < marker_rungs.size(); ++rung) {
        compare_list(names[rung], before.id, before.progress_markers.*marker_rungs[rung],
                     after.progress_markers.*marker_rungs[rung]);
      }
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
