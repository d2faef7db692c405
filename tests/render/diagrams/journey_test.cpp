#include "render/diagrams/journey.hpp"

#include <catch2/catch.hpp>

#include "tests/support/chart_maps.hpp"
#include "tests/support/journeys.hpp"
#include "tests/support/make_map.hpp"
#include "tests/support/what_ifs.hpp"

using namespace outmap;
using namespace outmap::journey_picture;
using namespace outmap::test;

namespace {

/// Two stages, `book` and `visit`, with the outcomes `fast` (9: 2 of 8), `night` (6: 5 of 7) and `story` (8: 6 of 8).
MapContent two_stages() {
  MapContent map = walk(0);
  map.outcomes = {level("fast", 9, 2, 8), level("night", 6, 5, 7), level("story", 8, 6, 8)};
  Stage book;
  book.id = "book";
  book.name = "Book";
  book.outcomes = {"fast", "night"};
  Stage visit;
  visit.id = "visit";
  visit.name = "Visit";
  visit.outcomes = {"story"};
  map.journeys.front().stages = {book, visit};
  return map;
}

JourneyDiagram journey_of(const MapContent& content, const DiagramOptions& options = {}) {
  return build_journey(make_map(content), options);
}

Reading reading(Id of, const char* date, double value, std::optional<ReadingPart> part = {}) {
  Reading made;
  made.of = std::move(of);
  made.part = part;
  made.date = day(date);
  made.value = value;
  return made;
}

Initiative closing(Id id, InitiativeStatus status, Id outcome, double share) {
  Initiative initiative;
  initiative.id = initiative.name = std::move(id);
  initiative.status = status;
  initiative.closes = {{std::move(outcome), share}};
  return initiative;
}

MapContent with_plan() {
  MapContent map = two_stages();
  Journey plan;
  plan.id = "next";
  plan.name = "Next year";
  plan.customers = {"parents"};
  plan.when = JourneyState::future;
  plan.future_of = "year";
  for (const char* id : {"book", "visit"}) {
    Stage stage;
    stage.id = stage.name = std::string("n-") + id;
    stage.replaces = id;
    stage.outcomes = map.journeys.front().stages[id == std::string("visit") ? 1 : 0].outcomes;
    plan.stages.push_back(stage);
  }
  map.journeys.push_back(plan);
  map.initiatives = {closing("booking", InitiativeStatus::planned, "fast", 0.5),
                     closing("phone", InitiativeStatus::running, "fast", 0.2),
                     closing("dream", InitiativeStatus::idea, "fast", 0.9)};
  return map;
}

}  // namespace

TEST_CASE("The value of a stage is the importance-weighted mean of its outcomes", "[journey]") {
  const JourneyDiagram journey = journey_of(two_stages());
  REQUIRE(journey.stages.size() == 2);
  CHECK(*journey.stages[0].value.now == Approx((9 * 2 + 6 * 5) / 15.0));
  CHECK(*journey.stages[0].value.wanted == Approx((9 * 8 + 6 * 7) / 15.0));
  CHECK(journey.stages[0].gap_weight == Approx(9 * 6 + 6 * 2));
  CHECK(*journey.stages[0].share == Approx(66.0 / 82));
}

TEST_CASE("The finding names the stages that carry the gap and the widest outcome", "[journey]") {
  CHECK(journey_of(two_stages()).finding_text() ==
        "‘Book’ carries 80 % of the gap. Largest: ‘fast’ stands at 2 of 10 and should reach 8.");
  MapContent map = two_stages();
  map.outcomes[0].scale = Scale{1, 9};
  CHECK(journey_of(map).finding_text().ends_with("stands at 2 and should reach 8 on a scale of 1 to 9."));
  map.outcomes[0].scale = Scale{0, 10};
  map.outcomes[0].unit = "h";
  CHECK(journey_of(map).finding_text().ends_with("stands at 2 h and should reach 8 h."));
}

