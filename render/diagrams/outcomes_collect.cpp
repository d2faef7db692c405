#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

#include "render/diagrams/outcomes_parts.hpp"

namespace outmap::outcomes {
namespace {

class Collector {
 public:
  Collector(const Map& map, const GapReport& gaps, const EffectGraph& effects, const CollectOptions& options)
      : map_(map), effects_(effects), options_(options) {
    for (const GapRow& row : gaps.rows)
      if (!row.holder) rows_.emplace(row.id, &row);
  }

  OutcomesDiagram run() {
    collect_edges();
    collect_delivery();
    collect_nodes();
    connect();
    find_value();
    sort_by_column();
    if (!options_.spelled_out) leave_out_what_ways_spell_out(diagram_);
    return std::move(diagram_);
  }

 private:
  struct Merged {
    Effect effect;
    std::string remark;
    std::string way;  // "at the stage ‘Book’"
  };
  using Pair = std::pair<std::string, std::string>;  // ids

  void collect_edges() {
    const EffectAdjacency& edges = effects_.edges;
    for (auto [edge, end] = boost::edges(edges); edge != end; ++edge) {
      if (edges[*edge].role == EffectRole::levels && !options_.offerings) continue;
      const Pair ends{effects_.vertices.id(boost::source(*edge, edges)),
                      effects_.vertices.id(boost::target(*edge, edges))};
      const auto [place, is_new] = merged_.try_emplace(ends, Merged{edges[*edge], "", ""});
      if (!is_new) merge(place->second.effect, edges[*edge]);
      if (edges[*edge].role == EffectRole::influence && place->second.remark.empty())
        place->second.remark = map_->influences[edges[*edge].row].description;
    }
  }

  /// Parallel influences add up, as they do in what-ifs; beside a weight, an effect without one says nothing new.
  static void merge(Effect& known, const Effect& other) {
    if (!other.weight) return;
    if (!known.weight) {
      known = other;
      return;
    }
    known.weight = std::clamp(*known.weight + *other.weight, -1.0, 1.0);
    if (other.confidence) known.confidence = std::min(known.confidence.value_or(1), *other.confidence);
  }

  bool leads(const Id& from, ElementKind kind) const {
    for (auto place = merged_.lower_bound({from, ""}); place != merged_.end() && place->first.first == from; ++place)
      if (map_.find(place->first.second)->kind == kind) return true;
    return false;
  }

  bool is_led_to(const Id& to, ElementKind kind) const {
    return std::any_of(merged_.begin(), merged_.end(), [&](const auto& entry) {
      return entry.first.second == to && map_.find(entry.first.first)->kind == kind;
    });
  }

  /// Who delivers completes the picture where no effect is claimed: the partner who owns a touchpoint, and the
  /// touchpoints of the stage at which an outcome is wanted. Where one end already has a claimed effect of that sort,
  /// the claim stands alone.
  void collect_delivery() {
    std::map<Pair, Merged> added;
    for (const Touchpoint& touchpoint : map_->touchpoints)
      if (effects_.vertices.find(touchpoint.owner) &&
          (!leads(touchpoint.owner, ElementKind::touchpoint) || !is_led_to(touchpoint.id, ElementKind::partner)))
        added.try_emplace({touchpoint.owner, touchpoint.id}, Merged{{EffectRole::delivers, {}, {}, 0}, "", "owns it"});
    for (const Journey& journey : map_->journeys)
      for (const Stage& stage : journey.stages)
        for (const Id& outcome : stage.outcomes) {
          if (effects_.vertices.find(stage.id) && leads_anywhere(stage.id)) continue;
          for (const Id& touchpoint : stage.touchpoints)
            if (!leads(touchpoint, ElementKind::outcome) || !is_led_to(outcome, ElementKind::touchpoint))
              added.try_emplace({touchpoint, outcome},
                                Merged{{EffectRole::delivers, {}, {}, 0}, "", "at the stage ‘" + stage.name + "’"});
        }
    add_stages_on_the_way(added);
    merged_.merge(added);
  }

