// Which clusters deserve attention: three scores, each with what it is made of.
//
// To plug in: one call of score_clusters for all clusters of a report, then rank_by for each score.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "model/analysis/tie_weights.hpp"
#include "model/map/map.hpp"

namespace outmap {

class LevelTable;

/// The members of one cluster, by their numbers in a Similarity, in any order, each once.
using Members = std::vector<std::uint32_t>;

/// An outcome or need in the mean of a cluster's unmet need.
struct UnmetPart {
  Id id;
  ElementKind kind = ElementKind::outcome;  // or need
  Ids through;              // of a need: the outcomes that answer it and have a gap, by id; empty for an outcome
  std::size_t members = 0;  // who hold the outcome, or have the need and hold no outcome that answers it
  double importance = 0;    // 0-10, mean over those members
  double gap = 0;           // normalised, 0-1, mean over those members by importance
  double share = 0;         // of all importance that was counted, 0-1
  double points = 0;        // of the score: 100 x share x gap; the points of all parts add up to it

  bool operator==(const UnmetPart&) const = default;
};

/// Why an outcome or need of members could not be counted.
enum class Uncounted {
  no_importance,  // nobody said how much it matters
  no_gap,         // its level today or its target is not known
  no_outcome,     // a need that no outcome of the map answers
};

struct UncountedNeed {
  Id id;
  ElementKind kind = ElementKind::outcome;  // or need
  std::size_t members = 0;
  Uncounted why = Uncounted::no_gap;

  bool operator==(const UncountedNeed&) const = default;
};

struct UnmetNeed {
  std::optional<double> score;           // 0-100; missing where no importance above 0 meets a gap
  std::vector<UnmetPart> parts;          // most points first, then by share, both falling, then by id
  std::vector<UncountedNeed> uncounted;  // most members first, then by id

  bool operator==(const UnmetNeed&) const = default;
};

struct Collaboration {
  std::optional<double> score;  // 0-100; missing where there is no pair
  std::size_t customers = 0;
  std::size_t partners = 0;
  std::size_t tied_pairs = 0;  // of the customers x partners pairs, those with a tie
  double mean_tie = 0;         // of min(1, w) over all pairs, those without a tie counting 0; 0-1
  double balance = 0;          // 4 n_c n_p / (n_c + n_p)^2, 0-1: 1 for as many customers as partners

  bool operator==(const Collaboration&) const = default;
};

struct ClusterValue {
  std::optional<double> score;  // 0-100; missing where no member's value is known, or nobody's is above 0
  double money = 0;             // sum of max(0, value of a head x size) over the members, in the map's currency
  double total = 0;             // the same over all customers of the map
  std::size_t known = 0;        // customers among the members whose value is known
  std::size_t unknown = 0;      // whose is not: they count 0
  std::size_t negative = 0;     // who cost more than they bring: they count 0

  bool operator==(const ClusterValue&) const = default;
};

struct ClusterScores {
  UnmetNeed unmet_need;
  Collaboration collaboration;
  ClusterValue value;

  bool operator==(const ClusterScores&) const = default;
};

struct ScoreOptions {
  std::optional<Date> as_of = std::nullopt;  // of the levels; see outmap::as_of
};

/// Scores every cluster, in the order given:
///
/// unmet need    = 100 x sum of importance x gap / sum of importance, over every outcome of every member (its own
///                 importance and normalised gap, see LevelTable::of) and every need of a member who holds no outcome
///                 that answers it: with the gap of the outcomes that do (LevelTable::gap_to_close; their mean by
///                 importance), and the need's importance, else the mean of theirs. A need met by an own outcome is not
///                 counted twice. What lacks a number is named and left out, never taken to be 0.
/// collaboration = 100 x mean of min(1, w) over all pairs of a customer and a partner inside x balance,
///                 balance = 4 n_c n_p / (n_c + n_p)^2, w the weight of their tie, 0 where there is none.
/// value         = 100 x the members' value to the firm / that of all customers (see firm_value.hpp).
///
/// `ties` are those of weigh_ties, each pair once; `clusters` share no member. Throws std::invalid_argument where they
/// do, or for a number that `similarity` does not have. Deterministic, independent of the order of the file, of
/// members and of ties. O((members + ties + holders + needs) log n).
std::vector<ClusterScores> score_clusters(const Map& map, const Similarity& similarity,
                                          std::span<const WeightedTie> ties, std::span<const Members> clusters,
                                          const ScoreOptions& options = {});

/// The same with the levels of the map on the day asked for.
std::vector<ClusterScores> score_clusters(const Map& map, const LevelTable& levels, const Similarity& similarity,
                                          std::span<const WeightedTie> ties, std::span<const Members> clusters);

/// The rank of each score among its kind: 1 for the largest, equal ones share a rank, missing ones have none. Scores
/// that differ by less than 1e-9 are equal. O(n log n).
std::vector<std::optional<std::size_t>> rank_by(std::span<const std::optional<double>> scores);

}  // namespace outmap
