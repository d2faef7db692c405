// The dot algorithm, by Graphviz. Loaded by the program only when it draws an outcome map.
#include <algorithm>
#include <exception>
#include <memory>
#include <string>
#include <vector>

#include "render/layout/graphviz/order_module/order_abi.h"

// Last, because it defines MIN, MAX, ABS, TRUE and others.
#include <gvc.h>

extern "C" {
extern gvplugin_library_t gvplugin_dot_layout_LTX_library;
}

namespace {

// Cgraph's own ids are addresses, and dot's result depends on them: these count up instead.
struct Counter {
  IDTYPE next = 1;
};

void* open_ids(Agraph_t*, Agdisc_t*) { return new Counter; }
// NOLINTNEXTLINE(readability-non-const-parameter): the signature is cgraph's
long map_id(void* state, int, char* name, IDTYPE* id, int create) {
  if (name || !create) return 0;  // nameless objects only
  *id = static_cast<Counter*>(state)->next;
  static_cast<Counter*>(state)->next += 2;
  return 1;
}
long alloc_id(void*, int, IDTYPE) { return 1; }
void free_id(void*, int, IDTYPE) {}
// NOLINTNEXTLINE(readability-non-const-parameter): the signature is cgraph's
char* print_id(void*, int, IDTYPE) { return nullptr; }
void close_ids(void* state) { delete static_cast<Counter*>(state); }
void register_id(void*, int, void*) {}

Agiddisc_t counting_ids = {open_ids, map_id, alloc_id, free_id, print_id, close_ids, register_id};
Agdisc_t discipline = {&AgMemDisc, &counting_ids, &AgIoDisc};

std::string& last_problem() {
  static std::string problem;
  return problem;
}
int note_problem(char* message) {
  last_problem() += message;
  return 0;
}

lt_symlist_t plugins[] = {{"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library}, {nullptr, nullptr}};

struct FreeContext {
  void operator()(GVC_t* context) const { gvFreeContext(context); }
};
struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
using Context = std::unique_ptr<GVC_t, FreeContext>;
using Graph = std::unique_ptr<Agraph_t, CloseGraph>;

/// Frees what a layout hung onto a graph, before the graph itself goes.
class Layout {
 public:
  Layout(GVC_t* context, Agraph_t* graph)
      : context_(context), graph_(graph), status_(gvLayout(context, graph, "dot")) {}
  ~Layout() { gvFreeLayout(context_, graph_); }
  Layout(const Layout&) = delete;
  Layout& operator=(const Layout&) = delete;
  bool succeeded() const { return status_ == 0; }

 private:
  GVC_t* context_;
  Agraph_t* graph_;
  int status_;
};

char* text(const char* literal) { return const_cast<char*>(literal); }

void set(void* object, const char* name, const std::string& value) {
  agsafeset(object, text(name), const_cast<char*>(value.c_str()), text(""));
}

std::string inches(double px) { return std::to_string(static_cast<int>(px)) + "e-2"; }

/// The graph as dot wants it: one rank a column, held in place by a chain of small nodes of its own.
class OrderGraph {
 public:
  OrderGraph(const std::vector<outmap_order_node>& nodes, const std::vector<outmap_order_edge>& edges)
      : graph_(agopen(nullptr, Agdirected, &discipline)) {
    set(graph_.get(), "rankdir", "LR");
    set(graph_.get(), "nodesep", "0.16");
    set(graph_.get(), "splines", "none");
    add_columns(nodes);
    for (const outmap_order_node& node : nodes) nodes_.push_back(add_node(node.column, node.height_px));
    for (const outmap_order_edge& edge : edges) add_edge(nodes, edge);
  }

  Agraph_t* get() const { return graph_.get(); }
  double y(std::size_t node) const { return -ND_coord(nodes_[node]).y; }

 private:
  void add_columns(const std::vector<outmap_order_node>& nodes) {
    int last = -1;
    for (const outmap_order_node& node : nodes) last = std::max(last, node.column);
    Agnode_t* previous = nullptr;
    for (int column = 0; column <= last; ++column) {
      columns_.push_back(agsubg(graph_.get(), nullptr, 1));
      set(columns_.back(), "rank", "same");
      Agnode_t* anchor = add_node(column, 10);
      if (previous) agedge(graph_.get(), previous, anchor, nullptr, 1);
      previous = anchor;
    }
  }

  Agnode_t* add_node(int column, double height_px) {
    Agnode_t* node = agnode(graph_.get(), nullptr, 1);
    set(node, "shape", "box");
    set(node, "label", "");
    set(node, "fixedsize", "true");
    set(node, "width", "1");
    set(node, "height", inches(height_px));
    agsubnode(columns_[static_cast<std::size_t>(column)], node, 1);
    return node;
  }

  void add_edge(const std::vector<outmap_order_node>& nodes, const outmap_order_edge& edge) {
    const int step = nodes[edge.to].column - nodes[edge.from].column;
    if (step == 0) return;
    Agnode_t* left = nodes_[step > 0 ? edge.from : edge.to];
    Agnode_t* right = nodes_[step > 0 ? edge.to : edge.from];
    set(agedge(graph_.get(), left, right, nullptr, 1), "weight", std::to_string(std::max(1, edge.weight)));
  }

  Graph graph_;
  std::vector<Agraph_t*> columns_;
  std::vector<Agnode_t*> nodes_;
};

/// Graphviz tells its problems to whoever asked last.
struct Listening {
  Listening() {
    last_problem().clear();
    agseterrf(note_problem);
  }
  ~Listening() { agseterrf(nullptr); }
  Listening(const Listening&) = delete;
  Listening& operator=(const Listening&) = delete;
};

int fail(const std::string& why, char* message, size_t message_size) {
  if (message_size > 0) message[why.copy(message, message_size - 1)] = '\0';
  return 1;
}

}  // namespace

extern "C" __attribute__((visibility("default"))) int outmap_order_v1(const outmap_order_node* nodes, size_t node_count,
                                                                      const outmap_order_edge* edges, size_t edge_count,
                                                                      double* y, char* message, size_t message_size) {
  try {
    const Listening listening;
    const Context context(gvContextPlugins(plugins, 0));
    const OrderGraph graph({nodes, nodes + node_count}, {edges, edges + edge_count});
    const Layout layout(context.get(), graph.get());
    if (!layout.succeeded())
      return fail(last_problem().empty() ? "Graphviz found no layout" : last_problem(), message, message_size);
    for (size_t node = 0; node < node_count; ++node) y[node] = graph.y(node);
    return 0;
  } catch (const std::exception& problem) {
    return fail(problem.what(), message, message_size);
  }
}