  bool leads_anywhere(const Id& from) const {
    const auto place = merged_.lower_bound({from, ""});
    return place != merged_.end() && place->first.first == from;
  }

  /// A stage that something improves leads on to its outcomes.
  void add_stages_on_the_way(std::map<Pair, Merged>& added) const {
    for (const Journey& journey : map_->journeys)
      for (const Stage& stage : journey.stages) {
        const bool touched = std::any_of(merged_.begin(), merged_.end(),
                                         [&](const auto& entry) { return entry.first.second == stage.id; });
        if (!touched || leads(stage.id, ElementKind::outcome)) continue;
        for (const Id& outcome : stage.outcomes)
          added.try_emplace({stage.id, outcome}, Merged{{EffectRole::delivers, {}, {}, 0}, "", "wanted at this stage"});
      }
  }

  bool is_shown_alone(ElementKind kind) const {
    return kind == ElementKind::initiative || kind == ElementKind::outcome;
  }

  void collect_nodes() {
    std::vector<std::string_view> linked;
    for (const auto& [ends, merged] : merged_) {
      linked.push_back(ends.first);
      linked.push_back(ends.second);
    }
    std::sort(linked.begin(), linked.end());
    for (ElementRef ref : all_elements(map_.content())) {
      const Id& id = map_.at(ref).id;
      if (!is_shown_alone(ref.kind) && !std::binary_search(linked.begin(), linked.end(), id)) continue;
      const auto row = rows_.find(id);
      diagram_.nodes.push_back(describe_node(map_, ref, row == rows_.end() ? nullptr : row->second));
    }
    for (std::size_t node = 0; node < diagram_.nodes.size(); ++node) place_of_[diagram_.nodes[node].id] = node;
  }

  void connect() {
    for (const auto& [ends, merged] : merged_) {
      OutcomeEdge edge;
      edge.from = place_of_.at(ends.first);
      edge.to = place_of_.at(ends.second);
      edge.role = merged.effect.role;
      edge.weight = merged.effect.weight;
      edge.confidence = merged.effect.confidence;
      edge.closes = stated_share(edge);
      edge.helps = edge.lowers() == diagram_.nodes[edge.to].less_is_better;
      edge.remark = merged.remark;
      edge.title = words_for(edge, merged.way);
      diagram_.edges.push_back(std::move(edge));
    }
  }

  /// The share of the gap that the map says the initiative closes.
  std::optional<double> stated_share(const OutcomeEdge& edge) const {
    if (edge.role != EffectRole::closes) return std::nullopt;
    for (const IdNumber& share : map_.get<Initiative>(diagram_.nodes[edge.from].id)->closes)
      if (share.id == diagram_.nodes[edge.to].id) return share.value;
    return std::nullopt;
  }

  /// Value is what outcomes lead to and what leads nowhere else; where the map names none, the kinds of value.
  void find_value() {
    std::vector<bool> ends(diagram_.nodes.size(), true);
    std::vector<bool> fed(diagram_.nodes.size(), false);
    for (const OutcomeEdge& edge : diagram_.edges) {
      ends[edge.from] = false;
      fed[edge.to] = true;
      if (diagram_.nodes[edge.from].role != OutcomeNodeRole::outcome) ends[edge.to] = false;
    }
    bool named = false;
    for (std::size_t node = 0; node < diagram_.nodes.size(); ++node) {
      OutcomeNode& candidate = diagram_.nodes[node];
      if (candidate.role == OutcomeNodeRole::factor && ends[node] && fed[node])
        make_value(candidate, map_.at(*map_.find(candidate.id)).description);
      named = named || candidate.column == value;
    }
    if (!named) add_value_kinds(diagram_, map_);
  }

