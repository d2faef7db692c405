#include "model/analysis/similarity.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

Customer person(const char* id, Attributes attributes, Ids needs = {}, Texts tags = {}) {
  Customer customer = test::customer(id);
  customer.attributes = std::move(attributes);
  customer.needs = std::move(needs);
  customer.tags = std::move(tags);
  return customer;
}

Attribute is(const char* name, AttributeValue value) { return {Symbol(name), std::move(value)}; }
AttributeValue word(const char* text) { return Symbol(text); }
AttributeValue words(std::vector<const char*> texts) {
  Words list;
  for (const char* text : texts) list.emplace_back(text);
  return list;
}

Map people(std::vector<Customer> customers) {
  MapContent content;
  content.customers = std::move(customers);
  for (const char* id : {"quiet", "quick", "cheap", "rare"}) {
    Need need;
    need.id = need.name = id;
    content.needs.push_back(need);
  }
  return make_map(std::move(content));
}

double between(const Map& map, const char* a, const char* b, const SimilarityOptions& options = {}) {
  const Similarity similarity(map, options);
  return similarity.between(similarity.find(a).value(), similarity.find(b).value());
}

/// The example of docs/analyses/similarity.md.
Map documented() {
  return people({person("ada", {is("age", 30.0), is("region", word("north")), is("online", true)}, {"quick", "quiet"}),
                 person("ben", {is("age", 40.0), is("region", word("north"))}, {"quick", "cheap"}),
                 person("cem", {is("age", 70.0), is("region", word("south")), is("online", false)})});
}

}  // namespace

TEST_CASE("the example in the documentation", "[similarity]") {
  const Map map = documented();
  // age 1 - 10/40, region 1, needs 1 of 3; `online` is missing in ben: c = 3
  CHECK(between(map, "ada", "ben") == Approx((0.75 + 1 + 1.0 / 3) / 4).epsilon(1e-12));
  // age 0, region 0, online 0, needs: an empty set beside a filled one is unlike
  CHECK(between(map, "ada", "cem") == 0);
  CHECK(between(map, "ben", "cem") == Approx(0.25 / 4).epsilon(1e-12));
  SimilarityOptions plain;
  plain.plain = true;
  CHECK(between(map, "ada", "ben", plain) == Approx((0.75 + 1 + 1.0 / 3) / 3).epsilon(1e-12));
}

TEST_CASE("what a pair shares adds up to its similarity", "[similarity]") {
  const Map map = documented();
  const Similarity similarity(map);
  const Likeness likeness = similarity.explain(0, 1);
  CHECK(likeness.compared == 3);
  CHECK(likeness.similarity == similarity.between(0, 1));
  REQUIRE(likeness.shared.size() == 3);
  CHECK(likeness.shared[0] == SharedTrait{Symbol("region"), TraitKind::category, {"north"}, 1, 1, 0.25});
  CHECK(likeness.shared[1].name.text() == "age");
  CHECK(likeness.shared[1].values == std::vector<std::string>{"30", "40"});
  CHECK(likeness.shared[1].part == Approx(0.75 / 4));
  CHECK(likeness.shared[2].kind == TraitKind::needs);
  CHECK(likeness.shared[2].values == std::vector<std::string>{"quick"});
  CHECK(likeness.shared[2].part == Approx(1.0 / 12));
  double sum = 0;
  for (const SharedTrait& trait : likeness.shared) sum += trait.part;
  CHECK(sum == Approx(likeness.similarity).epsilon(1e-12));
}

TEST_CASE("one equal attribute alone makes no twins", "[similarity]") {
  const Map map = people({person("a", {is("region", word("north"))}), person("b", {is("region", word("north"))})});
  CHECK(between(map, "a", "b") == 0.5);
  SimilarityOptions plain;
  plain.plain = true;
  CHECK(between(map, "a", "b", plain) == 1);
}

TEST_CASE("nothing to compare is similarity 0", "[similarity]") {
  SimilarityOptions plain;
  plain.plain = true;
  const Map strangers = people({person("a", {is("age", 3.0)}), person("b", {is("region", word("north"))})});
  CHECK(between(strangers, "a", "b") == 0);
  CHECK(between(strangers, "a", "b", plain) == 0);
  const Map blank = people({person("a", {}), person("b", {})});
  CHECK(between(blank, "a", "b", plain) == 0);
  CHECK(Similarity(blank).explain(0, 1) == Likeness{});
}

