#include "cli/progress.hpp"

#include <catch2/catch.hpp>

namespace outmap {

namespace {

using std::chrono::milliseconds;

/// A terminal that keeps what is written, and a clock that stands still until it is moved.
struct PretendTerminal {
  std::string written;
  std::chrono::steady_clock::time_point now{};

  Progress::Place place(bool seen = true, std::size_t width = 80) {
    return {seen, width, [this](std::string_view text) { written += text; }};
  }
  Progress::Clock clock() {
    return [this] { return now; };
  }
};

}  // namespace

TEST_CASE("a line of progress tells share, rate and time left") {
  CHECK(progress_line("big.csv", 250000, 1000000, 2, 80) == "big.csv  █████░░░░░░░░░░░░░░░  25 %  125,000/s  6 s left");
  CHECK(progress_line("big.csv", 1000, 1000000, 1, 80) == "big.csv  ░░░░░░░░░░░░░░░░░░░░  0 %  1,000/s  17 min left");
  CHECK(progress_line("checking the map", 0, 0, 3, 80) == "checking the map …");
  CHECK(progress_line("big.csv", 250000, 1000000, 2, 20) == "big.csv  █████░░░░░…");
}

TEST_CASE("work of less than a second shows nothing") {
  PretendTerminal screen;
  {
    Progress progress(screen.place(), screen.clock());
    for (int step = 0; step <= 9; ++step) {
      progress.tell("quick.csv", static_cast<std::size_t>(step) * 10, 90);
      screen.now += milliseconds(100);
    }
  }
  CHECK(screen.written.empty());
}

TEST_CASE("longer work shows one line that is wiped at the end") {
  PretendTerminal screen;
  {
    Progress progress(screen.place(), screen.clock());
    progress.tell("big.csv", 0, 100);
    screen.now += milliseconds(500);
    progress.tell("big.csv", 10, 100);
    CHECK(screen.written == "\rbig.csv  ██░░░░░░░░░░░░░░░░░░  10 %  20/s  4 s left");
    screen.now += milliseconds(50);
    progress.tell("big.csv", 11, 100);  // too soon to draw again
    CHECK(screen.written.find("11 %") == std::string::npos);
    screen.now += milliseconds(450);
    progress.tell("big.csv", 20, 100);
    CHECK(screen.written.find("20 %  20/s  4 s left") != std::string::npos);
    screen.written.clear();
    progress.tell("checking the map", 0, 0);
    CHECK(screen.written.starts_with("\rchecking the map …  "));
    screen.written.clear();
  }
  CHECK(screen.written == "\r" + std::string(51, ' ') + "\r");
}

TEST_CASE("where nobody looks nothing is written") {
  PretendTerminal screen;
  {
    Progress progress(screen.place(false), screen.clock());
    screen.now += milliseconds(5000);
    progress.tell("big.csv", 10, 100);
  }
  CHECK(screen.written.empty());
}

}  // namespace outmap
