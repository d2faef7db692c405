// How far apart two words are, and the nearest of several: for "did you mean".
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace outmap {

/// Insertions, deletions, replacements and swaps of neighbouring code points that turn one word into the other, no
/// stretch edited twice (Damerau–Levenshtein, optimal string alignment). Nothing when more than `limit` are needed.
/// O(length · limit) time, O(length) space. Source: Damerau 1964, https://doi.org/10.1145/363958.363994.
std::optional<std::size_t> edit_distance(std::string_view one, std::string_view other, std::size_t limit);

/// The candidate that `word` was probably meant to be: at most one edit for each three letters, letter case and the
/// difference of '-', '_' and ' ' counted for nothing. Empty when none is so near. Of equally near ones the first.
/// The view is that of the candidate.
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace outmap
