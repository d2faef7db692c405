#include "model/analysis/whatif/concepts.hpp"

#include <algorithm>
#include <limits>
#include <map>

namespace outmap {

namespace {

constexpr double unsaid_confidence = 0.5;
constexpr std::uint32_t unnumbered = std::numeric_limits<std::uint32_t>::max();

}  // namespace

std::optional<std::size_t> Concepts::find(std::string_view id) const {
  const auto found = std::ranges::lower_bound(ids, id);
  if (found == ids.end() || *found != id) return std::nullopt;
  return static_cast<std::size_t>(found - ids.begin());
}

Concepts concepts_of(const EffectGraph& graph) {
  std::vector<std::uint32_t> numbers(graph.vertices.size(), unnumbered);
  for (auto [edge, end] = boost::edges(graph.edges); edge != end; ++edge) {
    if (!graph.edges[*edge].weight) continue;
    numbers[boost::source(*edge, graph.edges)] = 0;
    numbers[boost::target(*edge, graph.edges)] = 0;
  }
  Concepts concepts;
  for (std::size_t vertex = 0; vertex < numbers.size(); ++vertex) {
    if (numbers[vertex] == unnumbered) continue;
    numbers[vertex] = static_cast<std::uint32_t>(concepts.ids.size());
    concepts.ids.push_back(graph.vertices.id(vertex));
    concepts.refs.push_back(graph.vertices.ref(vertex));
  }
  std::vector<FcmLink> links;
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> confidence;
  for (auto [edge, end] = boost::edges(graph.edges); edge != end; ++edge) {
    const Effect& effect = graph.edges[*edge];
    if (!effect.weight) continue;
    const FcmLink link{numbers[boost::source(*edge, graph.edges)], numbers[boost::target(*edge, graph.edges)],
                       *effect.weight};
    links.push_back(link);
    const double said = effect.confidence.value_or(unsaid_confidence);
    const auto [known, is_new] = confidence.emplace(std::pair(link.to, link.from), said);
    if (!is_new) known->second = std::min(known->second, said);
  }
  concepts.network = FcmNetwork(concepts.ids.size(), std::move(links));
  for (const auto& [ends, said] : confidence) concepts.confidence.push_back(said);  // in the order of the network
  return concepts;
}

}  // namespace outmap
