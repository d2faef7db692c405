#include "model/analysis/whatif/support.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <set>
#include <utility>

namespace outmap {
namespace {

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

CauseSupport::CauseSupport(const WhatIfSetting& setting)
    : setting_(setting),
      leaving_(setting.concepts.size()),
      arriving_(setting.concepts.size()),
      sources_(sources_of_links(setting)) {
  const FcmNetwork& network = setting.concepts.network;
  for (std::size_t to = 0; to < network.size(); ++to) {
    for (std::size_t link = network.begin(to); link < network.begin(to + 1); ++link) {
      const std::size_t from = network.cause(link);
      if (network.weight(link) == 0 || from == to) continue;
      leaving_[from].push_back(links_.size());
      arriving_[to].push_back(links_.size());
      links_.push_back({from, to, link});
    }
  }
  sourced_ = std::ranges::any_of(sources_, [](const auto& sources) { return !sources.empty(); });
}

/// Ways that share no link, found one after the other, each by the fewest links: a later one may take a link back.
class CauseSupport::Flow {
 public:
  Flow(const CauseSupport& support, std::size_t from, std::size_t to) : support_(support), from_(from), to_(to) {
    for (const Link& link : support.links_)
      links_.push_back(support.allows(link, from, to) ? State::free : State::closed);
  }

  std::size_t ways() {
    std::size_t ways = 0;
    while (add_way()) ++ways;
    return ways;
  }

 private:
  enum class State : char { free, taken, closed };
  static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

  bool add_way() {
    reached_by_.assign(support_.leaving_.size(), none);
    waiting_.assign(1, from_);
    for (std::size_t next = 0; next < waiting_.size() && reached_by_[to_] == none; ++next) spread(waiting_[next]);
    if (reached_by_[to_] == none) return false;
    for (std::size_t at = to_; at != from_;) {
      const std::size_t place = reached_by_[at];
      const Link& link = support_.links_[place];
      const bool taken = links_[place] == State::taken;
      at = taken ? link.to : link.from;
      links_[place] = taken ? State::free : State::taken;
    }
    return true;
  }

  void spread(std::size_t at) {
    for (const std::size_t place : support_.leaving_[at]) {
      if (links_[place] == State::free) reach(support_.links_[place].to, place);
    }
    for (const std::size_t place : support_.arriving_[at]) {
      if (links_[place] == State::taken) reach(support_.links_[place].from, place);
    }
  }

  void reach(std::size_t at, std::size_t place) {
    if (at == from_ || reached_by_[at] != none) return;
    reached_by_[at] = place;
    waiting_.push_back(at);
  }

  const CauseSupport& support_;
  std::size_t from_, to_;
  std::vector<State> links_;             // by place
  std::vector<std::size_t> reached_by_;  // by concept: the link over which it was reached
  std::vector<std::size_t> waiting_;
};

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
  Claim claim{Flow(*this, from, to).ways(), {}, {}};
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
