#include "model/analysis/whatif/acting_initiatives.hpp"

#include <algorithm>
#include <utility>

#include "model/analysis/whatif/runaway.hpp"

namespace outmap {
namespace {

SieveOptions sieve_options(const WhatIfSetting& setting, const ActingOptions& options) {
  SieveOptions sieve{options.without, {}};
  for (const IdNumber& held : setting.applied.held) (held.value > 0 ? sieve.acting : sieve.without).push_back(held.id);
  return sieve;
}

/// By concept, whether a change of it can reach a goal.
std::vector<char> leading_to_goals(const WhatIfSetting& setting, const std::vector<SetGoal>& goals) {
  const FcmNetwork& network = setting.concepts.network;
  std::vector<char> leads(network.size(), 0);
  std::vector<std::size_t> open;
  const auto reach = [&](std::size_t number) {
    if (std::exchange(leads[number], 1) == 0) open.push_back(number);
  };
  for (const SetGoal& goal : goals) {
    if (goal.gauge.number) reach(*goal.gauge.number);
  }
  while (!open.empty()) {
    const std::size_t to = open.back();
    open.pop_back();
    for (std::size_t link = network.begin(to); link < network.begin(to + 1); ++link) {
      if (network.weight(link) != 0 && setting.start.held[to] == 0) reach(network.cause(link));
    }
  }
  return leads;
}

PortfolioProblem members_of(const std::vector<const Initiative*>& initiatives) {
  const InitiativePlaces places = places_of(initiatives);
  std::vector<PortfolioItem> items;
  for (const Initiative* initiative : initiatives) items.push_back(tied_item(*initiative, places));
  return PortfolioProblem({}, std::move(items));
}

/// Leaves out what can never be chosen or moves nothing; true where others may have required it.
bool drop_useless(ActingInitiatives& acting, const std::vector<bool>& helps) {
  std::vector<const Initiative*> kept;
  for (std::size_t i = 0; i < acting.members.size(); ++i) {
    const Id& id = acting.initiatives[i]->id;
    const bool needed =
        std::ranges::any_of(acting.members.needed_by(i), [&](std::size_t other) { return helps[other]; });
    if (!acting.members.agree(acting.members.needs(i)))
      acting.refused[id] = {NotPlanned::cannot_be, {}};
    else if (!needed)
      acting.refused[id] = {NotPlanned::no_effect, {}};
    else
      kept.push_back(acting.initiatives[i]);
  }
  const bool dropped = kept.size() < acting.initiatives.size();
  acting.initiatives = std::move(kept);
  return dropped;
}

}  // namespace

ActingInitiatives acting_initiatives(const WhatIfSetting& setting, std::vector<SetGoal> goals,
                                     const ActingOptions& options) {
  Choosable choosable = choosable_initiatives(*setting.applied.map, sieve_options(setting, options));
  const std::vector<char> leads = leading_to_goals(setting, goals);
  ActingInitiatives acting{std::move(choosable.initiatives),
                           std::move(choosable.refused),
                           {{}, {}},
                           ActingSets(setting.concepts.network, setting.start, setting.fcm, {}, {})};
  std::vector<std::optional<std::size_t>> numbers;
  for (bool dropped = true; dropped;) {
    acting.members = members_of(acting.initiatives);
    numbers.clear();
    std::vector<bool> helps;
    for (const Initiative* initiative : acting.initiatives) {
      numbers.push_back(setting.concepts.find(initiative->id));
      helps.push_back((numbers.back() && leads[*numbers.back()] != 0) || is_one_of(options.with, initiative->id));
    }
    dropped = drop_useless(acting, helps);
  }
  acting.sets = ActingSets(setting.concepts.network, setting.start, setting.fcm, std::move(numbers), std::move(goals),
                           RunawayWatch(setting));
  return acting;
}

}  // namespace outmap
