#include "model/analysis/clusters/strategies.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "model/analysis/gaps.hpp"
#include "model/analysis/random.hpp"
#include "tests/support/clinic.hpp"
#include "tests/support/effect_maps.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

Need need(Id id, std::string theme, std::optional<double> importance = {}) {
  Need made;
  made.name = id;
  made.id = std::move(id);
  made.theme = std::move(theme);
  made.importance = importance;
  return made;
}

Initiative initiative(Id id, std::optional<Posture> posture, std::optional<double> cost, IdNumbers closes) {
  Initiative made;
  made.name = id;
  made.id = std::move(id);
  made.posture = posture;
  made.cost = cost;
  made.closes = std::move(closes);
  return made;
}

/// The invented clinic, whose people have needs that initiatives could serve.
MapContent clinic_with_needs() {
  MapContent content = clinic();
  content.needs = {need("quick-answers", "access", 8), need("short-waits", "access"), need("trust", "respect", 9),
                   need("night-hours", "access", 6)};
  content.customers[0].needs = {"quick-answers", "short-waits", "trust"};
  content.customers[1].needs = {"short-waits", "night-hours"};
  content.partners[0].needs = {"trust"};
  content.outcomes[0].needs = {"quick-answers"};
  content.outcomes[1].needs = {"short-waits"};
  content.initiatives = {
      initiative("online-booking", Posture::responsive, 40000, {{"booked-fast", 0.5}, {"wait", 0.2}}),
      initiative("second-desk", Posture::responsive, 60000, {{"wait", 0.6}}),
      initiative("alliance", Posture::relevant, std::nullopt, {})};
  content.initiatives[2].improves = {"web"};
  Touchpoint web;
  web.id = web.name = "web";
  content.touchpoints = {web};
  Journey year;
  year.id = year.name = "year";
  Stage book;
  book.id = book.name = "book";
  book.touchpoints = {"web"};
  book.outcomes = {"booked-fast"};
  year.stages = {book};
  content.journeys = {year};
  return content;
}

std::vector<ClusterStrategy> strategies(const Map& map, const std::vector<Ids>& clusters) {
  const Similarity similarity(map);
  std::vector<std::vector<std::uint32_t>> numbers;
  for (const Ids& cluster : clusters) {
    numbers.emplace_back();
    for (const Id& id : cluster) numbers.back().push_back(similarity.find(id).value());
  }
  return find_strategies(map, similarity, numbers);
}

double priority_of(const Map& map, const Id& outcome) {
  for (const GapRow& row : find_gaps(map).rows) {
    if (row.id == outcome) return row.priority.value();
  }
  return -1;
}

Ids ids_of(const std::vector<ClusterNeed>& needs) {
  Ids ids;
  for (const ClusterNeed& each : needs) ids.push_back(each.id);
  return ids;
}

}  // namespace

TEST_CASE("the clinic's strategies, as in the documentation", "[strategies]") {
  const Map map = make_map(clinic_with_needs());
  const auto found = strategies(map, {{"new-parents", "midwives"}, {"shift-workers"}});
  REQUIRE(found.size() == 2);
  const ClusterStrategy& families = found[0];

  // trust 2 x 9, quick answers 1 x 8, short waits 1 x 6 (from the outcome that answers it).
  CHECK(ids_of(families.needs) == Ids{"trust", "quick-answers", "short-waits"});
  CHECK(families.needs[0].members == 2);
  CHECK(families.needs[1].theme == "access");
  CHECK(families.needs[1].initiatives == Ids{"alliance", "online-booking"});
  CHECK(families.needs[2].importance == 6.0);
  CHECK(families.needs[2].outcomes == Ids{"wait"});
  CHECK(families.unserved == Ids{"trust"});

  const double booked = priority_of(map, "booked-fast"), wait = priority_of(map, "wait");
  CHECK(families.open_priority == Approx(booked + wait));
  REQUIRE(families.initiatives.size() == 3);
  const ClusterInitiative& online = families.initiatives[0];
  CHECK(online.id == "online-booking");
  CHECK(online.needs == Ids{"quick-answers", "short-waits"});
  CHECK(*online.potential == Approx(0.5 * booked + 0.2 * wait));
  CHECK(*online.per_cost == Approx(*online.potential / 40000));
  CHECK(families.initiatives[1].id == "second-desk");
  const ClusterInitiative& alliance = families.initiatives[2];
  CHECK_FALSE(alliance.potential);
  CHECK(alliance.outcomes == Ids{"booked-fast"});
  CHECK(alliance.unsaid == Ids{"booked-fast"});

  const PostureShare& responsive = families.postures[1];
  CHECK(responsive.posture == Posture::responsive);
  CHECK(responsive.initiatives == Ids{"online-booking", "second-desk"});
  CHECK(responsive.potential == Approx(0.5 * booked + (1 - 0.8 * 0.4) * wait));
  CHECK(responsive.cost == 100000);
  CHECK(families.postures[0].without_cost == 1);
  CHECK(families.postures[2].initiatives.empty());
  CHECK_FALSE(families.postures[3].posture);

  CHECK(found[1].unserved == Ids{"night-hours"});
  CHECK(found[1].initiatives[0].id == "second-desk");
  CHECK(*found[1].initiatives[1].potential == Approx(0.2 * wait));  // online booking, of short waits alone
}

