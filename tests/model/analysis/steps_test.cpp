#include "model/analysis/steps.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>

#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

Stage booking() {
  Stage stage;
  stage.id = stage.name = "book";
  stage.value = ValueByKind{4, std::nullopt, std::nullopt, std::nullopt};
  stage.touchpoints = {"web"};
  stage.outcomes = {"booked-fast"};
  stage.opportunities = {"Show slots of all sites"};
  return stage;
}

void add_reading(MapContent& content, const Id& of, std::string_view date) {
  Reading reading;
  reading.of = of;
  reading.date = day(date);
  reading.value = 5.0;
  content.readings.push_back(reading);
}

/// A small map in which all ten steps are done.
MapContent complete() {
  MapContent content;
  content.customers = {customer("parents")};
  content.customers[0].needs = {"quick"};
  Need need;
  need.id = need.name = need.statement = "quick";
  need.quote = "I just want to know tonight";
  content.needs = {need};
  Touchpoint web;
  web.id = web.name = "web";
  content.touchpoints = {web};
  content.outcomes = {outcome("booked-fast", {"parents"})};
  content.outcomes[0].importance = 9;
  content.outcomes[0].current = 4;
  content.outcomes[0].target = 8;
  content.outcomes[0].kind = ValueKind::functional;
  Journey journey;
  journey.id = journey.name = "first-year";
  journey.customers = {"parents"};
  journey.stages = {booking()};
  content.journeys = {journey};
  Process triage;
  triage.id = triage.name = "triage";
  triage.serves = {"booked-fast"};
  content.processes = {triage};
  Initiative online;
  online.id = online.name = "online-booking";
  online.status = InitiativeStatus::running;
  online.closes = {{"booked-fast", 0.5}};
  content.initiatives = {online};
  add_reading(content, "booked-fast", "2026-03-01");
  add_reading(content, "booked-fast", "2026-05-01");
  return content;
}

const std::vector<std::string> names{
    "values-in-own-words", "journey-mapped",        "stage-outcomes", "stage-value-monitored", "stage-changes",
    "outcomes-valued",     "outcomes-to-processes", "opportunities",  "process-improvements",  "results-evaluated"};

/// What is open in a map, as "step: what (ids)".
std::vector<std::string> open_in(const MapContent& content, std::optional<Date> as_of_day = std::nullopt) {
  std::vector<std::string> all;
  for (const Step& step : find_steps(make_map(content), as_of_day)) {
    CHECK(step.done == step.open.empty());
    for (const StepOpen& open : step.open) {
      std::string ids;
      for (const Id& id : open.elements) ids += " " + id;
      all.push_back(std::string(step.name) + ": " + open.what + (ids.empty() ? "" : ":" + ids));
    }
  }
  return all;
}

/// What opens when the complete map is changed.
std::vector<std::string> open_after(const std::function<void(MapContent&)>& change) {
  MapContent content = complete();
  change(content);
  return open_in(content);
}

using Open = std::vector<std::string>;

}  // namespace

TEST_CASE("the ten steps have their names, in their order", "[steps]") {
  std::vector<std::string> found;
  for (const Step& step : find_steps(make_map(complete()))) found.emplace_back(step.name);
  CHECK(found == names);
}

TEST_CASE("a map that shows everything has nothing open", "[steps]") { CHECK(open_in(complete()).empty()); }

TEST_CASE("in an empty map every step is open and says why", "[steps]") {
  CHECK(open_in(MapContent()) ==
        Open{"values-in-own-words: no customer is described", "journey-mapped: no customer is described",
             "stage-outcomes: no journey has a stage", "stage-value-monitored: no journey of today has a stage",
             "stage-changes: no journey of today has a stage", "outcomes-valued: no outcome is described",
             "outcomes-to-processes: no outcome is described", "opportunities: no outcome is described",
             "process-improvements: no outcome is described", "process-improvements: no initiative is planned",
             "results-evaluated: no initiative is running or done"});
}

TEST_CASE("own words are a quote of the need, or of evidence for it", "[steps]") {
  CHECK(open_after([](MapContent& map) { map.customers[0].needs.clear(); }) ==
        Open{"values-in-own-words: 1 customer names no need: parents"});
  const auto without_quote = [](MapContent& map) { map.needs[0].quote.clear(); };
  CHECK(open_after(without_quote) == Open{"values-in-own-words: 1 need of customers has no quote: quick"});
  const auto with_evidence = [&](std::string quote) {
    return open_after([&](MapContent& map) {
      without_quote(map);
      Evidence heard;
      heard.id = heard.name = "int-3";
      heard.quote = std::move(quote);
      heard.supports = {"quick"};
      map.evidence = {heard};
    });
  };
  CHECK(with_evidence("Nobody picked up").empty());
  CHECK(with_evidence("").size() == 1);
}

TEST_CASE("a customer must walk a journey of today, with touchpoints", "[steps]") {
  CHECK(open_after([](MapContent& map) {
          map.customers.push_back(customer("shift"));
          map.customers.push_back(customer("students"));
          map.customers[1].needs = map.customers[2].needs = {"quick"};
        }) == Open{"journey-mapped: 2 customers walk no journey of today: shift students"});
  CHECK(open_after([](MapContent& map) { map.journeys[0].stages[0].touchpoints.clear(); }) ==
        Open{"journey-mapped: 1 stage has no touchpoint: book"});
}

TEST_CASE("a journey of the future is no journey of today", "[steps]") {
  const Open open = open_after([](MapContent& map) { map.journeys[0].when = JourneyState::future; });
  CHECK(open == Open{"journey-mapped: 1 customer walks no journey of today: parents",
                     "stage-value-monitored: no journey of today has a stage",
                     "stage-changes: no journey of today has a stage"});
}

TEST_CASE("a stage without an outcome is open, and is then watched by nobody", "[steps]") {
  CHECK(open_after([](MapContent& map) { map.journeys[0].stages[0].outcomes.clear(); }) ==
        Open{"stage-outcomes: 1 stage names no outcome: book",
             "stage-value-monitored: 1 stage has no reading and no feedback: book"});
}

TEST_CASE("value at a stage is stated or read", "[steps]") {
  const auto without_value = [](MapContent& map) { map.journeys[0].stages[0].value.reset(); };
  CHECK(open_after(without_value) == Open{"stage-value-monitored: 1 stage has no value to the customer: book"});
  CHECK(open_after([&](MapContent& map) {
          without_value(map);
          add_reading(map, "book", "2026-05-01");
          map.readings.back().part = ReadingPart::emotional;
        }).empty());
  CHECK(open_after([&](MapContent& map) {
          without_value(map);
          add_reading(map, "book", "2026-05-01");
          map.readings.back().part = ReadingPart::emotion;
          map.readings.back().value = -1.0;
        }).size() == 1);
  CHECK(open_after([&](MapContent& map) {
          without_value(map);
          StageView view;
          view.customer = "parents";
          view.value = ValueByKind{std::nullopt, std::nullopt, 3, std::nullopt};
          map.journeys[0].stages[0].by_customer = {view};
        }).empty());
}

TEST_CASE("a stage says what is to change in any of four ways", "[steps]") {
  const auto silent = [](MapContent& map) { map.journeys[0].stages[0].opportunities.clear(); };
  CHECK(open_after(silent) == Open{"stage-changes: 1 stage says nothing of what is to change: book"});
  CHECK(open_after([&](MapContent& map) {
          silent(map);
          map.journeys[0].stages[0].wanted = ValueByKind{8, std::nullopt, std::nullopt, std::nullopt};
        }).empty());
  CHECK(open_after([&](MapContent& map) {
          silent(map);
          map.initiatives[0].improves = {"web"};
        }).empty());
  CHECK(open_after([&](MapContent& map) {
          silent(map);
          Journey future = map.journeys[0];
          future.id = future.name = "next-year";
          future.when = JourneyState::future;
          future.future_of = "first-year";
          future.stages[0].id = future.stages[0].name = "book-online";
          future.stages[0].replaces = "book";
          map.journeys.push_back(future);
        }).empty());
}

TEST_CASE("an outcome has a holder, an importance and a kind of value", "[steps]") {
  CHECK(open_after([](MapContent& map) { map.outcomes[0].holders.list.clear(); }) ==
        Open{"outcomes-valued: 1 outcome has no holder: booked-fast"});
  CHECK(open_after([](MapContent& map) {
          map.outcomes[0].holders.list.clear();
          map.outcomes[0].holders.organisation = true;
        }).empty());
  CHECK(open_after([](MapContent& map) { map.outcomes[0].kind.reset(); }) ==
        Open{"outcomes-valued: 1 outcome has no kind of value: booked-fast"});
  CHECK(open_after([](MapContent& map) { map.outcomes[0].importance.reset(); }) ==
        Open{"outcomes-valued: 1 outcome has no importance: booked-fast",
             "opportunities: 1 outcome has no opportunity score: booked-fast"});
}

TEST_CASE("opportunities need a level and a target", "[steps]") {
  CHECK(open_after([](MapContent& map) { map.outcomes[0].target.reset(); }) ==
        Open{"opportunities: 1 outcome has no target: booked-fast"});
  CHECK(open_after([](MapContent& map) {
          map.outcomes[0].current.reset();
          map.readings.clear();
        }) == Open{"stage-value-monitored: 1 stage has no reading and no feedback: book",
                   "opportunities: 1 outcome has no level: booked-fast",
                   "opportunities: 1 outcome has no opportunity score: booked-fast",
                   "results-evaluated: 1 initiative shows no result yet: online-booking"});
}

TEST_CASE("an outcome that falls short wants an initiative on any stated way", "[steps]") {
  const auto cut_off = [](MapContent& map) { map.initiatives[0].closes.clear(); };
  CHECK(open_after(cut_off) ==
        Open{"process-improvements: 1 outcome falls short and no initiative reaches it: booked-fast",
             "results-evaluated: 1 initiative shows no result yet: online-booking"});
  const auto with_influence = [&](double weight) {
    return open_after([&](MapContent& map) {
      cut_off(map);
      Influence influence;
      influence.from = "online-booking";
      influence.to = "booked-fast";
      influence.weight = weight;
      map.influences = {influence};
    });
  };
  CHECK(with_influence(0.5).empty());
  CHECK(with_influence(-0.5).empty());
  CHECK(with_influence(0).size() == 2);
  CHECK(open_after([&](MapContent& map) {
          cut_off(map);
          map.initiatives[0].improves = {"web"};
        }).empty());
  CHECK(open_after([](MapContent& map) { map.initiatives[0].status = InitiativeStatus::stopped; }) ==
        Open{"process-improvements: no initiative is planned",
             "process-improvements: 1 outcome falls short and no initiative reaches it: booked-fast",
             "results-evaluated: no initiative is running or done"});
  CHECK(open_after([&](MapContent& map) {
          cut_off(map);
          map.initiatives[0].status = InitiativeStatus::planned;
          map.outcomes[0].target = 5;  // the reading stands at 5: nothing falls short
        }) == Open{"results-evaluated: no initiative is running or done"});
}

TEST_CASE("a result is a change between two days, or a harvested outcome", "[steps]") {
  const auto one_reading = [](MapContent& map) { map.readings.pop_back(); };
  CHECK(open_after(one_reading) == Open{"results-evaluated: 1 initiative shows no result yet: online-booking"});
  CHECK(open_after([&](MapContent& map) {
          one_reading(map);
          add_reading(map, "booked-fast",
                      "2026-03-01");  // the same day twice shows no change
        }).size() == 1);
  CHECK(open_after([&](MapContent& map) {
          one_reading(map);
          Harvest harvest;
          harvest.id = harvest.name = "h1";
          harvest.outcome = "Two practices register families unasked";
          harvest.initiatives = {"online-booking"};
          map.harvest = {harvest};
        }).empty());
  CHECK(open_after([&](MapContent& map) {  // what changed is a stage on the way, not an outcome
          one_reading(map);
          map.initiatives[0].improves = {"web"};
          for (const char* date : {"2026-03-01", "2026-05-01"}) {
            add_reading(map, "book", date);
            map.readings.back().part = ReadingPart::functional;
          }
        }) == Open{"results-evaluated: 1 initiative shows no result yet: online-booking"});
  CHECK(open_in(complete(), day("2026-04-30")) ==
        Open{"results-evaluated: 1 initiative shows no result yet: online-booking"});
}

TEST_CASE("an initiative that says what it closes is judged by that, not by what else lies on its way", "[steps]") {
  const auto says_another = [](MapContent& map) {
    map.outcomes.push_back(map.outcomes[0]);
    map.outcomes[1].id = "kept";
    map.processes[0].serves.push_back("kept");
    map.initiatives[0].closes = {{"kept", 0.5}};
    map.initiatives[0].improves = {"web"};  // and so it reaches booked-fast, which was read on two days
  };
  CHECK(open_after(says_another) == Open{"results-evaluated: 1 initiative shows no result yet: online-booking"});
  CHECK(open_after([&](MapContent& map) {
          says_another(map);
          add_reading(map, "kept", "2026-03-01");
          add_reading(map, "kept", "2026-05-01");
        }).empty());
}

TEST_CASE("what was harvested after the day is no result on it", "[steps]") {
  const auto harvested_on = [](std::string_view date) {
    MapContent content = complete();
    content.readings.pop_back();
    Harvest harvest;
    harvest.id = harvest.name = "h1";
    harvest.outcome = "Two practices register families unasked";
    harvest.initiatives = {"online-booking"};
    harvest.date = day(date);
    content.harvest = {harvest};
    return open_in(content, day("2026-04-30")).size();
  };
  CHECK(harvested_on("2026-04-30") == 0);
  CHECK(harvested_on("2026-05-01") == 1);
}

TEST_CASE("feedback at a stage watches it, up to the day", "[steps]") {
  MapContent content = complete();
  content.journeys[0].stages[0].outcomes = {"booked-fast"};
  content.readings.clear();
  Feedback said;
  said.id = said.name = "f1";
  said.stage = "book";
  said.date = day("2026-05-01");
  content.feedback = {said};
  const auto stage_is_watched = [&](std::string_view date) {
    const auto open = open_in(content, day(date));
    return std::ranges::none_of(open,
                                [](const std::string& text) { return text.starts_with("stage-value-monitored"); });
  };
  CHECK(stage_is_watched("2026-05-01"));
  CHECK_FALSE(stage_is_watched("2026-04-30"));
}
