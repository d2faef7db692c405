// The two parts of the band: how the customer feels, and how much value there is. They share one x axis, never a scale.
#pragma once

#include "render/layout/journey/sheet.hpp"

namespace outmap::journey_picture {

bool has_emotion(const JourneyDiagram& journey);
bool has_value(const JourneyDiagram& journey);

/// Each draws its axis and its curves within `box`, which spans the sheet from edge to edge.
void draw_emotion(const Sheet& sheet, const Box& box, Shapes& into);
void draw_value(const Sheet& sheet, const Box& box, Shapes& into);

void list_emotion_marks(const Sheet& sheet, Marks& marks);
void list_value_marks(const Sheet& sheet, Marks& marks);

/// At most this many customers beside the persona have a curve; the rest is said to be left out.
inline constexpr std::size_t most_other_customers = 3;
/// None where the plan is laid over today: the curves would hide each other.
std::size_t shown_customers(const JourneyDiagram& journey);

/// How the curve of the k-th other customer looks.
Stroke other_customer_line(const Theme& theme, std::size_t k);
void add_other_customer_point(const Theme& theme, std::size_t k, Point center, const Colour& ground, Shapes& into);

/// A line across the stages with its number at the left of the first.
void draw_grid_line(const Sheet& sheet, double y, const std::string& number, const Colour& colour, Shapes& into);

}  // namespace outmap::journey_picture
