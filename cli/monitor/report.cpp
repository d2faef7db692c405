#include "cli/monitor/report.hpp"

#include <algorithm>
#include <array>

#include "cli/display_text.hpp"
#include "cli/monitor/parts.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

struct PartKind {
  std::string_view name;
  MonitorParts (*parts)(const Map&, const Monitored&);
  Listing (*rows)(const Monitored&);
};

constexpr std::array<PartKind, 8> part_kinds{{
    {"levels", [](const Map& map, const Monitored& found) { return level_parts(map, found.report); },
     [](const Monitored& found) { return level_rows(found.report); }},
    {"partners", [](const Map& map, const Monitored& found) { return partner_parts(map, found.report); },
     [](const Monitored& found) { return marker_rows(found.report); }},
    {"initiatives", [](const Map& map, const Monitored& found) { return initiative_parts(map, found.report); },
     [](const Monitored& found) { return initiative_rows(found.report); }},
    {"harvest", [](const Map& map, const Monitored& found) { return harvest_parts(map, found.report); },
     [](const Monitored& found) { return harvest_rows(found.report); }},
    {"journals", [](const Map& map, const Monitored& found) { return journal_parts(map, found.report); },
     [](const Monitored& found) { return journal_rows(found.report); }},
    {"feedback", [](const Map& map, const Monitored& found) { return feedback_parts(map, found.feedback); },
     [](const Monitored& found) { return feedback_rows(found.feedback); }},
    {"evidence", [](const Map& map, const Monitored& found) { return evidence_parts(map, found.report); },
     [](const Monitored& found) { return evidence_rows(found.report); }},
    {"plan", [](const Map& map, const Monitored& found) { return plan_parts(map, found.report); },
     [](const Monitored& found) { return plan_rows(found.report); }},
}};

std::string part_text(const MonitorPart& part, const Screen& screen) {
  std::string text = heading(part.heading, screen);
  for (const std::string& words : part.words) text += paragraph(words, screen);
  if (part.listing) text += listing_text(*part.listing, screen);
  for (const std::string& line : part.bullets) text += bullet(line, screen);
  if (!part.note.empty()) text += paragraph(part.note, screen, Ink::faint);
  return text;
}

std::string part_markdown(const MonitorPart& part) {
  std::string text = "\n## " + part.heading + "\n";
  for (const std::string& words : part.words) text += "\n" + words + "\n";
  if (part.listing) text += "\n" + listing_markdown(*part.listing);
  if (!part.bullets.empty()) text += "\n";
  for (const std::string& line : part.bullets) text += "- " + line + "\n";
  if (!part.note.empty()) text += "\n" + part.note + "\n";
  return text;
}

std::string headline(const Map& map, const Monitored& found, const std::string& format, const Screen& screen) {
  std::string text;
  if (format == "markdown") text = "# " + printable(map->title) + ": did it work?\n";
  bool first = true;
  for (const std::string& words : monitor_headline(map, found)) {
    text += format == "markdown" ? "\n" + words + "\n" : paragraph(words, screen, first ? Ink::strong : Ink::plain);
    first = false;
  }
  return text;
}

}  // namespace

std::string monitor_reckoning(const MonitorReport& report) {
  std::string text =
      "A level moved when the change between two readings is larger than what their scatter around the trend explains "
      "in nine of ten cases, than 1 % of its scale, and than one step in which it is read. Trend: median of all slopes "
      "(Theil–Sen), with its " +
      percent_text(report.confidence) +
      " interval; 'unsure' where that interval holds 0, or the readings are too few for one. Outcomes stand beside "
      "initiatives; nothing here says that one caused the other.";
  if (report.as_of) text += " As of " + to_words(*report.as_of) + ".";
  if (report.later_readings > 0)
    text += " " + counted_of(report.later_readings, "later reading does", "later readings do") + " not count.";
  return text;
}

std::vector<std::string_view> monitor_part_names() {
  std::vector<std::string_view> names;
  for (const PartKind& kind : part_kinds) names.push_back(kind.name);
  return names;
}

ReportParts monitor_parts(const Map& map, const Monitored& found, std::string_view name) {
  const auto kind = std::ranges::find(part_kinds, name, &PartKind::name);
  return kind == part_kinds.end() ? ReportParts{} : kind->parts(map, found);
}

std::string monitor_text(const Map& map, const Monitored& found, const std::string& format, const std::string& only,
                         const Screen& screen) {
  std::string text = only.empty() ? headline(map, found, format, screen) : "";
  for (const PartKind& kind : part_kinds) {
    if (!only.empty() && only != kind.name) continue;
    for (const MonitorPart& part : kind.parts(map, found)) {
      text += format == "markdown" ? part_markdown(part) : part_text(part, screen);
    }
  }
  if (!only.empty()) return text.empty() ? "The map says nothing about that.\n" : text.substr(1);
  if (found.report.outcomes.empty() && found.report.stages.empty()) return text;
  return text + (format == "markdown" ? "\n" + monitor_reckoning(found.report) + "\n"
                                      : "\n" + paragraph(monitor_reckoning(found.report), screen, Ink::faint));
}

std::string monitor_csv(const Map&, const Monitored& found, const std::string& only) {
  for (const PartKind& kind : part_kinds) {
    if (only == kind.name) return listing_csv(kind.rows(found));
  }
  return listing_csv(level_rows(found.report));
}

}  // namespace outmap
