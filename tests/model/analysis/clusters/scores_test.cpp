#include "model/analysis/clusters/scores.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <string>

#include "model/analysis/random.hpp"
#include "tests/support/clinic.hpp"
#include "tests/support/elements.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

Need need(Id id, std::optional<double> importance = {}) {
  Need need;
  need.name = id;
  need.id = std::move(id);
  need.importance = importance;
  return need;
}

Outcome measured(Id id, Ids holders, double importance, double current, double target) {
  Outcome made = outcome(std::move(id), std::move(holders));
  made.importance = importance;
  made.current = current;
  made.target = target;
  return made;
}

/// Clusters by ids, their ties from declared relations alone.
std::vector<ClusterScores> score(const Map& map, const std::vector<Ids>& clusters) {
  const Similarity similarity(map);
  std::vector<Members> numbers;
  for (const Ids& cluster : clusters) {
    numbers.emplace_back();
    for (const Id& id : cluster) numbers.back().push_back(similarity.find(id).value());
  }
  return score_clusters(map, similarity, weigh_ties(declared_ties(map, similarity), {}), numbers);
}

UnmetNeed unmet(const Map& map, const Ids& cluster) { return score(map, {cluster})[0].unmet_need; }

}  // namespace

TEST_CASE("the clinic's clusters, as in the documentation", "[scores]") {
  const auto scores = score(make_map(clinic()), {{"new-parents", "midwives"}, {"shift-workers"}});
  REQUIRE(scores.size() == 2);

  const UnmetNeed& families = scores[0].unmet_need;
  CHECK(*families.score == Approx(100 * (9 * 0.35 + 7 * 20.0 / 90 + 5 * 0) / 21));
  REQUIRE(families.parts.size() == 3);
  CHECK(families.parts[0].id == "booked-fast");
  CHECK(families.parts[0].importance == 9);
  CHECK(families.parts[0].gap == Approx(0.35));
  CHECK(families.parts[0].share == Approx(9.0 / 21));
  CHECK(families.parts[0].points == Approx(15));
  CHECK(families.parts[1].id == "wait");
  CHECK(families.parts[2].points == 0);
  CHECK(*scores[1].unmet_need.score == Approx(100 * 15.0 / 90));

  CHECK(scores[0].collaboration == Collaboration{100, 1, 1, 1, 1, 1});
  CHECK(scores[1].collaboration == Collaboration{std::nullopt, 1, 0, 0, 0, 0});
  CHECK(*scores[0].value.score == Approx(100 * 2100.0 / 2460));
  CHECK(scores[1].value == ClusterValue{100 * 360000.0 / 2460000, 360000, 2460000, 1, 0, 0});
}

TEST_CASE("a need takes the gap of the outcomes that answer it, whoever holds them", "[scores]") {
  MapContent content;
  content.customers = {customer("a"), customer("b"), customer("c")};
  content.needs = {need("quick", 8), need("calm")};
  content.customers[0].needs = {"quick", "calm"};
  content.customers[1].needs = {"quick"};
  content.outcomes = {measured("fast", {"c"}, 6, 2, 8), measured("short", {"c"}, 2, 6, 8),
                      measured("quiet", {"c"}, 4, 5, 6)};
  content.outcomes[0].needs = {"quick"};
  content.outcomes[1].needs = {"quick"};
  content.outcomes[2].needs = {"calm"};
  const UnmetNeed both = unmet(make_map(content), {"a", "b"});

  const double quick = (6 * 0.6 + 2 * 0.2) / 8;
  CHECK(*both.score == Approx(100 * (2 * 8 * quick + 4 * 0.1) / 20));  // calm has no importance of its own: 4
  REQUIRE(both.parts.size() == 2);
  CHECK(both.parts[0].id == "quick");
  CHECK(both.parts[0].kind == ElementKind::need);
  CHECK(both.parts[0].through == Ids{"fast", "short"});
  CHECK(both.parts[0].members == 2);
  CHECK(both.parts[0].gap == Approx(quick));
  CHECK(both.parts[1].importance == 4);
}

TEST_CASE("a need that an own outcome answers is not counted twice", "[scores]") {
  MapContent content;
  content.customers = {customer("a"), customer("b")};
  content.needs = {need("quick", 8)};
  content.customers[0].needs = {"quick"};
  content.customers[1].needs = {"quick"};
  content.outcomes = {measured("fast", {"a"}, 5, 4, 8)};
  content.outcomes[0].needs = {"quick"};
  const UnmetNeed both = unmet(make_map(content), {"a", "b"});
  REQUIRE(both.parts.size() == 2);
  CHECK(both.parts[0].id == "quick");
  CHECK(both.parts[0].members == 1);
  CHECK(both.parts[1].id == "fast");
  CHECK(*both.score == Approx(40));
}

