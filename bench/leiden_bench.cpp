// Two iterations of Leiden on graphs with planted groups, beside igraph's in the same run. Both start from the graph in
// memory. Each iteration of the benchmark takes another seed; modularity is the mean over seeds, computed for both by
// the same function. Processor time is what to compare.
#include <benchmark/benchmark.h>

#include <map>

#include "bench/support/planted_graph.hpp"
#include "bench/support/process.hpp"
#include "model/analysis/leiden.hpp"
#include "model/analysis/partition_quality.hpp"
#ifdef OUTMAP_HAS_IGRAPH
#include "bench/peers/igraph_leiden.hpp"
#endif

namespace {

using outmap::CompactGraph;
using outmap::Partition;

/// Every edge weighs `weight`: weights are stored unless that is 1.
CompactGraph planted(const benchmark::State& state, double weight = 1) {
  const outmap::bench::PlantedOptions options{static_cast<std::uint32_t>(state.range(0)),
                                              static_cast<double>(state.range(1)) / 100, 1};
  auto edges = planted_edges(options);
  for (auto& edge : edges) edge.weight = weight;
  return CompactGraph::from_edges(options.nodes, edges);
}

template <class Find>
void measure(benchmark::State& state, const CompactGraph& graph, const Find& find) {
  double sum = 0;
  std::uint64_t seed = 0;
  for (auto _ : state) {
    const Partition partition = find(++seed);
    state.PauseTiming();
    sum += modularity(graph, partition);
    state.ResumeTiming();
  }
  state.counters["edges"] = static_cast<double>(graph.edge_count());
  state.counters["modularity"] = sum / static_cast<double>(seed);
}

void leiden(benchmark::State& state, double weight, unsigned threads) {
  const auto graph = planted(state, weight);
  measure(state, graph, [&](std::uint64_t seed) {
    outmap::LeidenOptions options;
    options.max_iterations = 2;
    options.seed = seed;
    options.threads = threads;
    return find_communities(graph, options).partition;
  });
}

/// From edges to clusters as a whole process, for its memory.
void leiden_process(benchmark::State& state) {
  double peak_kb = 0;
  for (auto _ : state) {
    const auto cost = outmap::bench::run({OUTMAP_CLUSTER_ONLY, std::to_string(state.range(0)),
                                          std::to_string(static_cast<double>(state.range(1)) / 100)});
    if (cost.exit_code != 0) return state.SkipWithError("the program failed");
    state.SetIterationTime(cost.cpu_s);
    peak_kb = cost.peak_kb;
  }
  const double edges = static_cast<double>(planted(state).edge_count());
  state.counters["peak_MB"] = peak_kb / 1024;
  state.counters["peak_bytes_per_edge"] = peak_kb * 1024 / edges;
}

void build_graph(benchmark::State& state) {
  const outmap::bench::PlantedOptions options{static_cast<std::uint32_t>(state.range(0)), 0.3, 1};
  const auto edges = planted_edges(options);
  for (auto _ : state) benchmark::DoNotOptimize(CompactGraph::from_edges(options.nodes, edges));
}

#ifdef OUTMAP_HAS_IGRAPH
void igraph_leiden(benchmark::State& state) {
  const auto graph = planted(state);
  const outmap::bench::IgraphLeiden peer(graph);
  measure(state, graph, [&](std::uint64_t seed) { return peer.find(2, seed); });
}
#endif

void sizes(benchmark::internal::Benchmark* bench) {
  for (const int mixing_pct : {30, 60}) bench->Args({10'000, mixing_pct})->Args({100'000, mixing_pct});
  bench->ArgNames({"nodes", "mixing_pct"})->Iterations(5)->Unit(benchmark::kMillisecond);
}

void largest(benchmark::internal::Benchmark* bench) {
  for (const int mixing_pct : {30, 60}) bench->Args({1'000'000, mixing_pct});
  bench->ArgNames({"nodes", "mixing_pct"})->Iterations(1)->Repetitions(1)->Unit(benchmark::kMillisecond);
}

BENCHMARK_CAPTURE(leiden, unit, 1, 1)->Apply(sizes);
BENCHMARK_CAPTURE(leiden, unit_two_threads, 1, 2)->Apply(sizes)->MeasureProcessCPUTime()->UseRealTime();
BENCHMARK_CAPTURE(leiden, weighted, 1.5, 1)->Apply(sizes);
BENCHMARK_CAPTURE(leiden, unit, 1, 1)->Apply(largest);
BENCHMARK_CAPTURE(leiden, weighted, 1.5, 1)->Apply(largest);
BENCHMARK(leiden_process)->Apply(largest)->UseManualTime();
BENCHMARK(build_graph)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
#ifdef OUTMAP_HAS_IGRAPH
BENCHMARK(igraph_leiden)->Apply(sizes);
BENCHMARK(igraph_leiden)->Apply(largest);
#endif

}  // namespace
