#include "model/analysis/fcm/lane_update.hpp"

#include <catch2/catch.hpp>
#include <vector>

#include "model/analysis/fcm/simulate.hpp"
#include "model/analysis/random.hpp"

namespace outmap {

TEST_CASE("runs beside each other have the digits that each has alone", "[fcm][lanes]") {
  constexpr std::uint32_t concepts = 17;
  Random random(5);
  std::vector<FcmLink> links;
  for (int i = 0; i < 60; ++i) links.push_back({random.below(concepts), random.below(concepts), 0.1});
  const FcmNetwork network(concepts, links);
  FcmStart start;
  start.initial.assign(concepts, 0);
  start.held.assign(concepts, 0);
  start.held[3] = 1;
  start.initial[3] = 1;
  for (std::size_t i = 0; i < concepts; ++i) {
    start.low.push_back(-random.unit());
    start.high.push_back(0.05 + random.unit());
  }
  for (const FcmRule rule : {FcmRule::kosko, FcmRule::modified_kosko, FcmRule::rescaled}) {
    const FcmOptions options{.rule = rule, .epsilon = 1e-9, .max_iterations = 60};
    std::vector<double> weights(network.links() * fcm_lanes);
    for (double& weight : weights) weight = 0.8 * (2 * random.unit() - 1);
    const FcmBatch batch = simulate_lanes(network, weights, start, options);
    for (std::size_t lane = 0; lane < fcm_lanes; ++lane) {
      std::vector<FcmLink> own;
      for (std::uint32_t to = 0; to < concepts; ++to) {
        for (std::size_t link = network.begin(to); link < network.begin(to + 1); ++link)
          own.push_back({network.cause(link), to, weights[link * fcm_lanes + lane]});
      }
      const FcmRun alone = simulate(FcmNetwork(concepts, own), start, options);
      if (alone.verdict == FcmVerdict::cycle) continue;  // alone it stops where a state comes back
      for (std::size_t i = 0; i < concepts; ++i) CHECK(batch.states[i * fcm_lanes + lane] == alone.state[i]);
    }
  }
}

TEST_CASE("runs that share most weights settle where runs with all weights of their own do") {
  Random random(6);
  constexpr std::uint32_t concepts = 20;
  std::vector<FcmLink> links;
  for (int i = 0; i < 60; ++i) links.push_back({random.below(concepts), random.below(concepts), random.unit() - 0.5});
  const FcmNetwork network(concepts, links);
  FcmStart start;
  start.initial.assign(concepts, 0.3);
  std::vector<double> weights;
  for (const double weight : network.weights()) weights.insert(weights.end(), fcm_lanes, weight);
  std::vector<std::uint8_t> differs(concepts, 0);
  for (const std::uint32_t moved : {4u, 11u, 19u}) {
    differs[moved] = 1;
    for (std::size_t link = network.begin(moved); link < network.begin(moved + 1); ++link)
      weights[link * fcm_lanes + moved % fcm_lanes] += 0.2;
  }
  for (const FcmRule rule : {FcmRule::kosko, FcmRule::modified_kosko, FcmRule::rescaled}) {
    const FcmOptions options{.rule = rule, .max_iterations = 60};
    const FcmBatch own = simulate_lanes(network, weights, start, options);
    const FcmBatch shared = simulate_lanes(network, weights, start, options, differs);
    CHECK(shared.states == own.states);
    CHECK(shared.verdicts == own.verdicts);
    if (rule == FcmRule::kosko) CHECK(own.states[4 * fcm_lanes + 4] != own.states[4 * fcm_lanes]);
  }
}

}  // namespace outmap
