#include <string>

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/draw.hpp"
#include "cli/invocation.hpp"
#include "cli/open_look.hpp"
#include "cli/open_map.hpp"
#include "cli/scenarios/follow.hpp"
#include "cli/scenarios/open.hpp"
#include "render/diagram.hpp"
#include "render/theme/theme.hpp"

namespace outmap {
namespace {

std::vector<std::string_view> diagram_names() {
  std::vector<std::string_view> names;
  for (const DiagramKind& diagram : all_diagrams()) names.push_back(diagram.name);
  return names;
}

std::vector<std::string_view> theme_names() {
  std::vector<std::string_view> names;
  for (const Theme* theme : all_themes()) names.push_back(theme->name);
  return names;
}

int run_render(const Invocation& given, Console& console) {
  DrawingOrder order = drawing_order(given, console);
  const LoadedMap loaded = open_map(given.arguments().front(), console);
  check_ids(*loaded.map, order.options);
  WhatIfOptions follow = what_if_options(given);
  follow.only_levels = true;
  if (order.diagram != nullptr && !order.diagram->tells_runs) follow.runs = 0;
  const std::vector<WhatIfReport> what_ifs =
      follow_scenarios(*loaded.map, open_scenarios(given, *loaded.map, console), follow, console);
  for (const WhatIfReport& what_if : what_ifs) order.options.what_ifs.push_back(&what_if);
  check_scenarios(order);
  const std::size_t drawn =
      given.has("--all") ? draw_all(*loaded.map, order, console) : draw_one(*loaded.map, order, console);
  return drawn > 0 ? 0 : 2;
}

std::vector<Option> output_options() {
  return {
      {.name = "--diagram",
       .letter = 'd',
       .value = "NAME",
       .help = "which picture",
       .type = ValueType::choice,
       .choices = diagram_names()},
      {.name = "--all", .letter = 'a', .help = "every picture, each to a file of its own in the folder given by -o"},
      {.name = "--output",
       .letter = 'o',
       .value = "FILE",
       .help = "the file, its kind told by the ending: .svg, .png, .pdf or .dot; with --all a folder, which is made",
       .type = ValueType::file},
      {.name = "--type",
       .letter = 'T',
       .value = "KIND",
       .help = "the kind, whatever the ending; without -o the picture goes to stdout",
       .type = ValueType::choice,
       .choices = {"svg", "png", "pdf", "dot"}},
      {.name = "--theme",
       .value = "NAME",
       .help = "colours",
       .type = ValueType::choice,
       .choices = theme_names(),
       .default_text = theme_names().front()},
      brand_option()};
}

std::vector<Option> size_options() {
  return {{.name = "--scale",
           .value = "N",
           .help = "enlarge the picture; a PNG has that many pixels for one",
           .type = ValueType::number,
           .default_text = "1",
           .min = 0.1,
           .max = 10},
          {.name = "--page",
           .value = "SIZE",
           .help = "what the picture is made for",
           .type = ValueType::choice,
           .choices = {"slide", "a4", "a4-portrait"},
           .default_text = "slide"}};
}

std::vector<Option> content_options() {
  return {{.name = "--journey",
           .value = "ID",
           .help = "the journey to draw (default: the first; with --all: each)",
           .type = ValueType::id},
          {.name = "--focus", .value = "ID", .help = "draw only what is tied to this element", .type = ValueType::id},
          {.name = "--hops",
           .value = "N",
           .help = "how many ties away from the focus still belong",
           .type = ValueType::integer,
           .default_text = "1",
           .min = 0,
           .max = 100},
          {.name = "--cluster",
           .value = "N",
           .help = "relations: open this cluster, by its number in outmap cluster",
           .type = ValueType::integer,
           .min = 1,
           .max = 100000},
          {.name = "--top",
           .value = "N",
           .help = "draw only this many of the most important (default: what fits)",
           .type = ValueType::integer,
           .min = 1,
           .max = 100000},
          {.name = "--since",
           .value = "DATE",
           .help = "progress, trend: what moved since this day (default: since each first reading)",
           .type = ValueType::date},
          {.name = "--budget",
           .value = "AMOUNT",
           .help = "portfolio: what may be spent, in the money of the map (default: half of what everything costs)",
           .type = ValueType::number,
           .min = 0},
          {.name = "--everything", .help = "draw all there is, however crowded"}};
}

std::vector<Option> render_options() {
  std::vector<Option> options = output_options();
  for (Option& option : size_options()) options.push_back(std::move(option));
  for (Option& option : content_options()) options.push_back(std::move(option));
  for (Option& option : scenario_options()) options.push_back(std::move(option));
  options.push_back(runs_option());
  return options;
}

}  // namespace

Command render_command() {
  return {
      .name = "render",
      .summary = "draw a picture of a map as SVG, PNG, PDF or DOT",
      .question = "How do I show this to somebody?",
      .about = "A file that exists is replaced whole or not at all. The same map and options give the same bytes.",
      .arguments = {map_argument(), scenario_argument()},
      .options = render_options(),
      .examples = {{"outmap render map.yaml --diagram journey -o journey.svg", "the first journey"},
                   {"outmap render map.yaml --all -o pictures --theme dark", "every picture, for a dark slide"},
                   {"outmap render map.yaml --diagram gaps --brand brand.yaml -o gaps.svg",
                    "in the firm's own colours"},
                   {"outmap render map.yaml --diagram outcomes --focus book-is-there --hops 2 -o focus.png --scale 2",
                    "what leads to one outcome, in twice the pixels"},
                   {"outmap render map.yaml plan.yaml --diagram whatif -o whatif.svg", "what comes of a scenario"},
                   {"outmap render map.yaml --diagram relations -T dot | dot -Tsvg > own.svg",
                    "the graph, for a layout of one's own"}},
      .reads_map = true,
      .writes_result = false,
      .run = run_render};
}

}  // namespace outmap
