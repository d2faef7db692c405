#include <algorithm>
#include <cmath>

#include "render/diagrams/outcomes_parts.hpp"

namespace outmap::outcomes {
namespace {

constexpr std::size_t max_links = 8;
constexpr std::size_t max_steps = 200000;
constexpr double half = 0.5;

/// Edges by their ends.
struct Links {
  explicit Links(const OutcomesDiagram& diagram) : out(diagram.nodes.size()), in(diagram.nodes.size()) {
    for (std::size_t edge = 0; edge < diagram.edges.size(); ++edge) {
      out[diagram.edges[edge].from].push_back(edge);
      in[diagram.edges[edge].to].push_back(edge);
    }
  }
  std::vector<Nodes> out;
  std::vector<Nodes> in;
};

/// All ways of at most eight weighted links from the sources to one outcome; no node comes twice on a way.
class Ways {
 public:
  Ways(const OutcomesDiagram& diagram, const Links& links, const Nodes& sources, std::size_t target)
      : diagram_(diagram), links_(links), target_(target) {
    through_.assign(diagram.nodes.size(), 0);
    on_way_.assign(diagram.nodes.size(), false);
    measure_distances();
    for (std::size_t source : sources) walk(source, 1);
  }

  bool complete() const { return steps_ <= max_steps; }
  double total() const { return total_; }
  double share_through(std::size_t node) const { return total_ > 0 ? through_[node] / total_ : 0; }
  const Nodes& strongest() const { return strongest_; }  // edges
  double strength() const { return strongest_product_; }

  /// The edges of all ways through `node`.
  std::vector<bool> edges_through(std::size_t node, const Nodes& sources) {
    marked_.assign(diagram_.edges.size(), false);
    marker_ = node;
    steps_ = 0;
    for (std::size_t source : sources) walk(source, 1);
    return marked_;
  }

 private:
  void measure_distances() {
    distance_.assign(diagram_.nodes.size(), max_links + 1);  // too far
    distance_[target_] = 0;
    Nodes queue{target_};
    for (std::size_t next = 0; next < queue.size(); ++next)
      for (std::size_t edge : links_.in[queue[next]]) {
        const std::size_t from = diagram_.edges[edge].from;
        if (!diagram_.edges[edge].weight || distance_[from] <= distance_[queue[next]] + 1) continue;
        distance_[from] = distance_[queue[next]] + 1;
        queue.push_back(from);
      }
  }

  void walk(std::size_t node, double product) {
    if (++steps_ > max_steps) return;
    nodes_.push_back(node);
    on_way_[node] = true;
    if (node == target_)
      arrive(product);
    else
      for (std::size_t edge : links_.out[node]) {
        const OutcomeEdge& link = diagram_.edges[edge];
        if (!link.weight || *link.weight == 0 || on_way_[link.to]) continue;
        if (edges_.size() + 1 + distance_[link.to] > max_links) continue;
        edges_.push_back(edge);
        walk(link.to, product * *link.weight);
        edges_.pop_back();
      }
    on_way_[node] = false;
    nodes_.pop_back();
  }

  void arrive(double product) {
    if (marker_ != none) {
      if (on_way_[marker_])
        for (std::size_t edge : edges_) marked_[edge] = true;
      return;
    }
    total_ += std::abs(product);
    for (std::size_t node : nodes_) through_[node] += std::abs(product);
    if (std::abs(product) <= std::abs(strongest_product_)) return;
    strongest_product_ = product;
    strongest_ = edges_;
  }

  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  const OutcomesDiagram& diagram_;
  const Links& links_;
  std::size_t target_;
  std::vector<std::size_t> distance_;
  std::vector<double> through_;
  std::vector<bool> on_way_;
  std::vector<bool> marked_;
  std::size_t marker_ = none;
  Nodes nodes_;
  Nodes edges_;
  Nodes strongest_;
  double strongest_product_ = 0;
  double total_ = 0;
  std::size_t steps_ = 0;
};

std::vector<bool> nodes_leading_to(const OutcomesDiagram& diagram, const Links& links, std::size_t target,
                                   std::size_t without) {
  std::vector<bool> seen(diagram.nodes.size(), false);
  if (target == without) return seen;
  seen[target] = true;
  Nodes queue{target};
  for (std::size_t next = 0; next < queue.size(); ++next)
    for (std::size_t edge : links.in[queue[next]]) {
      const std::size_t from = diagram.edges[edge].from;
      if (seen[from] || from == without) continue;
      seen[from] = true;
      queue.push_back(from);
    }
  return seen;
}

class Finder {
 public:
  explicit Finder(OutcomesDiagram& diagram) : diagram_(diagram), links_(diagram) {}

