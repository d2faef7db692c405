#include "model/analysis/closing.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <queue>
#include <tuple>

namespace outmap {

GapClosing::GapClosing(const Map& map, const LevelTable& levels) : map_(map), levels_(levels) {
  const EffectGraph graph = effect_graph(map, {levels.day(), false, &levels});
  vertices_ = graph.vertices;
  links_.resize(vertices_.size());
  for (EffectVertex from = 0; from < links_.size(); ++from) {
    std::map<EffectVertex, double> weights;
    for (auto [edge, end] = boost::out_edges(from, graph.edges); edge != end; ++edge) {
      weights[boost::target(*edge, graph.edges)] += graph.edges[*edge].weight.value_or(0);
    }
    for (const auto& [to, weight] : weights) {
      if (weight != 0 && to != from) links_[from].push_back({to, std::clamp(weight, -1.0, 1.0)});
    }
  }
}

/// By vertex the signed strength of the strongest path from `from`; 0 where none leads there. Of equally strong ones
/// the rising one counts.
std::vector<double> GapClosing::strongest_paths(EffectVertex from) const {
  std::array<std::vector<double>, 2> best;  // rising and falling, as absolute strengths
  for (auto& side : best) side.assign(links_.size(), 0);
  using Entry = std::tuple<double, EffectVertex, int>;
  std::priority_queue<Entry> queue;
  best[0][from] = 1;
  queue.emplace(1.0, from, 0);
  while (!queue.empty()) {
    const auto [strength, vertex, sign] = queue.top();
    queue.pop();
    if (strength < best[sign][vertex]) continue;
    for (const Link& link : links_[vertex]) {
      const double next = strength * std::abs(link.weight);
      const int next_sign = link.weight < 0 ? 1 - sign : sign;
      if (next <= best[next_sign][link.to]) continue;
      best[next_sign][link.to] = next;
      queue.emplace(next, link.to, next_sign);
    }
  }
  for (EffectVertex vertex = 0; vertex < links_.size(); ++vertex) {
    if (best[1][vertex] > best[0][vertex]) best[0][vertex] = -best[1][vertex];
  }
  return std::move(best[0]);
}

std::vector<Closing> GapClosing::of(const Initiative& initiative) const {
  std::map<std::string_view, Closing> found;
  const auto start = vertices_.find(initiative.id);
  const std::vector<double> strengths = start ? strongest_paths(*start) : std::vector<double>(links_.size(), 0);
  for (EffectVertex vertex = 0; vertex < links_.size(); ++vertex) {
    if (strengths[vertex] == 0 || vertices_.kind(vertex) != ElementKind::outcome) continue;
    const Outcome& outcome = map_->outcomes[vertices_.ref(vertex).index];
    const auto gap = levels_.gap_to_close(outcome);
    if (!gap) continue;
    const double towards = outcome.direction == Direction::more ? strengths[vertex] : -strengths[vertex];
    Closing closing{outcome.id, 0, std::max(0.0, -towards), ClosingSource::influences};
    if (*gap > 0) closing.share = std::clamp(towards / *gap, 0.0, 1.0);
    found[outcome.id] = std::move(closing);
  }
  for (const IdNumber& stated : initiative.closes) {
    found[stated.id] = {stated.id, std::clamp(stated.value, 0.0, 1.0), 0, ClosingSource::stated};
  }
  std::vector<Closing> all;
  for (auto& [id, closing] : found) all.push_back(std::move(closing));
  return all;
}

}  // namespace outmap
