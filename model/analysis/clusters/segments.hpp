// Segments against clusters: does who people are, by the attributes that we choose, tell with whom they belong?
//
// To plug in: compare_segments(map, similarity, clusters, names) with the names of `--segments a,b` together, or once
// for each name; `segments` are the rows, the clusters the columns, `standing_out` is what to say in words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/analysis/similarity.hpp"
#include "model/map/map.hpp"

namespace outmap {

/// How an attribute was cut into groups.
struct SegmentAttribute {
  std::string name;
  std::vector<std::string> groups;  // numbers rising ("18 to 25"), then false and true, then words by their text
  bool in_quartiles = false;        // numbers of more than four values were cut at their quartiles
  std::size_t missing = 0;          // people without it

  bool operator==(const SegmentAttribute&) const = default;
};

struct PeopleSegment {
  std::vector<std::string> groups;  // one for each attribute; empty for the row of those who lack one
  std::size_t members = 0;          // in some cluster
  std::size_t outside = 0;          // in none

  bool is_missing() const { return groups.empty(); }
  bool operator==(const PeopleSegment&) const = default;
};

struct SegmentCell {
  std::size_t count = 0;
  double expected = 0;  // row total x column total / all
  double residual =
      0;  // adjusted standardised: about -2 to 2 where segment and cluster have nothing to do with each other
  double chance = 1;  // 0-1: how often chance alone would bring a count at least this far out
  bool stands_out = false;

  bool operator==(const SegmentCell&) const = default;
};

struct SegmentPlace {
  std::size_t segment = 0;
  std::size_t cluster = 0;

  bool operator==(const SegmentPlace&) const = default;
};

struct SegmentReport {
  std::vector<SegmentAttribute> attributes;  // in the order asked for
  std::vector<PeopleSegment> segments;       // in the order of the groups; those who lack an attribute last
  std::vector<std::size_t> cluster_sizes;
  std::vector<SegmentCell> cells;             // row after row
  std::vector<SegmentPlace> standing_out;     // largest residual first, whatever its sign
  std::size_t compared = 0;                   // people in a cluster and with all attributes, behind the two measures
  std::optional<double> adjusted_rand_index;  // of segments and clusters; missing where nobody could be compared
  std::optional<double> normalised_mutual_information;

  const SegmentCell& cell(std::size_t segment, std::size_t cluster) const {
    return cells[segment * cluster_sizes.size() + cluster];
  }
  bool operator==(const SegmentReport&) const = default;
};

struct SegmentOptions {
  double chance = 0.05;  // above 0, up to 1: that any cell at all stands out where there is nothing to find
};

/// Groups customers and partners by all of `attributes` together and counts how the groups fall on the clusters.
///
/// Words and truth values are groups as they are, a set of words as a whole, and so are numbers of up to four different
/// values; more are cut at their quartiles (the smallest values that at least 25, 50 and 75 % do not exceed; equal
/// values stay together, so that there may be fewer groups). Who lacks one of the attributes is counted in a row of its
/// own, and left out of the two measures of agreement (see adjusted_rand_index and normalised_mutual_information).
///
///   residual = (count - expected) / sqrt(expected (1 - row total / all) (1 - column total / all))
///   (Haberman 1973, doi:10.2307/2529686)
///   chance   = min(1, 2 P(a count this large or larger, or this small or smaller)), whichever side the count lies on,
///   of the hypergeometric distribution: exact for small tables too
///
/// A cell stands out where chance x number of cells <= options.chance. `clusters` share no member. Throws
/// std::invalid_argument where they do, where no attribute is named or nobody has one, and for a table of more than
/// five million cells. Deterministic, independent of the order of the file. O(people log people + cells) and for every
/// cell at most the smaller of its row and column.
SegmentReport compare_segments(const Map& map, const Similarity& similarity,
                               std::span<const std::vector<std::uint32_t>> clusters,
                               std::span<const std::string> attributes, const SegmentOptions& options = {});

}  // namespace outmap