  void sort_by_column() {
    std::vector<std::size_t> order(diagram_.nodes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return diagram_.nodes[a].column < diagram_.nodes[b].column; });
    std::vector<std::size_t> place(order.size());
    std::vector<OutcomeNode> nodes;
    for (std::size_t node : order) {
      place[node] = nodes.size();
      nodes.push_back(std::move(diagram_.nodes[node]));
    }
    diagram_.nodes = std::move(nodes);
    for (OutcomeEdge& edge : diagram_.edges) {
      edge.from = place[edge.from];
      edge.to = place[edge.to];
    }
    std::sort(diagram_.edges.begin(), diagram_.edges.end(), [](const OutcomeEdge& a, const OutcomeEdge& b) {
      return std::pair(a.from, a.to) < std::pair(b.from, b.to);
    });
  }

  std::string words_for(const OutcomeEdge& edge, const std::string& way) const {
    std::string words = diagram_.nodes[edge.from].name + " → " + diagram_.nodes[edge.to].name + ": ";
    words +=
        edge.role == EffectRole::influence ? "weight " + signed_number(*edge.weight) : std::string(to_text(edge.role));
    if (edge.closes) words += " " + percent(*edge.closes) + " of the gap";
    if (edge.role == EffectRole::closes && edge.weight) words += ", weight " + signed_number(*edge.weight);
    if (edge.confidence) words += ", confidence " + fmt::format("{}", *edge.confidence);
    if (!way.empty()) words += ", " + way;
    if (!edge.remark.empty()) words += ". " + edge.remark;
    return words;
  }

  const Map& map_;
  const EffectGraph& effects_;
  CollectOptions options_;
  std::map<Id, const GapRow*, std::less<>> rows_;
  std::map<Pair, Merged> merged_;
  std::map<Id, std::size_t, std::less<>> place_of_;
  OutcomesDiagram diagram_;
};

}  // namespace

OutcomesDiagram collect_effects(const Map& map, const GapReport& gaps, const EffectGraph& effects,
                                const CollectOptions& options) {
  return Collector(map, gaps, effects, options).run();
}

void leave_out_what_ways_spell_out(OutcomesDiagram& diagram) {
  const auto span = [&](const OutcomeEdge& edge) {
    return static_cast<int>(diagram.nodes[edge.to].column) - static_cast<int>(diagram.nodes[edge.from].column);
  };
  std::vector<std::vector<std::size_t>> out(diagram.nodes.size());
  std::vector<bool> kept(diagram.edges.size(), true);
  std::vector<std::size_t> candidates;
  for (std::size_t edge = 0; edge < diagram.edges.size(); ++edge) {
    const OutcomeEdge& link = diagram.edges[edge];
    if (span(link) >= 0) out[link.from].push_back(edge);
    if (span(link) > 0 && link.role != EffectRole::influence) candidates.push_back(edge);
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [&](std::size_t a, std::size_t b) { return span(diagram.edges[a]) > span(diagram.edges[b]); });
  for (std::size_t edge : candidates) {
    const OutcomeEdge& link = diagram.edges[edge];
    const bool weighted = link.weight.has_value();
    kept[edge] = false;
    // The strongest way to each node: the product of its weights; of a link without one only that there is a way.
    std::vector<double> strongest(diagram.nodes.size(), 0);
    strongest[link.from] = 1;
    std::vector<std::size_t> queue{link.from};
    for (std::size_t next = 0; next < queue.size(); ++next)
      for (std::size_t other : out[queue[next]]) {
        const OutcomeEdge& step = diagram.edges[other];
        if (!kept[other] || (weighted && !step.weight) || diagram.nodes[step.to].column > diagram.nodes[link.to].column)
          continue;
        const double strength = strongest[step.from] * (weighted ? std::abs(*step.weight) : 1);
        if (strength <= strongest[step.to]) continue;
        strongest[step.to] = strength;
        queue.push_back(step.to);
      }
    kept[edge] = strongest[link.to] < (weighted ? std::abs(*link.weight) : 1);
  }
  std::vector<OutcomeEdge> edges;
  for (std::size_t edge = 0; edge < kept.size(); ++edge)
    if (kept[edge]) edges.push_back(std::move(diagram.edges[edge]));
  diagram.edges = std::move(edges);
}

}  // namespace outmap::outcomes
