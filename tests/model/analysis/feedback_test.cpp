#include "model/analysis/feedback.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

struct Said {
  const char* date;
  FeedbackKind kind;
  double score;
  const char* stage = "";
  Texts tags = {};
  const char* customer = "";
};

Feedback feedback(const Said& said, std::size_t number) {
  Feedback record;
  record.id = "f" + std::to_string(number);
  record.name = record.id;
  if (*said.date != '\0') record.date = day(said.date);
  record.kind = said.kind;
  record.score = said.score;
  record.stage = said.stage;
  record.customer = said.customer;
  record.tags = said.tags;
  return record;
}

constexpr auto nps = FeedbackKind::nps;
constexpr auto csat = FeedbackKind::csat;

/// A walk of two stages; the needs 'call' (theme access, tag phone) and 'calm' (theme care).
MapContent walk(const std::vector<Said>& said) {
  MapContent content;
  content.title = "Walk";
  content.customers = {customer("parents"), customer("others")};
  Journey journey;
  journey.id = journey.name = "walk";
  for (const char* id : {"book", "visit"}) {
    Stage stage;
    stage.id = id;
    stage.name = std::string("Stage ") + id;
    journey.stages.push_back(stage);
  }
  content.journeys = {journey};
  for (const auto& [id, theme, tag] : {std::tuple{"call", "access", "phone"}, std::tuple{"calm", "care", ""}}) {
    Need need;
    need.id = need.name = id;
    need.statement = id;
    need.theme = theme;
    if (*tag != '\0') need.tags = {tag};
    content.needs.push_back(need);
  }
  for (std::size_t i = 0; i < said.size(); ++i) content.feedback.push_back(feedback(said[i], i));
  return content;
}

Evidence evidence(Id id, EvidenceKind kind, Ids supports, Ids contradicts, const char* date = "2026-01-01") {
  Evidence evidence;
  evidence.id = evidence.name = std::move(id);
  evidence.kind = kind;
  evidence.date = day(date);
  evidence.supports = std::move(supports);
  evidence.contradicts = std::move(contradicts);
  return evidence;
}

}  // namespace

TEST_CASE("promoters say 9 or 10, detractors 6 or less", "[feedback]") {
  std::vector<Said> said;
  for (const double score : {0.0, 6.0, 7.0, 8.0, 9.0, 10.0, 10.0}) said.push_back({"2026-01-05", nps, score});
  const FeedbackReport report = find_feedback(make_map(walk(said)));
  REQUIRE(report.all.nps);
  CHECK(report.all.nps->n == 7);
  CHECK(report.all.nps->promoters == 3);
  CHECK(report.all.nps->passives == 2);
  CHECK(report.all.nps->detractors == 2);
  CHECK(report.all.nps->score == Approx(100.0 / 7));
  // p + d - (p - d)^2 = 5/7 - 1/49 = 34/49; sqrt(34/49/7) = 0.314841, times 1.959964 = 0.617077.
  CHECK(report.all.nps->interval.low == Approx(14.2857 - 61.7077).margin(0.0001));
  CHECK(report.all.nps->interval.high == Approx(14.2857 + 61.7077).margin(0.0001));
  CHECK(report.all.nps->is_soft());
  CHECK_FALSE(report.all.csat);
  CHECK(report.all.dissatisfied == 2);
}

TEST_CASE("satisfaction is the share of 4 and 5", "[feedback]") {
  std::vector<Said> said;
  for (const double score : {1.0, 2.0, 3.0, 4.0, 5.0, 5.0, 4.0, 4.0}) said.push_back({"", csat, score});
  const FeedbackReport report = find_feedback(make_map(walk(said)));
  REQUIRE(report.all.csat);
  CHECK(report.all.csat->n == 8);
  CHECK(report.all.csat->top == 5);
  CHECK(report.all.csat->share == 0.625);
  CHECK(report.all.csat->mean == 3.5);
  CHECK(report.all.csat->interval == wilson_interval(5, 8));
  CHECK(report.all.dissatisfied == 2);
  CHECK(report.undated == 8);
  CHECK(report.trends.empty());
  CHECK_FALSE(report.since);
}

