#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "render/text/code_points.hpp"
#include "render/write/write.hpp"
#include "render/write/xml.hpp"

namespace outmap {
namespace {

/// A double-quoted DOT id. Only the quote is special to the parser, and a backslash before a line's end.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : tidy_line(text)) {
    if (c == '"') out += '\\';
    out += c;
  }
  // An odd number of backslashes at the end would take the closing quote with it.
  if (out.size() > 1 && out.back() == '\\') out += ' ';
  return out + '"';
}

/// A label as DOT shows it: backslashes doubled, so that '\N' or '\n' in a name are those two characters, and '&'
/// escaped, so that '&lt;' is shown as it was written.
std::string quoted_label(std::string_view text) {
  std::string out = "\"";
  for (const char c : tidy_line(text)) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
    if (c == '&') out += "amp;";
  }
  return out + '"';
}

class DotText {
 public:
  explicit DotText(const DiagramGraph& graph) : graph_(graph) {}

  std::string write() {
    line("digraph " + quoted(graph_.title) + " {");
    line("  graph [label=" + quoted_label(graph_.title) +
         ", labelloc=t, rankdir=" + (graph_.left_to_right ? "LR" : "TB") + ", fontname=\"Inter\"]");
    line("  node [shape=box, style=rounded, fontname=\"Inter\"]");
    line("  edge [fontname=\"Inter\"]");
    write_groups();
    for (const GraphNode& node : graph_.nodes)
      if (!in_a_group(node)) write_node(node, "  ");
    for (const GraphEdge& edge : graph_.edges) write_edge(edge);
    line("}");
    return std::move(text_);
  }

 private:
  void line(const std::string& content) { text_ += content + "\n"; }

  bool in_a_group(const GraphNode& node) const {
    return std::any_of(graph_.groups.begin(), graph_.groups.end(),
                       [&](const GraphGroup& group) { return group.id == node.group; });
  }

  void write_groups() {
    for (const GraphGroup& group : graph_.groups) {
      line("  subgraph " + quoted("cluster_" + group.id) + " {");
      line("    label=" + quoted_label(group.label) + "; class=\"group\"");
      for (const GraphNode& node : graph_.nodes)
        if (node.group == group.id) write_node(node, "    ");
      line("  }");
    }
  }

  void write_node(const GraphNode& node, const std::string& indent) {
    const bool partner = node.kind == "partner";
    line(indent + quoted(node.id) + " [label=" + quoted_label(node.label) + ", class=" + quoted(node.kind) +
         (partner ? ", shape=hexagon, style=solid" : "") + "]");
  }

  void write_edge(const GraphEdge& edge) {
    std::string attributes = "class=" + quoted(edge.role);
    if (!edge.label.empty()) attributes += ", label=" + quoted_label(edge.label);
    // DOT's own weight pulls nodes together and may not be negative; ours is kept beside it.
    attributes += ", weight=" + short_number(1 + 10 * std::min(1.0, std::abs(edge.weight)), 0);
    attributes += ", penwidth=" + short_number(std::max(1.0, 3 * std::min(1.0, std::abs(edge.weight))), 1);
    attributes += ", comment=" + quoted(short_number(edge.weight, 3));
    if (!edge.directed) attributes += ", dir=none";
    line("  " + quoted(edge.from) + " -> " + quoted(edge.to) + " [" + attributes + "]");
  }

  const DiagramGraph& graph_;
  std::string text_;
};

}  // namespace

std::string write_dot(const DiagramGraph& graph) { return DotText(graph).write(); }

}  // namespace outmap
