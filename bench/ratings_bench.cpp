// Tables of ratings: reading them, checking the map, and the gaps with their intervals, each as a whole process beside
// a program that only splits the same file into cells. With the ratings grow the customers (a tenth of them) and the
// outcomes (a thousandth). Time for ten times as many must be ten times as long, and reading 100 MB/s or more.
#include <benchmark/benchmark.h>

#include "bench/support/generate.hpp"
#include "bench/support/process.hpp"

namespace {

void measure(benchmark::State& state, std::vector<std::string> command) {
  const auto files = outmap::bench::generate_ratings(static_cast<std::size_t>(state.range(0)));
  command.push_back(files.folder);
  double seconds = 0, peak_kb = 0;
  for (auto _ : state) {
    const auto cost = outmap::bench::run(command);
    if (cost.exit_code != 0) return state.SkipWithError("the program failed");
    state.SetIterationTime(cost.cpu_s);
    seconds += cost.cpu_s;
    peak_kb = cost.peak_kb;
  }
  state.SetComplexityN(state.range(0));
  state.counters["MB_per_s"] = files.ratings_bytes / 1e6 * static_cast<double>(state.iterations()) / seconds;
  state.counters["peak_MB"] = peak_kb / 1024;
}

void split_ratings(benchmark::State& state) { measure(state, {OUTMAP_SPLIT_ONLY}); }
void load_ratings(benchmark::State& state) { measure(state, {OUTMAP_LOAD_ONLY}); }
void check_ratings(benchmark::State& state) { measure(state, {OUTMAP_PROGRAM, "check"}); }
void gaps_of_ratings(benchmark::State& state) { measure(state, {OUTMAP_PROGRAM, "gaps", "--format", "json", "-q"}); }

void at_three_sizes(benchmark::internal::Benchmark* bench) {
  for (const int ratings : {100'000, 300'000, 1'000'000}) bench->Arg(ratings);
  bench->UseManualTime()->Unit(benchmark::kMillisecond)->Complexity(benchmark::oN);
}

BENCHMARK(split_ratings)->Apply(at_three_sizes);
BENCHMARK(load_ratings)->Apply(at_three_sizes);
BENCHMARK(check_ratings)->Apply(at_three_sizes);
BENCHMARK(gaps_of_ratings)->Apply(at_three_sizes);

}  // namespace