TEST_CASE("Shares in whole percent make up 100, and the finding says their sum", "[journey]") {
  MapContent map = walk(7);
  for (Outcome& outcome : map.outcomes) outcome.current = 3;
  const JourneyDiagram journey = journey_of(map);  // 14.29 % each
  std::vector<int> shares;
  for (const JourneyStage& stage : journey.stages) shares.push_back(stage.share_percent);
  CHECK(shares == std::vector<int>{15, 15, 14, 14, 14, 14, 14});
  CHECK(
      journey.finding_text().starts_with("‘First visit’, ‘First visit’ and ‘First visit’ carry 44\u00a0% of the gap."));
}

TEST_CASE("A focus on one of the journey's customers makes it the persona", "[journey]") {
  MapContent map = two_stages();
  map.journeys.front().customers = {"parents", "others"};
  map.outcomes[2].holders.list = {{"others", 10, 3, {}, {}}};
  DiagramOptions options;
  options.focus = "others";
  const JourneyDiagram journey = journey_of(map, options);
  CHECK(journey.title == "First year with a baby: others");
  CHECK(journey.persona->id == "others");
  CHECK(journey.question.find("give others, one of 2 segments on this journey, less value") != std::string::npos);
  CHECK(*journey.stages[1].outcomes[0].stated.now == 3);
  CHECK(journey.hidden_stages == 0);
  CHECK(journey_of(two_stages()).question.find("one of") == std::string::npos);
}

TEST_CASE("Outcomes for which less is better point the same way as the others", "[journey]") {
  MapContent map = two_stages();
  Outcome& wait = map.outcomes[2];
  wait.direction = Direction::less;
  wait.scale = Scale{0, 90};
  wait.unit = "min";
  wait.current = 36;
  wait.target = 18;
  const JourneyOutcome outcome = journey_of(map).stages[1].outcomes.front();
  CHECK(*outcome.levels.now == Approx(6));
  CHECK(*outcome.levels.wanted == Approx(8));
  CHECK(*outcome.stated.now == 36);
}

TEST_CASE("The customer's own levels and the newest reading count", "[journey]") {
  MapContent map = two_stages();
  map.outcomes[2].holders.list = {{"parents", 10, 3, {}, {}}};
  map.readings = {reading("fast", "2026-03-01", 4), reading("fast", "2026-01-01", 9), reading("fast", "2027-01-01", 8)};
  const JourneyDiagram journey = journey_of(map);
  CHECK(*journey.stages[0].outcomes[0].stated.now == 4);
  CHECK(*journey.stages[1].outcomes[0].stated.now == 3);
  CHECK(*journey.stages[1].outcomes[0].importance == 10);
}

TEST_CASE("Emotions are read from the newest reading, and from what is said of one of several customers", "[journey]") {
  MapContent map = two_stages();
  Stage& book = map.journeys.front().stages[0];
  book.emotion = 1;
  book.by_customer = {{"others", -1.5, {}, {}}};
  map.readings = {reading("book", "2026-03-01", -2, ReadingPart::emotion)};
  CHECK(*journey_of(map).stages[0].emotion == -2);
  map.journeys.front().customers = {"parents", "others"};
  const JourneyDiagram both = journey_of(map);
  REQUIRE(both.others.size() == 1);
  CHECK(both.others[0].customer == "others");
  CHECK(*both.others[0].emotion[0] == -1.5);
}

TEST_CASE("Without levels of outcomes the mean of the values by kind stands in", "[journey]") {
  MapContent map = two_stages();
  Stage& visit = map.journeys.front().stages[1];
  visit.outcomes.clear();
  visit.value = ValueByKind{4, 6, {}, {}};
  visit.wanted = ValueByKind{8, {}, {}, {}};
  const JourneyStage stage = journey_of(map).stages[1];
  CHECK(*stage.value.now == 4);  // only the kind that has both numbers
  CHECK(*stage.value.wanted == 8);
  CHECK(stage.value_words == "functional 4 of 8 wanted, financial 6");
}

