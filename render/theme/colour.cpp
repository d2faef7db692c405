#include "render/theme/colour.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace outmap {
namespace {

double channel(const std::string& colour, std::size_t at) {
  return static_cast<double>(std::strtol(colour.substr(at, 2).c_str(), nullptr, 16));
}

double linear(double eight_bit) {
  const double value = eight_bit / 255;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const std::string& colour) {
  return 0.2126 * linear(channel(colour, 1)) + 0.7152 * linear(channel(colour, 3)) +
         0.0722 * linear(channel(colour, 5));
}

}  // namespace

bool is_colour(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdefABCDEF";
  return text.size() == 7 && text.front() == '#' && text.find_first_not_of(digits, 1) == std::string_view::npos;
}

double contrast_ratio(const std::string& one, const std::string& other) {
  const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
  return (lighter + 0.05) / (darker + 0.05);
}

std::string blended(const std::string& over, const std::string& under, double opacity) {
  std::string mixed = "#";
  for (const std::size_t at : {1, 3, 5})
    mixed += fmt::format("{:02X}", std::lround(channel(over, at) * opacity + channel(under, at) * (1 - opacity)));
  return mixed;
}

}  // namespace outmap
