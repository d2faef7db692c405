#include "model/analysis/gap_groups.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "model/analysis/clusters/report.hpp"
#include "model/analysis/detailed_gaps.hpp"
#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

Holder holder(Id id, double importance, double current) {
  Holder holder;
  holder.id = std::move(id);
  holder.importance = importance;
  holder.current = current;
  return holder;
}

/// Three customers of 100, 300 and 600 heads; one outcome that all hold with numbers of their own, one that the last
/// holds, one of the organisation; a journey of the first two with two stages.
MapContent three() {
  MapContent content;
  content.customers = {customer("a", 100), customer("b", 300), customer("c", 600)};
  Outcome fast = outcome("fast");
  fast.target = 8;
  fast.holders.list = {holder("a", 10, 0), holder("b", 6, 4), holder("c", 2, 8)};
  Outcome kind = outcome("kind", {"c"});
  kind.importance = 5;
  kind.current = 2;
  kind.target = 4;
  Outcome cheap = outcome("cheap");
  cheap.holders.organisation = true;
  cheap.importance = 4;
  cheap.current = 5;
  cheap.target = 10;
  content.outcomes = {fast, kind, cheap};
  Journey journey;
  journey.id = journey.name = "year";
  journey.customers = {"b", "a"};
  for (const auto& [id, wanted] : {std::pair<Id, Ids>{"book", {"fast", "cheap"}}, {"visit", {"fast"}}, {"leave", {}}}) {
    Stage stage;
    stage.id = id;
    stage.name = "At " + id;
    stage.outcomes = wanted;
    journey.stages.push_back(stage);
  }
  content.journeys = {journey};
  return content;
}

const DetailedGap& row_of(const DetailedGaps& report, const Id& id, const Id& group) {
  const auto found = std::ranges::find_if(
      report.rows, [&](const DetailedGap& row) { return row.id == id && row.holder == std::optional<Id>(group); });
  REQUIRE(found != report.rows.end());
  return *found;
}

DetailedGaps gaps_for(const Map& map, GapPart by, std::vector<GapGroup> groups) {
  DetailedGapOptions options;
  options.by = by;
  options.groups = std::move(groups);
  return find_detailed_gaps(map, options);
}

ClusterReport clusters(std::vector<Ids> members) {
  ClusterReport report;
  for (Ids& ids : members) {
    Cluster& cluster = report.clusters.emplace_back();
    cluster.id = std::to_string(report.clusters.size());
    cluster.name = "Group " + cluster.id;
    cluster.members = std::move(ids);
  }
  return report;
}

}  // namespace

TEST_CASE("a cluster's row is the mean of its members by their heads", "[gap_groups]") {
  const Map map = make_map(three());
  const DetailedGaps report = gaps_for(map, GapPart::cluster, groups_of_clusters(clusters({{"a", "b"}, {"c"}})));
  CHECK(report.rows.size() == 6);  // three wholes; of the first cluster one, of the second two
  const DetailedGap& first = row_of(report, "fast", "1");
  CHECK(first.part == GapPart::cluster);
  CHECK(first.part_name == "Group 1");
  CHECK(*first.level.importance == Approx((10 * 100 + 6 * 300) / 400.0));
  CHECK(*first.level.current == Approx((0 * 100 + 4 * 300) / 400.0));
  CHECK(*first.level.normalised_gap == Approx((0.8 * 100 + 0.4 * 300) / 400.0));
  CHECK(*first.factors.reach == Approx(0.4));
  CHECK(*first.priority == Approx(100 * 0.7 * 0.5 * 0.4));
  const DetailedGap& second = row_of(report, "fast", "2");
  CHECK(*second.factors.gap == 0);
  CHECK(*second.level.importance == 2);
  CHECK(row_of(report, "kind", "2").factors.reach == Approx(0.6));
}

TEST_CASE("stages and journeys have rows for the outcomes wanted there, for their customers", "[gap_groups]") {
  const Map map = make_map(three());
  const auto stages = groups_of_stages(map);
  REQUIRE(stages.size() == 2);  // nothing is wanted when leaving
  const DetailedGaps report = gaps_for(map, GapPart::stage, stages);
  CHECK(report.rows.size() == 3 + 3);
  CHECK(*row_of(report, "fast", "book").level.importance == Approx(7));
  CHECK(row_of(report, "fast", "visit").part_name == "At visit");
  const DetailedGap& cheap = row_of(report, "cheap", "book");  // nobody of the journey holds it: as a whole
  CHECK(cheap.priority == Approx(100 * 0.4 * 0.5));

  const auto journeys = groups_of_journeys(map);
  REQUIRE(journeys.size() == 1);
  CHECK(journeys[0].outcomes == Ids{"cheap", "fast"});
  CHECK(journeys[0].members == Ids{"a", "b"});
  CHECK(gaps_for(map, GapPart::journey, journeys).rows.size() == 3 + 2);
}

