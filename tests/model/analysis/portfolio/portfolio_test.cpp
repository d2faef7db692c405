#include "model/analysis/portfolio/portfolio.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <stdexcept>

#include "model/analysis/closing.hpp"
#include "model/analysis/gaps.hpp"
#include "model/io/load.hpp"
#include "tests/support/clinic.hpp"
#include "tests/support/effect_maps.hpp"
#include "tests/support/make_map.hpp"
#include "tests/support/places.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

Initiative initiative(Id id, std::optional<double> cost, IdNumbers closes) {
  Initiative made;
  made.name = id;
  made.id = std::move(id);
  made.cost = cost;
  made.closes = std::move(closes);
  return made;
}

/// The practice of docs/analyses/portfolio.md: all customers hold both outcomes, so that impact is 1 and the
/// priorities are 100 x 0.8 x 0.5 = 40 and 100 x 0.5 x 0.4 = 20.
MapContent practice() {
  MapContent content;
  content.customers = {customer("families", 100)};
  content.outcomes = {measured_outcome("seen-soon", 8, 3, 8), measured_outcome("answered", 5, 4, 8)};
  for (Outcome& outcome : content.outcomes) {
    outcome.holders.list.emplace_back();
    outcome.holders.list.back().id = "families";
  }
  content.initiatives = {initiative("booking", 40, {{"seen-soon", 0.5}}),
                         initiative("evenings", 30, {{"seen-soon", 0.4}}), initiative("chat", 20, {{"answered", 0.6}}),
                         initiative("night-chat", 25, {{"answered", 0.5}}),
                         initiative("teams", 50, {{"seen-soon", 0.3}, {"answered", 0.3}})};
  content.initiatives[0].mode = InitiativeMode::pull;
  content.initiatives[0].posture = Posture::responsive;
  content.initiatives[4].prerequisites = {"booking"};
  return content;
}

PortfolioReport plan(MapContent content, double budget) {
  return find_portfolio(make_map(std::move(content)), {.budget = budget});
}

Ids chosen_ids(const PortfolioReport& report) {
  Ids ids;
  for (const PlannedInitiative& chosen : report.chosen) ids.push_back(chosen.id);
  return ids;
}

const LeftOutInitiative& left_out(const PortfolioReport& report, const Id& id) {
  const auto found = std::ranges::find(report.left_out, id, &LeftOutInitiative::id);
  REQUIRE(found != report.left_out.end());
  return *found;
}

}  // namespace

TEST_CASE("the practice's plan, as in the documentation", "[portfolio]") {
  const PortfolioReport report = plan(practice(), 60);
  CHECK(chosen_ids(report) == Ids{"booking", "chat"});
  CHECK(report.cost == 60);
  CHECK(report.benefit == Approx(32));
  CHECK(report.optimal);
  CHECK(report.bound == report.benefit);
  CHECK(report.total_priority == Approx(60));
  REQUIRE(report.outcomes.size() == 2);
  CHECK(report.outcomes[0].id == "seen-soon");
  CHECK(report.outcomes[0].closed == Approx(0.5));
  CHECK(report.outcomes[1].closed == Approx(0.6));
  CHECK(report.chosen[0].alone == Approx(20));
  CHECK(report.chosen[0].adds == Approx(20));

  CHECK(left_out(report, "evenings").reason == NotPlanned::no_room);
  CHECK(left_out(report, "evenings").adds.value() == Approx(8));
  CHECK(left_out(report, "night-chat").reason == NotPlanned::dominated);
  CHECK(left_out(report, "night-chat").because == "chat");
  CHECK(left_out(report, "teams").reason == NotPlanned::too_dear);
  CHECK(left_out(report, "teams").cost == 50);
  CHECK(left_out(report, "teams").in_all == 90);

  using Modes = std::vector<BalancePart<InitiativeMode>>;
  CHECK(report.modes == Modes{{InitiativeMode::pull, 1, 40}, {std::nullopt, 1, 20}});
  CHECK(report.postures.front() == BalancePart<Posture>{Posture::responsive, 1, 40});
}

