#include <graphviz/cgraph.h>

#include <catch2/catch.hpp>
#include <memory>
#include <string>

#include "render/write/write.hpp"

using namespace outmap;

namespace {

struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
using Graph = std::unique_ptr<Agraph_t, CloseGraph>;

const char kHostile[] = "Say \"hi\" \\N \\n back\\";

}  // namespace

TEST_CASE("a diagram becomes a DOT graph with roles as classes") {
  DiagramGraph graph;
  graph.title = "Who belongs together";
  graph.left_to_right = true;
  graph.groups = {{"families", "First-year families"}};
  graph.nodes = {{"new-parents", "customer", "New parents", "families"}, {"midwives", "partner", "Midwives", ""}};
  graph.edges = {{"midwives", "new-parents", "common-goal", "", 0.8, false}};
  CHECK(write_dot(graph) ==
        "digraph \"Who belongs together\" {\n"
        "  graph [label=\"Who belongs together\", labelloc=t, rankdir=LR, fontname=\"Inter\"]\n"
        "  node [shape=box, style=rounded, fontname=\"Inter\"]\n"
        "  edge [fontname=\"Inter\"]\n"
        "  subgraph \"cluster_families\" {\n"
        "    label=\"First-year families\"; class=\"group\"\n"
        "    \"new-parents\" [label=\"New parents\", class=\"customer\"]\n"
        "  }\n"
        "  \"midwives\" [label=\"Midwives\", class=\"partner\", shape=hexagon, style=solid]\n"
        "  \"midwives\" -> \"new-parents\" [class=\"common-goal\", weight=9, penwidth=2.4, comment=\".8\", dir=none]\n"
        "}\n");
}

TEST_CASE("hostile names are read back by Graphviz as they were") {
  DiagramGraph graph;
  graph.title = kHostile;
  graph.groups = {{"g \"1\"", "A\nB"}};
  graph.nodes = {{"a", "x", kHostile, "g \"1\""}, {"b", "x", "plain\ttab & <b>bold</b>", "nowhere"}};
  graph.edges = {{"a", "b", "r", kHostile, -3, true}};
  const Graph read(agmemread(write_dot(graph).c_str()));
  REQUIRE(read);
  REQUIRE(agnnodes(read.get()) == 2);
  char a[] = "a";
  char b[] = "b";
  char label[] = "label";
  Agnode_t* first = agnode(read.get(), a, 0);
  Agnode_t* second = agnode(read.get(), b, 0);
  REQUIRE(first != nullptr);
  REQUIRE(second != nullptr);
  // cgraph keeps doubled backslashes; the label code of Graphviz halves them when it draws.
  CHECK(std::string(agget(first, label)) == "Say \"hi\" \\\\N \\\\n back\\\\");
  CHECK(std::string(agget(second, label)) == "plain tab &amp; <b>bold</b>");
  CHECK(agedge(read.get(), first, second, nullptr, 0) != nullptr);
}

TEST_CASE("an empty diagram is a graph all the same") {
  const Graph read(agmemread(write_dot({}).c_str()));
  REQUIRE(read);
  CHECK(agnnodes(read.get()) == 0);
}
