#include "model/analysis/clusters/segments.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <stdexcept>
#include <utility>

#include "model/analysis/clusters/places.hpp"
#include "model/analysis/partition_quality.hpp"
#include "model/text/edit_distance.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

constexpr std::uint32_t missing = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t most_cells = 5'000'000;
constexpr std::size_t numbers_kept = 4;  // different numbers that are not cut into quartiles

using Values = std::vector<const AttributeValue*>;  // by person, null where it has none

/// An attribute as groups: which one each person is in.
struct Grouping {
  SegmentAttribute attribute;
  std::vector<std::uint32_t> group_of;  // by person
};

/// By number, the attributes of everybody.
std::vector<const Attributes*> attributes_of_people(const Map& map) {
  const PeopleNumbers numbers = number_people(map);
  std::vector<const Attributes*> people(numbers.size(), nullptr);
  for (std::size_t i = 0; i < map->customers.size(); ++i) people[numbers.customers[i]] = &map->customers[i].attributes;
  for (std::size_t i = 0; i < map->partners.size(); ++i) people[numbers.partners[i]] = &map->partners[i].attributes;
  return people;
}

[[noreturn]] void refuse_unknown(const std::string& name, const std::vector<const Attributes*>& people) {
  std::vector<std::string_view> names;
  for (const Attributes* attributes : people) {
    for (const Attribute& attribute : *attributes) names.push_back(attribute.name.text());
    std::ranges::sort(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
  }
  const std::string_view meant = nearest(name, names);
  throw std::invalid_argument(fmt::format(
      "no customer or partner has an attribute '{}'{}", name,
      meant.empty() ? std::string(": name one that some have") : fmt::format("; did you mean '{}'?", meant)));
}

/// The largest number of each group.
std::vector<double> upper_ends(const std::vector<double>& sorted, bool& in_quartiles) {
  std::vector<double> ends = sorted;
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
  in_quartiles = ends.size() > numbers_kept;
  if (!in_quartiles) return ends;
  ends.clear();
  for (const std::size_t quarter : {1, 2, 3, 4}) ends.push_back(sorted[(quarter * sorted.size() + 3) / 4 - 1]);
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
  return ends;
}

std::vector<double> numbers_in(const Values& values) {
  std::vector<double> numbers;
  for (const AttributeValue* value : values) {
    const double* number = value == nullptr ? nullptr : std::get_if<double>(value);
    if (number != nullptr && std::isfinite(*number)) numbers.push_back(*number);
  }
  std::ranges::sort(numbers);
  return numbers;
}

/// Truth values before words, so that they keep apart; sets in one order, whatever theirs.
std::pair<bool, std::string> word_of(const AttributeValue& value) {
  if (const Words* words = std::get_if<Words>(&value)) {
    Words sorted = *words;
    std::ranges::sort(sorted);
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    return {true, to_text(sorted)};
  }
  return {!std::holds_alternative<bool>(value), to_text(value)};
}

Grouping group(const std::string& name, const Values& values) {
  Grouping made{{name, {}, false, 0}, std::vector<std::uint32_t>(values.size(), missing)};
  const std::vector<double> numbers = numbers_in(values);
  const std::vector<double> ends = upper_ends(numbers, made.attribute.in_quartiles);
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const double first = i == 0 ? numbers.front() : *std::ranges::upper_bound(numbers, ends[i - 1]);
    made.attribute.groups.push_back(
        first == ends[i] ? number_text(first) : fmt::format("{} to {}", number_text(first), number_text(ends[i])));
  }
  std::map<std::pair<bool, std::string>, std::uint32_t> words;
  for (const AttributeValue* value : values) {
    if (value != nullptr && !std::holds_alternative<double>(*value)) words.emplace(word_of(*value), 0);
  }
  for (auto& [word, code] : words) {
    code = static_cast<std::uint32_t>(made.attribute.groups.size());
    made.attribute.groups.push_back(word.second);
  }
  for (std::size_t person = 0; person < values.size(); ++person) {
    const AttributeValue* value = values[person];
    const double* number = value == nullptr ? nullptr : std::get_if<double>(value);
    if (number != nullptr && std::isfinite(*number)) {
      made.group_of[person] = static_cast<std::uint32_t>(std::ranges::lower_bound(ends, *number) - ends.begin());
    } else if (value != nullptr && number == nullptr) {
      made.group_of[person] = words.at(word_of(*value));
    } else {
      ++made.attribute.missing;
    }
  }
  return made;
}

std::vector<Grouping> group_people(const Map& map, std::span<const std::string> names) {
  if (names.empty()) throw std::invalid_argument("segments are made of one attribute or more: name at least one");
  const std::vector<const Attributes*> people = attributes_of_people(map);
  std::vector<Grouping> groupings;
  for (const std::string& name : names) {
    Values values;
    for (const Attributes* attributes : people) values.push_back(find_attribute(*attributes, Symbol(name)));
    groupings.push_back(group(name, values));
    if (groupings.back().attribute.groups.empty()) refuse_unknown(name, people);
  }
  return groupings;
}

