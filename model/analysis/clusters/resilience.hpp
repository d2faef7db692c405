// What holds the whole together: whose leaving would hurt most, whom it would hurt, and who could stand in.
//
// To plug in: find_resilience(map, similarity) once per map; `people` is ready to print, whose leaving hurts most
// first; `ties` are the bridges. Give it the shares of find_betweenness(graph) where the network of clusters is at
// hand.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "model/analysis/clusters/substitutes.hpp"

namespace outmap {

class LevelTable;

/// People who lose every tie, over however many others, to the rest of those they were tied to.
struct FallenPart {
  std::size_t members = 0;
  std::size_t customers = 0;  // among them
  double heads = 0;           // of the members: a customer counts its size, a partner 1
  Ids named;                  // members with the most heads, then by id: at most ResilienceOptions::named

  bool operator==(const FallenPart&) const = default;
};

/// An outcome that nothing leads to any more for these holders; see find_sole_access.
struct LostOutcome {
  Id id;
  Ids holders;                       // by id
  bool organisation = false;         // the organisation is a holder
  std::optional<double> importance;  // 0-10, mean over the holders by heads; missing where nobody gave one
  double heads = 0;                  // of the holders, counted likewise; of the organisation those of all customers
  double share = 0;                  // of all access in the map, 0-1; see find_resilience
  Ids planned;                       // initiatives not yet begun that close part of its gap, by id

  bool operator==(const LostOutcome&) const = default;
};

struct Leaving {
  Id id;
  ElementKind kind = ElementKind::partner;  // or customer
  std::size_t rank = 0;                     // 1: whose leaving would hurt most; equal ones share a rank
  double hurt = 0;                          // 0-100
  double cut_off = 0;                       // share of all others' heads in the parts that fall off, 0-1
  double lost_access = 0;                   // share of access that is lost, 0-1
  std::vector<FallenPart> parts;            // most heads first
  std::vector<LostOutcome> outcomes;        // largest share first, then by id
  std::optional<double> betweenness;        // 0-1, where it was given
  std::vector<Substitute> substitutes;      // of the first ResilienceOptions::detailed only

  bool operator==(const Leaving&) const = default;
};

/// A relation without which a part falls off.
struct BridgeTie {
  Id stays;  // the end on the side that stays
  Id loses;  // the end on the side that falls off
  double strength = 0;
  FallenPart part;

  bool operator==(const BridgeTie&) const = default;
};

struct ResilienceReport {
  std::vector<Leaving> people;  // by rank, then betweenness, falling, then id; only those whose leaving costs something
  std::vector<BridgeTie> ties;  // most heads first, then by ids
  std::size_t parts = 0;        // into which the relations fall already, people without any included
  std::size_t detailed = 0;     // how many of `people` have named members and substitutes
  bool counts_cut_off = false;  // whether hurt is made of it: the map has relations
  bool counts_access = false;   // the same: somebody holds an outcome

  bool operator==(const ResilienceReport&) const = default;
};

struct ResilienceOptions {
  double cut_off_weight = 0.5;  // 0-1: what being cut off counts against lost access
  std::size_t detailed = 50;    // people, and ties, whose members are named and substitutes looked for
  std::size_t named = 10;       // members of a part that are named
  SubstituteOptions substitutes = {};
  std::span<const double> betweenness = {};  // by number in the Similarity; see find_betweenness
  std::optional<Date> as_of = std::nullopt;  // of the importances; see outmap::as_of
};

/// What would happen if one person left, for everybody whose leaving costs the others something:
///
///   hurt = 100 x (a x cut off + (1 - a) x lost access),  a = cut_off_weight
///   cut off     = heads in the parts that fall off / heads of all people but the one who leaves
///   lost access = sum of importance x heads over what is lost / the same sum over every outcome and holder
///
/// A customer counts its size, a partner 1, the organisation as holder all customers. Parts fall off in the declared
/// relations (see Cuts); the heaviest part stays. Access is lost where everything that leads to an outcome leads over
/// the person (see find_sole_access). An importance that nobody gave counts nothing; where nobody gave any, all count
/// alike. In a map without relations lost access counts alone, and the other way round.
///
/// Deterministic, independent of the order of the file. O((people + relations + effects + holders) log n) and for each
/// of the `detailed` O(people). Throws std::invalid_argument where `betweenness` is given and not for everybody, and
/// for a weight outside 0-1.
ResilienceReport find_resilience(const Map& map, const Similarity& similarity, const ResilienceOptions& options = {});

/// The same with the levels of the map on the day asked for.
ResilienceReport find_resilience(const Map& map, const LevelTable& levels, const Similarity& similarity,
                                 const ResilienceOptions& options);

}  // namespace outmap
