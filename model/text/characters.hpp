// What a reader takes for one character: a letter with its marks, a syllable, a flag, a family of joined emoji.
#pragma once

#include <cstddef>
#include <string_view>

namespace outmap {

/// Belongs to the character before it: combining and spacing marks, joiners, variation selectors, emoji modifiers.
bool extends_character(char32_t value);

/// End of the character that begins at byte `at`: an extended grapheme cluster (Unicode Standard Annex 29, with
/// the conjuncts of rule GB9c; code points of Unicode 14). A byte that is no UTF-8 is a character of its own. Linear in
/// what it passes.
std::size_t character_end(std::string_view text, std::size_t at);

}  // namespace outmap