TEST_CASE("the practice's front, as in the documentation", "[portfolio]") {
  const PortfolioReport report = plan(practice(), 60);
  CHECK(report.front_whole);
  std::vector<std::pair<double, double>> points;
  for (const PlanPoint& point : report.front) points.emplace_back(point.cost, point.benefit);
  const std::vector<std::pair<double, double>> by_hand = {{0, 0},      {20, 12},  {30, 16},  {40, 20},
                                                          {50, 28},    {60, 32},  {85, 36},  {90, 40},
                                                          {110, 40.4}, {115, 44}, {140, 46}, {165, 48.8}};
  REQUIRE(points.size() == by_hand.size());
  for (std::size_t i = 0; i < by_hand.size(); ++i) {
    CHECK(points[i].first == by_hand[i].first);
    CHECK(points[i].second == Approx(by_hand[i].second));
  }
}

TEST_CASE("two for one outcome add less the second time", "[portfolio]") {
  const PortfolioReport report = plan(practice(), 90);
  CHECK(chosen_ids(report) == Ids{"booking", "chat", "evenings"});
  CHECK(report.benefit == Approx(40 * (1 - 0.5 * 0.6) + 12));
  CHECK(report.chosen[2].alone == Approx(16));
  CHECK(report.chosen[2].adds == Approx(8));
}

TEST_CASE("what is done is no part of the plan, but meets what others require", "[portfolio]") {
  MapContent content = practice();
  content.initiatives[0].status = InitiativeStatus::done;
  const PortfolioReport report = plan(content, 50);
  CHECK(chosen_ids(report) == Ids{"chat", "evenings"});
  CHECK(left_out(report, "booking").reason == NotPlanned::done);
  CHECK(left_out(report, "teams").reason == NotPlanned::no_room);
  content.initiatives[0].excludes = {"chat"};
  CHECK(left_out(plan(content, 50), "chat").reason == NotPlanned::excluded);
  CHECK(left_out(plan(content, 50), "chat").because == "booking");
}

TEST_CASE("what is stopped or has no cost takes with it what requires it", "[portfolio]") {
  MapContent content = practice();
  content.initiatives[0].status = InitiativeStatus::stopped;
  const PortfolioReport stopped = plan(content, 1000);
  CHECK(left_out(stopped, "booking").reason == NotPlanned::stopped);
  CHECK(left_out(stopped, "teams").reason == NotPlanned::cannot_be);
  CHECK(left_out(stopped, "teams").because == "booking");
  content.initiatives[0].status = InitiativeStatus::idea;
  content.initiatives[0].cost.reset();
  CHECK(left_out(plan(content, 1000), "booking").reason == NotPlanned::no_cost);
}

TEST_CASE("a running one must earn its place like the others", "[portfolio]") {
  MapContent content = practice();
  content.initiatives[0].status = InitiativeStatus::running;
  CHECK(plan(content, 60).chosen[0].running);
  CHECK(left_out(plan(content, 20), "booking").running);
}

TEST_CASE("exclusions, missing effects and what adds nothing are told", "[portfolio]") {
  MapContent content = practice();
  content.initiatives[1].excludes = {"booking"};
  content.initiatives.push_back(initiative("poster", 1, {}));
  content.initiatives.push_back(initiative("all-answered", 5, {{"answered", 1}}));
  const PortfolioReport report = plan(content, 50);
  CHECK(chosen_ids(report) == Ids{"all-answered", "booking"});
  CHECK(left_out(report, "evenings").reason == NotPlanned::excluded);
  CHECK(left_out(report, "evenings").because == "booking");
  CHECK(left_out(report, "poster").reason == NotPlanned::no_effect);
  CHECK(left_out(report, "chat").reason == NotPlanned::dominated);
  content.initiatives.back().cost = 22;  // dearer than the chat that it leaves nothing to do for
  const PortfolioReport dearer = plan(content, 85);
  CHECK(chosen_ids(dearer) == Ids{"all-answered", "booking"});
  CHECK(left_out(dearer, "chat").reason == NotPlanned::adds_nothing);
}

