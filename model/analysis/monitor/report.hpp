// What monitoring found: did it work, for whom, how sure are we, and what is nobody watching?
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/analysis/levels.hpp"
#include "model/map/map.hpp"

namespace outmap {

// --- Levels ---------------------------------------------------------------------------------------------------------

/// Which way a level went since the start, by its own direction.
enum class Verdict {
  improved,            // beyond noise, in the direction that is wanted
  worsened,            // beyond noise, in the other one
  no_change,           // less than noise explains
  too_few_readings,    // fewer than MonitorOptions::least_readings: change and noise cannot be told apart
  not_measured_since,  // no reading after the day since which is asked
};

struct LevelPoint {
  Date date;
  double value = 0;

  bool operator==(const LevelPoint&) const = default;
};

/// A Theil-Sen line through the readings, see theil_sen.hpp.
struct Trend {
  double per_month = 0;  // change of the level in 30.4375 days
  std::optional<double> per_month_low;
  std::optional<double> per_month_high;
  LevelPoint from;  // where the line stands at the first reading
  LevelPoint to;    // and at the last; not kept within the scale

  bool operator==(const Trend&) const = default;
};

/// A holder whose target or level is not that of the whole.
struct HolderStanding {
  Id holder;
  std::optional<double> current;
  LevelSource current_from = LevelSource::missing;  // stated: nobody measures this holder's level
  std::optional<double> target;
  std::optional<double> share_of_way;  // from the start of the whole to the holder's target; missing where stated
  bool target_met = false;

  bool operator==(const HolderStanding&) const = default;
};

/// The readings of an outcome, or of one part of a stage.
struct LevelSeries {
  Id of;
  std::optional<ReadingPart> part;  // of a stage
  std::string name;                 // of the outcome or the stage
  Id journey;                       // of a stage
  Scale scale;                      // -2 to 2 for an emotion
  std::string unit;                 // empty: the scale is all that is known
  Direction direction = Direction::more;
  std::optional<double> importance;    // of an outcome as a whole
  std::vector<LevelPoint> points;      // one a day, in order; of two on one day the later in the file
  LevelPoint start;                    // the newest reading not after `since`, else the first
  LevelPoint now;                      // the newest reading
  double change = 0;                   // now - start, in the unit of the scale; negative where the level fell
  std::optional<double> last_change;   // now - the reading before it
  std::optional<double> target;        // of a stage: the value wanted
  std::optional<double> share_of_way;  // (now - start) / (target - start); missing for one reading, or met at the start
  bool target_met = false;             // by the newest reading
  std::optional<Trend> trend;          // over all readings; missing for fewer than two
  std::optional<double> noise;         // standard deviation of readings around the trend
  std::optional<double> least_change;  // what a change between two readings must exceed
  std::optional<double> months_to_target;  // at the pace of the trend, where that leads there beyond doubt
  Verdict verdict = Verdict::too_few_readings;
  bool unsure = false;  // it moved, but its trend has no interval, or one that holds 0
  std::vector<HolderStanding> holders;  // in the order of the map

  bool operator==(const LevelSeries&) const = default;
};

/// An outcome that matters and that nobody measures, or nobody measures any more.
struct Unwatched {
  Id outcome;
  std::optional<double> importance;
  std::optional<Date> last;     // its newest reading; missing: none
  std::optional<int> days_ago;  // on the as-of day
  std::size_t answers = 0;      // ratings of it, which tell satisfaction and no level
  bool stale() const { return last.has_value(); }

  bool operator==(const Unwatched&) const = default;
};

/// How many outcomes of the map went which way; `of` is their sum.
struct VerdictCounts {
  std::size_t of = 0;
  std::size_t improved = 0;
  std::size_t worsened = 0;
  std::size_t no_change = 0;
  std::size_t too_few_readings = 0;
  std::size_t not_measured_since = 0;
  std::size_t never_measured = 0;
  std::size_t target_met = 0;

  bool operator==(const VerdictCounts&) const = default;
};

// --- Partners -------------------------------------------------------------------------------------------------------

enum class Rung { expect, like, love };

enum class MarkerMove {
  up,
  down,
  unchanged,
  first_reading,   // read once, since the start: nothing to compare with
  not_read_since,  // read, but not since
  never_read,
};

struct MarkerPoint {
  Date date;
  MarkerLevel level = MarkerLevel::low;

  bool operator==(const MarkerPoint&) const = default;
};

struct MarkerProgress {
  Id id;
  std::string name;
  std::string statement;
  std::vector<MarkerPoint> points;   // one a day, in order
  std::optional<MarkerPoint> start;  // the newest reading not after `since`, else the first
  std::optional<MarkerPoint> now;    // the newest
  MarkerMove move = MarkerMove::never_read;

  bool operator==(const MarkerProgress&) const = default;
};

struct RungProgress {
  Rung rung = Rung::expect;
  std::vector<MarkerProgress> markers;  // in the order of the map
  std::size_t high = 0;                 // markers whose newest reading is high
  /// Mean over the rung's markers of low 1/3, medium 2/3, high 1, never read 0; missing where it has no marker.
  std::optional<double> reached;
  std::optional<double> reached_before;  // the same at the start

  bool operator==(const RungProgress&) const = default;
};

struct PartnerProgress {
  Id partner;
  std::string name;
  PartnerKind kind = PartnerKind::external;
  std::string outcome_challenge;
  std::array<RungProgress, 3> rungs;  // expect, like, love
  std::optional<double> reached;      // mean over all markers, as in a rung
  std::optional<double> reached_before;
  std::optional<Date> last;  // newest reading of any marker; missing: never read
  std::size_t up = 0;        // markers that moved since
  std::size_t down = 0;

