#include "model/analysis/neighbour_trees.hpp"

#include <algorithm>
#include <memory>
#include <numeric>
#include <span>

#include "model/analysis/neighbour_scan.hpp"
#include "model/analysis/parallel.hpp"

namespace outmap {
namespace {

// Measured on customers with 12 independent attributes, the hardest case; more trees find more, in more time.
constexpr std::size_t tree_count = 10;
constexpr std::size_t leaf_size = 1024;
constexpr std::size_t refining_rounds = 1;
constexpr std::size_t pivot_draws = 8;

/// SplitMix64 (Steele, Lea & Flood 2014, doi:10.1145/2660193.2660195): the same numbers on every machine.
std::uint64_t scramble(std::uint64_t number) {
  number += 0x9E3779B97F4A7C15U;
  number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9U;
  number = (number ^ (number >> 27)) * 0x94D049BB133111EBU;
  return number ^ (number >> 31);
}

/// An order of all elements in which those of a leaf stand together.
class Tree {
 public:
  Tree(const Similarity& similarity, std::uint64_t seed) : similarity_(similarity), seed_(seed) {
    std::vector<Placed> placed(similarity.size());
    for (std::uint32_t i = 0; i < placed.size(); ++i) placed[i] = {0, scramble(seed ^ i), i};
    split(placed);
    order_.reserve(placed.size());
    for (const Placed& element : placed) order_.push_back(element.element);
  }

  const std::vector<std::uint32_t>& order() const { return order_; }
  std::size_t leaf_count() const { return ends_.size(); }
  std::span<const std::uint32_t> leaf(std::size_t number) const {
    const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
    return std::span(order_).subspan(begin, ends_[number] - begin);
  }

 private:
  struct Placed {
    double side = 0;        // how much more like one pivot than like the other
    std::uint64_t lot = 0;  // decides between elements that are alike
    std::uint32_t element = 0;
  };

  void split(std::span<Placed> elements) {
    if (elements.size() <= leaf_size) {
      ends_.push_back((ends_.empty() ? 0 : ends_.back()) + elements.size());
      return;
    }
    place(elements);
    const auto middle = static_cast<std::ptrdiff_t>(elements.size() / 2);
    std::nth_element(elements.begin(), elements.begin() + middle, elements.end(), [](const Placed& x, const Placed& y) {
      return x.side != y.side ? x.side < y.side : x.lot < y.lot;
    });
    split(elements.first(elements.size() / 2));
    split(elements.subspan(elements.size() / 2));
  }

  void place(std::span<Placed> elements) {
    const std::uint32_t one = draw(elements);
    std::uint32_t other = draw(elements);
    for (std::size_t i = 1; i < pivot_draws; ++i) {
      const std::uint32_t next = draw(elements);
      if (similarity_.between(one, next) < similarity_.between(one, other)) other = next;
    }
    for (Placed& placed : elements) {
      placed.side = similarity_.between(placed.element, one) - similarity_.between(placed.element, other);
    }
  }

  std::uint32_t draw(std::span<const Placed> elements) {
    seed_ = scramble(seed_);
    return elements[seed_ % elements.size()].element;
  }

  const Similarity& similarity_;
  std::uint64_t seed_;
  std::vector<std::uint32_t> order_;
  std::vector<std::size_t> ends_;
};

void search_leaves(const Similarity& similarity, const Tree& tree, unsigned threads, std::vector<NearestList>& lists) {
  run_parallel(tree.leaf_count(), threads, [&](std::size_t number) {
    const LikenessScan scan(similarity, tree.leaf(number));
    offer_members(similarity, scan, 0, scan.size(), lists);
  });
}

/// Who stands in an element's list, and in whose lists it stands: a graph, so that steps go both ways.
class Acquaintances {
 public:
  explicit Acquaintances(const std::vector<NearestList>& lists) : first_(lists.size() + 1, 0) {
    for (std::size_t i = 0; i < lists.size(); ++i) {
      first_[i + 1] += lists[i].list().size();
      for (const Neighbour& neighbour : lists[i].list()) ++first_[neighbour.element + 1];
    }
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    known_.resize(first_.back());
    std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
    for (std::uint32_t i = 0; i < lists.size(); ++i) {
      for (const Neighbour& neighbour : lists[i].list()) {
        known_[next[i]++] = neighbour.element;
        known_[next[neighbour.element]++] = i;
      }
    }
  }

  /// At most `limit`: an element may stand in very many lists.
  std::span<const std::uint32_t> of(std::size_t element, std::size_t limit) const {
    return std::span(known_).subspan(first_[element], std::min(limit, first_[element + 1] - first_[element]));
  }

 private:
  std::vector<std::size_t> first_;
  std::vector<std::uint32_t> known_;
};

void offer_friends_of_friends(const Similarity& similarity, const Acquaintances& known, std::uint32_t element,
                              NearestList& list) {
  constexpr std::size_t steps = 24;
  std::vector<std::uint32_t> candidates;
  for (const std::uint32_t friend_of : known.of(element, steps)) {
    const auto theirs = known.of(friend_of, steps);
    candidates.insert(candidates.end(), theirs.begin(), theirs.end());
  }
  std::ranges::sort(candidates);
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  for (const std::uint32_t candidate : candidates) {
    if (candidate != element) list.offer({candidate, similarity.between(element, candidate)});
  }
}

void refine(const Similarity& similarity, unsigned threads, std::vector<NearestList>& lists) {
  constexpr std::size_t task_size = 1024;
  const Acquaintances known(lists);  // a picture of the lists before: the order of tasks does not matter
  run_parallel((lists.size() + task_size - 1) / task_size, threads, [&](std::size_t task) {
    const std::size_t end = std::min((task + 1) * task_size, lists.size());
    for (std::size_t i = task * task_size; i < end; ++i) {
      offer_friends_of_friends(similarity, known, static_cast<std::uint32_t>(i), lists[i]);
    }
  });
}

}  // namespace

std::vector<std::uint32_t> order_by_likeness(const Similarity& similarity) { return Tree(similarity, 1).order(); }

void search_trees(const Similarity& similarity, const TreeSearchOptions& options, std::vector<NearestList>& lists) {
  for (std::size_t begun = 0; begun < tree_count; begun += options.threads) {
    std::vector<std::unique_ptr<Tree>> trees(std::min<std::size_t>(options.threads, tree_count - begun));
    run_parallel(trees.size(), options.threads, [&](std::size_t i) {
      trees[i] = std::make_unique<Tree>(similarity, scramble(options.seed + begun + i));
    });
    for (const auto& tree : trees) search_leaves(similarity, *tree, options.threads, lists);
  }
  for (std::size_t round = 0; round < refining_rounds; ++round) refine(similarity, options.threads, lists);
}

}  // namespace outmap
