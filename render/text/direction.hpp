// Which way a text is read, and how that is kept where it is cut into lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace outmap {

/// U+200E: nothing to see; what follows belongs to what is read from left to right.
inline constexpr std::string_view left_to_right_mark = "\xE2\x80\x8E";

/// Which way lines run.
enum class ReadingOrder { left_to_right, right_to_left };

/// The direction of a line by its first letter (Unicode Standard Annex 9, rules P2 and P3); left to right where it has
/// none.
ReadingOrder reading_of(std::string_view text);

/// The direction of a paragraph: that of its first letter, but left to right where most letters are: a sentence of ours
/// that begins with somebody's name in Arabic is still ours.
ReadingOrder reading_of_most(std::string_view text);

/// The direction of a line that is drawn: as the mark says that line_in() put before it, else as that of a paragraph.
ReadingOrder reading_of_line(std::string_view line);

/// `line`, a part of a paragraph of this direction. Where it alone would be read otherwise, an invisible mark goes
/// before it (U+200E, U+200F), so that the line alone is read as in its paragraph.
std::string line_in(ReadingOrder paragraph, std::string_view line);

/// Where a sentence of ours needs an invisible mark (U+200E) after somebody's name that runs from right to left: a
/// number of ours that follows (": 35 %", "(12)") would else be taken for a part of the name and change sides with it.
/// A number with nothing but spaces, hyphens or slashes before it is the name's own and stays with it. Byte offsets,
/// rising; none where the line itself is read from right to left. Linear.
std::vector<std::size_t> ends_of_names(std::string_view line);

/// `line` with those marks.
std::string with_marked_names(std::string_view line);

/// Bytes of the mark that line_in() put before `line`; 0 where there is none.
std::size_t mark_length(std::string_view line);

}  // namespace outmap
