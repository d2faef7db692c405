// The whole program for a workshop-sized map: reading and checking it beside dot on a graph with as many nodes as the
// map has, every diagram beside dot on the graph that this diagram shows, and the report beside one call of dot.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "bench/support/generate.hpp"
#include "bench/support/process.hpp"

namespace {

using Command = std::vector<std::string>;

constexpr const char* samples = OUTMAP_SOURCE_DIR "/samples/";
constexpr const char* clinics = OUTMAP_SOURCE_DIR "/samples/clinics/map.yaml";
constexpr long clinics_nodes = 287;  // elements that `outmap show samples/clinics/map.yaml` counts

struct Story {
  const char* name;
  std::array<const char*, 4> scenarios;
};
constexpr std::array<Story, 2> stories = {
    {{"clinics", {"evening-desk", "midwives-leave", "praise-without-end", "three-steps"}},
     {"saas", {"import-first", "partner-stops", "trusted-plan", "wish-list"}}}};
constexpr std::array diagrams = {"journey", "relations", "outcomes", "gaps",  "dendrogram",
                                 "ladder",  "portfolio", "progress", "trend", "value-map"};
constexpr std::array diagrams_of_scenarios = {"whatif", "sensitivity"};

struct Picture {
  std::string sample;
  std::string diagram;
  std::vector<std::string> scenarios;  // none for those that need none; several stand side by side

  std::string name() const {
    const std::string of = scenarios.size() > 1 ? "side-by-side" : scenarios.empty() ? "" : scenarios.front();
    return sample + "/" + diagram + (of.empty() ? "" : "/" + of);
  }
};

double must_run(benchmark::State& state, const Command& command) {
  const auto cost = outmap::bench::run(command);
  if (cost.exit_code != 0) state.SkipWithError("the program failed");
  return cost.cpu_s;
}

bool have_dot(benchmark::State& state) {
  if (!std::string(OUTMAP_DOT).empty()) return true;
  state.SkipWithError("dot is not installed");
  return false;
}

void check_and_journey(benchmark::State& state) {
  for (auto _ : state) {
    const double check = must_run(state, {OUTMAP_PROGRAM, "check", clinics});
    const double journey = must_run(state, {OUTMAP_PROGRAM, "render", clinics, "--diagram", "journey", "-T", "svg"});
    state.SetIterationTime(check + journey);
  }
}

void dot_svg(benchmark::State& state) {
  if (!have_dot(state)) return;
  const auto graph = outmap::bench::generate_dot(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) state.SetIterationTime(must_run(state, {OUTMAP_DOT, "-Tsvg", graph}));
}

std::string map_of(const std::string& sample) { return fmt::format("{}{}/map.yaml", samples, sample); }

Command render(const Picture& picture) {
  Command command = {OUTMAP_PROGRAM, "render", map_of(picture.sample)};
  for (const std::string& scenario : picture.scenarios)
    command.push_back(fmt::format("{}{}/scenarios/{}.yaml", samples, picture.sample, scenario));
  command.insert(command.end(), {"--diagram", picture.diagram, "-T"});
  return command;
}

void draw(benchmark::State& state, const Picture& picture) {
  Command command = render(picture);
  command.push_back("svg");
  for (auto _ : state) state.SetIterationTime(must_run(state, command));
}

/// The same nodes, edges, groups and words, as `-T dot` writes them.
void dot_on_the_same(benchmark::State& state, const Picture& picture) {
  if (!have_dot(state)) return;
  const std::string graph = std::filesystem::temp_directory_path() / "outmap-bench-same.dot";
  Command command = render(picture);
  command.insert(command.end(), {"dot", "-q", "-o", graph});
  must_run(state, command);
  for (auto _ : state) state.SetIterationTime(must_run(state, {OUTMAP_DOT, "-Tsvg", graph}));
}

void report(benchmark::State& state, const std::string& sample) {
  const std::string page = std::filesystem::temp_directory_path() / "outmap-bench-report.html";
  for (auto _ : state)
    state.SetIterationTime(must_run(state, {OUTMAP_PROGRAM, "report", map_of(sample), "-q", "-o", page}));
}

template <typename Run, typename... Arguments>
void add(const std::string& name, Run run, Arguments... arguments) {
  benchmark::RegisterBenchmark(name.c_str(), run, arguments...)->UseManualTime()->Unit(benchmark::kMillisecond);
}

/// A picture next to its peer.
void add_picture(const Picture& picture) {
  add("diagram/" + picture.name(), draw, picture);
  add("diagram/" + picture.name() + "/dot", dot_on_the_same, picture);
}

const bool added = [] {
  for (const Story& story : stories) {
    for (const char* diagram : diagrams) add_picture({story.name, diagram, {}});
    for (const char* diagram : diagrams_of_scenarios) {
      for (const char* scenario : story.scenarios) add_picture({story.name, diagram, {scenario}});
      add_picture({story.name, diagram, {story.scenarios.begin(), story.scenarios.end()}});
    }
    add(fmt::format("report/{}", story.name), report, std::string(story.name));
  }
  return true;
}();

BENCHMARK(check_and_journey)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(dot_svg)->Arg(clinics_nodes)->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace
