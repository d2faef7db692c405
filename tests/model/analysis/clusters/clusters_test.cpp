#include "model/analysis/clusters/clusters.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <set>

#include "model/analysis/clusters/names.hpp"
#include "model/analysis/random.hpp"
#include "model/io/load.hpp"
#include "tests/support/clinic.hpp"
#include "tests/support/elements.hpp"
#include "tests/support/make_map.hpp"
#include "tests/support/shared_data.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

/// Two triangles of customers with one tie between c and d, and x whom nobody knows.
MapContent two_triangles() {
  MapContent content;
  content.title = "Two triangles";
  for (const char* id : {"a", "b", "c", "d", "e", "f", "x"}) content.customers.push_back(customer(id));
  content.relations = {relation("a", "b"), relation("a", "c"), relation("b", "c"), relation("d", "e"),
                       relation("d", "f"), relation("e", "f"), relation("c", "d")};
  return content;
}

using Groups = std::set<std::set<std::string>>;

Groups groups_of(const ClusterReport& report) {
  Groups groups;
  for (const Cluster& cluster : report.clusters) groups.insert({cluster.members.begin(), cluster.members.end()});
  return groups;
}

/// `groups` customers in groups of `size`, tied with one chance inside and another across.
MapContent random_people(std::uint64_t seed, std::size_t groups, std::size_t size, double inside, double across) {
  Random random(seed);
  MapContent content;
  content.title = "Random people";
  const std::size_t count = groups * size;
  for (std::size_t i = 0; i < count; ++i) {
    content.customers.push_back(customer("p" + std::to_string(i)));
    content.customers.back().attributes = {{Symbol("age"), 20 + 60 * random.unit()},
                                           {Symbol("group"), Symbol("g" + std::to_string(i / size))}};
  }
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = i + 1; j < count; ++j) {
      if (random.unit() >= (i / size == j / size ? inside : across)) continue;
      content.relations.push_back(relation("p" + std::to_string(i), "p" + std::to_string(j), 0.2 + random.unit()));
    }
  }
  return content;
}

/// The same people under other names, in another order.
MapContent relabelled(const MapContent& content, std::uint64_t seed, std::map<std::string, std::string>& old_name) {
  Random random(seed);
  std::vector<std::size_t> numbers(content.customers.size());
  for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = i;
  random.shuffle(std::span(numbers));
  MapContent result = content;
  std::map<std::string, std::string> new_name;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    new_name[content.customers[i].id] = "q" + std::to_string(1000 + numbers[i]);
    old_name[new_name[content.customers[i].id]] = content.customers[i].id;
  }
  for (Customer& someone : result.customers) someone.id = someone.name = new_name[someone.id];
  for (Relation& tie : result.relations) {
    tie.from = new_name[tie.from];
    tie.to = new_name[tie.to];
  }
  random.shuffle(std::span(result.customers));
  random.shuffle(std::span(result.relations));
  return result;
}

}  // namespace

TEST_CASE("two triangles are two clusters, and who is tied to nobody stands apart", "[clusters]") {
  const ClusterReport report = find_clusters(make_map(two_triangles()));
  CHECK(groups_of(report) == Groups{{"a", "b", "c"}, {"d", "e", "f"}});
  CHECK(report.isolated == Ids{"x"});
  CHECK(report.cluster_of("b") == 0);
  CHECK(report.cluster_of("e") == 1);
  CHECK_FALSE(report.cluster_of("x"));
  CHECK_FALSE(report.cluster_of("nobody"));
  CHECK(report.quality.modularity == Approx(6.0 / 7 - 0.5));  // by hand in docs/analyses/clusters.md
  CHECK(report.declared_ties == 7);
  CHECK(report.derived_ties == 0);
  CHECK(report.links == std::vector<ClusterLink>{{0, 1, 1, 1.0}});
  CHECK(report.warnings.empty());
}

TEST_CASE("a cluster is described by centre, bridges, density and conductance", "[clusters]") {
  const ClusterReport report = find_clusters(make_map(two_triangles()));
  const Cluster& first = report.clusters.front();
  CHECK(first.id == "1");
  CHECK(first.customers == 3);
  CHECK(first.partners == 0);
  CHECK(first.heads == 3);
  CHECK(first.center == "c");  // all have 2 inside; c has 3 in all
  CHECK(first.density == 1.0);
  REQUIRE(first.conductance);
  CHECK(*first.conductance == Approx(1.0 / 7));
  REQUIRE(first.bridges.size() == 1);
  CHECK(first.bridges[0].id == "c");
  CHECK(first.bridges[0].participation == Approx(1 - 4.0 / 9 - 1.0 / 9));
  CHECK(first.bridges[0].outward == Approx(1.0 / 3));
  CHECK(first.bridges[0].leads == std::vector<std::size_t>{1});
  CHECK(first.types == std::vector<TieTypeShare>{{"common-goal", 1.0, false}});
  CHECK(first.name == "Around c");
}

