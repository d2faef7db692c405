#include "model/scenario/load.hpp"

#include <fmt/format.h>

#include <cmath>
#include <filesystem>
#include <utility>

#include "model/format/reader.hpp"
#include "model/io/parse.hpp"

namespace outmap {

/// Reads one scenario file and keeps its document for the places of later problems.
class ScenarioLoader {
 public:
  explicit ScenarioLoader(std::string name) : name_(std::move(name)) { loaded_.origins.file_ = name_; }

  LoadedScenarios from(std::optional<Source> source) {
    if (source) parse(std::move(*source));
    if (loaded_.origins.document_ && !loaded_.origins.document_->empty()) read();
    for (const Scenario& scenario : loaded_.scenarios) {
      check_mode(scenario, loaded_.problems);
      check_sweeps(scenario, loaded_.problems);
    }
    if (loaded_.problems.has_errors()) loaded_.partly = std::exchange(loaded_.scenarios, {});
    locate_problems(loaded_.problems, loaded_.origins);
    loaded_.problems.sort();
    return std::move(loaded_);
  }

  static bool is_json(const std::string& name) {
    const auto ending = std::filesystem::path(name).extension();
    return ending == ".json" || ending == ".jsonc";
  }
  ReadOptions options() const {
    ReadOptions options;
    if (is_json(name_)) options.encoding = Encoding::utf8;
    return options;
  }
  Diagnostics& problems() { return loaded_.problems; }

 private:
  void parse(Source source) {
    const bool comments = std::filesystem::path(name_).extension() == ".jsonc";
    loaded_.origins.document_ = is_json(name_) ? parse_json(std::move(source), loaded_.problems, {comments})
                                               : parse_yaml(std::move(source), loaded_.problems);
  }

  void read() {
    const Value root = loaded_.origins.document_->root();
    const bool is_mapping = root.kind() == NodeKind::mapping;
    const bool versioned = is_mapping && root.member("outmap-scenario").has_value();
    if (!versioned) {
      const bool is_map = is_mapping && root.member("outmap").has_value();
      loaded_.problems.add({"scenario.not-a-scenario", Severity::error, root.place(), "",
                            is_map ? "this is a map, and a scenario was expected"
                                   : "this is no scenario: it does not say 'outmap-scenario: 1'",
                            "a scenario begins with the version of its format: outmap-scenario: 1"});
      if (!is_mapping || is_map) return;
    }
    ScenarioFile file;
    Reader reader(loaded_.problems, versioned ? "" : "outmap-scenario");
    reader.read_record(scenario_record(), &file, root);
    take(std::move(file));
  }

  void take(ScenarioFile file) {
    const std::string stem = std::filesystem::path(name_).stem().string();
    const bool several = !file.scenarios.empty();
    if (several && !file.changes.empty()) {
      loaded_.problems.add({"scenario.not-a-scenario",
                            Severity::error,
                            {},
                            "/changes",
                            "the file holds several scenarios and changes of its own",
                            "put these changes into a scenario of their own, under 'scenarios'"});
    }
    if (!several) loaded_.scenarios.push_back(std::move(static_cast<Scenario&>(file)));
    for (Scenario& scenario : file.scenarios) {
      scenario.path = fmt::format("/scenarios/{}", loaded_.scenarios.size());
      loaded_.scenarios.push_back(std::move(scenario));
    }
    for (Scenario& scenario : loaded_.scenarios) {
      if (!scenario.name.empty()) continue;
      scenario.name = several ? fmt::format("{} {}", stem, &scenario - loaded_.scenarios.data() + 1) : stem;
    }
  }

  std::string name_;
  LoadedScenarios loaded_;
};

LoadedScenarios load_scenarios(const std::string& path) {
  ScenarioLoader loader(path == "-" ? "<stdin>" : path);
  auto source = read_source(path, loader.problems(), loader.options());
  return loader.from(std::move(source));
}

LoadedScenarios load_scenarios_text(std::string name, std::string text) {
  ScenarioLoader loader(name);
  auto source = decode_source(std::move(name), std::move(text), loader.problems(), loader.options());
  return loader.from(std::move(source));
}

void check_sweeps(const Scenario& scenario, Diagnostics& problems) {
  double points = 1;
  for (const Sweep& sweep : scenario.sweep) points *= std::floor(sweep.steps);
  if (points <= most_sweep_points) return;
  problems.add(
      {"value.range",
       Severity::error,
       {},
       scenario.path + "/sweep",
       fmt::format("the sweeps have {:.0f} combinations of values, and may have {}", points, most_sweep_points),
       "take fewer steps, or fewer sweeps in one scenario"});
}

void check_mode(const Scenario& scenario, Diagnostics& problems) {
  const auto refuse = [&](std::string_view field, std::string message, std::string hint) {
    problems.add({"scenario.mode",
                  Severity::error,
                  {},
                  scenario.path + "/" + std::string(field),
                  std::move(message),
                  std::move(hint)});
  };
  if (scenario.mode == WhatIfMode::state) return;
  if (rule_of(scenario) != FcmRule::kosko) {
    refuse("rule",
           fmt::format("the rule {} is of mode state: with it concepts move though nothing was changed",
                       word_of(rule_of(scenario))),
           "leave it out, or say mode: state");
  }
  if (transfer_of(scenario) == Transfer::sigmoid) {
    refuse("transfer", "the sigmoid of 0 is 0.5: with it concepts move though nothing was changed",
           "take linear or tanh, or say mode: state");
  }
  if (!scenario.initial.empty()) refuse("initial", "changes start at 0, which is today", "use act, or say mode: state");
  if (scenario.start == ScenarioStart::baseline)
    refuse("start", "changes start at 0, which is today", "say mode: state");
}

}  // namespace outmap
