// A calendar day, written as ISO 8601 (2026-06-30).
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace outmap {

struct Date {
  std::chrono::year_month_day day;

  auto operator<=>(const Date&) const = default;
};

/// The day that `text` names as YYYY-MM-DD, or nothing where it names no day of the calendar.
std::optional<Date> parse_date(std::string_view text);

/// "2026-06-30".
std::string to_text(Date date);

/// "30 June 2026", for people.
std::string to_words(Date date);

/// Days from `earlier` to `later`, negative when the order is turned round.
int days_between(Date earlier, Date later);

}  // namespace outmap
