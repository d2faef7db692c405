// The description of fields holds together: names once, help in every row, ranges that make sense.
#include <catch2/catch.hpp>
#include <set>

#include "model/format/field.hpp"
#include "model/format/map_file.hpp"
#include "model/format/types/types.hpp"
#include "model/format/visit.hpp"

namespace outmap {

TEST_CASE("every field is described in one line and stands once") {
  for (const RecordType* type : all_record_types()) {
    CAPTURE(type->name());
    CHECK(!type->help().empty());
    std::set<std::string_view> names;
    for (const Field& field : type->fields()) {
      CAPTURE(field.name);
      CHECK(names.insert(field.name).second);
      CHECK(!field.help.empty());
      CHECK(field.help.back() != '.');
      CHECK(type->find(field.name) == &field);
      if (field.range.min && field.range.max) CHECK(*field.range.min <= *field.range.max);
      if (field.type == FieldType::choice) CHECK(!field.choices.empty());
      if (field.type == FieldType::reference || field.type == FieldType::references) CHECK(!field.refers_to.empty());
      if (!field.refers_to.empty()) CHECK(field.access.visit_ids != nullptr);
    }
  }
}

TEST_CASE("the record type of a kind is the one of its list") {
  for (const auto& kind : element_kinds) {
    const Field* list = map_record().find(kind.plural);
    if (list == nullptr) continue;
    CAPTURE(kind.plural);
    CHECK(list->record == &record_type_of(kind.kind));
  }
}

TEST_CASE("references are visited with the path that leads to them") {
  MapContent content;
  content.customers.emplace_back().needs = {"a", "b"};
  content.outcomes.emplace_back().holders.list.push_back({"c", {}, {}, {}, {}});
  content.journeys.emplace_back().stages.emplace_back().by_customer.push_back({"d", 1, {}, {}});
  content.initiatives.emplace_back().closes = {{"e", 0.5}};
  std::set<std::string> found;
  for_each_reference(content, [&](const Field&, std::string_view id, const PathMaker& path) {
    found.insert(std::string(id) + " " + path());
  });
  CHECK(found == std::set<std::string>{"a /customers/0/needs/0", "b /customers/0/needs/1", "c /outcomes/0/holders/0",
                                       "d /journeys/0/stages/0/by_customer/d", "e /initiatives/0/closes/e"});
}

}  // namespace outmap
