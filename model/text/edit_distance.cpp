#include "model/text/edit_distance.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "model/text/utf8.hpp"

namespace outmap {

namespace {

constexpr std::size_t letters_per_edit = 3;

using Row = std::vector<std::size_t>;

/// Three rows of the usual table are enough; cells further than `limit` from the diagonal cannot matter.
std::optional<std::size_t> distance_of(const std::u32string& one, const std::u32string& other, std::size_t limit) {
  const std::size_t longer = std::max(one.size(), other.size());
  const std::size_t shorter = std::min(one.size(), other.size());
  if (longer - shorter > limit) return std::nullopt;
  const std::size_t beyond = limit + 1;
  Row before_last(other.size() + 1, beyond), last(other.size() + 1, beyond), row(other.size() + 1, beyond);
  for (std::size_t j = 0; j <= std::min(other.size(), limit); ++j) last[j] = j;

  for (std::size_t i = 1; i <= one.size(); ++i) {
    std::fill(row.begin(), row.end(), beyond);
    if (i <= limit) row[0] = i;
    const std::size_t from = i > limit ? i - limit : 1;
    const std::size_t to = std::min(other.size(), i + limit);
    std::size_t smallest = row[0];
    for (std::size_t j = from; j <= to; ++j) {
      const bool same = one[i - 1] == other[j - 1];
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
      smallest = std::min(smallest, row[j]);
    }
    if (smallest > limit) return std::nullopt;
    std::swap(before_last, last);
    std::swap(last, row);
  }
  if (last[other.size()] > limit) return std::nullopt;
  return last[other.size()];
}

std::u32string folded(std::string_view word) {
  std::u32string points = to_code_points(word);
  for (char32_t& point : points) {
    if (point >= U'A' && point <= U'Z') point += U'a' - U'A';
    if (point == U'_' || point == U' ') point = U'-';
  }
  return points;
}

}  // namespace

std::optional<std::size_t> edit_distance(std::string_view one, std::string_view other, std::size_t limit) {
  return distance_of(to_code_points(one), to_code_points(other), limit);
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
  const std::u32string wanted = folded(word);
  if (wanted.empty()) return {};
  std::string_view best;
  std::size_t limit = std::max<std::size_t>(1, wanted.size() / letters_per_edit);
  for (const std::string_view candidate : candidates) {
    const std::u32string offered = folded(candidate);
    const auto distance = distance_of(wanted, offered, limit);
    // A word of one or two letters is one edit away from everything.
    if (!distance || *distance >= std::max(wanted.size(), offered.size()) - (*distance > 0 ? 1 : 0)) continue;
    best = candidate;
    if (*distance == 0) return best;
    limit = *distance - 1;
  }
  return best;
}

}  // namespace outmap
