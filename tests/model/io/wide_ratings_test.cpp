#include "model/io/wide_ratings.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "model/analysis/rating_tallies.hpp"
#include "model/io/load.hpp"
#include "tests/support/make_map.hpp"
#include "tests/support/shared_data.hpp"
#include "tests/support/temporary_folder.hpp"

namespace outmap {
namespace {

const char* const people_and_outcomes =
    "outmap: 1\ntitle: Survey\ncustomers: [{id: parents}]\noutcomes: [{id: fast}, {id: kind}]\n";

LoadedMap load(const std::string& tables, const std::string& csv) {
  const test::TemporaryFolder folder;
  folder.write("map.yaml", people_and_outcomes + tables);
  folder.write("survey.csv", csv);
  return load_map(folder.path() + "/map.yaml");
}

struct Said {
  std::string code;
  std::string file;
  std::uint32_t line;
  std::uint32_t column;

  bool operator==(const Said&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Said& said) {
  return out << said.file << ":" << said.line << ":" << said.column << " " << said.code;
}

std::vector<Said> said_of(const LoadedMap& loaded) {
  std::vector<Said> all;
  for (const Diagnostic& problem : loaded.problems.all()) {
    const auto name = problem.place.file.substr(problem.place.file.rfind('/') + 1);
    all.push_back({problem.code, name, problem.place.line, problem.place.column});
  }
  return all;
}

const char* const survey = "tables: {ratings: survey.csv}\n";

}  // namespace

TEST_CASE("a row of a wide table is a rating for every outcome that was answered", "[wide_ratings]") {
  const LoadedMap loaded = load(survey,
                                "respondent,customer,date,fast.importance,fast.satisfaction,kind.satisfaction\n"
                                "p1,parents,2026-05-01,5,2,4\n"
                                "p2,,,3,,\n"
                                "p3,parents,,,,\n");
  REQUIRE(loaded.map);
  CHECK(loaded.problems.all().empty());
  const auto& ratings = loaded.map->content().ratings;
  REQUIRE(ratings.size() == 3);
  CHECK(ratings[0] == Rating{"p1", "fast", 5, 2, "parents", test::day("2026-05-01"), 1, 5});
  CHECK(ratings[1] == Rating{"p1", "kind", {}, 4, "parents", test::day("2026-05-01"), 1, 5});
  CHECK(ratings[2] == Rating{"p2", "fast", 3, {}, "", {}, 1, 5});
}

TEST_CASE("a survey's own headers are mapped, and its scale is given once", "[wide_ratings]") {
  const LoadedMap loaded = load(
      "tables: {ratings: {file: survey.csv, columns: {respondent: ID, fast.importance: Q1_imp, "
      "fast.satisfaction: Q1_sat}, values: {scale_min: 0, scale_max: 10}, ignore: [Remarks]}}\n",
      "ID;Q1_imp;Q1_sat;Remarks\n7;9;2;slow\n8;10;0;\n");
  REQUIRE(loaded.map);
  CHECK(loaded.problems.all().empty());
  const auto& ratings = loaded.map->content().ratings;
  REQUIRE(ratings.size() == 2);
  CHECK(ratings[0] == Rating{"7", "fast", 9, 2, "", {}, 0, 10});
  CHECK(ratings[1].satisfaction == 0);
}

TEST_CASE("a wide and a long table of the same answers give the same map", "[wide_ratings]") {
  const LoadedMap wide =
      load(survey, "respondent,fast.importance,fast.satisfaction,kind.importance\na,5,1,2\nb,4,3,\n");
  const LoadedMap longer =
      load(survey, "respondent,outcome,importance,satisfaction\na,fast,5,1\na,kind,2,\nb,fast,4,3\n");
  REQUIRE(wide.map);
  REQUIRE(longer.map);
  CHECK(*wide.map == *longer.map);
}

TEST_CASE("an outcome that the map lacks is told of once, at its column", "[wide_ratings]") {
  const LoadedMap loaded = load(survey, "respondent,fats.importance,kind.importance\na,5,1\nb,4,3\n");
  CHECK(said_of(loaded) == std::vector<Said>{{"reference.unknown-id", "survey.csv", 1, 12}});
  CHECK(loaded.problems.all()[0].hint == "did you mean 'fast'?");
}

TEST_CASE("a column that is no field is told of once, however many outcomes there are", "[wide_ratings]") {
  const LoadedMap loaded = load(survey, "respondent,fast.importance,kind.importance,mood\na,5,1,x\n");
  CHECK(said_of(loaded) == std::vector<Said>{{"field.unknown", "survey.csv", 1, 44}});
}

TEST_CASE("answers that are wrong are found in their cells", "[wide_ratings]") {
  const LoadedMap loaded = load(survey,
                                "respondent,fast.importance,kind.importance,kind.satisfaction\n"
                                "a,5,1,1\nb,,x,4\nc,1,2,9\n");
  CHECK(said_of(loaded) == std::vector<Said>{{"value.type", "survey.csv", 3, 4}, {"value.range", "survey.csv", 4, 7}});
}

TEST_CASE("one wrong name among many ratings is told of where it stands", "[wide_ratings]") {
  std::string table = "respondent,outcome,importance,customer\n";
  for (int row = 0; row < 100; ++row) table += row == 70 ? "p70,fast,5,parnets\n" : "p,kind,4,parents\n";
  const LoadedMap loaded = load(survey, table);
  CHECK(said_of(loaded) == std::vector<Said>{{"reference.unknown-id", "survey.csv", 72, 12}});
  CHECK(loaded.problems.all().front().hint == "did you mean 'parents'?");
}

TEST_CASE("who answered is asked for once a row", "[wide_ratings]") {
  CHECK(said_of(load(survey, "fast.importance,kind.importance\n5,1\n")) ==
        std::vector<Said>{{"field.missing", "survey.csv", 1, 1}});
}

TEST_CASE("what a table says nothing of may be said in the map", "[wide_ratings]") {
  const test::TemporaryFolder folder;
  folder.write(
      "map.yaml",
      "outmap: 1\ntitle: Values\ntables: {customers: {file: c.csv, values: {size: 5, attributes.region: north}}}\n");
  folder.write("c.csv", "id,size\na,\nb,7\n");
  const LoadedMap loaded = load_map(folder.path() + "/map.yaml");
  CHECK(said_of(loaded) == std::vector<Said>{{"field.unknown", "map.yaml", 3, 72}});

  folder.write("map.yaml", "outmap: 1\ntitle: Values\ntables: {customers: {file: c.csv, values: {size: 5}}}\n");
  const LoadedMap sound = load_map(folder.path() + "/map.yaml");
  REQUIRE(sound.map);
  CHECK(sound.map->content().customers[0].size == 5);
  CHECK(sound.map->content().customers[1].size == 7);

  folder.write("map.yaml", "outmap: 1\ntitle: Values\ntables: {customers: {file: c.csv, values: {size: many}}}\n");
  folder.write("c.csv", "id\na\nb\n");
  CHECK(said_of(load_map(folder.path() + "/map.yaml")) == std::vector<Said>{{"value.type", "map.yaml", 3, 50}});
}

TEST_CASE("980 people's ratings of ten sights are read as a wide table", "[wide_ratings]") {
  const auto data = test::shared_data("feedback/tripadvisor_review.csv");
  if (!data) {
    WARN("skipped: the data is absent");
    return;
  }
  const LoadedMap loaded = load_map_text(
      "sights.yaml",
      "outmap: 1\ntitle: Sights\n"
      "outcomes: [{id: galleries}, {id: clubs}, {id: bars}, {id: food}, {id: museums}, {id: resorts}, {id: parks},\n"
      "  {id: beaches}, {id: theatres}, {id: temples}]\n"
      "tables:\n  ratings:\n    file: tripadvisor_review.csv\n    values: {scale_min: 0, scale_max: 4}\n"
      "    columns: {respondent: User ID, galleries.satisfaction: art galleries, clubs.satisfaction: dance clubs,\n"
      "      bars.satisfaction: juice bars, food.satisfaction: restaurants, museums.satisfaction: museums,\n"
      "      resorts.satisfaction: resorts, parks.satisfaction: parks/picnic spots, beaches.satisfaction: beaches,\n"
      "      theatres.satisfaction: theaters, temples.satisfaction: religious institutions}\n",
      data->parent_path().string());
  REQUIRE(loaded.map);
  CHECK(loaded.problems.all().empty());
  const MapContent& content = loaded.map->content();
  REQUIRE(content.ratings.size() == 9800);
  std::set<std::string> people;
  for (const Rating& rating : content.ratings) people.insert(rating.respondent.str());
  CHECK(people.size() == 980);

  const RatingTallies shares(*loaded.map, std::nullopt);
  const RatingTallies means(*loaded.map, std::nullopt, {RatingScore::mean});
  CHECK(shares.of("beaches").satisfaction_answers() == 980);
  CHECK(*shares.of("beaches").satisfaction() == Approx(10.0 * 106 / 980));
  CHECK(*means.of("beaches").satisfaction() == Approx(7.087653).margin(1e-6));
  CHECK(*means.of("galleries").satisfaction() == Approx(2.232985).margin(1e-6));
}

}  // namespace outmap
