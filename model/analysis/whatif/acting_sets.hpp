// What comes of some of many initiatives acting together, and the most that could come of what is still undecided.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "model/analysis/fcm/simulate.hpp"
#include "model/analysis/whatif/gauges.hpp"

namespace outmap {

/// What a set is judged by: what it leaves open of one outcome.
struct SetGoal {
  Gauge gauge;
  std::optional<double> asked;  // a level that is to be reached; missing: the priority of the outcome's gap counts

  /// After a change of the outcome's concept: what is missing of the level asked, as a share of the scale, or else the
  /// priority that is left. Never rises while the change moves in the outcome's good direction.
  double open_at(double change) const;
};

/// A member that a set may have.
enum class Fate : std::uint8_t { open, in, out };

/// What comes of one set.
struct SetResult {
  bool settles = false;  // it reaches a fixed point and no loop runs away; else nothing is projected
  double open = 0;       // of all goals together
  std::vector<double> state;
};

/// A network in which each of some concepts, the members, is held at 1 or left to itself.
class ActingSets {
 public:
  /// Whether a loop runs away, where these are held and that is the state.
  using RunsAway = std::function<bool(const FcmStart&, const std::vector<double>&)>;

  /// `members`: the concept of each; none where nothing says what it changes. `start` holds what acts anyway; rule
  /// kosko and a transfer function with f(0) = 0. The network must outlive it.
  ActingSets(const FcmNetwork& network, FcmStart start, const FcmOptions& options,
             std::vector<std::optional<std::size_t>> members, std::vector<SetGoal> goals, RunsAway runs_away = {});

  std::size_t size() const { return members_.size(); }
  const std::vector<SetGoal>& goals() const { return goals_; }

  /// Simulates the set. One simulation.
  SetResult of(const std::vector<std::size_t>& acting);

  /// No set that settles, holds every member that is in and none that is out, and of those that are open at most
  /// `room`, leaves less open. Each concept is enclosed by an interval that holds all its states of all updates of all
  /// such sets (Moore 1966, Interval Analysis): members that are open may be anything from what they are left alone to
  /// 1, and of those that nothing changes at most `room` count for each effect. About two simulations.
  double least_open(const std::vector<Fate>& fates, std::size_t room);

  /// Links followed so far.
  double work() const { return work_; }

 private:
  struct Enclosure {
    std::vector<double> low, high;
  };
  struct MemberLink {
    std::size_t member;
    double weight;
  };
  struct Sums {
    double low = 0, high = 0;
  };

  void sort_links();
  bool grow(const std::vector<Fate>& fates, std::size_t room, Enclosure& states);
  Sums sums_of(std::size_t to, const std::vector<Fate>& fates, std::size_t room, const Enclosure& states) const;
  Enclosure widest() const;
  Fate fate_of(std::size_t number, const std::vector<Fate>& fates) const;
  bool is_held(std::size_t number) const { return start_.held[number] != 0; }
  double bounded(std::size_t number, double sum) const;

  const FcmNetwork* network_;
  FcmStart start_;
  FcmOptions options_;
  std::vector<std::optional<std::size_t>> members_;
  std::vector<SetGoal> goals_;
  RunsAway runs_away_;
  std::vector<std::size_t> member_at_;  // by concept; size() where it is none
  std::vector<std::vector<MemberLink>>
      member_links_;  // by concept, the greatest weight first; of members without causes
  std::vector<std::vector<std::size_t>> other_links_;  // by concept
  double work_ = 0;
};

}  // namespace outmap
