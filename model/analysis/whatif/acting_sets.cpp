#include "model/analysis/whatif/acting_sets.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "model/analysis/rounding.hpp"

namespace outmap {
namespace {

constexpr int most_rounds = 300;
constexpr double least_growth = 1e-13;  // growth of an interval that no longer counts

}  // namespace

double SetGoal::open_at(double change) const {
  if (!asked) return gauge.priority_at(change);
  const auto level = gauge.level_at(change);
  if (!level) return 0;
  const double missing = (gauge.direction == Direction::more ? *asked - *level : *level - *asked) / gauge.scale.width();
  return missing <= rounding_error ? 0 : missing;
}

ActingSets::ActingSets(const FcmNetwork& network, FcmStart start, const FcmOptions& options,
                       std::vector<std::optional<std::size_t>> members, std::vector<SetGoal> goals, RunsAway runs_away)
    : network_(&network),
      start_(std::move(start)),
      options_(options),
      members_(std::move(members)),
      goals_(std::move(goals)),
      runs_away_(std::move(runs_away)) {
  start_.initial.resize(network_->size(), 0.0);
  start_.held.resize(network_->size(), 0);
  member_at_.assign(network_->size(), size());
  for (std::size_t member = 0; member < size(); ++member) {
    if (members_[member]) member_at_[*members_[member]] = member;
  }
  sort_links();
}

void ActingSets::sort_links() {
  member_links_.resize(network_->size());
  other_links_.resize(network_->size());
  for (std::size_t to = 0; to < network_->size(); ++to) {
    for (std::size_t link = network_->begin(to); link < network_->begin(to + 1); ++link) {
      const std::size_t from = network_->cause(link);
      const bool chosen_freely = member_at_[from] != size() && !network_->has_causes(from) && !is_held(from);
      if (chosen_freely)
        member_links_[to].push_back({member_at_[from], network_->weight(link)});
      else
        other_links_[to].push_back(link);
    }
    std::ranges::stable_sort(member_links_[to], std::greater<>(), &MemberLink::weight);
  }
}

SetResult ActingSets::of(const std::vector<std::size_t>& acting) {
  FcmStart start = start_;
  for (const std::size_t member : acting) {
    if (!members_[member]) continue;
    start.held[*members_[member]] = 1;
    start.initial[*members_[member]] = 1;
  }
  FcmRun run = simulate(*network_, start, options_);
  work_ += static_cast<double>(run.iterations) * static_cast<double>(network_->size() + network_->links());
  SetResult result;
  result.settles = run.verdict == FcmVerdict::fixed_point && !(runs_away_ && runs_away_(start, run.state));
  for (const SetGoal& goal : goals_) result.open += goal.open_at(goal.gauge.number ? run.state[*goal.gauge.number] : 0);
  result.state = std::move(run.state);
  return result;
}

Fate ActingSets::fate_of(std::size_t number, const std::vector<Fate>& fates) const {
  return member_at_[number] == size() ? Fate::out : fates[member_at_[number]];
}

double ActingSets::bounded(std::size_t number, double sum) const {
  const double value = transfer(options_.transfer, options_.lambda, sum);
  return start_.low.empty() ? value : std::clamp(value, start_.low[number], start_.high[number]);
}

ActingSets::Sums ActingSets::sums_of(std::size_t to, const std::vector<Fate>& fates, std::size_t room,
                                     const Enclosure& states) const {
  Sums sums;
  for (const std::size_t link : other_links_[to]) {
    const double weight = network_->weight(link);
    const std::size_t from = network_->cause(link);
    sums.low += weight * (weight >= 0 ? states.low[from] : states.high[from]);
    sums.high += weight * (weight >= 0 ? states.high[from] : states.low[from]);
  }
  const std::vector<MemberLink>& links = member_links_[to];
  std::size_t left = room;
  for (auto link = links.begin(); link != links.end() && link->weight > 0; ++link) {
    if (fates[link->member] == Fate::open && left > 0) {
      sums.high += link->weight;
      --left;
    }
  }
  left = room;
  for (auto link = links.rbegin(); link != links.rend() && link->weight < 0; ++link) {
    if (fates[link->member] == Fate::open && left > 0) {
      sums.low += link->weight;
      --left;
    }
  }
  for (const MemberLink& link : links) {
    if (fates[link.member] != Fate::in) continue;
    sums.low += link.weight;
    sums.high += link.weight;
  }
  return sums;
}

/// Widens every interval by what one update can do; false where nothing grew.
bool ActingSets::grow(const std::vector<Fate>& fates, std::size_t room, Enclosure& states) {
  bool grew = false;
  for (std::size_t i = 0; i < network_->size(); ++i) {
    const Fate fate = fate_of(i, fates);
    if (is_held(i) || fate == Fate::in) continue;
    const Sums sums = sums_of(i, fates, room, states);
    const double low = bounded(i, sums.low), high = bounded(i, sums.high);
    if (low < states.low[i] - least_growth || high > states.high[i] + least_growth) grew = true;
    states.low[i] = std::min(states.low[i], low);
    states.high[i] = std::max(states.high[i], high);
  }
  work_ += 2 * static_cast<double>(network_->size() + network_->links());
  return grew;
}

ActingSets::Enclosure ActingSets::widest() const {
  Enclosure states{std::vector<double>(network_->size(), -1), std::vector<double>(network_->size(), 1)};
  for (std::size_t i = 0; i < network_->size() && !start_.low.empty(); ++i) {
    states.low[i] = std::min(start_.low[i], start_.initial[i]);
    states.high[i] = std::max(start_.high[i], start_.initial[i]);
  }
  return states;
}

double ActingSets::least_open(const std::vector<Fate>& fates, std::size_t room) {
  Enclosure states{start_.initial, start_.initial};
  for (std::size_t member = 0; member < size(); ++member) {
    if (!members_[member] || fates[member] == Fate::out) continue;
    const std::size_t number = *members_[member];
    states.high[number] = 1;
    if (fates[member] == Fate::in) states.low[number] = 1;
  }
  int round = 0;
  while (round < most_rounds && grow(fates, room, states)) ++round;
  if (round == most_rounds) states = widest();
  double open = 0;
  for (const SetGoal& goal : goals_) {
    if (!goal.gauge.number) {
      open += goal.open_at(0);
      continue;
    }
    const std::size_t number = *goal.gauge.number;
    open += goal.open_at(goal.gauge.direction == Direction::more ? states.high[number] : states.low[number]);
  }
  return open;
}

}  // namespace outmap
