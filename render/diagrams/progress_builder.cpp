#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <utility>

#include "model/text/numbers.hpp"
#include "render/diagrams/chart_dates.hpp"
#include "render/diagrams/chart_words.hpp"
#include "render/diagrams/progress_diagram.hpp"

namespace outmap {
namespace {

const char* name_of(Rung rung) {
  if (rung == Rung::expect) return "Expect to see";
  return rung == Rung::like ? "Like to see" : "Love to see";
}

const char* level_words(int steps) {
  constexpr std::array words{"never read", "low", "medium", "high"};
  return words[static_cast<std::size_t>(steps)];
}

int steps_of(const std::optional<MarkerPoint>& point) { return point ? 1 + static_cast<int>(point->level) : 0; }

MarkerSteps steps_of(const MarkerProgress& marker) {
  MarkerSteps steps;
  steps.id = marker.id;
  steps.name = marker.name.empty() || marker.name == marker.id ? marker.statement : marker.name;
  if (steps.name.empty()) steps.name = marker.id;
  steps.now = steps_of(marker.now);
  steps.move = marker.move;
  const bool compared = marker.move == MarkerMove::up || marker.move == MarkerMove::down;
  steps.before = compared ? steps_of(marker.start) : steps.now;
  if (marker.now) steps.when = month_words(marker.now->date);
  steps.title = fmt::format("{}: {}", marker.statement.empty() ? steps.name : marker.statement, level_words(steps.now));
  if (compared) steps.title += fmt::format(", {} before", level_words(steps.before));
  if (marker.now) steps.title += ", read " + to_words(marker.now->date);
  return steps;
}

LadderPart part_of(const RungProgress& rung) {
  LadderPart part{rung.rung, name_of(rung.rung), "", {}};
  for (const MarkerProgress& marker : rung.markers) part.markers.push_back(steps_of(marker));
  if (part.markers.size() > 1) part.count = fmt::format("{} of {} high", rung.high, part.markers.size());
  return part;
}

PartnerLadder ladder_of(const PartnerProgress& partner) {
  PartnerLadder ladder;
  ladder.partner = partner.partner;
  ladder.name = partner.name;
  ladder.challenge = partner.outcome_challenge;
  ladder.reached = partner.reached;
  ladder.reached_before = partner.reached_before;
  for (std::size_t rung = 0; rung < 3; ++rung) ladder.parts[2 - rung] = part_of(partner.rungs[rung]);
  ladder.title = ladder.name;
  if (partner.reached) ladder.title += fmt::format(": {} of the way", percent_text(*partner.reached));
  if (partner.up > 0) ladder.title += fmt::format(", {} up", partner.up);
  if (partner.down > 0) ladder.title += fmt::format(", {} down", partner.down);
  return ladder;
}

struct Counts {
  std::size_t markers = 0;
  std::size_t up = 0;
  std::size_t down = 0;
  std::size_t read = 0;
};

Counts count(std::span<const PartnerLadder> ladders) {
  Counts counts;
  for (const PartnerLadder& ladder : ladders)
    for (const LadderPart& part : ladder.parts)
      for (const MarkerSteps& marker : part.markers) {
        ++counts.markers;
        counts.up += marker.move == MarkerMove::up ? 1 : 0;
        counts.down += marker.move == MarkerMove::down ? 1 : 0;
        counts.read += marker.now > 0 ? 1 : 0;
      }
  return counts;
}

/// "; most at Pharmacy: 3 of 4", where one partner is ahead of all others. A partner is compared by what it moved,
/// never by where it stands: markers are each partner's own.
std::string who_moved_most(const ProgressDiagram& diagram) {
  const PartnerLadder* first = nullptr;
  std::size_t most = 0, second = 0;
  for (const PartnerLadder& ladder : diagram.ladders) {
    const std::size_t up = count({&ladder, 1}).up;
    if (up > most)
      second = std::exchange(most, up), first = &ladder;
    else
      second = std::max(second, up);
  }
  if (first == nullptr || most == second || diagram.ladders.size() < 2) return {};
  return fmt::format("; most at {}: {} of {}", first->name, most, count({first, 1}).markers);
}

std::string since_words(const std::optional<Date>& since) {
  return since ? "since " + to_words(*since) : "since their first reading";
}

bool fell(const PartnerLadder& ladder) {
  return std::ranges::any_of(ladder.parts, [](const LadderPart& part) {
    return std::ranges::count(part.markers, MarkerMove::down, &MarkerSteps::move) > 0;
  });
}

void find(const MonitorReport& report, ProgressDiagram& diagram) {
  auto& finding = diagram.words.finding;
  const Counts counts = count(diagram.ladders);
  diagram.words.bar = counts.read == 0 ? Tone::accent : counts.up >= counts.down ? Tone::gain : Tone::loss;
  if (counts.read == 0) {
    finding.push_back({"No marker has been read yet", Tone::accent});
    finding.push_back({fmt::format(": {} {} to begin with", counts.markers, counts.markers == 1 ? "marker" : "markers"),
                       Tone::plain});
    return;
  }
  const std::string of = counts.read == counts.markers
                             ? fmt::format("{} markers", counts.markers)
                             : fmt::format("the {} markers read so far ({} in all)", counts.read, counts.markers);
  finding.push_back({fmt::format("{} of {} moved up {}", counts.up, of, since_words(report.since)),
                     counts.up > 0 ? Tone::gain : Tone::plain});
  if (counts.down > 0) finding.push_back({fmt::format(", {} down", counts.down), Tone::loss});
  if (std::string most = who_moved_most(diagram); !most.empty()) finding.push_back({std::move(most), Tone::plain});
}

std::string note_of(const Map& map, const MonitorReport& report) {
  const Ids& without = report.partners_without_markers;
  if (without.empty()) return "Reached = mean over markers: low 1/3, medium 2/3, high 1";
  return fmt::format("Without markers: {}", first_names(map, without));
}

}  // namespace

ProgressDiagram build_progress(const Map& map, const DiagramOptions& options) {
  MonitorOptions monitor;
  monitor.as_of = options.as_of;
  monitor.since = options.since;
  const MonitorReport report = monitor_map(map, monitor);
  ProgressDiagram diagram;
  for (const PartnerProgress& partner : report.partners)
    if (!options.focus || partner.partner == *options.focus) diagram.ladders.push_back(ladder_of(partner));
  if (options.focus && diagram.ladders.empty())
    throw CannotDraw("'" + *options.focus + "' has no progress markers: put the focus on a partner that has");
  std::ranges::stable_sort(diagram.ladders, [](const PartnerLadder& a, const PartnerLadder& b) {
    return a.reached.value_or(-1) > b.reached.value_or(-1);
  });
  std::stable_partition(diagram.ladders.begin(), diagram.ladders.end(), fell);
  ChartWords& words = diagram.words;
  words.title = map->title + ": what our partners do differently";
  words.question = "How far has each partner come from what we expect to what we would love to see, and what moved?";
  words.source = map->title + " · progress markers";
  if (report.as_of) words.source += " · " + to_words(*report.as_of);
  diagram.nothing = {
      "No progress markers yet",
      "Write down for each partner what you expect, would like and would love to see them do, and note from "
      "time to time how far they have come: low, medium or high."};
  if (diagram.ladders.empty()) return diagram;
  words.note = note_of(map, report);
  const Counts counts = count(diagram.ladders);
  diagram.compared = counts.up + counts.down > 0;
  find(report, diagram);
  return diagram;
}

}  // namespace outmap
