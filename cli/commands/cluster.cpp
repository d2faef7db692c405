#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "cli/cluster/report.hpp"
#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/invocation.hpp"
#include "cli/open_map.hpp"
#include "cli/progress.hpp"
#include "cli/scenarios/maps.hpp"
#include "cli/whatif/again_json.hpp"
#include "cli/whatif/again_text.hpp"
#include "cli/write_file.hpp"
#include "model/analysis/clusters/clusters.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

/// "region=2" as a weight; throws UsageError for anything else.
TraitWeight weight_from(const std::string& text) {
  const std::size_t sign = text.rfind('=');
  const auto number = sign == std::string::npos ? std::nullopt : parse_number(text.substr(sign + 1));
  if (!number || *number < 0 || sign == 0) {
    throw UsageError("--weight '" + text + "' does not say how much an attribute counts",
                     "write NAME=N with N 0 or more, such as --weight region=2; 0 leaves the attribute out");
  }
  return {text.substr(0, sign), *number};
}

NetworkOptions network_from(const Invocation& given) {
  NetworkOptions network;
  for (const TieSource from : {TieSource::relations, TieSource::attributes, TieSource::both}) {
    if (given.text("--from") == to_text(from)) network.from = from;
  }
  network.neighbours.count = static_cast<std::size_t>(*given.integer("--neighbours"));
  network.neighbours.above = *given.number("--threshold");
  if (given.text("--search") == "exact") network.neighbours.search = NeighbourSearch::exact;
  if (given.text("--search") == "approximate") network.neighbours.search = NeighbourSearch::approximate;
  if (given.has("--mutual")) network.rule = NeighbourRule::both;
  network.similarity.plain = given.has("--plain");
  network.similarity.profiles.rare_counts_more = given.has("--rare");
  for (const std::string& weight : given.texts("--weight")) {
    network.similarity.profiles.weights.push_back(weight_from(weight));
  }
  return network;
}

/// "region,age" as names; spaces around them do not count.
std::vector<std::string> names_from(const std::string& text) {
  std::vector<std::string> names;
  std::size_t begin = 0;
  while (begin <= text.size() && !text.empty()) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    const std::size_t first = std::min(text.find_first_not_of(' ', begin), end);
    const std::size_t last = text.find_last_not_of(' ', end - 1);
    if (first < end) names.push_back(text.substr(first, last - first + 1));
    begin = end + 1;
  }
  return names;
}

/// What does not go together, in the words of what was typed.
void refuse_mixture(const ClusterOptions& options) {
  if (options.method != ClusterMethod::leiden && options.objective == PartitionObjective::cpm) {
    throw UsageError("--objective cpm goes with --method leiden only");
  }
  if (options.method == ClusterMethod::linkage && options.network.from == TieSource::relations) {
    throw UsageError("--method linkage looks at likeness and knows no relations", "leave --from relations out");
  }
  if (options.method == ClusterMethod::linkage && options.resolution) {
    throw UsageError("--method linkage takes no --resolution: it cuts where silhouettes are best");
  }
}

ClusterOptions cluster_options_from(const Invocation& given) {
  ClusterOptions options;
  for (const ClusterMethod method : {ClusterMethod::leiden, ClusterMethod::girvan_newman, ClusterMethod::linkage}) {
    if (given.text("--method") == to_text(method)) options.method = method;
  }
  options.network = network_from(given);
  if (given.text("--objective") == to_text(PartitionObjective::cpm)) options.objective = PartitionObjective::cpm;
  options.resolution = given.number("--resolution");
  options.as_of = given.date("--as-of");
  options.segments = names_from(given.text("--segments"));
  options.seed = given.seed();
  options.threads = given.threads();
  refuse_mixture(options);
  return options;
}

std::string report_as(const std::string& format, const Map& map, const ClusterReport& report, const Screen& screen) {
  if (format == "json") return clusters_json(report);
  if (format == "table") return clusters_text(map, report, screen);
  return clusters_listing(map, report, format, screen);
}

/// Throws UsageError where the map is too large for the method, or lacks what was asked for.
ClusterReport clusters_of(const Map& map, ClusterOptions options, const Console& console) {
  Progress progress(console);
  options.listener = [&](std::string_view what, std::size_t done, std::size_t of) { progress.tell(what, done, of); };
  try {
    return find_clusters(map, options);
  } catch (const std::length_error& error) {
    throw UsageError(error.what());
  } catch (const std::invalid_argument& error) {
    throw UsageError(error.what());
  }
}

std::string changes_text(const ClusterChanges& changes, const Names& names, const Screen& screen) {
  const std::string lines = cluster_change_lines(changes, names, screen);
  return lines.empty() ? paragraph("Everybody stays with the same people.", screen) : lines;
}

std::string scenarios_result(const Map& today, const ClusterReport& before, const std::vector<ScenarioMap>& scenarios,
                             const std::vector<ClusterReport>& reports, const Invocation& given, const Screen& screen) {
  std::vector<ScenarioDocument> documents;
  std::vector<Listing> tables = {clusters_for_programs(today, before)};
  std::string text;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const Map& map = scenarios[i].map();
    const ClusterChanges changes = cluster_changes(before, reports[i]);
    if (given.format() == "json") {
      documents.push_back({&scenarios[i], clusters_document(reports[i]), cluster_changes_json(changes)});
    } else if (given.format() == "csv") {
      tables.push_back(clusters_for_programs(map, reports[i]));
    } else {
      const bool markdown = given.format() == "markdown";
      text += (text.empty() ? "" : "\n") + scenario_heading(scenarios[i], given, screen);
      text += markdown ? "\n" + listing_markdown(clusters_listing(changes))
                       : changes_text(changes, Names(today, map), screen);
      text += "\n" + report_as(given.format(), map, reports[i], screen);
    }
  }
  if (given.format() == "json") return scenario_documents(clusters_document(before), std::move(documents));
  return given.format() == "csv" ? listing_csv(side_by_side(std::move(tables), scenarios)) : text;
}

