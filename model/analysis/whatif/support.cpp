#include "model/analysis/whatif/support.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/edmonds_karp_max_flow.hpp>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace outmap {
namespace {

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
using FlowEdge = Traits::edge_descriptor;
using FlowGraph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property,
                          boost::property<boost::edge_capacity_t, long,
                                          boost::property<boost::edge_residual_capacity_t, long,
                                                          boost::property<boost::edge_reverse_t, FlowEdge>>>>;

std::string source_of(const Map& map, const Id& evidence) {
  const Evidence* found = map.get<Evidence>(evidence);
  return found == nullptr || found->source.empty() ? evidence : found->source;
}

std::vector<std::string> common(const std::vector<std::string>& left, const std::vector<std::string>& right) {
  std::vector<std::string> both;
  std::ranges::set_intersection(left, right, std::back_inserter(both));
  return both;
}

}  // namespace

std::string_view to_text(PathTold told) {
  switch (told) {
    case PathTold::thread:
      return "thread";
    case PathTold::stitched:
      return "stitched";
    case PathTold::unsourced:
      break;
  }
  return "unsourced";
}

std::vector<std::vector<std::string>> sources_of_links(const WhatIfSetting& setting) {
  const Concepts& concepts = setting.concepts;
  std::map<std::pair<std::size_t, std::size_t>, std::set<std::string>> found;
  for (const Influence& influence : setting.simulated_map()->influences) {
    if (influence.evidence.empty()) continue;
    const auto from = concepts.find(influence.from), to = concepts.find(influence.to);
    if (!from || !to) continue;
    auto& sources = found[{*from, *to}];
    for (const Id& id : influence.evidence) sources.insert(source_of(setting.simulated_map(), id));
  }
  std::vector<std::vector<std::string>> by_link(concepts.network.links());
  if (found.empty()) return by_link;
  for (std::size_t to = 0; to < concepts.size(); ++to) {
    for (std::size_t link = concepts.network.begin(to); link < concepts.network.begin(to + 1); ++link) {
      const auto sources = found.find({concepts.network.cause(link), to});
      if (sources != found.end()) by_link[link].assign(sources->second.begin(), sources->second.end());
    }
  }
  return by_link;
}

/// The network as maximum flow sees it, made once: each link, and its way back, which lets none through.
class CauseSupport::Ways {
 public:
  Ways(std::size_t concepts, const std::vector<Link>& links) : graph_(concepts) {
    for (const Link& link : links) {
      const FlowEdge there = boost::add_edge(link.from, link.to, graph_).first;
      const FlowEdge back = boost::add_edge(link.to, link.from, graph_).first;
      boost::put(boost::edge_capacity, graph_, back, 0);
      boost::put(boost::edge_reverse, graph_, there, back);
      boost::put(boost::edge_reverse, graph_, back, there);
      links_.push_back(there);
    }
  }

  /// How many ways share none of the links that `open` says may be used, by place.
  template <class Open>
  std::size_t count(std::size_t from, std::size_t to, Open open) {
    for (std::size_t place = 0; place < links_.size(); ++place)
      boost::put(boost::edge_capacity, graph_, links_[place], open(place) ? 1 : 0);
    return static_cast<std::size_t>(boost::edmonds_karp_max_flow(graph_, from, to));
  }

 private:
  FlowGraph graph_;
  std::vector<FlowEdge> links_;
};

CauseSupport::CauseSupport(const WhatIfSetting& setting) : setting_(setting), sources_(sources_of_links(setting)) {
  const FcmNetwork& network = setting.concepts.network;
  for (std::size_t to = 0; to < network.size(); ++to) {
    for (std::size_t link = network.begin(to); link < network.begin(to + 1); ++link) {
      if (network.weight(link) != 0 && network.cause(link) != to) links_.push_back({network.cause(link), to, link});
    }
  }
  sourced_ = std::ranges::any_of(sources_, [](const auto& sources) { return !sources.empty(); });
  ways_ = std::make_unique<Ways>(setting.concepts.size(), links_);
}

