// What was measured, seen and harvested, and what is planned to be watched.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/map/date.hpp"
#include "model/map/element.hpp"

namespace outmap {

enum class MarkerLevel { low, medium, high };
enum class ReadingPart { emotion, functional, financial, emotional, social };

struct Reading : Remark {
  Id of;                            // an outcome, a stage or a progress marker
  std::optional<ReadingPart> part;  // for a stage: which of its values
  Date date;
  std::variant<double, MarkerLevel> value;

  bool operator==(const Reading&) const = default;
};

enum class JournalKind { outcome, strategy, performance };

struct JournalEntry : Remark {
  JournalKind kind = JournalKind::outcome;
  Id of;
  Date date;
  std::string text;
  Ids contributors;
  std::string lessons;

  bool operator==(const JournalEntry&) const = default;
};

enum class HarvestStatus { hypothesis, drafted, reviewed, substantiated };

/// Outcome harvesting: who changed what, when and where, and what we had to do with it.
struct Harvest : Element {
  std::string outcome;
  Id who;
  std::optional<Date> date;
  std::string where;
  std::string significance;
  std::string contribution;
  Ids initiatives;
  Id marker;
  std::string substantiated_by;
  HarvestStatus status = HarvestStatus::hypothesis;

  bool operator==(const Harvest&) const = default;
};

/// Reactions to something new: how many saw it, paid, liked or loved it.
struct Offer : Element {
  Id offering;
  std::optional<double> shown;
  std::optional<double> paid;
  std::optional<double> liked;
  std::optional<double> loved;
  std::optional<double> outside_core;

  bool operator==(const Offer&) const = default;
};

struct Practice : Element {
  std::string statement;

  bool operator==(const Practice&) const = default;
};

enum class Priority { low, medium, high };

struct MonitoringPriority : Remark {
  std::string what;
  std::optional<Priority> priority;
  std::string who;
  std::string every;

  bool operator==(const MonitoringPriority&) const = default;
};

struct EvaluationQuestion : Remark {
  std::string question;
  std::string use;
  Texts sources;
  std::optional<Date> date;

  bool operator==(const EvaluationQuestion&) const = default;
};

/// A cluster's name that the strategist pinned: the cluster that holds these elements bears it.
struct PinnedCluster : Remark {
  std::string name;
  Ids contains;

  bool operator==(const PinnedCluster&) const = default;
};

}  // namespace outmap
