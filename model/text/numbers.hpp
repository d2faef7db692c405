// Numbers as text: for machines exact and short, for people rounded and grouped.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace outmap {

/// The number that `text` writes out whole: digits with an optional sign, point and exponent (4200, -1.5, +3, .5, 1e3).
/// Nothing for anything else: decimal commas, grouped digits, hexadecimal, "nan", "inf", surrounding spaces, or a
/// number beyond what a double holds. Independent of the locale. Linear in the text.
std::optional<double> parse_number(std::string_view text);

/// The shortest text that reads back as the same finite number: "4200", "0.1", "1e+20". Without an exponent from 1e-6
/// to below 1e16; negative zero is "0".
std::string number_text(double number);

/// For people, rounded half away from zero to `decimals` places, thousands grouped, a true minus: "4,200", "−1.5".
std::string grouped(double number, int decimals = 0);

/// A level or an importance: "4.0", "−1.5".
std::string one_decimal(double number);

/// At most `decimals` places and no trailing zeros: "4", "4.5".
std::string few_decimals(double number, int decimals = 1);

/// A share 0-1 in whole percent with a space that does not break: "64 %". A share that is not 0 but rounds to it is "<1
/// %".
std::string percent_text(double share);

/// Money at a glance, at most three digits: "€40k", "€1.25m", "€950", "€2.50", "CHF 40k". `currency` is the map's: an
/// ISO 4217 code, a sign, or empty.
std::string money_text(double amount, std::string_view currency);

}  // namespace outmap
