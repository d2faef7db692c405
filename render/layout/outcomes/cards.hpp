// How much room a node's words need.
#pragma once

#include <cstddef>

#include "render/layout/outcomes/plan.hpp"

namespace outmap::outcomes {

/// How closely a column is packed, from roomy to one line a node.
enum class Density { roomy, close, one_line, tight };

/// The node's words in a card `width_px` wide.
Card make_card(const Style& style, const OutcomeNode& node, double width_px, Density density);

/// Width that a column of this kind of node would like to have.
double natural_width_px(const OutcomeNode& node);

/// Room for the unit behind the number of a gap; 0 where it has none.
double unit_px(const Style& style, const OutcomeNode& node);

/// Whether the node's name is set in the semibold face.
bool is_heavy(const OutcomeNode& node);

namespace card {
inline constexpr double padding_px = 12;
inline constexpr double line_px = 15;
inline constexpr double note_line_px = 13;
inline constexpr double number_line_px = 19;  // of a gap below the name
inline constexpr double unit_gap_px = 3;
inline constexpr double icon_px = 12;
inline constexpr double icon_slot_px = 22;
inline constexpr double shoulder_px = 12;     // of hexagons
inline constexpr double change_px = 46;       // the chip that tells how far a node moves
inline constexpr double change_line_px = 22;  // the same below a name
}  // namespace card

}  // namespace outmap::outcomes