TEST_CASE("Focus stages carry half of the gap and are at most a third of all", "[journey]") {
  MapContent map = walk(7);
  for (Outcome& outcome : map.outcomes) outcome.current = 3;
  std::vector<Id> focus;
  for (const JourneyStage& stage : journey_of(map).stages)
    if (stage.emphasis == Emphasis::focus) focus.push_back(stage.id);
  CHECK(focus == std::vector<Id>{"stage0", "stage1", "stage2"});
  CHECK(journey_of(walk(1)).stages[0].emphasis == Emphasis::none);
}

TEST_CASE("A quote about the stage comes before one about its outcome and one of a need, and none is told twice",
          "[journey]") {
  MapContent map = two_stages();
  map.outcomes[0].needs = {"one-story"};
  CHECK(journey_of(map).stages[0].quote == "Nobody should have to ask us twice");
  Evidence of_outcome;
  of_outcome.id = of_outcome.name = "e1";
  of_outcome.quote = "Of the outcome";
  of_outcome.supports = {"fast", "story"};
  map.evidence = {of_outcome};
  CHECK(journey_of(map).stages[0].quote == "Of the outcome");
  CHECK(journey_of(map).stages[1].quote.empty());
  Evidence of_stage = of_outcome;
  of_stage.id = of_stage.name = "e2";
  of_stage.quote = "Of the stage";
  of_stage.supports = {"book"};
  map.evidence.push_back(of_stage);
  CHECK(journey_of(map).stages[0].quote == "Of the stage");
}

TEST_CASE("An outcome is unserved until something reaches it, through influences too", "[journey]") {
  MapContent map = two_stages();
  CHECK(journey_of(map).stages[1].outcomes[0].unserved);
  Factor staffing;
  staffing.id = staffing.name = "staffing";
  map.factors = {staffing};
  Influence influence;
  influence.from = "staffing";
  influence.to = "story";
  influence.weight = 0.5;
  map.influences = {influence};
  CHECK(journey_of(map).stages[1].outcomes[0].unserved);
  Process process;
  process.id = process.name = "rota";
  map.processes = {process};
  influence.from = "rota";
  influence.to = "staffing";
  map.influences.push_back(influence);
  CHECK_FALSE(journey_of(map).stages[1].outcomes[0].unserved);
}

TEST_CASE("Initiatives say their status, cost and what they close; stopped ones are gone", "[journey]") {
  MapContent map = two_stages();
  map.initiatives = {closing("booking", InitiativeStatus::planned, "fast", 0.5),
                     closing("kiosk", InitiativeStatus::stopped, "fast", 0.5)};
  map.initiatives[0].cost = 40000;
  const std::vector<JourneyInitiative> shown = journey_of(map).stages[0].initiatives;
  REQUIRE(shown.size() == 1);
  CHECK(shown[0].facts == std::vector<std::string>{"planned", "€40k", "closes 41 %"});  // 27 of 66
  map.initiatives[0].status = InitiativeStatus::done;
  CHECK(journey_of(map).stages[0].initiatives[0].facts == std::vector<std::string>{"done", "€40k"});
}

TEST_CASE("Evidence is counted by method, respondents as a survey", "[journey]") {
  MapContent map = two_stages();
  Evidence told;
  told.id = told.name = "e1";
  told.method = EvidenceMethod::interview;
  told.contradicts = {"fast"};
  map.evidence = {told};
  for (const char* who : {"a", "b", "a"}) {
    Rating rating;
    rating.respondent = who;
    rating.outcome = who == std::string("b") ? "night" : "fast";
    rating.importance = 5;
    map.ratings.push_back(rating);
  }
  map.ratings.pop_back();
  const std::vector<EvidenceCount> evidence = journey_of(map).stages[0].evidence;
  REQUIRE(evidence.size() == 2);
  CHECK(evidence[0].method == EvidenceMethod::interview);
  CHECK(evidence[0].count == 1);
  CHECK(evidence[1].count == 2);
  CHECK(evidence[1].few);
}

TEST_CASE("The plan is laid over today unless today's journey is asked for by name", "[journey]") {
  const MapContent map = with_plan();
  DiagramOptions today;
  today.journey = "year";
  DiagramOptions next;
  next.journey = "next";
  CHECK(journey_of(map).compare);
  CHECK(journey_of(map, next).compare);
  CHECK_FALSE(journey_of(map, today).compare);
}

