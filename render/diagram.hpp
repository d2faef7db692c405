// The pictures that can be drawn, as a table, and what each is given.
#pragma once

#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "model/analysis/gaps.hpp"
#include "model/map/map.hpp"
#include "render/scene.hpp"
#include "render/text/measure.hpp"
#include "render/theme/theme.hpp"

namespace outmap {

struct WhatIfReport;

enum class Page { slide, a4_landscape, a4_portrait };

/// What to show. Ids are those of the map; a diagram ignores what does not concern it.
struct DiagramOptions {
  std::optional<Id> journey;  // which journey; the first one by default
  std::optional<Id> focus;    // an element: only what lies within `hops` of it
  int hops = 1;
  std::optional<int> top;  // only this many of the most important
  std::optional<int>
      cluster;                // its number from 1, as outmap cluster ranks them: only its members and who is next to it
  bool everything = false;    // draw all, however crowded
  Page page = Page::slide;    // 1600 x 900 px, or A4
  std::optional<Date> as_of;
  std::optional<Date> since;     // progress and trend: what moved since this day; by default since each first reading
  std::optional<double> budget;  // portfolio: what may be spent; by default half of what everything costs
  std::vector<const WhatIfReport*> what_ifs{};  // scenarios followed through the map; none: today alone
};

/// What a layout needs to know of the looks.
struct Style {
  const Theme& theme;
  const Fonts& fonts;
};

/// A picture as a graph of what it shows and why: roles and words, no colours, no coordinates. DOT is written from it.
struct GraphNode {
  std::string id;
  std::string kind;  // "customer"
  std::string label;
  std::string group;  // id of its group; empty: none
};
struct GraphEdge {
  std::string from;
  std::string to;
  std::string role;  // "common-goal", "influence", "next"
  std::string label;
  double weight = 1;
  bool directed = true;
};
struct GraphGroup {
  std::string id;
  std::string label;
};
struct DiagramGraph {
  std::string title;
  bool left_to_right = false;
  std::vector<GraphGroup> groups;
  std::vector<GraphNode> nodes;
  std::vector<GraphEdge> edges;
};

/// What scenarios are to a diagram: it draws the map that one of them makes; it sets one beside today; it shows nothing
/// without them.
enum class ScenarioUse { changed_map, beside_today, needed };

/// One row per diagram. Both functions throw CannotDraw, with what to do about it, where the options name what the map
/// lacks.
struct DiagramKind {
  std::string_view name;      // "journey"
  std::string_view question;  // what it answers
  Scene (*draw)(const Map& map, const DiagramOptions& options, const Style& style);
  DiagramGraph (*graph)(const Map& map, const DiagramOptions& options);
  ScenarioUse scenarios = ScenarioUse::changed_map;
  bool tells_runs = false;  // shows how sure a what-if is, by its runs with drawn weights
};

std::span<const DiagramKind> all_diagrams();
const DiagramKind* find_diagram(std::string_view name);

class CannotDraw : public std::runtime_error {
 public:
  explicit CannotDraw(const std::string& what_to_do) : std::runtime_error(what_to_do) {}
};

}  // namespace outmap
