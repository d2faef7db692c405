#include "model/io/load.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>

#include "model/format/write.hpp"
#include "tests/support/places.hpp"
#include "tests/support/shared_data.hpp"
#include "tests/support/temporary_folder.hpp"

namespace outmap {

namespace {

std::string text_of(const Diagnostics& problems) {
  std::string text;
  for (const Diagnostic& problem : problems.all()) {
    text += problem.place.file + ":" + std::to_string(problem.place.line) + ":" + std::to_string(problem.place.column) +
            " " + std::string(to_text(problem.severity)) + " " + problem.code + " " + problem.path + "\n";
  }
  return text;
}

const char* const thirty_mistakes = R"(outmap: 1
title: [a, list]
date: 2026-02-30
scale: {min: 10, max: 0}
curency: EUR
customers:
  - {id: parents, size: -5}
  - {id: students, sice: 4, attributes: {age: 20}}
  - {name: No id at all}
  - {id: shift.workers, size: many}
  - {id: retired, needs: fast-answers}
  - {id: firms, clv: {margin: 100}}
partners:
  - {id: midwives, kind: extern}
  - {id: parents, name: Twice the same id}
needs:
  - {id: quick, statement: Quick answers}
journeys:
  - id: year
    customers: [studens]
    stages:
      - {id: book, emotion: 3, touchpoints: [quick]}
      - {id: visit, by_customer: {studnts: {emotion: 1}}}
outcomes:
  - {id: fast, holders: [students], direction: up, importance: "9"}
  - {id: wait, scale: {min: 0, max: 90}, current: 95}
initiatives:
  - {id: a, requires: [b], cost: 1,000}
  - {id: b, requires: [a], closes: {fast: 50}}
  - {id: c, closes: {fasst: 0.5}}
relations:
  - {from: students, to: midwifes, type: common-goal}
  - {from: midwives, to: midwives}
influences:
  - {from: fast, to: wait, weight: 70}
  - {from: fast, to: wait, confidence: 0.5}
readings:
  - {of: fast, date: 1 May, value: 4}
  - {of: book, date: 2026-05-01, value: 4}
)";

}  // namespace

TEST_CASE("a map with thirty mistakes is told all of them, at their places, in one pass") {
  const LoadedMap loaded = load_map_text("map.yaml", thirty_mistakes);
  CHECK(!loaded.map);
  const std::string found = text_of(loaded.problems);
  CHECK(found == R"(map.yaml:2:8 error value.type /title
map.yaml:3:7 error value.date /date
map.yaml:4:8 error value.scale /scale
map.yaml:5:1 error field.unknown /curency
map.yaml:7:25 error value.range /customers/0/size
map.yaml:8:20 error field.unknown /customers/1/sice
map.yaml:9:5 error field.missing /customers/2
map.yaml:10:10 error value.id /customers/3/id
map.yaml:10:31 error value.type /customers/3/size
map.yaml:11:26 error value.type /customers/4/needs
map.yaml:12:22 error value.clv /customers/5/clv
map.yaml:14:26 error value.choice /partners/0/kind
map.yaml:15:10 error structure.duplicate-id /partners/1/id
map.yaml:20:17 error reference.unknown-id /journeys/0/customers/0
map.yaml:22:29 error value.range /journeys/0/stages/0/emotion
map.yaml:22:46 error reference.wrong-kind /journeys/0/stages/0/touchpoints/0
map.yaml:23:35 error reference.unknown-id /journeys/0/stages/1/by_customer/studnts
map.yaml:25:48 error value.choice /outcomes/0/direction
map.yaml:25:64 error value.type /outcomes/0/importance
map.yaml:26:51 error value.level /outcomes/1/current
map.yaml:28:23 error structure.cycle /initiatives/0/requires
map.yaml:28:36 error field.unknown /initiatives/0/000
map.yaml:29:43 error value.range /initiatives/1/closes/fast
map.yaml:30:22 error reference.unknown-id /initiatives/2/closes/fasst
map.yaml:32:26 error reference.unknown-id /relations/0/to
map.yaml:33:26 warning structure.self-relation /relations/1/to
map.yaml:35:36 error value.range /influences/0/weight
map.yaml:36:5 error field.missing /influences/1
map.yaml:38:22 error value.date /readings/0/date
map.yaml:39:5 error value.reading /readings/1
)");
}

TEST_CASE("text that is no map is refused as such") {
  CHECK(text_of(load_map_text("a.json", "[]").problems) == "a.json:1:1 error structure.not-a-map \n");
  CHECK(text_of(load_map_text("a.json", "{\"asd\": \"sdf\"}").problems) == "a.json:1:1 error structure.not-a-map \n");
  CHECK(text_of(load_map_text("a.yaml", "title: Clinics\n").problems) == "a.yaml:1:1 error structure.not-a-map \n");
  CHECK(text_of(load_map_text("a.json", "{\"outmap\": 2}").problems) == "a.json:1:12 error value.range /outmap\n");
}