TEST_CASE("feedback is counted by stage, customer, tag, need and theme", "[feedback]") {
  const FeedbackReport report = find_feedback(make_map(walk({
      {"2026-01-05", csat, 1, "book", {"phone", "phone", "call"}, "parents"},
      {"2026-01-06", csat, 2, "book", {"phone"}, "others"},
      {"2026-01-07", nps, 9, "visit", {"care"}, "parents"},
      {"2026-01-08", nps, 8, "", {}, ""},
  })));
  CHECK(report.uncategorised == 1);
  REQUIRE(report.stages.size() == 2);
  CHECK(report.stages[0].key == "book");
  CHECK(report.stages[0].name == "Stage book");
  CHECK(report.stages[0].dissatisfied == 2);
  CHECK_FALSE(report.stages[0].nps);
  REQUIRE(report.customers.size() == 2);
  CHECK(report.customers[0].key == "parents");
  CHECK(report.customers[0].records == 2);

  REQUIRE(report.tags.size() == 3);  // most dissatisfied first
  CHECK(report.tags[0].key == "phone");
  CHECK(report.tags[0].records == 2);  // the tag that stands twice counts once
  CHECK(report.tags[1].key == "call");
  CHECK(report.tags[2].key == "care");

  REQUIRE(report.needs.size() == 1);
  CHECK(report.needs[0].key == "call");  // named by id once, and twice by the tag that it bears
  CHECK(report.needs[0].records == 2);
  REQUIRE(report.themes.size() == 2);
  CHECK(report.themes[0].key == "access");
  CHECK(report.themes[0].records == 2);
  CHECK(report.themes[1].key == "care");  // the tag is called like the theme of 'calm'
  CHECK(report.themes[1].records == 1);
}

TEST_CASE("trends go month by month, of everything and of each stage", "[feedback]") {
  const FeedbackReport report = find_feedback(make_map(walk({
      {"2026-03-05", nps, 10, "book"},
      {"2026-01-31", nps, 3, "book"},
      {"2026-01-01", nps, 9, "visit"},
  })));
  REQUIRE(report.trends.size() == 3);
  CHECK(report.trends[0].stage.empty());
  REQUIRE(report.trends[0].months.size() == 2);
  CHECK(report.trends[0].months[0].key == "2026-01");
  CHECK(report.trends[0].months[0].nps->score == 0);
  CHECK(report.trends[0].months[1].key == "2026-03");
  CHECK(report.trends[1].stage == "book");
  CHECK(report.trends[1].months.size() == 2);
  CHECK(report.trends[2].months.size() == 1);
}

TEST_CASE("a change is judged from half-way on, or from the day that was asked for", "[feedback]") {
  std::vector<Said> said;
  for (int i = 0; i < 40; ++i) said.push_back({"2026-01-01", nps, i < 30 ? 2.0 : 10.0});  // -50
  for (int i = 0; i < 40; ++i) said.push_back({"2026-03-02", nps, i < 10 ? 2.0 : 10.0});  // +50
  for (int i = 0; i < 10; ++i) said.push_back({"2026-01-01", csat, i < 4 ? 5.0 : 2.0});
  for (int i = 0; i < 10; ++i) said.push_back({"2026-03-02", csat, i < 7 ? 5.0 : 2.0});
  const Map map = make_map(walk(said));
  const FeedbackReport report = find_feedback(map);
  CHECK(report.since == day("2026-01-31"));  // 60 days lie between the two
  REQUIRE(report.changes.size() == 1);
  const FeedbackChange& change = report.changes[0];
  CHECK(change.nps_before->score == -50);
  CHECK(change.nps_after->score == 50);
  // Both variances are (1 - 0.25) / 40: 100 * 1.959964 * sqrt(2 * 0.01875) = 37.9545.
  CHECK(change.nps_change->low == Approx(100 - 37.9545));
  CHECK(change.nps_change->high == Approx(100 + 37.9545));
  CHECK(*change.csat_change == difference_interval(estimate_share(4, 10), estimate_share(7, 10)));
  CHECK(change.csat_change->contains(0));  // ten and ten answers cannot tell

  const FeedbackReport none_before = find_feedback(map, {.since = day("2026-01-01")});
  CHECK(none_before.changes.empty());
}

TEST_CASE("what was said after the as-of day does not count", "[feedback]") {
  const Map map = make_map(walk({{"2026-01-01", nps, 9}, {"2026-02-01", nps, 0}}));
  CHECK(find_feedback(map, {.as_of = day("2026-01-31")}).all.nps->n == 1);
  CHECK(find_feedback(map).all.nps->n == 2);
}

TEST_CASE("the order of records does not matter", "[feedback]") {
  std::vector<Said> said;
  for (int i = 0; i < 60; ++i) {
    said.push_back({i % 2 != 0 ? "2026-01-01" : "2026-02-02",
                    i % 3 != 0 ? nps : csat,
                    1.0 + i % 5,
                    i % 4 != 0 ? "book" : "visit",
                    {i % 5 != 0 ? "phone" : "calm"},
                    "parents"});
  }
  MapContent content = walk(said);
  const FeedbackReport forward = find_feedback(make_map(content));
  std::ranges::reverse(content.feedback);
  CHECK(find_feedback(make_map(content)) == forward);
}

TEST_CASE("saying one thing and doing another is found", "[feedback]") {
  MapContent content = walk({});
  content.outcomes = {outcome("fast"), outcome("cheap"), outcome("kind")};
  content.evidence = {
      evidence("e1", EvidenceKind::says, {"fast", "kind"}, {}), evidence("e2", EvidenceKind::does, {"kind"}, {"fast"}),
      evidence("e3", EvidenceKind::does, {"cheap"}, {}), evidence("e4", EvidenceKind::says, {}, {"cheap"}),
      evidence("e5", EvidenceKind::says, {}, {"kind"}, "2027-01-01")};
  content.date = day("2026-06-30");
  const auto found = find_says_against_does(make_map(content), day("2026-06-30"));
  REQUIRE(found.size() == 2);
  CHECK(found[0].element == "cheap");
  CHECK(found[0].says_against == Ids{"e4"});
  CHECK(found[0].does_for == Ids{"e3"});
  CHECK(found[1].element == "fast");
  CHECK(found[1].says_for == Ids{"e1"});
  CHECK(found[1].does_against == Ids{"e2"});
  // Once the later word counts, 'kind' is said against and done all the same.
  CHECK(find_says_against_does(make_map(content)).size() == 3);
}

TEST_CASE("reactions to something new are shares of those who were shown it", "[feedback]") {
  MapContent content = walk({});
  const auto offer = [](Id id, std::optional<double> shown, std::optional<double> paid, std::optional<double> outside) {
    Offer made;
    made.id = made.name = std::move(id);
    made.shown = shown;
    made.paid = paid;
    made.outside_core = outside;
    return made;
  };
  content.offers = {offer("chat", 120, 18, 4), offer("home", 50, 2, 5), offer("new", {}, 3, 1)};
  const auto signals = find_offer_signals(make_map(content));
  REQUIRE(signals.size() == 3);
  CHECK(signals[0].paid == estimate_share(18, 120));
  CHECK(signals[0].paid->share == 0.15);
  CHECK(signals[0].outside_core == estimate_share(4, 18));
  CHECK_FALSE(signals[0].liked);
  CHECK(signals[1].outside_core == estimate_share(5, 50));  // more than paid: of all who saw it
  CHECK_FALSE(signals[2].paid);
  CHECK(signals[2].outside_core == estimate_share(1, 3));
}
