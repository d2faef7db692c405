#include "model/analysis/parallel.hpp"

#include <catch2/catch.hpp>
#include <stdexcept>
#include <string>
#include <vector>

namespace outmap {

TEST_CASE("every task is done once, on any number of threads", "[parallel]") {
  for (const unsigned threads : {1U, 2U, 7U}) {
    std::vector<int> times(100, 0);
    run_parallel(times.size(), threads, [&](std::size_t task) { ++times[task]; });
    CHECK(times == std::vector<int>(100, 1));
  }
}

TEST_CASE("a listener is told of the beginning and of every task that is done, in order", "[parallel]") {
  std::vector<std::size_t> told;
  const auto listen = [&](std::string_view what, std::size_t done, std::size_t of) {
    CHECK(what == "counting");
    CHECK(of == 20);
    told.push_back(done);
  };
  run_parallel(
      20, 4, [](std::size_t) {}, listen, "counting");
  std::vector<std::size_t> wanted;
  for (std::size_t done = 0; done <= 20; ++done) wanted.push_back(done);
  CHECK(told == wanted);
}

TEST_CASE("short jobs get no threads, long ones as many as asked for", "[parallel]") {
  CHECK(threads_for(999'999, 8) == 1);
  CHECK(threads_for(3'500'000, 8) == 4);
  CHECK(threads_for(1'000'000'000, 8) == 8);
  CHECK(threads_for(1'000'000'000, 0) == thread_count(0));
}

TEST_CASE("the first failure of a task is thrown again", "[parallel]") {
  const auto fail = [](std::size_t task) {
    if (task == 3) throw std::runtime_error("task 3");
  };
  CHECK_THROWS_WITH(run_parallel(10, 2, fail), "task 3");
}

}  // namespace outmap