TEST_CASE("the smallest map is one line") {
  const LoadedMap loaded = load_map_text("clinics.yaml", "outmap: 1\n");
  REQUIRE(loaded.map);
  CHECK(loaded.map->content().title == "clinics");
  CHECK(loaded.problems.all().empty());
}

TEST_CASE("a map written as JSON reads back as the same map") {
  for (const char* sample : {"minimal/map.yaml", "clinics/map.yaml", "saas/map.yaml"}) {
    CAPTURE(sample);
    const LoadedMap loaded = load_map(outmap::test::source_folder().string() + "/samples/" + sample);
    CAPTURE(text_of(loaded.problems));
    REQUIRE(loaded.map);
    const LoadedMap again = load_map_text("again.json", to_json(*loaded.map).dump());
    CAPTURE(text_of(again.problems));
    REQUIRE(again.map);
    CHECK(*again.map == *loaded.map);
  }
}

TEST_CASE("a folder of tables is a map") {
  const test::TemporaryFolder folder;
  folder.write("customers.csv",
               "id,name,size,needs,region,clv.margin,clv.retention,clv.discount,languages\n"
               "parents,New parents,4200,fast;trust,north,180,0.8,0.1,de;fr\n"
               "students,,1900,,south,,,,\n");
  folder.write("needs.csv", "id;statement\nfast;Quick answers\ntrust;\"Trust; above all\"\n");
  folder.write("stages.csv",
               "journey,position,id,name,value.functional,by_customer.parents.emotion\n"
               "year,2,visit,Visit,6,\nyear,1,book,Book,4,-2\n");
  folder.write("outcomes.csv", "id,holders,holders.parents.importance,importance\nquick,parents;students,9,7\n");
  folder.write("initiatives.csv", "id,cost,closes\nline,40000,quick=0.5\n");
  folder.write("partners.csv",
               "id,progress_markers.expect,strategy_map.I-1\nmidwives,m1=Hand out leaflets;m2=Ask,Booking tool\n");
  folder.write("relation.csv", "from,to\nparents,midwives\n");
  const LoadedMap loaded = load_map(folder.path());
  CHECK(text_of(loaded.problems) == folder.path() + "/relation.csv:0:0 warning file.unread \n");
  REQUIRE(loaded.map);
  const MapContent& map = loaded.map->content();
  REQUIRE(map.customers.size() == 2);
  CHECK(map.customers[0].needs == Ids{"fast", "trust"});
  CHECK(map.customers[0].clv->margin == 180);
  CHECK(*find_attribute(map.customers[0].attributes, Symbol("languages")) ==
        AttributeValue(Words{Symbol("de"), Symbol("fr")}));
  CHECK(map.customers[1].name == "students");
  CHECK(!map.customers[1].clv);
  CHECK(map.needs[1].statement == "Trust; above all");
  REQUIRE(map.journeys.size() == 1);
  REQUIRE(map.journeys[0].stages.size() == 2);
  CHECK(map.journeys[0].stages[0].id == "book");
  CHECK(map.journeys[0].stages[0].by_customer[0].emotion == -2);
  CHECK(map.outcomes[0].holders.list[0].importance == 9);
  CHECK(map.outcomes[0].holders.list[1].id == "students");
  CHECK(map.initiatives[0].closes == IdNumbers{{"quick", 0.5}});
  CHECK(map.partners[0].progress_markers.expect[1].statement == "Ask");
}

TEST_CASE("problems in tables are placed in their cells") {
  const test::TemporaryFolder folder;
  folder.write(
      "map.yaml",
      "outmap: 1\ntables: {customers: {file: c.csv, columns: {id: customerID, size: heads}, ignore: [Chrun]}}\n");
  folder.write("c.csv", "customerID,heads,needs,clv.margn\na,many,fast,3\nb,2,,4\nb,,,\n,1,,\n");
  folder.write("stages.csv", "journey,position,id\nyear,1,s1\nyear,2,s1\nyear,1,s2\n");
  const LoadedMap loaded = load_map(folder.path());
  CHECK(!loaded.map);
  std::string expected;
  for (const char* line :
       {"c.csv:2:3 error value.type /customers/0/size", "c.csv:2:8 error reference.unknown-id /customers/0/needs/0",
        "c.csv:4:1 error structure.duplicate-id /customers/2/id", "c.csv:5:1 error field.missing /customers/3/id",
        "map.yaml:2:84 error reference.unknown-column /tables/customers/ignore/0",
        "stages.csv:3:6 error structure.stage-position /stages/1/position",
        "stages.csv:4:6 error structure.stage-position /stages/2/position"}) {
    expected += folder.path() + "/" + line + "\n";
  }
  CHECK(text_of(loaded.problems) == expected);
}

TEST_CASE("a column that is called almost like a field is read as an attribute, with a warning") {
  const test::TemporaryFolder folder;
  folder.write("customers.csv", "id,sizze,attributes.nmae,region\na,3,b,north\n");
  const LoadedMap loaded = load_map(folder.path());
  CHECK(text_of(loaded.problems) == folder.path() + "/customers.csv:1:4 warning field.like-attribute /sizze\n");
  REQUIRE(loaded.map);
  CHECK(loaded.map->content().customers[0].attributes.size() == 3);
}

