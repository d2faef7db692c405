// Which initiatives, within a budget, close most priority.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "model/analysis/kano.hpp"
#include "model/map/map.hpp"

namespace outmap {

/// What an initiative is taken to be worth.
enum class PlanBy {
  closes,  // the share of each gap that it closes, as GapClosing has it; two on one outcome give less than their sum
  simulation,  // what find_whatif says of the whole set, side effects and harm included
};

std::string_view to_text(PlanBy by);  // "simulation"

struct PortfolioOptions {
  double budget = 0;                         // in the map's money, >= 0
  std::optional<Date> as_of = std::nullopt;  // see outmap::as_of
  std::size_t exact_up_to = 30;              // initiatives up to which the choice is proven best whatever it takes
  std::size_t looks = 4'000'000;             // above: effort of the search, see SearchEffort; the bound tells the rest
  std::size_t front_exact_up_to = 20;        // the same for the front
  std::size_t front_looks = 1'500'000;       // and its effort, see FrontOptions
  Ids with = {};                             // initiatives that the plan holds in any case, with all that they require
  Ids without = {};                          // initiatives that are not chosen from
  PlanBy by = PlanBy::closes;
  double work = 4e8;  // by simulation: effort for the plan, and once more for the front; see SetSearchOptions
};

/// What a chosen initiative brings.
struct PlannedInitiative {
  Id id;
  double cost = 0;
  double alone = 0;  // priority that it closes if it is the only one
  double adds = 0;   // what the plan would lose without it and all that requires it
  bool running = false;
  bool asked = false;  // held in any case: PortfolioOptions::with

  bool operator==(const PlannedInitiative&) const = default;
};

/// Why an initiative is not in the plan, the first of these that holds.
enum class NotPlanned {
  in_scenario,    // the scenario holds it already
  done,           // nothing is left to decide
  stopped,        // somebody decided against it already
  set_aside,      // PortfolioOptions::without
  no_cost,        // nobody said what it costs
  cannot_be,      // it requires what is stopped, without a cost, or excluded (`because`)
  no_effect,      // it closes no priority that is known, nor does what requires it
  excluded,       // a chosen one, or one that is done, excludes it or something that it requires (`because`)
  too_dear,       // with all that it requires it costs more than the whole budget
  dominated,      // a chosen one (`because`) costs no more and closes as much of every outcome
  adds_nothing,   // the plan closes all that it would close
  works_against,  // by simulation: on top of the plan it opens more than it closes; `adds` is below 0
  runs_away,      // by simulation: with it and the plan nothing settles, so that no levels are projected
  not_needed,     // of a search for the cheapest set that meets targets: that set does without it
  no_room,        // what is left of the budget does not pay for it; it would add `adds`
};

std::string_view to_text(NotPlanned reason);  // "no-room"

struct LeftOutInitiative {
  Id id;
  NotPlanned reason = NotPlanned::no_room;
  std::optional<Id> because;
  std::optional<double> cost;    // of it and of all that it requires and the plan does not hold
  std::optional<double> in_all;  // the same with what the plan does hold of it; missing where it cannot be chosen
  std::optional<double> adds;    // priority that these would close on top of the plan
  bool running = false;          // the plan would end it

  bool operator==(const LeftOutInitiative&) const = default;
};

/// How much of an outcome's gap the plan closes.
struct PlannedOutcome {
  Id id;
  double priority = 0;
  double closed = 0;  // share of the gap, 0-1; by simulation below 0 where the plan opens it further
  std::optional<KanoCategory> kano = std::nullopt;  // where people's pairs of answers make it clear

  bool operator==(const PlannedOutcome&) const = default;
};

/// An outcome that a chosen initiative leads away from its target.
struct PlannedHarm {
  Id initiative;
  Id outcome;
  double strength = 0;  // of the strongest path, 0-1; by simulation how far it alone moves it, as a share of the scale

  bool operator==(const PlannedHarm&) const = default;
};

/// How many chosen initiatives are of one kind, and what they cost; without `kind` those that do not say.
template <class Kind>
struct BalancePart {
  std::optional<Kind> kind;
  std::size_t initiatives = 0;
  double cost = 0;

  bool operator==(const BalancePart&) const = default;
};

struct PlanPoint {
  double cost = 0;
  double benefit = 0;
  double bound = 0;  // nothing within the budget that was tried for it closes more; `benefit` on a whole front
  Ids chosen;

  bool operator==(const PlanPoint&) const = default;
};

struct PortfolioReport {
  PlanBy by = PlanBy::closes;
  double budget = 0;
  std::vector<PlannedInitiative> chosen;  // by id
  double cost = 0;
  double benefit = 0;  // priority closed: sum of priority x (1 - product of (1 - e))
  bool optimal = true;
  double bound = 0;                                // no plan within the budget closes more
  double total_priority = 0;                       // of all outcomes: what closing every gap would be worth
  std::vector<LeftOutInitiative> left_out;         // by id
  std::vector<PlannedOutcome> outcomes;            // with a priority above 0, the greatest first
  std::vector<PlannedHarm> harms;                  // by initiative and outcome
  std::vector<BalancePart<InitiativeMode>> modes;  // push, pull, not said; those that occur
  std::vector<BalancePart<Posture>> postures;
  std::vector<PlanPoint> front;  // cost and benefit rising
  bool front_whole = true;
  std::optional<Date> as_of;
};

/// The initiatives that close most priority (see find_gaps) within the budget, why the others are not among them, and
/// the cost-benefit front. Benefit of a set = sum over outcomes of priority x (1 - product of (1 - e)), e the share of
/// the outcome's gap that an initiative closes (see GapClosing): two that serve one outcome give less than their sum.
///
/// Chosen from are ideas, planned and running ones with a cost. A running one is judged like the others, by its whole
/// cost: whether it earns its place, not what was sunk into it. What is done counts as there: it meets `requires`,
/// shuts out what it excludes, and its effect is in today's levels. What is stopped stays so. Of equally good plans a
/// cheapest. Outcomes without a priority count nothing; harm is listed, not subtracted.
///
/// By simulation the benefit of a set is the priority that is left without it less that which is left when all its
/// initiatives are held at 1 (see find_whatif), over all outcomes that could have one: so harm is subtracted, side
/// effects and loops count, effects on one outcome add up, and holders' own levels move. Sets that do not settle cannot
/// be planned. The search (see search_sets) is exact unless `work` runs out, for any number of initiatives.
///
/// Throws std::invalid_argument where the budget is negative or not finite, and where no plan within it can hold what
/// it must: an initiative that is none, done, stopped, set aside or without a cost, two that exclude each other, more
/// than the budget. Deterministic; exponential at worst up to
/// `exact_up_to` initiatives, else bounded by `looks` (see choose_portfolio, portfolio_front).
PortfolioReport find_portfolio(const Map& map, const PortfolioOptions& options);

}  // namespace outmap
