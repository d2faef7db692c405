// From file to validated map, as a whole process, beside a program that parses the same JSON into nlohmann's DOM and
// frees it.
#include <benchmark/benchmark.h>

#include <filesystem>

#include "bench/support/generate.hpp"
#include "bench/support/process.hpp"

namespace {

using outmap::bench::generate_customers;

void measure(benchmark::State& state, const char* program, const std::string& file, double file_bytes) {
  double peak_kb = 0;
  for (auto _ : state) {
    const auto cost = outmap::bench::run({program, file});
    if (cost.exit_code != 0) return state.SkipWithError("the program failed");
    state.SetIterationTime(cost.cpu_s);  // processor time: wall time on a shared machine says more of the neighbours
    peak_kb = cost.peak_kb;
  }
  state.counters["peak_MB"] = peak_kb / 1024;
  if (file_bytes > 0) state.counters["peak_per_file"] = peak_kb * 1024 / file_bytes;
}

void load_json(benchmark::State& state) {
  const auto files = generate_customers(static_cast<std::size_t>(state.range(0)));
  measure(state, OUTMAP_LOAD_ONLY, files.json, static_cast<double>(std::filesystem::file_size(files.json)));
}

void dom_json(benchmark::State& state) {
  const auto files = generate_customers(static_cast<std::size_t>(state.range(0)));
  measure(state, OUTMAP_DOM_PEER, files.json, static_cast<double>(std::filesystem::file_size(files.json)));
}

void load_table(benchmark::State& state) {
  const auto count = static_cast<std::size_t>(state.range(0));
  measure(state, OUTMAP_LOAD_ONLY, generate_customers(count, count <= 100'000).table, 0);
}

BENCHMARK(load_json)->Arg(100'000)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(dom_json)->Arg(100'000)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(load_table)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace
