// What `outmap monitor` found, in the forms that people and machines read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/console.hpp"
#include "cli/report_part.hpp"
#include "model/analysis/feedback.hpp"
#include "model/analysis/monitor/report.hpp"

namespace outmap {

struct Monitored {
  MonitorReport report;
  FeedbackReport feedback;
};

/// The parts that `--only` can ask for, in the order in which they are told.
std::vector<std::string_view> monitor_part_names();

/// What stands under one of those names: of "levels" the outcomes, the unwatched and the stages.
ReportParts monitor_parts(const Map& map, const Monitored& found, std::string_view name);

/// What matters, in sentences.
std::vector<std::string> monitor_headline(const Map& map, const Monitored& found);

/// How levels and trends were reckoned.
std::string monitor_reckoning(const MonitorReport& report);

/// Everything for people, as text or (format markdown) as a page; only one part of it where `only` is not empty.
std::string monitor_text(const Map& map, const Monitored& found, const std::string& format, const std::string& only,
                         const Screen& screen);

/// One table as CSV: that of the part `only`, levels where it is empty.
std::string monitor_csv(const Map& map, const Monitored& found, const std::string& only);

/// Everything, with numbers unrounded.
std::string monitor_json(const Monitored& found);

}  // namespace outmap
