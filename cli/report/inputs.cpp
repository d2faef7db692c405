#include "cli/report/inputs.hpp"

#include <future>

#include "cli/report/pictures.hpp"
#include "model/analysis/clusters/clusters.hpp"
#include "model/analysis/monitor/monitor.hpp"
#include "render/diagrams/portfolio.hpp"
#include "render/text/measure.hpp"

namespace outmap {
namespace {

DetailedGaps gaps_of(const Map& map, const ReportOptions& options) {
  DetailedGapOptions gaps;
  gaps.as_of = options.as_of;
  gaps.seed = options.seed;
  gaps.threads = options.threads;
  return find_detailed_gaps(map, gaps);
}

ClusterReport clusters_of(const Map& map, const ReportOptions& options) {
  ClusterOptions clusters;
  clusters.as_of = options.as_of;
  clusters.seed = options.seed;
  clusters.threads = options.threads;
  clusters.listener = options.listener;
  return find_clusters(map, clusters);
}

std::optional<PortfolioReport> plan_of(const Map& map, const ReportOptions& options) {
  if (map->initiatives.empty()) return std::nullopt;
  return find_portfolio(map, {.budget = options.budget.value_or(usual_budget(map)), .as_of = options.as_of});
}

Monitored monitored_of(const Map& map, const ReportOptions& options) {
  MonitorOptions monitor;
  monitor.as_of = options.as_of;
  monitor.since = options.since;
  return {monitor_map(map, monitor), find_feedback(map, {.as_of = options.as_of, .since = options.since})};
}

ValueReport value_of(const Map& map, const ReportOptions& options) {
  ValueOptions value;
  value.as_of = options.as_of;
  return find_value(map, value);
}

std::vector<Finding> findings_of(const Map& map, const ReportOptions& options) {
  FindingOptions findings;
  findings.as_of = options.as_of;
  return find_structural_gaps(map, findings);
}

}  // namespace

ReportInputs find_report_inputs(const Map& map, const ReportOptions& options, std::vector<WhatIfReport> whatifs,
                                const PageLook& look) {
  // The first word that is measured loads what measures: once, before two threads draw.
  Fonts(look.light.font).width_px("M", type_size::body_px);
  // Both themes draw the same picture, and nothing of the one needs the other.
  auto dark = std::async(std::launch::async, [&] { return draw_pictures(map, options, whatifs, look.dark); });
  std::vector<DrawnPicture> light = draw_pictures(map, options, whatifs, look.light);
  ReportInputs inputs{map,
                      options,
                      summarise(map, options.as_of),
                      find_steps(map, options.as_of),
                      gaps_of(map, options),
                      findings_of(map, options),
                      find_kano(map),
                      clusters_of(map, options),
                      value_of(map, options),
                      plan_of(map, options),
                      monitored_of(map, options),
                      {},
                      {}};
  inputs.pictures = paired(std::move(light), dark.get());
  inputs.whatifs = std::move(whatifs);  // now that nobody draws them
  return inputs;
}

}  // namespace outmap