TEST_CASE("without people, or without ties, there are no clusters", "[clusters]") {
  MapContent content;
  content.title = "Empty";
  CHECK(find_clusters(make_map(content)).clusters.empty());
  CHECK(find_clusters(make_map(content)).warnings.empty());
  content.customers = {customer("a"), customer("b")};
  const ClusterReport report = find_clusters(make_map(content));
  CHECK(report.clusters.empty());
  CHECK(report.isolated == Ids{"a", "b"});
  CHECK(report.quality.modularity == 0);
  REQUIRE(report.warnings.size() == 1);
  CHECK(report.warnings[0].find("Nobody is tied to anybody") == 0);
}

TEST_CASE("ties come from relations, from likeness, or from both", "[clusters]") {
  MapContent content = two_triangles();
  for (Customer& someone : content.customers) {
    const bool north = someone.id == "a" || someone.id == "b" || someone.id == "d";
    someone.attributes = {{Symbol("region"), Symbol(north ? "north" : "south")},
                          {Symbol("plan"), Symbol(north ? "small" : "large")}};
  }
  const Map map = make_map(content);
  ClusterOptions options;
  options.network.from = TieSource::relations;
  CHECK(groups_of(find_clusters(map, options)) == Groups{{"a", "b", "c"}, {"d", "e", "f"}});
  options.network.from = TieSource::attributes;
  const ClusterReport alike = find_clusters(map, options);
  CHECK(groups_of(alike) == Groups{{"a", "b", "d"}, {"c", "e", "f", "x"}});
  CHECK(alike.declared_ties == 0);
  CHECK(alike.clusters[0].types == std::vector<TieTypeShare>{{"common-interest", 1.0, true}});
  options.network.from = TieSource::both;
  const ClusterReport both = find_clusters(map, options);
  CHECK(both.declared_ties == 7);
  CHECK(both.derived_ties == 3 + 6);
  CHECK(both.isolated.empty());
}

TEST_CASE("a higher resolution gives more clusters, in both objectives", "[clusters]") {
  const Map map = make_map(random_people(5, 4, 8, 0.8, 0.05));
  ClusterOptions options;
  options.network.from = TieSource::relations;
  CHECK(find_clusters(map, options).clusters.size() == 4);
  options.resolution = 0;
  CHECK(find_clusters(map, options).clusters.size() == 1);
  options.resolution = 8;
  CHECK(find_clusters(map, options).clusters.size() > 4);
  options.objective = PartitionObjective::cpm;
  options.resolution.reset();
  const ClusterReport report = find_clusters(map, options);
  CHECK(report.clusters.size() == 4);
  CHECK(report.quality.objective == PartitionObjective::cpm);
  CHECK(report.quality.resolution > 0.1);
  CHECK(report.quality.resolution < 0.3);
}

TEST_CASE("other names and another order give the same clusters", "[clusters]") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const MapContent content = random_people(seed, 3, 7, 0.6, 0.15);
    std::map<std::string, std::string> old_name;
    const MapContent renamed = relabelled(content, seed + 100, old_name);
    Groups expected;
    for (const auto& group : groups_of(find_clusters(make_map(renamed)))) {
      std::set<std::string> members;
      for (const std::string& id : group) members.insert(old_name.at(id));
      expected.insert(std::move(members));
    }
    CHECK(groups_of(find_clusters(make_map(content))) == expected);
  }
}

TEST_CASE("the result does not depend on the number of threads", "[clusters]") {
  const Map map = make_map(random_people(9, 5, 20, 0.3, 0.03));
  ClusterOptions options;
  options.threads = 1;
  const ClusterReport one = find_clusters(map, options);
  options.threads = 5;
  const ClusterReport five = find_clusters(map, options);
  CHECK(one.clusters == five.clusters);
  CHECK(one.links == five.links);
  CHECK(one.quality == five.quality);
}

TEST_CASE("a listener hears of the work, and changes nothing", "[clusters]") {
  const Map map = make_map(two_triangles());
  std::set<std::string> heard;
  ClusterOptions options;
  options.listener = [&](std::string_view what, std::size_t done, std::size_t of) {
    CHECK(done <= of);
    heard.emplace(what);
  };
  const ClusterReport report = find_clusters(map, options);
  CHECK(groups_of(report) == groups_of(find_clusters(map)));
  CHECK(heard.count("looking for clusters") == 1);
  CHECK(heard.count("asking whether clusters come back") == 1);
  CHECK_FALSE(report.options.listener);
}

