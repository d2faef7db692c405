#include "render/diagrams/dendrogram.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "model/io/load.hpp"
#include "render/diagrams/dendrogram_diagram.hpp"
#include "render/layout/check.hpp"
#include "render/layout/dendrogram/dendrogram_plan.hpp"
#include "render/write/write.hpp"
#include "tests/support/make_map.hpp"
#include "tests/support/places.hpp"
#include "tests/support/shared_data.hpp"
#include "tests/support/styles.hpp"

using namespace outmap;
using test::fonts;
using test::light;

namespace {

/// Customers and partners with three attributes of four values each.
MapContent random_customers(std::size_t size, const char* name, unsigned seed) {
  std::mt19937 random(seed);
  MapContent content;
  content.title = "Random";
  for (std::size_t at = 0; at < size; ++at) {
    Customer made;
    made.id = "c" + std::to_string(at);
    made.name = name + std::to_string(at);
    for (const char* attribute : {"life", "region", "season"})
      made.attributes.push_back({Symbol(attribute), Symbol("value " + std::to_string(random() % 4))});
    content.customers.push_back(made);
  }
  return content;
}

Customer customer(const char* id, const char* a, const char* b, const char* c) {
  Customer made;
  made.id = made.name = id;
  made.attributes = {{Symbol("life"), Symbol(a)}, {Symbol("region"), Symbol(b)}, {Symbol("season"), Symbol(c)}};
  return made;
}

/// Each join lies further left than what it joins, and every terminal is below exactly one join.
void check_tree(const DendrogramDiagram& diagram, std::size_t elements) {
  std::vector<int> used(diagram.branches.size(), 0);
  std::size_t leaves = 0;
  for (std::size_t at = 0; at < diagram.branches.size(); ++at) {
    const TreeBranch& branch = diagram.branches[at];
    CHECK(branch.join == (at >= diagram.terminals));
    if (!branch.join) {
      leaves += branch.leaves;
      continue;
    }
    for (const std::size_t part : {branch.first, branch.second}) {
      REQUIRE(part < at);
      CHECK(branch.similarity <= diagram.branches[part].similarity + 1e-12);
      ++used[part];
    }
    CHECK(branch.leaves == diagram.branches[branch.first].leaves + diagram.branches[branch.second].leaves);
    CHECK(branch.above_cut == (branch.similarity < diagram.cut));
  }
  CHECK(leaves == elements);
  CHECK(std::count(used.begin(), used.end(), 1) == static_cast<long>(diagram.branches.size()) - 1);
}

}  // namespace

TEST_CASE("a tree of four joins by the mean likeness of their pairs") {
  MapContent content;
  content.title = "Four";
  content.customers = {customer("a1", "young", "north", "x"), customer("a2", "young", "north", "y"),
                       customer("b1", "old", "south", "x"), customer("b2", "old", "south", "y")};
  const DendrogramDiagram diagram = build_dendrogram(test::make_map(content), {});
  // Gower times 3/4: a1-a2 and b1-b2 share two of three, a1-b1 and a2-b2 one, the others none.
  REQUIRE(diagram.terminals == 4);
  REQUIRE(diagram.branches.size() == 7);
  CHECK(diagram.branches[0].name == "a1");
  CHECK(diagram.branches[1].name == "a2");
  CHECK(diagram.branches[4].similarity == Approx(0.5));
  CHECK(diagram.branches[5].similarity == Approx(0.5));
  CHECK(diagram.branches[6].similarity == Approx(0.125));
  REQUIRE(diagram.clusters.size() == 2);
  CHECK(diagram.clusters[0].members == 2);
  CHECK(diagram.clusters[0].similarity == Approx(0.5));
  CHECK(diagram.cut == Approx((0.5 + 0.125) / 2));
  CHECK(diagram.finding.find("2 groups") == diagram.key_begin);
  check_tree(diagram, 4);
}

TEST_CASE("trees of every size hold together and have no slips of layout") {
  const auto [size, name] =
      GENERATE(table<std::size_t, const char*>({{2, "C"},
                                                {3, "Regional association of independent advisers "},
                                                {25, "地域の皆様のための顧客"},
                                                {40, "C"},
                                                {41, "C"},
                                                {300, "Customer "}}));
  CAPTURE(size, name);
  const Map map = test::make_map(random_customers(size, name, 5));
  const DendrogramDiagram diagram = build_dendrogram(map, {});
  CHECK(diagram.terminals <= std::max(most_rows, diagram.clusters.size()));
  check_tree(diagram, size);
  for (const Page page : {Page::slide, Page::a4_landscape, Page::a4_portrait}) {
    DiagramOptions options;
    options.page = page;
    CHECK(find_layout_faults(draw_dendrogram(map, options, light())) == std::vector<std::string>{});
  }
}

TEST_CASE("everything gives every element a row, top another number") {
  const Map map = test::make_map(random_customers(120, "Customer ", 9));
  DiagramOptions options;
  options.everything = true;
  CHECK(build_dendrogram(map, options).terminals == 120);
  CHECK(find_layout_faults(draw_dendrogram(map, options, light())) == std::vector<std::string>{});
  options.everything = false;
  options.top = 31;
  const DendrogramDiagram some = build_dendrogram(map, options);
  CHECK(some.terminals == 31);
  CHECK(some.left_out.find("120 elements in 31 branches; 89 earlier joins not shown") != std::string::npos);
}

TEST_CASE("rows of a cluster stand together and its bar spans them") {
  const DendrogramDiagram diagram = build_dendrogram(test::make_map(random_customers(60, "C", 3)), {});
  const dendrogram::Plan plan = dendrogram::make_plan(diagram, Page::slide, fonts());
  for (std::size_t at = 0; at < diagram.terminals; ++at) {
    const dendrogram::ClusterPlan& cluster = plan.clusters[diagram.branches[at].cluster];
    CHECK(cluster.top < plan.rows[at].y);
    CHECK(plan.rows[at].y < cluster.bottom);
    if (at > 0) CHECK(plan.rows[at].y >= plan.rows[at - 1].y + plan.pitch - 1e-9);
  }
}

TEST_CASE("the tree is the same whatever the order of the file, and needs two") {
  MapContent content = random_customers(30, "C", 4);
  const auto svg = [&] {
    return write_svg(draw_dendrogram(test::make_map(content), {}, light()), fonts(), {FontEmbedding::none, 1});
  };
  const std::string first = svg();
  std::reverse(content.customers.begin(), content.customers.end());
  CHECK(svg() == first);
  content.customers.resize(1);
  CHECK_THROWS_WITH(build_dendrogram(test::make_map(content), {}),
                    "a dendrogram needs at least two customers or partners: add them to the map");
}

TEST_CASE("of seven thousand customers every eighth is joined, and the footer says so") {
  const auto file = test::shared_data("customers/telco_churn_ibm.csv");
  if (!file) {
    WARN("skipped: customers/telco_churn_ibm.csv is absent");
    return;
  }
  const std::string text =
      "outmap: 1\ntitle: Telco\ntables: {customers: {file: telco_churn_ibm.csv, columns: {id: customerID}}}\n";
  const LoadedMap loaded = load_map_text("telco.yaml", text, file->parent_path().string());
  REQUIRE(loaded.map);
  const DendrogramDiagram diagram = build_dendrogram(*loaded.map, {});
  CHECK(diagram.left_out.find("881 elements of 7,043, every 8th by id") != std::string::npos);
  check_tree(diagram, 881);
  CHECK(find_layout_faults(draw_dendrogram(*loaded.map, {}, light())) == std::vector<std::string>{});
}
