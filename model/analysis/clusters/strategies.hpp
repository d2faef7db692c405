// What to do for a cluster: the needs that it represents, the initiatives that serve them, and the needs that nothing
// serves.
//
// To plug in: find_strategies(map, similarity, clusters) with the clusters of a report, in its order. Of each cluster
// print `needs` and `initiatives` as tables, `postures` as a summary, and the names of needs with no initiative.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/analysis/similarity.hpp"
#include "model/map/map.hpp"

namespace outmap {

class LevelTable;

/// A need that members of a cluster have.
struct ClusterNeed {
  Id id;
  std::string theme;
  std::optional<double> importance;  // 0-10: its own, else the mean of those of the outcomes that answer it
  std::size_t members = 0;
  Ids outcomes;     // that answer it, by id
  Ids initiatives;  // that serve it, by id; empty: nobody does anything about it

  bool operator==(const ClusterNeed&) const = default;
};

/// An initiative that serves needs of a cluster.
struct ClusterInitiative {
  Id id;
  std::optional<Posture> posture;
  InitiativeStatus status = InitiativeStatus::idea;
  Ids needs;     // of the cluster, that it serves, by id
  Ids outcomes;  // through which it serves them, by id; empty where it leads to a need itself
  Ids unsaid;    // outcomes among them of which it is not known how much they gain, or their priority
  Ids harmed;    // outcomes of the map that it leads away from their target
  std::optional<double> potential;  // priority that it closes on `outcomes`; missing where all are unsaid
  std::optional<double> cost;       // in the map's currency
  std::optional<double> per_cost;   // potential / cost, where the cost is above 0

  bool operator==(const ClusterInitiative&) const = default;
};

/// The initiatives of a cluster with one posture.
struct PostureShare {
  std::optional<Posture> posture;  // missing: not said
  Ids initiatives;                 // by potential, as in the list of all
  double potential = 0;            // priority that all of them together close
  double cost = 0;                 // of those whose cost is known
  std::size_t without_cost = 0;

  bool operator==(const PostureShare&) const = default;
};

struct ClusterStrategy {
  std::vector<ClusterNeed> needs;              // most members x importance first, then most members, then by id
  std::vector<ClusterInitiative> initiatives;  // largest potential first, then cheaper, then by id
  std::array<PostureShare, 4> postures;        // relevant, responsive, resilient, not said
  Ids unserved;                                // needs without any initiative, in the order of `needs`
  double open_priority = 0;  // sum over the outcomes that answer its needs: the most there is to close

  bool operator==(const ClusterStrategy&) const = default;
};

struct StrategyOptions {
  std::optional<Date> as_of = std::nullopt;  // see outmap::as_of
  double alpha = 0.5;                        // of priorities, see GapOptions
};

/// For each cluster, in the order given, the needs of its members and what is or could be done about them.
///
/// An initiative serves a need when something that it closes, improves or influences leads to an outcome that answers
/// the need, or to the need itself (see InitiativeReach); stopped ones serve nothing.
///
///   potential of one  = sum over the outcomes o through which it serves needs of the cluster of priority(o) x share(o)
///   potential of many = sum over these outcomes of priority(o) x (1 - product of (1 - share(o)))
///
/// with the priority of the outcome for the whole map (find_gaps; each outcome once, however many needs it answers) and
/// the share of its gap that the initiative closes (GapClosing). Where either is not known, the outcome adds nothing
/// and is listed as unsaid. Deterministic, independent of the order of the file. Throws std::invalid_argument where two
/// clusters share a member. O((elements + effects + needs of members) log n), and initiatives x effects.
std::vector<ClusterStrategy> find_strategies(const Map& map, const Similarity& similarity,
                                             std::span<const std::vector<std::uint32_t>> clusters,
                                             const StrategyOptions& options = {});

/// The same with the levels of the map on the day asked for.
std::vector<ClusterStrategy> find_strategies(const Map& map, const LevelTable& levels, const Similarity& similarity,
                                             std::span<const std::vector<std::uint32_t>> clusters,
                                             const StrategyOptions& options);

}  // namespace outmap
