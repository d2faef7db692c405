#include "model/graph/walks.hpp"

#include <algorithm>
#include <boost/graph/biconnected_components.hpp>
#include <iterator>
#include <limits>
#include <utility>

namespace outmap {
namespace {

template <class Neighbours>
std::vector<bool> spread(std::size_t size, const std::vector<EffectVertex>& starts, Neighbours neighbours) {
  std::vector<bool> seen(size, false);
  std::vector<EffectVertex> queue;
  const auto enter = [&](EffectVertex vertex) {
    if (seen[vertex]) return;
    seen[vertex] = true;
    queue.push_back(vertex);
  };
  for (EffectVertex start : starts) enter(start);
  for (std::size_t next = 0; next < queue.size(); ++next) neighbours(queue[next], enter);
  return seen;
}

struct Link {
  EffectVertex to;
  double weight;
};

/// The weighted effects with parallel ones added up, targets in rising order.
std::vector<std::vector<Link>> weighted_links(const EffectAdjacency& edges) {
  std::vector<std::vector<Link>> links(boost::num_vertices(edges));
  for (EffectVertex vertex = 0; vertex < links.size(); ++vertex) {
    for (auto [edge, end] = boost::out_edges(vertex, edges); edge != end; ++edge) {
      const double weight = edges[*edge].weight.value_or(0);
      if (weight == 0) continue;
      const EffectVertex to = boost::target(*edge, edges);
      const auto same =
          std::find_if(links[vertex].begin(), links[vertex].end(), [&](const Link& l) { return l.to == to; });
      if (same == links[vertex].end())
        links[vertex].push_back({to, weight});
      else
        same->weight += weight;
    }
    std::sort(links[vertex].begin(), links[vertex].end(), [](const Link& a, const Link& b) { return a.to < b.to; });
  }
  return links;
}

class CycleSearch {
 public:
  CycleSearch(const EffectGraph& graph, const CycleOptions& options)
      : options_(options), links_(weighted_links(graph.edges)), on_path_(links_.size(), 0) {
    causes_.resize(links_.size());
    for (EffectVertex from = 0; from < links_.size(); ++from)
      for (const Link& link : links_[from]) causes_[link.to].push_back(from);
  }

  CycleReport run() {
    for (start_ = 0; start_ < links_.size() && report_.complete; ++start_) {
      measure_ways_back();
      extend(start_, 1, 0);
    }
    for (std::vector<EffectCycle>& cycles : by_length_)
      std::move(cycles.begin(), cycles.end(), std::back_inserter(report_.cycles));
    return std::move(report_);
  }

 private:
  static constexpr std::size_t far = std::numeric_limits<std::size_t>::max();

  /// Links from each vertex back to the start, over vertices with a larger number only.
  void measure_ways_back() {
    back_.assign(links_.size(), far);
    back_[start_] = 0;
    std::vector<EffectVertex> queue{start_};
    for (std::size_t next = 0; next < queue.size(); ++next) {
      const EffectVertex vertex = queue[next];
      if (back_[vertex] + 1 > options_.max_links) break;
      for (EffectVertex cause : causes_[vertex])
        if (cause > start_ && back_[cause] == far) {
          back_[cause] = back_[vertex] + 1;
          queue.push_back(cause);
        }
    }
  }

  void extend(EffectVertex vertex, double gain, std::size_t negative) {
    path_.push_back(vertex);
    on_path_[vertex] = 1;
    for (const Link& link : links_[vertex]) {
      if (!report_.complete) break;
      if (++steps_ > options_.max_steps) report_.complete = false;
      const std::size_t negative_now = negative + (link.weight < 0 ? 1 : 0);
      if (link.to == start_)
        keep(gain * link.weight, negative_now);
      else if (link.to > start_ && on_path_[link.to] == 0 && back_[link.to] != far &&
               path_.size() + back_[link.to] <= options_.max_links)
        extend(link.to, gain * link.weight, negative_now);
    }
    on_path_[vertex] = 0;
    path_.pop_back();
  }

  /// The path is a cycle.
  void keep(double gain, std::size_t negative) {
    if (path_.size() > options_.max_links) return;
    if (kept_ == options_.max_cycles) {
      report_.complete = false;
      return;
    }
    if (gain == 0) return;
    ++kept_;
    if (by_length_.size() < path_.size()) by_length_.resize(path_.size());
    by_length_[path_.size() - 1].push_back({path_, gain, negative});
  }

  CycleOptions options_;
  std::vector<std::vector<Link>> links_;
  std::vector<std::vector<EffectVertex>> causes_;
  EffectVertex start_ = 0;
  std::vector<std::size_t> back_;
  std::vector<EffectVertex> path_;
  std::vector<char> on_path_;
  std::vector<std::vector<EffectCycle>> by_length_;  // 1 first
  std::size_t kept_ = 0;
  std::size_t steps_ = 0;
  CycleReport report_;
};

}  // namespace

std::vector<bool> reachable_from(const EffectGraph& graph, const std::vector<EffectVertex>& starts) {
  return reachable_from(graph, starts, [](EffectEdge) { return true; });
}

std::vector<bool> leading_to(const EffectGraph& graph, const std::vector<EffectVertex>& targets) {
  return leading_to(graph, targets, [](EffectEdge) { return true; });
}

std::vector<bool> reachable_from(const EffectGraph& graph, const std::vector<EffectVertex>& starts,
                                 const CountsEffect& counts) {
  return spread(graph.vertices.size(), starts, [&](EffectVertex vertex, auto enter) {
    for (auto [edge, end] = boost::out_edges(vertex, graph.edges); edge != end; ++edge)
      if (counts(*edge)) enter(boost::target(*edge, graph.edges));
  });
}

std::vector<bool> leading_to(const EffectGraph& graph, const std::vector<EffectVertex>& targets,
                             const CountsEffect& counts) {
  return spread(graph.vertices.size(), targets, [&](EffectVertex vertex, auto enter) {
    for (auto [edge, end] = boost::in_edges(vertex, graph.edges); edge != end; ++edge)
      if (counts(*edge)) enter(boost::source(*edge, graph.edges));
  });
}

CycleReport find_cycles(const EffectGraph& graph, const CycleOptions& options) {
  return CycleSearch(graph, options).run();
}

std::vector<RelationVertex> articulation_points(const RelationGraph& graph) {
  std::vector<RelationVertex> points;
  boost::articulation_points(graph.edges, std::back_inserter(points));
  std::sort(points.begin(), points.end());
  points.erase(std::unique(points.begin(), points.end()), points.end());
  return points;
}

}  // namespace outmap
