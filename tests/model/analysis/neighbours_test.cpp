// The neighbour searches beside a plain re-telling of Gower's coefficient on random maps, and what must hold on every
// map.
#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <ctime>
#include <map>
#include <random>
#include <set>

#include "model/analysis/derived_relations.hpp"
#include "model/analysis/likeness_scan.hpp"
#include "model/io/load.hpp"
#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"
#include "tests/support/places.hpp"
#include "tests/support/shared_data.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

using Lists = std::vector<std::vector<Neighbour>>;

class Draws {
 public:
  explicit Draws(std::uint32_t seed) : engine_(seed) {}
  unsigned below(unsigned limit) { return static_cast<unsigned>(engine_() % limit); }
  bool chance(unsigned percent) { return below(100) < percent; }
  Symbol word(unsigned variety) { return Symbol("w" + std::to_string(below(variety))); }

 private:
  std::mt19937 engine_;
};

struct Shape {
  unsigned people = 40;
  unsigned missing_percent = 20;
  unsigned numbers = 3;
  unsigned categories = 3;
  unsigned sets = 1;
  unsigned variety = 4;  // of values
};

Attributes random_attributes(Draws& random, const Shape& shape) {
  Attributes attributes;
  const auto add = [&](const std::string& name, AttributeValue value) {
    if (!random.chance(shape.missing_percent)) attributes.push_back({Symbol(name), std::move(value)});
  };
  for (unsigned k = 0; k < shape.numbers; ++k) add("n" + std::to_string(k), random.below(shape.variety * 7) / 3.0);
  for (unsigned k = 0; k < shape.categories; ++k) add("c" + std::to_string(k), random.word(shape.variety));
  for (unsigned k = 0; k < shape.sets; ++k) {
    Words words;
    for (unsigned i = 0; i < random.below(4); ++i) words.push_back(random.word(shape.variety * 2));
    add("s" + std::to_string(k), std::move(words));
  }
  add("truth", random.chance(50));
  add("mixed", random.chance(50) ? AttributeValue(1.0 * random.below(5)) : AttributeValue(random.word(3)));
  return attributes;
}

MapContent random_people(std::uint32_t seed, const Shape& shape) {
  Draws random(seed);
  MapContent content;
  for (int i = 0; i < 6; ++i) {
    Need need;
    need.id = need.name = "need" + std::to_string(i);
    content.needs.push_back(need);
  }
  for (unsigned i = 0; i < shape.people; ++i) {
    Customer person = customer("p" + std::to_string(random.below(1000)) + "-" + std::to_string(i));
    person.attributes = random_attributes(random, shape);
    for (const Need& need : content.needs) {
      if (random.chance(20)) person.needs.push_back(need.id);
    }
    if (random.chance(30)) person.tags.push_back(random.chance(50) ? "x" : "y");
    content.customers.push_back(std::move(person));
  }
  return content;
}

// --- Gower's coefficient told plainly, straight from the attributes -----------------------------------

std::set<std::string> set_of(const Words& words) {
  std::set<std::string> set;
  for (const Symbol& word : words) set.insert(word.text());
  return set;
}

struct Plain {
  double alike = 0;
  double compared = 0;

  void add(double weight, double likeness) {
    alike += weight * likeness;
    compared += weight;
  }
  void add_sets(double weight, const std::set<std::string>& a, const std::set<std::string>& b) {
    std::set<std::string> either = a;
    either.insert(b.begin(), b.end());
    if (either.empty()) return;
    add(weight, static_cast<double>(a.size() + b.size() - either.size()) / static_cast<double>(either.size()));
  }
};

double range_of(const MapContent& content, Symbol name) {
  double low = INFINITY;
  double high = -INFINITY;
  for (const Customer& person : content.customers) {
    const AttributeValue* value = find_attribute(person.attributes, name);
    if (value == nullptr || !std::holds_alternative<double>(*value)) continue;
    low = std::min(low, std::get<double>(*value));
    high = std::max(high, std::get<double>(*value));
  }
  return high - low;
}

double plain_similarity(const MapContent& content, const Customer& a, const Customer& b,
                        const std::map<std::string, double>& weights, bool is_plain) {
  const auto weight_of = [&](const std::string& name) { return weights.contains(name) ? weights.at(name) : 1.0; };
  Plain sums;
  for (const Attribute& attribute : a.attributes) {
    const AttributeValue* other = find_attribute(b.attributes, attribute.name);
    if (other == nullptr || other->index() != attribute.value.index()) continue;
    const double weight = weight_of(attribute.name.text());
    if (const auto* number = std::get_if<double>(&attribute.value)) {
      const double range = range_of(content, attribute.name);
      if (range > 0) sums.add(weight, 1 - std::abs(*number - std::get<double>(*other)) / range);
    } else if (const auto* words = std::get_if<Words>(&attribute.value)) {
      sums.add_sets(weight, set_of(*words), set_of(std::get<Words>(*other)));
    } else {
      sums.add(weight, attribute.value == *other ? 1 : 0);
    }
  }
  sums.add_sets(weight_of("needs"), {a.needs.begin(), a.needs.end()}, {b.needs.begin(), b.needs.end()});
  sums.add_sets(weight_of("tags"), {a.tags.begin(), a.tags.end()}, {b.tags.begin(), b.tags.end()});
  return sums.compared == 0 ? 0 : sums.alike / (sums.compared + (is_plain ? 0 : 1));
}

// --- all pairs, one by one ---------------------------------------------------------------------------

Lists all_pairs(const Similarity& similarity, const NeighbourOptions& options) {
  Lists lists(similarity.size());
  for (std::uint32_t i = 0; i < lists.size(); ++i) {
    for (std::uint32_t j = 0; j < lists.size(); ++j) {
      const double likeness = similarity.between(i, j);
      if (i != j && likeness > options.above) lists[i].push_back({j, likeness});
    }
    std::ranges::sort(lists[i], [](const Neighbour& x, const Neighbour& y) {
      return x.similarity != y.similarity ? x.similarity > y.similarity : x.element < y.element;
    });
    if (lists[i].size() > options.count) lists[i].resize(options.count);
  }
  return lists;
}

SimilarityOptions random_options(Draws& random) {
  SimilarityOptions options;
  options.plain = random.chance(30);
  options.profiles.rare_counts_more = random.chance(30);
  if (random.chance(50))
    options.profiles.weights = {{"n0", random.below(30) / 7.0}, {"needs", random.below(5) * 1.0}, {"c1", 0.01}};
  return options;
}

/// The share of the exact search's neighbours that another search found, or others just as similar.
double recall(const NeighbourLists& exact, const NeighbourLists& found) {
  std::size_t all = 0;
  std::size_t hits = 0;
  for (std::size_t i = 0; i < exact.size(); ++i) {
    all += exact.of(i).size();
    if (exact.of(i).empty()) continue;
    const double last = exact.of(i).back().similarity;
    hits += static_cast<std::size_t>(
        std::ranges::count_if(found.of(i), [&](const Neighbour& neighbour) { return neighbour.similarity >= last; }));
  }
  return all == 0 ? 1 : static_cast<double>(hits) / static_cast<double>(all);
}

NeighbourLists search(const Similarity& similarity, NeighbourSearch way, unsigned threads, std::size_t count = 10) {
  NeighbourOptions options;
  options.count = count;
  options.search = way;
  options.threads = threads;
  return find_neighbours(similarity, options);
}

}  // namespace

TEST_CASE("similarity equals its plain re-telling, is symmetric and lies in 0-1", "[similarity]") {
  const bool ok = rc::check([](std::uint32_t seed) {
    Draws random(seed);
    const MapContent content = random_people(seed, {20, random.below(60), 2, 2, 1, 1 + random.below(5)});
    SimilarityOptions options = random_options(random);
    options.profiles.rare_counts_more = false;
    std::map<std::string, double> weights;
    for (const TraitWeight& weight : options.profiles.weights) weights[weight.name] = weight.weight;
    const Map map = make_map(content);
    const Similarity similarity(map, options);
    for (const Customer& a : content.customers) {
      for (const Customer& b : content.customers) {
        const auto i = similarity.find(a.id).value();
        const auto j = similarity.find(b.id).value();
        const double likeness = similarity.between(i, j);
        RC_ASSERT(std::abs(likeness - plain_similarity(content, a, b, weights, options.plain)) < 1e-12);
        RC_ASSERT(likeness == similarity.between(j, i));
        RC_ASSERT(likeness >= 0 && likeness <= 1);
        RC_ASSERT(likeness == similarity.explain(i, j).similarity);
      }
    }
  });
  REQUIRE(ok);
}

