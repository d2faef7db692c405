// The small marks that only a journey picture has, and how it writes numbers.
#pragma once

#include <optional>
#include <string>

#include "render/diagrams/journey_diagram.hpp"
#include "render/layout/journey/pen.hpp"

namespace outmap::journey_picture {

inline constexpr double icon_px = 14;
/// Stands beside the number of answers of fewer than 30 people.
inline constexpr std::string_view few_answers_words = "n < 30";

/// Ring of an initiative's status: idea empty, planned half, running full, done full with a tick; no status: a bulb, an
/// opportunity.
void add_status(const Pen& pen, Point center, std::optional<InitiativeStatus> status, Shapes& into);
/// Filled square: own unit; hexagon: boundary partner.
void add_owner_mark(const Pen& pen, Point center, bool own_unit, Shapes& into);
void add_diamond(Point center, double radius, const Fill& fill, const Stroke& stroke, Shapes& into);
/// The left half of a disc.
void add_half_disc(Point center, double radius, const Fill& fill, Shapes& into);
/// How it is today where the plan shows another face: small and dashed.
void add_ghost_face(const Pen& pen, Point center, double emotion, const Colour& ground, Shapes& into);

/// An icon of 14 px from its top left corner; without an icon of that name its initial in a ring.
void add_icon(const Pen& pen, std::string_view name, Point top_left, const Colour& colour, Shapes& into);

std::string_view icon_of_method(std::optional<EvidenceMethod> method);
std::string_view name_of_method(std::optional<EvidenceMethod> method);
std::string_view name_of_status(std::optional<InitiativeStatus> status);
/// "web" -> "Web".
std::string capitalised(const std::string& word);

std::string signed_one_decimal(double value);  // "+3.2", "−2.1"
std::string signed_short(double value);        // "+1.5", "0", "−2"

}  // namespace outmap::journey_picture
