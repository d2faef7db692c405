// What a journey picture shows and why: roles and words, no colours, no coordinates.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "model/map/map.hpp"

namespace outmap::journey_picture {

using Number = std::optional<double>;

/// What a word or a number tells; the layout gives it a colour.
enum class Meaning { plain, gap, gain, loss };

/// A piece of the finding. A name may be cut to `max_px`, so that the sentence itself never is; 0: never cut.
struct FindingPart {
  std::string text;
  Meaning meaning = Meaning::plain;
  double max_px = 0;
};

/// How something differs between the journey of today and the planned one.
enum class Change { none, added, gone };

/// What the eye should be drawn to: `focus` stages carry half of the gap, `gain` stages half of what the plan gains,
/// `remains` is the stage that keeps the most gap.
enum class Emphasis { none, focus, gain, remains };

/// Three levels of one thing. On 0-10, where more is better, unless said otherwise.
struct Levels {
  Number now;
  Number wanted;
  Number planned;

  double gap() const { return now && wanted && *wanted > *now ? *wanted - *now : 0; }
  double gap_left() const { return planned && wanted && *wanted > *planned ? *wanted - *planned : 0; }
};

struct JourneyTouchpoint {
  Id id;
  std::string name;
  std::string channel;
  Layer layer = Layer::front;
  bool moment_of_truth = false;
  Change change = Change::none;
};

struct JourneyOutcome {
  Id id;
  std::string name;
  Number importance;  // 0-10
  Levels levels;      // 0-10, more is better: what bars and curves show
  Levels stated;      // on the outcome's own scale and in its own direction: what numbers say
  std::string unit;
  Scale scale;
  bool unserved = false;

  double weighted_gap() const { return importance.value_or(5) * levels.gap(); }
};

/// An initiative, or an opportunity (then without id and status).
struct JourneyInitiative {
  Id id;
  std::string name;
  std::optional<InitiativeStatus> status;
  std::vector<std::string> facts;  // "planned", "€40k", "closes 64 %": whole ones, the last is dropped first
  double closes = 0;               // share of this stage's gap, 0-1
};

struct JourneyOwner {
  Id id;
  std::string name;
  bool own_unit = false;
};

/// A process and who runs it. Without an id: owners of touchpoints that no process of the stage serves.
struct JourneyProcess {
  Id id;
  std::string name;
  std::vector<JourneyOwner> owners;
};

struct EvidenceCount {
  std::optional<EvidenceMethod> method;
  std::size_t count = 0;
  bool few = false;  // answers of fewer than 30 people
};

struct JourneyStage {
  Id id;
  int number = 1;
  std::string name;
  Change change = Change::none;
  Emphasis emphasis = Emphasis::none;
  std::optional<double> share;   // of the journey's gap, 0-1; missing where the journey has none or one stage
  int share_percent = 0;         // the same in whole percent, rounded so that all stages make up 100
  std::optional<double> closed;  // share of this stage's gap that the plan closes; negative: it widens
  std::string goal;
  std::string quote;
  Number emotion;          // -2 ... 2
  Number emotion_planned;  // -2 ... 2
  Levels value;
  std::string value_words;     // value by kind, for those who look closer
  double gap_weight = 0;       // sum of importance x gap
  double gap_weight_left = 0;  // the same after the plan
  bool moment_of_truth = false;
  std::vector<JourneyTouchpoint> touchpoints;
  std::vector<JourneyOutcome> outcomes;  // by importance x gap, then id
  std::vector<std::string> pains;
  std::vector<JourneyInitiative> initiatives;
  std::vector<JourneyProcess> processes;
  std::vector<EvidenceCount> evidence;  // in the order of EvidenceMethod
};

struct PersonaNeed {
  Id id;
  std::string statement;
  std::string quote;
  Number importance;  // 0-10
};

struct Persona {
  Id id;
  std::string name;
  std::vector<std::string> traits;
  Number size;
  Number share;  // of all customers, 0-1
  std::optional<PerceivedValue> value;
  Scale scale;
  std::vector<PersonaNeed> needs;  // by importance
};

/// How another customer of the journey feels, stage by stage.
struct EmotionCurve {
  Id customer;
  std::string name;
  std::vector<Number> emotion;
};

struct JourneyDiagram {
  Id id;
  std::string title;  // "First year with a baby: New parents"
  std::string question;
  std::string state;                          // "Current journey"
  bool compare = false;                       // today's journey and the planned one, overlaid
  std::string after = "planned";              // what the other one is: "planned", of a what-if "then"
  std::string cause = "The planned journey";  // what makes it so: of a what-if "The scenario"
  std::string reckoning = "planned: what initiatives close themselves, nothing that follows from it";
  std::vector<FindingPart> finding;
  std::vector<FindingPart> short_finding;  // the same with stages counted, not named: for narrow pages
  std::optional<Persona> persona;
  std::vector<JourneyStage> stages;
  std::vector<EmotionCurve> others;
  std::string map_title;
  std::string date;  // "31 May 2026"; may be empty
  std::size_t outcome_count = 0;
  std::size_t evidence_count = 0;
  std::size_t hidden_stages = 0;  // left out by a focus
  std::string advice;             // what to add, where nothing can be shown

  /// The finding as one sentence, uncut.
  std::string finding_text() const;
};

}  // namespace outmap::journey_picture

namespace outmap {
using journey_picture::JourneyDiagram;
}  // namespace outmap
