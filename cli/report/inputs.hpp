// Everything that a report tells of, found once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/monitor/report.hpp"
#include "cli/open_look.hpp"
#include "model/analysis/clusters/report.hpp"
#include "model/analysis/detailed_gaps.hpp"
#include "model/analysis/findings/findings.hpp"
#include "model/analysis/kano.hpp"
#include "model/analysis/listener.hpp"
#include "model/analysis/portfolio/portfolio.hpp"
#include "model/analysis/steps.hpp"
#include "model/analysis/summary.hpp"
#include "model/analysis/value/value.hpp"
#include "model/analysis/whatif/report.hpp"
#include "render/report/page.hpp"

namespace outmap {

/// What the reader of the page may choose.
struct ReportOptions {
  std::optional<Date> as_of;
  std::optional<Date> since;
  std::optional<double> budget;  // by default usual_budget
  std::uint64_t seed = 1;
  unsigned threads = 0;
  Listener listener = {};  // told how far the clustering of a large map has come
};

struct ReportInputs {
  const Map& map;
  ReportOptions options;
  MapSummary summary;
  std::vector<Step> steps;
  DetailedGaps gaps;
  std::vector<Finding> findings;
  std::vector<KanoRow> kano;
  ClusterReport clusters;
  ValueReport value;
  std::optional<PortfolioReport> plan;  // where the map has initiatives
  Monitored monitored;
  std::vector<WhatIfReport> whatifs;
  std::vector<PagePicture> pictures;
};

/// The analyses of `map`, each as its command makes it with its defaults, beside the pictures in both looks. `whatifs`
/// are taken over.
ReportInputs find_report_inputs(const Map& map, const ReportOptions& options, std::vector<WhatIfReport> whatifs,
                                const PageLook& look);

}  // namespace outmap
