#include "render/diagrams/chart_dates.hpp"

#include <array>

namespace outmap {
namespace {

constexpr std::array month_names{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

int months_of(Date date) {
  return static_cast<int>(date.day.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.day.month())) - 1;
}

Date first_of(int months) {
  using namespace std::chrono;
  return {year{months / 12} / month{static_cast<unsigned>(months % 12 + 1)} / day{1}};
}

}  // namespace

std::string month_words(Date date) {
  const auto month = static_cast<unsigned>(date.day.month());
  return std::string(month_names[(month - 1) % 12]) + " " + std::to_string(static_cast<int>(date.day.year()));
}

std::vector<Date> month_ticks(Date first, Date last, std::size_t most) {
  for (int every = 1;; every = every < 3 ? 3 : every < 6 ? 6 : every < 12 ? 12 : every * 2) {
    std::vector<Date> ticks;
    const int from = (months_of(first) + every - 1) / every * every;
    for (int months = from; months <= months_of(last); months += every)
      if (first_of(months) >= first && first_of(months) <= last) ticks.push_back(first_of(months));
    if (ticks.size() <= most || every > 12 * 1024) return ticks;
  }
}

}  // namespace outmap
