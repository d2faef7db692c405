// Who is most like whom.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "model/analysis/listener.hpp"
#include "model/analysis/similarity.hpp"

namespace outmap {

enum class NeighbourSearch {
  automatic,    // exact up to `exact_up_to` elements, else approximate
  exact,        // every pair is looked at: time grows with the square of the elements
  approximate,  // pairs that fall into the same groups: see find_neighbours
};

struct NeighbourOptions {
  std::size_t count = 8;  // of neighbours kept for an element
  double above = 0.5;     // only those more similar than this, 0-1
  NeighbourSearch search = NeighbourSearch::automatic;
  std::size_t exact_up_to = 50'000;  // elements
  std::uint64_t seed = 1;            // of the approximate search
  unsigned threads = 0;              // 0: as many as the machine runs at once; never changes the result
  Listener listener = {};            // told of the exact search: it is the one that takes long
};

struct Neighbour {
  std::uint32_t element = 0;
  double similarity = 0;

  bool operator==(const Neighbour&) const = default;
};

/// The neighbours of every element, most similar first, equally similar ones by id.
class NeighbourLists {
 public:
  explicit NeighbourLists(const std::vector<std::vector<Neighbour>>& lists, bool is_exact);

  std::size_t size() const { return first_.size() - 1; }
  std::span<const Neighbour> of(std::size_t element) const {
    return std::span(neighbours_).subspan(first_[element], first_[element + 1] - first_[element]);
  }
  bool is_exact() const { return is_exact_; }  // false: some of the nearest may be missing

  bool operator==(const NeighbourLists&) const = default;

 private:
  std::vector<std::size_t> first_;
  std::vector<Neighbour> neighbours_;
  bool is_exact_;
};

/// The `count` most similar elements of each, above the threshold. Similarities are exact (Similarity::between) in
/// either search, and the result is the same for any number of threads.
///
/// Exact: every pair passes an upper bound in 16-bit numbers first, and only those that could be among the nearest are
/// compared exactly. O(n^2 traits) time, O(n (traits + count)) space.
///
/// Approximate, for many elements: a forest of random trees halves the elements again and again by which of two of them
/// they are more like; the elements of one leaf are compared with each other, and then with the neighbours of their
/// neighbours. O(n log n) time. At least 95 of 100 nearest are found on the data that tests and benchmarks measure.
NeighbourLists find_neighbours(const Similarity& similarity, const NeighbourOptions& options = {});

enum class NeighbourRule {
  either,  // a pair is kept when one is a neighbour of the other
  both,    // only when each is
};

struct SimilarPair {
  std::uint32_t a = 0;  // below b
  std::uint32_t b = 0;
  double similarity = 0;

  bool operator==(const SimilarPair&) const = default;
};

/// The pairs of neighbours, each once, sorted by the ids of a and b. O(n count log).
std::vector<SimilarPair> pair_neighbours(const NeighbourLists& neighbours, NeighbourRule rule = NeighbourRule::either);

}  // namespace outmap
