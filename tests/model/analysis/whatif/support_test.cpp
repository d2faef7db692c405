#include "model/analysis/whatif/support.hpp"

#include <catch2/catch.hpp>
#include <functional>
#include <random>

#include "model/analysis/whatif/whatif.hpp"
#include "model/scenario/load.hpp"
#include "tests/support/acting_maps.hpp"
#include "tests/support/effect_maps.hpp"
#include "tests/support/make_map.hpp"

namespace outmap {
namespace {

WhatIfSetting setting_for(const Map& map, const std::string& act) {
  const Scenario scenario =
      load_scenarios_text("s.yaml", "outmap-scenario: 1\nchanges: [{act: {" + act + "}}]\n").scenarios.front();
  Diagnostics problems;
  AppliedScenario applied = apply(map, scenario, problems);
  REQUIRE(applied.map);
  return setting_of(map, scenario, std::move(applied), std::nullopt);
}

Influence told(Id from, Id to, Ids evidence) {
  Influence claim = test::influence(std::move(from), std::move(to), 0.5);
  claim.evidence = std::move(evidence);
  return claim;
}

Evidence heard(Id id, std::string source) {
  Evidence evidence;
  evidence.id = evidence.name = std::move(id);
  evidence.source = std::move(source);
  return evidence;
}

/// a leads to the outcome o over b, told whole by Ann, and over c, stitched from Ann and Bob; d is a shared link away.
MapContent told_content() {
  MapContent content;
  content.title = "Told";
  for (const char* id : {"a", "b", "c", "d"}) {
    content.factors.emplace_back();
    content.factors.back().id = content.factors.back().name = id;
  }
  content.outcomes = {test::measured_outcome("o", 8, 3, 8)};
  content.evidence = {heard("e1", "Ann"), heard("e2", "Bob"), heard("e3", "Ann"), heard("e4", "")};
  content.influences = {told("a", "b", {"e1"}), told("b", "o", {"e3", "e2"}), told("a", "c", {"e1"}),
                        told("c", "o", {"e2"}), told("b", "d", {"e4"}),       told("d", "o", {})};
  return content;
}

/// The most ways without a common link, by trying every order of choosing simple ways.
std::size_t most_disjoint(std::vector<std::pair<std::size_t, std::size_t>> links, std::size_t from, std::size_t to) {
  std::size_t best = 0;
  std::vector<std::size_t> path;
  const std::function<void(std::size_t, std::vector<char>, std::vector<std::size_t>)> walk =
      [&](std::size_t at, std::vector<char> seen, std::vector<std::size_t> used) {
        if (at == to) {
          auto rest = links;
          for (auto link = used.rbegin(); link != used.rend(); ++link)
            rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(*link));
          best = std::max(best, 1 + most_disjoint(rest, from, to));
          return;
        }
        seen[at] = 1;
        for (std::size_t link = 0; link < links.size(); ++link) {
          if (links[link].first != at || seen[links[link].second] != 0) continue;
          auto more = used;
          more.insert(std::upper_bound(more.begin(), more.end(), link), link);
          walk(links[link].second, seen, more);
        }
      };
  walk(from, std::vector<char>(8, 0), {});
  return best;
}

}  // namespace

TEST_CASE("a thread that one source tells whole is told apart from what is stitched together", "[whatif][support]") {
  const Map map = test::make_map(told_content());
  const WhatIfSetting setting = setting_for(map, "a: 1");
  const CauseSupport support(setting);
  const std::size_t a = *setting.concepts.find("a"), o = *setting.concepts.find("o");
  CHECK(support.claim(a, o).ways == 2);
  CHECK(support.claim(a, o).sources == std::vector<std::string>{"Ann", "Bob", "e4"});
  CHECK(support.claim(a, o).threads == std::vector<std::string>{"Ann"});
  CausePath thread{{"a", "b", "o"}, 0.25}, stitched{{"a", "c", "o"}, 0.25}, open{{"a", "b", "d", "o"}, 0.125};
  support.tell(thread);
  support.tell(stitched);
  support.tell(open);
  CHECK(thread.told == PathTold::thread);
  CHECK(thread.told_by == std::vector<std::string>{"Ann"});
  CHECK(stitched.told == PathTold::stitched);
  CHECK(stitched.told_by.empty());
  CHECK(open.told == PathTold::unsourced);
}

TEST_CASE("ways do not run through what is held", "[whatif][support]") {
  const Map map = test::make_map(told_content());
  const WhatIfSetting setting = setting_for(map, "a: 1, b: 0.5");
  const CauseSupport support(setting);
  CHECK(support.claim(*setting.concepts.find("a"), *setting.concepts.find("o")).ways == 1);
  CHECK(support.claim(*setting.concepts.find("b"), *setting.concepts.find("o")).ways == 2);
}

TEST_CASE("independent ways are those of trying all", "[whatif][support]") {
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    MapContent content;
    content.title = "Random";
    for (std::size_t i = 0; i < 6; ++i) {
      content.factors.emplace_back();
      content.factors.back().id = content.factors.back().name = "f" + std::to_string(i);
    }
    std::vector<std::pair<std::size_t, std::size_t>> links;
    for (std::size_t from = 0; from < 6; ++from) {
      for (std::size_t to = 1; to < 6; ++to) {
        if (from == to || random() % 5 > 1) continue;
        links.emplace_back(from, to);
        content.influences.push_back(test::influence("f" + std::to_string(from), "f" + std::to_string(to), 0.3));
      }
    }
    const Map map = test::make_map(std::move(content));
    const WhatIfSetting setting = setting_for(map, "f0: 1");
    const auto from = setting.concepts.find("f0"), to = setting.concepts.find("f5");
    if (!from || !to) continue;
    CHECK(CauseSupport(setting).claim(*from, *to).ways == most_disjoint(links, 0, 5));
  }
}

TEST_CASE("every cause of a report says how well it is founded", "[whatif][support]") {
  const Map map = test::make_map(told_content());
  Diagnostics problems;
  const Scenario scenario =
      load_scenarios_text("s.yaml", "outmap-scenario: 1\nchanges: [{act: {a: 1}}]\n").scenarios.front();
  const auto report = find_whatif(map, scenario, problems);
  REQUIRE(report);
  REQUIRE(report->causes.size() == 1);
  CHECK(report->causes[0].ways == 2);
  CHECK(report->causes[0].threads == std::vector<std::string>{"Ann"});
  CHECK(report->causes[0].error == 0);
  CHECK(report->causes[0].paths.front().told == PathTold::thread);
}

TEST_CASE("sampled contributions lie about the exact ones as often as their error says", "[whatif][support]") {
  std::size_t inside = 0, all = 0;
  for (unsigned seed = 1; seed <= 12; ++seed) {
    const Map map = test::make_map(test::random_initiatives(seed, 1.0));
    const WhatIfSetting setting = setting_for(map, "i0: 1, i1: 1, i2: 1, i3: 1, i4: 1, i5: 1, i6: 1");
    const auto& network = setting.concepts.network;
    const Contributions exact = contributions(network, setting.causes, setting.start, setting.fcm, 1, 10);
    const Contributions sampled = contributions(network, setting.causes, setting.start, setting.fcm, seed, 0);
    for (std::size_t cause = 0; cause < setting.causes.size(); ++cause) {
      for (std::size_t i = 0; i < network.size(); ++i) {
        const double off = std::abs(sampled.values[cause][i] - exact.values[cause][i]);
        CHECK(exact.errors[cause][i] == 0);
        CHECK(off <= 3 * sampled.errors[cause][i] + 2e-6);  // six standard errors
        if (sampled.errors[cause][i] < 1e-5) continue;
        inside += off <= sampled.errors[cause][i] ? 1 : 0;
        ++all;
      }
    }
  }
  REQUIRE(all > 100);
  CHECK(static_cast<double>(inside) > 0.88 * static_cast<double>(all));  // 0.95 expected; cells of one run go together
}

}  // namespace outmap