TEST_CASE("left out are missing values, numbers all alike and two empty sets", "[similarity]") {
  const Map map = people({person("a", {is("age", 5.0), is("region", word("n")), is("speaks", words({}))}),
                          person("b", {is("age", 5.0), is("region", word("n")), is("speaks", words({}))}),
                          person("c", {is("age", 5.0), is("region", word("s")), is("speaks", words({"fr"}))})});
  CHECK(Similarity(map).explain(0, 1).compared == 1);  // the region alone
  CHECK(between(map, "a", "b") == 0.5);
  CHECK(Similarity(map).explain(0, 2).compared == 2);  // an empty set beside a filled one counts as unlike
  CHECK(between(map, "a", "c") == 0);
}

TEST_CASE("numbers that are not finite are missing, and huge ranges do not overflow", "[similarity]") {
  const double huge = std::numeric_limits<double>::max();
  const Map map = people({person("a", {is("x", -huge)}), person("b", {is("x", huge)}), person("c", {is("x", 0.0)}),
                          person("d", {is("x", std::nan(""))})});
  CHECK(between(map, "a", "b") == 0);
  CHECK(between(map, "a", "c") == Approx(0.25));
  CHECK(between(map, "c", "d") == 0);
}

TEST_CASE("sets compare by what both have over what either has", "[similarity]") {
  const Map map = people({person("a", {is("speaks", words({"fr", "de", "it", "fr"}))}, {}, {"x"}),
                          person("b", {is("speaks", words({"it", "pl", "de"}))}, {}, {"x", "y"})});
  // languages 2 of 4, tags 1 of 2, no needs at all
  CHECK(between(map, "a", "b") == Approx((0.5 + 0.5) / 3).epsilon(1e-12));
}

TEST_CASE("values of different kinds under one name are not compared", "[similarity]") {
  const Map map = people({person("a", {is("floor", 1.0)}), person("b", {is("floor", 3.0)}),
                          person("c", {is("floor", word("attic"))}), person("d", {is("floor", word("attic"))}),
                          person("e", {is("floor", true)})});
  CHECK(Similarity(map).explain(0, 2).compared == 0);
  CHECK(Similarity(map).explain(2, 4).compared == 0);
  CHECK(between(map, "a", "b") == 0);
  CHECK(between(map, "c", "d") == 0.5);
}

TEST_CASE("weights say what counts", "[similarity]") {
  const Map map = documented();
  SimilarityOptions options;
  options.profiles.weights = {{"region", 5}, {"needs", 2}, {"age", 0}};
  CHECK(between(map, "ada", "ben", options) == Approx((5 + 2.0 / 3) / 8).epsilon(1e-12));
  options.profiles.weights = {{"region", -1}};
  CHECK_THROWS_AS(Similarity(map, options), std::invalid_argument);
  options.profiles.weights = {{"region", std::nan("")}};
  CHECK_THROWS_WITH(Similarity(map, options), "the weight of 'region' must be 0 or more");
}

TEST_CASE("sharing what is rare counts more, by option", "[similarity]") {
  const Map map = people(
      {person("a", {is("r", word("rare"))}, {"quick", "rare"}), person("b", {is("r", word("rare"))}, {"quick", "rare"}),
       person("c", {is("r", word("usual"))}, {"quick", "quiet"}),
       person("d", {is("r", word("usual"))}, {"quick", "cheap"}), person("e", {is("r", word("usual"))}, {"quick"}),
       person("f", {is("r", word("usual"))}, {"quick"}), person("g", {is("r", word("usual"))}, {"quick"}),
       person("h", {is("r", word("usual"))}, {"quick"})});
  SimilarityOptions options;
  options.profiles.rare_counts_more = true;
  // rare: 2 of 8 have it, log2(8 / 2) = 2; the needs are the same set, and `quick`, which all want, counts 0
  CHECK(between(map, "a", "b", options) == Approx((2.0 + 1) / 4).epsilon(1e-12));
  // usual: log2(8 / 6); `quiet` and `cheap` differ
  CHECK(between(map, "c", "d", options) == Approx(std::log2(8.0 / 6) / (std::log2(8.0 / 6) + 2)).epsilon(1e-12));
  // `quick` alone on both sides: nothing that tells
  CHECK(Similarity(map, options).explain(4, 5).compared == Approx(std::log2(8.0 / 6)));
  CHECK(between(map, "a", "b") == Approx(2.0 / 3));
}

TEST_CASE("customers and partners are numbered together, by id", "[similarity]") {
  MapContent content;
  content.customers = {person("zoe", {is("region", word("n"))})};
  Partner partner;
  partner.id = partner.name = "ann";
  partner.attributes = {is("region", word("n"))};
  content.partners = {partner};
  const Map map = make_map(content);
  const Similarity similarity(map);
  CHECK(similarity.size() == 2);
  CHECK(similarity.id(0) == "ann");
  CHECK(similarity.find("zoe") == 1U);
  CHECK_FALSE(similarity.find("bob"));
  CHECK(similarity.between(0, 1) == 0.5);
}
