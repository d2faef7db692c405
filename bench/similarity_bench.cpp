// The ten nearest neighbours by Gower's coefficient, beside numpy doing the same, and without comparing all pairs.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <fstream>
#include <string>

#include "bench/support/generate.hpp"
#include "bench/support/process.hpp"
#include "model/analysis/neighbours.hpp"
#include "model/io/load.hpp"

namespace {

using namespace outmap;

constexpr std::size_t nearest = 10;

Map generated_map(std::size_t count) {
  LoadedMap loaded = load_map(bench::generate_customers(count, false).table);
  return std::move(loaded.map).value();
}

NeighbourLists search(const Map& map, NeighbourSearch way, unsigned threads) {
  const Similarity similarity(map);
  NeighbourOptions options;
  options.count = nearest;
  options.above = 0;
  options.search = way;
  options.threads = threads;
  return find_neighbours(similarity, options);
}

double mean_similarity(const NeighbourLists& lists) {
  double sum = 0;
  double count = 0;
  for (std::size_t i = 0; i < lists.size(); ++i) {
    for (const Neighbour& neighbour : lists.of(i)) {
      sum += neighbour.similarity;
      ++count;
    }
  }
  return count > 0 ? sum / count : 0;
}

void neighbours_exact(benchmark::State& state) {
  const Map map = generated_map(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    const NeighbourLists lists = search(map, NeighbourSearch::exact, static_cast<unsigned>(state.range(1)));
    state.counters["mean_similarity"] = mean_similarity(lists);
  }
}

/// Encoding and search alone, in processor time, as the peer measures itself: neither Python's start nor the reading of
/// the table.
void neighbours_numpy(benchmark::State& state) {
  if (std::string(OUTMAP_PYTHON).empty()) return state.SkipWithError("python3 is not installed");
  const std::string table = bench::generate_customers(static_cast<std::size_t>(state.range(0)), false).table;
  const std::string result = table + "/gower_knn.txt";
  for (auto _ : state) {
    const auto cost =
        bench::run({OUTMAP_PYTHON, OUTMAP_SOURCE_DIR "/bench/peers/gower_knn.py", table + "/customers.csv",
                    "age,tenure,charges,total,lines", "region,plan,payment,support,paperless,stream,contract",
                    std::to_string(nearest), result});
    if (cost.exit_code != 0) return state.SkipWithError("python3 failed: is python3-numpy installed?");
    double cpu_s = 0;
    double mean = 0;
    std::ifstream(result) >> cpu_s >> mean;
    state.SetIterationTime(cpu_s);
    state.counters["mean_similarity"] = mean;
  }
}

/// The share of the true nearest that were found, of 200 elements spread over all.
double sampled_recall(const Similarity& similarity, const NeighbourLists& found) {
  double hits = 0;
  double all = 0;
  for (std::size_t i = 0; i < similarity.size(); i += similarity.size() / 200) {
    std::vector<double> row;
    for (std::size_t j = 0; j < similarity.size(); ++j) {
      if (i != j) row.push_back(similarity.between(i, j));
    }
    std::ranges::nth_element(row, row.begin() + nearest - 1, std::greater<>{});
    const double last = row[nearest - 1];
    for (const Neighbour& neighbour : found.of(i)) hits += neighbour.similarity >= last ? 1 : 0;
    all += nearest;
  }
  return hits / all;
}

void neighbours_approximate(benchmark::State& state) {
  const Map map = generated_map(static_cast<std::size_t>(state.range(0)));
  NeighbourLists found({}, false);
  for (auto _ : state) found = search(map, NeighbourSearch::approximate, static_cast<unsigned>(state.range(1)));
  state.counters["recall"] = sampled_recall(Similarity(map), found);
}

BENCHMARK(neighbours_exact)
    ->ArgNames({"elements", "threads"})
    ->Args({10'000, 1})
    ->Args({10'000, 2})
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(neighbours_numpy)
    ->ArgName("elements")
    ->Arg(10'000)
    ->Iterations(1)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(neighbours_approximate)
    ->ArgNames({"elements", "threads"})
    ->Args({50'000, 2})
    ->Args({100'000, 2})
    ->Args({200'000, 2})
    ->Iterations(1)
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
