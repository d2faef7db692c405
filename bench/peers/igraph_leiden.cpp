#include "bench/peers/igraph_leiden.hpp"

#include <igraph/igraph.h>

namespace outmap::bench {

struct IgraphLeiden::Graph {
  igraph_t graph;
  igraph_vector_t strengths;
  double twice_weight;
};

IgraphLeiden::IgraphLeiden(const CompactGraph& graph) : graph_(std::make_unique<Graph>()) {
  igraph_vector_int_t ends;
  igraph_vector_int_init(&ends, 0);
  igraph_vector_int_reserve(&ends, static_cast<igraph_integer_t>(2 * graph.edge_count()));
  for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
    for (const auto other : graph.neighbours(node)) {
      if (other < node) continue;
      igraph_vector_int_push_back(&ends, node);
      igraph_vector_int_push_back(&ends, other);
    }
  }
  igraph_create(&graph_->graph, &ends, graph.node_count(), IGRAPH_UNDIRECTED);
  igraph_vector_int_destroy(&ends);
  igraph_vector_init(&graph_->strengths, 0);
  igraph_strength(&graph_->graph, &graph_->strengths, igraph_vss_all(), IGRAPH_ALL, IGRAPH_LOOPS, nullptr);
  graph_->twice_weight = 2 * graph.total_weight();
}

IgraphLeiden::~IgraphLeiden() {
  igraph_vector_destroy(&graph_->strengths);
  igraph_destroy(&graph_->graph);
}

Partition IgraphLeiden::find(std::uint32_t iterations, std::uint64_t seed) const {
  igraph_rng_seed(igraph_rng_default(), seed);
  igraph_vector_int_t membership;
  igraph_vector_int_init(&membership, 0);
  igraph_community_leiden(&graph_->graph, nullptr, &graph_->strengths, 1 / graph_->twice_weight, 0.01, false,
                          iterations, &membership, nullptr, nullptr);
  std::vector<std::uint32_t> labels;
  for (igraph_integer_t i = 0; i < igraph_vector_int_size(&membership); ++i) {
    labels.push_back(static_cast<std::uint32_t>(VECTOR(membership)[i]));
  }
  igraph_vector_int_destroy(&membership);
  return number_by_size(labels);
}

}  // namespace outmap::bench
