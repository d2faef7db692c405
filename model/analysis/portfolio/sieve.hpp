// Which initiatives there are to choose from, and what ties them together.
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "model/analysis/portfolio/portfolio.hpp"
#include "model/analysis/portfolio/problem.hpp"

namespace outmap {

bool is_one_of(const Ids& ids, const Id& id);

/// An initiative that no plan can hold, and why.
struct Refusal {
  NotPlanned reason = NotPlanned::no_cost;
  std::optional<Id> because;
};

struct SieveOptions {
  Ids without = {};  // not to be chosen from
  Ids acting = {};   // there anyway: they meet what others require and shut out what they exclude, as what is done does
};

/// `initiatives` point into the map, by id.
struct Choosable {
  std::vector<const Initiative*> initiatives;
  std::map<Id, Refusal, std::less<>> refused;
};

/// Sorts out what is done, stopped, set aside, acting, shut out by what is there, or without a cost, and what requires
/// any of these that is not there. O(initiatives²) at worst.
Choosable choosable_initiatives(const Map& map, const SieveOptions& options = {});

using InitiativePlaces = std::map<std::string_view, std::size_t>;

/// The place of each in the list, by id.
InitiativePlaces places_of(const std::vector<const Initiative*>& initiatives);

/// Its cost, and what of `places` it requires and excludes; no shares.
PortfolioItem tied_item(const Initiative& initiative, const InitiativePlaces& places);

}  // namespace outmap
