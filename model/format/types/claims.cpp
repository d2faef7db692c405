// Ties, causal claims and the evidence for them.
#include "model/format/describe.hpp"
#include "model/format/types/types.hpp"

namespace outmap {

template <>
const RecordType& record_type<Relation>() {
  static const RecordType type =
      describe<Relation>("relation", "A tie between customers and partners")
          .field<&Relation::from>("from", "One end").required().refers_to(people_kinds)
          .field<&Relation::to>("to", "The other end").required().refers_to(people_kinds)
          .field<&Relation::type>("type", "common-interest, complementary, common-goal, similar-need, or a word of your own")
          .field<&Relation::strength>("strength", "How strong; ties between the same two add up").at_least(0).otherwise("1")
          .field<&Relation::directed>("directed", "Only from the one to the other").otherwise("false")
          .remark()
          .type();
  return type;
}

template <>
const RecordType& record_type<Influence>() {
  static const RecordType type =
      describe<Influence>("influence", "A causal claim: a full change of the one changes the other by the weight")
          .field<&Influence::from>("from", "The cause").required().refers_to(causal_kinds)
          .field<&Influence::to>("to", "The effect").required().refers_to(causal_kinds)
          .field<&Influence::weight>("weight", "Share of a full change that arrives; negative: the other way").required().between(-1, 1)
          .field<&Influence::confidence>("confidence", "How sure the claim is").between(0, 1).otherwise("0.5")
          .field<&Influence::evidence>("evidence", "Where the claim comes from").refers_to(ElementKind::evidence)
          .remark()
          .type();
  return type;
}

template <>
const RecordType& record_type<Evidence>() {
  static const RecordType type =
      describe<Evidence>("piece of evidence", "Where a claim comes from")
          .element()
          .field<&Evidence::method>("method", "How it was found")
          .field<&Evidence::date>("date", "When")
          .field<&Evidence::source>("source", "Who said or showed it")
          .field<&Evidence::quote>("quote", "Word for word")
          .field<&Evidence::supports>("supports", "What it speaks for").refers_to(ElementKinds::any())
          .field<&Evidence::contradicts>("contradicts", "What it speaks against").refers_to(ElementKinds::any())
          .field<&Evidence::kind>("kind", "What people say, or what they do")
          .field<&Evidence::rating>("rating", "A rating that was given: CSAT, NPS or a scale of its own")
          .type();
  return type;
}

}  // namespace outmap