  std::size_t markers() const { return rungs[0].markers.size() + rungs[1].markers.size() + rungs[2].markers.size(); }
  bool operator==(const PartnerProgress&) const = default;
};

// --- What was written down ------------------------------------------------------------------------------------------

/// A harvested outcome and what keeps it from the next status.
struct HarvestProgress {
  Id id;
  std::string name;
  std::string outcome;
  HarvestStatus status = HarvestStatus::hypothesis;
  Id who;
  std::optional<Date> date;
  std::string where;
  std::string significance;
  std::string contribution;
  std::string substantiated_by;
  Ids initiatives;
  Id marker;
  bool is_new = false;                           // dated after `since`
  std::optional<HarvestStatus> next;             // missing: substantiated
  std::vector<std::string_view> missing_fields;  // empty: ready for the next status once somebody has looked

  bool operator==(const HarvestProgress&) const = default;
};

/// What stands behind a claim: an outcome, or that one thing influences another.
struct ClaimProof {
  Id id;                 // the outcome; or what is said to influence …
  std::optional<Id> to;  // … this
  std::size_t supporting = 0;
  std::size_t contradicting = 0;
  std::size_t says = 0;                 // of both, what people say …
  std::size_t does = 0;                 // … and what they do
  std::vector<EvidenceMethod> methods;  // distinct, of what supports, in the order of the enumeration
  std::size_t sources = 0;  // distinct, of what supports; evidence without a source counts as one of its own
  std::optional<Date> newest;

  bool operator==(const ClaimProof&) const = default;
};

// --- What is planned ------------------------------------------------------------------------------------------------

enum class DueState { overdue, due, later, unknown };

/// A monitoring priority, and when it was last watched.
struct WatchDuty {
  std::string what;
  std::optional<Priority> priority;
  std::string who;
  std::string every;
  Ids of;                        // what it is about, where its words name an element
  std::optional<Date> last;      // the newest reading, journal entry or evidence about that
  std::optional<Date> due;       // last + every
  std::optional<int> days_late;  // positive: overdue since; negative: due in
  DueState state = DueState::unknown;

  bool operator==(const WatchDuty&) const = default;
};

struct EvaluationDuty {
  std::string question;
  std::string use;
  Texts sources;
  std::optional<Date> due;
  std::optional<int> days_late;
  DueState state = DueState::unknown;

  bool operator==(const EvaluationDuty&) const = default;
};

struct PracticeState {
  Id id;
  std::string name;
  std::string statement;
  std::optional<JournalEntry> newest;  // the newest journal entry about it
  std::size_t entries = 0;

  bool operator==(const PracticeState&) const = default;
};

// --- What was done --------------------------------------------------------------------------------------------------

enum class ResultSign { positive, negative, mixed, none_yet, not_measured };

/// An outcome that an initiative aims at, and what happened to it. Nothing here says that the one caused the other.
struct AimedOutcome {
  Id outcome;
  bool stated = false;             // the initiative says that it closes it; else a way of the map leads there
  std::optional<Verdict> verdict;  // missing: never measured
  std::optional<double> change;
  bool unsure = false;  // as in LevelSeries

  bool operator==(const AimedOutcome&) const = default;
};

struct InitiativeResult {
  Id initiative;
  InitiativeStatus status = InitiativeStatus::running;
  std::vector<AimedOutcome> outcomes;          // stated first, each in the order of the map
  Ids harvested;                               // harvested outcomes that name it
  ResultSign sign = ResultSign::not_measured;  // of the outcomes that it says it closes; of all where it says none

  bool operator==(const InitiativeResult&) const = default;
};

// --- All of it ------------------------------------------------------------------------------------------------------

struct MonitorReport {
  std::optional<Date> as_of;
  std::optional<Date> since;  // missing: since each first reading
  int stale_after_days = 365;
  double confidence = 0.95;
  std::string vision;
  std::string mission;
  VerdictCounts counts;               // of outcomes
  std::vector<LevelSeries> outcomes;  // with readings: worsened, improved, the others; each the most important first
  std::vector<LevelSeries> stages;    // in the order of journeys, stages and parts
  std::vector<Unwatched> unwatched;   // the most important first
  std::vector<PartnerProgress> partners;    // those with markers, in the order of the map
  Ids partners_without_markers;             // in the order of the map
  std::vector<HarvestProgress> harvest;     // from hypothesis to substantiated; in each the newest first
  std::vector<JournalEntry> journals;       // by kind, in each the newest first
  std::vector<ClaimProof> claims;           // outcomes, then influences, in the order of the map
  std::vector<WatchDuty> duties;            // in the order of the map
  std::vector<EvaluationDuty> evaluations;  // likewise
  std::vector<PracticeState> practices;     // likewise
  std::vector<InitiativeResult> results;    // initiatives running or done, in the order of the map
  std::size_t later_readings = 0;           // readings after the as-of day, which do not count
};

std::string_view to_text(Verdict verdict);  // "no-change"
std::string_view to_text(Rung rung);        // "expect"
std::string_view to_text(MarkerMove move);  // "first-reading"
std::string_view to_text(DueState state);   // "overdue"
std::string_view to_text(ResultSign sign);  // "none-yet"

}  // namespace outmap