CauseSupport::~CauseSupport() = default;

bool CauseSupport::passable(std::size_t number, std::size_t from) const {
  return number == from || setting_.start.held[number] == 0;
}

/// What the links lead to from `start`, or what leads to it.
std::vector<char> CauseSupport::spread(std::size_t start, bool forward, const std::vector<Link>& links) const {
  std::vector<std::vector<std::size_t>> next(setting_.concepts.size());
  for (const Link& link : links) next[forward ? link.from : link.to].push_back(forward ? link.to : link.from);
  std::vector<char> seen(setting_.concepts.size(), 0);
  std::vector<std::size_t> open = {start};
  seen[start] = 1;
  while (!open.empty()) {
    const std::size_t at = open.back();
    open.pop_back();
    for (const std::size_t other : next[at]) {
      if (std::exchange(seen[other], 1) == 0) open.push_back(other);
    }
  }
  return seen;
}

bool CauseSupport::allows(const Link& link, std::size_t from, std::size_t to) const {
  return link.to != from && link.from != to && passable(link.from, from) && passable(link.to, from);
}

std::vector<CauseSupport::Link> CauseSupport::links_between(std::size_t from, std::size_t to) const {
  std::vector<Link> links;
  std::ranges::copy_if(links_, std::back_inserter(links), [&](const Link& link) { return allows(link, from, to); });
  const std::vector<char> after = spread(from, true, links), before = spread(to, false, links);
  std::erase_if(links, [&](const Link& link) { return after[link.from] == 0 || before[link.to] == 0; });
  return links;
}

CauseSupport::Claim CauseSupport::claim(std::size_t from, std::size_t to) const {
  if (from == to) return {};
  Claim claim{ways_->count(from, to, [&](std::size_t place) { return allows(links_[place], from, to); }), {}, {}};
  if (!sourced_) return claim;
  const std::vector<Link> links = links_between(from, to);
  std::set<std::string> sources;
  for (const Link& link : links) sources.insert(sources_[link.link].begin(), sources_[link.link].end());
  claim.sources.assign(sources.begin(), sources.end());
  for (const std::string& source : claim.sources) {
    std::vector<Link> told;
    std::ranges::copy_if(links, std::back_inserter(told),
                         [&](const Link& link) { return std::ranges::binary_search(sources_[link.link], source); });
    if (spread(from, true, told)[to] != 0) claim.threads.push_back(source);
  }
  return claim;
}

void CauseSupport::tell(CausePath& path) const {
  bool each = true;
  std::optional<std::vector<std::string>> all;
  for (std::size_t step = 1; step < path.ids.size(); ++step) {
    const auto from = setting_.concepts.find(path.ids[step - 1]), to = setting_.concepts.find(path.ids[step]);
    const FcmNetwork& network = setting_.concepts.network;
    for (std::size_t link = network.begin(*to); link < network.begin(*to + 1); ++link) {
      if (network.cause(link) != *from) continue;
      each = each && !sources_[link].empty();
      all = all ? common(*all, sources_[link]) : sources_[link];
    }
  }
  path.told_by = all.value_or(std::vector<std::string>());
  path.told = !path.told_by.empty() ? PathTold::thread : each ? PathTold::stitched : PathTold::unsourced;
}

void add_support(const WhatIfSetting& setting, std::vector<WhatIfCause>& causes) {
  constexpr std::size_t most_work = 20'000'000;
  const CauseSupport support(setting);
  const bool small = causes.size() * (setting.concepts.network.links() + setting.concepts.size()) <= most_work;
  for (WhatIfCause& cause : causes) {
    for (CausePath& path : cause.paths) support.tell(path);
    if (!small) continue;
    const std::size_t from = *setting.concepts.find(cause.cause), to = *setting.concepts.find(cause.outcome);
    CauseSupport::Claim claim = support.claim(from, to);
    cause.ways = claim.ways;
    cause.sources = std::move(claim.sources);
    cause.threads = std::move(claim.threads);
  }
}

}  // namespace outmap
