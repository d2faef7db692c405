// Who walks this journey: a card at the left, or a strip above the stages where columns are narrow.
#pragma once

#include <array>

#include "render/layout/journey/sheet.hpp"

namespace outmap::journey_picture {

struct ValuePart {
  std::string_view name;
  Number value;
  bool adds = true;  // worth and benefits; costs and drawbacks take away
};

/// The four parts of perceived value; without values where the customer states none.
std::array<ValuePart, 4> value_parts(const Persona& persona);
/// Worth + benefits − costs − drawbacks, where all four are given.
Number net_value(const Persona& persona);
std::string_view kind_of(const Persona& persona);  // "segment", "customer"
std::string size_words(const Persona& persona);    // "4,200 customers, 31 % of all"
std::string title_of_need(const PersonaNeed& need);
Group persona_group(const Persona& persona);

/// The least height that the card needs, without needs; its height with all of them.
double persona_height(const Sheet& sheet, double width);
double persona_full_height(const Sheet& sheet, double width);
/// Needs that do not fit into the box are left out, the least important first, and counted.
void draw_persona_card(const Sheet& sheet, const Box& box, Shapes& into);

inline constexpr double persona_padding = 12;  // of the card and of the strip
inline constexpr double persona_strip_height = 56;
void draw_persona_strip(const Sheet& sheet, const Box& box, Shapes& into);

}  // namespace outmap::journey_picture