  void run() {
    std::size_t known = 0;
    for (std::size_t node = 0; node < diagram_.nodes.size(); ++node) {
      const OutcomeNode& candidate = diagram_.nodes[node];
      if (candidate.role != OutcomeNodeRole::outcome || !candidate.gap || !candidate.gap->share) continue;
      ++known;
      if (*candidate.gap->share > 0 && (!pressing_ || is_more_pressing(candidate, diagram_.nodes[*pressing_])))
        pressing_ = node;
    }
    if (pressing_)
      tell_about_pressing();
    else if (known > 0)
      say({{"Every outcome that has a target has reached it", false}});
    else if (has_outcomes())
      say({{"No outcome has both a level and a target yet", true}, {": how wide the gaps are cannot be told", false}});
  }

 private:
  static bool is_more_pressing(const OutcomeNode& a, const OutcomeNode& b) {
    if (a.priority != b.priority) return a.priority > b.priority;
    if (*a.gap->share != *b.gap->share) return *a.gap->share > *b.gap->share;
    return a.id < b.id;
  }

  /// The gap of highest priority; where it is the widest too, it is called that.
  std::string pressing() const {
    constexpr double same = 1e-9;
    const double share = *diagram_.nodes[*pressing_].gap->share;
    const bool widest = std::none_of(diagram_.nodes.begin(), diagram_.nodes.end(), [&](const OutcomeNode& node) {
      return node.role == OutcomeNodeRole::outcome && node.gap && node.gap->share.value_or(0) > share + same;
    });
    return std::string(widest ? "the widest gap, ‘" : "the gap of highest priority, ‘") +
           diagram_.nodes[*pressing_].name + "’";
  }

  bool has_outcomes() const {
    return std::any_of(diagram_.nodes.begin(), diagram_.nodes.end(),
                       [](const OutcomeNode& n) { return n.role == OutcomeNodeRole::outcome; });
  }

  void say(std::vector<FindingPart> parts) { diagram_.finding = std::move(parts); }

  void tell_about_pressing() {
    diagram_.nodes[*pressing_].pressing = diagram_.nodes[*pressing_].in_finding = true;
    const auto leading = nodes_leading_to(diagram_, links_, *pressing_, diagram_.nodes.size());
    Nodes sources = starts(leading);
    if (sources.empty()) return tell_that_nothing_leads_there(leading);
    Ways ways(diagram_, links_, sources, *pressing_);
    if (ways.complete() && ways.total() > 0) return tell_about_weights(ways, sources);
    tell_about_links(sources);
  }

  /// The initiatives that lead to the widest gap; on a map without initiatives, whatever nothing else causes.
  Nodes starts(const std::vector<bool>& leading) {
    Nodes found;
    for (std::size_t node = 0; node < diagram_.nodes.size(); ++node) {
      const bool is_initiative = diagram_.nodes[node].role == OutcomeNodeRole::initiative;
      has_initiatives_ = has_initiatives_ || is_initiative;
      if (is_initiative && leading[node]) found.push_back(node);
    }
    if (has_initiatives_) return found;
    for (std::size_t node = 0; node < diagram_.nodes.size(); ++node)
      if (leading[node] && node != *pressing_ && links_.in[node].empty()) found.push_back(node);
    return found;
  }

  void tell_that_nothing_leads_there(const std::vector<bool>& leading) {
    const bool alone = std::count(leading.begin(), leading.end(), true) == 1;
    if (alone)
      say({{"Nothing", true}, {" on the map leads to " + pressing(), false}});
    else if (has_initiatives_)
      say({{"No initiative", true}, {" leads to " + pressing(), false}});
  }