TEST_CASE("Planned levels count what is planned or running: what is done is in today's level", "[journey]") {
  MapContent map = with_plan();
  map.initiatives.push_back(closing("sign", InitiativeStatus::done, "fast", 0.9));
  map.initiatives.push_back(closing("kiosk", InitiativeStatus::stopped, "fast", 0.9));
  const JourneyDiagram journey = journey_of(map);
  const JourneyOutcome& fast = journey.stages[0].outcomes[0];
  CHECK(*fast.levels.planned == Approx(2 + 6 * (1 - 0.5 * 0.8)));
  CHECK(*journey.stages[0].closed == Approx(1 - (9 * 2.4 + 6 * 2) / 66));
  CHECK(journey.stages[0].emphasis == Emphasis::gain);
  CHECK(journey.finding_text() == "The planned journey closes 40 % of the gap, most of it at ‘Book’.");
}

TEST_CASE("The finding of a plan says who loses", "[journey]") {
  MapContent map = with_plan();
  Influence harm;
  harm.from = "booking";
  harm.to = "story";
  harm.weight = -0.2;
  map.influences = {harm};
  const JourneyDiagram journey = journey_of(map);
  CHECK(*journey.stages[1].outcomes[0].levels.planned == Approx(4));
  CHECK(journey.finding_text().find("‘story’ gets worse.") != std::string::npos);
}

TEST_CASE("A plan that does more harm than good says so", "[journey]") {
  MapContent map = with_plan();
  map.initiatives[1].status = InitiativeStatus::idea;
  map.initiatives[0].closes = {{"night", 0.5}};
  Influence harm;
  harm.from = "booking";
  harm.to = "fast";
  harm.weight = -0.2;
  map.influences = {harm};
  const JourneyDiagram journey = journey_of(map);
  CHECK(*journey.stages[0].closed == Approx(1 - (9 * 8 + 6 * 1) / 66.0));
  CHECK(
      journey.finding_text() ==
      "On balance the planned journey widens the gap by 15 %. The largest part left is at ‘Book’; ‘fast’ gets worse.");
}

TEST_CASE("Stages and touchpoints are told as new or no longer needed", "[journey]") {
  MapContent map = with_plan();
  Journey& plan = map.journeys[1];
  plan.stages[1].replaces.clear();
  for (const char* id : {"line", "page"}) {
    Touchpoint touchpoint;
    touchpoint.id = touchpoint.name = id;
    map.touchpoints.push_back(touchpoint);
  }
  map.journeys[0].stages[0].touchpoints = {"line"};
  plan.stages[0].touchpoints = {"page"};
  const JourneyDiagram journey = journey_of(map);
  REQUIRE(journey.stages.size() == 3);
  CHECK(journey.stages[0].touchpoints[0].change == Change::gone);
  CHECK(journey.stages[0].touchpoints[1].change == Change::added);
  CHECK(journey.stages[1].id == "n-visit");
  CHECK(journey.stages[1].change == Change::added);
  CHECK_FALSE(journey.stages[1].value.now);
  CHECK(journey.stages[1].gap_weight == 0);
  CHECK(journey.stages[2].change == Change::gone);
}

TEST_CASE("A stage that the plan drops shows what is today and nothing of the plan", "[journey]") {
  MapContent map = with_plan();
  map.journeys[1].stages.erase(map.journeys[1].stages.begin());
  Touchpoint line;
  line.id = line.name = "line";
  map.touchpoints = {line};
  map.journeys[0].stages[0].touchpoints = {"line"};
  map.journeys[0].stages[0].opportunities = {"A second line"};
  const JourneyDiagram journey = journey_of(map);
  const JourneyStage& book = journey.stages[0];
  CHECK(book.change == Change::gone);
  CHECK(*book.value.now == Approx(3.2));
  CHECK_FALSE(book.value.wanted);
  CHECK_FALSE(book.outcomes[0].stated.wanted);
  CHECK(book.touchpoints[0].change == Change::gone);
  CHECK(book.initiatives.empty());
  CHECK(book.gap_weight == Approx(66));
  CHECK(journey.finding_text().find("left is at ‘Book’") == std::string::npos);
}

TEST_CASE("A what-if stands beside today as a plan does, with the levels that it leads to", "[journey]") {
  MapContent content = two_stages();
  content.initiatives = {closing("line", InitiativeStatus::idea, "fast", 0.5)};
  const Map map = make_map(content);
  // Half of a gap of 6 on ten: fast goes from 2 to 5. Of 9 x 6 + 6 x 2 + 8 x 2 = 82 are closed 27.
  const WhatIfReport report = what_if(map, "name: A line\nchanges: [{act: {line: 1}}]\n");
  DiagramOptions options;
  options.what_ifs = {&report};
  const JourneyDiagram journey = build_journey(map, options);
  CHECK(journey.compare);
  CHECK(journey.after == "then");
  CHECK(journey.state == "Now and what if, overlaid");
  CHECK(journey.question.find("‘A line’") != std::string::npos);
  CHECK(journey.stages[0].outcomes[0].stated.planned == Approx(5));
  CHECK(journey.stages[1].value.planned == journey.stages[1].value.now);
  CHECK(journey.finding_text().find("The scenario closes 33\u00a0% of the gap") == 0);
  CHECK(journey.reckoning == "then: with all that follows from the scenario");
  check_chart("journey", map, options);
  const WhatIfReport gone = what_if(map, "changes: [{remove: [visit]}]\n");
  options.what_ifs = {&gone};
  CHECK(build_journey(map, options).stages[1].change == Change::gone);
  options.what_ifs = {&gone, &report};
  CHECK_THROWS_AS(build_journey(map, options), CannotDraw);
}

TEST_CASE("A what-if that sets how a stage feels shows it beside today, whatever was read before", "[journey]") {
  MapContent content = two_stages();
  content.journeys[0].stages[0].emotion = -1;
  Reading read;
  read.of = content.journeys[0].stages[0].id;
  read.part = ReadingPart::emotion;
  read.date = test::day("2026-01-31");
  read.value = -1.5;
  content.readings = {read};
  const Map map = make_map(content);
  const WhatIfReport report = what_if(map, "changes: [{set: {" + read.of + ".emotion: 1}}]\n");
  DiagramOptions options;
  options.what_ifs = {&report};
  const JourneyDiagram journey = build_journey(map, options);
  CHECK(journey.stages[0].emotion == -1.5);
  CHECK(journey.stages[0].emotion_planned == 1.0);
}

TEST_CASE("A focus keeps the stages around an element and the numbers of the whole journey", "[journey]") {
  DiagramOptions options;
  options.focus = "fast3";
  const JourneyDiagram part = journey_of(walk(6), options);
  REQUIRE(part.stages.size() == 3);
  CHECK(part.stages[0].id == "stage2");
  CHECK(part.stages[0].number == 3);
  CHECK(part.hidden_stages == 3);
  CHECK(part.finding_text() == journey_of(walk(6)).finding_text());
  options.focus = "nothing-here";
  CHECK(journey_of(walk(6), options).stages.size() == 6);
}

TEST_CASE("What cannot be drawn says what to do", "[journey]") {
  MapContent none = walk(0);
  none.journeys.clear();
  CHECK_THROWS_WITH(journey_of(none), "the map has no journey: add one under 'journeys', with its stages in order");
  DiagramOptions options;
  options.journey = "yaer";
  CHECK_THROWS_WITH(journey_of(walk(1), options), "the map has no journey 'yaer'; it has: year");
}

TEST_CASE("The graph of a journey has its stages in a row and what serves each outcome once", "[journey]") {
  const DiagramGraph graph = graph_journey(make_map(walk(3)), {});
  const auto count = [&](std::string_view role) {
    return std::count_if(graph.edges.begin(), graph.edges.end(),
                         [&](const GraphEdge& edge) { return edge.role == role; });
  };
  CHECK(count("next") == 2);
  CHECK(count("wants") == 6);
  CHECK(count("closes") == 3);
  CHECK(graph.left_to_right);
}
