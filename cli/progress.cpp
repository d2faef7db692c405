#include "cli/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cli/display_text.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

using std::chrono::duration;

constexpr double kPatience_s = 1;      // shorter work needs no line
constexpr double kFirst_look_s = 0.3;  // before it a rate says little
constexpr double kRedraw_s = 0.1;
constexpr std::size_t kBar_cells = 20;

double seconds_between(std::chrono::steady_clock::time_point from, std::chrono::steady_clock::time_point to) {
  return duration<double>(to - from).count();
}

std::string bar_of(double share) {
  const auto full = static_cast<std::size_t>(share * kBar_cells);
  std::string bar;
  for (std::size_t i = 0; i < kBar_cells; ++i) bar += i < full ? "█" : "░";
  return bar;
}

/// "8 s", "2 min".
std::string time_words(double seconds) {
  if (seconds < 90) return fmt::format("{:.0f} s", std::max(1.0, seconds));
  return fmt::format("{:.0f} min", seconds / 60);
}

}  // namespace

std::string progress_line(std::string_view what, std::size_t done, std::size_t of, double seconds, std::size_t width) {
  const std::string name = printable(std::string(what));
  if (of == 0) return cut_to_width(name + " …", width);
  const double share = std::min(1.0, static_cast<double>(done) / static_cast<double>(of));
  const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0;
  std::string line = fmt::format("{}  {}  {:.0f} %", name, bar_of(share), 100 * share);
  if (rate > 0) {
    const double left = static_cast<double>(of - std::min(of, done)) / rate;
    line += fmt::format("  {}/s  {} left", rate < 10 ? fmt::format("{:.1f}", rate) : grouped(rate), time_words(left));
  }
  return cut_to_width(line, width);
}

Progress::Progress(const Console& console)
    : Progress({console.shows_progress(), console.err().width,
                [&console](std::string_view text) { console.write_message(text); }},
               std::chrono::steady_clock::now) {}

Progress::Progress(Place place, Clock clock)
    : place_(std::move(place)), clock_(std::move(clock)), begun_(clock_()), part_begun_(begun_), drawn_(begun_) {}

Progress::~Progress() { wipe(); }

void Progress::tell(std::string_view what, std::size_t done, std::size_t of) {
  if (!place_.is_seen) return;
  const auto now = clock_();
  if (part_ != what) {
    part_ = what;
    part_begun_ = now;
  } else if (seconds_between(drawn_, now) < kRedraw_s) {
    return;
  }
  const double spent = seconds_between(begun_, now);
  const double in_part = seconds_between(part_begun_, now);
  const double whole = done > 0 ? spent + in_part * (static_cast<double>(of) / static_cast<double>(done) - 1) : spent;
  if (width_ == 0 && (spent < kFirst_look_s || whole < kPatience_s)) return;
  drawn_ = now;
  const std::string line = progress_line(what, done, of, in_part, place_.width - 1);
  const std::size_t width = display_width(line);
  place_.write("\r" + line + std::string(width_ > width ? width_ - width : 0, ' '));
  width_ = std::max(width_, width);
}

void Progress::wipe() {
  if (width_ > 0) place_.write("\r" + std::string(width_, ' ') + "\r");
  width_ = 0;
}

}  // namespace outmap
