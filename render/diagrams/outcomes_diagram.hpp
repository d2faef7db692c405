// What an outcome map shows and why: roles and words, no colours, no coordinates.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/analysis/gaps.hpp"
#include "model/graph/effects.hpp"
#include "render/diagram.hpp"

namespace outmap {

/// The silhouette of a node. A kind of value is no element of the map: its id is "value:emotional".
enum class OutcomeNodeRole {
  initiative,
  process,
  partner,
  factor,
  offering,
  touchpoint,
  stage,
  outcome,
  value,
  value_kind,
  other
};

/// Today's level and the target of an outcome, as shares of its scale from the worse end to the better.
struct OutcomeGapMark {
  std::optional<double> now;     // 0-1
  std::optional<double> target;  // 0-1
  std::optional<double> share;   // normalised gap, 0-1; missing: cannot be told
  std::string words;             // "4.7"
  std::string unit;              // beside the number: "min", "points"; empty where the scale has none or a long one
  std::string caption;           // under the number: "gap", "met"
};

/// How far a scenario moves a node. `share` is missing where nothing can be said.
struct OutcomeChange {
  enum class Effect { none, better, worse, neutral };
  std::optional<double> share;  // -1 to 1, up or down as the node is named
  Effect effect = Effect::none;
  bool held = false;         // what the scenario sets
  bool says_how_far = true;  // of what is held; false: it is taken out
  std::string words;         // "+71 %", "0 %", "gone"
};

struct OutcomeNode {
  std::string id;
  Id element;  // empty for a kind of value
  ElementKind kind = ElementKind::outcome;
  OutcomeNodeRole role = OutcomeNodeRole::other;
  std::size_t column = 0;
  std::string name;
  std::string note;  // "€85k", "to customers, emotional"
  std::string channel;
  std::string title;  // in words, for those who hover or listen
  std::optional<OutcomeGapMark> gap;
  double priority = 0;  // 0-100, of outcomes
  bool less_is_better = false;
  bool pressing = false;    // its gap is the one that the finding is about
  bool in_finding = false;  // stands on a way that the finding is about
  std::string call_out;     // "54 % runs through here"
  std::optional<OutcomeChange> change;
};

/// Edges between the same two nodes are one. `weight` is missing where the map only says that there is an effect.
struct OutcomeEdge {
  std::size_t from = 0;
  std::size_t to = 0;
  EffectRole role = EffectRole::influence;
  std::optional<double> weight;
  std::optional<double> confidence;
  std::optional<double> closes;  // the share of the gap, 0-1, where the map states one
  bool helps = true;             // raises what should rise, or lowers an outcome of which less is better
  std::string title;
  std::string remark;            // the claim's description
  bool strong = false;           // carries the finding
  std::optional<double> passed;  // of a what-if: weight x change of the cause

  bool lowers() const { return weight.value_or(0) < 0; }
  bool doubtful() const { return confidence && *confidence < 0.4; }
};

struct OutcomeLoop {
  std::string code;  // "R1", "B1"
  bool reinforcing = true;
  std::string name;
  std::string remark;              // "reinforcing: growth feeds itself (+13 % a round)"
  std::vector<std::size_t> edges;  // each begins where the one before ends
};

struct OutcomeColumn {
  std::string name;
  std::string caption;
};

/// A piece of the finding; the strong ones stand out.
struct FindingPart {
  std::string text;
  bool strong = false;
};

struct OutcomesDiagram {
  std::string title;
  std::string question;
  std::vector<FindingPart> finding;  // empty where there is nothing to say
  std::string method;                // how the finding was computed
  std::vector<OutcomeColumn> columns;
  std::vector<OutcomeNode> nodes;  // by column, then as in the map
  std::vector<OutcomeEdge> edges;  // by the places of their ends
  std::vector<OutcomeLoop> loops;  // strongest first
  std::size_t more_loops = 0;      // weaker ones that are not marked
  std::string source;              // map, picture, date, scale
  std::string left_out;            // "5 of 14 outcomes shown: those with the highest priority"
  bool may_grow = false;
  bool changes = false;  // of a what-if: nodes tell how far they move
};

std::string text_of(const std::vector<FindingPart>& finding);

/// The outcome map that `options` ask for; `gaps` is the gap report of the same map and day. Throws CannotDraw.
OutcomesDiagram build_outcomes(const Map& map, const GapReport& gaps, const DiagramOptions& options);

}  // namespace outmap
