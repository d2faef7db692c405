// The whole program for a workshop-sized map, beside dot on graphs with as many nodes as the map and each picture have.
#include <benchmark/benchmark.h>

#include "bench/support/generate.hpp"
#include "bench/support/process.hpp"

namespace {

constexpr const char* clinics = OUTMAP_SOURCE_DIR "/samples/clinics/map.yaml";
constexpr long clinics_nodes = 287;  // elements that `outmap show samples/clinics/map.yaml` counts
// Nodes that `outmap render samples/clinics/map.yaml --diagram … -T dot` writes.
constexpr long journey_nodes = 55;
constexpr long relations_nodes = 29;
constexpr long outcomes_nodes = 30;

double must_run(benchmark::State& state, const std::vector<std::string>& command) {
  const auto cost = outmap::bench::run(command);
  if (cost.exit_code != 0) state.SkipWithError("the program failed");
  return cost.cpu_s;
}

void check_and_journey(benchmark::State& state) {
  for (auto _ : state) {
    const double check = must_run(state, {OUTMAP_PROGRAM, "check", clinics});
    const double journey = must_run(state, {OUTMAP_PROGRAM, "render", clinics, "--diagram", "journey", "-T", "svg"});
    state.SetIterationTime(check + journey);
  }
}

void diagram(benchmark::State& state, const char* name) {
  for (auto _ : state) {
    state.SetIterationTime(must_run(state, {OUTMAP_PROGRAM, "render", clinics, "--diagram", name, "-T", "svg"}));
  }
}

void dot_svg(benchmark::State& state) {
  if (std::string(OUTMAP_DOT).empty()) return state.SkipWithError("dot is not installed");
  const auto graph = outmap::bench::generate_dot(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) state.SetIterationTime(must_run(state, {OUTMAP_DOT, "-Tsvg", graph}));
}

BENCHMARK(check_and_journey)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(dot_svg)->Arg(clinics_nodes)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(diagram, journey, "journey")->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(dot_svg)->Arg(journey_nodes)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(diagram, relations, "relations")->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(dot_svg)->Arg(relations_nodes)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(diagram, outcomes, "outcomes")->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(dot_svg)->Arg(outcomes_nodes)->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace
