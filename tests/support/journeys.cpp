#include "tests/support/journeys.hpp"

#include "tests/support/make_map.hpp"

namespace outmap::test {
namespace {

const char* endless =
    "The moment in which a family that has never had to deal with us before finds out which of our three clinics could "
    "be "
    "the right one for them and why that matters to a Krankenhausverwaltungsangestellter";

std::string say(Wording wording, const char* plain, const char* japanese) {
  return wording == Wording::plain ? plain : wording == Wording::endless ? endless : japanese;
}

void add_stage(MapContent& map, int i, Wording wording) {
  const std::string n = std::to_string(i);
  const double emotions[] = {1, 0, -2, -1, 0.5, 2};
  const double now[] = {7, 5, 2.5, 4, 9.5, 0};
  Stage stage;
  stage.id = "stage" + n;
  stage.name = say(wording, "First visit", "はじめての診察");
  stage.goal = say(wording, "Be seen and be understood", "家族が安心して相談できる場所を見つけること。");
  stage.emotion = emotions[i % 6];
  stage.touchpoints = {"line" + n, "web" + n, "plan" + n};
  stage.outcomes = {"fast" + n, "story" + n};
  stage.pains = {say(wording, "Line busy from eight to ten", "電話がつながらない"), "Eleven days to a free slot"};
  stage.opportunities = {"Show free slots of all sites"};
  map.journeys.front().stages.push_back(stage);
  for (const char* kind : {"line", "web", "plan"}) {
    Touchpoint touchpoint;
    touchpoint.id = kind + n;
    touchpoint.name = say(wording, "Phone line", "電話の相談窓口");
    touchpoint.channel = kind == std::string("line") ? "phone" : kind == std::string("web") ? "web" : "zebra";
    touchpoint.owner = "desk";
    touchpoint.moment_of_truth = i % 3 == 2;
    if (kind == std::string("plan")) touchpoint.layer = Layer::back;
    map.touchpoints.push_back(touchpoint);
  }
  for (const char* kind : {"fast", "story"}) {
    Outcome outcome = level(kind + n, kind == std::string("fast") ? 9 : 5, now[i % 6], 8);
    outcome.name = say(wording, "Appointment within three days", "三日以内に予約が取れること");
    map.outcomes.push_back(outcome);
  }
  Initiative initiative;
  initiative.id = "booking" + n;
  initiative.name = say(wording, "Online booking", "オンライン予約");
  initiative.cost = 40000;
  initiative.status = static_cast<InitiativeStatus>(i % 4);
  initiative.closes = {{"fast" + n, 0.5}};
  map.initiatives.push_back(initiative);
  Process process;
  process.id = "scheduling" + n;
  process.name = say(wording, "Scheduling", "予約の管理");
  process.owner = "desk";
  process.serves = {"fast" + n};
  map.processes.push_back(process);
  Evidence evidence;
  evidence.id = "heard" + n;
  evidence.name = evidence.id;
  evidence.method = static_cast<EvidenceMethod>(i % 8);
  evidence.quote = n + ". " + say(wording, "I hung up after twenty minutes", "二十分も待たされました");
  evidence.supports = {"stage" + n};
  map.evidence.push_back(evidence);
}

}  // namespace

Outcome level(Id id, double importance, double now, double wanted) {
  Outcome outcome;
  outcome.id = outcome.name = std::move(id);
  outcome.importance = importance;
  outcome.current = now;
  outcome.target = wanted;
  return outcome;
}

MapContent walk(int stages, Wording wording) {
  MapContent map;
  map.title = "Riverside Clinics";
  map.date = day("2026-05-31");
  map.currency = "EUR";
  Customer parents;
  parents.id = "parents";
  parents.name = say(wording, "New parents", "新米の両親");
  parents.size = 4200;
  parents.attributes = {{Symbol("region"), Symbol("north")}, {Symbol("age"), 31.0}};
  parents.needs = {"one-story", "answers"};
  parents.perceived_value = PerceivedValue{7, 6, 4, 5};
  Customer others;
  others.id = others.name = "others";
  others.size = 9000;
  map.customers = {parents, others};
  Need story;
  story.id = story.name = "one-story";
  story.statement = say(wording, "One story", "一度だけ話せばよい");
  story.quote = say(wording, "Nobody should have to ask us twice", "同じことを二度聞かないで");
  story.importance = 9;
  Need answers;
  answers.id = answers.name = "answers";
  answers.statement = "Quick answers";
  map.needs = {story, answers};
  Partner desk;
  desk.id = "desk";
  desk.name = say(wording, "Front office", "受付");
  desk.kind = PartnerKind::internal;
  map.partners = {desk};
  Journey journey;
  journey.id = "year";
  journey.name = say(wording, "First year with a baby", "赤ちゃんとの最初の一年");
  journey.customers = {"parents"};
  map.journeys = {journey};
  for (int i = 0; i < stages; ++i) add_stage(map, i, wording);
  return map;
}

MapContent walk_with_holes(int stages) {
  MapContent map = walk(stages);
  map.customers.front().perceived_value.reset();
  map.customers.front().needs.clear();
  for (std::size_t i = 0; i < map.journeys.front().stages.size(); ++i) {
    Stage& stage = map.journeys.front().stages[i];
    if (i % 6 == 0) stage.goal.clear();
    if (i % 3 == 0) stage.emotion.reset();
    if (i % 6 == 1) map.outcomes[2 * i].current.reset();
    if (i % 6 == 2) map.outcomes[2 * i].importance.reset();
    if (i % 6 == 3) stage.touchpoints.clear();
    if (i % 6 == 4) map.outcomes[2 * i].target.reset();
    if (i % 6 == 5) {
      const std::string id = stage.id;
      stage = Stage();
      stage.id = stage.name = id;
      stage.value = ValueByKind{3, {}, {}, {}};
      stage.wanted = ValueByKind{8, 7, {}, {}};
    }
  }
  return map;
}

}  // namespace outmap::test
