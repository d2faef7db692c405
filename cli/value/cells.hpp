// Cells of a value report: money, signed steps, shares.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/listing.hpp"
#include "model/analysis/firm_value.hpp"
#include "model/map/map.hpp"

namespace outmap {

/// "€12.50" for people, the number for programs.
Cell money_cell(const Map& map, const std::optional<double>& amount, Ink ink = Ink::plain);

/// "+2.5" for people, with so many decimals.
Cell signed_cell(const std::optional<double>& number, int decimals, Ink ink = Ink::plain);

/// "+€4" for people.
Cell signed_money_cell(const Map& map, const std::optional<double>& amount, Ink ink = Ink::plain);

Cell share_cell(const std::optional<double>& share);

/// The name of an element, made safe for the screen.
Cell name_cell(const Map& map, const Id& id, Ink ink = Ink::plain);

std::string signed_number(double number, int decimals);

/// What a customer's value to the firm was reckoned from: "retention"; empty where there is none.
std::string_view source_text(FirmValueSource source);

}  // namespace outmap
