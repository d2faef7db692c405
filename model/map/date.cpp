#include "model/map/date.hpp"

#include <array>
#include <cstddef>

#include <fmt/format.h>

namespace outmap {
namespace {

constexpr std::array<std::string_view, 12> month_names{"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};

/// The number that the characters would be, and below 0 where one of them is no digit. Without branches: a table of
/// ratings has a million dates.
template <std::size_t size>
int digits(const char* text) {
  int value = 0;
  bool all = true;
  for (std::size_t i = 0; i < size; ++i) {
    const int digit = text[i] - '0';
    all &= static_cast<unsigned>(digit) <= 9;
    value = 10 * value + digit;
  }
  return all ? value : -1;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const int year = digits<4>(text.data()), month = digits<2>(text.data() + 5), day = digits<2>(text.data() + 8);
  if (year < 0 || month < 0 || day < 0) return std::nullopt;
  const std::chrono::year_month_day found{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                          std::chrono::day(static_cast<unsigned>(day))};
  if (!found.ok()) return std::nullopt;
  return Date{found};
}

std::string to_text(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.day.year()), static_cast<unsigned>(date.day.month()),
                     static_cast<unsigned>(date.day.day()));
}

std::string to_words(Date date) {
  return fmt::format("{} {} {}", static_cast<unsigned>(date.day.day()),
                     month_names[static_cast<unsigned>(date.day.month()) - 1], static_cast<int>(date.day.year()));
}

int days_between(Date earlier, Date later) {
  return static_cast<int>((std::chrono::sys_days(later.day) - std::chrono::sys_days(earlier.day)).count());
}

}  // namespace outmap
