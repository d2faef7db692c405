// The nearest elements found so far.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "model/analysis/neighbours.hpp"

namespace outmap {

/// True when `x` stands before `y` among neighbours: more similar, or equally similar and of smaller id.
inline bool is_nearer(const Neighbour& x, const Neighbour& y) {
  return x.similarity != y.similarity ? x.similarity > y.similarity : x.element < y.element;
}

/// Keeps the `count` nearest of those offered that are more similar than `above`. What it keeps does not depend on the
/// order in which they are offered.
class NearestList {
 public:
  NearestList(std::size_t count, double above) : count_(count), above_(above) {}

  /// Similarity that another element must have to be kept; an equal one may be.
  double bar() const { return nearest_.size() < count_ || count_ == 0 ? above_ : nearest_.back().similarity; }

  bool would_keep(const Neighbour& neighbour) const {
    if (count_ == 0 || !(neighbour.similarity > above_)) return false;
    return nearest_.size() < count_ || is_nearer(neighbour, nearest_.back());
  }

  /// True when it was kept and is new.
  bool offer(const Neighbour& neighbour) {
    if (!would_keep(neighbour)) return false;
    const auto place = std::lower_bound(nearest_.begin(), nearest_.end(), neighbour, is_nearer);
    if (place != nearest_.end() && place->element == neighbour.element) return false;
    nearest_.insert(place, neighbour);
    if (nearest_.size() > count_) nearest_.pop_back();
    return true;
  }

  std::size_t count() const { return count_; }
  const std::vector<Neighbour>& list() const { return nearest_; }

 private:
  std::size_t count_;
  double above_;
  std::vector<Neighbour> nearest_;
};

}  // namespace outmap
