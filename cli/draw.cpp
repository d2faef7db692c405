#include "cli/draw.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <utility>

#include "cli/display_text.hpp"
#include "cli/open_look.hpp"
#include "cli/write_file.hpp"
#include "model/analysis/whatif/report.hpp"
#include "model/text/numbers.hpp"
#include "render/layout/page.hpp"
#include "render/write/write.hpp"

namespace outmap {
namespace {

constexpr std::array<std::pair<std::string_view, FileKind>, 4> file_kinds{
    {{"svg", FileKind::svg}, {"png", FileKind::png}, {"pdf", FileKind::pdf}, {"dot", FileKind::dot}}};

std::optional<FileKind> kind_named(std::string_view name) {
  for (const auto& [known, kind] : file_kinds) {
    if (known == name) return kind;
  }
  return std::nullopt;
}

std::string_view name_of(FileKind kind) {
  for (const auto& [name, known] : file_kinds) {
    if (known == kind) return name;
  }
  return "";
}

std::string diagram_list() {
  std::string names;
  for (const DiagramKind& diagram : all_diagrams()) names += (names.empty() ? "" : ", ") + std::string(diagram.name);
  return names;
}

FileKind kind_from(const Invocation& given, const std::string& output) {
  if (given.has("--type")) return *kind_named(given.text("--type"));
  if (given.has("--all")) return FileKind::svg;
  if (output.empty()) throw UsageError("outmap render needs to know where to", "-o FILE, or -T svg for stdout");
  std::string ending = std::filesystem::path(output).extension().string();
  if (!ending.empty()) ending.erase(0, 1);
  if (const auto kind = kind_named(ending)) return *kind;
  const std::string found = ending.empty() ? "has no ending" : "ends in ." + ending;
  throw UsageError(output + " " + found + ": which kind of picture is it to be?",
                   "end it in .svg, .png, .pdf or .dot, or add -T KIND");
}

void check_what(const Invocation& given) {
  const bool one = given.has("--diagram");
  const bool all = given.has("--all");
  if (one && all) throw UsageError("--diagram and --all contradict each other", "give one of them");
  if (!one && !all)
    throw UsageError("outmap render needs to know what to draw", "--all, or --diagram with one of: " + diagram_list());
  if (all && !given.has("--output")) throw UsageError("--all needs a folder to draw into", "-o DIR");
}

DiagramOptions diagram_options(const Invocation& given) {
  DiagramOptions options;
  if (given.has("--journey")) options.journey = given.text("--journey");
  if (given.has("--focus")) options.focus = given.text("--focus");
  options.hops = given.integer("--hops").value_or(1);
  options.top = given.integer("--top");
  options.cluster = given.integer("--cluster");
  options.everything = given.has("--everything");
  const std::string page = given.text("--page");
  options.page = page == "a4" ? Page::a4_landscape : page == "a4-portrait" ? Page::a4_portrait : Page::slide;
  options.as_of = given.date("--as-of");
  options.since = given.date("--since");
  options.budget = given.number("--budget");
  return options;
}

/// A picture and what there is to say of it.
struct Drawn {
  std::string bytes;
  std::string size;  // "1600 × 900 px"; empty where it has none
};

/// The map that a scenario makes, with its name in the title.
Map changed_map(const WhatIfReport& report) {
  if (report.verdict != FcmVerdict::fixed_point || !report.map)
    throw CannotDraw("the scenario '" + report.scenario.name +
                     "' does not settle, so that no levels are known; 'outmap whatif' tells why");
  MapContent content = report.map->content();
  content.title += " (what if: " + report.scenario.name + ")";
  Diagnostics none;
  return *Map::make(std::move(content), none);
}

Drawn draw(const Map& today, const DiagramKind& diagram, const DiagramOptions& options, const DrawingOrder& order,
           const Fonts& fonts) {
  const bool changed = diagram.scenarios == ScenarioUse::changed_map && !options.what_ifs.empty();
  const Map map = changed ? changed_map(*options.what_ifs.front()) : today;
  if (order.kind == FileKind::dot) return {write_dot(diagram.graph(map, options)), ""};
  const Scene scene = diagram.draw(map, options, Style{order.theme, fonts});
  const std::string size =
      fmt::format("{:.0f} × {:.0f} px", scene.width_px * order.scale, scene.height_px * order.scale);
  SvgOptions svg;
  svg.scale = order.scale;
  switch (order.kind) {
    case FileKind::png:
      return {write_png(scene, fonts, order.scale), size};
    case FileKind::pdf:
      return {write_pdf(scene, fonts, order.scale * paper_scale(options.page, scene.width_px, scene.height_px)), ""};
    default:
      return {write_svg(scene, fonts, svg), size};
  }
}

/// "pictures/gaps.svg: 1600 × 900 px, 61 kB"
void tell(const std::string& path, const Drawn& drawn, const Console& console) {
  const std::size_t bytes = drawn.bytes.size();
  const std::string weight =
      bytes < 1000 ? std::to_string(bytes) + " bytes" : grouped(static_cast<double>(bytes) / 1000) + " kB";
  console.write_hint(printable(path) + ": " + (drawn.size.empty() ? "" : drawn.size + ", ") + weight + "\n");
}

/// One picture of --all: a diagram, or one journey of several.
struct Task {
  const DiagramKind* diagram;
  std::string name;
  DiagramOptions options;
};

void add_journeys(const Map& map, const DiagramKind& diagram, const DiagramOptions& options, std::vector<Task>& tasks) {
  for (const Journey& journey : map->journeys) {
    tasks.push_back({&diagram, "journey-" + journey.id, options});
    tasks.back().options.journey = journey.id;
  }
}

/// Of several scenarios: all side by side, and each alone.
void add_what_ifs(const DiagramKind& diagram, const DiagramOptions& options, std::vector<Task>& tasks) {
  const std::string name(diagram.name);
  if (options.what_ifs.empty()) return;
  tasks.push_back({&diagram, name, options});
  for (std::size_t i = 0; options.what_ifs.size() > 1 && i < options.what_ifs.size(); ++i) {
    tasks.push_back({&diagram, name + "-" + std::to_string(i + 1), options});
    tasks.back().options.what_ifs = {options.what_ifs[i]};
  }
}

std::vector<Task> tasks_of(const Map& map, const DrawingOrder& order) {
  std::vector<Task> tasks;
  DiagramOptions options = order.options;
  if (options.what_ifs.size() > 1) options.what_ifs.clear();
  for (const DiagramKind& diagram : all_diagrams()) {
    const bool each_journey = diagram.name == "journey" && !options.journey && map->journeys.size() > 1;
    if (diagram.scenarios == ScenarioUse::needed)
      add_what_ifs(diagram, order.options, tasks);
    else if (each_journey)
      add_journeys(map, diagram, options, tasks);
    else
      tasks.push_back({&diagram, std::string(diagram.name), options});
  }
  return tasks;
}

std::string nearest_id(const Map& map, const std::string& id, std::optional<ElementKind> kind) {
  std::vector<std::string_view> ids;
  for (const ElementRef ref : map.by_id()) {
    if (!kind || ref.kind == *kind) ids.push_back(map.at(ref).id);
  }
  return nearest_hint(id, ids);
}

std::string known_journeys(const Map& map) {
  std::vector<std::string_view> ids;
  for (const Journey& journey : map->journeys) ids.push_back(journey.id);
  return ids.empty() ? "the map has no journeys" : fmt::format("choose from: {}", fmt::join(ids, ", "));
}

}  // namespace

DrawingOrder drawing_order(const Invocation& given, const Console& console) {
  check_what(given);
  DrawingOrder order;
  order.diagram = given.has("--all") ? nullptr : find_diagram(given.text("--diagram"));
  order.output = given.has("--output") ? given.text("--output") : "";
  if (order.output == "-") order.output.clear();
  order.kind = kind_from(given, order.output);
  Look look = open_look(given, console);
  order.theme = std::move(look.theme);
  order.font = std::move(look.font);
  order.scale = given.number("--scale").value_or(1);
  order.options = diagram_options(given);
  const bool binary = order.kind == FileKind::png || order.kind == FileKind::pdf;
  if (order.output.empty() && binary && console.out().terminal) {
    throw UsageError("a " + std::string(name_of(order.kind)) + " is no text for a terminal",
                     "-o FILE, or send it through a pipe");
  }
  return order;
}

void check_ids(const Map& map, const DiagramOptions& options) {
  if (options.journey && map.get<Journey>(*options.journey) == nullptr) {
    const std::string nearest = nearest_id(map, *options.journey, ElementKind::journey);
    throw UsageError("--journey: the map has no journey with the id '" + *options.journey + "'",
                     nearest.empty() ? known_journeys(map) : nearest);
  }
  if (options.focus && !map.find(*options.focus)) {
    throw UsageError("--focus: the map has no element with the id '" + *options.focus + "'",
                     nearest_id(map, *options.focus, std::nullopt));
  }
}

void check_scenarios(const DrawingOrder& order) {
  if (order.diagram == nullptr) return;
  const std::string name(order.diagram->name);
  const std::size_t given = order.options.what_ifs.size();
  if (order.diagram->scenarios == ScenarioUse::needed) {
    if (given == 0)
      throw UsageError("the picture '" + name + "' needs something that is different from today",
                       "name a scenario file after the map, or add --act ID=1, --set FIELD=VALUE or --remove ID");
  } else if (given > 1) {
    throw UsageError("the picture '" + name + "' shows one scenario at a time, not " + std::to_string(given),
                     "name one of them, or draw whatif, which sets several side by side");
  }
}

std::size_t draw_one(const Map& map, const DrawingOrder& order, const Console& console) {
  const Fonts fonts(order.font);
  const Drawn drawn = draw(map, *order.diagram, order.options, order, fonts);
  if (order.output.empty()) {
    write_stream(STDOUT_FILENO, drawn.bytes, "standard output");
  } else {
    replace_file(order.output, drawn.bytes);
    tell(order.output, drawn, console);
  }
  return 1;
}

std::size_t draw_all(const Map& map, const DrawingOrder& order, const Console& console) {
  namespace fs = std::filesystem;
  std::error_code failed;
  fs::create_directories(order.output, failed);
  if (failed) throw FileError("cannot make the folder " + order.output + ": " + failed.message());
  const Fonts fonts(order.font);
  std::size_t count = 0;
  for (const Task& task : tasks_of(map, order)) {
    try {
      const Drawn drawn = draw(map, *task.diagram, task.options, order, fonts);
      const std::string path = (fs::path(order.output) / (task.name + "." + std::string(name_of(order.kind)))).string();
      replace_file(path, drawn.bytes);
      tell(path, drawn, console);
      ++count;
    } catch (const CannotDraw& reason) {
      console.write_message(task.name + ": left out, " + printable(reason.what()) + "\n");
    }
  }
  return count;
}

}  // namespace outmap
