// The steps in which an outcome map is built; each file of the folder tells one.
#pragma once

#include <string>
#include <vector>

#include "render/diagrams/outcomes_diagram.hpp"

namespace outmap::outcomes {

inline constexpr std::size_t column_count = 5;
inline constexpr std::size_t best_in_a_column = 9;  // cards with room around them

using Nodes = std::vector<std::size_t>;  // places in the diagram, in some order

enum Column : std::size_t { initiatives, means, touchpoints, outcomes, value };

/// Every element that may be shown, with every effect that no other way shown spells out; columns are those of
/// `Column`, empty ones included. `offerings`: with the outcomes that offerings raise; `spelled_out`: with every
/// effect.
struct CollectOptions {
  bool offerings = false;
  bool spelled_out = false;  // keeps effects that other ways spell out
};
OutcomesDiagram collect_effects(const Map& map, const GapReport& gaps, const EffectGraph& effects,
                                const CollectOptions& options = {});

/// An element as a node: role, column, name and notes. `row` is its gap, where it is an outcome.
OutcomeNode describe_node(const Map& map, ElementRef ref, const GapRow* row);

/// A node that outcomes add up to.
void make_value(OutcomeNode& node, const std::string& description);

/// The kinds of value to which the customers' outcomes add up, each with its share of the priority.
void add_value_kinds(OutcomesDiagram& diagram, const Map& map);

/// Leaves out effects other than influences that a way of other effects, never leading back a column, spells out: an
/// initiative that improves a touchpoint through a process; the share that it closes of a gap, where the weights of a
/// way there tell as much.
void leave_out_what_ways_spell_out(OutcomesDiagram& diagram);

/// Finding, method, strong edges and call-out.
void find_the_weak_link(OutcomesDiagram& diagram);

/// Loops all of whose links are in the diagram: the strongest four, named.
void find_loops(OutcomesDiagram& diagram, const EffectGraph& effects);

/// Leaves out what the options do not ask for, and says so in the footer.
void choose_nodes(OutcomesDiagram& diagram, const DiagramOptions& options);

/// Removes the nodes for which `kept` is false, with their edges.
void keep_only(OutcomesDiagram& diagram, const std::vector<bool>& kept);

/// Empty columns close up.
void close_up(OutcomesDiagram& diagram);

// words

std::string amount(double value);                              // "4.7", "15", "1,200"
std::string money(double value, const std::string& currency);  // "€85k"
std::string signed_number(double value);                       // "+0.35", "−0.6"
std::string percent(double share);                             // "54 %"
std::string counted(std::size_t count, const std::string& singular, const std::string& plural);

}  // namespace outmap::outcomes
