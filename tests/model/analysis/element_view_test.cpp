#include "model/analysis/element_view.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/support/clinic.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

namespace {

/// The ties as "field id", in their order.
std::vector<std::string> told(const std::vector<ElementTie>& ties) {
  std::vector<std::string> all;
  for (const ElementTie& tie : ties) all.push_back(tie.field + " " + tie.id);
  return all;
}

std::string field_of(const std::vector<FieldText>& fields, std::string_view name) {
  const auto found = std::ranges::find(fields, name, &FieldText::name);
  return found == fields.end() ? "" : found->text;
}

/// The clinic with a journey and a partner's markers.
MapContent clinic_with_journey() {
  MapContent content = clinic();
  Journey journey;
  journey.id = "first-year";
  journey.name = "First year";
  journey.customers = {"new-parents"};
  journey.stages.resize(1);
  journey.stages[0].id = "book";
  journey.stages[0].name = "Book";
  journey.stages[0].outcomes = {"booked-fast"};
  StageView view;
  view.customer = "new-parents";
  view.emotion = -2;
  journey.stages[0].by_customer = {view};
  content.journeys = {journey};
  ProgressMarker marker;
  marker.id = marker.name = "m1";
  marker.statement = "Hand out our leaflet";
  content.partners[0].progress_markers.expect = {marker};
  return content;
}

using Told = std::vector<std::string>;

}  // namespace

TEST_CASE("nothing is shown of an id that no element has", "[element_view]") {
  CHECK_FALSE(view_element(make_map(clinic()), "midwifes"));
}

TEST_CASE("an outcome is shown with its fields, ties and rows", "[element_view]") {
  const auto view = view_element(make_map(clinic_with_journey()), "booked-fast");
  REQUIRE(view);
  CHECK(view->ref.kind == ElementKind::outcome);
  CHECK(view->path == "/outcomes/0");
  CHECK(field_of(view->fields, "importance") == "9");
  CHECK(field_of(view->fields, "target") == "8");
  CHECK(field_of(view->fields, "id").empty());
  CHECK(told(view->refers_to) == Told{"holders new-parents"});
  CHECK(told(view->referred_by) == Told{"outcomes book", "levels rival"});
  CHECK(view->referred_by[0].kind == ElementKind::stage);
  CHECK(view->referred_by[0].name == "Book");
  REQUIRE(view->rows.size() == 1);
  CHECK(view->rows[0].list == "readings");
  CHECK(field_of(view->rows[0].rows[0].fields, "value") == "4.5");
  CHECK(field_of(view->rows[0].rows[0].fields, "date") == "2026-05-01");
}

TEST_CASE("a customer is shown with those who name it, also below a stage", "[element_view]") {
  const auto view = view_element(make_map(clinic_with_journey()), "new-parents");
  REQUIRE(view);
  CHECK(field_of(view->fields, "size") == "4200");
  CHECK(view->refers_to.empty());
  CHECK(told(view->referred_by) ==
        Told{"customers first-year", "by_customer book", "holders booked-fast", "holders wait"});
  REQUIRE(view->rows.size() == 1);
  CHECK(view->rows[0].list == "relations");
  CHECK(field_of(view->rows[0].rows[0].fields, "to") == "midwives");
}

TEST_CASE("what an element holds is tied to it both ways", "[element_view]") {
  const Map map = make_map(clinic_with_journey());
  CHECK(told(view_element(map, "midwives")->refers_to) == Told{"progress_markers.expect m1"});
  CHECK(told(view_element(map, "m1")->referred_by) == Told{"progress_markers.expect midwives"});
  CHECK(told(view_element(map, "first-year")->refers_to) == Told{"customers new-parents", "stages book"});
  const auto book = view_element(map, "book");
  CHECK(book->path == "/journeys/0/stages/0");
  CHECK(told(book->referred_by) == Told{"stages first-year"});
  CHECK(field_of(book->fields, "by_customer.new-parents.emotion") == "-2");
}

TEST_CASE("many rows are counted and the first of them kept", "[element_view]") {
  MapContent content = clinic();
  content.readings.resize(50, content.readings[0]);
  const auto view = view_element(make_map(content), "booked-fast", {.rows_per_list = 3});
  REQUIRE(view->rows.size() == 1);
  CHECK(view->rows[0].count == 50);
  CHECK(view->rows[0].rows.size() == 3);
  CHECK(view->rows[0].rows[2].number == 2);
}

TEST_CASE("rows are left out on demand, and nothing else", "[element_view]") {
  const Map map = make_map(clinic_with_journey());
  const auto whole = view_element(map, "booked-fast");
  const auto without = view_element(map, "booked-fast", {.rows = false});
  REQUIRE(whole);
  REQUIRE(without);
  CHECK(!whole->rows.empty());
  CHECK(without->rows.empty());
  CHECK(without->fields == whole->fields);
  CHECK(without->refers_to == whole->refers_to);
  CHECK(without->referred_by == whole->referred_by);
}

TEST_CASE("every tie is told from both of its ends", "[element_view]") {
  const Map map = make_map(clinic_with_journey());
  std::size_t ties = 0;
  for (const ElementRef& ref : map.by_id()) {
    const auto view = view_element(map, map.at(ref).id);
    for (const ElementTie& tie : view->refers_to) {
      const auto other = view_element(map, tie.id);
      CHECK(std::ranges::count(other->referred_by, ElementTie{tie.field, view->id, ref.kind, view->name}) == 1);
      ++ties;
    }
  }
  CHECK(ties == 11);  // 4 of holders, 2 of the journey, 2 of its stage, 1 marker, 2 levels of the rival
}
