#include "model/analysis/fcm/simulate.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "model/analysis/fcm/contraction.hpp"
#include "model/analysis/random.hpp"

namespace outmap {
namespace {

FcmStart held_at(std::size_t concepts, std::size_t number, double value) {
  FcmStart start;
  start.initial.assign(concepts, 0);
  start.held.assign(concepts, 0);
  start.initial[number] = value;
  start.held[number] = 1;
  return start;
}

FcmStart starting(std::vector<double> initial) {
  FcmStart start;
  start.initial = std::move(initial);
  return start;
}

std::vector<FcmLink> random_links(std::uint32_t concepts, std::size_t links, double largest, Random& random,
                                  bool forward) {
  std::vector<FcmLink> all;
  for (std::size_t i = 0; i < links; ++i) {
    std::uint32_t from = random.below(concepts), to = random.below(concepts);
    if (forward && from == to) continue;
    if (forward && from > to) std::swap(from, to);
    all.push_back({from, to, largest * (2 * random.unit() - 1)});
  }
  return all;
}

}  // namespace

TEST_CASE("a chain passes on the product of its weights", "[fcm]") {
  const FcmNetwork chain(3, {{0, 1, 0.5}, {1, 2, -0.4}});
  const FcmRun run = simulate(chain, held_at(3, 0, 0.8));
  CHECK(run.verdict == FcmVerdict::fixed_point);
  CHECK(run.state[1] == Approx(0.4));
  CHECK(run.state[2] == Approx(-0.16));
  CHECK(run.iterations == 3);  // two that change something, one that changes nothing
}

TEST_CASE("effects of an acyclic linear map are those of (I - W)⁻¹", "[fcm]") {
  Random random(7);
  for (int repeat = 0; repeat < 50; ++repeat) {
    const std::uint32_t size = 12;
    const FcmNetwork network(size, random_links(size, 20, 0.15, random, true));
    const FcmRun run = simulate(network, held_at(size, 0, 1), {.epsilon = 1e-12});
    std::vector<double> expected(size, 0.0);  // forward substitution: causes come before effects
    expected[0] = 1;
    for (std::size_t to = 1; to < size; ++to) {
      for (std::size_t link = network.begin(to); link < network.begin(to + 1); ++link) {
        expected[to] += network.weight(link) * expected[network.cause(link)];
      }
    }
    for (std::size_t i = 0; i < size; ++i) CHECK(run.state[i] == Approx(expected[i]).margin(1e-12));
  }
}

TEST_CASE("a loop settles at the sum of its rounds", "[fcm]") {
  const FcmNetwork loop(3, {{0, 1, 0.4}, {1, 2, 0.5}, {2, 1, 0.6}});
  const FcmRun run = simulate(loop, held_at(3, 0, 1), {.epsilon = 1e-14});
  CHECK(run.state[1] == Approx(0.4 / (1 - 0.3)));
}

TEST_CASE("what turns round and round is a cycle with its period", "[fcm]") {
  const FcmNetwork turning(2, {{0, 1, 1}, {1, 0, -1}});
  for (const Transfer function : {Transfer::trivalent, Transfer::linear}) {
    const FcmRun run = simulate(turning, starting({1, 0}), {.transfer = function});
    CHECK(run.verdict == FcmVerdict::cycle);
    CHECK(run.period == 4);
  }
  const FcmNetwork swap(2, {{0, 1, 1}, {1, 0, 1}});
  const FcmRun run = simulate(swap, starting({1, 0}), {.transfer = Transfer::bivalent});
  CHECK(run.verdict == FcmVerdict::cycle);
  CHECK(run.period == 2);
}

TEST_CASE("a damped swing is no cycle", "[fcm]") {
  const FcmNetwork damped(2, {{0, 1, 1}, {1, 0, -0.95}});
  const FcmRun run = simulate(damped, starting({1, 0}));
  CHECK(run.verdict == FcmVerdict::fixed_point);
  CHECK(std::abs(run.state[0]) < 1e-4);
}

TEST_CASE("what needs more updates than allowed has not converged", "[fcm]") {
  const FcmNetwork slow(2, {{0, 1, 0.1}, {1, 1, 0.9}});
  const FcmRun run = simulate(slow, held_at(2, 0, 1), {.epsilon = 1e-12, .max_iterations = 5});
  CHECK(run.verdict == FcmVerdict::not_converged);
  CHECK(run.iterations == 5);
}

TEST_CASE("the five transfer functions", "[fcm]") {
  CHECK(transfer(Transfer::linear, 1, 1.7) == 1);
  CHECK(transfer(Transfer::linear, 1, -0.3) == -0.3);
  CHECK(transfer(Transfer::sigmoid, 1, 0) == 0.5);
  CHECK(transfer(Transfer::sigmoid, 2, 1) == Approx(1 / (1 + std::exp(-2.0))));
  CHECK(transfer(Transfer::tanh, 2, 0.5) == Approx(std::tanh(1.0)));
  CHECK(transfer(Transfer::bivalent, 1, 0) == 0);
  CHECK(transfer(Transfer::bivalent, 1, 0.01) == 1);
  CHECK(transfer(Transfer::trivalent, 1, -0.01) == -1);
  CHECK(transfer(Transfer::trivalent, 1, 0) == 0);
}

TEST_CASE("the rescaled rule counts 0.5 as nothing", "[fcm]") {
  const FcmNetwork pair(2, {{0, 1, 0.8}});
  const FcmRun run = simulate(pair, starting({0.5, 0.5}), {.rule = FcmRule::rescaled, .transfer = Transfer::sigmoid});
  CHECK(run.state[0] == 0.5);
  CHECK(run.state[1] == 0.5);
  CHECK(run.iterations == 1);
}

TEST_CASE("runs in lanes are what each would be alone", "[fcm]") {
  Random random(3);
  const FcmNetwork network(20, random_links(20, 60, 0.3, random, false));
  const FcmStart start = held_at(20, 4, 0.7);
  for (const Transfer function : {Transfer::linear, Transfer::tanh}) {
    std::vector<double> weights(network.links() * fcm_lanes);
    for (double& weight : weights) weight = 0.4 * (2 * random.unit() - 1);
    const FcmBatch batch = simulate_lanes(network, weights, start, {.transfer = function});
    for (std::size_t lane = 0; lane < fcm_lanes; ++lane) {
      std::vector<FcmLink> links;
      for (std::uint32_t to = 0; to < 20; ++to) {
        for (std::size_t link = network.begin(to); link < network.begin(to + 1); ++link) {
          links.push_back({network.cause(link), to, weights[link * fcm_lanes + lane]});
        }
      }
      const FcmRun alone = simulate(FcmNetwork(20, links), start, {.transfer = function});
      CHECK(batch.verdicts[lane] == alone.verdict);
      for (std::size_t i = 0; i < 20; ++i)
        CHECK(batch.states[i * fcm_lanes + lane] == Approx(alone.state[i]).margin(1e-13));
    }
  }
}

TEST_CASE("a contraction has one end, whatever the start", "[fcm]") {
  const FcmNetwork weak(2, {{0, 1, 0.9}, {1, 0, 0.9}});
  CHECK(has_unique_fixed_point(weak, {}, {}));
  CHECK(spectral_radius(weak, {}) == Approx(0.9));
  const FcmNetwork strong(2, {{0, 1, 1}, {1, 0, 1}});
  CHECK_FALSE(has_unique_fixed_point(strong, {}, {}));
  CHECK(has_unique_fixed_point(strong, {}, {.transfer = Transfer::sigmoid}));  // slope 1/4
  CHECK_FALSE(has_unique_fixed_point(weak, {}, {.transfer = Transfer::trivalent}));
  CHECK_FALSE(has_unique_fixed_point(weak, {}, {.rule = FcmRule::modified_kosko}));
  CHECK(has_unique_fixed_point(weak, {}, {.rule = FcmRule::modified_kosko, .transfer = Transfer::sigmoid}));
}

TEST_CASE("without loops among the free concepts the radius is 0", "[fcm]") {
  CHECK(spectral_radius(FcmNetwork(3, {{0, 1, 1}, {1, 2, 1}, {0, 2, -1}}), {}) == 0);
  const FcmNetwork loop(2, {{0, 1, 1}, {1, 0, 1}});
  CHECK(spectral_radius(loop, held_at(2, 0, 1)) == 0);
}

TEST_CASE("a large sparse map settles", "[fcm]") {
  Random random(5);
  const FcmNetwork network(20000, random_links(20000, 100000, 0.2, random, false));
  const FcmRun run = simulate(network, held_at(20000, 0, 1));
  CHECK(run.verdict == FcmVerdict::fixed_point);
  CHECK(run.iterations < 100);
}

}  // namespace outmap
