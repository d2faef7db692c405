#include "model/analysis/clusters/names.hpp"

#include <catch2/catch.hpp>

#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

ClusterTrait trait(std::string attribute, std::string value, double inside = 1, TraitKind kind = TraitKind::category) {
  ClusterTrait made;
  made.attribute = std::move(attribute);
  made.value = std::move(value);
  made.kind = kind;
  made.inside = inside;
  return made;
}

Cluster cluster(Ids members, std::vector<ClusterTrait> traits = {}) {
  Cluster made;
  made.center = members.front();
  made.members = std::move(members);
  made.traits = std::move(traits);
  return made;
}

/// a … f, by the names A … F, and a need.
MapContent people() {
  MapContent content;
  content.title = "People";
  for (const char* id : {"a", "b", "c", "d", "e", "f"}) {
    content.customers.push_back(customer(id));
    content.customers.back().name = std::string(1, static_cast<char>(id[0] - 'a' + 'A'));
  }
  Need need;
  need.id = "early";
  need.name = "Bread before six";
  content.needs.push_back(need);
  return content;
}

PinnedCluster pin(std::string name, Ids contains) {
  PinnedCluster pinned;
  pinned.name = std::move(name);
  pinned.contains = std::move(contains);
  return pinned;
}

ClusterReport named_clusters(const MapContent& content, std::vector<Cluster> clusters, Ids isolated = {}) {
  ClusterReport report;
  report.clusters = std::move(clusters);
  report.isolated = std::move(isolated);
  name_clusters(make_map(content), report);
  return report;
}

}  // namespace

TEST_CASE("attributes are called as people say them", "[clusters][names]") {
  CHECK(attribute_words("books_by") == "books by");
  CHECK(attribute_words("OnlineSecurity") == "online security");
  CHECK(attribute_words("StreamingTV") == "streaming TV");
  CHECK(attribute_words("NPSScore") == "NPS score");
  CHECK(attribute_words("clv.margin") == "clv margin");
  CHECK(attribute_words("größe") == "größe");
  CHECK(attribute_words("") == "");
}

TEST_CASE("a trait is told in a few words", "[clusters][names]") {
  const Map map = make_map(people());
  CHECK(trait_words(map, trait("region", "north")) == "region: north");
  CHECK(trait_words(map, trait("tier", "3")) == "tier 3");
  CHECK(trait_words(map, trait("on_call", "true", 1, TraitKind::truth)) == "on call");
  CHECK(trait_words(map, trait("on_call", "false", 1, TraitKind::truth)) == "not on call");
  CHECK(trait_words(map, trait("OnlineBackup", "No")) == "no online backup");
  CHECK(trait_words(map, trait("OnlineBackup", "Yes")) == "online backup");
  CHECK(trait_words(map, trait("tenure", "higher", 9, TraitKind::number)) == "higher tenure");
  CHECK(trait_words(map, trait("needs", "early", 1, TraitKind::needs)) == "wants Bread before six");
  CHECK(trait_words(map, trait("tags", "vip", 1, TraitKind::tags)) == "tag vip");
}

TEST_CASE("a name is proposed from the first traits that half of the members have", "[clusters][names]") {
  const auto report = named_clusters(
      people(), {cluster({"a", "b"}, {trait("plan", "rare", 0.4), trait("region", "north"), trait("region", "hill"),
                                      trait("size", "3"), trait("pays", "late")}),
                 cluster({"c", "d"}), cluster({"e"}, {trait("region", "south")}), cluster({"f", "b", "a"})});
  CHECK(report.clusters[0].name == "North, size 3");  // a mere number says nothing
  CHECK(report.clusters[1].name == "C and D");
  CHECK(report.clusters[2].name == "E");
  CHECK(report.clusters[3].name == "Around F");
}

TEST_CASE("that an attribute does not apply makes no name", "[clusters][names]") {
  const auto report = named_clusters(people(), {cluster({"a", "b"}, {trait("trade", "none"), trait("region", "north")}),
                                                cluster({"c", "d", "e"}, {trait("trade", "None")})});
  CHECK(report.clusters[0].name == "North");
  CHECK(report.clusters[1].name == "Around C");
}

TEST_CASE("clusters that would be called alike are told apart", "[clusters][names]") {
  const std::vector<ClusterTrait> common{trait("net", "none yet"), trait("plan", "small")};
  auto with = [&](const char* more) {
    auto traits = common;
    traits.push_back(trait("region", more));
    return traits;
  };
  const auto report =
      named_clusters(people(), {cluster({"a", "b"}, with("north")), cluster({"c", "d"}, with("south"))});
  CHECK(report.clusters[0].name == "None yet, north");
  CHECK(report.clusters[1].name == "None yet, south");
  const auto twins = named_clusters(people(), {cluster({"a", "b"}, common), cluster({"c", "d"}, common)});
  CHECK(twins.clusters[0].name == "None yet, small, around A");
  CHECK(twins.clusters[1].name == "None yet, small, around C");
}

TEST_CASE("the cluster that holds most of the named elements bears the pinned name", "[clusters][names]") {
  MapContent content = people();
  content.clusters = {pin("Early birds", {"a", "b", "e", "f"})};
  const auto report = named_clusters(content, {cluster({"c", "d", "e"}), cluster({"a", "b"})}, {"f"});
  CHECK(report.clusters[1].name == "Early birds");
  CHECK(report.clusters[1].pinned);
  CHECK(report.clusters[1].outside == Ids{"e", "f"});
  CHECK_FALSE(report.clusters[0].pinned);
  CHECK(report.lost_names.empty());
}

TEST_CASE("a pinned name stays with its people when clusters change", "[clusters][names]") {
  MapContent content = people();
  content.clusters = {pin("Early birds", {"a", "b", "c"})};
  CHECK(named_clusters(content, {cluster({"a", "b", "c"}), cluster({"d", "e", "f"})}).clusters[0].name ==
        "Early birds");
  CHECK(named_clusters(content, {cluster({"c", "d", "e", "f"}), cluster({"a", "b"})}).clusters[1].name ==
        "Early birds");
}

TEST_CASE("of two names for one cluster it bears the one of which it holds more; the other is lost",
          "[clusters][names]") {
  MapContent content = people();
  content.clusters = {pin("Pair", {"a", "b"}), pin("Three", {"a", "b", "c"}), pin("Nobody", {}), pin("Alone", {"f"})};
  const auto report = named_clusters(content, {cluster({"a", "b", "c"}), cluster({"d", "e"})}, {"f"});
  CHECK(report.clusters[0].name == "Three");
  REQUIRE(report.lost_names.size() == 3);
  CHECK(report.lost_names[0].name == "Pair");
  CHECK(report.lost_names[0].holder == 0);
  CHECK(report.lost_names[0].why == "everyone whom it names is now in 'Three'");
  CHECK(report.lost_names[1].why == "it names nobody");
  CHECK(report.lost_names[2].why == "nobody whom it names is in a cluster");
  CHECK_FALSE(report.lost_names[2].holder);
}

TEST_CASE("of two names with equal claims the first in the map is taken", "[clusters][names]") {
  MapContent content = people();
  content.clusters = {pin("First", {"a"}), pin("Second", {"b"})};
  const auto report = named_clusters(content, {cluster({"a", "b"}), cluster({"c", "d"})});
  CHECK(report.clusters[0].name == "First");
  REQUIRE(report.lost_names.size() == 1);
  CHECK(report.lost_names[0].name == "Second");
}
