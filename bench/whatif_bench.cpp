// What-ifs beside numpy: one scenario as a whole process, many runs with drawn weights, and a very large map.
#include <benchmark/benchmark.h>

#include <fstream>
#include <string>

#include "bench/support/causes.hpp"
#include "bench/support/process.hpp"
#include "model/analysis/whatif/draws.hpp"
#include "model/analysis/whatif/setting.hpp"
#include "model/io/load.hpp"
#include "model/scenario/load.hpp"

namespace {

using namespace outmap;

constexpr std::size_t runs = 10'000;

WhatIfSetting setting_for(std::size_t concepts, std::size_t influences) {
  const LoadedMap loaded = load_map(bench::generate_causes(concepts, influences));
  const std::string text = "outmap-scenario: 1\nname: c0\nchanges: [{act: {c0: 1}}]\n";
  const Scenario scenario = load_scenarios_text("bench.yaml", text).scenarios.front();
  Diagnostics problems;
  return setting_of(*loaded.map, scenario, apply(*loaded.map, scenario, problems), std::nullopt);
}

void scenario_process(benchmark::State& state) {
  const std::string map = bench::generate_causes(100, 400);
  for (auto _ : state) {
    const auto cost = bench::run({OUTMAP_PROGRAM, "whatif", map, "--act", "c0=1", "--format", "json"});
    if (cost.exit_code != 0) return state.SkipWithError("the program failed");
    state.SetIterationTime(cost.cpu_s);
  }
}

/// With argument 1 the peer tests the assumptions too, without it gives levels only; the program always does both.
void scenario_process_numpy(benchmark::State& state) {
  if (std::string(OUTMAP_PYTHON).empty()) return state.SkipWithError("python3 is not installed");
  const std::string map = bench::generate_causes(100, 400);
  const std::string extent = state.range(0) != 0 ? "--assumptions" : "--levels";
  for (auto _ : state) {
    const auto cost = bench::run({OUTMAP_PYTHON, OUTMAP_SOURCE_DIR "/bench/peers/fcm_scenario.py", map, "c0", extent});
    if (cost.exit_code != 0) return state.SkipWithError("python3 failed: is python3-numpy installed?");
    state.SetIterationTime(cost.cpu_s);
  }
}

/// The mean of what is closed, to be compared with the peer's: neither simulates less.
double mean_closed(const WhatIfSetting& setting, const Draws& draws) {
  double before = 0, after = 0;
  for (const Gauge& gauge : setting.gauges) before += gauge.priority_at(0);
  for (const double priority : draws.priority) after += priority / static_cast<double>(draws.priority.size());
  return 100 * (1 - after / before);
}

void monte_carlo(benchmark::State& state) {
  const WhatIfSetting setting = setting_for(50, 200);
  DrawOptions options;
  options.runs = runs;
  options.threads = static_cast<unsigned>(state.range(0));
  Draws draws;
  for (auto _ : state) {
    draws = draw_runs(setting.concepts, setting.start, setting.fcm, setting.gauges, options);
    benchmark::DoNotOptimize(draws.priority.data());
  }
  state.counters["closed_pct"] = mean_closed(setting, draws);
}

/// Drawing and following alone, in processor time, as the peer measures itself.
void monte_carlo_numpy(benchmark::State& state) {
  if (std::string(OUTMAP_PYTHON).empty()) return state.SkipWithError("python3 is not installed");
  const std::string map = bench::generate_causes(50, 200);
  const std::string result = map + ".draws.txt";
  for (auto _ : state) {
    const auto cost = bench::run(
        {OUTMAP_PYTHON, OUTMAP_SOURCE_DIR "/bench/peers/fcm_draws.py", map, "c0", std::to_string(runs), result});
    if (cost.exit_code != 0) return state.SkipWithError("python3 failed: is python3-numpy installed?");
    double cpu_s = 0, closed = 0;
    std::ifstream(result) >> cpu_s >> closed;
    state.SetIterationTime(cpu_s);
    state.counters["closed_pct"] = closed;
  }
}

void converge(benchmark::State& state) {
  const auto concepts = static_cast<std::size_t>(state.range(0));
  const WhatIfSetting setting = setting_for(concepts, 5 * concepts);
  FcmRun run;
  for (auto _ : state) {
    run = simulate(setting.concepts.network, setting.start, setting.fcm);
    benchmark::DoNotOptimize(run.state.data());
  }
  state.counters["updates"] = run.iterations;
  state.counters["settled"] = run.verdict == FcmVerdict::fixed_point ? 1 : 0;
}

/// Reading the map, following the change, causes, losers, assumptions and the JSON of it all.
void whole_large_process(benchmark::State& state) {
  const auto concepts = static_cast<std::size_t>(state.range(0));
  const std::string map = bench::generate_causes(concepts, 5 * concepts);
  for (auto _ : state) {
    const auto cost = bench::run({OUTMAP_PROGRAM, "whatif", map, "--act", "c0=1", "--format", "json"});
    if (cost.exit_code != 0) return state.SkipWithError("the program failed");
    state.SetIterationTime(cost.cpu_s);
  }
}

BENCHMARK(scenario_process)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(scenario_process_numpy)
    ->ArgName("assumptions")
    ->Arg(0)
    ->Arg(1)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(monte_carlo)
    ->ArgName("threads")
    ->Arg(1)
    ->Arg(2)
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(monte_carlo_numpy)->Iterations(1)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(converge)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(whole_large_process)
    ->Arg(10'000)
    ->Arg(100'000)
    ->Iterations(1)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
