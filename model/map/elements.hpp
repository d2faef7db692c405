// What a map is made of. Plain structs: public fields, no rules. The fields, their ranges, defaults and
// explanations are described in model/format/types; the rules between elements are in model/check.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/map/attributes.hpp"
#include "model/map/date.hpp"
#include "model/map/element_kind.hpp"

namespace outmap {

using Id = std::string;
using Texts = std::vector<std::string>;
using Ids = std::vector<Id>;

/// A field that begins with `x-`: kept and written back, never interpreted.
struct Extension {
  std::string name;
  std::string json;

  bool operator==(const Extension&) const = default;
};

struct Element {
  Id id;
  std::string name;  // equals the id where the map gives none
  std::string description;
  Texts tags;
  std::string notes;
  std::vector<Extension> extensions;

  bool operator==(const Element&) const = default;
};

/// What rows without an id of their own may carry.
struct Remark {
  std::string description;
  std::string notes;
  std::vector<Extension> extensions;

  bool operator==(const Remark&) const = default;
};

struct Scale {
  double min = 0;
  double max = 10;

  double width() const { return max - min; }
  bool operator==(const Scale&) const = default;
};

/// A number for an element, as in `levels: {booked-fast: 6}`.
struct IdNumber {
  Id id;
  double value = 0;

  bool operator==(const IdNumber&) const = default;
};
using IdNumbers = std::vector<IdNumber>;

// --- people -----------------------------------------------------------------------------------------

/// Value to the firm of one head, in the map's currency.
struct Clv {
  std::optional<double> margin;           // money a year
  std::optional<double> retention;        // share kept from year to year, 0-1
  std::optional<double> discount;         // rate a year, 0-1
  std::optional<double> acquisition;      // money, once
  std::optional<double> elasticity;       // change of retention for a full change of perceived value
  std::optional<double> order_value;      // money
  std::optional<double> orders_per_year;  // count
  std::optional<double> margin_share;     // of an order's value, 0-1
  std::optional<double> years;            // expected length of the relation

  bool operator==(const Clv&) const = default;
};

/// Value as the customer sees it: (worth + benefits) - (costs + drawbacks), each on the map's scale.
struct PerceivedValue {
  std::optional<double> worth;
  std::optional<double> benefits;
  std::optional<double> costs;
  std::optional<double> drawbacks;

  bool operator==(const PerceivedValue&) const = default;
};

struct Customer : Element {
  double size = 1;
  Attributes attributes;
  Ids needs;
  std::optional<double> firm_value;
  std::optional<Clv> clv;
  std::optional<PerceivedValue> perceived_value;

  bool operator==(const Customer&) const = default;
};

enum class PartnerKind { external, internal };

/// An observable change in a partner's behaviour.
struct ProgressMarker : Element {
  std::string statement;

  bool operator==(const ProgressMarker&) const = default;
};

struct ProgressMarkers {
  std::vector<ProgressMarker> expect;
  std::vector<ProgressMarker> like;
  std::vector<ProgressMarker> love;

  bool operator==(const ProgressMarkers&) const = default;
};

/// Causal, persuasive, supportive (1-3) x aimed at the individual (I) or the environment (E).
struct StrategyMap {
  std::string individual_causal;
  std::string individual_persuasive;
  std::string individual_supportive;
  std::string environment_causal;
  std::string environment_persuasive;
  std::string environment_supportive;

  bool operator==(const StrategyMap&) const = default;
};

struct Partner : Element {
  PartnerKind kind = PartnerKind::external;
  Attributes attributes;
  Ids needs;
  std::string outcome_challenge;
  ProgressMarkers progress_markers;
  StrategyMap strategy_map;

  bool operator==(const Partner&) const = default;
};

struct Need : Element {
  std::string statement;
  std::string quote;
  std::string theme;
  std::optional<double> importance;

  bool operator==(const Need&) const = default;
};

// --- journeys ---------------------------------------------------------------------------------------

enum class JourneyState { current, future };

/// Value at a stage by kind, each on the map's scale.
struct ValueByKind {
  std::optional<double> functional;
  std::optional<double> financial;
  std::optional<double> emotional;
  std::optional<double> social;

  bool operator==(const ValueByKind&) const = default;
};

/// How one kind of customer lives a stage, where it differs from the others.
struct StageView {
  Id customer;
  std::optional<double> emotion;
  std::optional<ValueByKind> value;
  std::optional<ValueByKind> wanted;

  bool operator==(const StageView&) const = default;
};

struct Stage : Element {
  std::string goal;
  std::optional<double> emotion;  // -2 ... 2
  std::optional<ValueByKind> value;
  std::optional<ValueByKind> wanted;
  std::vector<StageView> by_customer;
  Ids touchpoints;
  Ids outcomes;
  Texts pains;
  Texts opportunities;
  Id replaces;  // a stage of the current journey, where this one is of a future journey

  bool operator==(const Stage&) const = default;
};

struct Journey : Element {
  Ids customers;
  JourneyState when = JourneyState::current;
  Id future_of;
  std::vector<Stage> stages;

