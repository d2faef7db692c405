// What Unicode says of characters: what a reader takes for one, which way it is read, how wide terminals draw it. By
// utf8proc, whose tables are Unicode 14.
#pragma once

#include <cstddef>
#include <string_view>

namespace outmap {

/// Belongs to the character before it: combining and spacing marks, joiners, variation selectors, emoji modifiers.
bool extends_character(char32_t value);

/// End of the character that begins at byte `at`, a letter with its marks, a syllable, a flag, a family of joined
/// emoji: an extended grapheme cluster (Unicode Standard Annex 29, with the conjuncts of its rule GB9c). A byte that is
/// no UTF-8 is a character of its own. Linear in what it passes.
std::size_t character_end(std::string_view text, std::size_t at);

/// Letters with a direction of their own (bidirectional classes R and AL, and L); digits, marks, punctuation, symbols
/// and emoji have none.
bool is_right_to_left(char32_t value);
bool is_left_to_right(char32_t value);

/// Columns of a terminal: 0 for marks and what is not drawn, 2 for wide East Asian characters and emoji, else 1.
int column_width(char32_t value);

}  // namespace outmap
