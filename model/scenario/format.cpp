// The fields of a scenario, described once for reader, messages and JSON Schema.
#include <nlohmann/json.hpp>

#include "model/format/describe.hpp"
#include "model/format/types/types.hpp"
#include "model/scenario/scenario.hpp"

namespace outmap {

/// Any value for any field: what it must be is known only where it is applied.
template <>
struct Codec<SetValues> {
  static constexpr FieldType type = FieldType::settings;
  static void read(void* member, const Value& value, Reader& reader) {
    if (value.kind() != NodeKind::mapping) return reader.report(value, wrong_type(reader.field(), describe(value)));
    for (const Value item : value) static_cast<SetValues*>(member)->push_back({item.key(), json_text(item)});
  }
};

template <>
const RecordType& record_type<MapAddition>() {
  static const RecordType type = [] {
    std::vector<Field> lists;
    for (const Field& field : map_record().fields()) {
      if (field.access.append != nullptr) lists.push_back(field);
    }
    return RecordType("addition", "Elements, relations and influences that a scenario adds, as lists of a map", lists,
                      nullptr);
  }();
  return type;
}

template <>
const RecordType& record_type<Reweight>() {
  static const RecordType type = describe<Reweight>("reweighting", "An influence of the map that gets another weight")
                                     .field<&Reweight::from>("from", "The cause")
                                     .required()
                                     .refers_to(causal_kinds)
                                     .field<&Reweight::to>("to", "The effect")
                                     .required()
                                     .refers_to(causal_kinds)
                                     .field<&Reweight::weight>("weight", "The new weight")
                                     .required()
                                     .between(-1, 1)
                                     .type();
  return type;
}

template <>
const RecordType& record_type<ScenarioChange>() {
  static const RecordType type =
      describe<ScenarioChange>("change", "A step of a scenario; steps happen in their order")
          .field<&ScenarioChange::act>("act", "Holds elements at a change, or in mode state at an activation")
          .refers_to(ElementKinds::any())
          .between(-1, 1)
          .field<&ScenarioChange::set>("set", "Gives fields other values: {booked-fast.current: 6}")
          .field<&ScenarioChange::add>("add", "Adds elements, relations and influences, as lists of a map")
          .field<&ScenarioChange::remove>("remove", "Takes elements out, with all that hangs on them")
          .refers_to(ElementKinds::any())
          .field<&ScenarioChange::reweight>("reweight", "Gives influences other weights")
          .type();
  return type;
}

template <>
const RecordType& record_type<UncertaintyOptions>() {
  static const RecordType type =
      describe<UncertaintyOptions>("uncertainty", "How unsure weights are, and how often they are drawn")
          .field<&UncertaintyOptions::runs>("runs", "How many times the weights are drawn")
          .between(1, 1000000)
          .otherwise("1000")
          .field<&UncertaintyOptions::seed>("seed", "The same seed draws the same weights")
          .at_least(0)
          .otherwise("that of --seed")
          .field<&UncertaintyOptions::spread>("spread", "Weights lie within ± spread × 2 × (1 − confidence)")
          .between(0, 1)
          .otherwise("0.2")
          .field<&UncertaintyOptions::distribution>("distribution", "How they lie there")
          .otherwise("triangular")
          .type();
  return type;
}

template <>
const RecordType& record_type<Sweep>() {
  static const RecordType type = describe<Sweep>("sweep", "An element that is held at one value after the other")
                                     .field<&Sweep::act>("act", "Which element")
                                     .required()
                                     .refers_to(ElementKinds::any())
                                     .field<&Sweep::from>("from", "The first value")
                                     .between(-1, 1)
                                     .otherwise("0")
                                     .field<&Sweep::to>("to", "The last value")
                                     .between(-1, 1)
                                     .otherwise("1")
                                     .field<&Sweep::steps>("steps", "How many values, both ends included")
                                     .between(2, 101)
                                     .otherwise("11")
                                     .type();
  return type;
}

namespace {

template <class T>
Describe<T>& add_scenario_fields(Describe<T>& described) {
  return described.template field<&T::name>("name", "What the scenario is called")
      .otherwise("the name of the file")
      .template field<&T::likelihood>("likelihood", "How likely it is thought to be")
      .template field<&T::mode>("mode", "change: changes against today; state: activations, as other tools have them")
      .otherwise("change")
      .template field<&T::rule>("rule", "How causes make the next state")
      .otherwise("kosko; modified-kosko in mode state")
      .template field<&T::transfer>("transfer", "What keeps states within bounds")
      .otherwise("linear; sigmoid in mode state")
      .template field<&T::lambda>("lambda", "Steepness of sigmoid and tanh")
      .between(0.001, 100)
      .otherwise("1")
      .template field<&T::epsilon>("epsilon", "It stops at the first update that changes nothing by more than this")
      .between(0, 1)
      .otherwise("0.000001; 0.001 in mode state")
      .template field<&T::max_iterations>("max_iterations", "It gives up after so many updates")
      .between(1, 1000000)
      .otherwise("1000; 100 in mode state")
      .template field<&T::changes>("changes", "What is done to the map, in this order")
      .template field<&T::initial>("initial", "Mode state: activations at the start")
      .refers_to(ElementKinds::any())
      .between(-1, 1)
      .template field<&T::initial_default>("initial_default", "Mode state: where concepts start that are not named")
      .between(-1, 1)
      .otherwise("0")
      .template field<&T::start>("start", "Mode state: baseline starts from where the map settles without the changes")
      .otherwise("initial")
      .template field<&T::hold_inputs>("hold_inputs", "Concepts that nothing influences keep their start")
      .otherwise("false")
      .template field<&T::uncertainty>("uncertainty", "How unsure the weights are")
      .template field<&T::sweep>("sweep", "Elements to hold at one value after the other");
}

}  // namespace

template <>
const RecordType& record_type<Scenario>() {
  static const RecordType type = [] {
    auto described =
        describe<Scenario>("scenario", "What if: changes to a map, and how their consequences are followed");
    return add_scenario_fields(described).type();
  }();
  return type;
}

template <>
const RecordType& record_type<ScenarioFile>() {
  static const RecordType type = [] {
    auto described = describe<ScenarioFile>("scenario file", "One scenario, or several under `scenarios`");
    described.field<&ScenarioFile::format>("outmap-scenario", "Version of the format: 1").required().between(1, 1);
    return add_scenario_fields(described)
        .field<&ScenarioFile::scenarios>("scenarios", "Several scenarios in one file")
        .type();
  }();
  return type;
}

const RecordType& scenario_record() { return record_type<ScenarioFile>(); }

FcmRule rule_of(const Scenario& scenario) {
  return scenario.rule.value_or(scenario.mode == WhatIfMode::change ? FcmRule::kosko : FcmRule::modified_kosko);
}

Transfer transfer_of(const Scenario& scenario) {
  return scenario.transfer.value_or(scenario.mode == WhatIfMode::change ? Transfer::linear : Transfer::sigmoid);
}

double epsilon_of(const Scenario& scenario) {
  return scenario.epsilon.value_or(scenario.mode == WhatIfMode::change ? 1e-6 : 1e-3);
}

int max_iterations_of(const Scenario& scenario) {
  return static_cast<int>(scenario.max_iterations.value_or(scenario.mode == WhatIfMode::change ? 1000 : 100));
}

}  // namespace outmap