TEST_CASE("a group's answers are pooled, and have an interval of their own", "[gap_groups]") {
  MapContent content = three();
  const auto rate = [&content](const Id& who, int people, int important) {
    for (int i = 0; i < people; ++i) {
      Rating rating;
      rating.respondent = who + std::to_string(i);
      rating.outcome = "fast";
      rating.customer = who;
      rating.importance = i < important ? 5 : 1;
      rating.satisfaction = 1 + i % 5;
      content.ratings.push_back(rating);
    }
  };
  rate("a", 30, 27);
  rate("b", 50, 25);
  rate("c", 20, 0);
  DetailedGapOptions options;
  options.by = GapPart::cluster;
  options.groups = groups_of_clusters(clusters({{"a", "b"}}));
  options.resamples = 500;
  const DetailedGaps report = find_detailed_gaps(make_map(content), options);
  const DetailedGap& row = row_of(report, "fast", "1");
  CHECK(row.importance_answers == 80);
  CHECK(*row.level.importance == Approx(10.0 * 52 / 80));
  CHECK(row.intervals.importance->low == Approx(10 * wilson_interval(52, 80).low));
  REQUIRE(row.intervals.opportunity);
  CHECK(row.intervals.opportunity->contains(*row.opportunity));
  CHECK(row.priority_interval->low < *row.priority);
  CHECK_FALSE(row.priority_ranks);  // ranks are of wholes
}

TEST_CASE("intervals do not depend on the number of threads, nor on other rows", "[gap_groups]") {
  MapContent content = three();
  for (int i = 0; i < 200; ++i) {
    Rating rating;
    rating.respondent = std::to_string(i);
    rating.outcome = i % 2 != 0 ? "fast" : "kind";
    rating.customer = "c";
    rating.importance = 1 + i * 7 % 5;
    rating.satisfaction = 1 + i * 3 % 4;
    content.ratings.push_back(rating);
  }
  const Map map = make_map(content);
  DetailedGapOptions options;
  options.by = GapPart::holder;
  options.resamples = 300;
  options.threads = 1;
  const DetailedGaps one = find_detailed_gaps(map, options);
  options.threads = 7;
  CHECK(find_detailed_gaps(map, options).rows == one.rows);
  options.by = GapPart::outcome;
  for (const DetailedGap& row : find_detailed_gaps(map, options).rows) {
    const auto same = std::ranges::find_if(
        one.rows, [&](const DetailedGap& other) { return other.id == row.id && other.holder == row.holder; });
    CHECK(same->intervals == row.intervals);
  }
  options.seed = 2;
  CHECK_FALSE(find_detailed_gaps(map, options).rows == one.rows);
}

TEST_CASE("the best competitor is named, the first of equal ones", "[gap_groups]") {
  MapContent content = three();
  for (const auto& [id, level] : {std::pair{"slow", 3.0}, {"first", 6.0}, {"second", 6.0}}) {
    Competitor competitor;
    competitor.id = competitor.name = id;
    competitor.levels = {{"cheap", level}};
    content.competitors.push_back(competitor);
  }
  const DetailedGaps more = find_detailed_gaps(make_map(content));
  const auto cheap = std::ranges::find(more.rows, Id("cheap"), &DetailedGap::id);
  CHECK(cheap->best_competitor == "first");
  CHECK(cheap->versus_best == -1.0);
  content.outcomes[2].direction = Direction::less;
  content.outcomes[2].target = 0;
  const DetailedGaps less = find_detailed_gaps(make_map(content));
  const auto lower = std::ranges::find(less.rows, Id("cheap"), &DetailedGap::id);
  CHECK(lower->best_competitor == "slow");
  CHECK(lower->versus_best == -2.0);
}

TEST_CASE("other ways of counting change the scores, and what follows from them", "[gap_groups]") {
  MapContent content = three();
  content.outcomes[0].holders.list[0].importance.reset();
  for (int i = 0; i < 40; ++i) {
    Rating rating;
    rating.respondent = std::to_string(i);
    rating.outcome = "fast";
    rating.customer = i < 10 ? "a" : "c";
    rating.importance = i % 2 != 0 ? 4 : 5;
    if (i < 30) rating.satisfaction = 3;
    content.ratings.push_back(rating);
  }
  const Map map = make_map(content);
  DetailedGapOptions options;
  options.by = GapPart::holder;
  const auto whole = [](const DetailedGaps& gaps) -> const DetailedGap& {
    return *std::ranges::find_if(gaps.rows, [](const DetailedGap& row) { return row.id == "fast" && !row.holder; });
  };
  const DetailedGaps shares = find_detailed_gaps(map, options);
  CHECK(*whole(shares).level.importance == 10);
  CHECK(*whole(shares).level.satisfaction == 0);
  CHECK(*whole(shares).opportunity == 20);
  options.ratings.score = RatingScore::mean;
  const DetailedGaps means = find_detailed_gaps(map, options);
  CHECK(*whole(means).level.importance == Approx(8.75));
  CHECK(*whole(means).level.satisfaction == Approx(5));
  CHECK(*whole(means).opportunity == Approx(12.5));
  CHECK(whole(means).satisfaction_answers == 30);
  CHECK(*row_of(means, "fast", "a").level.importance == Approx(8.75));
  CHECK(row_of(means, "fast", "a").importance_answers == 10);
  CHECK(*row_of(means, "fast", "b").level.importance == 6);  // stated, and nobody of theirs was asked
  CHECK(row_of(means, "fast", "b").importance_answers == 0);
  options.ratings = {RatingScore::top_box, Respondents::paired};
  const DetailedGaps paired = find_detailed_gaps(map, options);
  CHECK(*whole(paired).level.importance == Approx(5));
  CHECK(whole(paired).importance_answers == 30);
}

TEST_CASE("without resampling the rows are those of find_gaps", "[gap_groups]") {
  const Map map = make_map(three());
  DetailedGapOptions options;
  options.by = GapPart::holder;
  const DetailedGaps gaps = find_detailed_gaps(map, options);
  CHECK(gaps.resamples == 0);  // nobody was asked
  CHECK(gaps.report.rows == find_gaps(map, {.by = GapBy::holder}).rows);
}
