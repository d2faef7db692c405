// How far a long piece of work has come: one line on stderr, on a terminal only, gone when the work is done.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "cli/console.hpp"

namespace outmap {

/// One line no wider than `width`: "customers.csv  ██████░░░░  62 %  410,000/s  2 s left". Where `of` is 0 only
/// what is being done is told. `seconds` since it began.
std::string progress_line(std::string_view what, std::size_t done, std::size_t of, double seconds, std::size_t width);

/// Draws the line for work that will take more than a second. Nothing is ever written where stderr is no terminal, or
/// with --quiet.
class Progress {
 public:
  using Clock = std::function<std::chrono::steady_clock::time_point()>;

  /// Where the line goes.
  struct Place {
    bool is_seen = false;
    std::size_t width = 80;
    std::function<void(std::string_view)> write;
  };

  explicit Progress(const Console& console);
  Progress(Place place, Clock clock);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// `done` of `of` rows, or other parts, of `what`; cheap when called often.
  void tell(std::string_view what, std::size_t done, std::size_t of);

 private:
  void wipe();

  Place place_;
  Clock clock_;
  std::chrono::steady_clock::time_point begun_;       // the whole
  std::chrono::steady_clock::time_point part_begun_;  // what is told of now
  std::chrono::steady_clock::time_point drawn_;
  std::string part_;
  std::size_t width_ = 0;  // of the line that stands there
};

}  // namespace outmap
