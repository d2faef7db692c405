#include "model/map/date.hpp"

#include <array>

#include <fmt/format.h>

namespace outmap {
namespace {

constexpr std::array<std::string_view, 12> month_names{"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = 10 * value + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day found{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                          std::chrono::day(static_cast<unsigned>(*day))};
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