TEST_CASE("harm is listed, not subtracted", "[portfolio]") {
  MapContent content = practice();
  content.influences = {influence("booking", "answered", -0.3)};
  const PortfolioReport report = plan(content, 60);
  CHECK(report.harms == std::vector<PlannedHarm>{{"booking", "answered", 0.3}});
  CHECK(report.benefit == Approx(32));
}

TEST_CASE("a map without initiatives or gaps has an empty plan", "[portfolio]") {
  const PortfolioReport empty = plan({}, 100);
  CHECK(empty.chosen.empty());
  CHECK(empty.optimal);
  CHECK(empty.front.size() == 1);
  MapContent content = practice();
  for (Outcome& outcome : content.outcomes) outcome.current = 9;
  CHECK(plan(content, 100).chosen.empty());
  CHECK(left_out(plan(content, 100), "chat").reason == NotPlanned::no_effect);
  CHECK_THROWS_AS(plan(content, -1), std::invalid_argument);
}

namespace {

bool can_be_chosen(const Initiative& initiative) {
  return initiative.cost && initiative.status != InitiativeStatus::done &&
         initiative.status != InitiativeStatus::stopped;
}

/// Within the budget, nothing missing and nothing excluded; what is done is there too.
bool allowed(const std::vector<Initiative>& all, std::size_t mask, double budget) {
  const auto chosen = [&](std::size_t i) { return (mask >> i & 1) != 0; };
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!chosen(i)) continue;
    if (!can_be_chosen(all[i]) || *all[i].cost > budget) return false;
    budget -= *all[i].cost;
  }
  std::set<std::string_view> there;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (chosen(i) || all[i].status == InitiativeStatus::done) there.insert(all[i].id);
  }
  const auto is_there = [&](const Id& id) { return there.contains(id); };
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (chosen(i) && !std::ranges::all_of(all[i].prerequisites, is_there)) return false;
    if (is_there(all[i].id) && std::ranges::any_of(all[i].excludes, is_there)) return false;
  }
  return true;
}

/// The greatest benefit of all sets of initiatives, from the formula alone.
double best_by_formula(const Map& map, double budget) {
  const GapReport gaps = find_gaps(map);
  const LevelTable levels(map, gaps.as_of);
  const GapClosing closing(map, levels);
  std::vector<std::vector<Closing>> effects;
  for (const Initiative& one : map->initiatives) effects.push_back(closing.of(one));
  double best = 0;
  for (std::size_t mask = 0; mask < std::size_t{1} << effects.size(); ++mask) {
    if (!allowed(map->initiatives, mask, budget)) continue;
    std::map<std::string_view, double> open;
    for (std::size_t i = 0; i < effects.size(); ++i) {
      if ((mask >> i & 1) == 0) continue;
      for (const Closing& effect : effects[i]) open.try_emplace(effect.outcome, 1).first->second *= 1 - effect.share;
    }
    double benefit = 0;
    for (const GapRow& row : gaps.rows) {
      if (open.contains(row.id)) benefit += row.priority.value_or(0) * (1 - open.at(row.id));
    }
    best = std::max(best, benefit);
  }
  return best;
}

}  // namespace

TEST_CASE("the samples' plans are the best of all sets", "[portfolio]") {
  for (const char* story : {"clinics", "saas", "minimal"}) {
    const LoadedMap loaded = load_map((source_folder() / "samples" / story / "map.yaml").string());
    REQUIRE(loaded.map);
    REQUIRE((*loaded.map)->initiatives.size() < 20);
    for (const double budget : {0.0, 40000.0, 120000.0}) {
      INFO(story << " " << budget);
      const PortfolioReport report = find_portfolio(*loaded.map, {.budget = budget});
      CHECK(report.benefit == Approx(best_by_formula(*loaded.map, budget)).margin(1e-9));
      CHECK((report.benefit > 0) == (budget > 0 && !(*loaded.map)->initiatives.empty()));
      CHECK(report.cost <= budget);
      CHECK(report.optimal);
      CHECK(report.chosen.size() + report.left_out.size() == (*loaded.map)->initiatives.size());
    }
  }
}

