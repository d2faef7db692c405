// Makes a graph with planted groups, clusters it in two iterations and says how well: a process whose memory is
// measured.
#include <cstdio>
#include <cstdlib>

#include "bench/support/planted_graph.hpp"
#include "model/analysis/leiden.hpp"

namespace {

outmap::CompactGraph make(const outmap::bench::PlantedOptions& options) {
  return outmap::CompactGraph::from_edges(options.nodes, planted_edges(options));
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  const auto graph = make({static_cast<std::uint32_t>(std::atoi(arguments[1])), std::atof(arguments[2]), 1});
  outmap::LeidenOptions options;
  options.max_iterations = 2;
  const auto result = find_communities(graph, options);
  std::printf("%zu edges, %u clusters, modularity %.6f\n", graph.edge_count(), result.partition.cluster_count,
              result.quality);
  return 0;
}
