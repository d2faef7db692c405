// How well founded it is that a cause leads to an outcome: on how many ways, and who tells of them.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/analysis/whatif/report.hpp"
#include "model/analysis/whatif/setting.hpp"

namespace outmap {

/// The names of the sources behind every link of `setting`'s network, sorted: of the evidence that its influences name.
/// Evidence without a source is one of its own, by its id. What an initiative `closes` has none. [link].
std::vector<std::vector<std::string>> sources_of_links(const WhatIfSetting& setting);

/// Answers for one setting, which must outlive it.
class CauseSupport {
 public:
  explicit CauseSupport(const WhatIfSetting& setting);
  ~CauseSupport();

  struct Claim {
    std::size_t ways = 0;              // of which no two share a link: cut one link, and all but one of them are left
    std::vector<std::string> sources;  // behind all links on ways from the one to the other, sorted
    std::vector<std::string> threads;  // those of them that tell a whole way by themselves, sorted
  };

  /// How well founded it is that one concept leads to another (ways: Menger 1927, by maximum flow with unit capacities,
  /// Edmonds & Karp 1972, doi:10.1145/321694.321699). Ways do not run through other held concepts. O((ways + sources) x
  /// links).
  Claim claim(std::size_t from, std::size_t to) const;

  /// Who tells a path: as a thread where the same source tells every link of it, stitched where each link has a source
  /// but no one tells them all, so that nobody ever said that it leads so far, unsourced where a link has none.
  void tell(CausePath& path) const;

 private:
  struct Link {
    std::size_t from, to, link;
  };
  class Ways;

  /// Whether a way from one to the other may run over the link.
  bool allows(const Link& link, std::size_t from, std::size_t to) const;
  /// The links on ways from one to the other.
  std::vector<Link> links_between(std::size_t from, std::size_t to) const;
  std::vector<char> spread(std::size_t start, bool forward, const std::vector<Link>& links) const;
  bool passable(std::size_t number, std::size_t from) const;

  const WhatIfSetting& setting_;
  std::vector<Link> links_;                        // of weight other than 0
  std::vector<std::vector<std::string>> sources_;  // by link of the network
  bool sourced_ = false;                           // some link has a source
  std::unique_ptr<Ways> ways_;
};

/// Adds to every cause how well founded it is. Left out where causes x links are more than 20 million: `ways` is then
/// missing. Deterministic.
void add_support(const WhatIfSetting& setting, std::vector<WhatIfCause>& causes);

}  // namespace outmap
