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
using FlowGraph = boost::adjacency_list<
    boost::vecS, boost::vecS, boost::directedS, boost::no_property,
    boost::property<boost::edge_capacity_t, long,
                    boost::property<boost::edge_residual_capacity_t, long,
                                    boost::property<boost::edge_reverse_t, Traits::edge_descriptor>>>>;

/// A link that lets one through, and its way back, which lets none.
void add_unit_edge(std::size_t from, std::size_t to, FlowGraph& graph) {
  const auto there = boost::add_edge(from, to, graph).first;
  const auto back = boost::add_edge(to, from, graph).first;
  boost::put(boost::edge_capacity, graph, there, 1);
  boost::put(boost::edge_capacity, graph, back, 0);
  boost::put(boost::edge_reverse, graph, there, back);
  boost::put(boost::edge_reverse, graph, back, there);
}

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
    const auto from = concepts.find(influence.from), to = concepts.find(influence.to);
    if (!from || !to || influence.evidence.empty()) continue;
    auto& sources = found[{*from, *to}];
    for (const Id& id : influence.evidence) sources.insert(source_of(setting.simulated_map(), id));
  }
  std::vector<std::vector<std::string>> by_link(concepts.network.links());
  for (std::size_t to = 0; to < concepts.size(); ++to) {
    for (std::size_t link = concepts.network.begin(to); link < concepts.network.begin(to + 1); ++link) {
      const auto sources = found.find({concepts.network.cause(link), to});
      if (sources != found.end()) by_link[link].assign(sources->second.begin(), sources->second.end());
    }
  }
  return by_link;
}

CauseSupport::CauseSupport(const WhatIfSetting& setting) : setting_(setting), sources_(sources_of_links(setting)) {
  const FcmNetwork& network = setting.concepts.network;
  for (std::size_t to = 0; to < network.size(); ++to) {
    for (std::size_t link = network.begin(to); link < network.begin(to + 1); ++link) {
      if (network.weight(link) != 0 && network.cause(link) != to) links_.push_back({network.cause(link), to, link});
    }
  }
}

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

std::vector<CauseSupport::Link> CauseSupport::links_between(std::size_t from, std::size_t to) const {
  std::vector<Link> links;
  std::ranges::copy_if(links_, std::back_inserter(links), [&](const Link& link) {
    return link.to != from && link.from != to && passable(link.from, from) && passable(link.to, from);
  });
  const std::vector<char> after = spread(from, true, links), before = spread(to, false, links);
  std::erase_if(links, [&](const Link& link) { return after[link.from] == 0 || before[link.to] == 0; });
  return links;
}

CauseSupport::Claim CauseSupport::claim(std::size_t from, std::size_t to) const {
  if (from == to) return {};
  const std::vector<Link> links = links_between(from, to);
  FlowGraph graph(setting_.concepts.size());
  std::set<std::string> sources;
  for (const Link& link : links) {
    add_unit_edge(link.from, link.to, graph);
    sources.insert(sources_[link.link].begin(), sources_[link.link].end());
  }
  Claim claim{
      static_cast<std::size_t>(boost::edmonds_karp_max_flow(graph, from, to)), {sources.begin(), sources.end()}, {}};
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
