#include "model/text/numbers.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace outmap {
namespace {

constexpr std::string_view minus = "\u2212";

bool starts_number(std::string_view text) {
  return !text.empty() && ((text[0] >= '0' && text[0] <= '9') || text[0] == '.');
}

// fmt rounds the exact binary value; people expect 0.25 -> 0.3 and 2.675 -> 2.68, so round the decimal text they see.
double rounded(double number, int decimals) {
  const double factor = std::pow(10.0, decimals);
  const double scaled = std::abs(number) * factor;
  if (scaled >= 1e15) return std::abs(number);
  return std::floor(scaled * (1 + 1e-15) + 0.5) / factor;
}

std::string with_commas(std::string digits) {
  const std::size_t point = digits.find('.');
  std::size_t at = point == std::string::npos ? digits.size() : point;
  while (at > 3) {
    at -= 3;
    digits.insert(at, 1, ',');
  }
  return digits;
}

std::string signed_text(bool negative, std::string magnitude) {
  return negative ? std::string(minus) + magnitude : magnitude;
}

struct CurrencySign {
  std::string_view code;
  std::string_view sign;
};
constexpr std::array<CurrencySign, 6> currency_signs{
    {{"EUR", "€"}, {"USD", "$"}, {"GBP", "£"}, {"JPY", "¥"}, {"INR", "₹"}, {"KRW", "₩"}}};

std::string before_amount(std::string_view currency) {
  for (const CurrencySign& known : currency_signs) {
    if (known.code == currency) return std::string(known.sign);
  }
  const bool is_word = !currency.empty() && static_cast<unsigned char>(currency.back()) < 0x80 && currency != "$";
  return std::string(currency) + (is_word ? "\u00A0" : "");
}

struct MoneyUnit {
  double size;
  std::string_view name;
};
constexpr std::array<MoneyUnit, 3> money_units{{{1e9, "bn"}, {1e6, "m"}, {1e3, "k"}}};

int decimals_for_three_digits(double magnitude) { return magnitude >= 100 ? 0 : magnitude >= 10 ? 1 : 2; }

std::string without_trailing_zeros(std::string text) {
  if (text.find('.') == std::string::npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string small_amount(double magnitude) {
  const bool whole = rounded(magnitude, 2) == std::floor(magnitude);
  return fmt::format("{:.{}f}", rounded(magnitude, whole ? 0 : 2), whole ? 0 : 2);
}

std::string amount_text(double magnitude) {
  for (const MoneyUnit& unit : money_units) {
    // 999,600 is €1m, not €1000k: the unit is chosen after rounding to three digits.
    if (magnitude < unit.size * 0.9995) continue;
    const double count = magnitude / unit.size;
    const int decimals = decimals_for_three_digits(count);
    return with_commas(without_trailing_zeros(fmt::format("{:.{}f}", rounded(count, decimals), decimals))) +
           std::string(unit.name);
  }
  return magnitude >= 100 ? fmt::format("{:.0f}", rounded(magnitude, 0)) : small_amount(magnitude);
}

}  // namespace

std::optional<double> parse_number(std::string_view text) {
  if (!text.empty() && text[0] == '+') {
    text.remove_prefix(1);
    if (!starts_number(text)) return std::nullopt;
  }
  if (!starts_number(text.starts_with('-') ? text.substr(1) : text)) return std::nullopt;
  double number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
  return number;
}

std::string number_text(double number) {
  if (number == 0) return "0";
  const double magnitude = std::abs(number);
  const auto format = magnitude >= 1e-6 && magnitude < 1e16 ? std::chars_format::fixed : std::chars_format::scientific;
  std::array<char, 64> buffer{};
  const auto [end, fault] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, format);
  return std::string(buffer.data(), end);
}

std::string grouped(double number, int decimals) {
  const double magnitude = rounded(number, decimals);
  return signed_text(number < 0 && magnitude > 0, with_commas(fmt::format("{:.{}f}", magnitude, decimals)));
}

std::string one_decimal(double number) { return grouped(number, 1); }

std::string few_decimals(double number, int decimals) { return without_trailing_zeros(grouped(number, decimals)); }

std::string percent_text(double share) {
  const double percent = 100 * share;
  const std::string unit = "\u00A0%";
  if (share != 0 && rounded(percent, 0) == 0)
    return (share < 0 ? std::string(">") + std::string(minus) : "<") + "1" + unit;
  return grouped(percent) + unit;
}

std::string money_text(double amount, std::string_view currency) {
  const double magnitude = std::abs(amount);
  const std::string text = amount_text(magnitude);
  return signed_text(amount < 0 && text != "0", before_amount(currency) + text);
}

}  // namespace outmap