TEST_CASE("what lacks a number is named, not taken to be 0", "[scores]") {
  MapContent content;
  content.customers = {customer("a")};
  content.needs = {need("trust", 9), need("rest")};
  content.customers[0].needs = {"trust", "rest"};
  content.outcomes = {measured("met", {"a"}, 4, 5, 10), outcome("silent", {"a"}), outcome("unweighed", {"a"}),
                      outcome("vague", {"b"})};
  content.outcomes[1].importance = 10;
  content.outcomes[2].current = 1;
  content.outcomes[2].target = 9;
  content.outcomes[3].needs = {"rest"};
  content.customers.push_back(customer("b"));
  const UnmetNeed open = unmet(make_map(content), {"a"});
  CHECK(*open.score == Approx(50));
  REQUIRE(open.uncounted.size() == 4);
  CHECK(open.uncounted[0] == UncountedNeed{"rest", ElementKind::need, 1, Uncounted::no_gap});
  CHECK(open.uncounted[1] == UncountedNeed{"silent", ElementKind::outcome, 1, Uncounted::no_gap});
  CHECK(open.uncounted[2] == UncountedNeed{"trust", ElementKind::need, 1, Uncounted::no_outcome});
  CHECK(open.uncounted[3] == UncountedNeed{"unweighed", ElementKind::outcome, 1, Uncounted::no_importance});
}

TEST_CASE("without outcomes, partners or money there are no scores", "[scores]") {
  MapContent content;
  content.customers = {customer("a"), customer("b")};
  const auto scores = score(make_map(content), {{"a", "b"}, {}});
  for (const ClusterScores& each : scores) {
    CHECK_FALSE(each.unmet_need.score);
    CHECK_FALSE(each.collaboration.score);
    CHECK_FALSE(each.value.score);
  }
  CHECK(scores[0].value.unknown == 2);
}

TEST_CASE("an outcome that matters to nobody makes no score", "[scores]") {
  MapContent content;
  content.customers = {customer("a")};
  content.outcomes = {measured("idle", {"a"}, 0, 2, 8)};
  CHECK_FALSE(unmet(make_map(content), {"a"}).score);
}

TEST_CASE("collaboration is the mean tie of all pairs times the balance", "[scores]") {
  MapContent content;
  content.customers = {customer("c1"), customer("c2"), customer("c3")};
  content.partners = {named<Partner>("p1"), named<Partner>("p2")};
  content.relations = {relation("c1", "p1", 4), relation("p2", "c2", 1), relation("c1", "c2", 4),
                       relation("p1", "p2", 2), relation("c3", "p1", 2)};
  const auto scores = score(make_map(content), {{"c1", "c2", "p1", "p2"}, {"c3"}});
  const Collaboration& shared = scores[0].collaboration;
  CHECK(shared.tied_pairs == 2);
  CHECK(shared.mean_tie == Approx((1 + 0.25) / 4));
  CHECK(shared.balance == 1);
  CHECK(*shared.score == Approx(31.25));
  // The tie of c3 to p1 counts once they are in one cluster: 3 customers and 2 partners balance to 24/25.
  const auto together = score(make_map(content), {{"c1", "c2", "c3", "p1", "p2"}});
  CHECK(*together[0].collaboration.score == Approx(100 * (1 + 0.25 + 0.5) / 6 * 24 / 25));
}

TEST_CASE("a tie stronger than 1 counts 1", "[scores]") {
  MapContent content;
  content.customers = {customer("c")};
  content.partners = {named<Partner>("p")};
  const Map map = make_map(content);
  const std::vector<WeightedTie> ties = {{0, 1, 1, 1, 1.5}};
  const auto scores = score_clusters(map, Similarity(map), ties, std::vector<Members>{{0, 1}});
  CHECK(scores[0].collaboration.score == 100.0);
}

TEST_CASE("customers who cost money count 0, and are counted", "[scores]") {
  MapContent content;
  content.customers = {customer("gain", 10), customer("cost", 10), customer("silent", 10), customer("other", 1)};
  content.customers[0].firm_value = 3;
  content.customers[1].firm_value = -50;
  content.customers[3].firm_value = 10;
  const auto scores = score(make_map(content), {{"gain", "cost", "silent"}, {"other"}});
  CHECK(scores[0].value == ClusterValue{75, 30, 40, 2, 1, 1});
  CHECK(*scores[1].value.score == Approx(25));
}

TEST_CASE("nobody is in two clusters", "[scores]") {
  const Map map = make_map(clinic());
  const Similarity similarity(map);
  const auto with = [&](std::vector<Members> clusters) { return score_clusters(map, similarity, {}, clusters); };
  CHECK_THROWS_WITH(with({{0, 1}, {1}}), Catch::StartsWith("member 1 is named twice"));
  CHECK_THROWS_WITH(with({{3}}), Catch::Contains("numbered from 0 below 3"));
}