int run_cluster(const Invocation& given, Console& console) {
  const ClusterOptions options = cluster_options_from(given);
  const std::string& path = given.arguments().front();
  const LoadedMap loaded = open_map(path, console);
  const std::vector<ScenarioMap> scenarios = scenario_maps(given, *loaded.map, console);
  if (scenarios.size() > 1 && given.has("--assignment"))
    throw UsageError("--assignment writes the clusters of one scenario", "name one of them");
  const ClusterReport today = clusters_of(*loaded.map, options, console);
  std::vector<ClusterReport> reports;
  for (const ScenarioMap& one : scenarios) reports.push_back(clusters_of(one.map(), options, console));
  const ClusterReport& assigned = reports.empty() ? today : reports.front();
  if (given.has("--assignment")) replace_file(given.text("--assignment"), assignment_csv(assigned));
  console.write_result(scenarios.empty()
                           ? report_as(given.format(), *loaded.map, today, console.out())
                           : scenarios_result(*loaded.map, today, scenarios, reports, given, console.out()));
  if (scenarios.empty() && given.format() == "table" && !today.clusters.empty()) {
    console.suggest("outmap render " + shell_word(path) + " --diagram relations -o relations.svg");
  }
  return 0;
}

std::vector<Option> network_options() {
  return {{.name = "--from",
           .value = "WHAT",
           .help = "where ties come from: what the map declares, likeness, or both",
           .type = ValueType::choice,
           .choices = {"relations", "attributes", "both"},
           .default_text = "both"},
          {.name = "--neighbours",
           .value = "N",
           .help = "tie each to this many of those most like it",
           .type = ValueType::integer,
           .default_text = "8",
           .min = 1,
           .max = 1000},
          {.name = "--threshold",
           .value = "S",
           .help = "only to those more alike than this, 0-1",
           .type = ValueType::number,
           .default_text = "0.5",
           .min = 0,
           .max = 1},
          {.name = "--mutual", .help = "only where each is among the other's most alike"},
          {.name = "--weight",
           .value = "NAME=N",
           .help = "how much an attribute, needs or tags count in likeness; 0 leaves it out; may be repeated",
           .type = ValueType::text,
           .repeats = true},
          {.name = "--rare", .help = "sharing what is rare counts more"},
          {.name = "--plain", .help = "Gower's likeness as published: one equal attribute alone makes twins"},
          {.name = "--search",
           .value = "HOW",
           .help = "find the most alike by looking at all pairs, or approximately; auto by the number of elements",
           .type = ValueType::choice,
           .choices = {"auto", "exact", "approximate"},
           .default_text = "auto"}};
}

std::vector<Option> cluster_options() {
  std::vector<Option> options = network_options();
  options.push_back(
      {.name = "--method",
       .value = "HOW",
       .help = "how clusters are found: leiden for any size, girvan-newman for small maps, linkage by likeness alone",
       .type = ValueType::choice,
       .choices = {"leiden", "girvan-newman", "linkage"},
       .default_text = "leiden"});
  options.push_back({.name = "--objective",
                     .value = "WHAT",
                     .help = "what a good division is: more ties inside than by chance, or more than a fixed density",
                     .type = ValueType::choice,
                     .choices = {"modularity", "cpm"},
                     .default_text = "modularity"});
  options.push_back({.name = "--resolution",
                     .value = "G",
                     .help = "higher gives more and smaller clusters (default: 1; for cpm the density of the whole)",
                     .type = ValueType::number,
                     .min = 0});
  options.push_back({.name = "--segments",
                     .value = "NAMES",
                     .help = "set groups by these attributes, parted by commas, against the clusters",
                     .type = ValueType::text});
  options.push_back({.name = "--assignment",
                     .value = "FILE",
                     .help = "also write id,cluster of every customer and partner to FILE",
                     .type = ValueType::file});
  for (Option& option : scenario_options()) options.push_back(std::move(option));
  return options;
}

}  // namespace

Command cluster_command() {
  return {
      .name = "cluster",
      .summary = "find who belongs together, say why, and rank the clusters",
      .question =
          "Which customers and partners belong together, what holds them together, and which group needs "
          "attention first?",
      .about =
          "Customers and partners are tied by the relations that the map declares and by likeness. Clusters are "
          "groups that are tied more closely inside than chance would have it (Leiden algorithm). Each is "
          "described by what sets it apart, its centre and its bridges, and scored from 0 to 100 by unmet need, "
          "collaboration and value; their mean gives the order. With scenarios the same of the map that each leaves, "
          "and "
          "who is with whom no longer.",
      .arguments = {map_argument(), scenario_argument()},
      .options = cluster_options(),
      .formats = table_formats(),
      .examples = {{"outmap cluster map.yaml", "the clusters, the one that needs attention first on top"},
                   {"outmap cluster map.yaml --from relations --resolution 1.5",
                    "from declared relations alone, in smaller clusters"},
                   {"outmap cluster map.yaml --remove tutors", "who would belong together if a partner left"},
                   {"outmap cluster map.yaml --segments region,age", "does who people are tell with whom they belong?"},
                   {"outmap cluster map.yaml --weight churned=0 --assignment clusters.csv -q",
                    "leave an attribute out of the comparison, and write who is in which cluster"}},
      .reads_map = true,
      .run = run_cluster};
}

}  // namespace outmap