TEST_CASE("the exact search finds what comparing all pairs finds", "[neighbours]") {
  const bool ok = rc::check([](std::uint32_t seed) {
    Draws random(seed);
    const Shape shape{1 + random.below(300), random.chance(30) ? 0 : random.below(70),
                      random.below(4),       random.below(4),
                      random.below(3),       1 + random.below(6)};
    const Map map = make_map(random_people(seed, shape));
    const Similarity similarity(map, random_options(random));
    NeighbourOptions options;
    options.count = random.below(12);
    options.above = random.below(10) / 10.0;
    options.threads = 1 + random.below(2);
    RC_ASSERT(find_neighbours(similarity, options) == NeighbourLists(all_pairs(similarity, options), true));
  });
  REQUIRE(ok);
}

TEST_CASE("the exact search is exact across blocks, and for duplicates", "[neighbours]") {
  for (const unsigned variety : {2U, 40U}) {
    const Map map = make_map(random_people(variety, {1500, 10, 2, 2, 1, variety}));
    const Similarity similarity(map);
    NeighbourOptions options;
    options.threads = 2;
    CHECK(find_neighbours(similarity, options) == NeighbourLists(all_pairs(similarity, options), true));
  }
}

TEST_CASE("the quick bound never refuses a pair that is similar enough", "[neighbours]") {
  const bool ok = rc::check([](std::uint32_t seed) {
    Draws random(seed);
    const Map map = make_map(random_people(seed, {30, random.below(50), random.below(20), random.below(20), 2, 5}));
    const Similarity similarity(map, random_options(random));
    std::vector<std::uint32_t> members;
    for (std::uint32_t i = 0; i < similarity.size(); i += 1 + random.below(2)) members.push_back(i);
    const LikenessScan scan(similarity, members);
    LikenessScan::Sums sums;
    for (std::size_t i = 0; i < members.size(); ++i) {
      const LikenessScan::Query query = scan.prepare(i);
      scan.sum_up(query, 0, members.size(), sums);
      for (std::size_t j = 0; j < members.size(); ++j) {
        const double likeness = similarity.between(members[i], members[j]);
        const auto compared = static_cast<scan::Units>(query.total - sums.cut[j]);
        RC_ASSERT(scan.bar(likeness).margin(compared, sums.loss[j]) >= 0);
      }
    }
  });
  REQUIRE(ok);
}

TEST_CASE("the order of the file changes no neighbour", "[neighbours]") {
  MapContent content = random_people(5, {});
  const Map map = make_map(content);
  std::shuffle(content.customers.begin(), content.customers.end(), std::mt19937(9));
  const Map shuffled = make_map(content);
  const Similarity one(map);
  const Similarity other(shuffled);
  CHECK(one.id(7) == other.id(7));
  CHECK(find_neighbours(one) == find_neighbours(other));
  CHECK(derive_relations(one) == derive_relations(other));
}

TEST_CASE("the number of threads changes no neighbour", "[neighbours]") {
  const Map map = make_map(random_people(6, {2200, 10, 3, 3, 1, 9}));
  const Similarity similarity(map);
  for (const auto way : {NeighbourSearch::exact, NeighbourSearch::approximate}) {
    const NeighbourLists one = search(similarity, way, 1);
    CHECK(one == search(similarity, way, 2));
  }
}

TEST_CASE("the approximate search finds at least 95 of 100 nearest", "[neighbours]") {
  struct Case {
    const char* what;
    Shape shape;
  };
  const Case cases[] = {{"many independent numbers", {4000, 0, 8, 4, 0, 30}},
                        {"gaps and sets", {4000, 20, 3, 3, 2, 6}},
                        {"few categories, many duplicates", {4000, 0, 0, 3, 0, 3}}};
  for (const Case& test : cases) {
    const Map map = make_map(random_people(11, test.shape));
    const Similarity similarity(map);
    const double share =
        recall(search(similarity, NeighbourSearch::exact, 2), search(similarity, NeighbourSearch::approximate, 2));
    INFO(test.what << ": recall " << share);
    CHECK(share >= 0.95);
  }
}

TEST_CASE("the search is exact for few elements unless another is asked for", "[neighbours]") {
  const Map map = make_map(random_people(12, {}));
  const Similarity similarity(map);
  NeighbourOptions options;
  CHECK(find_neighbours(similarity, options).is_exact());
  options.exact_up_to = 10;
  CHECK_FALSE(find_neighbours(similarity, options).is_exact());
  options.search = NeighbourSearch::exact;
  CHECK(find_neighbours(similarity, options).is_exact());
}

TEST_CASE("no elements and one element have no neighbours", "[neighbours]") {
  const Map nobody = make_map({});
  CHECK(find_neighbours(Similarity(nobody)).size() == 0);
  const Map alone = make_map(random_people(1, {.people = 1}));
  for (const auto way : {NeighbourSearch::exact, NeighbourSearch::approximate}) {
    CHECK(search(Similarity(alone), way, 2).of(0).empty());
  }
}