TEST_CASE("a table that is missing is reported where the map names it") {
  const test::TemporaryFolder folder;
  folder.write("map.yaml", "outmap: 1\ntables: {readings: readigs.csv}\n");
  folder.write("readings.csv", "of,date,value\n");
  const LoadedMap loaded = load_map(folder.path() + "/map.yaml");
  CHECK(text_of(loaded.problems) == folder.path() + "/map.yaml:2:20 error file.not-found /tables/readings\n");
}

TEST_CASE("fields that begin with x- are kept") {
  const LoadedMap loaded =
      load_map_text("m.yaml", "outmap: 1\nx-deck: {slides: [1, two]}\nneeds: [{id: a, x-seen: true}]\n");
  REQUIRE(loaded.map);
  const auto json = to_json(*loaded.map);
  CHECK(json["x-deck"].dump() == R"({"slides":[1,"two"]})");
  CHECK(json["needs"][0]["x-seen"] == true);
}

TEST_CASE("7,043 customers of a telephone company are read through a column mapping") {
  const auto data = test::shared_data("customers/telco_churn_ibm.csv");
  if (!data) {
    WARN("skipped: the data is absent");
    return;
  }
  const LoadedMap loaded = load_map_text(
      "telco.yaml",
      "outmap: 1\ntitle: Telco\ntables: {customers: {file: telco_churn_ibm.csv, columns: {id: customerID}}}\n",
      data->parent_path().string());
  CAPTURE(text_of(loaded.problems));
  REQUIRE(loaded.map);
  const auto& customers = loaded.map->content().customers;
  CHECK(customers.size() == 7043);
  const auto missing = std::count_if(customers.begin(), customers.end(), [](const Customer& customer) {
    return find_attribute(customer.attributes, Symbol("TotalCharges")) == nullptr;
  });
  CHECK(missing == 11);
  CHECK(*find_attribute(customers[0].attributes, Symbol("tenure")) == AttributeValue(1.0));
}

TEST_CASE("the map in the format's specification reads without an error") {
  const auto data = test::shared_data("../contract.md");
  if (!data) {
    WARN("skipped: the data is absent");
    return;
  }
  std::stringstream read;
  read << std::ifstream(*data).rdbuf();
  const std::string text = read.str();
  const auto begin = text.find("```yaml\n") + 8;
  const test::TemporaryFolder folder;
  folder.write("map.yaml", text.substr(begin, text.find("```", begin) - begin));
  folder.write("readings.csv", "of,date,value\nbooked-fast,2026-06-01,5\n");
  const LoadedMap loaded = load_map(folder.path() + "/map.yaml");
  CAPTURE(text_of(loaded.problems));
  REQUIRE(loaded.map);
  CHECK(loaded.problems.all().empty());
  CHECK(loaded.map->content().readings.size() == 4);
}

TEST_CASE("organisations of a policy network are read with four kinds of ties") {
  const auto data = test::shared_data("networks/chemnet");
  if (!data) {
    WARN("skipped: the data is absent");
    return;
  }
  const LoadedMap loaded =
      load_map_text("chemnet.yaml",
                    "outmap: 1\ntitle: Chemicals policy\ntables:\n"
                    "  partners: nodes.csv\n"
                    "  relations: {file: edges.csv, columns: {from: source, to: target, type: relation}}\n",
                    data->string());
  CAPTURE(text_of(loaded.problems));
  REQUIRE(loaded.map);
  CHECK(loaded.map->content().partners.size() == 30);
  std::set<std::string> types;
  for (const Relation& relation : loaded.map->content().relations) types.insert(relation.type);
  CHECK(types.size() == 4);
}

TEST_CASE("files that other people's JSON tests accept or refuse are told apart by their codes") {
  const auto data = test::shared_data("malformed/json/test_parsing");
  if (!data) {
    WARN("skipped: the data is absent");
    return;
  }
  for (const auto& entry : std::filesystem::directory_iterator(*data)) {
    const auto name = entry.path().filename().string();
    CAPTURE(name);
    const LoadedMap loaded = load_map(entry.path().string());
    CHECK(!loaded.map);
    REQUIRE(loaded.problems.has_errors());
    const auto unreadable = [](const Diagnostic& problem) {
      return problem.severity == Severity::error &&
             (problem.code.starts_with("syntax.") || problem.code.starts_with("file."));
    };
    const auto& all = loaded.problems.all();
    const bool refused = std::any_of(all.begin(), all.end(), unreadable);
    if (name.starts_with("n_")) CHECK(refused);
    if (name.starts_with("y_")) {
      CHECK(!refused);
      CHECK(std::any_of(all.begin(), all.end(),
                        [](const auto& problem) { return problem.code == "structure.not-a-map"; }));
    }
  }
}

}  // namespace outmap
