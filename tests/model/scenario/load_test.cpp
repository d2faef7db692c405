#include "model/scenario/load.hpp"

#include <catch2/catch.hpp>

namespace outmap {
namespace {

std::vector<std::string> told(const Diagnostics& problems) {
  std::vector<std::string> lines;
  for (const Diagnostic& problem : problems.all()) {
    lines.push_back(std::to_string(problem.place.line) + ":" + std::to_string(problem.place.column) + " " +
                    problem.message + " [" + problem.code + "] " + problem.hint);
  }
  return lines;
}

}  // namespace

TEST_CASE("a scenario is read with all its fields", "[scenario]") {
  const auto loaded = load_scenarios_text("s.yaml", R"(outmap-scenario: 1
name: Midwives book for parents
likelihood: plausible
mode: state
rule: rescaled
transfer: tanh
lambda: 2
epsilon: 0.01
max_iterations: 50
changes:
  - act: {online-booking: 0.8}
  - set: {booked-fast.current: 6, new-parents.attributes.region: south}
  - add: {partners: [{id: doulas, name: Doulas}], relations: [{from: doulas, to: new-parents, strength: 0.6}]}
  - remove: [midwives]
  - reweight: [{from: staffing, to: booked-fast, weight: 0.4}]
initial: {online-booking: 0.5}
start: baseline
hold_inputs: true
uncertainty: {runs: 200, seed: 7, spread: 0.1, distribution: normal}
sweep: [{act: online-booking, from: 0, to: 1, steps: 11}]
)");
  REQUIRE(told(loaded.problems).empty());
  REQUIRE(loaded.scenarios.size() == 1);
  const Scenario& scenario = loaded.scenarios.front();
  CHECK(scenario.name == "Midwives book for parents");
  CHECK(scenario.likelihood == Likelihood::plausible);
  CHECK(rule_of(scenario) == FcmRule::rescaled);
  CHECK(transfer_of(scenario) == Transfer::tanh);
  CHECK(max_iterations_of(scenario) == 50);
  REQUIRE(scenario.changes.size() == 5);
  CHECK(scenario.changes[0].act == IdNumbers{{"online-booking", 0.8}});
  CHECK(scenario.changes[1].set[1].field == "new-parents.attributes.region");
  CHECK(scenario.changes[1].set[1].json == "\"south\"");
  CHECK(scenario.changes[2].add.partners.front().name == "Doulas");
  CHECK(scenario.changes[3].remove == Ids{"midwives"});
  CHECK(scenario.changes[4].reweight.front().weight == 0.4);
  CHECK(scenario.uncertainty->distribution == Distribution::normal);
  CHECK(scenario.sweep.front().steps == 11);
}

TEST_CASE("what a scenario does not say follows its mode", "[scenario]") {
  const auto loaded = load_scenarios_text("exam.yaml", "outmap-scenario: 1\nscenarios: [{mode: state}, {name: b}]\n");
  REQUIRE(loaded.scenarios.size() == 2);
  CHECK(loaded.scenarios[0].name == "exam 1");
  CHECK(loaded.scenarios[1].path == "/scenarios/1");
  CHECK(rule_of(loaded.scenarios[0]) == FcmRule::modified_kosko);
  CHECK(transfer_of(loaded.scenarios[0]) == Transfer::sigmoid);
  CHECK(epsilon_of(loaded.scenarios[0]) == 1e-3);
  CHECK(max_iterations_of(loaded.scenarios[0]) == 100);
  CHECK(rule_of(loaded.scenarios[1]) == FcmRule::kosko);
  CHECK(epsilon_of(loaded.scenarios[1]) == 1e-6);
}

TEST_CASE("all problems of a scenario are told at once, with their places and the nearest name", "[scenario]") {
  const auto loaded = load_scenarios_text("s.yaml", R"(outmap-scenario: 1
likelyhood: plausible
transfer: sigmod
changes:
  - act: {a: 2}
  - reweight: [{from: a, weight: 0.4}]
  - ad: {partners: []}
)");
  CHECK(loaded.scenarios.empty());
  CHECK(told(loaded.problems) ==
        std::vector<std::string>{
            "2:1 a scenario file has no field 'likelyhood' [field.unknown] did you mean 'likelihood'?",
            "3:11 'transfer' takes one of linear, sigmoid, tanh, bivalent, trivalent, found 'sigmod' [value.choice] "
            "did you "
            "mean 'sigmoid'?",
            "5:14 'act' takes a number from -1 to 1 beside each id, found 2 [value.range] ",
            "6:16 this reweighting has no 'to' [field.missing] to: The effect",
            "7:5 a change has no field 'ad' [field.unknown] did you mean 'add'?"});
}

TEST_CASE("in mode change nothing may move by itself", "[scenario]") {
  const auto loaded =
      load_scenarios_text("s.yaml", "outmap-scenario: 1\nrule: rescaled\ntransfer: sigmoid\ninitial: {a: 1}\n");
  REQUIRE(loaded.problems.all().size() == 3);
  for (const Diagnostic& problem : loaded.problems.all()) CHECK(problem.code == "scenario.mode");
  CHECK(loaded.problems.all()[0].place.line == 2);
}

TEST_CASE("sweeps of too many combinations are refused, not cut short", "[scenario]") {
  const std::string one = "{act: a, from: 0, to: 1, steps: 100}";
  const std::string begin = "outmap-scenario: 1\nchanges: []\nsweep: [" + one + ", " + one;
  CHECK(load_scenarios_text("s.yaml", begin + "]\n").problems.all().empty());
  const auto loaded = load_scenarios_text("s.yaml", begin + ", {act: b, from: 0, to: 1, steps: 2}]\n");
  CHECK(told(loaded.problems) ==
        std::vector<std::string>{"3:8 the sweeps have 20000 combinations of values, and may have 10000 [value.range] "
                                 "take fewer steps, or fewer sweeps in one scenario"});
}

TEST_CASE("a map is no scenario", "[scenario]") {
  const auto loaded = load_scenarios_text("s.json", R"({"outmap": 1, "title": "x"})");
  REQUIRE(loaded.problems.all().size() == 1);
  CHECK(loaded.problems.all()[0].code == "scenario.not-a-scenario");
  CHECK(loaded.problems.all()[0].message == "this is a map, and a scenario was expected");
}

}  // namespace outmap
