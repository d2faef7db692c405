// What people answered: ratings, Kano pairs, feedback, prices.
#include "model/format/describe.hpp"
#include "model/format/types/types.hpp"

namespace outmap {

template <>
const RecordType& record_type<Rating>() {
  static const RecordType type =
      describe<Rating>("rating", "One person's rating of one outcome")
          .field<&Rating::respondent>("respondent", "Who answered").required()
          .field<&Rating::outcome>("outcome", "What was rated").required().refers_to(ElementKind::outcome)
          .field<&Rating::importance>("importance", "How important it is, on the answers' scale")
          .field<&Rating::satisfaction>("satisfaction", "How satisfied they are, on the answers' scale")
          .field<&Rating::customer>("customer", "Which customer the person belongs to").refers_to(people_kinds)
          .field<&Rating::date>("date", "When")
          .field<&Rating::scale_min>("scale_min", "Lowest answer").otherwise("1")
          .field<&Rating::scale_max>("scale_max", "Highest answer").otherwise("5")
          .type();
  return type;
}

template <>
const RecordType& record_type<KanoPair>() {
  static const RecordType type =
      describe<KanoPair>("Kano answer", "How a person would feel with and without an outcome")
          .field<&KanoPair::respondent>("respondent", "Who answered").required()
          .field<&KanoPair::outcome>("outcome", "What was asked about").required().refers_to(ElementKind::outcome)
          .field<&KanoPair::functional>("functional", "If it were there").required()
          .field<&KanoPair::dysfunctional>("dysfunctional", "If it were not").required()
          .type();
  return type;
}

template <>
const RecordType& record_type<Feedback>() {
  static const RecordType type =
      describe<Feedback>("piece of feedback", "What a customer told us")
          .element()
          .field<&Feedback::date>("date", "When")
          .field<&Feedback::customer>("customer", "Which customer").refers_to(people_kinds)
          .field<&Feedback::stage>("stage", "At which stage").refers_to(ElementKind::stage)
          .field<&Feedback::kind>("kind", "What the score is: nps (0-10) or csat (1-5)")
          .field<&Feedback::score>("score", "The score").between(0, 10)
          .field<&Feedback::text>("text", "What they wrote")
          .type();
  return type;
}

template <>
const RecordType& record_type<PriceAnswer>() {
  static const RecordType type =
      describe<PriceAnswer>("price answer", "What a person would pay")
          .field<&PriceAnswer::respondent>("respondent", "Who answered").required()
          .field<&PriceAnswer::offering>("offering", "For what").required().refers_to(ElementKind::offering)
          .field<&PriceAnswer::willing_to_pay>("willing_to_pay", "The highest price they would pay").required().at_least(0)
          .unit("money")
          .type();
  return type;
}

}  // namespace outmap
