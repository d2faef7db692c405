#include <fmt/format.h>

#include <cmath>

#include "model/text/numbers.hpp"
#include "render/diagrams/outcomes_parts.hpp"

namespace outmap::outcomes {
namespace {

/// At most `digits` decimals, without zeros at the end.
std::string trimmed(double value, int digits) {
  std::string text = fmt::format("{:.{}f}", value, digits);
  if (text.find('.') == std::string::npos) return text;
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string currency_sign(const std::string& currency) {
  if (currency == "EUR") return "€";
  if (currency == "USD") return "$";
  if (currency == "GBP") return "£";
  if (currency == "JPY") return "¥";
  return currency.empty() ? "" : currency + "\u00a0";
}

}  // namespace

std::string amount(double value) { return trimmed(value, std::abs(value) < 100 ? 1 : 0); }

std::string money(double value, const std::string& currency) {
  const double size = std::abs(value);
  std::string number = size >= 999500 ? trimmed(size / 1e6, size < 9.95e6 ? 1 : 0) + "m"
                       : size >= 1000 ? trimmed(size / 1e3, size < 9950 ? 1 : 0) + "k"
                                      : trimmed(size, 0);
  return (value < 0 ? "−" : "") + currency_sign(currency) + number;
}

std::string signed_number(double value) {
  return (value < 0 ? "−" : "+") + trimmed(std::abs(value), std::abs(value) < 0.1 ? 3 : 2);
}

std::string percent(double share) {
  const double value = 100 * share;
  if (value > 0 && value < 0.5) return "under 1\u00a0%";
  return fmt::format("{:.0f}\u00a0%", value);
}

std::string counted(std::size_t count, const std::string& singular_word, const std::string& plural_word) {
  return fmt::format("{} {}", grouped(static_cast<double>(count)), count == 1 ? singular_word : plural_word);
}

}  // namespace outmap::outcomes