TEST_CASE("a stopped initiative serves nothing", "[strategies]") {
  MapContent content = clinic_with_needs();
  for (Initiative& each : content.initiatives) each.status = InitiativeStatus::stopped;
  const auto found = strategies(make_map(content), {{"new-parents"}});
  CHECK(found[0].initiatives.empty());
  CHECK(found[0].unserved.size() == 3);
}

TEST_CASE("a need can be served without an outcome, and harm is named", "[strategies]") {
  MapContent content = clinic_with_needs();
  content.influences = {influence("alliance", "trust", 0.5), influence("alliance", "booked-fast", -0.4)};
  const auto found = strategies(make_map(content), {{"midwives"}});
  REQUIRE(found[0].initiatives.size() == 1);
  CHECK(found[0].initiatives[0].needs == Ids{"trust"});
  CHECK(found[0].initiatives[0].outcomes.empty());
  CHECK(found[0].initiatives[0].harmed == Ids{"booked-fast"});
  CHECK(found[0].unserved.empty());
}

TEST_CASE("an outcome whose priority is not known adds nothing", "[strategies]") {
  MapContent content = clinic_with_needs();
  content.outcomes[0].importance.reset();
  const auto found = strategies(make_map(content), {{"new-parents"}});
  const auto online = std::ranges::find(found[0].initiatives, "online-booking", &ClusterInitiative::id);
  REQUIRE(online != found[0].initiatives.end());
  CHECK(online->unsaid == Ids{"booked-fast"});
  CHECK(online->potential);
}

TEST_CASE("clusters without needs have no strategy", "[strategies]") {
  const auto found = strategies(make_map(clinic()), {{"new-parents"}, {}});
  REQUIRE(found.size() == 2);
  CHECK(found[0].needs.empty());
  CHECK(found[0].initiatives.empty());
  CHECK(found[0].open_priority == 0);
}

TEST_CASE("many together close no more than there is, and no less than the best of them", "[strategies]") {
  Random random(12);
  for (int round = 0; round < 30; ++round) {
    MapContent content = clinic_with_needs();
    for (int i = 0; i < 6; ++i) {
      IdNumbers closes;
      for (const char* outcome : {"booked-fast", "wait"}) {
        if (random.below(2) == 0) closes.push_back({outcome, random.unit()});
      }
      content.initiatives.push_back(
          initiative("x" + std::to_string(i), static_cast<Posture>(random.below(3)), random.unit() * 100, closes));
    }
    const Map map = make_map(content);
    const auto found = strategies(map, {{"new-parents", "midwives"}, {"shift-workers"}});
    for (const ClusterStrategy& each : found) {
      for (const PostureShare& share : each.postures) {
        CHECK(share.potential <= each.open_priority + 1e-9);
        double sum = 0, best = 0;
        for (const ClusterInitiative& single : each.initiatives) {
          if (single.posture != share.posture) continue;
          sum += single.potential.value_or(0);
          best = std::max(best, single.potential.value_or(0));
        }
        CHECK(share.potential <= sum + 1e-9);
        CHECK(share.potential >= best - 1e-9);
      }
    }
    std::ranges::reverse(content.initiatives);
    std::ranges::reverse(content.needs);
    std::ranges::reverse(content.outcomes);
    CHECK(strategies(make_map(content), {{"midwives", "new-parents"}, {"shift-workers"}}) == found);
  }
}