namespace {

MapContent random_people(Random& random) {
  MapContent content;
  const auto number = [&](double most) { return std::optional<double>(random.unit() * most); };
  for (int i = 0; i < 4; ++i) content.needs.push_back(need("n" + std::to_string(i)));
  Ids people;
  for (int i = 0; i < 7; ++i) {
    content.customers.push_back(customer("c" + std::to_string(i), 1 + random.below(50)));
    if (random.below(4) > 0) content.customers.back().firm_value = random.unit() * 100 - 20;
    content.partners.push_back(named<Partner>("p" + std::to_string(i)));
    people.push_back("c" + std::to_string(i));
    people.push_back("p" + std::to_string(i));
    if (random.below(2) == 0) content.customers.back().needs = {"n" + std::to_string(random.below(4))};
  }
  for (int i = 0; i < 6; ++i) {
    Outcome made = outcome("o" + std::to_string(i));
    for (const Id& id : people) {
      if (random.below(3) == 0) made.holders.list.push_back({id, number(10), number(10), {}, {}});
    }
    if (random.below(5) > 0) made.importance = number(10);
    if (random.below(5) > 0) made.target = number(10);
    made.current = number(10);
    content.outcomes.push_back(made);
  }
  for (int i = 0; i < 20; ++i) {
    const Id from = people[random.below(14)], to = people[random.below(14)];
    if (from != to) content.relations.push_back(relation(from, to, 0.1 + random.unit()));
  }
  return content;
}

/// The definition, pair by pair.
std::optional<double> collaboration_by_pairs(const Map& map, const Similarity& similarity,
                                             const std::vector<WeightedTie>& ties, const Members& members) {
  double sum = 0, pairs = 0, customers = 0;
  for (const auto a : members) {
    if (!map.get<Customer>(similarity.id(a))) continue;
    ++customers;
    for (const auto b : members) {
      if (!map.get<Partner>(similarity.id(b))) continue;
      ++pairs;
      for (const WeightedTie& tie : ties) {
        if (std::minmax(a, b) == std::minmax(tie.a, tie.b)) sum += std::min(1.0, tie.weight);
      }
    }
  }
  const double partners = static_cast<double>(members.size()) - customers;
  if (pairs == 0) return std::nullopt;
  return 100 * sum / pairs * 4 * customers * partners / std::pow(customers + partners, 2);
}

}  // namespace

TEST_CASE("scores of random maps: between 0 and 100, as their parts say, whatever the order", "[scores]") {
  Random random(11);
  for (int round = 0; round < 50; ++round) {
    MapContent content = random_people(random);
    const Map map = make_map(content);
    const Similarity similarity(map);
    const auto ties = weigh_ties(declared_ties(map, similarity), {});
    std::vector<Members> clusters(3);
    for (std::uint32_t i = 0; i < similarity.size(); ++i) {
      if (const auto cluster = random.below(4); cluster < 3) clusters[cluster].push_back(i);
    }
    const auto scores = score_clusters(map, similarity, ties, clusters);
    double value = 0;
    for (std::size_t c = 0; c < 3; ++c) {
      double points = 0, shares = 0;
      for (const UnmetPart& part : scores[c].unmet_need.parts) points += part.points, shares += part.share;
      if (scores[c].unmet_need.score) {
        CHECK(*scores[c].unmet_need.score == Approx(points).margin(1e-9));
        CHECK(shares == Approx(1));
        CHECK((points >= 0 && points <= 100));
      }
      const auto expected = collaboration_by_pairs(map, similarity, ties, clusters[c]);
      REQUIRE(scores[c].collaboration.score.has_value() == expected.has_value());
      if (expected) CHECK(*scores[c].collaboration.score == Approx(*expected).margin(1e-9));
      value += scores[c].value.score.value_or(0);
    }
    CHECK(value <= 100 + 1e-9);

    std::ranges::reverse(content.customers);
    std::ranges::reverse(content.outcomes);
    std::ranges::reverse(content.relations);
    for (Members& members : clusters) std::ranges::reverse(members);
    const Map turned = make_map(content);
    const Similarity again(turned);
    CHECK(score_clusters(turned, again, weigh_ties(declared_ties(turned, again), {}), clusters) == scores);
  }
}

TEST_CASE("equal scores share a rank and missing ones have none", "[scores]") {
  using Ranks = std::vector<std::optional<std::size_t>>;
  const std::vector<std::optional<double>> scores = {3, std::nullopt, 0.1 + 0.2, 9, 0.3, 0};
  CHECK(rank_by(scores) == Ranks{2, std::nullopt, 3, 1, 3, 5});
  CHECK(rank_by({}).empty());
}
