#include "tests/support/sound_map.hpp"

#include "tests/support/elements.hpp"
#include "tests/support/make_map.hpp"

namespace outmap::test {
namespace {

Partner midwives() {
  Partner partner = named<Partner>("midwives", "Midwives");
  partner.outcome_challenge = "Midwives register families before the birth";
  partner.progress_markers.expect = {named<ProgressMarker>("m1", "Hand out the leaflet")};
  partner.progress_markers.like = {named<ProgressMarker>("m2", "Register families")};
  partner.progress_markers.love = {named<ProgressMarker>("m3", "Shape the service")};
  partner.strategy_map.individual_persuasive = "Training";
  return partner;
}

Journey first_year() {
  Stage stage = named<Stage>("home", "At home");
  stage.touchpoints = {"visit"};
  stage.outcomes = {"trusted"};
  Journey journey = named<Journey>("year", "First year");
  journey.customers = {"families"};
  journey.stages = {stage};
  return journey;
}

Outcome trusted() {
  Outcome outcome = named<Outcome>("trusted", "Families are believed");
  outcome.holders.list = {Holder{"families", {}, {}, {}, {}}};
  outcome.needs = {"belief"};
  outcome.importance = 9;
  outcome.current = 4;
  outcome.target = 8;
  return outcome;
}

void add_work(MapContent& content) {
  Process answering = named<Process>("answering", "Answering");
  answering.serves = {"trusted"};
  content.processes = {answering};
  Initiative chat = named<Initiative>("chat", "Chat");
  chat.status = InitiativeStatus::planned;
  chat.closes = {{"trusted", 0.5}};
  content.initiatives = {chat};
}

void add_proof(MapContent& content) {
  Evidence talk = named<Evidence>("talk", "Talk");
  talk.date = day("2026-05-01");
  talk.supports = {"trusted"};
  content.evidence = {talk};
  Reading reading;
  reading.of = "trusted";
  reading.date = day("2026-05-01");
  reading.value = 4.0;
  content.readings = {reading};
  Influence staffing;
  staffing.from = "staffing";
  staffing.to = "trusted";
  staffing.weight = 0.5;
  staffing.evidence = {"talk"};
  content.factors = {named<Factor>("staffing", "Staff on duty")};
  content.influences = {staffing};
}

}  // namespace

MapContent sound_content() {
  MapContent content;
  content.date = day("2026-06-30");
  Customer families = named<Customer>("families", "Families");
  families.needs = {"belief"};
  content.customers = {families};
  content.partners = {midwives()};
  Relation tie;
  tie.from = "families";
  tie.to = "midwives";
  tie.type = "common-goal";
  content.relations = {tie};
  Need belief = named<Need>("belief", "belief");
  belief.statement = "To be believed";
  content.needs = {belief};
  content.journeys = {first_year()};
  Touchpoint visit = named<Touchpoint>("visit", "Visit");
  visit.owner = "midwives";
  content.touchpoints = {visit};
  content.outcomes = {trusted()};
  add_work(content);
  add_proof(content);
  return content;
}

}  // namespace outmap::test