/// The segment of each person, and what the segments are; those who lack an attribute are in the last.
std::vector<std::uint32_t> number_segments(const std::vector<Grouping>& groupings, std::size_t people,
                                           std::vector<PeopleSegment>& segments) {
  std::map<std::vector<std::uint32_t>, std::uint32_t> found;
  std::vector<std::vector<std::uint32_t>> keys(people);
  bool any_missing = false;
  for (std::size_t person = 0; person < people; ++person) {
    for (const Grouping& grouping : groupings) keys[person].push_back(grouping.group_of[person]);
    if (std::ranges::count(keys[person], missing) > 0) keys[person].clear();
    if (keys[person].empty()) {
      any_missing = true;
    } else {
      found.emplace(keys[person], 0);
    }
  }
  for (auto& [key, number] : found) {
    number = static_cast<std::uint32_t>(segments.size());
    segments.emplace_back();
    for (std::size_t i = 0; i < key.size(); ++i) {
      segments.back().groups.push_back(groupings[i].attribute.groups[key[i]]);
    }
  }
  if (any_missing) {
    found.emplace(std::vector<std::uint32_t>{}, static_cast<std::uint32_t>(segments.size()));
    segments.emplace_back();
  }
  std::vector<std::uint32_t> segment_of;
  for (const auto& key : keys) segment_of.push_back(found.at(key));
  return segment_of;
}

double log_choose(double n, double k) { return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1); }

/// P(X >= count) where `count` of `column` drawn from `all`, of which `row` are of one kind, are of that kind. From
/// above the mean on the terms only fall.
double upper_tail(double all, double row, double column, double count) {
  double term = std::exp(log_choose(row, count) + log_choose(all - row, column - count) - log_choose(all, column));
  double sum = 0;
  for (double k = count; k <= std::min(row, column) && term > sum * 1e-17; ++k) {
    sum += term;
    term *= (row - k) * (column - k) / ((k + 1) * (all - row - column + k + 1));
  }
  return std::min(1.0, sum);
}

SegmentCell measure(std::size_t count, std::size_t row, std::size_t column, std::size_t all) {
  SegmentCell cell;
  cell.count = count;
  if (all == 0) return cell;
  const double n = static_cast<double>(all), r = static_cast<double>(row), c = static_cast<double>(column);
  const double k = static_cast<double>(count);
  cell.expected = r * c / n;
  const double variance = cell.expected * (1 - r / n) * (1 - c / n);
  if (variance <= 0) return cell;
  cell.residual = (k - cell.expected) / std::sqrt(variance);
  // Few of one kind are many of all others.
  const double tail = k >= cell.expected ? upper_tail(n, r, c, k) : upper_tail(n, n - r, c, c - k);
  cell.chance = std::min(1.0, 2 * tail);
  return cell;
}

/// Fills the cells, whose counts are given.
void measure_cells(SegmentReport& report, double chance) {
  const std::size_t columns = report.cluster_sizes.size();
  std::size_t all = 0;
  for (const std::size_t size : report.cluster_sizes) all += size;
  for (std::size_t i = 0; i < report.cells.size(); ++i) {
    SegmentCell& cell = report.cells[i];
    cell = measure(cell.count, report.segments[i / columns].members, report.cluster_sizes[i % columns], all);
    cell.stands_out = cell.chance * static_cast<double>(report.cells.size()) <= chance;
    if (cell.stands_out) report.standing_out.push_back({i / columns, i % columns});
  }
  std::ranges::stable_sort(report.standing_out, [&](const SegmentPlace& a, const SegmentPlace& b) {
    return std::round(std::abs(report.cell(a.segment, a.cluster).residual) * 1e9) >
           std::round(std::abs(report.cell(b.segment, b.cluster).residual) * 1e9);
  });
}

void compare(SegmentReport& report, const std::vector<std::uint32_t>& segment_of,
             const std::vector<std::uint32_t>& cluster_of) {
  std::vector<std::uint32_t> segments, clusters;
  for (std::size_t person = 0; person < segment_of.size(); ++person) {
    if (cluster_of[person] == no_cluster || report.segments[segment_of[person]].is_missing()) continue;
    segments.push_back(segment_of[person]);
    clusters.push_back(cluster_of[person]);
  }
  report.compared = segments.size();
  if (segments.empty()) return;
  const Partition by_segment = number_by_size(segments), by_cluster = number_by_size(clusters);
  report.adjusted_rand_index = adjusted_rand_index(by_segment, by_cluster);
  report.normalised_mutual_information = normalised_mutual_information(by_segment, by_cluster);
}

}  // namespace

SegmentReport compare_segments(const Map& map, const Similarity& similarity,
                               std::span<const std::vector<std::uint32_t>> clusters,
                               std::span<const std::string> attributes, const SegmentOptions& options) {
  const std::vector<std::uint32_t> cluster_of = places_in(clusters, similarity.size());
  std::vector<Grouping> groupings = group_people(map, attributes);
  SegmentReport report;
  const std::vector<std::uint32_t> segment_of = number_segments(groupings, similarity.size(), report.segments);
  for (Grouping& grouping : groupings) report.attributes.push_back(std::move(grouping.attribute));
  if (!clusters.empty() && report.segments.size() > most_cells / clusters.size()) {
    throw std::invalid_argument(
        fmt::format("{} segments and {} clusters are too many for a table: choose attributes with fewer values",
                    report.segments.size(), clusters.size()));
  }
  for (const auto& members : clusters) report.cluster_sizes.push_back(members.size());
  report.cells.resize(report.segments.size() * clusters.size());
  for (std::size_t person = 0; person < segment_of.size(); ++person) {
    PeopleSegment& segment = report.segments[segment_of[person]];
    const std::uint32_t cluster = cluster_of[person];
    ++(cluster == no_cluster ? segment.outside : segment.members);
    if (cluster != no_cluster) ++report.cells[segment_of[person] * clusters.size() + cluster].count;
  }
  measure_cells(report, options.chance);
  compare(report, segment_of, cluster_of);
  return report;
}

}  // namespace outmap
