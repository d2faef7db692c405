#include <algorithm>
#include <map>
#include <set>

#include "render/diagrams/trend_diagram.hpp"
#include "render/diagrams/trend_words.hpp"

namespace outmap {
namespace {

/// What an event speaks of: its own element, those who took part, and the outcomes that these say they close.
struct Happening {
  TrendEvent event;
  std::set<Id> about;
};

class Happenings {
 public:
  Happenings(const Map& map, const MonitorReport& report) : map_(map) {
    for (const InitiativeResult& result : report.results)
      for (const AimedOutcome& aimed : result.outcomes)
        if (aimed.stated) aims_[result.initiative].push_back(aimed.outcome);
    for (const JournalEntry& entry : report.journals) add(entry);
    for (const HarvestProgress& harvest : report.harvest) add(harvest);
    std::ranges::stable_sort(all_, [](const Happening& a, const Happening& b) { return a.event.date < b.event.date; });
  }

  const std::vector<Happening>& all() const { return all_; }

 private:
  void add(const JournalEntry& entry) {
    Happening made{trend_words::event_of(map_, entry), {}};
    add_about(entry.of, made.about);
    for (const Id& one : entry.contributors) add_about(one, made.about);
    all_.push_back(std::move(made));
  }

  void add(const HarvestProgress& harvest) {
    if (!harvest.date) return;
    Happening made{trend_words::event_of(map_, harvest), {}};
    for (const Id& one : harvest.initiatives) add_about(one, made.about);
    all_.push_back(std::move(made));
  }

  void add_about(const Id& id, std::set<Id>& about) const {
    about.insert(id);
    const auto found = aims_.find(id);
    if (found != aims_.end()) about.insert(found->second.begin(), found->second.end());
  }

  const Map& map_;
  std::map<Id, Ids> aims_;
  std::vector<Happening> all_;
};

bool is_asked_for(const LevelSeries& series, const DiagramOptions& options) {
  return !options.focus || series.of == *options.focus || series.journey == *options.focus;
}

void find_days(TrendDiagram& diagram) {
  bool any = false;
  for (const TrendPanel& panel : diagram.panels)
    for (const LevelPoint& point : panel.points) {
      diagram.first = any ? std::min(diagram.first, point.date) : point.date;
      diagram.last = any ? std::max(diagram.last, point.date) : point.date;
      any = true;
    }
}

void add_events(const Map& map, const MonitorReport& report, TrendDiagram& diagram) {
  const Happenings happenings(map, report);
  for (const Happening& happening : happenings.all()) {
    if (happening.event.date < diagram.first || happening.event.date > diagram.last) continue;
    for (TrendPanel& panel : diagram.panels)
      if (happening.about.contains(panel.of)) panel.events.push_back(diagram.events.size());
    diagram.events.push_back(happening.event);
  }
}

}  // namespace

void number_events(TrendDiagram& diagram, std::size_t shown) {
  std::set<std::size_t> told;
  for (std::size_t panel = 0; panel < shown; ++panel)
    told.insert(diagram.panels[panel].events.begin(), diagram.panels[panel].events.end());
  std::size_t number = 0;
  for (const std::size_t event : told) diagram.events[event].number = std::to_string(++number);
}

TrendDiagram build_trend(const Map& map, const DiagramOptions& options) {
  MonitorOptions monitor;
  monitor.as_of = options.as_of;
  monitor.since = options.since;
  const MonitorReport report = monitor_map(map, monitor);
  TrendDiagram diagram;
  for (const auto* series : {&report.outcomes, &report.stages})
    for (const LevelSeries& each : *series)
      if (is_asked_for(each, options)) diagram.panels.push_back(trend_words::panel_of(each, options.since));
  if (options.focus && diagram.panels.empty())
    throw CannotDraw("'" + *options.focus +
                     "' has no readings: put the focus on an outcome, stage or journey that has");
  find_days(diagram);
  add_events(map, report, diagram);
  trend_words::tell(map, report, diagram);
  return diagram;
}

}  // namespace outmap
