#include "model/analysis/clusters/answered_needs.hpp"

#include <catch2/catch.hpp>

#include "tests/support/clinic.hpp"
#include "tests/support/effect_maps.hpp"
#include "tests/support/make_map.hpp"

using namespace outmap;
using namespace outmap::test;

TEST_CASE("a need is answered by the outcomes that name it, each once", "[needs]") {
  MapContent content;
  Need quick, calm, lone;
  quick.id = quick.name = "quick";
  quick.importance = 8;
  calm.id = calm.name = "calm";
  lone.id = lone.name = "lone";
  content.needs = {quick, calm, lone};
  content.outcomes = {measured_outcome("b", 6, 2, 8), measured_outcome("a", 2, 6, 8), outcome("c")};
  content.outcomes[0].needs = {"quick", "calm"};
  content.outcomes[1].needs = {"quick"};
  content.outcomes[2].needs = {"calm"};
  const Map map = make_map(content);
  const LevelTable levels(map, {});
  const auto needs = answer_needs(map, levels);
  CHECK(needs.at("quick").importance == 8.0);
  CHECK(*needs.at("quick").gap == Approx((6 * 0.6 + 2 * 0.2) / 8));
  CHECK(needs.at("quick").outcomes == Ids{"a", "b"});
  CHECK(needs.at("calm").importance == 6.0);
  CHECK(needs.at("calm").outcomes == Ids{"b", "c"});
  CHECK(needs.at("calm").measured == Ids{"b"});
  CHECK(needs.at("lone") == AnsweredNeed{});
}
