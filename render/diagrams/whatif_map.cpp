// The outcome map of a scenario: what moves, whether that helps, and which links pass it on.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

#include "model/analysis/levels.hpp"
#include "model/text/numbers.hpp"
#include "render/diagrams/outcomes_parts.hpp"
#include "render/diagrams/scenario_words.hpp"
#include "render/diagrams/whatif_diagram.hpp"

namespace outmap::outcomes {
namespace {

constexpr double moves_from = 0.005;  // of a full change
constexpr double passes_from = 0.01;  // weight x change
constexpr std::size_t best_links = 44;
constexpr int longest_way = 8;

class WhatIfMap {
 public:
  WhatIfMap(const Map& today, const LevelTable& levels, const WhatIfReport& report, const DiagramOptions& options)
      : report_(report),
        options_(options),
        map_(report.simulated_map ? *report.simulated_map : today),
        levels_(map_, as_of(map_, options.as_of), levels) {}

  OutcomesDiagram run() {
    const GapReport gaps = find_gaps(map_, levels_);
    const EffectGraph effects = effect_graph(map_, {options_.as_of, false, &levels_});
    diagram_ = collect_effects(map_, gaps, effects, {.offerings = true, .spelled_out = true});
    diagram_.changes = true;
    diagram_.may_grow = options_.everything;
    find_states();
    weigh_nodes();
    for (OutcomeNode& node : diagram_.nodes) describe(node);
    for (OutcomeEdge& edge : diagram_.edges) describe(edge);
    choose();
    find_loops(diagram_, effects);
    close_up(diagram_);
    return std::move(diagram_);
  }

 private:
  bool counts_changes() const { return report_.scenario.mode == WhatIfMode::change; }
  bool settles() const { return report_.verdict == FcmVerdict::fixed_point; }

  void find_states() {
    for (const IdNumber& state : report_.state) states_.emplace(state.id, state.value);
  }

  std::optional<double> state_of(const std::string& id) const {
    const auto found = states_.find(id);
    return found == states_.end() ? std::nullopt : std::optional<double>(found->second);
  }
  double moved(std::size_t node) const { return state_of(diagram_.nodes[node].id).value_or(0); }

  /// Whether a rise helps: the sum, over all ways of at most eight links to outcomes, of their products x priority.
  void weigh_nodes() {
    std::vector<double> carried(diagram_.nodes.size(), 0);
    for (std::size_t node = 0; node < carried.size(); ++node) {
      const OutcomeNode& one = diagram_.nodes[node];
      if (one.kind != ElementKind::outcome) continue;
      carried[node] = (one.less_is_better ? -1 : 1) * (one.priority + 0.01);
    }
    valence_ = carried;
    const std::vector<double> own = carried;
    for (int length = 0; length < longest_way; ++length) {
      std::vector<double> next(carried.size(), 0);
      for (const OutcomeEdge& edge : diagram_.edges)
        if (edge.weight) next[edge.from] += *edge.weight * carried[edge.to];
      for (std::size_t node = 0; node < next.size(); ++node) valence_[node] += next[node];
      carried = std::move(next);
    }
    for (std::size_t node = 0; node < own.size(); ++node)
      if (own[node] != 0) valence_[node] = own[node];
    for (std::size_t node = 0; node < own.size(); ++node)
      if (valence_[node] == 0 && diagram_.nodes[node].column == value) valence_[node] = 1;
  }

  /// People who are wanted by no outcome may gain and lose all the same.
  OutcomeChange::Effect of_person(const std::string& id) const {
    const auto is_it = [&](const WhatIfShare& share) { return share.id == id; };
    if (std::ranges::any_of(report_.losers, is_it)) return OutcomeChange::Effect::worse;
    if (std::ranges::any_of(report_.winners, is_it)) return OutcomeChange::Effect::better;
    return OutcomeChange::Effect::neutral;
  }

  bool is_held(const std::string& id) const { return std::ranges::count(report_.held, id) > 0; }
  bool is_gone(const std::string& id) const { return std::ranges::count(report_.removed, id) > 0; }

