#include "model/analysis/whatif/concepts.hpp"

#include <algorithm>
#include <compare>
#include <limits>

namespace outmap {

namespace {

constexpr double unsaid_confidence = 0.5;
constexpr std::uint32_t unnumbered = std::numeric_limits<std::uint32_t>::max();

struct SaidConfidence {
  std::uint32_t to = 0, from = 0;
  double said = 0;

  auto operator<=>(const SaidConfidence&) const = default;
};

/// The lowest of parallel links, in the order of the network: by effect, then by cause.
std::vector<double> lowest_of_each(std::vector<SaidConfidence> all) {
  std::ranges::sort(all);
  std::vector<double> lowest;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i == 0 || all[i].to != all[i - 1].to || all[i].from != all[i - 1].from) lowest.push_back(all[i].said);
  }
  return lowest;
}

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
  std::vector<SaidConfidence> confidence;
  for (auto [edge, end] = boost::edges(graph.edges); edge != end; ++edge) {
    const Effect& effect = graph.edges[*edge];
    if (!effect.weight) continue;
    const FcmLink link{numbers[boost::source(*edge, graph.edges)], numbers[boost::target(*edge, graph.edges)],
                       *effect.weight};
    links.push_back(link);
    confidence.push_back({link.to, link.from, effect.confidence.value_or(unsaid_confidence)});
  }
  concepts.network = FcmNetwork(concepts.ids.size(), std::move(links));
  concepts.confidence = lowest_of_each(std::move(confidence));
  return concepts;
}

}  // namespace outmap