TEST_CASE("pairs by either or by both", "[neighbours]") {
  // 0 and 1 name each other; 2 names 1, who does not name 2
  const NeighbourLists lists({{{1, 0.9}}, {{0, 0.9}}, {{1, 0.7}}}, true);
  CHECK(pair_neighbours(lists) == std::vector<SimilarPair>{{0, 1, 0.9}, {1, 2, 0.7}});
  CHECK(pair_neighbours(lists, NeighbourRule::both) == std::vector<SimilarPair>{{0, 1, 0.9}});
}

TEST_CASE("a derived relation says what is shared", "[neighbours]") {
  MapContent content;
  Need need;
  need.id = need.name = "quiet";
  content.needs = {need};
  content.customers = {customer("a"), customer("b"), customer("c")};
  for (Customer& person : content.customers)
    person.attributes = {{Symbol("region"), Symbol("n")}, {Symbol("plan"), Symbol("p")}};
  content.customers[0].needs = content.customers[1].needs = {"quiet"};
  const Map map = make_map(content);
  const Similarity similarity(map);
  const DerivedRelations derived = derive_relations(similarity);
  REQUIRE(derived.relations.size() == 1);  // a and c: 2 of 3 compared, 2 / 4, which is not above 0.5
  CHECK(derived.relations[0].type == "similar-need");
  CHECK(derived.relations[0].likeness.similarity == 0.75);
  CHECK(derived.relations[0].likeness.shared.size() == 3);
  CHECK(type_of(similarity.explain(0, 2)) == "common-interest");
  DerivedRelationOptions brief;
  brief.reasons = 1;
  CHECK(derive_relations(similarity, brief).relations[0].likeness.shared.size() == 1);
}

TEST_CASE("the nearest in the samples are those that a strategist would name", "[neighbours][samples]") {
  const auto nearest = [](const std::string& sample, const char* id) {
    const LoadedMap loaded = load_map(outmap::test::source_folder().string() + "/samples/" + sample + "/map.yaml");
    REQUIRE(loaded.map);
    const Similarity similarity(*loaded.map);
    NeighbourOptions options;
    options.above = 0;
    const NeighbourLists lists = find_neighbours(similarity, options);
    return std::string(similarity.id(lists.of(similarity.find(id).value()).front().element));
  };
  CHECK(nearest("clinics", "new-parents") == "expecting-couples");
  CHECK(nearest("clinics", "shift-workers") == "seasonal-workers");
  CHECK(nearest("clinics", "apprentices") == "first-job");
  CHECK(nearest("clinics", "students") == "university-office");
  CHECK(nearest("clinics", "chronic-care") == "retired-locals");
  CHECK(nearest("saas", "tolvane") == "birkhoehe");   // heating, south, Pro, the same four needs
  CHECK(nearest("saas", "pellowe") == "mirrowdale");  // facility, Start, one dispatcher, the same two needs
  CHECK(nearest("saas", "roadprint") == "vanpulse");  // partners: hardware, north, the same need
}

TEST_CASE("7,043 telephone customers find their neighbours in seconds", "[neighbours][data]") {
  const auto file = shared_data("customers/telco_churn_ibm.csv");
  if (!file) {
    WARN("skipped: no telephone customers");
    return;
  }
  const LoadedMap loaded = load_map_text(
      "telco.yaml",
      "outmap: 1\ntitle: T\ntables:\n  customers: {file: telco_churn_ibm.csv, columns: {id: customerID}}\n",
      file->parent_path().string());
  REQUIRE(loaded.map);
  const Similarity similarity(*loaded.map);
  CHECK(similarity.size() == 7043);
  const std::clock_t begin = std::clock();  // processor time: wall time says more of what else the machine does
  const NeighbourLists exact = search(similarity, NeighbourSearch::exact, 2);
  const double took_s = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  CHECK(took_s < 10);
  for (std::uint32_t i = 0; i < similarity.size(); i += 500) {  // a few rows against all others
    std::vector<Neighbour> row;
    for (std::uint32_t j = 0; j < similarity.size(); ++j) {
      if (i != j) row.push_back({j, similarity.between(i, j)});
    }
    std::ranges::stable_sort(row, std::greater<>{}, &Neighbour::similarity);
    CHECK(std::ranges::equal(exact.of(i), std::span(row).first(10)));
  }
  CHECK(recall(exact, search(similarity, NeighbourSearch::approximate, 2)) >= 0.95);
}