TEST_CASE("what is asked for is in the plan and on every point of the front", "[portfolio]") {
  const Map map = make_map(practice());
  const PortfolioReport report = find_portfolio(map, {.budget = 100, .with = {"teams"}});
  CHECK(chosen_ids(report) == Ids{"booking", "teams"});  // 90 of 100: nothing else fits
  CHECK(report.benefit == Approx(40 * (1 - 0.5 * 0.7) + 20 * 0.3));
  CHECK(report.chosen[1].asked);
  CHECK_FALSE(report.chosen[0].asked);
  REQUIRE(report.front_whole);
  CHECK(report.front.front().cost == 90);
  for (const PlanPoint& point : report.front) CHECK(std::ranges::find(point.chosen, "teams") != point.chosen.end());
}

TEST_CASE("what is set aside is not chosen from, nor what requires it", "[portfolio]") {
  const Map map = make_map(practice());
  const PortfolioReport report = find_portfolio(map, {.budget = 60, .without = {"booking"}});
  CHECK(chosen_ids(report) == Ids{"chat", "evenings"});
  CHECK(left_out(report, "booking").reason == NotPlanned::set_aside);
  CHECK(left_out(report, "teams").reason == NotPlanned::cannot_be);
  CHECK(left_out(report, "teams").because == "booking");
}

TEST_CASE("an initiative that closes nothing is held where it is asked for", "[portfolio]") {
  MapContent content = practice();
  content.initiatives.push_back(initiative("fair", 25, {}));
  const Map map = make_map(content);
  CHECK(left_out(find_portfolio(map, {.budget = 60}), "fair").reason == NotPlanned::no_effect);
  const PortfolioReport report = find_portfolio(map, {.budget = 60, .with = {"fair"}});
  CHECK(chosen_ids(report) == Ids{"evenings", "fair"});
  CHECK(report.cost == 55);
}

TEST_CASE("what no plan can hold is refused", "[portfolio]") {
  MapContent content = practice();
  content.initiatives[3].excludes = {"chat"};
  content.initiatives[1].status = InitiativeStatus::stopped;
  const Map map = make_map(content);
  CHECK_THROWS_WITH(find_portfolio(map, {.budget = 60, .with = {"evenings"}}), "no plan can hold 'evenings': stopped");
  CHECK_THROWS_AS(find_portfolio(map, {.budget = 60, .with = {"nobody"}}), std::invalid_argument);
  CHECK_THROWS_AS(find_portfolio(map, {.budget = 60, .with = {"teams"}}), std::invalid_argument);  // 90 with booking
  CHECK_THROWS_AS(find_portfolio(map, {.budget = 60, .with = {"chat", "night-chat"}}), std::invalid_argument);
  CHECK_THROWS_AS(find_portfolio(map, {.budget = 60, .with = {"chat"}, .without = {"chat"}}), std::invalid_argument);
}

TEST_CASE("an outcome of a plan is told by its Kano category where answers make that clear", "[portfolio]") {
  MapContent content = practice();
  for (const std::string respondent : {"a", "b", "c", "d"})
    content.kano.push_back({respondent, "seen-soon", KanoAnswer::neutral, KanoAnswer::dislike});
  content.kano.push_back({"a", "answered", KanoAnswer::neutral, KanoAnswer::dislike});
  content.kano.push_back({"b", "answered", KanoAnswer::like, KanoAnswer::neutral});
  for (const PlanBy by : {PlanBy::closes, PlanBy::simulation}) {
    const PortfolioReport report = find_portfolio(make_map(content), {.budget = 60, .by = by});
    REQUIRE(report.outcomes.size() == 2);
    CHECK(report.outcomes[0].kano == KanoCategory::must_be);
    CHECK_FALSE(report.outcomes[1].kano);
  }
}
