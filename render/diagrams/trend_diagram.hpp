// What the picture of trends shows and why: series, events, words; no colours, no coordinates.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/analysis/monitor/monitor.hpp"
#include "render/diagram.hpp"
#include "render/diagrams/chart_words.hpp"

namespace outmap {

/// Something that happened on a day.
struct TrendEvent {
  Date date;
  std::string number;  // "1", by date; empty: nothing that is drawn speaks of it
  Id of;
  std::string kind;   // "journal", "harvest"
  std::string text;   // "12 Mar 2026: Consent form cut to one page"
  std::string title;  // the whole of it
};

/// The readings of one outcome, or of one part of a stage.
struct TrendPanel {
  std::string key;  // unique: "booked-fast", "s-book.emotion"
  Id of;
  std::string kind;  // "outcome", "stage"
  std::string name;
  std::string verdict;  // "improved by 1.4 since March 2025"
  Tone tone = Tone::plain;
  bool rising = true;  // the level went up
  bool moved = false;  // beyond noise
  std::vector<LevelPoint> points;
  std::optional<LevelPoint> line_from;  // of the trend
  std::optional<LevelPoint> line_to;
  std::optional<double> target;
  std::string now_words;     // "4.5"
  std::string target_words;  // "8 min"
  Scale scale;
  std::optional<Date> start;        // the reading that the verdict compares with
  std::vector<std::size_t> events;  // places in TrendDiagram::events
  std::string title;                // in words
};

struct TrendDiagram {
  ChartWords words;
  NothingYet nothing;
  std::vector<TrendPanel> panels;  // worsened, improved, the others; outcomes before stages
  std::vector<TrendEvent> events;  // by date
  Date first;                      // of all readings that are drawn
  Date last;
};

/// Numbers the events of the first `shown` panels by date; the others have none.
void number_events(TrendDiagram& diagram, std::size_t shown);

TrendDiagram build_trend(const Map& map, const DiagramOptions& options);

}  // namespace outmap
