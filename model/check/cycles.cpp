#include "model/check/cycles.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>
#include <queue>

namespace outmap {

namespace {

using Links = std::vector<std::vector<std::size_t>>;
constexpr std::size_t none = static_cast<std::size_t>(-1);

/// The shortest way from `start` back to itself through nodes of the same component. `before`, by node, is for the
/// search: `none` for all of the component.
std::vector<std::size_t> shortest_cycle(const Links& leads_to, const std::vector<int>& component, std::size_t start,
                                        std::vector<std::size_t>& before) {
  std::queue<std::size_t> waiting;
  waiting.push(start);
  while (!waiting.empty()) {
    const std::size_t node = waiting.front();
    waiting.pop();
    for (const std::size_t next : leads_to[node]) {
      if (next == start) {
        std::vector<std::size_t> cycle;
        for (std::size_t at = node; at != start; at = before[at]) cycle.push_back(at);
        cycle.push_back(start);
        std::reverse(cycle.begin(), cycle.end());
        return cycle;
      }
      if (component[next] != component[start] || before[next] != none) continue;
      before[next] = node;
      waiting.push(next);
    }
  }
  return {};
}

}  // namespace

std::vector<std::vector<std::size_t>> find_cycles(const Links& leads_to) {
  boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS> graph(leads_to.size());
  for (std::size_t from = 0; from < leads_to.size(); ++from) {
    for (const std::size_t to : leads_to[from]) boost::add_edge(from, to, graph);
  }
  std::vector<int> component(leads_to.size());
  const int components = leads_to.empty() ? 0 : boost::strong_components(graph, component.data());
  std::vector<bool> done(static_cast<std::size_t>(components), false);
  std::vector<std::size_t> before(leads_to.size(), none);
  std::vector<std::vector<std::size_t>> cycles;
  for (std::size_t node = 0; node < leads_to.size(); ++node) {
    if (done[static_cast<std::size_t>(component[node])]) continue;
    done[static_cast<std::size_t>(component[node])] = true;
    auto cycle = shortest_cycle(leads_to, component, node, before);
    if (!cycle.empty()) cycles.push_back(std::move(cycle));
  }
  return cycles;
}

}  // namespace outmap
