#include "model/analysis/gap_ranks.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

/// A row as find_gaps makes it, of a score with an interval.
DetailedGap row(Id id, double importance, double opportunity, std::optional<Interval> interval = {}) {
  DetailedGap row;
  row.id = std::move(id);
  row.level.importance = importance;
  row.opportunity = opportunity;
  row.intervals.opportunity = interval;
  return row;
}

DetailedGaps ranked(std::vector<DetailedGap> rows) {
  DetailedGaps report;
  report.rows = std::move(rows);
  report.resamples = 1000;
  rank_rows(report);
  return report;
}

std::vector<std::string_view> kinds_of(const DetailedGaps& report) {
  std::vector<std::string_view> kinds;
  for (const GapWarning& warning : find_gap_warnings(report)) kinds.push_back(warning.kind);
  return kinds;
}

/// So many people, of whom `important` and `satisfied` are in the top boxes.
void rate(MapContent& content, const Id& id, int people, int important, int satisfied) {
  for (int i = 0; i < people; ++i) {
    Rating rating;
    rating.respondent = "p" + std::to_string(i);
    rating.outcome = id;
    rating.importance = i < important ? 5 : 2;
    rating.satisfaction = i >= people - satisfied ? 4 : 1;
    content.ratings.push_back(rating);
  }
}

}  // namespace

TEST_CASE("ranks are open as far as intervals overlap", "[gap_ranks]") {
  const DetailedGaps report =
      ranked({row("a", 9, 15, Interval{14, 16}), row("b", 8, 14, Interval{13, 14.5}),
              row("c", 7, 13, Interval{12, 13.5}), row("d", 6, 9, Interval{8, 10}), row("e", 5, 7)});
  CHECK(report.rows[0].opportunity_ranks == RankRange{1, 2});  // b reaches up to it
  CHECK(report.rows[1].opportunity_ranks == RankRange{1, 3});
  CHECK(report.rows[2].opportunity_ranks == RankRange{2, 3});
  CHECK(report.rows[3].opportunity_ranks == RankRange{4, 4});
  CHECK(report.rows[4].opportunity_ranks == RankRange{5, 5});  // without an interval it counts as exact
}

TEST_CASE("exact scores that are equal share their ranks", "[gap_ranks]") {
  const DetailedGaps report = ranked({row("a", 8, 12), row("b", 8, 12), row("c", 9, 9)});
  CHECK(report.rows[0].opportunity_ranks == RankRange{1, 2});
  CHECK(report.rows[1].opportunity_ranks == RankRange{1, 2});
  CHECK(report.rows[2].opportunity_ranks == RankRange{3, 3});
  CHECK(report.rows[2].importance_rank == 1);
  CHECK(report.rows[0].importance_rank == 2);
  CHECK(report.rows[1].importance_rank == 2);
}

TEST_CASE("importance that crowds at the top is warned of, over half of the outcomes", "[gap_ranks]") {
  CHECK(kinds_of(ranked({row("a", 9, 9), row("b", 8, 8), row("c", 7.9, 8)})) ==
        std::vector<std::string_view>{"importance-crowded"});
  CHECK(kinds_of(ranked({row("a", 9, 9), row("b", 8, 8), row("c", 7.9, 8), row("d", 7, 8)})).empty());
  CHECK(kinds_of(ranked({row("a", 9, 9), row("b", 9, 9)})).empty());  // two are no crowd
}

TEST_CASE("few answers and scores at their ceiling are warned of", "[gap_ranks]") {
  MapContent content;
  content.outcomes = {outcome("few"), outcome("top"), outcome("all"), outcome("calm"), outcome("idle")};
  rate(content, "few", 29, 10, 5);
  rate(content, "top", 40, 39, 10);
  rate(content, "all", 40, 40, 10);
  rate(content, "calm", 40, 10, 39);
  rate(content, "idle", 40, 10, 5);
  const DetailedGaps report = find_detailed_gaps(make_map(content), {.resamples = 200});
  CHECK(kinds_of(report) == std::vector<std::string_view>{"importance-ceiling", "few-answers"});
  CHECK(report.warnings[1].outcomes == Ids{"few"});
  const auto few = std::ranges::find(report.rows, Id("few"), &DetailedGap::id);
  CHECK(few->is_soft());
  CHECK(few->answers() == 29);
}