  void describe(OutcomeNode& node) {
    using Effect = OutcomeChange::Effect;
    OutcomeChange change;
    change.held = is_held(node.id) || is_gone(node.id);
    change.share = state_of(node.id);
    const double share = change.share.value_or(0);
    if (is_gone(node.id)) {
      change.words = "gone";
      change.says_how_far = false;
    } else if (!counts_changes()) {
      change.words = change.share ? few_decimals(share, 2) : "";
    } else if (change.held || settles()) {
      change.words = change.share ? scenario_words::signed_percent(share) : "";
    }
    if (!counts_changes()) {
      change.effect = Effect::neutral;
    } else if (std::abs(share) >= moves_from) {
      const double good = share * valence_[static_cast<std::size_t>(&node - diagram_.nodes.data())];
      change.effect = good > 0 ? Effect::better : good < 0 ? Effect::worse : of_person(node.id);
    }
    node.title += change.held            ? (is_gone(node.id) ? ": taken out" : ": set to " + change.words)
                  : change.words.empty() ? ""
                                         : (counts_changes() ? ": moves by " : ": activation ") + change.words;
    node.note.clear();
    node.gap.reset();
    node.channel.clear();
    node.change = change;
  }

  void describe(OutcomeEdge& edge) {
    if (!edge.weight) return;
    const double passed = *edge.weight * moved(edge.from);
    edge.passed = passed;
    edge.title += ", passes on " + scenario_words::signed_percent(passed);
    edge.strong = std::abs(passed) >= passes_from;
    edge.helps = passed * valence_[edge.to] >= 0;
    if (!edge.strong) edge.weight.reset();
  }

  /// What moves or is held, so many a column; of the links those with a weight, the strongest.
  void choose() {
    std::vector<std::size_t> order(diagram_.nodes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto rank = [&](std::size_t node) {
      const OutcomeNode& one = diagram_.nodes[node];
      const double weight = one.kind == ElementKind::outcome ? 1 + one.priority / 100 : 1;
      return (one.change->held ? 10 : 0) + std::abs(moved(node)) * weight;
    };
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return rank(a) > rank(b); });
    std::vector<bool> kept(order.size(), false);
    std::array<std::size_t, column_count> taken{};
    for (const std::size_t node : order) {
      const OutcomeNode& one = diagram_.nodes[node];
      const bool moves = one.change->held || std::abs(moved(node)) >= moves_from;
      if (!moves) continue;
      ++moving_;
      if (!options_.everything && taken[one.column] >= best_in_a_column) continue;
      ++taken[one.column];
      kept[node] = true;
    }
    const auto shown = static_cast<std::size_t>(std::ranges::count(kept, true));
    keep_only(diagram_, kept);
    drop_links();
    if (shown < moving_)
      diagram_.left_out = fmt::format("{} of {} elements that move are drawn, those that move most", shown, moving_);
  }

  void drop_links() {
    auto& edges = diagram_.edges;
    std::erase_if(edges, [](const OutcomeEdge& edge) { return !edge.passed || edge.from == edge.to; });
    if (options_.everything || edges.size() <= best_links) return;
    std::vector<double> sizes;
    for (const OutcomeEdge& edge : edges) sizes.push_back(std::abs(*edge.passed));
    std::ranges::sort(sizes, std::greater<>());
    const double least = sizes[best_links - 1];
    std::erase_if(edges, [&](const OutcomeEdge& edge) { return std::abs(*edge.passed) < least; });
  }

  const WhatIfReport& report_;
  const DiagramOptions& options_;
  const Map& map_;
  LevelTable levels_;
  OutcomesDiagram diagram_;
  std::map<std::string, double, std::less<>> states_;
  std::vector<double> valence_;
  std::size_t moving_ = 0;
};

}  // namespace

}  // namespace outmap::outcomes

namespace outmap {

OutcomesDiagram whatif_map(const Map& today, const LevelTable& levels, const WhatIfReport& report,
                           const DiagramOptions& options) {
  return outcomes::WhatIfMap(today, levels, report, options).run();
}

}  // namespace outmap