  void tell_about_weights(Ways& ways, const Nodes& sources) {
    const std::string where_from = has_initiatives_ ? "an initiative" : "a first cause";
    diagram_.method = "Every way from " + where_from +
                      " to the outcome, up to 8 links long, counts by the product of its weights; strong colour: ";
    const auto through = most_used(ways);
    if (through && ways.share_through(*through) >= half) return tell_about_hinge(ways, *through, sources);
    std::string chain = diagram_.nodes[diagram_.edges[ways.strongest().front()].from].name;
    for (std::size_t edge : ways.strongest()) {
      diagram_.edges[edge].strong = true;
      if (diagram_.edges[edge].to != *pressing_) chain += " → " + diagram_.nodes[diagram_.edges[edge].to].name;
    }
    say({{"The strongest way to " + pressing() + ", is ", false}, {chain, true}, {what_it_does(ways), false}});
    diagram_.method += "the strongest way";
  }

  /// The share of the gap that the strongest way closes: stated, or else its strength over the gap.
  std::string what_it_does(const Ways& ways) const {
    const OutcomeNode& outcome = diagram_.nodes[*pressing_];
    const OutcomeEdge& first = diagram_.edges[ways.strongest().front()];
    if (ways.strongest().size() == 1 && first.closes) return ": it closes " + percent(*first.closes) + " of it";
    const double help = outcome.less_is_better ? -ways.strength() : ways.strength();
    if (help < 0) return ", and it widens the gap";
    const double share = help / *outcome.gap->share;
    return share >= 1 ? ": by its weights it would close all of it"
                      : ": by its weights it would close " + percent(share) + " of it";
  }

  std::optional<std::size_t> most_used(const Ways& ways) const {
    for (Column column : {means, touchpoints}) {
      std::optional<std::size_t> best;
      for (std::size_t node = 0; node < diagram_.nodes.size(); ++node)
        if (diagram_.nodes[node].column == column &&
            (!best || ways.share_through(node) > ways.share_through(*best) + 1e-12))
          best = node;
      if (best && ways.share_through(*best) >= half) return best;
    }
    return std::nullopt;
  }

  void tell_about_hinge(Ways& ways, std::size_t hinge, const Nodes& sources) {
    OutcomeNode& node = diagram_.nodes[hinge];
    const std::string share = percent(ways.share_through(hinge));
    say({{share, true},
         {" of the influence on " + pressing() + ", runs through one " + std::string(singular(node.kind)) + ": ",
          false},
         {node.name, true}});
    node.call_out = share + " runs through here";
    const auto strong = ways.edges_through(hinge, sources);
    for (std::size_t edge = 0; edge < strong.size(); ++edge) diagram_.edges[edge].strong = strong[edge];
    diagram_.method += "those through " + node.name;
  }

  /// Without weights only the question remains whether all ways hang on one node.
  void tell_about_links(const Nodes& sources) {
    for (std::size_t node = 0; node < diagram_.nodes.size(); ++node) {
      if (diagram_.nodes[node].column != means && diagram_.nodes[node].column != touchpoints) continue;
      const auto leading = nodes_leading_to(diagram_, links_, *pressing_, node);
      if (std::any_of(sources.begin(), sources.end(), [&](std::size_t source) { return leading[source]; })) continue;
      say({{"Every way", true},
           {" to " + pressing() + ", runs through one " + std::string(singular(diagram_.nodes[node].kind)) + ": ",
            false},
           {diagram_.nodes[node].name, true}});
      diagram_.nodes[node].call_out = "every way runs through here";
      return;
    }
    const std::string what = has_initiatives_ ? counted(sources.size(), "initiative leads", "initiatives lead")
                                              : counted(sources.size(), "cause leads", "causes lead");
    say({{what, true}, {" to " + pressing(), false}});
  }

  OutcomesDiagram& diagram_;
  Links links_;
  std::optional<std::size_t> pressing_;
  bool has_initiatives_ = false;
};

}  // namespace

void find_the_weak_link(OutcomesDiagram& diagram) {
  Finder(diagram).run();
  for (const OutcomeEdge& edge : diagram.edges)
    if (edge.strong) diagram.nodes[edge.from].in_finding = diagram.nodes[edge.to].in_finding = true;
}

}  // namespace outmap::outcomes
