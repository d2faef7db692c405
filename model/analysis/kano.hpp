// What an outcome does to satisfaction: taken for granted, wanted more and more, a delight, or of no matter.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "model/analysis/intervals.hpp"
#include "model/map/map.hpp"

namespace outmap {

/// In the order in which ties are broken.
enum class KanoCategory {
  must_be,          // M: taken for granted, and sorely missed
  one_dimensional,  // O: the more the better
  attractive,       // A: delights, and is not missed
  indifferent,      // I
  reverse,          // R: not wanted
  questionable,     // Q: the two answers contradict each other
};
inline constexpr std::size_t kano_categories = 6;

std::string_view to_text(KanoCategory category);  // "must-be"
char letter_of(KanoCategory category);            // 'M'

/// What one person's pair of answers says (Kano et al. 1984). Rows: how they feel with the outcome; columns: without.
///
/// |              | like | must-be | neutral | live-with | dislike |
/// | like         | Q    | A       | A       | A         | O       |
/// | must-be      | R    | I       | I       | I         | M       |
/// | neutral      | R    | I       | I       | I         | M       |
/// | live-with    | R    | I       | I       | I         | M       |
/// | dislike      | R    | R       | R       | R         | Q       |
KanoCategory kano_category(KanoAnswer functional, KanoAnswer dysfunctional);

struct KanoRow {
  Id outcome;
  std::size_t n = 0;                                // respondents
  std::array<std::size_t, kano_categories> counts;  // by KanoCategory
  KanoCategory category = KanoCategory::must_be;    // the most frequent; of equal ones the first in the enumeration
  bool is_clear = false;                            // more frequent than the next by more than chance, see find_kano
  std::optional<ShareEstimate> better;              // missing where everybody answered R or Q
  std::optional<ShareEstimate> worse;               // as a share; the coefficient is its negative

  std::size_t count(KanoCategory of) const { return counts[static_cast<std::size_t>(of)]; }
  bool is_soft() const { return is_small_sample(n); }
  bool operator==(const KanoRow&) const = default;
};

/// The outcomes that people answered pairs of questions about, by category (M, O, A, I, R, Q), within it those whose
/// absence hurts most and then those that please most first, then by id.
///
/// better = (A + O) / (A + O + M + I): how far having it can raise satisfaction;
/// worse = (O + M) / (A + O + M + I): how far lacking it can lower it, written -worse (Berger et al. 1993, Center for
/// Quality of Management Journal 2(4), 3-36). Both with Wilson's interval. The category is clear where the two most
/// frequent counts a and b of n differ by more than 1.65 sqrt((a + b) (2n - a - b) / 2n) (Fong 1996, ibid. 5(3),
/// 21-23). A respondent who answers twice counts once, with the later row. Deterministic, independent of the order of
/// respondents. O(answers log answers).
std::vector<KanoRow> find_kano(const Map& map);

}  // namespace outmap