  bool operator==(const Journey&) const = default;
};

enum class Layer { front, back };

struct Touchpoint : Element {
  std::string channel;
  Id owner;
  Layer layer = Layer::front;
  bool moment_of_truth = false;
  Texts pains;

  bool operator==(const Touchpoint&) const = default;
};

// --- outcomes ---------------------------------------------------------------------------------------

/// Someone who wants an outcome; a missing number means the outcome's own.
struct Holder {
  Id id;
  std::optional<double> importance;
  std::optional<double> current;
  std::optional<double> target;
  std::optional<double> satisfaction;

  bool operator==(const Holder&) const = default;
};

struct Holders {
  bool organisation = false;  // the organisation itself wants it; `list` is then empty
  std::vector<Holder> list;

  bool operator==(const Holders&) const = default;
};

enum class Direction { more, less };
enum class ValueKind { functional, financial, emotional, social };
enum class Valence { gain, avoid };
enum class Scope { customer, organisation };

struct Outcome : Element {
  Holders holders;
  Ids needs;
  std::optional<double> importance;    // 0-10
  std::optional<double> current;       // on the outcome's scale
  std::optional<double> target;        // on the outcome's scale
  std::optional<double> satisfaction;  // 0-10
  Direction direction = Direction::more;
  std::optional<ValueKind> kind;
  Valence valence = Valence::gain;
  Scope scope = Scope::customer;
  std::string indicator;
  std::optional<double> money_per_point;
  std::optional<Scale> scale;  // the map's where it has none
  std::string unit;

  bool operator==(const Outcome&) const = default;
};

// --- what the organisation and others do ------------------------------------------------------------

struct Offering : Element {
  std::optional<double> price;
  std::optional<double> cost;
  IdNumbers levels;
  std::optional<PerceivedValue> perceived_value;

  bool operator==(const Offering&) const = default;
};

struct Process : Element {
  Id owner;
  Texts steps;
  Ids serves;
  Ids touchpoints;

  bool operator==(const Process&) const = default;
};

enum class InitiativeStatus { idea, planned, running, done, stopped };
enum class InitiativeMode { push, pull };
enum class Posture { relevant, responsive, resilient };
enum class Horizon { today, tomorrow };
enum class Origin { asked, used, ours, imposed };

struct Initiative : Element {
  std::optional<double> cost;
  InitiativeStatus status = InitiativeStatus::idea;
  std::optional<InitiativeMode> mode;
  std::optional<Posture> posture;
  std::optional<Horizon> horizon;
  std::optional<Origin> origin;
  IdNumbers closes;  // share of the outcome's gap, 0-1
  Ids improves;
  Ids prerequisites;  // `requires` in a map
  Ids excludes;

  bool operator==(const Initiative&) const = default;
};

struct Competitor : Element {
  std::optional<double> price;
  IdNumbers levels;

  bool operator==(const Competitor&) const = default;
};

struct Factor : Element {
  bool operator==(const Factor&) const = default;
};

// --- ties and claims --------------------------------------------------------------------------------

struct Relation : Remark {
  Id from;
  Id to;
  std::string type;
  double strength = 1;
  bool directed = false;

  bool operator==(const Relation&) const = default;
};

struct Influence : Remark {
  Id from;
  Id to;
  double weight = 0;
  double confidence = 0.5;
  Ids evidence;

  bool operator==(const Influence&) const = default;
};

enum class EvidenceMethod {
  interview,
  focus_group,
  survey,
  product_test,
  participatory_mapping,
  feedback,
  observation,
  document,
};
enum class EvidenceKind { says, does };

struct Evidence : Element {
  std::optional<EvidenceMethod> method;
  std::optional<Date> date;
  std::string source;
  std::string quote;
  Ids supports;
  Ids contradicts;
  std::optional<EvidenceKind> kind;
  std::optional<double> rating;

  bool operator==(const Evidence&) const = default;
};

// --- monitoring -------------------------------------------------------------------------------------

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

// --- answers of people ------------------------------------------------------------------------------

struct Rating {
  std::string respondent;
  Id outcome;
  std::optional<double> importance;
  std::optional<double> satisfaction;
  Id customer;
  std::optional<Date> date;
  double scale_min = 1;
  double scale_max = 5;

  bool operator==(const Rating&) const = default;
};

enum class KanoAnswer { like, must_be, neutral, live_with, dislike };

struct KanoPair {
  std::string respondent;
  Id outcome;
  KanoAnswer functional = KanoAnswer::neutral;
  KanoAnswer dysfunctional = KanoAnswer::neutral;

  bool operator==(const KanoPair&) const = default;
};

enum class FeedbackKind { nps, csat };

struct Feedback : Element {
  std::optional<Date> date;
  Id customer;
  Id stage;
  std::optional<FeedbackKind> kind;
  std::optional<double> score;
  std::string text;

  bool operator==(const Feedback&) const = default;
};

struct PriceAnswer {
  std::string respondent;
  Id offering;
  double willing_to_pay = 0;

  bool operator==(const PriceAnswer&) const = default;
};

}  // namespace outmap
