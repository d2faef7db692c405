// Readings, journals, harvested outcomes and what is planned to be watched.
#include "model/format/describe.hpp"
#include "model/format/types/types.hpp"

namespace outmap {

template <>
const RecordType& record_type<Reading>() {
  static const RecordType type =
      describe<Reading>("reading", "A measured level at a date")
          .field<&Reading::of>("of", "What was measured").required()
          .refers_to(ElementKinds(ElementKind::outcome) | ElementKind::stage | ElementKind::marker)
          .field<&Reading::part>("part", "Of a stage: its emotion, or one kind of its value")
          .field<&Reading::date>("date", "When").required()
          .field<&Reading::value>("value", "The level; of a progress marker low, medium or high").required()
          .remark()
          .type();
  return type;
}

template <>
const RecordType& record_type<JournalEntry>() {
  static const RecordType type =
      describe<JournalEntry>("journal entry", "What was seen (outcome), done (strategy), or how we worked (performance)")
          .field<&JournalEntry::kind>("kind", "Which journal").required()
          .field<&JournalEntry::of>("of", "What it is about").refers_to(ElementKinds::any())
          .field<&JournalEntry::date>("date", "When").required()
          .field<&JournalEntry::text>("text", "What happened").required()
          .field<&JournalEntry::contributors>("contributors", "What contributed").refers_to(ElementKinds::any())
          .field<&JournalEntry::lessons>("lessons", "What to do otherwise")
          .remark()
          .type();
  return type;
}

template <>
const RecordType& record_type<Harvest>() {
  static const RecordType type =
      describe<Harvest>("harvested outcome", "Who changed what, when and where, and our part in it")
          .element()
          .field<&Harvest::outcome>("outcome", "What changed").required()
          .field<&Harvest::who>("who", "Who changed").refers_to(people_kinds)
          .field<&Harvest::date>("date", "When")
          .field<&Harvest::where>("where", "Where")
          .field<&Harvest::significance>("significance", "Why it matters")
          .field<&Harvest::contribution>("contribution", "What we had to do with it")
          .field<&Harvest::initiatives>("initiatives", "Initiatives that it speaks to").refers_to(ElementKind::initiative)
          .field<&Harvest::marker>("marker", "The progress marker that it speaks to").refers_to(ElementKind::marker)
          .field<&Harvest::substantiated_by>("substantiated_by", "Who, independent of us, confirmed it")
          .field<&Harvest::status>("status", "How far it is").otherwise("hypothesis")
          .type();
  return type;
}

template <>
const RecordType& record_type<Offer>() {
  static const RecordType type =
      describe<Offer>("offer", "Reactions to something new")
          .element()
          .field<&Offer::offering>("offering", "What was offered").refers_to(ElementKind::offering)
          .field<&Offer::shown>("shown", "How many saw it").at_least(0)
          .field<&Offer::paid>("paid", "How many put money down").at_least(0)
          .field<&Offer::liked>("liked", "How many like it").at_least(0)
          .field<&Offer::loved>("loved", "How many love it").at_least(0)
          .field<&Offer::outside_core>("outside_core", "How many came from outside the core segment").at_least(0)
          .type();
  return type;
}

template <>
const RecordType& record_type<Practice>() {
  static const RecordType type = describe<Practice>("practice", "How the organisation works, to stay able to change")
                                     .element()
                                     .field<&Practice::statement>("statement", "What is done, and how often").required()
                                     .type();
  return type;
}

template <>
const RecordType& record_type<MonitoringPriority>() {
  static const RecordType type =
      describe<MonitoringPriority>("monitoring priority", "What is worth watching")
          .field<&MonitoringPriority::what>("what", "What is watched").required()
          .field<&MonitoringPriority::priority>("priority", "How much it matters")
          .field<&MonitoringPriority::who>("who", "Who watches it")
          .field<&MonitoringPriority::every>("every", "How often: month, quarter, year")
          .remark()
          .type();
  return type;
}

template <>
const RecordType& record_type<EvaluationQuestion>() {
  static const RecordType type =
      describe<EvaluationQuestion>("evaluation question", "What will be judged, and for whom")
          .field<&EvaluationQuestion::question>("question", "What is asked").required()
          .field<&EvaluationQuestion::use>("use", "What the answer is for")
          .field<&EvaluationQuestion::sources>("sources", "Where the answer comes from")
          .field<&EvaluationQuestion::date>("date", "When it is due")
          .remark()
          .type();
  return type;
}

template <>
const RecordType& record_type<PinnedCluster>() {
  static const RecordType type =
      describe<PinnedCluster>("cluster", "A name for the cluster that holds these elements")
          .field<&PinnedCluster::name>("name", "The name").required()
          .field<&PinnedCluster::contains>("contains", "Elements by which the cluster is known").required()
          .refers_to(people_kinds)
          .remark()
          .type();
  return type;
}

}  // namespace outmap