TEST_CASE("every customer and partner is in one cluster or isolated", "[clusters]") {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const MapContent content = random_people(seed, 4, 6, 0.3, 0.02);
    const ClusterReport report = find_clusters(make_map(content));
    std::multiset<std::string> seen(report.isolated.begin(), report.isolated.end());
    for (const Cluster& cluster : report.clusters) {
      seen.insert(cluster.members.begin(), cluster.members.end());
      CHECK(std::ranges::is_sorted(cluster.members));
      CHECK(std::ranges::binary_search(cluster.members, cluster.center));
      for (const ClusterBridge& bridge : cluster.bridges) CHECK(std::ranges::binary_search(cluster.members, bridge.id));
    }
    CHECK(seen.size() == content.customers.size());
    CHECK(std::set<std::string>(seen.begin(), seen.end()).size() == seen.size());
  }
}

TEST_CASE("clusters are ordered by the mean of their scores", "[clusters]") {
  MapContent content = two_triangles();
  for (Customer& someone : content.customers) someone.firm_value = someone.id == "e" ? 300.0 : 100.0;
  const ClusterReport report = find_clusters(make_map(content));
  REQUIRE(report.clusters.size() == 2);
  CHECK(report.clusters[0].members == Ids{"d", "e", "f"});
  CHECK(report.clusters[0].scores.value.score == Approx(100.0 * 500 / 900));
  CHECK(report.clusters[0].attention == report.clusters[0].scores.value.score);  // the only one that is known
  CHECK(report.clusters[1].attention == Approx(100.0 * 300 / 900));
}

namespace {

/// A map of this text beside real data, if that is here.
std::optional<Map> real_map(const std::string& file, const std::string& text) {
  const auto data = shared_data(file);
  if (!data) return std::nullopt;
  LoadedMap loaded = load_map_text("real.yaml", text, data->parent_path().string());
  REQUIRE(loaded.map);
  return std::move(loaded.map);
}

}  // namespace

TEST_CASE("who talks to whom about chemicals tells no camps, what they want does", "[clusters]") {
  const auto map = real_map("networks/chemnet/edges.csv",
                            "outmap: 1\ntitle: Chemicals\ntables: {partners: nodes.csv, "
                            "relations: {file: edges.csv, columns: {from: source, to: target, type: relation}}}\n");
  if (!map) {
    WARN("skipped: networks/chemnet is absent");
    return;
  }
  ClusterOptions options;
  options.network.from = TieSource::relations;
  const ClusterReport talk = find_clusters(*map, options);
  REQUIRE(talk.quality.chance);
  CHECK_FALSE(talk.quality.chance->better);
  REQUIRE(!talk.warnings.empty());
  CHECK(talk.warnings[0].find("no clearer than") != std::string::npos);

  options.network.from = TieSource::attributes;
  options.network.similarity.profiles.weights = {{"type", 0}};
  const ClusterReport wishes = find_clusters(*map, options);
  REQUIRE(wishes.quality.chance);
  CHECK(wishes.quality.chance->better);
  CHECK(wishes.clusters.size() == 3);
  CHECK(wishes.cluster_of("SPD") == wishes.cluster_of("CDU"));
  CHECK(wishes.cluster_of("SPD") == wishes.cluster_of("FDP"));
  CHECK(wishes.cluster_of("EC") == wishes.cluster_of("OECD"));
  CHECK(wishes.cluster_of("BUND") == wishes.cluster_of("BBU"));
  CHECK(wishes.cluster_of("BUND") != wishes.cluster_of("VCI"));  // both are interest groups
}

TEST_CASE("seven thousand customers of a telephone company are explained", "[clusters]") {
  const auto map =
      real_map("customers/telco_churn_ibm.csv",
               "outmap: 1\ntitle: Telephone\ntables: {customers: {file: telco_churn_ibm.csv, columns: {id: "
               "customerID}}}\n");
  if (!map) {
    WARN("skipped: customers is absent");
    return;
  }
  ClusterOptions options;
  options.judged = false;
  options.starts = 1;
  const ClusterReport report = find_clusters(*map, options);
  CHECK(report.clusters.size() < 30);
  CHECK(report.isolated.empty());
  std::set<std::string> names;
  for (const Cluster& cluster : report.clusters) {
    names.insert(cluster.name);
    CHECK(cluster.traits.size() >= 3);
  }
  CHECK(names.size() == report.clusters.size());
  const auto no_phone = std::ranges::find_if(report.clusters, [](const Cluster& cluster) {
    return std::ranges::any_of(cluster.traits, [](const ClusterTrait& trait) {
      return plain_words(trait) == "no phone service" && trait.inside == 1 && trait.outside < 0.01;
    });
  });
  REQUIRE(no_phone != report.clusters.end());
  CHECK(no_phone->members.size() >= 680);
}
