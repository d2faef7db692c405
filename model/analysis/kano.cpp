#include "model/analysis/kano.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace outmap {
namespace {

using CategoryCounts = std::array<std::size_t, kano_categories>;

/// The most frequent category is clearly ahead of the next.
bool is_clear(CategoryCounts counts, std::size_t answers) {
  std::ranges::sort(counts, std::greater());
  const auto a = static_cast<double>(counts[0]);
  const auto b = static_cast<double>(counts[1]);
  const auto n = static_cast<double>(answers);
  return a - b > 1.65 * std::sqrt((a + b) * (2 * n - a - b) / (2 * n));
}

KanoRow row_of(Id outcome, const CategoryCounts& counts) {
  KanoRow row{std::move(outcome), 0, counts, {}, false, {}, {}};
  for (const std::size_t count : counts) row.n += count;
  row.category = static_cast<KanoCategory>(std::ranges::max_element(counts) - counts.begin());
  row.is_clear = is_clear(counts, row.n);
  const auto count = [&row](KanoCategory of) { return static_cast<double>(row.count(of)); };
  const double wanted_more = count(KanoCategory::one_dimensional);
  const double wanted = count(KanoCategory::attractive) + wanted_more;
  const double missed = count(KanoCategory::must_be) + wanted_more;
  const double of = wanted + count(KanoCategory::must_be) + count(KanoCategory::indifferent);
  if (of > 0) {
    row.better = estimate_share(wanted, of);
    row.worse = estimate_share(missed, of);
  }
  return row;
}

bool stands_above(const KanoRow& a, const KanoRow& b) {
  const auto key = [](const KanoRow& row) {
    return std::tuple(row.category, row.worse ? -row.worse->share : 1.0, row.better ? -row.better->share : 1.0,
                      std::string_view(row.outcome));
  };
  return key(a) < key(b);
}

}  // namespace

std::string_view to_text(KanoCategory category) {
  constexpr std::array<std::string_view, kano_categories> names{"must-be",     "one-dimensional", "attractive",
                                                                "indifferent", "reverse",         "questionable"};
  return names[static_cast<std::size_t>(category)];
}

char letter_of(KanoCategory category) { return "MOAIRQ"[static_cast<std::size_t>(category)]; }

KanoCategory kano_category(KanoAnswer functional, KanoAnswer dysfunctional) {
  const bool likes_it = functional == KanoAnswer::like;
  const bool dislikes_it = functional == KanoAnswer::dislike;
  const bool likes_lack = dysfunctional == KanoAnswer::like;
  const bool dislikes_lack = dysfunctional == KanoAnswer::dislike;
  if ((likes_it && likes_lack) || (dislikes_it && dislikes_lack)) return KanoCategory::questionable;
  if (dislikes_it || likes_lack) return KanoCategory::reverse;
  if (likes_it) return dislikes_lack ? KanoCategory::one_dimensional : KanoCategory::attractive;
  return dislikes_lack ? KanoCategory::must_be : KanoCategory::indifferent;
}

std::vector<KanoRow> find_kano(const Map& map) {
  std::unordered_map<std::string_view, std::unordered_map<std::string_view, KanoCategory>> newest;
  std::unordered_map<std::string_view, CategoryCounts> counts;
  for (const KanoPair& pair : map->kano) {
    const KanoCategory category = kano_category(pair.functional, pair.dysfunctional);
    CategoryCounts& of_outcome = counts.try_emplace(pair.outcome, CategoryCounts{}).first->second;
    ++of_outcome[static_cast<std::size_t>(category)];
    if (pair.respondent.empty()) continue;
    const auto [known, is_first] = newest[pair.outcome].try_emplace(pair.respondent, category);
    if (!is_first) --of_outcome[static_cast<std::size_t>(std::exchange(known->second, category))];
  }
  std::vector<KanoRow> rows;
  for (const auto& [outcome, of_outcome] : counts) rows.push_back(row_of(Id(outcome), of_outcome));
  std::ranges::sort(rows, stands_above);
  return rows;
}

}  // namespace outmap
