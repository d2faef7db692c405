#include "model/analysis/leiden/moving.hpp"

#include <algorithm>
#include <numeric>

#include "model/analysis/leiden/prefetch.hpp"

namespace outmap::leiden {

namespace {

/// A node's label carries whether it waits: one read of memory tells both.
constexpr Node waits = 0x80000000;

template <class Weights>
class Mover {
 public:
  Mover(const Level<Weights>& level, const Objective& objective, std::vector<Node>& labels, MovingRoom& room)
      : level_(level), objective_(objective), labels_(labels), room_(room) {}

  double run(Random& random) {
    count_members();
    fill_queue(random);
    double gained = 0;
    for (; waiting_ > 0; --waiting_) {
      const Node node = room_.queue[head_];
      fetch_ahead();
      if (++head_ == level_.node_count()) head_ = 0;
      labels_[node] &= ~waits;
      gained += visit(node);
    }
    return gained;
  }

 private:
  void count_members() {
    const Node count = level_.node_count();
    std::fill_n(room_.clusters.begin(), count, Cluster{});
    std::fill_n(room_.members.begin(), count, 0);
    for (Node node = 0; node < count; ++node) {
      room_.clusters[labels_[node]].size += level_.sizes[node];
      ++room_.members[labels_[node]];
    }
    room_.empty.clear();
    for (Node c = count; c-- > 0;) {
      if (room_.members[c] == 0) room_.empty.push_back(c);
    }
  }

  void fill_queue(Random& random) {
    waiting_ = level_.node_count();
    std::iota(room_.queue.begin(), room_.queue.begin() + waiting_, 0);
    random.shuffle(std::span(room_.queue).first(waiting_));
    for (Node node = 0; node < waiting_; ++node) labels_[node] |= waits;
  }

  /// Fetches what the next nodes will read, as no cache foresees a random order: where a row begins, then the row, then
  /// its labels, then their clusters, each some nodes before the next.
  [[gnu::always_inline]] void fetch_ahead() const {
    if (waiting_ < 16) return;
    prefetch(&level_.offsets[later(14)]);
    prefetch_row(level_, later(10));
    prefetch(&level_.sizes[later(6)]);
    prefetch_around(level_, later(6), labels_.data(), [](Node target) { return target; });
    prefetch_around(level_, later(2), room_.clusters.data(), [this](Node target) { return labels_[target] & ~waits; });
  }

  Node later(Node ahead) const {
    const Node at = head_ + ahead;
    return room_.queue[at < level_.node_count() ? at : at - level_.node_count()];
  }

  /// Sums the node's ties by cluster; returns how many clusters they lead to.
  Node collect_links(Node node) {
    Node count = 0;
    for (auto i = level_.offsets[node]; i < level_.offsets[node + 1]; ++i) {
      const Node c = labels_[level_.targets[i]] & ~waits;
      Cluster& cluster = room_.clusters[c];
      room_.touched[count] = c;
      count += cluster.link == 0;
      cluster.link += level_.weights[i];
    }
    return count;
  }

  double visit(Node node) {
    const Node from = labels_[node];
    const double size = level_.sizes[node];
    const double price = objective_.penalty * size;
    const Node count = collect_links(node);
    const double stay = room_.clusters[from].link - price * (room_.clusters[from].size - size);
    room_.clusters[from].link = 0;
    double best_gain = stay + objective_.least_gain;
    Node best = from;
    for (Node i = 0; i < count; ++i) {
      const Node c = room_.touched[i];
      Cluster& cluster = room_.clusters[c];
      const double gain = cluster.link - price * cluster.size;
      cluster.link = 0;
      if (c != from && gain > best_gain) {
        best_gain = gain;
        best = c;
      }
    }
    if (best_gain < 0 && room_.members[from] > 1) {
      best_gain = 0;
      best = room_.empty.back();
    }
    if (best == from) return 0;
    move(node, from, best);
    return best_gain - stay;
  }

  void move(Node node, Node from, Node to) {
    if (room_.members[to]++ == 0) room_.empty.pop_back();
    if (--room_.members[from] == 0) room_.empty.push_back(from);
    room_.clusters[from].size -= level_.sizes[node];
    room_.clusters[to].size += level_.sizes[node];
    labels_[node] = to;
    for (auto i = level_.offsets[node]; i < level_.offsets[node + 1]; ++i) {
      Node& label = labels_[level_.targets[i]];
      if (label == to || label >= waits) continue;
      label |= waits;
      enqueue(level_.targets[i]);
    }
  }

  void enqueue(Node node) {
    // The node being visited has left its place but still counts: its place is never needed, as it cannot wait itself.
    const Node tail = head_ + waiting_ - 1;
    room_.queue[tail < level_.node_count() ? tail : tail - level_.node_count()] = node;
    ++waiting_;
  }

  const Level<Weights>& level_;
  const Objective& objective_;
  std::vector<Node>& labels_;
  MovingRoom& room_;
  Node head_ = 0;
  Node waiting_ = 0;
};

}  // namespace

template <class Weights>
double move_nodes(const Level<Weights>& level, const Objective& objective, std::vector<Node>& cluster_of,
                  MovingRoom& room, Random& random) {
  return Mover<Weights>(level, objective, cluster_of, room).run(random);
}

template double move_nodes(const Level<UnitWeights>&, const Objective&, std::vector<Node>&, MovingRoom&, Random&);
template double move_nodes(const Level<const float*>&, const Objective&, std::vector<Node>&, MovingRoom&, Random&);
template double move_nodes(const Level<const double*>&, const Objective&, std::vector<Node>&, MovingRoom&, Random&);

}  // namespace outmap::leiden
